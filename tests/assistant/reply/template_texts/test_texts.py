"""What one language brings along."""

import string
from dataclasses import asdict

import pytest

from assistant.reply import templates
from assistant.reply.template_texts import asian, eastern, germanic, romance
from assistant.reply.template_texts.texts import Texts

EVERY = romance.TEXTS | germanic.TEXTS | eastern.TEXTS | asian.TEXTS
FILLED_IN = {
    "greeting_by_name": {"name"},
    "recorded": {"reference"},
    "look": {"hours"},
    "closing": {"company"},
}


def test_each_language_stands_in_one_family() -> None:
    assert sum(map(len, (romance.TEXTS, germanic.TEXTS, eastern.TEXTS, asian.TEXTS))) == len(EVERY)
    assert tuple(EVERY) == templates.LANGUAGES


@pytest.mark.parametrize("texts", EVERY.values(), ids=EVERY.keys())
def test_each_sentence_names_what_is_filled_in_and_nothing_else(texts: Texts) -> None:
    for field, text in asdict(texts).items():
        if field != "hours":
            fields = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
            assert fields == FILLED_IN.get(field, set()), field
