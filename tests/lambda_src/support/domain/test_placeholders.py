"""What no customer may read in the place of what was to be filled in."""

import time

import pytest

from support.domain import placeholders
from support.domain.personal.masking import LABELS


@pytest.mark.parametrize("label", [f"[{label}]" for labels in LABELS.values() for label in labels.values()])
def test_a_label_is_one_even_if_the_customer_wrote_it(label: str) -> None:
    assert placeholders.found(f"Bonjour {label},", label)


@pytest.mark.parametrize(
    "text",
    [
        "Hallo [Name],",
        "Hello [your name],",
        "[お名前] 様",
        "【姓名】您好",
        "［NAME］",
        "[ИМЯ]",
        "[[NAME]]",
        "[E-mail ]",
    ],
)
def test_so_are_words_in_brackets_that_nobody_wrote(text: str) -> None:
    assert placeholders.found(text, "Hello, my order 4471-B is late.")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Hello Grace, a reply.", ""),
        ("Order [4471-B]", ""),
        ("[12/11/2026]", ""),
        ("[] [ ] [...] ][ [", ""),
        ("NAME, PHONE", ""),
        ("Dear Grace [she/her],", "Grace [she/her]"),
        ("Your [Blue] lamp", "I bought the [Blue] lamp"),
    ],
)
def test_other_brackets_are_none(text: str, known: str) -> None:
    assert not placeholders.found(text, known)


@pytest.mark.parametrize(
    "hostile", ["[" * 5_000, "[a" * 2_500, "[" + "a" * 4_999, "]" * 5_000, "[a]" * 1_700]
)
def test_time_grows_with_the_length_alone(hostile: str) -> None:
    started = time.process_time()
    placeholders.found(hostile, hostile)
    assert time.process_time() - started < 0.5
