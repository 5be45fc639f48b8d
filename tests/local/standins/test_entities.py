from __future__ import annotations

from typing import Any

import pytest

from local.standins.entities import find_entities, find_names

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
    ("language", "text", "name"),
    [
        ("en", "Hello, my name is Anna Schmidt and I wait.", "Anna Schmidt"),
        ("fr", "je m'appelle Zoé Lefèvre", "Zoé Lefèvre"),
        ("es", "me llamo Lucía", "Lucía"),
        ("ja", "佐藤と申します", "佐藤"),
    ],
)
def test_people_introduce_themselves(language: str, text: str, name: str) -> None:
    assert [text[start:end] for start, end in find_names(text, language)] == [name]
