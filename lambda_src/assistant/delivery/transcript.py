"""The exchange as a person reads it later: both sides, in both languages."""

from assistant.language import languages
from assistant.own_words import own_words
from assistant.request.item import Voiced
from assistant.request.labels import Labels


def write(item: Voiced, pivot_language: str) -> str:
    """Return the transcript of an answered request, as plain text, with what was set aside marked."""
    labels = Labels.of(pivot_language)
    message, reply, customer = item["message"], item["reply"], item["customer"]
    code = item["language"]["code"]
    language = languages.name(code, pivot_language)
    parts = [
        f"{item['pk']}",
        f"{item['received_at']}  {customer['name']} <{customer['email']}>, {language}",
        f"[{code}]\n{own_words.marked(message, labels.set_aside, labels.kinds_aside, whole=True)}",
    ]
    if "pivot" in message and message["pivot"] != own_words.text_of(message):
        parts.append(f"[{pivot_language}]\n{message['pivot']}")
    parts.append(f"{item['completed_at']}  {reply.get('model', reply['source'])}")
    parts.append(f"[{reply['language']}]\n{reply['text']}")
    if reply["pivot_text"] != reply["text"]:
        parts.append(f"[{pivot_language}]\n{reply['pivot_text']}")
    return "\n\n".join(parts) + "\n"
