"""Whether a text is in the language that it should be in."""

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from local.standins.phrases import PHRASES
from local.standins.reply import Brief, write
from support.domain import languages
from support.domain.tongues import FAMILIES, evidence, is_other, words
from support.domain.vocabulary import WORDS
from tests.lambda_src.properties import thoroughly
from tests.lambda_src.samples import REPLY

REPLIES: dict[str, str] = json.loads((Path(__file__).parents[2] / "languages.json").read_text("utf-8"))[
    "replies"
]
BLURRED = FAMILIES[:3]


def reply_in(language: str) -> str:
    return write(Brief({}, {"sla_hours": 4, "sentiment": "NEGATIVE"}, "Zoé"), language)


def may_pass(written: str, wanted: str) -> bool:
    one, other = languages.base(written), languages.base(wanted)
    return one == other or any({one, other} <= set(family) for family in BLURRED)


@pytest.mark.parametrize("written", sorted(REPLIES))
def test_a_reply_in_its_own_language_is_never_refused(written: str) -> None:
    assert not is_other(REPLIES[written], written)


@pytest.mark.parametrize("wanted", sorted(languages.BY_CODE))
def test_a_reply_in_another_language_is_told(wanted: str) -> None:
    missed = [
        written
        for written, text in REPLIES.items()
        if not may_pass(written, wanted) and not is_other(text, wanted)
    ]
    assert missed == []


@pytest.mark.parametrize("wanted", sorted(REPLIES))
@pytest.mark.parametrize("written", sorted(PHRASES))
def test_a_long_reply_is_told(written: str, wanted: str) -> None:
    if written == wanted or not may_pass(written, wanted):
        assert is_other(reply_in(written), wanted) is (written != wanted)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("fr", "返信の本文です。お問い合わせありがとうございます。"),
        ("ja", "您好，我们会尽快处理您的订单，谢谢。"),
        ("zh", "ご連絡ありがとうございます。確認いたします。"),
        ("zh", "您好，我們會盡快處理您的訂單，謝謝。"),
        ("ko", "Thank you for your message, we are looking into it."),
        ("no", REPLIES["da"]),
        ("da", REPLIES["no"]),
        ("sw", REPLIES["en"]),
        ("cy", REPLIES["en"]),
    ],
)
def test_scripts_and_siblings_are_told(wanted: str, text: str) -> None:
    assert is_other(text, wanted)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("fr-CA", REPLY),
        ("pt-PT", REPLIES["pt"]),
        ("ar", REPLIES["ar"] + " Maison Exemple, Grace O'Neill, Deutschland AG"),
        ("zh", "您好 Grace O'Neill，您的订单 FR-2231-XZ 已经发出。Maison Exemple の"),
        ("ja", "MacBook Pro の修理が完了しました。"),
        ("sr", "Poštovani, žao nam je što vaša porudžbina kasni. Javićemo vam se sutra."),
        ("cy", "Helo, mae'n ddrwg gennym fod eich archeb yn hwyr. Byddwn yn ysgrifennu atoch yfory."),
        ("", REPLY),
        ("fr", "123 !!!"),
    ],
)
def test_what_may_be_right_passes(wanted: str, text: str) -> None:
    assert not is_other(text, wanted)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("DONDE ESTA", "es"),
        ("wszystkie paczki są już w domu", "pl"),
        ("мій день", "uk"),
        ("değil ğ ş ı", "tr"),
    ],
)
def test_the_evidence_names_the_language(text: str, code: str) -> None:
    seen = evidence(text)
    assert next(iter(seen.shares)) == code
    assert seen.of(f"{code}-XX") == seen.of(code) > 0


def test_words_are_read_through_decoration() -> None:
    assert words("ＷＨＥＲＥ\u200b is م\u064eن 4471-B भाषा? می\u200cشود") == [
        *("where", "is", "من", "b", "भाषा", "می", "شود"),
    ]


@thoroughly
@given(st.text(), st.sampled_from([*WORDS, "ja", "zh-TW", "sw", "??"]))
def test_any_text_is_told(text: str, language: str) -> None:
    assert is_other(text, language) in (True, False)
