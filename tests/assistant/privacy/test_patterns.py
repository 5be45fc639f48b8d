"""Personal data in sentences of many languages, and what only looks like it."""

import subprocess
import sys

import pytest
from hypothesis import given, strategies as st

from assistant.privacy.masking import mask
from assistant.privacy.patterns import patterns
from assistant.privacy.personal_data import KINDS, Found
from eval import incoming
from support_stack import LAMBDA_SRC
from tests.assistant.privacy.cases import MESSAGES, NEGATIVES, POSITIVES
from tests.assistant.properties import thoroughly


@pytest.mark.parametrize(("language", "text", "kind", "words"), POSITIVES)
def test_personal_data_is_found_as_it_is_written(language: str, text: str, kind: str, words: str) -> None:
    assert Found(kind, words) in patterns(text, language)


@pytest.mark.parametrize(("language", "text"), NEGATIVES)
def test_lookalikes_stay(language: str, text: str) -> None:
    assert patterns(text, language) == []


@pytest.mark.parametrize(("language", "text", "masked"), MESSAGES)
def test_whole_messages(language: str, text: str, masked: str) -> None:
    assert mask(text, patterns(text, language)) == masked


@pytest.mark.slow
@pytest.mark.parametrize("name", incoming.SETS)
def test_of_messages_in_thirty_languages_nearly_all_is_masked_and_little_else(name: str) -> None:
    figures = incoming.personal(incoming.load("personal", name), "Maison Exemple", "fr")
    assert figures["personal data"] >= 120
    assert figures["masked"] >= 0.92 * figures["personal data"]
    assert len(figures["masked all the same"]) <= 0.03 * figures["what is none"]


def test_nothing_is_compiled_before_it_is_needed() -> None:
    """Each cold start would pay for it."""
    script = (
        "import re, sys; sys.path.insert(0, sys.argv[1]); sizes = []; compile = re.compile\n"
        "re.compile = lambda pattern, *flags: sizes.append(len(pattern)) or compile(pattern, *flags)\n"
        "from assistant.own_words import own_words\n"
        "from assistant.privacy import masking, patterns, privacy\n"
        "from assistant.translation import invariants\n"
        "print(sum(sizes))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, str(LAMBDA_SRC)], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 500


def test_invisible_characters_hide_nothing() -> None:
    assert patterns("tel 06 12\u200b 34 56 78", "fr") == [Found("PHONE", "06 12\u200b 34 56 78")]


@pytest.mark.parametrize(("language", "text"), [case[:2] for case in POSITIVES])
def test_what_is_found_is_masked_in_every_case(language: str, text: str) -> None:
    masked = mask(text, patterns(text, language))
    assert not any(one.text in masked for one in patterns(text, language))


@thoroughly
@given(st.text() | st.text(alphabet="0123456789 ,.-/·#_+()\n@aé"), st.sampled_from(["", "fr", "zh-TW", "xx"]))
def test_what_is_found_stands_in_the_text(text: str, language: str) -> None:
    assert all(one.text in text and one.kind in KINDS for one in patterns(text, language))
