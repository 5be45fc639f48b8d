"""The rule that decides a message's language: the service's answer, the script, what was declared."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NotRequired, TypedDict

from assistant.text.formats import compiled
from assistant.text.normalized import without_invisible

from . import language_evidence, languages, scripts

MIN_CHARACTERS: Final = 20
"""Comprehend asks for 20 characters or more to tell a dominant language (its developer guide)."""

SURE: Final = 0.5
"""Confidence above which an answer is likelier than all others together."""

SIBLINGS: Final = (("da", "no"), ("hr", "bs", "sr"), ("id", "ms"), ("cs", "sk"))
"""Languages that their readers understand both: where they tie, together they are one answer."""

ASSUMED: Final = "assumed"
UNAVAILABLE: Final = "unavailable"

# One run of an address, a link or a code; matched whole, so that no input is read twice.
_RUN: Final = r"[A-Za-z0-9#_./+:@&=?%~-]+"
_NO_WORDS: Final = r"(?i)\d|@|://|^www\.|\.(?:com|net|org|info|eu|io|fr|de|es|it|uk)\b"
_REPEATED: Final = r"(\S)\1{3,}"
_SYMBOLS: Final = frozenset({"So", "Sk", "Sm", "Sc", "Co", "Cn", "Cs", "Cc"})
_BRAND_SIGN: Final = frozenset("の")
"""What Chinese brands borrow of kana (奈雪の茶)."""

_LIKELY: Final = 0.15
"""Confidence below which the service's guess is none: of "OK" it may name any language."""

_PRESENT: Final = 0.15
"""The share of letters from which a text is written in a script, too: names of products may be most of it."""


class Language(TypedDict):
    """The message's language, by `source` detected, declared or assumed; `confidence` 0 to 1 where measured.

    `declared` is the tag that the caller gave, `declared_as` the code that serves it, absent where none does;
    `detected` what the text looked like where that does not decide; `reason` says what an unusual decision
    rests on.
    """

    code: str
    name: str
    source: str
    confidence: float | None
    declared: NotRequired[str]
    declared_as: NotRequired[str]
    detected: NotRequired[str]
    reason: NotRequired[str]


@dataclass(frozen=True)
class Candidate:
    """A language that the service sees in a text, and how sure it is (0 to 1)."""

    code: str
    confidence: float


@dataclass(frozen=True)
class Decision:
    """The language that a message is taken to be in, and why.

    `detected` is what the service sees, also where another language was declared or assumed; `confidence` is
    its own figure for that. `reason` is None for an undoubted answer of the service, else script, siblings,
    too_short, unsure or unavailable.
    """

    code: str
    source: Literal["detected", "declared", "assumed"]
    confidence: float | None
    detected: str | None
    reason: str | None

    def to_item(
        self, declared: str, pivot_language: str, fallback_reason: str | None = None
    ) -> dict[str, Any]:
        """Return the paths and values that keep the language; an assumed one is marked as degraded.

        `declared` is the tag that the caller gave.
        """
        language = Language(
            code=self.code,
            name=languages.name(self.code, pivot_language),
            source=self.source,
            confidence=self.confidence,
        )
        if declared != languages.AUTO:
            language["declared"] = declared
        if named := languages.served(declared):
            language["declared_as"] = named
        if self.detected and self.detected != self.code:
            language["detected"] = self.detected
        if self.reason:
            language["reason"] = self.reason
        degraded = {"degraded.language": fallback_reason or self.reason} if self.source == ASSUMED else {}
        return {"language": language, **degraded}


def words_of(text: str) -> str:
    """Return what is worth asking about: without addresses, links, codes, numbers, repetitions, emoji."""
    seen = (" " if unicodedata.category(char) in _SYMBOLS else char for char in without_invisible(text))
    plain = unicodedata.normalize("NFKC", "".join(seen))
    no_words = compiled(_NO_WORDS)
    plain = compiled(_RUN).sub(lambda run: " " if no_words.search(run[0]) else run[0], plain)
    plain = compiled(_REPEATED).sub(r"\1\1", re.sub(r"\d+", " ", plain))
    kept = " ".join(part for part in plain.split() if 2 * _letters(part) >= len(part))
    if sum(map(str.isalpha, kept)) == 1 and scripts.main(kept) == "Latin":
        return ""
    # Detectors learn from ordinary writing: capitals throughout mislead them.
    cased = [char for char in kept if char.isupper() or char.islower()]
    return kept.lower() if sum(map(str.isupper, cased)) > 0.6 * len(cased) else kept


def _letters(text: str) -> int:
    """Count the letters of a text, with the marks that belong to them."""
    return sum(unicodedata.category(char)[0] in "LM" for char in text)


def decide(
    text: str, *, declared: str | None, candidates: Sequence[Candidate] | None, fallback: str
) -> Decision:
    """Return the language of a message.

    The service's answer counts, unless the script rules it out. Of a text that is too short for it, or
    where it is in doubt, the declared language counts if the script can hold it; else the best guess is
    assumed. The `fallback` is for a text of which nothing is known, and never of another script.

    Args:
        text: The message.
        declared: The code that serves the language that the caller named, if any.
        candidates: What the service sees, best first; None if none was asked, or none answered.
        fallback: The environment's language.
    """
    own = words_of(text)
    script = scripts.main(own)
    sure = next((one for one in candidates or () if one.confidence > SURE), None)
    long = len(own) >= MIN_CHARACTERS
    if script == "Kana" and sure and sure.code != "ja" and _kana(own) == _BRAND_SIGN:
        script = "Han"
    if sure and long and not scripts.holds(script, sure.code):
        # Most letters may be those of a product's name, or of what is quoted.
        present = (one for one, share in scripts.shares(own).items() if share >= _PRESENT)
        if any(scripts.holds(one, sure.code) for one in present):
            return _found(sure.code, declared, sure.confidence, None)
    seen = [one for one in candidates or () if scripts.holds(script, one.code)]
    if certain := _by_script(own, script, seen, declared):
        confidence = next((one.confidence for one in seen if one.code == certain), None)
        return _found(certain, declared, confidence, None if confidence is not None else "script")
    best = seen[0] if seen else None
    if best and long:
        if best.confidence > SURE:
            return _found(best.code, declared, best.confidence, None)
        family = next((family for family in SIBLINGS if best.code in family), ())
        if sum(one.confidence for one in seen if one.code in family) > SURE:
            code = declared if declared and declared in family else best.code
            return _found(code, declared, best.confidence, "siblings")
    reason = "too_short" if not long else UNAVAILABLE if candidates is None else "unsure"
    confidence, detected = (best.confidence, best.code) if best else (None, None)
    if declared and scripts.holds(script, declared):
        return Decision(declared, "declared", confidence, detected, reason)
    return Decision(_guess(own, script, seen, fallback), "assumed", confidence, detected, reason)


def _found(code: str, declared: str | None, confidence: float | None, reason: str | None) -> Decision:
    """Return a decision that is no guess; a declared region of the language is kept."""
    if declared and languages.base(declared) == languages.base(code):
        return Decision(declared, "declared", confidence, code, reason)
    return Decision(code, "detected", confidence, code, reason)


def _by_script(text: str, script: str | None, seen: Sequence[Candidate], declared: str | None) -> str | None:
    """Return the language that a text's characters leave no choice about, or None."""
    if script not in ("Han", "Kana"):
        only = scripts.only(script)
        return seen[0].code if only and seen else only
    kana = _kana(text)
    said = [code for code in (declared, *(one.code for one in seen[:1])) if code]
    may_be_japanese = "ja" in said or (kana and kana != _BRAND_SIGN)
    if script == "Kana" or (may_be_japanese and scripts.is_japanese(text)):
        return "ja"
    chinese = [code for code in (declared, *(one.code for one in seen)) if code in ("zh", "zh-TW")]
    return scripts.han(text) or next(iter(chinese), "zh")


def _guess(text: str, script: str | None, seen: Sequence[Candidate], fallback: str) -> str:
    """Return the likeliest language of the product in a text that nobody is sure about.

    What the service sees and what the stop words say are shares of one, and added up.
    """
    # One word alone ("OK") is of no language.
    weights = Counter(language_evidence.shares(text) if " " in text else {})
    weights.update({one.code: one.confidence for one in seen if one.confidence >= _LIKELY})
    likely = next((code for code, _ in weights.most_common() if code in languages.by_code()), None)
    return likely or (fallback if scripts.holds(script, fallback) else scripts.first(script) or fallback)


def _kana(text: str) -> set[str]:
    return {char for char in text if scripts.main(char) == "Kana"}
