"""The sample messages, and whether an answer is what they expect."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from local.commands.client import Record

FILE = Path(__file__).with_suffix(".json")

# The local stand-ins promise what is expected of these; the rest is a promise of the real services.
HELD_LOCALLY = 4


@dataclass(frozen=True)
class Sample:
    """One message, and what the answer must show for it."""

    id: str
    name: str
    email: str
    message: str
    expect: Mapping[str, Any] = field(default_factory=dict)

    def body(self) -> dict[str, str]:
        """Return it as the API takes it."""
        return {"name": self.name, "email": self.email, "message": self.message}

    def shortfalls(self, record: Record) -> list[str]:
        """Return how an answer differs from what is expected, one line each."""
        analysis, message = record.get("analysis", {}), record.get("message", {})
        found = {
            "language": record.get("language", {}).get("code"),
            "sentiment": analysis.get("sentiment"),
            "priority": analysis.get("priority"),
            "category": analysis.get("category"),
            "translated": message.get("pivot", message.get("original")) != message.get("original"),
        }
        return [
            f"{name} is {found[name]}, expected {_list(allowed)}"
            for name, allowed in self.expect.items()
            if found[name] not in (allowed if isinstance(allowed, list) else [allowed])
        ]


def load(file: Path = FILE) -> list[Sample]:
    """Return the samples in their order."""
    return [Sample(**fields) for fields in json.loads(file.read_text(encoding="utf-8"))["messages"]]


def _list(allowed: object) -> str:
    return " or ".join(allowed) if isinstance(allowed, list) else str(allowed)
