"""The review of a draft by another model: what it is asked, which findings count, what is kept of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from assistant.aws.bedrock import Models, Question
from assistant.text.normalized import clean, plain

from .draft import Draft, Objection, Review, text_of
from .prompt import ReplyOrder, bounded, named, object_of, one_of, tool_of
from .prompt_texts import (
    REVIEW_ONE_TEXT,
    REVIEW_RULES,
    REVIEW_SYSTEM,
    REVIEW_TOOL,
    REVIEW_TWO_TEXTS,
    REVIEW_VERSION,
)

SECONDS: Final = 12
"""How long a reviewer may be silent: it writes little."""

CUSTOMER: Final = "customer"
TEAM: Final = "team"

MAX_TOKENS: Final = 1500
"""Room for some twenty findings; most replies have none."""

MAX_FINDINGS: Final = 20
"""Kept, with their quotes."""

MAX_QUOTE: Final = 300
"""Characters of a quote that the next draft is told: a reviewer may quote the whole text."""

_MIN_QUOTE: Final = 2
"""Characters of a quote: one letter stands in every text."""

_ELLIPSIS: Final = re.compile(r"…|\.{3}")
_QUOTATION_MARKS: Final = str.maketrans(dict.fromkeys("“”„«»‹›「」『』", '"'))


@dataclass(frozen=True)
class ReviewOrder:
    """Two texts to be reviewed, the order that they were written to, and sentences of authorised gestures.

    `text` is for the customer, `pivot_text` for the team; they are the same where both read one language.
    """

    order: ReplyOrder
    text: str
    pivot_text: str
    gestures: Sequence[str]


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
    def rules(self) -> set[str]:
        """The rules that the findings name."""
        return {finding.rule for finding in self.findings}


def reviewed(draft: Draft, asked: ReviewOrder, reviewers: Models) -> tuple[Draft, Verdict]:
    """Return a draft with what came of its review, added to that of the drafts before it, and the verdict.

    Raises: as `ask` does.
    """
    found, model = ask(asked, reviewers, draft.model)
    before = draft.review or Review()
    so_far = Review(
        models=tuple(dict.fromkeys((*before.models, model))),
        rules=tuple(sorted({*before.rules, *found.rules})),
        dropped=before.dropped + found.dropped,
        attempt=draft.attempt,
        prompt_version=REVIEW_VERSION,
    )
    return replace(draft, review=so_far), found


def ask(asked: ReviewOrder, reviewers: Models, writer: str | None = None) -> tuple[Verdict, str]:
    """Return what the first reviewer that answers with findings makes of the texts, and its model.

    The model that wrote them (`writer`) reviews them only if no other one can.

    Raises:
        ReplyRejected: the last of them did not use the tool, or handed in something else than findings.
        ServiceError: none may be asked, or one is busy.
    """
    found: list[Verdict] = []

    def is_list_of_findings(said: object) -> bool:
        if read := verdict(said, asked):
            found.append(read)
        return bool(found)

    answer = reviewers.ask(question(asked), is_list_of_findings, last=writer)
    return found[0], answer.model


def question(asked: ReviewOrder) -> Question:
    """Return the call that asks for a review."""
    order = asked.order
    language, pivot = named(order.language), named(order.pivot_language)
    texts = (REVIEW_ONE_TEXT if order.one_language else REVIEW_TWO_TEXTS).format(
        language=language, pivot=pivot
    )
    rules = "\n".join(f"- {rule}: {meaning}" for rule, meaning in REVIEW_RULES.items())
    system = REVIEW_SYSTEM.format(company=order.company, texts=texts, tool=REVIEW_TOOL, rules=rules)
    return Question(system, _user(asked), _tool(order), MAX_TOKENS)


def verdict(said: Any, asked: ReviewOrder) -> Verdict | None:
    """Return what to make of a reviewer's answer, which may be any JSON; None if it is no list of findings.

    Each finding has to name one of the rules and one of the texts: an answer with another one is none. A
    finding counts if its quote stands in the text that it names.
    """
    findings = said.get("findings") if isinstance(said, Mapping) else None
    if not isinstance(findings, list):
        return None
    texts = {CUSTOMER: _compared(asked.text), TEAM: _compared(asked.pivot_text)}
    counting: list[Objection] = []
    for one in findings:
        rule, quote = text_of(one, "rule").casefold(), clean(text_of(one, "quote"))
        named = text_of(one, "text").casefold().removesuffix("_text")
        where = CUSTOMER if asked.order.one_language else named
        if rule not in REVIEW_RULES or where not in texts:
            return None
        if _stands(quote, texts[where]):
            counting.append(Objection(rule, quote[:MAX_QUOTE]))
    kept = tuple(dict.fromkeys(counting))[:MAX_FINDINGS]
    return Verdict(kept, len(findings) - len(counting))


def _stands(quote: str, text: str) -> bool:
    """Tell whether a text has a quote, of which the reviewer may have left out the middle."""
    parts = [part for part in map(_compared, _ELLIPSIS.split(quote)) if part]
    return all(part in text for part in parts) and sum(map(len, parts)) >= _MIN_QUOTE


def _compared(text: str) -> str:
    """Return a text as quotes are compared: models straighten quotation marks and blanks."""
    return plain(text).translate(_QUOTATION_MARKS).strip(" .…\"'")


def _user(asked: ReviewOrder) -> str:
    order = asked.order
    texts = {"customer_message": order.message}
    if order.translation is not None:
        texts["translation"] = order.translation
    texts["customer_text"] = asked.text
    if not order.one_language:
        texts["team_text"] = asked.pivot_text
    return bounded({"hours": order.hours, "gestures": list(asked.gestures)}, **texts)


def _tool(order: ReplyOrder) -> dict[str, Any]:
    finding = {
        "rule": one_of(list(REVIEW_RULES)),
        "text": one_of([CUSTOMER] if order.one_language else [CUSTOMER, TEAM]),
        "quote": {"type": "string"},
    }
    findings = {"type": "array", "items": object_of(finding)}
    return tool_of(
        REVIEW_TOOL, "Hands in the findings; an empty list if there are none.", {"findings": findings}
    )
