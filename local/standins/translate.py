"""Translate: nothing that runs offline translates honestly, so the text comes back unchanged and marked.

Elements with translate="no" come back with their tags, as from the service. On request numbers get lost, and
tags get lost or mangled.
"""

import html
import re
from collections.abc import Callable
from typing import Any

from local.standins.comprehend.detection import detect
from local.standins.services import ServiceError

# Amazon Translate's language codes, from its developer guide ("Supported languages").
_CODES = (
    "af sq am ar hy az bn bs bg ca zh zh-TW hr cs da fa-AF nl en et fa tl fi fr fr-CA ka de el gu ht ha he "
    "hi hu is id ga it ja kn kk ko lv lt mk ms ml mt mr mn no ps pl pt pt-PT pa ro ru sr si sk sl so es "
    "es-MX sw sv ta te th tr uk ur uz vi cy"
)
LANGUAGES = frozenset(_CODES.split())
MAX_BYTES = 10_000
_LEAST_CONFIDENCE = 0.2
_MARKERS = {
    "fr": "[Non traduit : remplaçant local de Translate] ",
    "en": "[Not translated: local stand-in for Translate] ",
}
_TAG = re.compile(r"<(/?)(\w+)([^<>]*)>")
_SPOILED: dict[str, Callable[[str], str]] = {
    # without a digit, and in what is not to be translated too: as bad as it can get
    "lost_numbers": lambda text: re.sub(r"(?<!&#)\d+", "", text),
    "lost_tags": lambda text: _TAG.sub("", text),
    "mangled_tags": lambda text: _TAG.sub(lambda tag: f"<{tag[1]} {tag[2].upper()}{tag[3]} >", text),
    "escaped_tags": lambda text: _TAG.sub(lambda tag: html.escape(tag[0]), text),
}


def translate_text(params: dict[str, Any], mode: str) -> dict[str, Any]:
    """Return the original text behind a marker in French, else in English, that it is not translated."""
    text, source, target = params["Text"], params["SourceLanguageCode"], params["TargetLanguageCode"]
    if source == "auto":
        source, score = detect(_TAG.sub("", text))[0]
        if score < _LEAST_CONFIDENCE:
            message = "The confidence in the detected language is too low."
            raise ServiceError("DetectedLanguageLowConfidenceException", message, DetectedLanguageCode=source)
    pair = {"SourceLanguageCode": source, "TargetLanguageCode": target}
    if source == target or not {source, target} <= LANGUAGES:
        # also where it was detected: the service refuses a text that is in the target language already
        message = f"Unsupported language pair: {source} to {target}."
        raise ServiceError("UnsupportedLanguagePairException", message, **pair)
    marker = _MARKERS.get(target.partition("-")[0], _MARKERS["en"])
    return {"TranslatedText": marker + _SPOILED.get(mode, str)(text), **pair}
