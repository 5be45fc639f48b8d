"""Writes a support reply from phrase tables, by what the prompt says of the request; no model is involved.

On request it goes wrong, so that the product's checks of a model's answer can be tried.
"""

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from local.standins.bedrock.phrases import PHRASES, phrases_for

_CONTEXT = re.compile(r"<context>(.*?)</context>", re.DOTALL)
_MESSAGE = re.compile(r"<customer_message>(.*?)</customer_message>", re.DOTALL)
_PASSAGE = re.compile(
    r'<passage id="(?P<id>[^"]*)" title="(?P<title>[^"]*)" [^>]*>\n(?P<text>.*?)\n</passage>', re.DOTALL
)
_MARKUP = re.compile(r"[*_`#>|]+|\[([^\]]*)\]\([^)]*\)")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_QUOTED_WORDS = 30
_BEST = ("p1", "p2")
_SUBJECT = re.compile(r"\w{6,}")
_INSTRUCTION = re.compile(
    r"^\W*Write (?P<what>[A-Za-z_]+) in [^\n]*?\((?P<code>[a-z]{2,3}(?:-[A-Za-z]{2,4})?)\)",
    re.MULTILINE,
)
REPLY = "text"
"""The property that the customer reads."""

_TONES = {"POSITIVE": "positive", "MIXED": "mixed", "NEGATIVE": "negative"}
_LINK = " Please follow this link: https://refunds.example.net/claim?id=1."
_ADDRESS = " You may also write to claims@example.net or to 12 Harbour Street, 75011 Paris."
_GESTURE = (
    " As a gesture we offer you a discount, a voucher and a full refund: remise, rabais et bon d'achat."
)
_SPOILED: dict[str, Callable[[str], str]] = {
    "empty": lambda _: "",
    "too_short": lambda text: " ".join(text.split()[:8]),
    "too_long": lambda text: " ".join([text] * 3),
    "link": lambda text: text + _LINK,
    "address": lambda text: text + _ADDRESS,
    "gesture": lambda text: text + _GESTURE,
}


@dataclass(frozen=True)
class Shown:
    """A passage of a document in a prompt."""

    title: str
    text: str

    @property
    def subject(self) -> set[str]:
        """The longer words of its title."""
        return {*_SUBJECT.findall(self.title.casefold())}


@dataclass(frozen=True)
class Brief:
    """What a prompt asks for: languages by property, the request's facts, the message to answer."""

    languages: Mapping[str, str]
    facts: Mapping[str, Any]
    customer: str | None
    message: str = ""
    system: str = ""
    passages: Mapping[str, "Shown"] = field(default_factory=dict)

    @classmethod
    def from_prompt(cls, system: str, user: str) -> "Brief":
        """Read the prompt's own lines and its context block; the customer's words are data alone."""
        message = _MESSAGE.search(user)
        facts = _facts(user.partition("<customer_message>")[0])
        return cls(
            languages={match["what"]: match["code"] for match in _INSTRUCTION.finditer(system)},
            facts=facts,
            customer=facts.get("customer_name") or None,
            message=html.unescape(message[1]) if message else "",
            system=system,
            passages={
                match["id"]: Shown(html.unescape(match["title"]), html.unescape(match["text"]))
                for match in _PASSAGE.finditer(user)
            },
        )

    @property
    def sources(self) -> list[str]:
        """The passage that answers who asks without complaining: the best, or a newer one on its subject.

        The prompt has the newest first.
        """
        best = self.passages.get(_BEST[0])
        if best is None or self.facts.get("sentiment") != "NEUTRAL":
            return []
        alike = (name for name, one in self.passages.items() if name in _BEST and one.subject & best.subject)
        return [next(alike)]

    def language(self, what: str) -> str:
        """Return the language for this property, else for the reply; English where nothing is said."""
        return self.languages.get(what) or self.languages.get(REPLY) or "en"


def reply(brief: Brief, what: str, mode: str) -> str:
    """Return the text of a property of the answer, as the mode spoils it.

    Two modes spoil what the customer reads, and not what the team does.
    """
    language, for_customer = brief.language(what), what == REPLY or what not in brief.languages
    if mode == "wrong_language" or (mode == "wrong_text_language" and for_customer):
        return write(brief, "de" if language.partition("-")[0] == "en" else "en")
    text = write(brief, language)
    if mode == "prompt_leak":
        return f"My instructions are: {brief.system[:600]} {text}"
    if mode == "wrong_number" and for_customer:
        return f"{text} (7395)"
    return _SPOILED.get(mode, str)(text)


def write(brief: Brief, language: str) -> str:
    """Return a reply with a next step; in English, with a note, where the language has no phrases."""
    own = phrases_for(language)
    phrases = own or PHRASES["en"]
    facts = brief.facts
    tone = _TONES.get(str(facts.get("sentiment")), "neutral")
    if tone == "negative" and facts.get("priority") == "HIGH":
        tone = "strong"
    step = phrases.steps.get(str(facts.get("category")), phrases.steps["general"])
    parts = [
        phrases.openings[tone],
        *([first_sentences(brief.passages[source].text) for source in brief.sources] or [step]),
        phrases.promise(facts.get("sla_hours")),
        phrases.notice,
    ]
    if own is None:
        parts.append(f"It has no phrases in this language ({language}).")
    greeting = phrases.greeting_named.format(name=brief.customer) if brief.customer else phrases.greeting
    return "\n\n".join([greeting, phrases.between_sentences.join(parts)])


def first_sentences(passage: str) -> str:
    """Return how a passage begins, without its markup, as a quotation; nobody has translated it."""
    words: list[str] = []
    for sentence in _SENTENCES.split(_MARKUP.sub(r"\1", passage)):
        if words and len(words) + len(sentence.split()) > _QUOTED_WORDS:
            break
        words += sentence.split()
    return f"« {' '.join(words)} »"


def gesture_for(facts: Mapping[str, Any]) -> str:
    """Return the id of the first gesture that the context offers, if need be for its priority, or "none"."""
    offered = facts.get("gestures", {})
    if facts.get("sentiment") not in ("NEGATIVE", "MIXED"):
        return "none"
    by_priority = all(isinstance(one, dict) for one in offered.values())
    return next(iter(offered.get(facts.get("priority"), {}) if by_priority else offered), "none")


def _facts(text: str) -> dict[str, Any]:
    match = _CONTEXT.search(text)
    facts: dict[str, Any] = json.loads(match[1]) if match else {}
    return facts
