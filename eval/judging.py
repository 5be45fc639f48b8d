"""Drafts judged by the checks of code, as the reply step makes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.language import languages
from assistant.reply import compose, gestures, greeting
from assistant.reply.checks import Checks
from assistant.reply.gestures import Gesture
from assistant.reply.prompt import Objection
from assistant.request.priority import SLA_HOURS, Priority
from eval import config


@dataclass(frozen=True)
class Judged:
    """A draft, and the first rule that it breaks; None where code finds nothing."""

    id: str
    lang: str
    objection: Objection | None

    def to_json(self) -> dict[str, Any]:
        """The judgement as a plain object."""
        if self.objection is None:
            return {"id": self.id, "lang": self.lang, "rejected": False}
        found = {"check": self.objection.rule, "words": self.objection.quote}
        return {"id": self.id, "lang": self.lang, "rejected": True, **found}


def gestures_of(environment: config.Environment) -> list[Gesture]:
    """Return the gestures that an environment authorises."""
    return [Gesture(one.id, one.priorities, one.sentences) for one in environment.reply.gestures]


def bodies(draft: Mapping[str, Any], environment: config.Environment) -> tuple[str, str]:
    """Return a draft's two texts without what the reply step takes off: closings, its gesture's sentence."""
    company, code, team = environment.company, draft["lang"], environment.pivot_language
    gesture = gestures.chosen(draft.get("gesture", gestures.NONE), gestures_of(environment))
    said = {one: gesture.sentence(one) if gesture else None for one in (code, team)}
    text = compose.body(draft["text"], company, said[code])
    if languages.base(code) == languages.base(team):
        return text, text
    return text, compose.body(draft["pivot_text"], company, said[team])


def judge(draft: Mapping[str, Any], environment: config.Environment) -> Judged:
    """Judge one draft; where it tells no priority or no gesture, any that is authorised may be meant."""
    objections = [
        _objection(draft, environment, priority)
        for priority in ([Priority(draft["priority"])] if "priority" in draft else Priority)
    ]
    return Judged(draft["id"], draft["lang"], None if None in objections else objections[0])


def _objection(
    draft: Mapping[str, Any], environment: config.Environment, priority: Priority
) -> Objection | None:
    offered = [one for one in gestures_of(environment) if priority in one.priorities]
    made = offered
    if "gesture" in draft:
        chosen = gestures.chosen(draft["gesture"], offered)
        made = [chosen] if chosen else []
    pivot = environment.pivot_language
    sentences = [sentence for one in made for sentence in one.sentences.values()]
    checks = Checks(
        company=environment.company,
        language=draft["lang"],
        pivot_language=pivot,
        hours=SLA_HOURS[priority],
        known="\n".join(
            (
                draft["message"],
                draft["message_fr"],
                greeting.name_to_greet(draft["name"]),
                environment.company,
                *sentences,
            )
        ),
        unmade=[
            sentence
            for one in gestures_of(environment)
            if "gesture" in draft and one not in made
            for sentence in one.sentences.values()
        ],
    )
    text, pivot_text = bodies(draft, environment)
    return checks.fault({"text": text, "pivot_text": pivot_text})
