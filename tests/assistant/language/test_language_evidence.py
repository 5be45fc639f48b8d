"""What stop words say about a text's language, and whether a reply is in the one that it should be in."""

import pytest
from hypothesis import given, strategies as st

from assistant.language import languages
from assistant.language.detection import SIBLINGS
from assistant.language.language_evidence import guess, has_stop_word, is_other, shares, words
from eval import sets
from eval.sets import EvaluationSet
from local.standins.bedrock.phrases import PHRASES
from local.standins.bedrock.reply import Brief, write
from tests.assistant.properties import thoroughly
from tests.assistant.samples import REPLY

GOLDEN, HELD_OUT = (EvaluationSet.load(name) for name in sets.SETS)
REPLIES = {
    message["lang"]: draft["input"]["text"]
    for message in GOLDEN.messages
    for draft in GOLDEN.drafts
    if draft["id"] == message["id"]
}
PASSES = (*SIBLINGS, ("sr", "ru"), ("uk", "ru"), ("ms", "id"))
"""Close relatives, and languages without stop words beside their nearest: one passes for the other."""


def may_pass(written: str, wanted: str) -> bool:
    one, other = languages.base(written), languages.base(wanted)
    return one == other or any({one, other} <= set(family) for family in PASSES)


@pytest.mark.parametrize("chosen", [GOLDEN, HELD_OUT], ids=sets.SETS)
def test_a_reply_in_its_own_language_passes(chosen: EvaluationSet) -> None:
    by_id = {message["id"]: message["lang"] for message in chosen.messages}
    refused = [
        (draft["id"], by_id[draft["id"]])
        for draft in chosen.drafts
        if is_other(draft["input"]["text"], by_id[draft["id"]])
    ]
    assert refused == []


@pytest.mark.parametrize("wanted", sorted(REPLIES))
@pytest.mark.parametrize("written", ["fr", "en", "de", "es", "pl", "ru", "ar", "ja"])
def test_a_reply_in_another_language_is_detected(written: str, wanted: str) -> None:
    if not may_pass(written, wanted):
        assert is_other(REPLIES[written], wanted)


@pytest.mark.parametrize("wanted", sorted(languages.by_code()))
def test_english_and_french_are_told_from_every_language(wanted: str) -> None:
    """They are what a model writes by mistake."""
    assert is_other(REPLIES["en"], wanted) is (languages.base(wanted) != "en")
    assert is_other(REPLIES["fr"], wanted) is (languages.base(wanted) != "fr")


@pytest.mark.parametrize("written", sorted(PHRASES))
def test_the_stand_ins_replies_are_in_their_languages(written: str) -> None:
    text = write(Brief({}, {"sla_hours": 4, "sentiment": "NEGATIVE"}, "Zoé"), written)
    assert not is_other(text, written)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("fr", "返信の本文です。お問い合わせありがとうございます。"),
        ("ja", "您好，我们会尽快处理您的订单，谢谢。"),
        ("zh", "ご連絡ありがとうございます。確認いたします。"),
        ("zh", "您好，我們會盡快處理您的訂單，謝謝。"),
        ("ko", "Thank you for your message, we are looking into it."),
        ("uk", REPLIES["ru"]),
    ],
)
def test_scripts_are_told(wanted: str, text: str) -> None:
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
def test_doubtful_replies_pass(wanted: str, text: str) -> None:
    assert not is_other(text, wanted)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("¿Dónde está mi pedido y cuándo llega?", "es"),
        ("wszystkie paczki są już w domu", "pl"),
        ("Wo ist mein Paket?", "de"),
        ("Bonjour, je n'ai toujours rien reçu de vous", "fr"),
        ("12345", None),
    ],
)
def test_stop_words_tell_the_language(text: str, code: str | None) -> None:
    assert guess(text) == code
    assert sum(shares(text).values()) <= 1


@pytest.mark.parametrize(
    ("text", "code", "has"),
    [
        ("Vielen Dank", "de", True),
        ("Ion Popescu", "ro", False),
        ("Vielen Dank", "de-CH", True),
        ("", "fr", False),
    ],
)
def test_names_contain_no_stop_word_of_their_language(text: str, code: str, has: bool) -> None:
    assert has_stop_word(text, code) is has


def test_words_are_read_through_decoration() -> None:
    assert words("ＷＨＥＲＥ\u200b is م\u064eن 4471-B भाषा? می\u200cشود") == [
        *("where", "is", "من", "b", "भाषा", "می", "شود"),
    ]


@thoroughly
@given(st.text(), st.sampled_from(["fr", "ja", "zh-TW", "sw", "??"]))
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    assert is_other(text, language) in (True, False)
