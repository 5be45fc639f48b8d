"""The exchange as a person reads it later: both sides, in both languages."""

from . import languages
from .record import StoredRequest


def write(item: StoredRequest, pivot_language: str) -> str:
    """Return the transcript of an answered request, as plain text."""
    message, reply, customer = item["message"], item["reply"], item["customer"]
    code = item["language"]["code"]
    language = languages.name(code, pivot_language)
    parts = [
        f"{item['pk']}",
        f"{item['received_at']}  {customer['name']} <{customer['email']}>, {language}",
        f"[{code}]\n{message['original']}",
    ]
    if "pivot" in message and message["pivot"] != message["original"]:
        parts.append(f"[{pivot_language}]\n{message['pivot']}")
    parts.append(f"{item['completed_at']}  {reply.get('model', reply['source'])}")
    parts.append(f"[{reply['language']}]\n{reply['text']}")
    if reply["pivot_text"] != reply["text"]:
        parts.append(f"[{pivot_language}]\n{reply['pivot_text']}")
    return "\n\n".join(parts) + "\n"
