"""What the model is asked: the rules as instructions, the customer's words as bounded data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from . import languages
from .priority import HIGH_ABOVE, SLA_HOURS, Priority, Sentiment
from .prompt_form import bounded, named, tool_of
from .prompt_texts import (
    NO_GESTURE,
    PIVOT_LINE,
    READING_TOOL,
    REPLY_SYSTEM,
    REPLY_TOOL,
    RULES,
    STRONG_TONE,
    THESE_GESTURES,
    TOLD,
    TONES,
)

MAX_TOKENS: Final = 2500
"""Room for 150 words in the most token-hungry script (about ten tokens a word) and again in the pivot language."""

_OWN_NAMES: Final = re.compile(
    rf"customer_message|{REPLY_TOOL}|{READING_TOOL}|<context|pivot_text|declared_language|"
    r"system prompt|prompt syst[èe]me|"
    r"\b(?:my|internal) instructions\b|\bmes instructions\b|\bconsignes internes\b|\b80 (?:to|à) 120\b"
)
_RUN: Final = 8


@dataclass(frozen=True)
class ReplyOrder:
    """Everything that decides how a reply is written; `scores` is None where the sentiment is unknown.

    With `name_hidden` a template may greet by the customer's name, and the model does not read it.
    """

    company: str
    language: str
    pivot_language: str
    customer_name: str
    message: str
    sentiment: Sentiment
    scores: Mapping[str, float] | None
    category: str
    priority: Priority
    gestures: Sequence[str]
    name_hidden: bool = False

    @property
    def one_language(self) -> bool:
        """Whether the customer reads the team's language, so that one text serves both."""
        return languages.base(self.language) == languages.base(self.pivot_language)


@dataclass(frozen=True)
class Question:
    """One call of a model: what it is told, what it is asked, and the one tool to answer through."""

    system: str
    user: str
    tool: dict[str, Any]
    max_tokens: int


def question(order: ReplyOrder, rejected: str | None = None) -> Question:
    """Return the call that asks for a reply; `rejected` names the rule that an earlier draft broke."""
    return Question(system(order), user(order, rejected), tool(order), MAX_TOKENS)


def tone(sentiment: Sentiment, scores: Mapping[str, float] | None) -> str:
    """Return the tone that a sentiment asks for; UNKNOWN is treated as NEUTRAL."""
    if sentiment is Sentiment.NEGATIVE and scores and scores["Negative"] > HIGH_ABOVE:
        return STRONG_TONE
    return TONES.get(sentiment, TONES[Sentiment.NEUTRAL])


def system(order: ReplyOrder) -> str:
    """Return the system text."""
    pivot_line = PIVOT_LINE.format(pivot=named(order.pivot_language), unless="")
    hours = f"{SLA_HOURS[order.priority]} h"
    return REPLY_SYSTEM.format(
        company=order.company,
        language=named(order.language),
        pivot_line="" if order.one_language else pivot_line,
        tone=tone(order.sentiment, order.scores),
        rules=RULES.format(hours=hours, gesture_rule=_gesture_rule(order), tool=REPLY_TOOL),
    )


def user(order: ReplyOrder, rejected: str | None = None) -> str:
    """Return the user turn."""
    context = {
        "customer_name": "" if order.name_hidden else order.customer_name,
        "sentiment": order.sentiment,
        "category": order.category,
        "priority": order.priority,
        "sla_hours": SLA_HOURS[order.priority],
        "gestures": list(order.gestures),
    }
    again = f"\n\nYour last draft broke a rule ({rejected}). Write it anew." if rejected else ""
    return bounded(context, order.message) + again


def tool(order: ReplyOrder) -> dict[str, Any]:
    """Return the one tool that the model has to use, as Converse takes it."""
    name = languages.name(order.language, "en")
    properties = {"text": {"type": "string", "description": f"The reply in {name}, 80 to 120 words."}}
    if not order.one_language:
        pivot_name = languages.name(order.pivot_language, "en")
        properties["pivot_text"] = {"type": "string", "description": f"The same reply in {pivot_name}."}
    return tool_of(REPLY_TOOL, "Hands in the reply to the customer.", properties)


def leaks(plain_text: str) -> bool:
    """Tell whether a text, in small letters, shows a prompt: its names, or eight of its words in a row."""
    if _OWN_NAMES.search(plain_text):
        return True
    return not _RUNS.isdisjoint(_runs(plain_text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def _gesture_rule(order: ReplyOrder) -> str:
    if not order.gestures:
        return NO_GESTURE
    in_pivot = "" if order.one_language else " in pivot_text and translated in text"
    return THESE_GESTURES.format(in_pivot=in_pivot, gestures="; ".join(order.gestures))


_RUNS: Final = frozenset(run for text in TOLD for part in re.split(r"{[^}]*}", text) for run in _runs(part))
"""Every eight words in a row of what a model is told; an ordinary reply has none of them."""
