"""Where a person's own name stands in a text: it is written the same in every language."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.text.views import is_unspaced

_SHORTEST: Final = 3
"""Letters of a part that is looked for by itself, in capitals as names are: "Jo" and "may" are words."""
_LAST_LINES: Final = 2
"""Lines in which a signature stands: the name, and at most one line of a device or a firm below it."""
_TITLES: Final = (
    "Mr|Mrs|Ms|Miss|Dr|M|Mme|Mlle|Monsieur|Madame|Herrn?|Frau|Sr|Sra|Señor|Señora|Sig|Signor|Signora|Senhora?|"
    "Dhr|Mevr|Pan|Pani|Bay|Bayan"
)
TITLED: Final = rf"(?<!\w)(?:{_TITLES})\.? $"


def spans(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where names stand, in order and without overlaps.

    A whole name stands anywhere. Its parts, which may be words (Will, Stein), count where they end one of the
    text's last lines, and after a title.
    """
    wholes = {whole for name in names for whole in _whole(name)}
    parts = {part for name in names for part in _parts(name)} - wholes
    forms = wholes | parts
    if not forms:
        return
    # The longest first, so that a whole name is not told by its parts.
    either = "|".join(_bounded(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    found = list(re.finditer(either, text))
    signed = _signed(text, found)
    for match in found:
        before = text[max(0, match.start() - 12) : match.start()]
        if match[0] in wholes or match.start() in signed or re.search(TITLED, before):
            yield match.span()


def lost(source: str, target: str, names: Sequence[str]) -> bool:
    """Tell whether a name that stands in the source does not stand in the target."""
    return any(source[start:end] not in target for start, end in spans(source, names))


def _signed(text: str, found: list[re.Match[str]]) -> set[int]:
    """Return where the names start that nothing but names and marks follows on one of the last lines."""
    lines = [line for line in re.finditer(r"[^\n]+", text) if not line[0].isspace()][-_LAST_LINES:]
    starts: set[int] = set()
    for line in lines:
        end = line.end()
        for match in reversed([match for match in found if match.end() <= end]):
            if match.start() < line.start() or any(map(str.isalnum, text[match.end() : end])):
                break
            starts.add(match.start())
            end = match.start()
    return starts


def _whole(name: str) -> Iterator[str]:
    whole = " ".join(name.split())
    if len(whole) >= _SHORTEST or any(map(is_unspaced, whole)):
        yield whole


def _parts(name: str) -> Iterator[str]:
    yield from (part for part in name.split() if len(part) >= _SHORTEST and part[0].isupper())


def _bounded(form: str) -> str:
    before = "" if is_unspaced(form[0]) else r"(?<!\w)"
    after = "" if is_unspaced(form[-1]) else r"(?!\w)"
    return f"{before}{re.escape(form)}{after}"
