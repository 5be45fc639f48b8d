"""What the status link shows of a request: the lists below, and nothing that they do not name.

The record in the archive is the team's. What it has beyond these lists (costs, usage, models, scores, the
service codes behind what is degraded) is not the customer's business, and would help whoever attacks us.
"""

from collections.abc import Mapping
from typing import Any, Final

from assistant.request import record

PLAIN: Final = ("request_id", "status", "step", "received_at", "completed_at", "generated")

PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "customer": ("name", "email"),
    "language": ("code", "name", "source"),
    "message": ("original", "set_aside", "pivot", "pivot_language"),
    "analysis": ("sentiment", "entities", "category", "priority", "sla_hours", "due_at"),
    "reply": ("text", "language", "pivot_text", "source", "words", "basis", "sources", "gesture"),
    "voice": ("status", "voice_id", "language", "url", "expires_at", "reason"),
}
"""The fields of each part of the record that are shown."""

EACH: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("analysis", "entities"): ("text", "type"),
    ("reply", "sources"): ("title", "heading", "link", "updated"),
}
"""The fields of each of the objects in a list."""


def of(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a customer sees of a stored request, in the contract's order.

    `degraded` names the parts without their reasons. `links.erase` is the one place that the link which
    erases is handed out.
    """
    team = record.of(item, lambda _: None)
    parts = {part: _only(fields, team[part]) for part, fields in PARTS.items() if part in team}
    for (part, name), fields in EACH.items():
        if name in parts.get(part, {}):
            parts[part][name] = [_only(fields, one) for one in parts[part][name]]
    if "voice" in item["degraded"] and "voice" in parts:
        parts["voice"].pop("reason", None)  # a service's code; silence that is meant has a reason of ours
    shown = _only(PLAIN, team) | parts
    return {
        **{name: shown[name] for name in team if name in shown},
        "degraded": sorted(item["degraded"]),
        "links": {"erase": item["erase_url"]},
    }


def _only(fields: tuple[str, ...], values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in values if name in fields}
