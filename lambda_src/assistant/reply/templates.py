"""Replies without a model, where none can answer or no draft was accepted.

They are written once per language, and promise nothing that is not configured.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant import data
from assistant.errors import ServiceError
from assistant.language import languages
from assistant.request.item import Analysed
from assistant.translation.translator import Translator

from .checks import Checks
from .draft import Draft, FinishedReply, Status
from .prompt import ReplyOrder

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


def reply(
    item: Analysed, order: ReplyOrder, translator: Translator, reason: str, *, final: bool
) -> FinishedReply:
    """Return the template in the customer's language, or a translation of the team's.

    A draft that passed the checks waited for a review in vain: then `review` is degraded, too.

    Raises:
        ServiceError: Translate failed, and this is not `final`: then the template is in the team's language.
    """
    draft = Draft.from_item(item)
    waited = draft.status is Status.CHECKED
    degraded = {"reply": "not_reviewed", "review": reason} if waited else {"reply": reason}
    pivot = write(order.pivot_language, order, item["pk"])
    text, language = pivot, order.pivot_language
    if has(order.language):
        text, language = write(order.language, order, item["pk"]), order.language
    else:
        translated, degraded["reply_language"] = _translated(pivot, item, order, translator, final=final)
        if translated:
            text, language = translated, order.language
    return FinishedReply(text, language, pivot, draft, by_model=False, degraded=degraded)


def _translated(
    pivot: str, item: Analysed, order: ReplyOrder, translator: Translator, *, final: bool
) -> tuple[str | None, str]:
    """Return the team's template in the customer's language, None if it goes wrong for good; and a code."""
    names = (order.customer_name, order.company)
    try:
        text = translator.translate(pivot, order.pivot_language, order.language, names)
    except ServiceError as error:
        if not final:
            raise
        return None, str(error)
    if fault := Checks.of_reply(item, order, None).fault_in_translation(pivot, text):
        return None, f"translation_{fault.rule}"
    return text, "translated"


def has(language: str) -> bool:
    """Tell whether a language, or the one that it is a region of, has a template."""
    return _served_by(language) is not None


def write(language: str, order: ReplyOrder, reference: str) -> str:
    """Return a template in a language that `has` one; without a name it greets nobody by name.

    Raises:
        KeyError: The language has no template.
    """
    texts = _texts(language)
    opening = texts.openings.get(order.sentiment.lower(), texts.openings["neutral"])
    paragraphs = (
        texts.greeting_by_name if order.customer_name else texts.greeting,
        texts.joint.join((opening, texts.recorded)),
        texts.joint.join((texts.next_steps[order.category], texts.look)),
    )
    body = "\n\n".join(paragraphs).format(
        name=order.customer_name, reference=reference, hours=texts.hours[str(order.hours)]
    )
    return f"{body}\n\n{ending(language, order.company, discloses=order.discloses)}"


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
