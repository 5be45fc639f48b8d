"""Finds links, host names, e-mail addresses and phone numbers in a text, and breaks links.

A text is read as `visible` or `plain` leave it, so that no typography hides a word.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from . import phones

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_MAIL: Final = re.compile(r"(?:(?<![\w.+%-])[\w.+%-]{1,64})?@ ?\w[\w.-]{0,250}")
_LINK: Final = re.compile(r"\b(?:https?|hxxps?|ftp):\S*|\bwww ?\.\S*|\blocalhost\b\S*|<[a-z/]\S*")
"""Links, and markup, which may be one."""

_ANY_LINK: Final = re.compile(
    r"(?i)(?<![a-z0-9])(?:[a-z][a-z0-9+-]{1,15}://|https?:|www\.)[^\s/?#]{1,300}|\d{1,3}(?:\.\d{1,3}){3}(?=[/:])"
)
_SCHEME: Final = re.compile(r"(?i)(?<![a-z0-9])http(s?)(?=:)")
_HIDDEN: Final = re.compile(r"(?<=[\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u024f])")
"""Joiners beside letters that have none to join: a mail program takes `evil.com` with one for a link, too."""

_LATIN: Final = "a-z0-9à-ɏ"
_OTHER: Final = r"[^\x00-\u024f\s\u2000-\u206f\u3000-\u303f\uff00-\uff0f]"
"""Letters of a host name: Latin, and of other scripts with their marks. Scripts are told apart, as one that
writes no spaces leaves none around a host name either."""

_STOPS: Final = "。．｡"
_DOT: Final = rf"(?:\.|(?<=[{_LATIN}])[{_STOPS}](?=[{_LATIN}]))"
"""A point, or what RFC 3490 takes for one; elsewhere the ideographic full stop ends a sentence."""

_REST: Final = r"(?P<rest>[/:?][^\s]*)?"
_HOSTS: Final = (
    re.compile(
        rf"(?<![{_LATIN}])(?P<labels>(?:[{_LATIN}][{_LATIN}-]{{0,62}}{_DOT}){{1,8}})"
        rf"(?P<end>xn--[a-z0-9-]{{1,59}}|[a-zà-ɏ]{{2,63}}|{_OTHER}{{2,63}})(?![{_LATIN}-]){_REST}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!{_OTHER})(?P<labels>(?:{_OTHER}{{1,63}}\.){{1,8}})"
        rf"(?P<end>{_OTHER}{{2,63}}|[a-z]{{2,63}}(?![{_LATIN}-])){_REST}",
        re.IGNORECASE,
    ),
)
_INITIALS: Final = 2
"""Letters of an abbreviated title before a name, as in "Dr.Ford"."""

_ENDS: Final = ".,;:!?)]}»\"'-"
"""Signs of the sentence around an address."""


def unknown_address(text: str, known: str) -> str | None:
    """Return the first e-mail address or handle of a plain text that the plain `known` lacks, or None."""
    found = (mail[0].strip(_ENDS).strip() for mail in _MAIL.finditer(text))
    return next((mail for mail in found if mail not in known), None)


def link(text: str) -> str | None:
    """Return the first link, or markup, of a plain text, or None: no reply needs one, whoever wrote it."""
    found = _LINK.search(text)
    return found[0].rstrip(_ENDS) if found else None


def unknown_host(text: str, known: str) -> str | None:
    """Return the first host name of a visible text that the plain `known` does not have, or None.

    A host name ends in a suffix of the public list, so that "fin.merci" and "p.ex." are none; neither is a
    sentence that begins without a space after the last one ("demandez.De plus").
    """
    known = _dotted(known)
    for host in _hosts(text):
        name = host[0].rstrip(_ENDS)
        folded = re.escape(_dotted(name.casefold()))
        if not _is_sentence(host) and not re.search(rf"(?<![{_LATIN}-]){folded}(?![{_LATIN}-])", known):
            return name
    return None


def _hosts(text: str) -> Iterator[re.Match[str]]:
    for pattern in _HOSTS:
        for host in pattern.finditer(text):
            if _suffixes().publicsuffix(host["end"].casefold()):
                yield host


def _dotted(text: str) -> str:
    return re.sub(f"[{_STOPS}]", ".", text)


def _is_sentence(host: re.Match[str]) -> bool:
    """Tell whether what looks like a host name is an end of a sentence, or a title, before a capital."""
    before, end = host["labels"][:-1], host["end"]
    capital = end[0].isupper() and end[1:] == end[1:].lower()
    one_word = not host["rest"] and "." not in _dotted(before)
    return one_word and capital and (not before[0].isupper() or len(before) <= _INITIALS)


def defang(text: str) -> str:
    """Return a text in which no mail program sees a link: `hxxps://evil[.]example`.

    What may be the end of a sentence (`demandez.De plus`) is broken, too: a program takes it for a link.
    """
    text = _HIDDEN.sub("", text)
    dotted = [match.span() for match in _ANY_LINK.finditer(text)]
    dotted += [(host.start("labels"), host.end("end")) for host in _hosts(text)]
    points = {at for start, end in dotted for at in range(start, end) if text[at] in f".{_STOPS}"}
    broken = "".join("[.]" if at in points else char for at, char in enumerate(text))
    return _SCHEME.sub(r"hxxp\1", broken)


def unknown_phone(text: str, known: str, regions: Iterable[str | None]) -> str | None:
    """Return the first phone number of a text whose digits the known text does not have, or None.

    Both texts have their digits in ASCII. A number is read as one of some countries (ISO 3166; None for no
    country), or with the code of any.
    """
    if sum(map(str.isdigit, text)) < phones.FEWEST:
        return None
    own = re.sub(r"\D", "", known)
    for match in phones.matches(text, set(regions)):
        if str(match.number.national_number) not in own:
            return str(match.raw_string)
    return None


@cache
def _suffixes() -> "PublicSuffixList":
    """Return the public list of suffixes, which takes some milliseconds to read."""
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - few replies have a point within a word

    return PublicSuffixList(accept_unknown=False, only_icann=True)
