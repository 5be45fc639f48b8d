"""Comprehend: dominant language, sentiment (an estimate), entities and personal data (by rules)."""

from typing import Any

from local.standins.comprehend import entities
from local.standins.comprehend.detection import detect
from local.standins.comprehend.pii import find_pii
from local.standins.comprehend.sentiment import estimate
from local.standins.services import ServiceError, check_bytes

LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "ar", "hi", "ja", "ko", "zh", "zh-TW")
PII_LANGUAGES = ("en", "es")
_SENTIMENT_BYTES = 5_000
_OTHER_BYTES = 100_000


def check_size(params: dict[str, Any]) -> None:
    """Refuses more than 100 KB with Comprehend's own error."""
    check_bytes(params, _OTHER_BYTES)


def check_sentiment_request(params: dict[str, Any]) -> None:
    """DetectSentiment's limits: 5,000 bytes, twelve languages."""
    _check_language(params, LANGUAGES)
    check_bytes(params, _SENTIMENT_BYTES)


def check_entities_request(params: dict[str, Any]) -> None:
    """DetectEntities' limits; of its inputs only plain text has a stand-in."""
    _check_language(params, LANGUAGES)
    check_size(params)
    if not {"Text", "LanguageCode"} <= params.keys() or not params.keys() <= {"Text", "LanguageCode"}:
        message = "The stand-in takes Text with LanguageCode; custom models and documents have no stand-in."
        raise ServiceError("InvalidRequestException", message)


def check_pii_request(params: dict[str, Any]) -> None:
    """DetectPiiEntities' limits."""
    _check_language(params, PII_LANGUAGES)
    check_size(params)


def detect_dominant_language(params: dict[str, Any]) -> dict[str, Any]:
    """The likeliest languages with their scores."""
    return {"Languages": [{"LanguageCode": code, "Score": score} for code, score in detect(params["Text"])]}


def detect_sentiment(params: dict[str, Any]) -> dict[str, Any]:
    """The estimated sentiment."""
    sentiment, scores = estimate(params["Text"], params["LanguageCode"])
    return {"Sentiment": sentiment, "SentimentScore": scores}


def detect_entities(params: dict[str, Any]) -> dict[str, Any]:
    """The entities that rules can find."""
    return {"Entities": entities.find_entities(params["Text"], params["LanguageCode"])}


def detect_pii_entities(params: dict[str, Any]) -> dict[str, Any]:
    """The personal data that rules can find."""
    return {"Entities": find_pii(params["Text"], params["LanguageCode"])}


def warm_up() -> None:
    """Builds each language's tables."""
    for language in LANGUAGES:
        estimate("1", language)
        entities.find_entities("1.1.2026", language)


def _check_language(params: dict[str, Any], allowed: tuple[str, ...]) -> None:
    code = params.get("LanguageCode")
    if isinstance(code, str) and code not in allowed:
        message = f"The language is not supported by this operation: it takes {', '.join(allowed)}."
        raise ServiceError("UnsupportedLanguageException", message)
