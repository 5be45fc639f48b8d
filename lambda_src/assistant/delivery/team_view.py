"""What the team's notification may show of an answered request, by the environment's rule."""

import re
from typing import Final

from assistant.own_words import own_words
from assistant.privacy import privacy
from assistant.privacy.masking import LABELS
from assistant.privacy.personal_data import ADDRESS, OTHER, from_items
from assistant.privacy.privacy import Masker
from assistant.request.item import Message, Voiced
from assistant.request.labels import Labels

_SALUTATION: Final = {
    "fr": re.compile(r"(?i)\A((?:bonjour|bonsoir|madame|monsieur|chère?|cher)\b)[^,\n]{1,80},"),
    "en": re.compile(r"(?i)\A((?:hello|hi|dear|good (?:morning|afternoon|evening))\b)[^,\n]{1,80},"),
}


def shown(item: Voiced, rule: str, pivot_language: str) -> Voiced:
    """Return an answered request as the team may see it, with what was set aside marked.

    Nobody has looked for personal data in what was set aside: with masking it is named, not shown.
    """
    labels, is_whole = Labels.of(pivot_language), rule == privacy.OFF
    marked = own_words.marked(item["message"], labels.set_aside, labels.kinds_aside, whole=is_whole)
    message: Message = {**item["message"], "original": marked, "set_aside": []}
    if is_whole:
        return {**item, "message": message}
    found, withheld = from_items(item.get("personal")), f"({labels.withheld})"
    masker = Masker(found, **item["customer"], language=pivot_language, withheld=withheld)
    message["original"] = masker.mask(marked)
    if "pivot" in message:
        message["pivot"] = masker.mask(message["pivot"])
    reply, analysis = item["reply"], item["analysis"]
    return {
        **item,
        "customer": {"name": item["pk"], "email": ""},
        "message": message,
        "analysis": {
            **analysis,
            "entities": [{**one, "text": _entity(one["text"], masker)} for one in analysis["entities"]],
        },
        "reply": {
            **reply,
            "text": masker.mask(reply["text"]),
            "pivot_text": _without_greeted_name(masker.mask(reply["pivot_text"]), pivot_language),
        },
    }


def _entity(text: str, masker: Masker) -> str:
    """Return an entity as the team may see it: a part of an address is no more than the address."""
    parts = (one.kind for one in masker.found or () if one.kind in (ADDRESS, OTHER) and text in one.text)
    kind = next(parts, None)
    return f"[{LABELS[masker.language][kind]}]" if kind else masker.mask(text)


def _without_greeted_name(masked: str, language: str) -> str:
    """Return a masked reply without the name in its greeting, however the model has spelt it."""
    label = f"[{LABELS[language]['NAME']}]"
    if label in masked.partition("\n")[0]:
        return masked
    return _SALUTATION[language].sub(rf"\1 {label},", masked)
