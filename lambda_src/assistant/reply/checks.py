"""Validates a reply by what code can decide in every language, whoever drafted it.

What takes a table of words per language to decide is the reviewer's (`review`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from assistant.language import language_evidence, languages, scripts
from assistant.own_words.own_words import text_of
from assistant.privacy.masking import LABEL
from assistant.request.item import Analysed
from assistant.request.priority import SLA_HOURS
from assistant.text.normalized import plain, visible
from assistant.translation import invariants

from . import contacts, gestures, prompt
from .gestures import Gesture
from .prompt import Objection, ReplyOrder

MIN_WORDS: Final = 60
MAX_WORDS: Final = 180
"""Asked for are 80 to 120 words; outside these bounds a draft is rejected. Counted on the team's text."""

MOST_CHARACTERS: Final = 4_000
"""Of a text: 180 words are at most 1,600 characters in any of the languages; more is not even looked at."""

MOST_CONDENSED: Final = 5
"""How many times as long the team's text may be: one in Chinese, the shortest, takes a third of French."""

_BRACKETED: Final = re.compile(r"[\[［【〔{]([^\[\]［］【】〔〕{}\n]{1,40})[\]］】〕}]")


@dataclass(frozen=True)
class Checks:
    """What a reply is held against.

    `known` is everything that a number, a code, an address or a bracket in it may come from: what the
    customer wrote, in every language that it is kept in, names, the sentences of the gesture that is made.
    `unmade` are the sentences of the gestures that are not. `hours` are those within which the team looks at
    the request.
    """

    company: str
    language: str
    pivot_language: str
    hours: int
    known: str
    unmade: Sequence[str] = ()

    @classmethod
    def of_reply(
        cls, item: Analysed, order: ReplyOrder, configured: Iterable[Gesture], made: Gesture | None
    ) -> Self:
        """Build the checks for a reply that makes one of the configured gestures, or none."""
        message, own = item["message"], made.sentences.values() if made else ()
        return cls(
            company=order.company,
            language=order.language,
            pivot_language=order.pivot_language,
            hours=SLA_HOURS[order.priority],
            known="\n".join(
                (text_of(message), message.get("pivot", ""), order.customer_name, order.company, *own)
            ),
            unmade=[said for one in configured if one != made for said in one.sentences.values()],
        )

    @classmethod
    def of_sentence(cls, order: ReplyOrder, source: str) -> Self:
        """Build the checks for a translation of one of the company's own sentences."""
        return cls(
            company=order.company,
            language=order.language,
            pivot_language=order.pivot_language,
            hours=SLA_HOURS[order.priority],
            known=f"{source}\n{order.company}",
        )

    def fault(self, draft: Mapping[str, Any]) -> Objection | None:
        """Return the first rule that a draft's texts break, with the words that do, or None."""
        return next(filter(None, self._faults(draft)), None)

    def _faults(self, draft: Mapping[str, Any]) -> Iterator[Objection | None]:
        """Yield what each check finds: contents first, then length, then language."""
        text, pivot = draft["text"], draft["pivot_text"]
        if not text or not pivot:
            yield Objection("empty")
        elif max(len(text), len(pivot)) > MOST_CHARACTERS:
            yield Objection("too_long")
        elif len(text) * MOST_CONDENSED < len(pivot):
            yield Objection("too_short")
        yield self._said(text, self.language)
        yield self._said(pivot, self.pivot_language)
        if not MIN_WORDS <= words(pivot) <= MAX_WORDS:
            yield Objection("too_short" if words(pivot) < MIN_WORDS else "too_long")
        written_in = draft.get("language", self.language)
        foreign = any(
            language_evidence.is_other(one, code)
            for one, code in ((pivot, self.pivot_language), (text, self.language))
        )
        if foreign or languages.base(written_in) != languages.base(self.language):
            yield Objection("language")
        yield self._difference(text, pivot)

    def fault_in_translation(self, source: str, text: str) -> Objection | None:
        """Return what is wrong with a whole reply that a service translated from one of ours, or None."""
        return (
            Objection("language")
            if language_evidence.is_other(text, self.language)
            else self._mistranslated(source, text)
        )

    def fault_in_sentence(self, source: str, text: str) -> Objection | None:
        """Return what is wrong with a translation of a company's sentence, or None.

        It is told by its script, as it has few words; it has the source's lines and names the company as
        often.
        """
        forms = [(one.count("\n"), plain(one).count(plain(self.company))) for one in (source, text)]
        return self._mistranslated(source, text) or (Objection("form") if len(set(forms)) > 1 else None)

    def _mistranslated(self, source: str, text: str) -> Objection | None:
        """Return what a translation says beyond its source, lacks of it, or that it is none."""
        if not text.strip():
            return Objection("empty")
        script = scripts.main(text)
        if plain(text) == plain(source) or (script is not None and not scripts.holds(script, self.language)):
            return Objection("language")
        said = replace(self, known=f"{self.known}\n{source}")._said(text, self.language)
        return said or self._difference(text, source)

    def _said(self, text: str, language: str) -> Objection | None:
        """Return the first thing that a text says and no reply may say, or None."""
        folded, known = plain(text), plain(self.known)
        # The company's name may be a host name; within a longer one it is not the company's.
        company = rf"(?<![\w.@-]){re.escape(visible(self.company))}(?![\w@/-]|\.\w)"
        bare = re.sub(company, " ", visible(text), flags=re.IGNORECASE)
        for rule, quote in (
            ("prompt", prompt.leaks(folded)),
            ("gesture", next((one for one in self.unmade if gestures.says(text, one)), None)),
            ("address", contacts.unknown_address(bare.casefold(), known)),
            ("link", contacts.link(bare.casefold()) or contacts.unknown_host(bare, known)),
            ("phone", contacts.unknown_phone(text, self.known, (language, self.pivot_language))),
        ):
            if quote:
                return Objection(rule, quote)
        return _label(text, self.known) or self._unknown_number(text)

    def _unknown_number(self, text: str) -> Objection | None:
        """Return the first number, code, amount or date that does not come from what is known, or None."""
        spoken = (self.language, self.pivot_language)
        if unknown := invariants.unknown(self.known, text, spoken, self.hours):
            return Objection(unknown.kind, unknown.said)
        others = sorted(set(SLA_HOURS.values()) - {self.hours})
        hours = invariants.unknown_hours(self.known, text, others)
        return Objection("hours", f"{hours} h") if hours else None

    def _difference(self, text: str, pivot: str) -> Objection | None:
        """Return the first number or code that stands in one of the two texts alone, or None."""
        if difference := invariants.difference(pivot, text, (self.pivot_language, self.language)):
            return Objection("numbers", difference.said)
        return None


def words(text: str) -> int:
    """Count the words of a text in the team's language."""
    return len(text.split())


def _label(text: str, known: str) -> Objection | None:
    """Return a label of masking, or words in square or curly brackets that nobody wrote, or None.

    A model that reads `[NAME]` writes it on, translates it, or makes up one of its own ("[your name]").
    """
    brackets = (
        one[0] for one in _BRACKETED.finditer(text) if any(map(str.isalpha, one[1])) and one[1] not in known
    )
    label = LABEL.search(text)
    quote = label[0] if label else next(brackets, None)
    return Objection("label", quote) if quote else None
