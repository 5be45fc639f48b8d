from typing import Any

import pytest

from local.standins.comprehend.service import LANGUAGES, PII_LANGUAGES
from local.standins.services import service_model
from tests.local.standins.support import refused

TEXT = "My name is Anna Schmidt, mail me at anna@example.com about order 4471-B. I am very upset."


def test_the_languages_are_those_of_the_service_model() -> None:
    assert list(LANGUAGES) == service_model("comprehend").shape_for("LanguageCode").metadata["enum"]


def test_answers_have_comprehends_form(comprehend: Any) -> None:
    assert comprehend.detect_dominant_language(Text=TEXT)["Languages"][0]["LanguageCode"] == "en"
    sentiment = comprehend.detect_sentiment(Text=TEXT, LanguageCode="en")
    assert sentiment["Sentiment"] == "NEGATIVE"
    assert sum(sentiment["SentimentScore"].values()) == pytest.approx(1)
    entity = comprehend.detect_entities(Text=TEXT, LanguageCode="en")["Entities"][0]
    assert TEXT[entity["BeginOffset"] : entity["EndOffset"]] == entity["Text"] == "Anna Schmidt"
    pii = comprehend.detect_pii_entities(Text=TEXT, LanguageCode="en")["Entities"]
    assert [entity["Type"] for entity in pii] == ["NAME", "EMAIL"]


@pytest.mark.parametrize("operation", ["detect_sentiment", "detect_entities", "detect_pii_entities"])
@pytest.mark.parametrize("language", ["nl", "tr", "xx"])
def test_other_languages_are_refused(comprehend: Any, operation: str, language: str) -> None:
    code = refused(getattr(comprehend, operation), Text=TEXT, LanguageCode=language)
    assert code == ("UnsupportedLanguageException", 400)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - set(PII_LANGUAGES)))
def test_personal_data_is_found_in_english_and_spanish_only(comprehend: Any, language: str) -> None:
    code = refused(comprehend.detect_pii_entities, Text=TEXT, LanguageCode=language)
    assert code == ("UnsupportedLanguageException", 400)


@pytest.mark.parametrize(
    ("operation", "params", "most"),
    [
        ("detect_sentiment", {"LanguageCode": "en"}, 5_000),
        ("detect_entities", {"LanguageCode": "en"}, 100_000),
        ("detect_pii_entities", {"LanguageCode": "en"}, 100_000),
        ("detect_dominant_language", {}, 100_000),
    ],
)
def test_sizes_are_limited_in_bytes(
    comprehend: Any, operation: str, params: dict[str, str], most: int
) -> None:
    call = getattr(comprehend, operation)
    call(Text="a" * most, **params)
    assert refused(call, Text="é" * (most // 2 + 1), **params) == ("TextSizeLimitExceededException", 400)


@pytest.mark.parametrize("params", [{"Bytes": b"data", "LanguageCode": "en"}, {"Text": "Hello"}])
def test_unsupported_inputs_are_refused(comprehend: Any, params: dict[str, Any]) -> None:
    assert refused(comprehend.detect_entities, **params) == ("InvalidRequestException", 400)


@pytest.mark.parametrize(
    ("sample", "negative_from", "negative_below"),
    [
        ("en-damaged", 0.70, 1.0),
        ("es-happy", 0.0, 0.30),
        ("fr-return", 0.0, 0.30),
        ("de-late", 0.0, 1.0),
        ("ja-broken", 0.30, 1.0),
        ("ar-late", 0.30, 1.0),
        ("zh-invoice", 0.0, 0.30),
        ("hi-thanks", 0.0, 0.30),
    ],
)
def test_the_samples_have_the_sentiment_that_a_reader_gives_them(
    comprehend: Any, samples: dict[str, Any], sample: str, negative_from: float, negative_below: float
) -> None:
    message, expected = samples[sample]["message"], samples[sample]["expect"]
    answer = comprehend.detect_sentiment(Text=message, LanguageCode=expected["language"])
    assert answer["Sentiment"] in expected["sentiment"]
    assert negative_from <= answer["SentimentScore"]["Negative"] < negative_below
