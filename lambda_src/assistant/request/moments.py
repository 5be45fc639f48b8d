"""Moments, in the one form that the record uses."""

from datetime import datetime


def iso(moment: datetime) -> str:
    """Return a moment in UTC as `2026-11-23T10:15:30.123Z`: it sorts as text."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse(text: str) -> datetime:
    """Return the moment that `iso` wrote."""
    return datetime.fromisoformat(text)
