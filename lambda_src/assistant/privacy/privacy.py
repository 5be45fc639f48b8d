"""What may leave the store: personal data is masked by the environment's rule.

The record keeps what was written. Where masking is asked for and nobody could look for the personal data in the
message, the text is withheld.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.language import languages
from assistant.text.normalized import clean

from .masking import mask
from .personal_data import Found

OFF: Final = "off"
ALL: Final = "all"

WITHHELD: Final = "(withheld)"

_OTHER_LETTERS: Final = frozenset({"ar", "hi", "ja", "ko", "zh", "zh-TW"})
"""Languages whose entities Comprehend reads itself, in letters that a translation turns into others."""


def needs_detector(language: str, rule: str) -> bool:
    """Tell whether the personal data in a message is for Comprehend to find, not for patterns alone."""
    return rule != OFF and (languages.detects_personal_data(language) or hides_names(language, rule))


def hides_names(language: str, rule: str) -> bool:
    """Tell whether the people in a message are called otherwise in its translation: 健二 is Kenji there."""
    return rule != OFF and languages.analysed_as(language) in _OTHER_LETTERS


@dataclass(frozen=True)
class Masker:
    """Masks a request's texts: what was found in it (None if nobody has looked), its customer's own data.

    `language` is that of the labels; `withheld` stands for a text in which nobody has looked.
    """

    found: Sequence[Found] | None
    name: str
    email: str
    language: str = "en"
    withheld: str = WITHHELD

    def mask(self, text: str) -> str:
        """Return a text as others may read it."""
        if self.found is None:
            return self.withheld
        # Personal data was looked for in the clean text, and is known again in no other.
        return mask(
            clean(text),
            self.found,
            names=(self.name,),
            email=self.email,
            labels_language=self.language,
        )
