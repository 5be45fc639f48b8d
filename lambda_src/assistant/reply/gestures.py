"""Commercial gestures: which of them a reply may make, and the sentences that offer them.

A model names a gesture by its id and never words it; the sentence comes from here, word for word.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.language import languages
from assistant.request.priority import Priority

NONE: Final = "none"
"""What stands in the place of an id where no gesture is made."""


@dataclass(frozen=True)
class Gesture:
    """One gesture: its id, the priorities that may use it, and its sentence by language.

    There is always one in the team's language; what the company did not write is translated.
    """

    id: str
    priorities: tuple[Priority, ...]
    sentences: Mapping[str, str]

    @classmethod
    def from_settings(cls, fields: Mapping[str, Any]) -> "Gesture":
        """Read a gesture as a function's settings hold it."""
        return cls(fields["id"], tuple(map(Priority, fields["priorities"])), fields["sentences"])

    def sentence(self, language: str) -> str | None:
        """Return the sentence in a language, or in that of which it is a region; None where there is none."""
        return self.sentences.get(language) or self.sentences.get(languages.base(language))


def says(text: str, sentence: str) -> bool:
    """Tell whether a text has a sentence, however its blanks, marks and case are written."""
    return _pattern(sentence).search(text) is not None


def without(text: str, sentence: str) -> str:
    """Return a text without a sentence, as `says` finds it."""
    return _pattern(sentence).sub(" ", text)


def _pattern(sentence: str) -> re.Pattern[str]:
    words = r"\W{0,4}".join(re.findall(r"\w+", sentence))
    return re.compile(rf"[^\w\n]?{words}(?:[^\S\n]?[^\w\s]){{0,3}}", re.IGNORECASE)


def chosen(named: str, allowed: Iterable[Gesture]) -> Gesture | None:
    """Return the gesture that a model named, or None for `none`, an unknown id, or one that is not allowed.

    What is not allowed is not offered, and the draft stands: its text speaks of no gesture.
    """
    return next((gesture for gesture in allowed if gesture.id == named), None)
