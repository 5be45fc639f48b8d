"""The workflow's steps as the simulation knows them: which calls, and in which order."""

from typing import Final

from bench.latencies import READ
from bench.plan import Step

ANALYZE: Final = "TranslateAndAnalyze"
REPLY: Final = "GenerateAIResponse"
VOICE: Final = "GenerateVoiceResponse"
SEND: Final = "SendResponse"

_ANALYSIS: Final = (
    ("comprehend.DetectDominantLanguage",),
    ("translate", "comprehend.DetectSentiment", "comprehend.DetectEntities"),
)
_MODEL: Final = (("bedrock",),)
_REVIEW: Final = (("bedrock#review",),)
_SPEECH: Final = (("polly",),)

_WRITTEN: Final = (Step(ANALYZE, _ANALYSIS), Step(REPLY, _MODEL, always=_REVIEW))

QUALITY: Final = (*_WRITTEN, Step(VOICE, _SPEECH), Step(SEND))
QUALITY_ON_DEMAND: Final = (*_WRITTEN, Step(VOICE), Step(SEND))
ECONOMY_ON_DEMAND: Final = (
    Step(ANALYZE, _ANALYSIS, shortcut=READ),
    Step(REPLY, _MODEL, shortcut=READ, always=_REVIEW),
    Step(VOICE),
    Step(SEND),
)
"""Economy reads and answers with one call of the model, and is as quality where that fails.

Spoken on demand, no step speaks.
"""
