"""Drafts judged by the reply step's own checks, without a model."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.language import languages
from assistant.reply import gestures, letter
from assistant.reply.checks import Checks
from assistant.reply.draft import Objection
from assistant.reply.gestures import Gesture
from assistant.reply.prompt import ReplyOrder
from assistant.request.categories import Category
from assistant.request.priority import Priority, Sentiment
from eval import config


@dataclass(frozen=True)
class Judged:
    """A draft, and the first rule that it breaks; None where the checks find nothing."""

    id: str
    lang: str
    objection: Objection | None

    def to_json(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        if self.objection is None:
            return {"id": self.id, "lang": self.lang, "rejected": False}
        found = {"check": self.objection.rule, "words": self.objection.quote}
        return {"id": self.id, "lang": self.lang, "rejected": True, **found}


def gestures_of(environment: config.Environment) -> list[Gesture]:
    """Return the gestures that an environment authorises."""
    return [Gesture(one.id, one.priorities, one.sentences) for one in environment.reply.gestures]


def order_of(message: Mapping[str, Any], environment: config.Environment, priority: Priority) -> ReplyOrder:
    """Return what a message of some priority asks for; nothing else is known of it."""
    team = environment.pivot_language
    return ReplyOrder(
        company=environment.company,
        language=message["lang"],
        pivot_language=team,
        customer_name=letter.name_to_greet(message["name"]),
        message=message["message"],
        translation=None if message["lang"] == team else message["message_fr"],
        sentiment=Sentiment.UNKNOWN,
        scores=None,
        category=Category.GENERAL,
        priority=priority,
        gestures=gestures_of(environment),
        discloses=environment.disclosure.enabled,
    )


def bodies(draft: Mapping[str, Any], environment: config.Environment) -> tuple[str, str]:
    """Return a draft's two texts without what the reply step takes off: closings, its gesture's sentence."""
    company, code, team = environment.company, draft["lang"], environment.pivot_language
    gesture = gestures.chosen(draft.get("gesture", gestures.NONE), gestures_of(environment))
    said = {one: gesture.sentence(one) if gesture else None for one in (code, team)}
    text = letter.body(draft["text"], company, said[code])
    if languages.base(code) == languages.base(team):
        return text, text
    return text, letter.body(draft["pivot_text"], company, said[team])


def judge(draft: Mapping[str, Any], environment: config.Environment) -> Judged:
    """Judge one draft; where it names no priority or no gesture, every authorised one is tried."""
    objections = [
        _objection(draft, environment, priority)
        for priority in ([Priority(draft["priority"])] if "priority" in draft else Priority)
    ]
    return Judged(draft["id"], draft["lang"], None if None in objections else objections[0])


def _objection(
    draft: Mapping[str, Any], environment: config.Environment, priority: Priority
) -> Objection | None:
    order = order_of(draft, environment, priority)
    offered = [one for one in order.gestures if priority in one.priorities]
    made = offered
    if "gesture" in draft:
        chosen = gestures.chosen(draft["gesture"], offered)
        made = [chosen] if chosen else []
    own = [sentence for one in made for sentence in one.sentences.values()]
    known = (draft["message"], draft["message_fr"], order.customer_name, order.company, *own)
    others = [
        sentence
        for one in order.gestures
        if "gesture" in draft and one not in made
        for sentence in one.sentences.values()
    ]
    return Checks(order, "\n".join(known), others).fault(*bodies(draft, environment))
