"""Replies without a model: written once per language, promising nothing that is not configured."""

from typing import Final

from assistant.language import languages
from assistant.request.categories import Category
from assistant.request.priority import SLA_HOURS, Priority, Sentiment

from .template_texts import asian, eastern, germanic, romance
from .template_texts.texts import Texts

_TEXTS: Final = romance.TEXTS | germanic.TEXTS | eastern.TEXTS | asian.TEXTS

LANGUAGES: Final = tuple(_TEXTS)
"""Codes with texts of their own; other regions of these languages are served by them too."""

_HOURS_AT: Final = {1: 0, 4: 1, 24: 2}
"""Where a number of hours stands in `Texts.hours`."""


def has(language: str) -> bool:
    """Tell whether a language, or the one that it is a region of, has a template."""
    return _texts(language) is not None


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
    if texts is None:
        raise KeyError(language)
    paragraphs = (
        texts.greeting_by_name if name else texts.greeting,
        texts.joint.join((_opening(texts, sentiment), texts.recorded)),
        texts.joint.join((_next_step(texts, category), texts.look)),
    )
    body = "\n\n".join(paragraphs).format(
        name=name, reference=reference, hours=texts.hours[_HOURS_AT[SLA_HOURS[priority]]]
    )
    return f"{body}\n\n{_ending(texts, company, discloses=discloses)}"


def ending(language: str, company: str, *, discloses: bool) -> str:
    """Return how every reply ends in a language that `has` a template: closing and company's name.

    With `discloses` it says first that a machine prepared the reply.

    Raises:
        KeyError: The language has no template.
    """
    texts = _texts(language)
    if texts is None:
        raise KeyError(language)
    return _ending(texts, company, discloses=discloses)


def _ending(texts: Texts, company: str, *, discloses: bool) -> str:
    closing = texts.closing.format(company=company)
    return f"{texts.disclosure}\n\n{closing}" if discloses else closing


def _texts(language: str) -> Texts | None:
    return _TEXTS.get(language) or _TEXTS.get(languages.base(language))


def _opening(texts: Texts, sentiment: Sentiment) -> str:
    openings = {
        Sentiment.NEGATIVE: texts.negative,
        Sentiment.MIXED: texts.mixed,
        Sentiment.POSITIVE: texts.positive,
    }
    return openings.get(sentiment, texts.neutral)


def _next_step(texts: Texts, category: Category) -> str:
    return {
        Category.DELIVERY: texts.delivery,
        Category.PRODUCT: texts.product,
        Category.REFUND: texts.refund,
        Category.ACCOUNT: texts.account,
        Category.BILLING: texts.billing,
        Category.GENERAL: texts.general,
    }[category]
