"""The one table of languages (`data/languages.toml`): what the services offer in each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from assistant import data

DATA: Final = ("languages.toml",)

AUTO: Final = "auto"
"""What a caller declares who names no language."""

PIVOT_LANGUAGES: Final = ("fr", "en")
"""Languages that a team can work in: those with labels, reply templates and a voice."""

_UNDERSTOOD: Final = 25
"""CLDR's distance up to which people read another language if need be: Belarusian as Russian, 24."""

Engine = Literal["standard", "neural", "generative"]


@dataclass(frozen=True)
class Speech:
    """The Polly voice of a language: its id, its language code at Polly, the engines that it has."""

    voice_id: str
    language: str
    engines: tuple[Engine, ...]


@dataclass(frozen=True)
class Language:
    """One language: its code at Amazon Translate, its names, and what the other services do in it.

    `names` holds its name in each pivot language. `analysed`: Comprehend reads sentiment and entities;
    `personal_data`: its DetectPiiEntities too. Both are said of the very code that Comprehend takes.
    """

    code: str
    own_name: str
    names: Mapping[str, str]
    analysed: bool = False
    personal_data: bool = False
    speech: Speech | None = None
    direction: Literal["ltr", "rtl"] = "ltr"
    day_first: bool = True


@cache
def by_code() -> Mapping[str, Language]:
    """Return all languages by their codes, in the table's order."""
    return {code: _language(code, values) for code, values in data.read("languages").items()}


def _language(code: str, values: Mapping[str, Any]) -> Language:
    where = f"languages.toml, [{code}]"
    speech = None
    if spoken := values.get("speech"):
        speech = data.record(Speech, {**spoken, "engines": tuple(spoken.get("engines", ()))}, where)
    return data.record(Language, {**values, "code": code, "speech": speech}, where)


def base(code: str) -> str:
    """Return a code without its region: `fr-CA` is French too. Chinese scripts stay apart."""
    return code if code.startswith("zh") else code.split("-", maxsplit=1)[0]


def served(tag: str) -> str | None:
    """Return the code that serves a language tag (BCP 47) best, by CLDR's distances.

    None if none is near enough, or the tag is `AUTO`. So nb is no, iw is he, zh-Hant is zh-TW, de-AT is de.
    """
    if tag in by_code():
        return tag
    if tag == AUTO:
        return None
    import langcodes  # noqa: PLC0415 - 40 ms that a code of the table does not need

    try:
        code, distance = langcodes.closest_match(tag, list(by_code()), max_distance=_UNDERSTOOD)
    except ValueError:
        return None
    return code if distance <= _UNDERSTOOD else None


def name(code: str, display_language: str) -> str:
    """Return a language's name in a pivot language; the code itself for one that the table lacks."""
    return next((language.names[display_language] for language in _rows(code)), code)


def analysed_as(code: str) -> str | None:
    """Return the code under which Comprehend reads this language, or None where it does not."""
    return next((language.code for language in _rows(code) if language.analysed), None)


def detects_personal_data(code: str) -> bool:
    """Tell whether Comprehend finds personal data in this language, whatever the region."""
    return any(language.personal_data for language in _rows(code))


def day_first(code: str) -> bool | None:
    """Tell whether a language writes 3/4/2026 for the third of April; None where that is not known.

    English is not: Americans write the month first.
    """
    language = by_code().get(base(code))
    return True if language is None or language.day_first else None


def speech(code: str) -> Speech | None:
    """Return the voice that speaks a language, its own region's first; None where Polly has none."""
    return next((language.speech for language in _rows(code) if language.speech), None)


def _rows(code: str) -> Iterator[Language]:
    """Yield what the table says of a code, and of the language that it is a region of."""
    table = by_code()
    return (table[one] for one in dict.fromkeys((code, base(code))) if one in table)
