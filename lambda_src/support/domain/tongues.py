"""What the scripts, letters and frequent words of a text say about its language."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from . import languages, scripts
from .regex import compiled
from .vocabulary import LETTERS, WORDS

FAMILIES: Final = (("da", "no"), ("id", "ms"), ("hr", "bs", "sr"), ("cs", "sk"))
"""Languages that share most of their words: a word of two of them is as good as a word of one."""

_BLURRED: Final = FAMILIES[:3]
"""Families whose languages a reader may take for each other: a reply is wrong only if clearly so."""

# Vowel signs over Latin, Hebrew and Arabic letters that survive NFKC are decoration; those of India are not.
_DECORATION: Final = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]"


@dataclass(frozen=True)
class Evidence:
    """How much of a text's words speak for each language (0 to 1), best first, and the number of words."""

    shares: Mapping[str, float]
    words: int

    def of(self, code: str) -> float:
        """Return the share of a language; a region's is that of the language."""
        return self.shares.get(languages.base(code), 0.0)


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without digits, signs and invisible characters."""
    plain = compiled(_DECORATION).sub("", unicodedata.normalize("NFKC", text).lower())
    kept = (
        char
        if char.isalpha() or (kind := unicodedata.category(char)) in ("Mn", "Mc")
        else ""
        if kind == "Cf" and char != "\u200c"
        else " "
        for char in plain
    )
    return "".join(kept).split()


def evidence(text: str) -> Evidence:
    """Weigh a text's words: one that few languages know speaks loudly, a foreign letter against.

    A word typed without its accents counts for less, one with a language's own letters for something.
    Only languages that the text's main script can hold are weighed.
    """
    script = scripts.main(text)
    counted = Counter(words(text))
    total = counted.total()
    scores: defaultdict[str, float] = defaultdict(float)
    for word, times in counted.items():
        # A word repeated a hundred times is one thing said once, more or less.
        for code, weight in _speaks_for(word).items():
            if scripts.holds(script, code):
                scores[code] += weight * min(times, 3 + total // 20)
    found = {code: score / total for code, score in scores.items() if score > 0}
    return Evidence(dict(sorted(found.items(), key=lambda item: -item[1])), total)


def _speaks_for(word: str) -> dict[str, float]:
    owners = _known().get(word)
    if owners:
        return dict.fromkeys(owners, 1 / _families(owners))
    bare = _bare(word)
    owners = _typed_plainly().get(word) if word == bare else None
    if owners:
        return dict.fromkeys(owners, 0.7 / _families(owners))
    special = frozenset(word) & _special()
    if not special:
        return {}
    owners = frozenset(code for code, letters in LETTERS.items() if special <= frozenset(letters))
    against = {code: -0.25 for code in LETTERS if code not in owners}
    return against | dict.fromkeys(owners, 0.6 / _families(owners) if owners else 0.0)


def _families(owners: Iterable[str]) -> int:
    kin = {member: family[0] for family in FAMILIES for member in family}
    return len({kin.get(code, code) for code in owners})


_PLAIN_LETTERS: Final = str.maketrans("łıđø", "lido")


def _bare(word: str) -> str:
    """Return a word as it is typed without accents."""
    plain = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return plain.translate(_PLAIN_LETTERS).replace("æ", "ae").replace("ß", "ss")


@cache
def _known() -> dict[str, frozenset[str]]:
    return _owners({code: text.split() for code, text in WORDS.items()})


@cache
def _typed_plainly() -> dict[str, frozenset[str]]:
    return _owners({code: [_bare(word) for word in text.split()] for code, text in WORDS.items()})


@cache
def _special() -> frozenset[str]:
    return frozenset("".join(LETTERS.values()))


def _owners(by_code: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for code, known in by_code.items():
        for word in known:
            owners[word].add(code)
    return {word: frozenset(codes) for word, codes in owners.items()}


def is_other(text: str, language: str) -> bool:
    """Tell whether a reply is surely not in a language: by its script, then by its words.

    A language whose words are unknown is judged by its script, and by a text that is plainly in another.
    """
    script = scripts.main(text)
    code = languages.base(language)
    if script is None or not code:
        return False
    if not scripts.holds(script, code):
        return True
    if script == "Han":
        return scripts.han(text) not in (None, code)
    if scripts.only(script):
        return False
    seen = evidence(text)
    rival = next((best for best in seen.shares if best not in _family(code)), None)
    theirs = seen.of(rival) if rival else 0.0
    if code not in WORDS:
        return theirs > _PLAIN and rival is not None and rival == next(iter(seen.shares))
    mine = seen.of(code)
    return mine < _LEAST or mine < theirs * 0.6 or _is_sibling(text, code)


_LEAST: Final = 0.08
"""A fifth to a half of any text are words of its language; of another's, hardly any."""

_PLAIN: Final = 0.3


def are_siblings(one: str, other: str) -> bool:
    """Tell whether two languages share most of their words."""
    return other in _family(one)


def _family(code: str) -> tuple[str, ...]:
    return next((family for family in FAMILIES if code in family), (code,))


def _is_sibling(text: str, code: str) -> bool:
    """Tell whether words that only a sibling knows leave no doubt."""
    said = words(text)
    own = frozenset(WORDS[code].split())
    for sibling in set(_family(code)) - {code}:
        theirs = frozenset(WORDS[sibling].split())
        least = 5 if any(code in family for family in _BLURRED) else 3
        other = sum(word in theirs and word not in own for word in said)
        mine = sum(word in own and word not in theirs for word in said)
        if other >= least and other > 3 * mine:
            return True
    return False
