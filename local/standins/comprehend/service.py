"""Comprehend: dominant language, sentiment (an estimate), entities and personal data (by rules)."""

from typing import Any

from local.standins.comprehend import entities
from local.standins.comprehend.detection import detect
from local.standins.comprehend.sentiment import estimate
from local.standins.services import ServiceError, check_bytes

LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "ar", "hi", "ja", "ko", "zh", "zh-TW")
PII_LANGUAGES = ("en", "es")
_LIMITS: dict[str, tuple[tuple[str, ...], int]] = {
    "DetectDominantLanguage": (LANGUAGES, 100_000),
    "DetectSentiment": (LANGUAGES, 5_000),
    "DetectEntities": (LANGUAGES, 100_000),
    "DetectPiiEntities": (PII_LANGUAGES, 100_000),
}
"""The languages and the bytes that each operation takes, which have errors of their own."""


def check(operation: str, params: dict[str, Any]) -> None:
    """Refuse other languages and larger texts; of DetectEntities' inputs only plain text has a stand-in."""
    allowed, most = _LIMITS[operation]
    code = params.get("LanguageCode")
    if isinstance(code, str) and code not in allowed:
        message = f"The language is not supported by this operation: it takes {', '.join(allowed)}."
        raise ServiceError("UnsupportedLanguageException", message)
    check_bytes(params, most)
    if operation == "DetectEntities" and params.keys() != {"Text", "LanguageCode"}:
        message = "The stand-in takes Text with LanguageCode; custom models and documents have no stand-in."
        raise ServiceError("InvalidRequestException", message)


def answer(operation: str, params: dict[str, Any]) -> dict[str, Any]:
    """Return what an operation finds in a text."""
    text, language = params["Text"], params.get("LanguageCode", "")
    match operation:
        case "DetectDominantLanguage":
            return {"Languages": [{"LanguageCode": code, "Score": score} for code, score in detect(text)]}
        case "DetectSentiment":
            sentiment, scores = estimate(text, language)
            return {"Sentiment": sentiment, "SentimentScore": scores}
        case "DetectEntities":
            return {"Entities": entities.find_entities(text, language)}
        case _:
            return {"Entities": entities.find_personal(text, language)}


def warm_up() -> None:
    """Build each language's tables."""
    detect("warm-up")
    for language in LANGUAGES:
        estimate("1", language)
        entities.find_entities("1.1.2026", language)
