"""Replies without a model: written once per language, promising nothing that is not configured."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant import data
from assistant.language import languages
from assistant.request.categories import Category
from assistant.request.priority import SLA_HOURS, Priority, Sentiment

DATA: Final = ("templates/*.toml",)


@dataclass(frozen=True)
class Texts:
    """One language's sentences, as complete as a native speaker writes them: nothing is inflected later.

    `hours` by their number, `openings` by sentiment, `next_steps` by category. Names in braces are filled in.
    """

    greeting: str
    greeting_by_name: str
    openings: Mapping[str, str]
    recorded: str
    next_steps: Mapping[str, str]
    look: str
    hours: Mapping[str, str]
    disclosure: str
    closing: str
    joint: str = " "
    """Between two sentences; nothing where the script writes no spaces."""


def codes() -> list[str]:
    """Return the languages with texts of their own; other regions of these are served by them too."""
    return sorted(data.names("templates"))


def has(language: str) -> bool:
    """Tell whether a language, or the one that it is a region of, has a template."""
    return _served_by(language) is not None


def write(
    language: str,
    *,
    name: str,
    company: str,
    reference: str,
    sentiment: Sentiment,
    category: Category,
    priority: Priority,
    discloses: bool = True,
) -> str:
    """Return the template reply in a language that `has` one; without a name it greets nobody by name.

    Raises:
        KeyError: The language has no template.
    """
    texts = _texts(language)
    opening = texts.openings.get(sentiment.lower(), texts.openings["neutral"])
    paragraphs = (
        texts.greeting_by_name if name else texts.greeting,
        texts.joint.join((opening, texts.recorded)),
        texts.joint.join((texts.next_steps[category], texts.look)),
    )
    body = "\n\n".join(paragraphs).format(
        name=name, reference=reference, hours=texts.hours[str(SLA_HOURS[priority])]
    )
    return f"{body}\n\n{ending(language, company, discloses=discloses)}"


def ending(language: str, company: str, *, discloses: bool) -> str:
    """Return how every reply ends in a language that `has` a template: closing and company's name.

    With `discloses` it says first that a machine prepared the reply.

    Raises:
        KeyError: The language has no template.
    """
    texts = _texts(language)
    closing = texts.closing.format(company=company)
    return f"{texts.disclosure}\n\n{closing}" if discloses else closing


def _texts(language: str) -> Texts:
    code = _served_by(language)
    if code is None:
        raise KeyError(language)
    return data.record(Texts, data.read(f"templates/{code}"), f"templates/{code}.toml")


def _served_by(language: str) -> str | None:
    written = data.names("templates")
    return next((code for code in (language, languages.base(language)) if code in written), None)
