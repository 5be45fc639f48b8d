"""What must survive a translation: addresses, links, codes, product names, amounts, dates, times, numbers."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from . import codes, own_names
from .figure_forms import ascii_digits, figures
from .figures import Figures

KINDS: Final = ("number", "code", "email", "link", "name")

_OPEN: Final = "<i translate=no>"
_CLOSE: Final = "</i>"
"""The shortest element that Amazon Translate leaves alone: each character of it is billed."""

TAG: Final = re.compile(r"<\s{0,3}/?\s{0,3}i(?:\s[^<>]{0,40})?>", re.IGNORECASE)
"""Our element's tags, also as a service may have changed them."""


@dataclass(frozen=True)
class _Literals:
    exact: Counter[tuple[str, str]]
    names: Counter[str]
    figures: Figures
    folded: str
    alike: str

    def kinds_not_in(self, other: "_Literals", *, names: bool) -> list[str]:
        """Return the kinds of what this text has and the other has not."""
        kinds = {kind for kind, key in self.exact if not other.holds(kind, key)}
        kinds |= {item.kind for item in self.figures.missing(other.figures)}
        if names and any(not other.says(name) for name in self.names):
            kinds.add("code")
        return [kind for kind in KINDS if kind in kinds]

    def holds(self, kind: str, key: str) -> bool:
        """Tell whether an address, a link or a code is there, a code perhaps by its number alone."""
        if (kind, key) in self.exact or kind != "code":
            return (kind, key) in self.exact
        number = codes.number(key)
        return codes.stands(key, self.alike) or (bool(number) and self.figures.holds(number, in_codes=False))

    def says(self, name: str) -> bool:
        """Tell whether a name is there; the other language's ending may hang on it."""
        return re.search(rf"(?<![a-z0-9]){re.escape(name)}(?!\d)", self.folded) is not None


def keys(text: str) -> Counter[str]:
    """Count what must be there, each in the one form that all languages share."""
    found = _read(text)
    counted = Counter({key: number for (_, key), number in found.exact.items()})
    return counted + found.names + Counter(item.key for item in found.figures.items)


def lost(source: str, target: str, names: Sequence[str] = ()) -> list[str]:
    """Return the kinds of what the source has and the target has not; empty if all survived.

    `names` are people's, as they wrote them.
    """
    kinds = _read(source).kinds_not_in(_read(target), names=True)
    return [*kinds, "name"] if own_names.lost(source, target, names) else kinds


def added(source: str, target: str) -> list[str]:
    """Return the kinds of what the target has and the source has not, but for names of products.

    These a language may write in its own letters, so that one text has them and the other does not.
    """
    return _read(target).kinds_not_in(_read(source), names=False)


def differ(source: str, target: str) -> bool:
    """Tell whether anything is lost or added; each text is read once."""
    one, other = _read(source), _read(target)
    return bool(one.kinds_not_in(other, names=True) or other.kinds_not_in(one, names=False))


def protect(text: str, names: Sequence[str] = ()) -> str:
    """Return a text as HTML that tells Amazon Translate what to leave alone.

    A text with nothing to protect is returned as it is, unless it could be taken for such HTML.
    """
    spans = list(protected(text, names))
    if not spans and unprotect(text) == text:
        return text
    parts, end = [], 0
    for start, stop in spans:
        inner = html.escape(text[start:stop], quote=False)
        parts += [html.escape(text[end:start], quote=False), _OPEN, inner, _CLOSE]
        end = stop
    return "".join((*parts, html.escape(text[end:], quote=False)))


def unprotect(marked: str) -> str:
    """Return the plain text of what `protect` made, translated or not."""
    return html.unescape(TAG.sub("", marked))


def protected(text: str, names: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a text stand that are told to the service, in order; they never overlap."""
    end = 0
    for start, stop in sorted(
        [*own_names.spans(text, names), *((one.start, one.end) for one in codes.spans(text))]
    ):
        if start >= end:
            yield start, stop
            end = stop


def _read(text: str) -> _Literals:
    plain = ascii_digits(text)
    exact: Counter[tuple[str, str]] = Counter()
    names: Counter[str] = Counter()
    rest, end = [], 0
    digits = ""
    for span in codes.spans(plain):
        key = plain[span.start : span.end].casefold()
        key = codes.alike(key) if span.kind == "code" else key
        if span.kind == "name":
            names[key] += 1
        else:
            exact[span.kind, key] += 1
        digits += f" {key}" if span.kind == "code" else ""
        rest += [plain[end : span.start], "|"]
        end = span.end
    found = figures(codes.without_units("".join((*rest, plain[end:]))))
    found.groups.update(int(group) for group in re.findall(r"\d{1,15}", digits))
    found.code_digits = f"{digits} {re.sub('[-/_]', '', digits)}"
    return _Literals(exact, names, found, plain.casefold(), codes.alike(plain))
