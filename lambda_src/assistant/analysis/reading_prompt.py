"""The one call of the economy profile: it reads a message and answers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.aws.bedrock import Question
from assistant.reply import gestures, prompt_texts
from assistant.reply.gestures import Gesture
from assistant.reply.prompt import (
    bounded,
    fact_rules,
    named,
    object_of,
    one_of,
    shown_passages,
    sources_of,
    tool_of,
)
from assistant.reply.prompt_texts import UNLESS
from assistant.request.categories import Category
from assistant.request.item import Passage
from assistant.request.priority import HIGH_ABOVE, MEDIUM_FROM, SCORE_NAMES, SLA_HOURS, Priority, Sentiment
from assistant.request.reply_length import MAX_TOKENS
from assistant.text.splitting import size

from .analyst import ENTITY_TYPES

MOST_TOKENS: Final = 5_000
"""What the smallest of the usual models writes at most (Nova Lite); more would not arrive in time either."""

_BYTES_PER_TOKEN: Final = 2
"""Of the message: its translation is longer than itself by up to a half, at about three bytes a token."""


@dataclass(frozen=True)
class ReadingOrder:
    """A message to read and to answer; `gestures` are those of the environment.

    `declared` is the language that the caller named. With `in_pivot` the reply is in the team's language.
    `passages` are those of the company's documents that were found for the message.
    """

    company: str
    pivot_language: str
    in_pivot: bool
    customer_name: str
    message: str
    declared: str | None
    gestures: Sequence[Gesture]
    passages: Sequence[Passage] = ()


def question(order: ReadingOrder) -> Question:
    """Return the call; it leaves room for the reply in two languages and for the translation."""
    room = MAX_TOKENS + size(order.message) // _BYTES_PER_TOKEN
    return Question(_system(order), _user(order), _tool(order), min(room, MOST_TOKENS))


def _system(order: ReadingOrder) -> str:
    pivot = named(order.pivot_language)
    pivot_line = prompt_texts.PIVOT_LINE.format(pivot=pivot, unless=UNLESS.format(what="text"))
    hours = ", ".join(f"{hours} h for {priority}" for priority, hours in SLA_HOURS.items())
    tones = [f"{sentiment}: {tone}" for sentiment, tone in prompt_texts.TONES.items()]
    return prompt_texts.READING_SYSTEM.format(
        company=order.company,
        pivot=pivot,
        unless_message=UNLESS.format(what="the message"),
        text_language=pivot if order.in_pivot else prompt_texts.CUSTOMERS_LANGUAGE,
        pivot_line="" if order.in_pivot else pivot_line,
        high=HIGH_ABOVE,
        medium=MEDIUM_FROM,
        tones="\n".join([f"{Sentiment.NEGATIVE} and HIGH: {prompt_texts.STRONG_TONE}", *tones]),
        rules=prompt_texts.RULES.format(
            hours=hours,
            gesture_rule=prompt_texts.GESTURES_BY_PRIORITY if order.gestures else prompt_texts.NO_GESTURE,
            tool=prompt_texts.READING_TOOL,
            **fact_rules(order.passages),
        ),
    )


def _user(order: ReadingOrder) -> str:
    context: dict[str, Any] = {"customer_name": order.customer_name}
    for priority in Priority:
        listed = [one for one in order.gestures if priority in one.priorities]
        if listed:
            offers = context.setdefault("gestures", {})
            offers[priority] = {one.id: one.sentence(order.pivot_language) for one in listed}
    if order.declared:
        context["declared_language"] = order.declared
    return bounded(context, customer_message=order.message) + shown_passages(order.passages)


def _tool(order: ReadingOrder) -> dict[str, Any]:
    """Return the tool; what is read stands before the reply, which depends on it."""
    string, share = {"type": "string"}, {"type": "number"}
    quoted = {**string, "description": "As it stands there"}
    entity = {"text": quoted, "type": one_of(ENTITY_TYPES), "score": share}
    properties: dict[str, Any] = {
        "language": {
            **string,
            "description": "The message's, as Amazon Translate codes it: en, pt-PT, zh-TW",
        },
        "confidence": {**share, "description": "In language, 0 to 1"},
        "translation": string,
        "sentiment": one_of([one for one in Sentiment if one is not Sentiment.UNKNOWN]),
        "scores": {**object_of(dict.fromkeys(SCORE_NAMES, share)), "description": "0 to 1, in sum 1"},
        "entities": {
            "type": "array",
            "description": "Named in the message; score 0 to 1",
            "items": object_of(entity),
        },
        "text": string,
        "pivot_text": string,
        "gesture": one_of([*(gesture.id for gesture in order.gestures), gestures.NONE]),
        **sources_of(order.passages),
        "category": one_of(list(Category)),
        "personal": {"type": "array", "items": string},
    }
    if order.in_pivot:
        del properties["pivot_text"]
    return tool_of(prompt_texts.READING_TOOL, "Hands in what was read, and the reply.", properties)
