"""When the audio of a reply is ready: what a stream shows so far, and a model of time for three programs."""

import json
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bench.latencies import LATENCIES, Latency

MODEL: Final = LATENCIES["bedrock"]
SPEECH: Final = LATENCIES["polly"]
"""One call each: Converse, and SynthesizeSpeech with a whole reply."""

BEFORE: Final = 0.33 + sum(
    LATENCIES[call].median_seconds for call in ("comprehend.DetectDominantLanguage", "translate")
)
"""Seconds from POST beside model and speech: our own time as `bench.own_time` measures it (assumed not to
change), detection, translation with the analysis beside it."""

FIRST_TOKEN: Final = 0.3
"""Assumed: share of Converse's time until its first token, 0.6 s of 2.0 s. Published measurements of models
of this class lie between 0.4 and 0.8 s. The other tokens come evenly."""

FIXED_SPEECH: Final = 0.3
"""Assumed: share of a speech call's time that does not depend on the length: 0.24 s of 0.8 s. The rest goes
by the sentence's share of the reply."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…؟।])\s+|(?<=[。！？])\s*")
_HALF: Final = re.compile("[\ud800-\udbff]$")
_TEXT: Final = re.compile(r'\{\s*"text"\s*:\s*"((?:[^"\\]|\\u[0-9a-fA-F]{4}|\\[^u])*)("?)')


def text_so_far(received: str) -> tuple[str, bool]:
    """Return the tool's `text` as far as a cut-off JSON shows it, and whether that is all of it.

    A character that came by half (a pair of escapes) is left out.
    """
    match = _TEXT.match(received)
    if not match:
        return "", False
    text: str = json.loads(f'"{match[1]}"', strict=False)
    return _HALF.sub("", text), bool(match[2])


def sentences(text: str, *, whole: bool) -> list[str]:
    """Return the complete sentences of a text; the last one is complete only if the text is whole.

    A greeting goes with the first sentence: no call for two words.
    """
    parts = [part.strip() for part in _SENTENCE_END.split(text)]
    return [part for part in (parts if whole else parts[:-1]) if part]


@dataclass(frozen=True)
class Stream:
    """A reply as it is written: when, as shares of the model's time, its sentences and its text are there."""

    raw: str
    sentences: tuple[str, ...]
    sentence_ends: tuple[float, ...]
    text_end: float

    @classmethod
    def of(cls, fields: Mapping[str, str], first_token: float = FIRST_TOKEN) -> "Stream":
        """Return the stream of a tool's input, its fields in the order in which they are written."""
        raw = json.dumps(fields, ensure_ascii=False)
        parts = sentences(fields["text"], whole=True)
        written, start = [], 0
        for part in (json.dumps(part, ensure_ascii=False)[1:-1] for part in parts):
            start = raw.index(part, start) + len(part)
            written.append(arrival(raw, start, first_token))
        return cls(raw, tuple(parts), tuple(written), written[-1])

    def speech_share(self, sentence: str, fixed: float = FIXED_SPEECH) -> float:
        """Return a sentence's call as a share of the call for the whole reply."""
        return fixed + (1 - fixed) * len(sentence) / sum(map(len, self.sentences))


def arrival(raw: str, characters: int, first_token: float = FIRST_TOKEN) -> float:
    """Return when so many characters have come, as a share of the model's time: tokens go by bytes."""
    done = len(raw[:characters].encode()) / len(raw.encode())
    return first_token + (1 - first_token) * done


def ready(
    stream: Stream, model: float, speech: Callable[[], float], fixed: float = FIXED_SPEECH
) -> tuple[float, float, float]:
    """Return the seconds until the audio may be heard: whole reply first, by sentences, text before pivot.

    `model` is Converse's time, `speech()` draws the time of a call with a whole reply. Nothing may be heard
    before the whole reply is there, since the rules are held against all of it.
    """
    spoken = (
        end * model + stream.speech_share(part, fixed) * speech()
        for part, end in zip(stream.sentences, stream.sentence_ends, strict=True)
    )
    return model + speech(), max(model, *spoken), max(model, stream.text_end * model + speech())


def simulate(
    streams: Sequence[Stream],
    draws: int,
    *,
    model: Latency = MODEL,
    fixed: float = FIXED_SPEECH,
    seed: int = 5,
) -> tuple[list[float], list[float], list[float]]:
    """Return seconds from POST to audio for the three programs, latencies drawn anew for each reply."""
    numbers = random.Random(seed)  # noqa: S311 - repeatable on purpose
    results = [
        ready(numbers.choice(streams), model.sample(numbers), lambda: SPEECH.sample(numbers), fixed)
        for _ in range(draws)
    ]
    whole, parts, text = ([BEFORE + seconds for seconds in each] for each in zip(*results, strict=True))
    return whole, parts, text
