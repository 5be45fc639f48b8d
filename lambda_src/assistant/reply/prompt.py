"""What the model is asked for a reply: the rules as instructions, the customer's words as bounded data."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.aws.bedrock import Question
from assistant.language import languages
from assistant.request.categories import Category
from assistant.request.priority import HIGH_ABOVE, SLA_HOURS, Priority, Sentiment
from assistant.request.reply_length import MAX_TOKENS

from . import gestures
from .draft import Objection
from .gestures import Gesture
from .prompt_texts import (
    ASKED_LENGTH,
    CHOOSE_GESTURE,
    NO_GESTURE,
    PIVOT_LINE,
    REPLY_SYSTEM,
    REPLY_TOOL,
    RULES,
    STRONG_TONE,
    TONES,
)


@dataclass(frozen=True)
class ReplyOrder:
    """Everything that decides how a reply is written; `scores` is None where the sentiment is unknown.

    `translation` is None where the message is in the team's language or could not be translated. `gestures`
    are those of the environment. `discloses` is whether the reply says that a machine prepared it. With
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
    discloses: bool = True
    name_hidden: bool = False

    @property
    def hours(self) -> int:
        """Within how many hours the team looks at the request."""
        return SLA_HOURS[self.priority]

    @property
    def authorised(self) -> tuple[Gesture, ...]:
        """The gestures that this reply may make."""
        return gestures.authorised(self.gestures, self.sentiment, self.priority)

    @property
    def one_language(self) -> bool:
        """Whether the customer reads the team's language, so that one text serves both."""
        return languages.base(self.language) == languages.base(self.pivot_language)


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
            hours=f"{order.hours} h",
            gesture_rule=CHOOSE_GESTURE if order.authorised else NO_GESTURE,
            tool=REPLY_TOOL,
        ),
    )


def user(order: ReplyOrder, rejected: Objection | None = None) -> str:
    """Return the user turn."""
    context: dict[str, Any] = {
        "customer_name": "" if order.name_hidden else order.customer_name,
        "sentiment": order.sentiment,
        "priority": order.priority,
        "sla_hours": order.hours,
    }
    if order.authorised:
        context["gestures"] = {one.id: one.sentence(order.pivot_language) for one in order.authorised}
    texts = {"customer_message": order.message}
    if order.translation is not None:
        texts["translation"] = order.translation
    return bounded(context, **texts) + (_again(rejected) if rejected else "")


def tool(order: ReplyOrder) -> dict[str, Any]:
    """Return the one tool that the model has to use, as Converse takes it."""
    name = languages.name(order.language, "en")
    text = {"type": "string", "description": f"The reply in {name}, {ASKED_LENGTH}, without a closing."}
    properties: dict[str, Any] = {"text": text}
    if not order.one_language:
        pivot_name = languages.name(order.pivot_language, "en")
        properties["pivot_text"] = {"type": "string", "description": f"The same reply in {pivot_name}."}
    ids = [gesture.id for gesture in order.authorised]
    properties |= {
        "gesture": one_of([*ids, gestures.NONE]),
        "category": one_of(list(Category)),
        "personal": {"type": "array", "items": {"type": "string"}},
    }
    return tool_of(REPLY_TOOL, "Hands in the reply to the customer.", properties)


def _again(rejected: Objection) -> str:
    words = bounded({"rule": rejected.rule}, **({"quote": rejected.quote} if rejected.quote else {}))
    return f"\n\nYour last draft was rejected:\n{words}\nWrite it anew."


def bounded(context: Mapping[str, object], **texts: str) -> str:
    """Return a context and named texts as data between tags: none of them can close its bounds."""
    data = {"context": json.dumps(context, ensure_ascii=False), **texts}
    return "\n".join(f"<{name}>{_escape(text)}</{name}>" for name, text in data.items())


def tool_of(name: str, description: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a tool all of whose properties are required."""
    return {"name": name, "description": description, "inputSchema": {"json": object_of(properties)}}


def object_of(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with these properties, all of them required.

    It has no other keys: Amazon Nova refuses any beside these three at the top of a tool's schema.
    """
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def one_of(values: Sequence[str]) -> dict[str, Any]:
    """Return the schema of one of some words."""
    return {"type": "string", "enum": [str(value) for value in values]}


def named(code: str) -> str:
    """Return a language as a prompt names it: French (fr)."""
    return f"{languages.name(code, 'en')} ({code})"


def _escape(text: str) -> str:
    """Keep the customer's text from closing the tags that bound it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
