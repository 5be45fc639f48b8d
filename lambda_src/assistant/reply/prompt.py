"""What the model is asked for a reply: the rules as instructions, the customer's words as bounded data."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from assistant.aws.bedrock import Question
from assistant.language import languages
from assistant.request.categories import Category
from assistant.request.item import Passage
from assistant.request.priority import HIGH_ABOVE, SLA_HOURS, Priority, Sentiment
from assistant.request.reply_length import MAX_TOKENS

from . import gestures, prompt_texts
from .draft import Objection
from .gestures import Gesture


@dataclass(frozen=True)
class ReplyOrder:
    """Everything that decides how a reply is written; `scores` is None where the sentiment is unknown.

    `translation` is None where the message is in the team's language or could not be translated. `gestures`
    are those of the environment. `discloses` is whether the reply says that a machine prepared it. With
    `name_hidden` a template may greet by the customer's name, and the model does not read it. `passages` are
    those of the company's documents that were found for the message.
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
    passages: Sequence[Passage] = ()

    @property
    def hours(self) -> int:
        """Within how many hours the team looks at the request."""
        return SLA_HOURS[self.priority]

    @property
    def authorised(self) -> list[Gesture]:
        """The gestures that this reply may make: only to who complains, only those of the priority."""
        complains = self.sentiment in (Sentiment.NEGATIVE, Sentiment.MIXED)
        return [one for one in self.gestures if complains and self.priority in one.priorities]

    @property
    def one_language(self) -> bool:
        """Whether the customer reads the team's language, so that one text serves both."""
        return languages.base(self.language) == languages.base(self.pivot_language)

    @property
    def read(self) -> dict[str, str]:
        """The message, and its translation if there is one, under their names in the prompts."""
        translation = {} if self.translation is None else {"translation": self.translation}
        return {"customer_message": self.message, **translation}


def question(order: ReplyOrder, rejected: Objection | None = None) -> Question:
    """Return the call that asks for a reply; `rejected` is why an earlier draft was not taken."""
    user = _user(order)
    if rejected:
        words = bounded({"rule": rejected.rule}, **({"quote": rejected.quote} if rejected.quote else {}))
        user += f"\n\nYour last draft was rejected:\n{words}\nWrite it anew."
    return Question(_system(order), user, _tool(order), MAX_TOKENS)


def _system(order: ReplyOrder) -> str:
    upset = order.sentiment is Sentiment.NEGATIVE and order.scores and order.scores["Negative"] > HIGH_ABOVE
    tone = prompt_texts.TONES.get(order.sentiment, prompt_texts.TONES[Sentiment.NEUTRAL])
    pivot_line = prompt_texts.PIVOT_LINE.format(pivot=named(order.pivot_language), unless="")
    return prompt_texts.REPLY_SYSTEM.format(
        company=order.company,
        language=named(order.language),
        pivot_line="" if order.one_language else pivot_line,
        tone=prompt_texts.STRONG_TONE if upset else tone,
        rules=prompt_texts.RULES.format(
            hours=f"{order.hours} h",
            gesture_rule=prompt_texts.CHOOSE_GESTURE if order.authorised else prompt_texts.NO_GESTURE,
            tool=prompt_texts.REPLY_TOOL,
            **fact_rules(order.passages),
        ),
    )


def fact_rules(passages: Sequence[Passage]) -> dict[str, str]:
    """Return the rules for what a reply may say of the company, with passages of its documents or without."""
    if not passages:
        return {"facts": prompt_texts.NO_FACTS, "contacts": prompt_texts.NO_CONTACTS, "data": ""}
    return {
        "facts": prompt_texts.FACTS,
        "contacts": prompt_texts.CONTACTS,
        "data": prompt_texts.PASSAGES_ARE_DATA,
    }


def shown_passages(passages: Sequence[Passage]) -> str:
    """Return passages as bounded data, the one that was updated last first."""
    newest_first = sorted(passages, key=lambda passage: passage["updated"], reverse=True)
    return "".join(
        f'\n<passage id="{one["id"]}" title="{escape(_titled(one))}" updated="{escape(one["updated"])}">\n'
        f"{escape(one['text'], quote=False)}\n</passage>"
        for one in newest_first
    )


def _titled(passage: Passage) -> str:
    return " › ".join(filter(None, (passage["title"], passage["heading"])))


def sources_of(passages: Sequence[Passage]) -> dict[str, Any]:
    """Return the tool's properties for what a reply is based on; none without passages."""
    if not passages:
        return {}
    sources = {"type": "array", "items": one_of([passage["id"] for passage in passages])}
    return {"sources": sources, "answered": {"type": "boolean"}}


def _user(order: ReplyOrder) -> str:
    context: dict[str, Any] = {
        "customer_name": "" if order.name_hidden else order.customer_name,
        "sentiment": order.sentiment,
        "priority": order.priority,
        "sla_hours": order.hours,
    }
    if order.authorised:
        context["gestures"] = {one.id: one.sentence(order.pivot_language) for one in order.authorised}
    return bounded(context, **order.read) + shown_passages(order.passages)


def _tool(order: ReplyOrder) -> dict[str, Any]:
    name, pivot_name = (languages.name(code, "en") for code in (order.language, order.pivot_language))
    asked = f"The reply in {name}, {prompt_texts.ASKED_LENGTH}, without a closing."
    properties: dict[str, Any] = {"text": {"type": "string", "description": asked}}
    if not order.one_language:
        properties["pivot_text"] = {"type": "string", "description": f"The same reply in {pivot_name}."}
    properties |= {
        "gesture": one_of([*(gesture.id for gesture in order.authorised), gestures.NONE]),
        **sources_of(order.passages),
        "category": one_of(list(Category)),
        "personal": {"type": "array", "items": {"type": "string"}},
    }
    return tool_of(prompt_texts.REPLY_TOOL, "Hands in the reply to the customer.", properties)


def bounded(context: Mapping[str, object], **texts: str) -> str:
    """Return a context and named texts as data between tags: none of them can close its bounds."""
    data = {"context": json.dumps(context, ensure_ascii=False), **texts}
    return "\n".join(f"<{name}>{escape(text, quote=False)}</{name}>" for name, text in data.items())


def tool_of(name: str, description: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a tool as Converse takes it, all of whose properties are required."""
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
