"""Customers' messages in thirty languages, in `messages.jsonl`: written without a look at the rules."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from assistant.language import language_evidence
from assistant.language.detection import SIBLINGS
from assistant.translation import invariants
from eval import lines


@dataclass(frozen=True)
class Message:
    """One message, what it is about, and what of it has to survive a translation."""

    id: str
    language: str
    name: str
    category: str
    message: str
    literals: tuple[str, ...] = ()

    @property
    def body(self) -> dict[str, str]:
        """The request that carries it."""
        return {"name": self.name, "email": "zoe@example.com", "message": self.message}


MESSAGES = [
    Message(**{**fields, "literals": tuple(fields["literals"])})
    for fields in lines.load(Path(__file__).with_suffix(".jsonl"))
]
FEW = [one for _, group in groupby(MESSAGES, lambda one: one.language) for one in list(group)[:2]]
"""Two of each language."""


MOST_UNSURE = 0.06
"""The share of messages whose language may be a guess, which their records have to say; 0.015 in all."""


def is_unsure(record: dict[str, Any]) -> bool:
    """Tell whether a record says that the message's language was not to be told.

    The guess may be one that the local stand-in of the model has no words of.
    """
    language = record["language"]
    return (
        language["source"] == "assumed"
        and {"step": "language", "reason": language.get("reason")} in record["degraded"]
    )


def _is_understood(code: str, by: str) -> bool:
    """Tell whether who writes a language reads another: it is the same, or a close relative."""
    return code == by or any({code, by} <= set(family) for family in SIBLINGS)


def degraded(record: dict[str, Any]) -> list[dict[str, str]]:
    """Return what is less than it should be, but for words of ours that the stand-in cannot translate."""
    untranslated = [{"step": step, "reason": "translation_language"} for step in ("ending", "gesture")]
    return [one for one in record["degraded"] if one not in untranslated]


def shortfalls(message: Message, record: dict[str, Any]) -> list[str]:
    """Return what an answer lacks: nothing, if all is as a customer may expect."""
    language, reply, voice = record["language"], record["reply"], record["voice"]
    spoken = voice["status"] == "ready" or voice["reason"] == "no_voice_for_language"
    lost = [one for one in message.literals if one not in record["message"]["pivot"]]
    parts = {"customer", "language", "message", "analysis", "reply", "voice", "degraded", "timings_ms"}
    # Taken for a close relative, the message may be in a language that the model's stand-in has no words of.
    exact = language["code"] == message.language
    wrong = {
        f"status {record['status']}": record["status"] != "completed",
        f"no {sorted(parts - record.keys())}": not parts <= record.keys(),
        f"language {language['code']}": not _is_understood(language["code"], message.language),
        f"reply in {reply['language']}": exact and reply["language"] != language["code"],
        "reply in other words": exact and language_evidence.is_other(reply["text"], message.language),
        "pivot text in other words": language_evidence.is_other(reply["pivot_text"], "fr"),
        "other numbers": bool(invariants.lost(reply["pivot_text"], reply["text"])),
        f"lost {lost}": bool(lost),
        "no voice, no reason": not spoken,
        f"degraded {record['degraded']}": exact and degraded(record) != [],
    }
    return [what for what, is_so in wrong.items() if is_so]
