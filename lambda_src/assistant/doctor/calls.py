"""One small call of each operation of Translate, Comprehend and Polly that the product uses."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from assistant.aws.comprehend import Comprehend
from assistant.aws.polly import Polly
from assistant.aws.translate import Translate
from assistant.errors import ServiceBusy, ServiceError
from assistant.voice import ssml
from assistant.voice.voices import voice_for

from .finding import Finding, not_checked, unreachable
from .sample import TEXTS, Sample

SPOKEN: Final = "OK."


@dataclass(frozen=True)
class TextServices:
    """The services that a text is sent to."""

    translate: Translate
    comprehend: Comprehend
    polly: Polly


def check_calls(
    sample: Sample, services: TextServices, *, engine: str, speaks: bool, personal_data: bool
) -> list[Finding]:
    """Make each call once, side by side; if replies are spoken, with the voice of the team's language."""
    calls = _calls(sample, services, engine, speaks=speaks, personal_data=personal_data)

    def made(operation: str) -> Finding:
        try:
            calls[operation]()
        except ServiceError as error:
            return _failed(operation, error)
        return Finding("call", operation, "ok", "answers")

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(made, calls))


def _calls(
    sample: Sample, services: TextServices, engine: str, *, speaks: bool, personal_data: bool
) -> Mapping[str, Callable[[], object]]:
    text, language, pivot = TEXTS[sample.language], sample.language, sample.pivot_language
    comprehend = services.comprehend
    calls: dict[str, Callable[[], object]] = {
        "translate:TranslateText": lambda: services.translate.text(text, language, pivot),
        "comprehend:DetectDominantLanguage": lambda: comprehend.languages(text),
        "comprehend:DetectSentiment": lambda: comprehend.sentiment(text, language),
        "comprehend:DetectEntities": lambda: comprehend.entities(text, language),
    }
    if personal_data:
        calls["comprehend:DetectPiiEntities"] = lambda: comprehend.personal_data(TEXTS["en"], "en")
    voice = voice_for(pivot, engine)
    if speaks and voice:
        (piece,) = ssml.pieces(SPOKEN, voice.engine)
        calls["polly:SynthesizeSpeech"] = lambda: services.polly.mp3(
            piece, voice_id=voice.voice_id, engine=voice.engine, language=voice.language
        )
    return calls


def _failed(operation: str, error: ServiceError) -> Finding:
    if detail := unreachable(error):
        advice = "Deploy in a Region that offers the service; if it does, run the checkup again in a moment."
        return Finding("call", operation, "problem", detail, advice)
    if isinstance(error, ServiceBusy):
        return not_checked("call", operation, error)
    advice = f"Allow {operation}, in the organization's policies too; it must be offered in this Region."
    return Finding("call", operation, "problem", f"is refused ({error.code})", advice)
