import pytest

from local.standins.comprehend.sentiment import STRENGTHS, WORDS, estimate
from local.standins.comprehend.service import LANGUAGES

CASES = [
    ("en", "The lamp arrived broken and nobody answers. Terrible service!", "NEGATIVE"),
    ("en", "I am not happy with this.", "NEGATIVE"),
    ("en", "Excellent quality, thank you so much!", "POSITIVE"),
    ("en", "Great product, but the delivery was terrible.", "MIXED"),
    ("en", "Good morning, can I change my delivery address?", "NEUTRAL"),
    ("en", "No problem at all.", "NEUTRAL"),
    ("fr", "Mon colis est arrivé abîmé, c'est inadmissible.", "NEGATIVE"),
    ("fr", "Je ne suis pas content.", "NEGATIVE"),
    ("fr", "Je suis ravie, tout est parfait, merci beaucoup !", "POSITIVE"),
    ("fr", "À quelle heure ouvrez-vous demain ?", "NEUTRAL"),
    ("es", "Estoy muy decepcionado, el televisor llegó roto.", "NEGATIVE"),
    ("es", "Buenos días, ¿cuál es el plazo de entrega?", "NEUTRAL"),
    ("de", "Ich bin sehr enttäuscht, das Gerät ist kaputt.", "NEGATIVE"),
    ("de", "Alles bestens, ich bin sehr zufrieden und begeistert!", "POSITIVE"),
    ("it", "Sono molto delusa, la borsa è arrivata rotta.", "NEGATIVE"),
    ("it", "Ottimo servizio, grazie mille!", "POSITIVE"),
    ("pt", "Estou muito chateado, o produto veio quebrado.", "NEGATIVE"),
    ("pt", "Adorei, a qualidade é excelente!", "POSITIVE"),
    ("ar", "المنتج مكسور وأنا غاضب جداً", "NEGATIVE"),
    ("ar", "خدمة رائعة، شكراً جزيلاً", "POSITIVE"),
    ("hi", "सामान टूटा हुआ मिला, मैं बहुत नाराज हूँ।", "NEGATIVE"),
    ("hi", "मैं खुश नहीं हूँ।", "NEGATIVE"),
    ("ja", "商品が壊れていて、とても残念です。", "NEGATIVE"),
    ("ja", "満足していません。", "NEGATIVE"),
    ("ja", "素晴らしい商品でした。ありがとうございます。", "POSITIVE"),
    ("ko", "제품이 고장 났고 정말 실망했습니다.", "NEGATIVE"),
    ("ko", "정말 만족합니다. 감사합니다.", "POSITIVE"),
    ("zh", "东西坏了，我很失望。", "NEGATIVE"),
    ("zh", "我不满意。", "NEGATIVE"),
    ("zh-TW", "品質很好，非常滿意，謝謝。", "POSITIVE"),
    ("zh", "请问什么时候发货？", "NEUTRAL"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_general_vocabulary_decides(language: str, text: str, expected: str) -> None:
    sentiment, scores = estimate(text, language)
    assert sentiment == expected
    assert sum(scores.values()) == pytest.approx(1)
    assert all(0 <= score <= 1 for score in scores.values())


def test_emphasis_and_exclamation_add_weight() -> None:
    plain = estimate("I am disappointed.", "en")[1]["Negative"]
    assert estimate("I am really disappointed.", "en")[1]["Negative"] > plain
    assert estimate("I am disappointed!", "en")[1]["Negative"] > plain


def test_accents_and_case_do_not_matter() -> None:
    assert estimate("TRÈS DÉÇU", "fr") == estimate("tres decu", "fr")


@pytest.mark.parametrize("text", ["", "!!!", "12345", "a" * 5_000])
def test_a_text_without_known_words_is_neutral(text: str) -> None:
    sentiment, scores = estimate(text, "en")
    assert (sentiment, scores["Neutral"]) == ("NEUTRAL", 1.0)


def test_every_language_of_comprehend_has_words_of_praise_and_complaint() -> None:
    assert set(WORDS) == {language.partition("-")[0] for language in LANGUAGES}
    for words in WORDS.values():
        assert set(STRENGTHS) - {"neutral"} <= set(words)
