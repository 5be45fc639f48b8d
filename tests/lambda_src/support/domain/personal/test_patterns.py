"""Personal data in sentences of many languages, and what only looks like it."""

import subprocess
import sys

import pytest
from hypothesis import given, strategies as st

from support.domain.personal.found import KINDS, OTHER, Found
from support.domain.personal.masking import mask
from support.domain.personal.patterns import patterns, pieces
from support_stack import LAMBDA_SRC
from tests.lambda_src.properties import thoroughly

from .cases import MESSAGES, NEGATIVES, POSITIVES


@pytest.mark.parametrize(("language", "text", "kind", "words"), POSITIVES)
def test_personal_data_is_found_as_it_is_written(language: str, text: str, kind: str, words: str) -> None:
    found = patterns(text, language)
    assert Found(kind, words) in found
    assert {one.kind for one in found} == {kind}


@pytest.mark.parametrize(("language", "text"), NEGATIVES)
def test_what_only_looks_like_it_stays(language: str, text: str) -> None:
    assert patterns(text, language) == []


def test_the_tables_are_large_enough_to_say_something() -> None:
    assert len(POSITIVES) >= 80
    assert len(NEGATIVES) >= 80
    assert {kind for _, _, kind, _ in POSITIVES} == set(KINDS) - {OTHER}


@pytest.mark.parametrize(("language", "text", "masked"), MESSAGES)
def test_whole_messages(language: str, text: str, masked: str) -> None:
    assert mask(text, patterns(text, language)) == masked


@pytest.mark.parametrize(
    ("address", "texts", "found"),
    [
        ("12 rue de la Paix, 75002 Paris", [], ["12 rue de la Paix", "75002 Paris"]),
        ("Hauptstraße 5\n10115 Berlin", ["Berlin", "5"], ["Hauptstraße 5", "10115 Berlin"]),
        (
            "12 rue de la Paix 75002 Paris",
            ["12 rue de la Paix", "Lyon 3"],
            ["12 rue de la Paix 75002 Paris", "12 rue de la Paix"],
        ),
    ],
)
def test_the_pieces_of_an_address_that_say_where(address: str, texts: list[str], found: list[str]) -> None:
    assert list(pieces([Found("ADDRESS", address)], texts)) == [Found("ADDRESS", one) for one in found]


def test_only_addresses_have_pieces() -> None:
    assert list(pieces([Found("PHONE", "06 12 34 56 78")], ["34 56"])) == []


def test_nothing_is_compiled_before_it_is_needed() -> None:
    """Each cold start would pay for it; East Asian patterns are for East Asian texts."""
    script = (
        "import re, sys; sys.path.insert(0, sys.argv[1]); sizes = []; compile = re.compile\n"
        "re.compile = lambda pattern, *flags: sizes.append(len(pattern)) or compile(pattern, *flags)\n"
        "from support.domain import codes, figure_forms, privacy\n"
        "from support.domain.personal import detector, masking, patterns\n"
        "print(sum(sizes)); patterns.patterns('a'); print(sum(sizes))\n"
        "before = sum(sizes); patterns.patterns('字'); print(sum(sizes) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, str(LAMBDA_SRC)], capture_output=True, text=True, check=True
    )
    imported, latin, east_asian = map(int, done.stdout.split())
    assert imported < 500
    assert latin > 10_000
    assert east_asian > 1_000


def test_invisible_characters_hide_nothing() -> None:
    assert patterns("tel 06 12\u200b 34 56 78", "fr") == [Found("PHONE", "06 12\u200b 34 56 78")]


@pytest.mark.parametrize(
    ("language", "text"), [case[:2] for case in POSITIVES] + [("en", "cvv123"), ("de", "Prüfnummer 123x")]
)
def test_what_is_found_is_masked_in_every_case(language: str, text: str) -> None:
    masked = mask(text, patterns(text, language))
    assert not any(one.text in masked for one in patterns(text, language))


@thoroughly
@given(st.text(), st.sampled_from(["", "fr", "zh-TW", "xx"]))
def test_what_is_found_stands_in_the_text(text: str, language: str) -> None:
    assert all(one.text in text and one.kind in KINDS for one in patterns(text, language))
