"""What one average request uses besides the AI services: workflow, functions, storage, key, topic, API."""

from collections.abc import Mapping
from typing import Final

from assistant.cost import usage
from assistant.language import languages
from assistant.request.categories import Category
from local.expected_usage import Amounts
from local.message_languages import is_translated, reply_language, voice, width
from local.message_profile import MessageProfile
from support_stack import config

MEMORY_MB: Final = 512
"""Of every function; a test compares it with `support_stack/functions.py`."""

STATES: Final = 6
"""Four steps, the Choice and the end; AlertTeam comes on top."""

_SECONDS: Final = {
    "quality": {"intake": 0.1, "read": 0.3, "reply": 2.65, "voice": 0.1, "send": 0.15},
    "economy": {"intake": 0.1, "read": 3.1, "reply": 0.7, "voice": 0.1, "send": 0.15},
}
"""Of the warm functions: the services' medians in `bench/latencies.py`, and our own time."""

_SPEAKING_SECONDS: Final = 0.8
_LINK_SECONDS: Final = 0.03
"""Of a call of the status link or the audio link."""

_ITEM_BYTES: Final = (600, 700, 1_200, 1_500, 1_900)
"""Of the request's item without its texts, after intake, language, analysis, reply and voice."""


def platform(code: str, environment: config.Environment, profile: MessageProfile) -> Amounts:
    """Return what a message in a language uses of everything but the AI services."""
    speaker = voice(code, environment)
    opened = profile.listens if speaker else 0.0
    always = speaker is not None and environment.voice.speech == "always"
    spoken = 1.0 if always else opened
    links = profile.polls + opened
    seconds = sum(_SECONDS[environment.profile].values()) + spoken * _SPEAKING_SECONDS + links * _LINK_SECONDS
    sizes = _item_bytes(code, environment, profile)
    reads = [usage.read_units(sizes[stage]) for stage in (0, 2, 3)]
    # An audio that is made when it is asked for is claimed first, noted afterwards, and then looked up again.
    late = 0.0 if always else spoken
    return {
        "states_transitions": STATES + profile.high,
        "lambda_calls": 5 + links,  # intake and four steps
        "lambda_mb_ms": MEMORY_MB * 1000 * seconds,
        "dynamodb_reads": sum(reads) + (links + late) * usage.read_units(sizes[-1]),
        "dynamodb_writes": _writes(code, environment, sizes) + 2 * late * usage.write_units(sizes[-1]),
        "s3_puts": 3 + spoken,  # message, record, transcript
        "s3_gets": spoken + opened,  # whether it was made already, and the listener's own
        "kms_calls": 1 + links + (1 if speaker else 0),  # both links are signed, and checked at each call
        "sns_publishes": 1 + profile.high,
        "sns_emails": emails(environment, profile),
        "api_calls": 1 + links,
    }


def emails(environment: config.Environment, profile: MessageProfile) -> float:
    """Return the team's e-mails per request: the answer's, and of an urgent one the alert's before it.

    Every category is taken to be as frequent as any other, in every language and priority; no request fails.
    """
    told = {"alert": {"HIGH": profile.high}, "answer": profile.priorities}
    return sum(
        _share(one.priorities, shares)
        * _share(one.languages, profile.languages)
        * _share(one.categories, dict.fromkeys(Category, 1 / len(Category)))
        for one in environment.subscribers
        for kind, shares in told.items()
        if not one.kinds or kind in one.kinds
    )


def _share(wanted: tuple[str, ...], shares: Mapping[str, float]) -> float:
    """Return the share that a filter lets through; one that is left out lets everything through."""
    return sum(share for name, share in shares.items() if not wanted or name in wanted)


def _item_bytes(code: str, environment: config.Environment, profile: MessageProfile) -> list[int]:
    """Return the size of the request's item after each of its stages."""
    pivot, answer = environment.pivot_language, reply_language(code, environment)
    message = profile.length * width(code)
    read = message + profile.length * width(pivot)
    whole = read + profile.reply_length * (width(answer) + width(pivot))
    # In economy the draft of the reply comes with the reading.
    texts = (message, whole, whole) if environment.profile == "economy" else (message, message, read)
    return [round(own + written) for own, written in zip(_ITEM_BYTES, (*texts, whole, whole), strict=True)]


def _writes(code: str, environment: config.Environment, sizes: list[int]) -> int:
    accepted, language, read, answered, whole = map(usage.write_units, sizes)
    translated_first = is_translated(code, environment) and not languages.analysed_as(code)
    extra = language if environment.profile == "quality" and translated_first else 0
    # Taken in by a transaction, at twice the price. The draft is stored before its review. Sent with three
    # writes: moment, notification, end.
    return 2 * accepted + language + extra + read + 2 * answered + whole + 3 * whole
