"""The functions' log lines."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from local.environment.clients import Clients

# What the logger writes into every line and nobody needs to read in each.
_NOISE = {"level", "message", "timestamp", "location", "service", "request_id", "xray_trace_id", "step"}


@dataclass(frozen=True)
class LogLine:
    """One line: of which log group, when, what."""

    group: str
    at: datetime
    level: str
    text: str
    details: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def parse(cls, group: str, milliseconds: int, message: str) -> "LogLine":
        """Read a structured line, or take any other as it is."""
        at = datetime.fromtimestamp(milliseconds / 1000, UTC)
        try:
            fields = json.loads(message)
        except ValueError:
            fields = None
        if isinstance(fields, dict) and "_aws" in fields:
            named = {
                metric["Name"] for each in fields["_aws"]["CloudWatchMetrics"] for metric in each["Metrics"]
            }
            return cls(
                group, at, "METRIC", " ".join(f"{name}={_number(fields[name])}" for name in sorted(named))
            )
        if not isinstance(fields, dict) or "message" not in fields:
            return cls(group, at, "", message.strip())
        details = {name: value for name, value in fields.items() if name not in _NOISE}
        return cls(group, at, str(fields.get("level", "")), str(fields["message"]), details)

    def __str__(self) -> str:
        """Return the line for a person."""
        details = " ".join(f"{name}={value}" for name, value in self.details.items())
        return " ".join(
            filter(None, (f"{self.at:%H:%M:%S.%f}"[:12], self.group, self.level, self.text, details))
        )


def _number(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def read_logs(
    clients: Clients, groups: Mapping[str, str], *, since: datetime, containing: str | None = None
) -> list[LogLine]:
    """Return the lines of all groups since a time, oldest first; `containing` asks for one word in them."""
    pattern = f'"{containing}"' if containing else ""
    lines = [
        line for label, group in groups.items() for line in _lines(clients, label, group, since, pattern)
    ]
    return sorted(lines, key=lambda line: line.at)


def _lines(clients: Clients, label: str, group: str, since: datetime, pattern: str) -> Iterator[LogLine]:
    pages = clients.logs.get_paginator("filter_log_events").paginate(
        logGroupName=group, startTime=int(since.timestamp() * 1000), filterPattern=pattern
    )
    for page in pages:
        for event in page["events"]:
            yield LogLine.parse(label, event["timestamp"], event["message"])
