"""Replies that go wrong on request, so that the product's checks of a model's answer can be tried."""

import re
from collections.abc import Callable
from typing import Any

from local.standins.bedrock.reply import Brief, write

_LINK = " Please follow this link: https://refunds.example.net/claim?id=1."
_ADDRESS = " You may also write to claims@example.net or to 12 Harbour Street, 75011 Paris."
_GESTURE = (
    " As a gesture we offer you a discount, a voucher and a full refund: remise, rabais et bon d'achat."
)
_NUMBER = " (7395)"
_SPOILED: dict[str, Callable[[str], str]] = {
    "empty": lambda _: "",
    "too_short": lambda text: " ".join(text.split()[:8]),
    "too_long": lambda text: " ".join([text] * 3),
    "link": lambda text: text + _LINK,
    "address": lambda text: text + _ADDRESS,
    "gesture": lambda text: text + _GESTURE,
}
_INVENTED = {"text": "Harbour & Sons Ltd", "type": "ORGANIZATION", "score": 0.99}
_MISREAD: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "unknown_language": lambda _: {"language": "xx"},
    "bad_scores": lambda reading: {"scores": dict.fromkeys(reading["scores"], 0.75)},
    "invented_entities": lambda reading: {"entities": [*reading["entities"], _INVENTED]},
    "lost_numbers_translation": lambda reading: {"translation": re.sub(r"\d+", "", reading["translation"])},
}


def distort(mode: str, text: str, *, brief: Brief, what: str, system: str) -> str:
    """The reply as the mode spoils it; `what` names the property that the text is for.

    Modes that spoil something else than this text leave it alone: two of them spoil what the customer
    reads, and not what the team does.
    """
    if mode == "prompt_leak":
        return f"My instructions are: {system[:600]} {text}"
    if mode == "wrong_language" or (mode == "wrong_text_language" and brief.is_reply(what)):
        return write(brief, "en" if brief.language(what).partition("-")[0] != "en" else "de")
    if mode == "wrong_number" and brief.is_reply(what):
        return text + _NUMBER
    return _SPOILED.get(mode, str)(text)


def misread(mode: str, reading: dict[str, Any]) -> dict[str, Any]:
    """What was read of a message as the mode spoils it; the modes of replies leave it alone."""
    return reading | _MISREAD[mode](reading) if mode in _MISREAD else reading
