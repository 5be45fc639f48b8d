from __future__ import annotations

import pytest

from local.standins.places import find_places


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I live in Germany, near Berlin.", {"Germany", "Berlin"}),
        ("fr", "Livraison à Paris, en Belgique", {"Paris", "Belgique"}),
        ("de", "aus Wien in Österreich", {"Wien", "Österreich"}),
        ("ja", "タイから日本へ", {"タイ", "日本"}),
        ("ko", "독일에서 주문", {"독일"}),
        ("zh", "从法国寄来", {"法国"}),
        ("zh-TW", "從台灣寄出", {"台灣"}),
        ("ar", "وصلت من مصر أمس", {"مصر"}),
        ("hi", "मैं भारत से हूँ", {"भारत"}),
    ],
)
def test_places_are_found_in_the_texts_language(language: str, text: str, expected: set[str]) -> None:
    assert {text[start:end] for start, end in find_places(text, language)} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "germany's next, Parisian, a peru"),
        ("ja", "タイプが違う"),
        ("ko", "이란 무엇"),
        ("fr", "mon ami Maurice"),
    ],
)
def test_parts_of_words_and_everyday_words_are_not_places(language: str, text: str) -> None:
    assert not list(find_places(text, language))
