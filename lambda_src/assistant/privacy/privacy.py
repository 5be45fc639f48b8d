"""What leaves the store masked: personal data, by the environment's rule.

The record keeps what was written. Where masking is asked for and the personal data in the message could
not be found, the text is withheld.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from assistant.language import languages
from assistant.own_words import own_words
from assistant.request.item import Message, PersonalData, StoredRequest
from assistant.request.labels import Labels
from assistant.text.text import clean

from . import detector
from .found import ADDRESS, OTHER, Found, kind_of
from .masking import LABELS, mask
from .references import is_reference

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

    Although it lists them, these stay: the company's name, codes of letters and figures, dates, amounts, and
    what has one within; numbers that the text introduces as those of orders or the like; places. What was
    found already has a kind.
    """
    found, places, message = item["personal"], _places(item), item["message"]
    known = {one["text"] for one in found}
    new = [
        one
        for one in listed
        if one not in known
        and one.casefold() not in places
        and not _has_word(one, company)
        and not detector.is_reference(one)
        and not any(is_reference(one, text) for text in (message["original"], message.get("pivot", "")))
    ]
    return [*found, *(PersonalData(kind=kind_of(one), text=one) for one in new)]


def _has_word(text: str, word: str) -> bool:
    return re.search(rf"(?i)(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _places(item: StoredRequest) -> set[str]:
    """Return the places that the message names: a town alone is nobody's address."""
    entities = item.get("analysis", {}).get("entities", [])
    return {one["text"].casefold() for one in entities if one["type"] == "LOCATION"}


def message_for_model(item: StoredRequest, text: str, rule: str) -> str:
    """Return a message's text as the model may read it."""
    return _masker(item, "en", WITHHELD)(text) if rule == ALL else text


def for_team(item: StoredRequest, rule: str, pivot_language: str) -> StoredRequest:
    """Return an answered request as the team's notification may show it, with what was set aside marked.

    Nobody has looked for personal data in what was set aside: with masking it is named, not shown.
    """
    labels = Labels.of(pivot_language)
    marked = own_words.marked(item["message"], labels.set_aside, labels.kinds_aside, whole=rule == OFF)
    message: Message = {**item["message"], "original": marked, "set_aside": []}
    if rule == OFF:
        return {**item, "message": message}
    masked = _masker(item, pivot_language, f"({labels.withheld})")
    reply, analysis = item["reply"], item["analysis"]
    return {
        **item,
        "customer": {"name": item["pk"], "email": ""},
        "message": _message(message, masked),
        "analysis": {
            **analysis,
            "entities": [
                {**entity, "text": _masked_entity(entity["text"], item, pivot_language, masked)}
                for entity in analysis["entities"]
            ],
        },
        "reply": {
            **reply,
            "text": masked(reply["text"]),
            "pivot_text": _greeting_nobody(masked(reply["pivot_text"]), pivot_language),
        },
    }


def _masked_entity(text: str, item: StoredRequest, language: str, masked: Callable[[str], str]) -> str:
    """Return an entity as the team may see it: a part of an address is no more than the address."""
    whole = next(
        (one for one in stored(item) or () if one.kind in (ADDRESS, OTHER) and text in one.text), None
    )
    return f"[{LABELS[language][whole.kind]}]" if whole else masked(text)


def _greeting_nobody(masked: str, language: str) -> str:
    """Return a masked reply without the name in its greeting, however the model has spelt it."""
    label = f"[{LABELS[language]['NAME']}]"
    if label in masked.partition("\n")[0]:
        return masked
    return _SALUTATION[language].sub(rf"\1 {label},", masked)


def _message(message: Message, masked: Callable[[str], str]) -> Message:
    shown: Message = {**message}
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
