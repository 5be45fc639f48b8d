"""Validates a reply by what code can decide in every language, whoever drafted it.

What needs a reader, such as an offer or a promise, is left to the review.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

from assistant.language import language_evidence, languages, scripts
from assistant.own_words.own_words import text_of
from assistant.privacy.masking import LABEL
from assistant.request.item import Analysed
from assistant.request.priority import SLA_HOURS
from assistant.request.reply_length import MAX_CHARACTERS, MAX_CONDENSED, MAX_WORDS, MIN_WORDS, count_words
from assistant.text import contacts
from assistant.text.normalized import ascii_digits, plain, visible
from assistant.translation import invariants

from . import gestures
from .draft import Objection
from .gestures import Gesture
from .prompt import ReplyOrder
from .prompt_texts import leaks

_BRACKETED: Final = re.compile(r"[\[［【〔{]([^\[\]［］【】〔〕{}\n]{1,40})[\]］】〕}]")


@dataclass(frozen=True)
class Checks:
    """What a reply is held against.

    `known` is everything that a number, a code, an address or a bracket in it may come from: the message, its
    translation, names, the made gesture's sentences, the passages that it names as sources. `other_gestures`
    are sentences of gestures not made.
    """

    order: ReplyOrder
    known: str
    other_gestures: Sequence[str] = ()

    @classmethod
    def of_reply(
        cls, item: Analysed, order: ReplyOrder, made: Gesture | None, sources: Sequence[str] = ()
    ) -> Self:
        """Build the checks for a reply that makes one of the environment's gestures, or none.

        `sources` are the ids of the passages that it is based on.
        """
        cited = (one for one in order.passages if one["id"] in sources)
        said = [text for one in cited for text in (one["title"], one["heading"], one["updated"], one["text"])]
        message, own = item["message"], made.sentences.values() if made else ()
        known = (text_of(message), message.get("pivot", ""), order.customer_name, order.company, *own, *said)
        others = [one for gesture in order.gestures if gesture != made for one in gesture.sentences.values()]
        return cls(order, "\n".join(known), others)

    def fault(self, text: str, pivot: str, written_in: str | None = None) -> Objection | None:
        """Return the first rule that a draft's two texts break, with the words that do, or None.

        `written_in` is the language that the writer took for the customer's, empty if it knew none; None if
        it was told.
        """
        known = self.order.language if written_in is None else written_in
        return next(filter(None, self._faults(text, pivot, known)), None)

    def _faults(self, text: str, pivot: str, written_in: str) -> Iterator[Objection | None]:
        """Yield what each check finds: what cannot be compared first, then contents, length, language."""
        if not text or not pivot:
            yield Objection("empty")
        elif max(len(text), len(pivot)) > MAX_CHARACTERS:
            yield Objection("too_long")
        elif len(text) * MAX_CONDENSED < len(pivot):
            yield Objection("too_short")
        yield self._forbidden(text, self.order.language)
        yield self._forbidden(pivot, self.order.pivot_language)
        if not MIN_WORDS <= count_words(pivot) <= MAX_WORDS:
            yield Objection("too_short" if count_words(pivot) < MIN_WORDS else "too_long")
        if (
            languages.base(written_in) != languages.base(self.order.language)
            or language_evidence.is_other(pivot, self.order.pivot_language)
            or language_evidence.is_other(text, self.order.language)
        ):
            yield Objection("language")
        yield self._difference(text, pivot)

    def fault_in_translation(self, source: str, text: str) -> Objection | None:
        """Return what is wrong with a whole reply that a service translated from one of ours, or None."""
        if language_evidence.is_other(text, self.order.language):
            return Objection("language")
        return self._mistranslated(source, text)

    def fault_in_sentence(self, source: str, text: str) -> Objection | None:
        """Return what is wrong with a translation of a company's sentence, or None.

        It has too few words to tell its language but by its script. It has the source's lines, and names the
        company as often.
        """
        forms = [(one.count("\n"), plain(one).count(plain(self.order.company))) for one in (source, text)]
        return self._mistranslated(source, text) or (Objection("form") if len(set(forms)) > 1 else None)

    def _mistranslated(self, source: str, text: str) -> Objection | None:
        if not text.strip():
            return Objection("empty")
        if plain(text) == plain(source) or not scripts.holds(scripts.main(text), self.order.language):
            return Objection("language")
        said = replace(self, known=f"{self.known}\n{source}")._forbidden(text, self.order.language)
        return said or self._difference(text, source)

    def _forbidden(self, text: str, language: str) -> Objection | None:
        folded, known = plain(text), plain(self.known)
        # The company's name may be a host name; within a longer one it is not the company's.
        company = rf"(?<![\w.@-]){re.escape(visible(self.order.company))}(?![\w@/-]|\.\w)"
        bare = re.sub(company, " ", visible(text), flags=re.IGNORECASE)
        for rule, quote in (
            ("prompt", leaks(folded)),
            ("gesture", next((one for one in self.other_gestures if gestures.says(text, one)), None)),
            ("address", contacts.unknown_address(bare.casefold(), known)),
            ("link", contacts.link(bare.casefold()) or contacts.unknown_host(bare, known)),
            ("phone", self._unknown_phone(text, language)),
        ):
            if quote:
                return Objection(rule, quote)
        return _label(text, self.known) or self._unknown_number(text)

    def _unknown_phone(self, text: str, language: str) -> str | None:
        # The countries where the languages' voices are from: who lives there may leave out the code.
        voices = map(languages.speech, (language, self.order.pivot_language))
        regions = [voice.language.rpartition("-")[2] if voice else None for voice in voices]
        return contacts.unknown_phone(ascii_digits(text), ascii_digits(self.known), regions)

    def _unknown_number(self, text: str) -> Objection | None:
        spoken, hours = (self.order.language, self.order.pivot_language), self.order.hours
        others = sorted(set(SLA_HOURS.values()) - {hours})
        unknown = invariants.unknown(self.known, text, spoken, hours, others)
        return Objection(unknown.kind, unknown.said) if unknown else None

    def _difference(self, text: str, pivot: str) -> Objection | None:
        difference = invariants.difference(pivot, text, (self.order.pivot_language, self.order.language))
        return Objection("numbers", difference.said) if difference else None


def _label(text: str, known: str) -> Objection | None:
    """Return a label of masking, or words in square or curly brackets that nobody wrote, or None.

    A model that reads `[NAME]` writes it on, translates it, or makes up one of its own ("[your name]").
    """
    if label := LABEL.search(text):
        return Objection("label", label[0])
    for one in _BRACKETED.finditer(text):
        if any(map(str.isalpha, one[1])) and one[1] not in known:
            return Objection("label", one[0])
    return None
