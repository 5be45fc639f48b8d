"""What the watch asks."""

from collections.abc import Mapping, Sequence
from typing import Final

from assistant import data

DATA: Final = ("watch.toml",)


def messages() -> Sequence[Mapping[str, str]]:
    """Return what is asked in turn: each a `text` and its `language`."""
    found: list[Mapping[str, str]] = data.read("watch")["messages"]
    return found


def message_for(now: float, minutes: int) -> Mapping[str, str]:
    """Return the message whose turn it is, by the seconds since the epoch."""
    return messages()[int(now // (minutes * 60)) % len(messages())]
