"""Writes a support reply from phrase tables, by what the prompt says of the request; no model is involved."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from local.standins.bedrock.phrases import PHRASES, phrases_for

_CONTEXT = re.compile(r"<context>(.*?)</context>", re.DOTALL)
_INSTRUCTION = re.compile(
    r"^\W*Write (?P<what>[A-Za-z_]+) in [^\n]*?\((?P<code>[a-z]{2,3}(?:-[A-Za-z]{2,4})?)\)",
    re.MULTILINE,
)
# Signs that belong to letters: accents, Hindi, Bengali and Thai vowels, the non-joiner of Persian.
_MARKS = (
    "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c"
)
# Letters of any script, spaces, &, hyphens, apostrophes; a full stop only after an initial: no address.
_NAME = re.compile(rf"(?:[^\W\d_]|[{_MARKS}]|[ &'’-]|(?<=\b[^\W\d_])\.(?= |$)){{1,40}}")
REPLY = "text"
"""The property that the customer reads."""

_CUSTOMER_MESSAGE = "<customer_message>"
_TONES = {"POSITIVE": "positive", "MIXED": "mixed", "NEGATIVE": "negative"}


@dataclass(frozen=True)
class Brief:
    """What a prompt asks for: languages by property, and the request's facts."""

    languages: Mapping[str, str]
    facts: Mapping[str, Any]
    customer: str | None

    @classmethod
    def from_prompt(cls, system: str, user: str) -> "Brief":
        """Reads the prompt's own lines and its context block; the customer's message is never looked into."""
        own = user.partition(_CUSTOMER_MESSAGE)[0]
        facts = _facts(own)
        return cls(
            languages={match["what"]: match["code"] for match in _INSTRUCTION.finditer(system)},
            facts=facts,
            customer=_name(facts.get("customer_name")),
        )

    def language(self, what: str) -> str:
        """The language for this property, else for the reply; English where nothing is said."""
        return self.languages.get(what) or self.languages.get(REPLY) or "en"

    def is_reply(self, what: str) -> bool:
        """Whether this property is what the customer reads: all but those with a language of their own."""
        return what == REPLY or what not in self.languages


def write(brief: Brief, language: str) -> str:
    """A reply with a next step, in this language; in English, with a note, where there are no phrases."""
    own = phrases_for(language)
    phrases = own or PHRASES["en"]
    facts = brief.facts
    greeting = phrases.greeting_named.format(name=brief.customer) if brief.customer else phrases.greeting
    parts = [
        phrases.openings[_tone(facts)],
        phrases.steps.get(str(facts.get("category")), phrases.steps["general"]),
        phrases.promise(_hours(facts.get("sla_hours"))),
        phrases.notice,
    ]
    if own is None:
        parts.append(f"It has no phrases in this language ({language}).")
    return "\n\n".join([greeting, phrases.between_sentences.join(parts)])


def gesture_for(facts: Mapping[str, Any]) -> str:
    """The id of the first gesture that the context offers for its priority, or "none"."""
    offered = facts.get("gestures")
    by_priority = offered.get(facts.get("priority"), offered) if isinstance(offered, dict) else {}
    if facts.get("sentiment") not in ("NEGATIVE", "MIXED") or not isinstance(by_priority, dict):
        return "none"
    return next((name for name, sentence in by_priority.items() if isinstance(sentence, str)), "none")


def _tone(facts: Mapping[str, Any]) -> str:
    tone = _TONES.get(str(facts.get("sentiment")), "neutral")
    return "strong" if tone == "negative" and facts.get("priority") == "HIGH" else tone


def _hours(raw: object) -> float | None:
    """Hours fit to be promised, up to a month; else None."""
    if not isinstance(raw, int | float) or isinstance(raw, bool) or not 0 < raw <= 720:
        return None
    return raw


def _facts(text: str) -> dict[str, Any]:
    match = _CONTEXT.search(text)
    try:
        facts = json.loads(match[1]) if match else {}
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _name(raw: object) -> str | None:
    """A name fit to be repeated: one line, at most four words and 40 letters; else none at all."""
    if not isinstance(raw, str):
        return None
    name = " ".join(raw.split())
    return name if _NAME.fullmatch(name) and len(name.split()) <= 4 else None
