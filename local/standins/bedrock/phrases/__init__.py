"""The sentences that replies are made of: a file per language beside this one, named by Translate's code.

A reply is greeting, opening by sentiment, next step by category, deadline, notice: in English 75 to 110 words
in every combination. Whoever asks for it closes the letter. None of them offers a gesture, and none holds a
number but the deadline's.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """One language's sentences. Openings by tone, steps by category.

    The deadline is said in digits, so that a reply has the same numbers in every language. Where another
    plural follows larger numbers (Arabic from 11, Romanian from 20), `deadline_many_hours` is for
    `many_hours` and more.
    """

    greeting: str
    greeting_named: str
    openings: dict[str, str]
    steps: dict[str, str]
    deadline: str
    deadline_hours: str
    deadline_hour: str
    notice: str
    deadline_many_hours: str | None = None
    many_hours: int = 0
    between_sentences: str = " "

    def promise(self, hours: float | None) -> str:
        """The sentence that promises an answer within so many hours, or as soon as possible for None."""
        if hours is None:
            return self.deadline
        if hours == 1:
            return self.deadline_hour
        many = self.deadline_many_hours if hours >= self.many_hours else None
        return (many or self.deadline_hours).format(hours=f"{hours:g}")


PHRASES = {
    file.stem: Phrases(**tomllib.loads(file.read_text("utf-8")))
    for file in sorted(Path(__file__).parent.glob("*.toml"), key=lambda file: file.stem)
}


def phrases_for(language: str) -> Phrases | None:
    """The sentences of a language, or of the one that it is a variety of; None where there are none."""
    return PHRASES.get(language) or PHRASES.get(language.partition("-")[0].lower())
