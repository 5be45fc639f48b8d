"""The id of a request: sortable by time, not guessable, also the execution's name."""

import re
import secrets
from datetime import datetime
from typing import Final

_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz234567"
FORM: Final = re.compile(r"req-\d{8}-\d{6}-[a-z2-7]{12}", re.ASCII)


def new(now: datetime) -> str:
    """Return `req-YYYYMMDD-HHMMSS-` (UTC) and twelve random base-32 characters."""
    return f"req-{now:%Y%m%d-%H%M%S}-" + "".join(secrets.choice(_ALPHABET) for _ in range(12))


def is_valid(text: str) -> bool:
    """Tell whether a text has the form of an id."""
    return FORM.fullmatch(text) is not None
