"""What the model is asked for a reply: the rules as instructions, the customer's words as bounded data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.aws.bedrock import Question
from assistant.language import languages
from assistant.request.categories import Category
from assistant.request.priority import HIGH_ABOVE, SLA_HOURS, Priority, Sentiment

from . import gestures, review_texts
from .gestures import Gesture
from .prompt_form import bounded, named, one_of, tool_of
from .prompt_texts import (
    CHOOSE_GESTURE,
    NO_GESTURE,
    PIVOT_LINE,
    READING_TOOL,
    REPLY_SYSTEM,
    REPLY_TOOL,
    RULES,
    STRONG_TONE,
    TOLD,
    TONES,
)

MAX_TOKENS: Final = 2500
"""Room for 150 words in the most token-hungry script (about ten tokens a word) and again in the pivot language."""

_OWN_NAMES: Final = re.compile(
    rf"customer_(?:message|name|text)|team_text|sla_hours|{REPLY_TOOL}|{READING_TOOL}|{review_texts.TOOL}|<context|pivot_text|declared_language|"
    r"system prompt|prompt syst[èe]me|"
    r"\b(?:my|internal) instructions\b|\bmes instructions\b|\bconsignes internes\b|\b80 (?:to|à) 120\b"
)
_RUN: Final = 8


@dataclass(frozen=True)
class ReplyOrder:
    """Everything that decides how a reply is written; `scores` is None where the sentiment is unknown.

    `translation` is None where the message is in the team's language or could not be translated. With
    `name_hidden` a template may greet by the customer's name, and the model does not read it.
    """

    company: str
    language: str
    pivot_language: str
    customer_name: str
    message: str
    translation: str | None
    sentiment: Sentiment
    scores: Mapping[str, float] | None
    category: Category
    priority: Priority
    gestures: Sequence[Gesture]
    name_hidden: bool = False

    @property
    def one_language(self) -> bool:
        """Whether the customer reads the team's language, so that one text serves both."""
        return languages.base(self.language) == languages.base(self.pivot_language)


@dataclass(frozen=True)
class Objection:
    """Why a draft was rejected: the rule, and the words that break it, if it is about words."""

    rule: str
    quote: str = ""


def question(order: ReplyOrder, rejected: Objection | None = None) -> Question:
    """Return the call that asks for a reply; `rejected` is why an earlier draft was not taken."""
    return Question(system(order), user(order, rejected), tool(order), MAX_TOKENS)


def tone(sentiment: Sentiment, scores: Mapping[str, float] | None) -> str:
    """Return the tone that a sentiment asks for; UNKNOWN is treated as NEUTRAL."""
    if sentiment is Sentiment.NEGATIVE and scores and scores["Negative"] > HIGH_ABOVE:
        return STRONG_TONE
    return TONES.get(sentiment, TONES[Sentiment.NEUTRAL])


def system(order: ReplyOrder) -> str:
    """Return the system text."""
    pivot_line = PIVOT_LINE.format(pivot=named(order.pivot_language), unless="")
    return REPLY_SYSTEM.format(
        company=order.company,
        language=named(order.language),
        pivot_line="" if order.one_language else pivot_line,
        tone=tone(order.sentiment, order.scores),
        rules=RULES.format(
            hours=f"{SLA_HOURS[order.priority]} h",
            gesture_rule=CHOOSE_GESTURE if order.gestures else NO_GESTURE,
            tool=REPLY_TOOL,
        ),
    )


def user(order: ReplyOrder, rejected: Objection | None = None) -> str:
    """Return the user turn."""
    context: dict[str, Any] = {
        "customer_name": "" if order.name_hidden else order.customer_name,
        "sentiment": order.sentiment,
        "priority": order.priority,
        "sla_hours": SLA_HOURS[order.priority],
    }
    if order.gestures:
        context["gestures"] = {one.id: one.sentence(order.pivot_language) for one in order.gestures}
    texts = {"customer_message": order.message}
    if order.translation is not None:
        texts["translation"] = order.translation
    return bounded(context, **texts) + (_again(rejected) if rejected else "")


def tool(order: ReplyOrder) -> dict[str, Any]:
    """Return the one tool that the model has to use, as Converse takes it."""
    name = languages.name(order.language, "en")
    text = {"type": "string", "description": f"The reply in {name}, 80 to 120 words, without a closing."}
    properties: dict[str, Any] = {"text": text}
    if not order.one_language:
        pivot_name = languages.name(order.pivot_language, "en")
        properties["pivot_text"] = {"type": "string", "description": f"The same reply in {pivot_name}."}
    ids = [gesture.id for gesture in order.gestures]
    properties |= {
        "gesture": one_of([*ids, gestures.NONE]),
        "category": one_of(list(Category)),
        "personal": {"type": "array", "items": {"type": "string"}},
    }
    return tool_of(REPLY_TOOL, "Hands in the reply to the customer.", properties)


def _again(rejected: Objection) -> str:
    words = bounded({"rule": rejected.rule}, **({"quote": rejected.quote} if rejected.quote else {}))
    return f"\n\nYour last draft was rejected:\n{words}\nWrite it anew."


def leaks(plain_text: str) -> str | None:
    """Return what in a text, in small letters, shows a prompt: one of its names, or eight of its words in a row."""
    if name := _OWN_NAMES.search(plain_text):
        return name[0]
    return next((" ".join(run) for run in _runs(plain_text) if run in _RUNS), None)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


_RUNS: Final = frozenset(
    run for text in (*TOLD, *review_texts.TOLD) for part in re.split(r"{[^}]*}", text) for run in _runs(part)
)
"""Every eight words in a row of what a model is told; an ordinary reply has none of them."""
