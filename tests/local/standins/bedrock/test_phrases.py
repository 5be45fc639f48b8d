import re
from dataclasses import asdict, astuple
from string import Formatter

import pytest

from local.standins.bedrock.phrases import PHRASES, phrases_for

LANGUAGES = (
    "ar bg bn ca cs da de el en es fa fi fr he hi hr hu id it ja ko nl no pl pt ro ru sk sv th tr uk ur vi "
    "zh zh-TW"
)
GESTURES = re.compile(
    r"discount|voucher|\bgift\b|remise|bon d'achat|cadeau|descuento|Rabatt|Gutschein|sconto|korting|rabat|"
    r"скидк|знижк|отстъпк|slev|zľav|reducere|kedvezmény|alennus|popust|descompte|diskon|giảm giá|indirim|"
    r"έκπτωση|خصم|הנחה|تخفیف|छूट|ছাড়|ส่วนลด|割引|할인|折扣",
    re.I,
)
PLACES = {
    "greeting_named": {"name"},
    "deadline_hours": {"hours"},
    "deadline_many_hours": {"hours"},
    "closing_company": {"company"},
}


def sentences(language: str) -> dict[str, str]:
    phrases = asdict(PHRASES[language])
    flat = {key: value for key, value in phrases.items() if isinstance(value, str)}
    return flat | phrases["openings"] | phrases["steps"]


def test_these_languages_have_phrases() -> None:
    assert list(PHRASES) == LANGUAGES.split()


@pytest.mark.parametrize("language", PHRASES)
def test_every_language_has_every_tone_and_category(language: str) -> None:
    assert list(PHRASES[language].openings) == list(PHRASES["en"].openings)
    assert list(PHRASES[language].steps) == list(PHRASES["en"].steps)


@pytest.mark.parametrize("language", PHRASES)
def test_no_phrase_offers_a_gesture_or_holds_a_link(language: str) -> None:
    text = str(astuple(PHRASES[language]))
    assert not GESTURES.search(text)
    assert "http" not in text
    assert "@" not in text


@pytest.mark.parametrize("language", PHRASES)
def test_phrases_leave_the_right_places_open(language: str) -> None:
    for key, sentence in sentences(language).items():
        fields = {field for _, field, _, _ in Formatter().parse(sentence) if field is not None}
        assert fields == PLACES.get(key, set()), key


@pytest.mark.parametrize("language", PHRASES)
def test_no_phrase_holds_a_number_but_that_of_one_hour(language: str) -> None:
    numbers = {key: found for key, text in sentences(language).items() if (found := re.findall(r"\d+", text))}
    assert numbers == {"deadline_hour": ["1"]}


@pytest.mark.parametrize("language", PHRASES)
def test_no_two_languages_share_a_sentence(language: str) -> None:
    own = {text for text in sentences(language).values() if len(text) > 15}
    for other in PHRASES.keys() - {language}:
        assert own.isdisjoint(sentences(other).values()), other


@pytest.mark.parametrize(("language", "encoding"), [("zh", "gb2312"), ("zh-TW", "big5")])
def test_chinese_is_written_in_its_own_characters(language: str, encoding: str) -> None:
    text = "".join(sentences(language).values())
    assert text.encode(encoding).decode(encoding) == text


@pytest.mark.parametrize(
    ("language", "hours", "says"),
    [
        ("en", 1, "within 1 hour at"),
        ("en", 4, "within 4 hours at"),
        ("ro", 4, "4 ore,"),
        ("ro", 19, "19 ore,"),
        ("ro", 24, "24 de ore,"),
        ("ar", 1, "(1)"),
        ("ar", 4, "4 ساعات"),
        ("ar", 24, "24 ساعة"),
        ("pl", 1, "1 godziny"),
        ("pl", 24, "24 godzin,"),
        ("ja", 24, "24時間"),
    ],
)
def test_hours_take_the_plural_of_their_number(language: str, hours: int, says: str) -> None:
    assert says in PHRASES[language].promise(hours)


@pytest.mark.parametrize(
    ("language", "found"),
    [("zh-TW", "zh-TW"), ("zh", "zh"), ("fr-CA", "fr"), ("fa-AF", "fa"), ("sw", None), ("", None)],
)
def test_a_variety_is_written_as_its_language(language: str, found: str | None) -> None:
    assert phrases_for(language) is (PHRASES[found] if found else None)
