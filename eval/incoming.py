"""How incoming messages are read: their language, the customer's own words, the personal data in them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from assistant.language import detection, languages, scripts
from assistant.language.detection import Candidate
from assistant.own_words import own_words
from assistant.privacy import personal_data
from assistant.privacy.masking import mask
from assistant.privacy.patterns import patterns
from eval import config, lines
from local.standins.comprehend.detection import detect
from local.standins.comprehend.entities import find_entities

FOLDER: Final = Path(__file__).with_suffix("")
SETS: Final = ("tuned", "held_out")

Fields = Mapping[str, Any]


def load(kind: str, name: str) -> list[Fields]:
    """Return the messages of a kind (short, quoted, personal) in a set."""
    return [one for one in lines.load(FOLDER / f"{kind}.jsonl") if one["set"] == name]


def read(environment: config.Environment) -> dict[str, dict[str, Any]]:
    """Return the counts of each set; Comprehend is the local stand-in, the model's lists are recorded."""
    return {
        name: {
            **language(load("short", name)),
            **own(load("quoted", name)),
            **personal(load("personal", name), environment.company, environment.pivot_language),
        }
        for name in SETS
    }


def language(messages: Sequence[Fields]) -> dict[str, Any]:
    """Return for how many short messages the language is right, with the service and without."""
    decided = [
        (one, decide(one["message"], asked=True), decide(one["message"], asked=False)) for one in messages
    ]
    return {
        "short messages": len(messages),
        "language right": sum(with_service.code == one["lang"] for one, with_service, _ in decided),
        "right without a service": sum(without.code == one["lang"] for one, _, without in decided),
        "in another script": [
            one["id"]
            for one, *decisions in decided
            for decision in decisions
            if not scripts.holds(scripts.main(one["message"]), decision.code)
        ],
    }


def decide(message: str, *, asked: bool) -> detection.Decision:
    """Return the language of a message, as the product decides it with the local stand-in of Comprehend."""
    words = detection.words_of(message)
    seen = [Candidate(*found) for found in detect(words)] if asked and words else None
    return detection.decide(message, declared=None, candidates=seen, fallback="fr")


def own(messages: Sequence[Fields]) -> dict[str, Any]:
    """Return how many parts not written by the customer are set aside, and where own words are lost."""
    left, lost = [], []
    for one in messages:
        text = _plain(own_words.own(one["message"], own_words.find(one["message"])))
        left += [one["id"] for words in one["aside"] if _plain(words)[:80] in text]
        # A longer token is a link or data, of which a part may stay.
        if any(word not in text for word in _plain(one["own"]).split() if len(word) < _LONG):
            lost.append(one["id"])
    return {
        "quoted messages": len(messages),
        "parts to set aside": sum(len(one["aside"]) for one in messages),
        "set aside": sum(len(one["aside"]) for one in messages) - len(left),
        "own words lost": lost,
    }


_LONG: Final = 100


def personal(messages: Sequence[Fields], company: str, team: str) -> dict[str, Any]:
    """Return how much personal data is masked, with and without the model's list, and what is so wrongly."""
    counts: Counter[str] = Counter()
    hidden = []
    for one in messages:
        alone, listed = (masked(one, company, team, with_list=with_list) for with_list in (False, True))
        for words in one["personal"]:
            counts["alone"] += one["message"].count(words) > alone.count(words)
            counts["listed"] += one["message"].count(words) > listed.count(words)
        hidden += [f"{one['id']}: {words}" for words in one["keep"] if words not in listed]
    return {
        "personal data": sum(len(one["personal"]) for one in messages),
        "masked": counts["listed"],
        "masked without the model's list": counts["alone"],
        "what is none": sum(len(one["keep"]) for one in messages),
        "masked all the same": hidden,
    }


def masked(one: Fields, company: str, team: str, *, with_list: bool) -> str:
    """Return a message as a team of some language would see it."""
    text, lang = one["message"], one["lang"]
    found = patterns(text, lang, team)
    if with_list:
        kept = personal_data.with_listed(
            personal_data.to_items(found),
            one["listed"],
            texts=(text,),
            places=_places(text, lang),
            company=company,
        )
        found = personal_data.from_items(kept) or []
    return mask(text, found, names=(one["name"],))


def _places(text: str, lang: str) -> list[str]:
    spoken = languages.analysed_as(lang)
    found = find_entities(text, spoken) if spoken else []
    return [one["Text"] for one in found if one["Type"] == "LOCATION"]


def _plain(text: str) -> str:
    return " ".join(text.split())
