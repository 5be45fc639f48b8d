"""Builds the prompt by which another model reviews a draft, and validates the findings it returns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.aws.bedrock import Question
from assistant.language import languages
from assistant.request.priority import SLA_HOURS
from assistant.text.normalized import clean, plain

from .prompt import Objection, ReplyOrder
from .prompt_form import bounded, named, object_of, one_of, tool_of
from .review_texts import ONE_TEXT, RULES, SYSTEM, TOOL, TWO_TEXTS
from .tool_input import text_of

CUSTOMER: Final = "customer"
TEAM: Final = "team"

MAX_TOKENS: Final = 1500
"""Room for some twenty findings; most replies have none."""

MOST_FINDINGS: Final = 20
"""Kept, with their quotes."""

_LEAST_QUOTED: Final = 2
"""Characters of a quote: one letter stands in every text."""

_ELLIPSIS: Final = re.compile(r"…|\.{3}")

MOST_QUOTED: Final = 300
"""Characters of a quote that the next draft is told: a reviewer may quote the whole text."""


@dataclass(frozen=True)
class ReviewOrder:
    """A draft to be reviewed, and what it may say: hours, and sentences of authorised gestures.

    `text` is for the customer, `pivot_text` for the team; they are the same where both read one language.
    """

    company: str
    language: str
    pivot_language: str
    hours: int
    gestures: Sequence[str]
    message: str
    translation: str | None
    text: str
    pivot_text: str

    @classmethod
    def of_draft(cls, order: ReplyOrder, draft: Mapping[str, Any], gestures: Sequence[str]) -> "ReviewOrder":
        """Return the order to review a draft of a reply."""
        return cls(
            company=order.company,
            language=order.language,
            pivot_language=order.pivot_language,
            hours=SLA_HOURS[order.priority],
            gestures=gestures,
            message=order.message,
            translation=order.translation,
            text=draft["text"],
            pivot_text=draft["pivot_text"],
        )

    @property
    def one_text(self) -> bool:
        """Whether customer and team read the same text."""
        return languages.base(self.language) == languages.base(self.pivot_language)


@dataclass(frozen=True)
class Verdict:
    """The findings that count, and how many were dropped because their quote does not stand in its text."""

    findings: tuple[Objection, ...]
    dropped: int

    @property
    def objection(self) -> Objection | None:
        """What the next draft is told: the first finding; None where none counts."""
        return next(iter(self.findings), None)

    @property
    def rules(self) -> list[str]:
        """The rules that the findings name, each once, in alphabetical order."""
        return sorted({finding.rule for finding in self.findings})


def question(order: ReviewOrder) -> Question:
    """Return the call that asks for a review."""
    language, pivot = named(order.language), named(order.pivot_language)
    texts = (ONE_TEXT if order.one_text else TWO_TEXTS).format(language=language, pivot=pivot)
    rules = "\n".join(f"- {rule}: {meaning}" for rule, meaning in RULES.items())
    system = SYSTEM.format(company=order.company, texts=texts, tool=TOOL, rules=rules)
    return Question(system, _user(order), _tool(order), MAX_TOKENS)


def verdict(said: Any, order: ReviewOrder) -> Verdict | None:
    """Return what to make of a reviewer's answer, which may be any JSON; None if it is no list of findings.

    Each finding has to name one of the rules and one of the texts: an answer with another one is none. A
    finding counts if its quote stands in the text that it names.
    """
    findings = said.get("findings") if isinstance(said, Mapping) else None
    if not isinstance(findings, list):
        return None
    texts = {CUSTOMER: _compared(order.text), TEAM: _compared(order.pivot_text)}
    counting: list[Objection] = []
    for one in findings:
        rule, quote = text_of(one, "rule").casefold(), clean(text_of(one, "quote"))
        named = text_of(one, "text").casefold().removesuffix("_text")
        where = CUSTOMER if order.one_text else named
        if rule not in RULES or where not in texts:
            return None
        if _stands(quote, texts[where]):
            counting.append(Objection(rule, quote[:MOST_QUOTED]))
    kept = tuple(dict.fromkeys(counting))[:MOST_FINDINGS]
    return Verdict(kept, len(findings) - len(counting))


def _stands(quote: str, text: str) -> bool:
    """Tell whether a text has a quote, of which the reviewer may have left out the middle."""
    parts = [part for part in map(_compared, _ELLIPSIS.split(quote)) if part]
    return all(part in text for part in parts) and sum(map(len, parts)) >= _LEAST_QUOTED


def _compared(text: str) -> str:
    """Return a text as quotes are compared: models straighten quotation marks and blanks."""
    return plain(text).translate(_QUOTATION_MARKS).strip(" .…\"'")


_QUOTATION_MARKS: Final = str.maketrans(dict.fromkeys("“”„«»‹›「」『』", '"'))


def _user(order: ReviewOrder) -> str:
    texts = {"customer_message": order.message}
    if order.translation is not None:
        texts["translation"] = order.translation
    texts["customer_text"] = order.text
    if not order.one_text:
        texts["team_text"] = order.pivot_text
    return bounded({"hours": order.hours, "gestures": list(order.gestures)}, **texts)


def _tool(order: ReviewOrder) -> dict[str, Any]:
    finding = {
        "rule": one_of(list(RULES)),
        "text": one_of([CUSTOMER] if order.one_text else [CUSTOMER, TEAM]),
        "quote": {"type": "string"},
    }
    findings = {"type": "array", "items": object_of(finding)}
    return tool_of(TOOL, "Hands in the findings; an empty list if there are none.", {"findings": findings})
