"""The rule that decides a message's language: the service's answer, the text itself, what was declared."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from . import languages, scripts, tongues, vocabulary
from .regex import compiled

MIN_CHARACTERS: Final = 20
"""Comprehend asks for 20 characters or more to tell a dominant language (its developer guide)."""

_SURE: Final = 0.4
"""Confidence, or confidence and the text's words together, from which an answer counts as knowledge."""

_APART: Final = 0.1
"""How far the second language has to stay behind."""

_WORDS_WEIGHT: Final = 1.5
_BELIEVED: Final = 0.1
_NEAR: Final = 0.4
_PLAIN_SHARE: Final = 0.25
"""The share of its words from which a text is plainly in a language."""

_PLAIN_WORDS: Final = 1.2
"""Words (a shared one counts in part) of one language that make a short text unmistakable."""

_AGAINST_DECLARED: Final = 2.4
"""As many are needed to set a declared language aside without the service."""

# One run of an address, a link or a code; matched whole, so that no input is read twice.
_RUN: Final = r"[A-Za-z0-9#_./+:@&=?%~-]+"
_NO_WORDS: Final = r"(?i)\d|@|://|^www\.|\.(?:com|net|org|info|eu|io|fr|de|es|it|uk)\b"
_REPEATED: Final = r"(\S)\1{3,}"
_SYMBOLS: Final = frozenset({"So", "Sk", "Sm", "Sc", "Co", "Cn", "Cs", "Cc"})
_JOINERS: Final = "\u200c\u200d"


@dataclass(frozen=True)
class Candidate:
    """A language that the service sees in a text, and how sure it is (0 to 1)."""

    code: str
    confidence: float


@dataclass(frozen=True)
class Decision:
    """The language that a message is taken to be in, and why.

    `detected` is what the text itself shows, also where another language was declared or assumed;
    `confidence` is the service's own figure for `detected`, None where it gave none. `reason` is None for an
    undoubted answer of the service, else script, words, too_short, unsure or unavailable.
    """

    code: str
    source: Literal["detected", "declared", "assumed"]
    confidence: float | None
    detected: str | None
    reason: str | None


def words_of(text: str) -> str:
    """Return what is worth asking about: without addresses, links, codes, numbers, repetitions, emoji."""
    plain = "".join(
        " " if unicodedata.category(char) in _SYMBOLS else char
        for char in text
        if unicodedata.category(char) != "Cf" or char in _JOINERS
    )
    plain = unicodedata.normalize("NFKC", plain)
    no_words = compiled(_NO_WORDS)
    plain = compiled(_RUN).sub(lambda run: " " if no_words.search(run[0]) else run[0], plain)
    plain = compiled(_REPEATED).sub(r"\1\1", re.sub(r"\d+", " ", plain))
    kept = " ".join(part for part in plain.split() if any(char.isalpha() for char in part))
    # Detectors learn from ordinary writing: capitals throughout mislead them.
    return kept.lower() if _is_shouted(kept) else kept


def is_askable(text: str) -> bool:
    """Tell whether a text has enough words for the service."""
    return len(words_of(text)) >= MIN_CHARACTERS


def decide(
    text: str, *, declared: str | None, candidates: Sequence[Candidate] | None, fallback: str
) -> Decision:
    """Return the language of a message.

    `candidates` is None if the service was not asked, or did not answer. The text wins over a declared
    language that does not fit it; what cannot be known is the declared language, else `fallback`, assumed.
    """
    own = words_of(text)
    asked = None if candidates is None else _believable(own, candidates)
    found = _by_script(own, asked, declared) or _by_words(own, asked, declared)
    best = asked[0] if asked else None
    if found is None:
        why = "unsure" if candidates is not None else "unavailable" if is_askable(text) else "too_short"
        shown = (best.code, best.confidence) if best else (None, None)
        if declared and scripts.holds(scripts.main(own), declared):
            return Decision(declared, "declared", shown[1], shown[0], why)
        return Decision(fallback, "assumed", shown[1], shown[0], why)
    code, reason = found
    confidence = next((candidate.confidence for candidate in asked or () if candidate.code == code), None)
    if declared and languages.base(declared) == languages.base(code):
        return Decision(declared, "declared", confidence, code, reason)
    return Decision(code, "detected", confidence, code, reason)


def _is_shouted(text: str) -> bool:
    capitals = sum(char.isupper() for char in text)
    return capitals > 0.6 * sum(char.isupper() or char.islower() for char in text)


def _believable(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that the text's script can hold, best first; Chinese as its characters say."""
    script = scripts.main(text)
    kept: dict[str, float] = {}
    for candidate in candidates:
        code = candidate.code
        if script == "Han" and code in ("zh", "zh-TW", "ja"):
            code = scripts.han(text) or ("zh" if code == "ja" else code)
        if scripts.holds(script, code):
            kept[code] = max(kept.get(code, 0.0), candidate.confidence)
    return sorted((Candidate(*item) for item in kept.items()), key=lambda candidate: -candidate.confidence)


def _by_script(
    text: str, asked: Sequence[Candidate] | None, declared: str | None
) -> tuple[str, str | None] | None:
    """Return the language that a script leaves no choice about, with the reason."""
    script = scripts.main(text)
    code = scripts.only(script)
    if script == "Han":
        code = scripts.han(text) or (asked[0].code if asked else "zh")
        if scripts.han(text) is None and declared and scripts.holds(script, declared):
            code = languages.base(declared)
    if code is None:
        return None
    if asked and script != "Han":
        code = asked[0].code
    return code, None if any(candidate.code == code for candidate in asked or ()) else "script"


def _by_words(
    text: str, asked: Sequence[Candidate] | None, declared: str | None
) -> tuple[str, str | None] | None:
    """Return the language that the service and the text's words agree on well enough, with the reason."""
    seen = tongues.evidence(text)
    if asked is None:
        return _by_words_alone(seen, declared)
    totals = _totals(asked, seen)
    base = languages.base(declared or "")
    if totals.get(base, 0.0) >= _BELIEVED:
        totals[base] += _APART
    ranked = sorted(totals, key=lambda code: (-totals[code], code))
    known = [code for code in ranked if code in languages.BY_CODE]
    # Galician is answered as the Portuguese that it nearly is; Basque as itself, not as a trace of Spanish.
    near = bool(known) and totals[known[0]] >= _NEAR * totals[ranked[0]]
    best, second = _two_best(known if near else ranked[:1], seen)
    if best is None or totals[best] < _SURE:
        return None
    if second and not tongues.are_siblings(best, second) and totals[best] - totals[second] < _APART:
        return None
    return best, None if asked and best == asked[0].code else "words"


def _totals(asked: Sequence[Candidate], seen: tongues.Evidence) -> dict[str, float]:
    """Add up confidence and words; a language that the words do not bear out is believed less."""
    most = max(seen.shares.values(), default=0.0)
    totals = {code: _WORDS_WEIGHT * share for code, share in seen.shares.items()}
    for candidate in asked:
        borne_out = 1.0
        if candidate.code in vocabulary.WORDS and seen.words >= 3 and most >= _PLAIN_SHARE:
            borne_out = 0.3 + 0.7 * seen.of(candidate.code) / most
        totals[candidate.code] = totals.get(candidate.code, 0.0) + candidate.confidence * borne_out
    return totals


def _two_best(ranked: Sequence[str], seen: tongues.Evidence) -> tuple[str | None, str | None]:
    """Return the first two; of siblings, the one whose own words are there goes first."""
    best, second, *_ = [*ranked, None, None]
    if best and second and tongues.are_siblings(best, second) and seen.of(second) - seen.of(best) >= _APART:
        return second, best
    return best, second


def _by_words_alone(seen: tongues.Evidence, declared: str | None) -> tuple[str, str | None] | None:
    best, second, *_ = [*seen.shares, None, None]
    if best is None:
        return None
    count = seen.shares[best] * seen.words
    other = seen.of(second) * seen.words if second else 0.0
    least = _AGAINST_DECLARED if declared else _PLAIN_WORDS
    # Between siblings, one word that only one of them knows tells.
    clear = count - other >= 0.8 if second and tongues.are_siblings(best, second) else count >= 1.6 * other
    return (best, "words") if clear and count >= least and seen.shares[best] >= _PLAIN_SHARE else None
