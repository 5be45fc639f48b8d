from typing import Any

import pytest

from local.standins.comprehend.entities import find_entities, find_personal
from local.standins.comprehend.personal import listed

SAMPLES = {
    "en-damaged": {("DATE", "Monday")},
    "es-happy": set(),
    "de-late": {("OTHER", "4471-B")},
    "pt-billing": {("OTHER", "2026-1188")},
    "ar-late": {("OTHER", "5521")},
}


def found(kind: str, text: str, language: str) -> set[str]:
    return {entity["Text"] for entity in find_entities(text, language) if entity["Type"] == kind}


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_samples_entities_are_found_and_no_others(samples: dict[str, Any], sample: str) -> None:
    message, language = samples[sample]["message"], samples[sample]["expect"]["language"]
    assert {(e["Type"], e["Text"]) for e in find_entities(message, language)} == SAMPLES[sample]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I paid $49.90 for 2 kg", {("QUANTITY", "$49.90"), ("QUANTITY", "2 kg")}),
        ("fr", "remboursez 49,90 € pour le colis AB-1234", {("QUANTITY", "49,90 €"), ("OTHER", "AB-1234")}),
        ("de", "Nummer 12345 aus Wien", {("OTHER", "12345"), ("LOCATION", "Wien")}),
        ("zh", "我叫王伟，买了3元", {("PERSON", "王伟"), ("QUANTITY", "3元")}),
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
    assert found("PERSON", text, "en") == {name}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It came on Monday, 12 October 2026", {"Monday", "12 October 2026"}),
        ("fr", "le 3 mars 2026", {"3 mars 2026"}),
        ("fr", "le 12/10/2026, mardi", {"12/10/2026", "mardi"}),
        ("es", "el lunes", {"lunes"}),
        ("de", "am 12. Oktober", {"12. Oktober"}),
        ("pt", "em 3 de outubro", {"3 de outubro"}),
        ("ar", "يوم الاثنين", {"الاثنين"}),
        ("ja", "2026年3月5日に", {"2026年3月5日"}),
        ("zh-TW", "2026年3月5日", {"2026年3月5日"}),
        ("fr", "Je viens avec lui, mit der Zeit", set()),
        ("de", "Ich gehe mit dir", set()),
        ("en", "I may march on, number 2026-1188", set()),
        ("fr", "le 32/10/2026", set()),
        ("en", "version 1.2.3.4 and 100/200", set()),
    ],
)
def test_dates_are_found(language: str, text: str, expected: set[str]) -> None:
    assert found("DATE", text, language) == expected


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
    assert found("LOCATION", text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Mail a.b+c@example.co.uk now", [("EMAIL", "a.b+c@example.co.uk")]),
        ("en", "Call +33 6 12 34 56 78.", [("PHONE", "+33 6 12 34 56 78")]),
        ("en", "Call (555) 123-4567 x", [("PHONE", "(555) 123-4567")]),
        ("en", "My name is Anna Schmidt.", [("NAME", "Anna Schmidt")]),
        ("es", "Me llamo Lucía Fernández", [("NAME", "Lucía Fernández")]),
        ("en", "Order 2026-1188 of 12/10/2026 for 1,299.00", [("DATE_TIME", "12/10/2026")]),
        ("en", "Order 4471-B, 1Z999AA10123456784", []),
        ("en", "Come on Monday", [("DATE_TIME", "Monday")]),
        ("es", "El 12/11/2026 a las 9:15", [("DATE_TIME", "12/11/2026")]),
        ("en", "at 221B Baker Street, London NW1 6XE.", [("ADDRESS", "221B Baker Street, London NW1 6XE")]),
        ("en", "to 123 Any Street, Seattle, WA 98109", [("ADDRESS", "123 Any Street, Seattle, WA 98109")]),
        ("es", "Vivo en Calle Mayor 3, 28013 Madrid", [("ADDRESS", "Calle Mayor 3, 28013 Madrid")]),
    ],
)
def test_personal_data_of_known_form_is_found(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    known = [(e["Type"], text[e["BeginOffset"] : e["EndOffset"]]) for e in find_personal(text, language)]
    assert known == expected


def test_places_count_code_points_and_come_in_order() -> None:
    text = "🙃 a@example.com, then 12/10/2026"
    known = find_personal(text, "en")
    assert [(e["BeginOffset"], e["EndOffset"]) for e in known] == [(2, 15), (22, 32)]
    assert all(0.9 < e["Score"] < 1 for e in known)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je m'appelle Zoé. 12 rue du Pin, 69003 Lyon.", ["Zoé", "12 rue du Pin, 69003 Lyon"]),
        ("안녕하세요, 제 이름은 김민수입니다.", ["김민수"]),
        ("Ich heiße Karl. Hauptstraße 5,\u00a010115 Berlin", ["Karl", "Hauptstraße 5,\u00a010115 Berlin"]),
        ("My name is Anna Maria Luisa Smith Jones and", ["Anna Maria Luisa Smith"]),
        ("Je m'appelle He\u0301le\u0300ne Petit, merci", ["He\u0301le\u0300ne Petit"]),
        ("je m'appelle marie et j'attends", ["marie"]),
        ("Coletul meu nu a ajuns.\n\nCu stimă,\nIon Popescu", ["Ion Popescu"]),
        ("au 12 rue de la Paix et merci", ["12 rue de la Paix"]),
        ("Calle Mayor 3 por favor", ["Calle Mayor 3"]),
        ("to 221B Baker Street, London NW1 6XE.", ["221B Baker Street, London NW1 6XE"]),
        ("Order 4471-B of 12/11/2026, 5 km, via mail 3 volte", []),
        ("Best regards", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_and_addresses_are_listed_as_they_are_written(text: str, expected: list[str]) -> None:
    assert listed(text) == expected
