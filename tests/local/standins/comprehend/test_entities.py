from typing import Any

import pytest

from local.standins.comprehend.entities import find_dates, find_entities, find_places
from local.standins.comprehend.names import find_names

SAMPLES = {
    "en-damaged": {("DATE", "Monday"), ("QUANTITY", "two emails"), ("DATE", "this week")},
    "es-happy": {("QUANTITY", "dos días")},
    "de-late": {("DATE", "seit sechs Tagen"), ("OTHER", "4471-B")},
    "fr-return": {("DATE", "il y a dix jours")},
    "it-login": set(),
    "pt-billing": {("QUANTITY", "duas vezes"), ("DATE", "outubro"), ("OTHER", "2026-1188")},
    "ja-broken": {("DATE", "先週")},
    "zh-invoice": {("DATE", "上个月")},
    "ar-late": {("OTHER", "5521"), ("DATE", "أسبوعين")},
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_samples_entities_are_found_and_no_others(samples: dict[str, Any], sample: str) -> None:
    message, language = samples[sample]["message"], samples[sample]["expect"]["language"]
    assert {(e["Type"], e["Text"]) for e in find_entities(message, language)} == SAMPLES[sample]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I paid $49.90 for 2 pairs", {("QUANTITY", "$49.90"), ("QUANTITY", "2 pairs")}),
        ("fr", "remboursez 49,90 € pour le colis AB-1234", {("QUANTITY", "49,90 €"), ("OTHER", "AB-1234")}),
        ("de", "Nummer 12345 aus Wien", {("OTHER", "12345"), ("LOCATION", "Wien")}),
        ("zh", "我叫王伟，买了3件", {("PERSON", "王伟"), ("QUANTITY", "3件")}),
    ],
)
def test_quantities_codes_places_and_people(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(e["Type"], e["Text"]) for e in find_entities(text, language)} == expected


def test_offsets_count_code_points_and_do_not_overlap() -> None:
    text = "👍👍 My name is Anna Schmidt, order 4471-B of 12 October 2026, 20 euros"
    entities = find_entities(text, "en")
    assert len(entities) == 4
    for entity in entities:
        assert text[entity["BeginOffset"] : entity["EndOffset"]] == entity["Text"]
        assert 0.8 < entity["Score"] <= 1
    ends = [entity["EndOffset"] for entity in entities]
    assert all(end <= entity["BeginOffset"] for end, entity in zip(ends, entities[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hello, my name is Anna Schmidt and I wait.", "Anna Schmidt"),
        ("je m'appelle Zoé Lefèvre", "Zoé Lefèvre"),
        ("me llamo Lucía", "Lucía"),
        ("佐藤と申します", "佐藤"),
    ],
)
def test_people_introduce_themselves(text: str, name: str) -> None:
    assert [text[start:end] for start, end in find_names(text)] == [name]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It came on Monday, 12 October 2026", {"Monday", "12 October 2026"}),
        ("en", "Ordered two weeks ago, needed this week", {"two weeks ago", "this week"}),
        ("en", "In March I ordered", {"March"}),
        ("fr", "le 3 mars 2026 et il y a dix jours", {"3 mars 2026", "il y a dix jours"}),
        ("fr", "le 12/10/2026, depuis hier", {"12/10/2026", "hier"}),
        ("es", "hace tres días, el lunes", {"hace tres días", "lunes"}),
        ("de", "seit sechs Tagen, am 12. Oktober", {"seit sechs Tagen", "12. Oktober"}),
        ("it", "due settimane fa", {"due settimane fa"}),
        ("pt", "há cinco dias, em outubro", {"há cinco dias", "outubro"}),
        ("ar", "يوم الاثنين", {"الاثنين"}),
        ("hi", "3 दिन पहले", {"3 दिन पहले"}),
        ("ja", "2026年3月5日に、三日前と先週", {"2026年3月5日", "三日前", "先週"}),
        ("ko", "어제, 3일 전", {"어제", "3일 전"}),
        ("zh", "昨天和三天前", {"昨天", "三天前"}),
        ("zh-TW", "2026年3月5日", {"2026年3月5日"}),
        ("fr", "Je viens avec lui, mit der Zeit", set()),
        ("de", "Ich gehe mit dir", set()),
        ("en", "I may march on, number 2026-1188", set()),
        ("fr", "le 32/10/2026", set()),
        ("en", "version 1.2.3.4 and 100/200", set()),
    ],
)
def test_dates_are_found(language: str, text: str, expected: set[str]) -> None:
    assert {text[start:end] for start, end in find_dates(text, language)} == expected


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
        ("en", "germany's next, Parisian, a peru", set()),
        ("ja", "タイプが違う", set()),
        ("ko", "이란 무엇", set()),
        ("fr", "mon ami Maurice", set()),
    ],
)
def test_places_are_found_in_the_texts_language(language: str, text: str, expected: set[str]) -> None:
    assert {text[start:end] for start, end in find_places(text, language)} == expected
