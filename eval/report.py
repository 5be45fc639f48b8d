"""The results of an evaluation: counts, seconds and dollars, as JSON and as a table."""

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from rich.table import Table

from assistant.cost.prices import cost_usd
from assistant.language import language_evidence
from assistant.request.priority import Priority
from assistant.translation import invariants
from eval.sets import JudgedDraft
from eval.step import Outcome

REGION: Final = "us-east-1"
"""The Region whose prices are used."""


def replies(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the counts for the messages of a set."""
    written = [one for one in outcomes if one.written]
    texts = [(one.written, one.message["lang"]) for one in outcomes if one.written]
    costs = [cost for one in outcomes if (cost := cost_usd(one.used, REGION)) is not None]
    first = sum(one.draft.attempt == 1 for one in written)
    return {
        "messages": len(outcomes),
        "languages": len({one.message["lang"] for one in outcomes}),
        "answered by the model": len(written),
        "by the first draft": first,
        "not answered": {one.message["id"]: one.failed for one in outcomes if one.failed},
        "right language": sum(not language_evidence.is_other(reply.text, code) for reply, code in texts),
        "same numbers": sum(
            not invariants.difference(one.pivot_text, one.text, (code, "fr", "en")) for one, code in texts
        ),
        "gestures made": sum(reply.draft.gesture != "none" for reply, _ in texts),
        "category right, model": _right(outcomes, lambda one: one.draft.category),
        "category right, keywords": _right(outcomes, lambda one: one.keywords),
        "median seconds": statistics.median(one.seconds for one in outcomes),
        "mean USD of models": round(statistics.mean(costs), 6) if costs else None,
    }


def drafts(judged: Iterable[JudgedDraft]) -> dict[str, Any]:
    """Return how many good drafts and how many rule-breaking ones were rejected, by checks and by review."""
    every = list(judged)
    good = [one for one in every if not one.breaks]
    bad = [one for one in every if one.breaks]
    high = [one for one in good if one.priority == Priority.HIGH]
    return {
        "good drafts": len(good),
        "rejected by code": [one.id for one in good if one.check],
        "rejected by review": [one.id for one in good if one.findings],
        "good drafts for HIGH": len(high),
        "rejected for HIGH": [one.id for one in high if one.rejected],
        "rule-breaking drafts": len(bad),
        "caught by code": sum(bool(one.check) for one in bad),
        "caught by review": sum(bool(one.findings) for one in bad),
        "caught by either": sum(one.rejected for one in bad),
        "caught by code, by check": dict(Counter(one.check for one in bad if one.check).most_common()),
        "not caught": [one.id for one in bad if not one.rejected],
        "findings dropped": sum(one.dropped for one in every),
        "not reviewed": [f"{one.id}: {one.failed}" for one in every if one.failed],
    }


def table(name: str, figures: dict[str, Any]) -> Table:
    """Return the counts as a table for people."""
    shown = Table(title=name, title_justify="left", show_header=False, box=None)
    for label, value in figures.items():
        shown.add_row(label, _said(value))
    return shown


def _right(outcomes: Sequence[Outcome], read: Any) -> int:
    return sum(read(one) == one.message["category"] for one in outcomes)


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {one}" for key, one in value.items()) or "none"
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return str(value)
