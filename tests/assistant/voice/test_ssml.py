"""SSML for Polly."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from assistant.text.normalized import clean
from assistant.voice import ssml
from assistant.voice.voices import voice_for
from local.standins.polly import service as polly
from local.standins.polly.speech import synthesize
from tests.assistant.properties import thoroughly

PAUSE = '<break time="200ms"/>'
codes = st.from_regex(r"[A-Za-z0-9]{1,8}(?:[-_/][A-Za-z0-9]{1,8}){0,3}", fullmatch=True)
SENTENCES = {
    "fr": "Votre commande 4471-B (n° 20261123) part le 23 novembre : 12500,00 € & merci.",
    "en": "Your order 4471-B (no. 20261123) left <today> at 14:30.",
    "de": "Ihre Bestellung 4471-B, Nummer 20261123.",
    "es-MX": "Su pedido 4471-B, número 20261123.",
    "ru": "Ваш заказ 4471-B, номер 20261123.",
    "ar": "طلبك 4471-B رقم ٢٠٢٦١١٢٣.",
    "hi": "आपका ऑर्डर 4471-B, संख्या २०२६११२३।",
    "ja": "ご注文4471-Bは20261123です。",
    "zh-TW": "您的訂單4471-B編號20261123。",
    "ko": "주문 4471-B는 20261123입니다.",
    "tr": "Siparişiniz 4471-B'yi 20261123.",
    "cy": "Eich archeb 4471-B, 20261123.",
}
anything = st.lists(st.text() | codes | st.sampled_from(["& <b>", "4471-B", "\ufffe", "\x00", "。", ". "]))


def said(document: str) -> str:
    root = ElementTree.fromstring(document)  # noqa: S314 - our own markup
    assert root.tag == "speak"
    assert {element.tag for element in root} <= {"say-as", "break"}
    return "".join(root.itertext())


def bare(text: str) -> str:
    """Leave out what spelling for a neural voice changes: blanks, separators and the case."""
    return re.sub(r"[\s/_-]", "", text).casefold()


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('Fish & <chips> "l\'été"', 'Fish &amp; &lt;chips&gt; "l\'été"'),
        ("4471-B.", f"4 4 7 1 {PAUSE}B."),
        ("订单4471b", f"订单4 4 7 1 {PAUSE}B"),
        ("20261 & 2026", f"2 0 2 {PAUSE}6 1 &amp; 2026"),
        ("juergen12345@example.com", "juergen12345@example.com"),
    ],
)
def test_a_neural_voice_is_given_the_characters_apart(text: str, marked: str) -> None:
    assert ssml.speech(text, "neural") == f"<speak>{marked}</speak>"


@pytest.mark.parametrize("engine", ["standard", "generative"])
def test_other_voices_are_told_that_these_are_characters(engine: str) -> None:
    assert ssml.speech("n° 20261-b", engine) == (
        f'<speak>n° <say-as interpret-as="characters">202</say-as>{PAUSE}'
        f'<say-as interpret-as="characters">61-</say-as>{PAUSE}'
        '<say-as interpret-as="characters">b</say-as></speak>'
    )


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("wanted", ["neural", "generative"])
def test_the_stand_in_which_refuses_what_polly_refuses_speaks_it(language: str, wanted: str) -> None:
    voice = voice_for(language, wanted)
    assert voice is not None
    (document,) = ssml.pieces(SENTENCES[language], voice.engine)
    answer = polly.answer(
        "SynthesizeSpeech",
        {
            "Text": document,
            "TextType": "ssml",
            "OutputFormat": "mp3",
            "VoiceId": voice.voice_id,
            "Engine": voice.engine,
            "LanguageCode": voice.language,
        },
    )
    assert answer["RequestCharacters"] == len(said(document))
    assert len(answer["AudioStream"]) > 6_000


@pytest.mark.parametrize("engine", ["neural", "generative"])
def test_letters_are_heard_one_by_one(engine: str) -> None:
    (document,) = ssml.pieces("ABXQ-7", engine)
    assert len(synthesize(document, voice="en-us", ssml=True)) > 1.2 * len(
        synthesize("ABXQ-7", voice="en-us")
    )


def test_control_characters_never_reach_the_markup() -> None:
    assert ssml.pieces("a\x00b\x1b\ufffec\r\nd\uffff\ud800", "neural") == ["<speak>abc\nd</speak>"]


@pytest.mark.parametrize("text", ["", " \n\t", "\x00"])
def test_there_is_no_piece_with_nothing_to_say(text: str) -> None:
    assert ssml.pieces(text, "neural") == []


def test_a_long_text_is_cut_at_ends_of_sentences() -> None:
    sentence = "Voilà la phrase 4471-B. "
    pieces = ssml.pieces(sentence * 300, "generative")
    assert len(pieces) > 2
    assert all(said(piece).endswith("4471-B. ") for piece in pieces)


@pytest.mark.parametrize(
    "text", ["&" * 6_000, "a1" * 3_000, "1-" * 3_000, "日" * 3_000, "👩‍👩‍👧‍👦" * 500, "9" * 9_000]
)
@pytest.mark.parametrize("engine", ["neural", "generative"])
def test_no_piece_is_over_the_limits_whatever_the_markup_adds(text: str, engine: str) -> None:
    pieces = ssml.pieces(text, engine)
    assert max(len(piece) for piece in pieces) <= 6_000
    assert max(len(said(piece)) for piece in pieces) <= 3_000
    assert bare("".join(map(said, pieces))) == bare(text)


@pytest.mark.slow
@thoroughly
@given(anything.map("".join), st.sampled_from(["standard", "generative"]))
def test_any_text_is_said_as_it_is(text: str, engine: str) -> None:
    expected = clean(text).replace("\ufffe", "").replace("\uffff", "")
    assert "".join(map(said, ssml.pieces(text, engine))).strip() == expected.strip()


@pytest.mark.slow
@thoroughly
@given(anything.map("".join))
def test_a_neural_voice_is_given_every_letter_and_digit(text: str) -> None:
    expected = clean(text).replace("\ufffe", "").replace("\uffff", "")
    assert bare("".join(map(said, ssml.pieces(text, "neural")))) == bare(expected)
