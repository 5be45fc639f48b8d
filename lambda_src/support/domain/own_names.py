"""Where a person's own name stands in a text: it is written the same in every language."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .views import is_unspaced

_SHORTEST: Final = 3
"""Letters of a part that is looked for by itself, in capitals as names are: "Jo" and "may" are words."""


def spans(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where names stand, whole or by their parts, in order and without overlaps."""
    forms = {form for name in names for form in _forms(name)}
    if not forms:
        return
    # The longest first, so that a whole name is not told by its parts.
    either = "|".join(_bounded(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    yield from (match.span() for match in re.finditer(either, text))


def lost(source: str, target: str, names: Sequence[str]) -> bool:
    """Tell whether a name that stands in the source does not stand in the target."""
    return any(source[start:end] not in target for start, end in spans(source, names))


def _forms(name: str) -> Iterator[str]:
    whole = " ".join(name.split())
    if len(whole) >= _SHORTEST or any(map(is_unspaced, whole)):
        yield whole
    yield from (part for part in whole.split() if len(part) >= _SHORTEST and part[0].isupper())


def _bounded(form: str) -> str:
    before = "" if is_unspaced(form[0]) else r"(?<!\w)"
    after = "" if is_unspaced(form[-1]) else r"(?!\w)"
    return f"{before}{re.escape(form)}{after}"
