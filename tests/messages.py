"""Customers' messages in thirty languages, in `messages.json`: written without a look at the rules."""

import json
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from support.domain import literals, tongues


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
    for fields in json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))["messages"]
]
FEW = [one for _, group in groupby(MESSAGES, lambda one: one.language) for one in list(group)[:2]]
"""Two of each language."""


MOST_UNSURE = 0.03
"""The share of messages whose language may be left open; their records have to say so."""


def is_unsure(record: dict[str, Any]) -> bool:
    """Tell whether a record says that the message's language was not to be told."""
    reason = record["language"].get("reason")
    return record["language"]["source"] == "assumed" and degraded(record) == [
        {"step": "language", "reason": reason}
    ]


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
    wrong = {
        f"status {record['status']}": record["status"] != "completed",
        f"no {sorted(parts - record.keys())}": not parts <= record.keys(),
        f"language {language['code']}": language["code"] != message.language,
        f"reply in {reply['language']}": reply["language"] != message.language,
        "reply in other words": tongues.is_other(reply["text"], message.language),
        "pivot text in other words": tongues.is_other(reply["pivot_text"], "fr"),
        "other numbers": bool(literals.lost(reply["pivot_text"], reply["text"])),
        f"lost {lost}": bool(lost),
        "no voice, no reason": not spoken,
        f"degraded {record['degraded']}": degraded(record) != [],
    }
    return [what for what, is_so in wrong.items() if is_so]
