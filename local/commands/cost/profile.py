"""What customers write, and what becomes of it: the assumptions that an estimate of the cost rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assistant.intake import receipt
from assistant.intake.request_schema import SCHEMA
from assistant.language import languages
from assistant.language.languages import by_code
from assistant.voice.voices import PollyVoice, voice_for
from local.errors import LocalError
from support_stack import config

MAX_LENGTH: Final[int] = SCHEMA["properties"]["message"]["maxLength"]
MAX_REPLY_LENGTH: Final = 3_000
"""Of 180 words, the most that a reply may have, and its ending, none is longer in any language."""

MAX_POLLS: Final = 1_000

EVERYDAY: Final = {"en": 0.4, "fr": 0.3, "de": 0.2, "ja": 0.1}
"""Three in ten need no translation into French, and one in ten is in letters of three bytes."""


@dataclass(frozen=True, kw_only=True)
class MessageProfile:
    """A month's average message.

    `length` and `reply_length` are characters, the latter of each of the reply's two texts: 100 words are
    about 650, and what is added to them 100. `languages` are shares by code, of which those in the team's
    language are not translated; `high` and `medium` are shares by priority, `listens` is the share whose
    audio link is opened, `polls` how often the status link of one request is read.

    Raises:
        LocalError: a value makes no sense; the line names what would.
    """

    length: int = 300
    reply_length: int = 750
    languages: Mapping[str, float] = field(default_factory=lambda: EVERYDAY)
    listens: float = 0.1
    high: float = 0.1
    medium: float = 0.3
    polls: float = 5

    def __post_init__(self) -> None:
        _within("length", self.length, 1, MAX_LENGTH, "characters")
        _within("reply length", self.reply_length, 1, MAX_REPLY_LENGTH, "characters")
        _within("polls", self.polls, 0, MAX_POLLS, "calls a request")
        for name in ("listens", "high", "medium"):
            _within(name, getattr(self, name), 0, 1, "as a share")
        if self.high + self.medium > 1:
            raise LocalError(
                f"high and medium are {self.high + self.medium:g} together: at most 1 is possible"
            )
        for code, share in self.languages.items():
            if code not in by_code():
                raise LocalError(f"languages: {code!r} is none of {', '.join(by_code())}")
            _within(f"languages: {code}", share, 0, 1, "as a share")
        total = sum(self.languages.values())
        if abs(total - 1) > 0.001:
            raise LocalError(f"languages: the shares add up to {total:g}; they have to add up to 1")

    @property
    def priorities(self) -> dict[str, float]:
        """The shares by priority."""
        return {"HIGH": self.high, "MEDIUM": self.medium, "NORMAL": 1 - self.high - self.medium}


def parse_languages(text: str) -> dict[str, float]:
    """Return shares by code, written `en=0.4,fr=0.6`.

    Raises LocalError: it is not written so, or names a language twice.
    """
    shares: dict[str, float] = {}
    for part in text.split(","):
        code, _, share = (one.strip() for one in part.partition("="))
        try:
            number = float(share)
        except ValueError:
            raise LocalError(f"languages: {part.strip()!r} is not like en=0.4 in en=0.4,fr=0.6") from None
        if code in shares:
            raise LocalError(f"languages: {code} stands there twice: give its share once")
        shares[code] = number
    return shares


def _within(name: str, value: float, least: float, most: float, unit: str) -> None:
    # Not the other way round: what is no number at all is in no range.
    if not least <= value <= most:
        raise LocalError(f"{name} is {value:g}: it takes {least:g} to {most:g} {unit}")


def width(code: str) -> float:
    """Return the bytes that a character of a language takes, measured on its receipt, else on its name."""
    receipts = receipt.texts()
    text = receipts.get(code) or receipts.get(languages.base(code)) or by_code()[code].own_name
    return len(text.encode()) / len(text)


def is_translated(code: str, environment: config.Environment) -> bool:
    """Tell whether a message in a language is translated for the team."""
    return languages.base(code) != environment.pivot_language


def reply_language(code: str, environment: config.Environment) -> str:
    """Return the language in which a message in a language is answered."""
    return code if environment.reply_language == "customer" else environment.pivot_language


def voice(code: str, environment: config.Environment) -> PollyVoice | None:
    """Return the voice that may read the reply to a message in a language; None where nothing is spoken."""
    if environment.voice.speech == "off":
        return None
    return voice_for(reply_language(code, environment), environment.voice.engine)
