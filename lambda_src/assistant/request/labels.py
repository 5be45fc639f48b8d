"""The words that a team reads around a request, in each pivot language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from assistant import data

DATA: Final = ("labels/*.toml",)


@dataclass(frozen=True)
class Labels:
    """One pivot language's words.

    The tables have a word for each category, sentiment, priority and score, and for each kind of text that is
    set aside from a message.
    """

    categories: Mapping[str, str]
    sentiments: Mapping[str, str]
    priorities: Mapping[str, str]
    scores: Mapping[str, str]
    kinds_aside: Mapping[str, str]
    customer: str
    language: str
    sentiment: str
    priority: str
    category: str
    entities: str
    original: str
    translation: str
    reply: str
    audio: str
    degraded: str
    request: str
    sla: str
    due: str
    none: str
    no_audio: str
    on_demand: str
    not_needed: str
    not_translated: str
    valid_until: str
    transcript: str
    sources: str
    not_documented: str
    masked: str
    withheld: str
    received: str
    alert_subject: str
    alert_text: str
    set_aside: str
    end: str
    failure_subject: str
    failure_text: str

    @classmethod
    def of(cls, pivot_language: str) -> Self:
        """Return the words of a team that works in this language."""
        return data.record(cls, data.read(f"labels/{pivot_language}"), f"labels/{pivot_language}.toml")
