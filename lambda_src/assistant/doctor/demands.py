"""What the configured rate asks of the services: one message costs so many calls of each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from assistant.bedrock_models import split_id
from assistant.request.reply_length import MAX_TOKENS

INPUT_TOKENS: Final = 2_000
"""Of the prompt with a message of usual length. Bedrock sets aside `MAX_TOKENS` more when a call begins."""

TOKENS_A_MESSAGE: Final = 3_000
"""Of one call of usual length, prompt and answer: what counts in the end, and so in a day."""

A_DAY: Final = "a day"

LAMBDA_CONCURRENCY: Final = "L-B99A9384"
"""The one code that Lambda's own documents name; the other quotas are known by their names."""

POLLY_PER_SECOND: Final = {"standard": 80.0, "neural": 8.0, "generative": 8.0}
"""Default calls a second, by Polly's developer guide; not every Region lists them in Service Quotas."""


@dataclass(frozen=True)
class Rate:
    """What the environment lets in, how quickly it answers, and whether personal data is looked for."""

    per_second: float
    burst: int
    per_day: int
    answer_seconds: int
    personal_data: bool


@dataclass(frozen=True)
class Demand:
    """What one quota must hold at the configured rate, in the quota's unit.

    `named` tells the quota by its code and name; `documented` is what AWS documents where none is listed.
    """

    service: str
    subject: str
    need: float
    unit: str
    named: Callable[[str, str], bool]
    documented: float | None = None


def demands(rate: Rate, engine: str, models: Mapping[str, str]) -> list[Demand]:
    """Return the demands of a rate; `models` are the names in Bedrock's catalog, by model id.

    One message is translated once, read once by each call of Comprehend, answered by one call of a model,
    spoken in one piece, and is in at most one function at a time until it is answered.
    """
    per_second = rate.per_second
    calls = ["DetectDominantLanguage", "DetectSentiment", "DetectEntities"]
    if rate.personal_data:
        calls.append("DetectPiiEntities")
    speech = _words("speech", engine, without=("task", "concurrent"))
    spoken = f"SynthesizeSpeech, {engine} voices"
    functions = max(per_second * rate.answer_seconds, rate.burst)
    starts, burst = _words("^startexecution ", "refill"), _words("^startexecution ", "bucket size")
    return [
        Demand("polly", spoken, per_second, "a second", speech, POLLY_PER_SECOND[engine]),
        Demand("translate", "TranslateText", per_second, "a second", _words("translatetext")),
        *(
            Demand("comprehend", call, per_second, "a second", _words(rf"^{call.lower()} ", "second"))
            for call in calls
        ),
        *(demand for model, name in models.items() for demand in _of_model(model, name, rate)),
        Demand("lambda", "concurrent executions", functions, "at a time", _is_concurrency),
        Demand("states", "StartExecution", per_second, "a second", starts),
        Demand("states", "StartExecution, burst", rate.burst, "at once", burst),
    ]


def _of_model(model: str, name: str, rate: Rate) -> list[Demand]:
    """Tokens a minute and a day, and calls where the account still has such a quota: AWS dropped those.

    The quota of a day is one for all ways to a model, but for the global profile's own.
    """
    prefix, _ = split_id(model)
    kind = "on-demand"
    if prefix:
        kind = "global cross-region" if prefix == "global" else "cross-region"
    of_it = rf"for (?:\w+ )?{re.escape(name.lower())}(?: v\d+)?(?: \(doubled for cross-region calls\))?$"
    tokens = _words(f"^{kind} .*tokens per minute", of_it)
    calls = _words(f"^{kind} .*requests per minute", of_it)
    whole_day = "global cross-region" if prefix == "global" else "model invocation max"
    day = _words(f"^{whole_day} .*tokens per day", of_it)
    per_minute, a_day = rate.per_second * 60, rate.per_day * TOKENS_A_MESSAGE
    return [
        Demand("bedrock", f"{model}, tokens", per_minute * (INPUT_TOKENS + MAX_TOKENS), "a minute", tokens),
        Demand("bedrock", f"{model}, tokens a day", a_day, A_DAY, day),
        Demand("bedrock", f"{model}, calls", per_minute, "a minute", calls),
    ]


def _is_concurrency(code: str, _name: str) -> bool:
    return code == LAMBDA_CONCURRENCY


def _words(*patterns: str, without: tuple[str, ...] = ()) -> Callable[[str, str], bool]:
    """Tell a quota by what its name says: names are AWS's own, and change in form more than in words."""

    def named(_code: str, name: str) -> bool:
        text = name.lower()
        return all(re.search(pattern, text) for pattern in patterns) and not any(w in text for w in without)

    return named
