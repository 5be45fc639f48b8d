"""Whether a text is in the language that it should be in."""

import pytest
from hypothesis import given, strategies as st

from local.standins.phrases import PHRASES
from local.standins.reply import Brief, write
from support.domain.tongues import is_other
from tests.lambda_src.properties import thoroughly
from tests.lambda_src.samples import REPLY

KNOWN = ("fr", "en", "de", "es", "it", "pt", "nl")


def reply_in(language: str) -> str:
    return write(Brief({}, {"sla_hours": 4, "sentiment": "NEGATIVE"}, "Maison Exemple", "Zoé"), language)


@pytest.mark.parametrize("wanted", KNOWN)
@pytest.mark.parametrize("written", [code for code in KNOWN if code in PHRASES])
def test_a_reply_in_another_language_is_told(written: str, wanted: str) -> None:
    assert is_other(reply_in(written), wanted) is (written != wanted)


@pytest.mark.parametrize(
    "text",
    ["返信の本文です。お問い合わせありがとうございます。", "Спасибо за ваше сообщение, мы его прочитали."],
)
def test_so_is_one_in_another_script(text: str) -> None:
    assert is_other(text, "fr")


@pytest.mark.parametrize("language", ["fr", "fr-CA"])
def test_a_region_is_the_same_language(language: str) -> None:
    assert not is_other(REPLY, language)


@pytest.mark.parametrize("language", ["ja", "ro", ""])
def test_nothing_is_said_of_a_language_whose_words_are_unknown(language: str) -> None:
    assert not is_other(REPLY, language)


@thoroughly
@given(st.text(), st.sampled_from([*KNOWN, "ja"]))
def test_any_text_is_told(text: str, language: str) -> None:
    assert is_other(text, language) in (True, False)
