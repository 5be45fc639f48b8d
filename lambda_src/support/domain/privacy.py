"""What leaves the store masked: personal data, by the environment's rule.

The record keeps what was written. Where masking is asked for and the personal data in the message could
not be found, the text is withheld.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from . import codes, languages
from .labels import IN
from .personal import detector
from .personal.found import OTHER, Found
from .personal.masking import LABELS, mask
from .record import Message, PersonalData, StoredRequest
from .text import clean

OFF: Final = "off"
ALL: Final = "all"

WITHHELD: Final = "(withheld)"

_OTHER_LETTERS: Final = frozenset({"ar", "hi", "ja", "ko", "zh", "zh-TW"})
"""Languages whose entities Comprehend reads itself, in letters that a translation turns into others."""

_SALUTATION: Final = {
    "fr": re.compile(r"(?i)\A((?:bonjour|bonsoir|madame|monsieur|chère?|cher)\b)[^,\n]{1,80},"),
    "en": re.compile(r"(?i)\A((?:hello|hi|dear|good (?:morning|afternoon|evening))\b)[^,\n]{1,80},"),
}


def needs_detector(language: str, rule: str) -> bool:
    """Tell whether the personal data in a message is for Comprehend to find, not for patterns alone."""
    return rule != OFF and (languages.detects_personal_data(language) or hides_names(language, rule))


def hides_names(language: str, rule: str) -> bool:
    """Tell whether the people in a message are called otherwise in its translation: 健二 is Kenji there."""
    return rule != OFF and languages.analysed_as(language) in _OTHER_LETTERS


def stored(item: StoredRequest) -> list[Found] | None:
    """Return the personal data that was found in a message, or None if nobody has looked yet."""
    return [Found(one["kind"], one["text"]) for one in item["personal"]] if "personal" in item else None


def with_listed(item: StoredRequest, listed: Iterable[str], company: str) -> list[PersonalData]:
    """Return the personal data that was found in a message with what a model lists besides.

    The company's name, order numbers, dates and amounts stay, although it lists them, and so does what has
    one within; what was found already has a kind.
    """
    found, message = item["personal"], item["message"]
    texts = (clean(message["original"]), clean(message.get("pivot", "")))
    known = {one["text"] for one in found}
    new = [
        one
        for one in listed
        if one not in known
        and company.casefold() not in one.casefold()
        and not any(detector.is_reference(part, text) for text in texts for part in _parts(one))
    ]
    return [*found, *(PersonalData(kind=OTHER, text=one) for one in new)]


def _parts(listed: str) -> list[str]:
    """Return what a model lists, and the codes within it."""
    return [listed, *(listed[code.start : code.end] for code in codes.spans(listed) if code.kind == "code")]


def message_for_model(item: StoredRequest, text: str, rule: str) -> str:
    """Return a message's text as the model may read it."""
    return _masker(item, "en", WITHHELD)(text) if rule == ALL else text


def for_team(item: StoredRequest, rule: str, pivot_language: str) -> StoredRequest:
    """Return an answered request as the team's notification may show it."""
    if rule == OFF:
        return item
    labels = IN[pivot_language]
    masked = _masker(item, pivot_language, f"({labels.withheld})")
    reply, analysis = item["reply"], item["analysis"]
    return {
        **item,
        "customer": {"name": item["pk"], "email": ""},
        "message": _message(item, masked),
        "analysis": {
            **analysis,
            "entities": [{**entity, "text": masked(entity["text"])} for entity in analysis["entities"]],
        },
        "reply": {
            **reply,
            "text": masked(reply["text"]),
            "pivot_text": _greeting_nobody(masked(reply["pivot_text"]), pivot_language),
        },
    }


def _greeting_nobody(masked: str, language: str) -> str:
    """Return a masked reply without the name in its greeting, however the model has spelt it."""
    label = f"[{LABELS[language]['NAME']}]"
    if label in masked.partition("\n")[0]:
        return masked
    return _SALUTATION[language].sub(rf"\1 {label},", masked)


def _message(item: StoredRequest, masked: Callable[[str], str]) -> Message:
    shown: Message = {**item["message"]}
    shown["original"] = masked(shown["original"])
    if "pivot" in shown:
        shown["pivot"] = masked(shown["pivot"])
    return shown


def _masker(item: StoredRequest, labels_language: str, withheld: str) -> Callable[[str], str]:
    """Return what masks a text, or withholds it if nobody knows what is personal in the request."""
    found, customer = stored(item), item["customer"]
    if found is None:
        return lambda _: withheld
    # Personal data was looked for in the clean text, and is known again in no other.
    return lambda text: mask(
        clean(text),
        found,
        names=(customer["name"],),
        email=customer["email"],
        labels_language=labels_language,
    )
