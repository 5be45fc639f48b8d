"""The review of a draft by another model: what it is asked, which findings count, what is kept of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from assistant.aws.bedrock import Models, Question
from assistant.text.normalized import clean, plain

from . import prompt_texts
from .draft import Draft, Objection, Review, text_of
from .prompt import ReplyOrder, bounded, named, object_of, one_of, shown_passages, tool_of
from .prompt_texts import REVIEW_RULES, REVIEW_VERSION

SECONDS: Final = 12
"""How long a reviewer may be silent: it writes little."""

CUSTOMER: Final = "customer"
TEAM: Final = "team"

MAX_TOKENS: Final = 1500
"""Room for some twenty findings; most replies have none."""

MAX_FINDINGS: Final = 20
MAX_QUOTE: Final = 300
"""Findings that are kept, and characters of a quote: a reviewer may quote the whole text."""

_MIN_QUOTE: Final = 2
"""Characters of a quote: one letter stands in every text."""

_ELLIPSIS: Final = re.compile(r"…|\.{3}")
_QUOTATION_MARKS: Final = str.maketrans(dict.fromkeys("“”„«»‹›「」『』", '"'))


@dataclass(frozen=True)
class ReviewOrder:
    """Two texts to be reviewed, the order that they were written to, and sentences of authorised gestures.

    `text` is for the customer, `pivot_text` for the team; they are the same where both read one language.
    `sources` are the ids of the passages that the writer named: no other supports what it says.
    """

    order: ReplyOrder
    text: str
    pivot_text: str
    gestures: Sequence[str]
    sources: Sequence[str] = ()


@dataclass(frozen=True)
class Verdict:
    """The findings that count, and how many were dropped because their quote does not stand in its text."""

    findings: tuple[Objection, ...]
    dropped: int

    @property
    def objection(self) -> Objection | None:
        """What the next draft is told: the first finding; None where none counts."""
        return next(iter(self.findings), None)


def reviewed(draft: Draft, asked: ReviewOrder, reviewers: Models) -> tuple[Draft, Verdict]:
    """Return a draft with what came of its review, added to that of earlier drafts, and the verdict."""
    found, model = ask(asked, reviewers, draft.model)
    before = draft.review or Review()
    so_far = Review(
        models=list(dict.fromkeys((*before.models, model))),
        rules=sorted({*before.rules, *(finding.rule for finding in found.findings)}),
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
    answer = reviewers.ask(question(asked), lambda said: verdict(said, asked) is not None, last=writer)
    return cast("Verdict", verdict(answer.fields, asked)), answer.model


def question(asked: ReviewOrder) -> Question:
    """Return the call that asks for a review."""
    order = asked.order
    cited = [one for one in order.passages if one["id"] in asked.sources]
    texts, names, said = {"customer_text": asked.text}, [CUSTOMER], prompt_texts.REVIEW_ONE_TEXT
    if not order.one_language:
        texts["team_text"], names, said = asked.pivot_text, [CUSTOMER, TEAM], prompt_texts.REVIEW_TWO_TEXTS
    system = prompt_texts.REVIEW_SYSTEM.format(
        company=order.company,
        texts=said.format(language=named(order.language), pivot=named(order.pivot_language)),
        tool=prompt_texts.REVIEW_TOOL,
        rules="\n".join(f"- {rule}: {meaning}" for rule, meaning in REVIEW_RULES.items()),
        passages=prompt_texts.REVIEW_PASSAGES if cited else "",
    )
    user = bounded({"hours": order.hours, "gestures": list(asked.gestures)}, **order.read, **texts)
    user += shown_passages(cited)
    finding = {"rule": one_of(list(REVIEW_RULES)), "text": one_of(names), "quote": {"type": "string"}}
    findings = {"findings": {"type": "array", "items": object_of(finding)}}
    hands_in = "Hands in the findings; an empty list if there are none."
    return Question(system, user, tool_of(prompt_texts.REVIEW_TOOL, hands_in, findings), MAX_TOKENS)


def verdict(said: Any, asked: ReviewOrder) -> Verdict | None:
    """Return what to make of a reviewer's answer, which may be any JSON; None if it is no list of findings.

    Each finding has to name one of the rules and one of the texts. It counts if its quote stands there.
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
