"""How much of a template is written in which script."""

import unicodedata
from itertools import product

from assistant.reply import templates
from assistant.request.categories import Category
from assistant.request.priority import Priority, Sentiment


def every_text(language: str) -> list[str]:
    """Return every template of a language, without what it may write in other letters: names, "AI"."""
    return [
        templates.write(
            language,
            name="",
            company="",
            reference="",
            sentiment=sentiment,
            category=category,
            priority=priority,
            discloses=False,
        )
        for sentiment, category, priority in product(Sentiment, Category, Priority)
    ]


def share(text: str, script: str) -> float:
    """Return the share of a text's letters whose Unicode name begins with a script's name."""
    letters = [char for char in text if char.isalpha()]
    return sum(unicodedata.name(char).startswith(script) for char in letters) / len(letters)


def promised(language: str) -> tuple[str, ...]:
    """Return the sentence with the time to look, for a request of each priority."""
    return tuple(
        templates.write(
            language,
            name="",
            company="",
            reference="",
            sentiment=Sentiment.NEUTRAL,
            category=Category.GENERAL,
            priority=priority,
        )
        for priority in (Priority.HIGH, Priority.MEDIUM, Priority.NORMAL)
    )
