"""What one average request uses, as the ledger's counters: AI services, workflow, functions, storage, API.

Every call is assumed to succeed at once: rejected drafts, retries and fallbacks come on top. The tags that
protect codes from translation, and codes that are spelled out, add about one character in a hundred.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from assistant.aws import comprehend
from assistant.language import languages
from assistant.privacy import privacy
from assistant.request.categories import Category
from local.commands.cost import tokens
from local.commands.cost.profile import MessageProfile, is_translated, voice
from support_stack import config

Amounts = dict[str, float]
"""By counter; of an average request, so fractions too."""


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

_WRITES: Final = {"quality": 57, "economy": 65}
"""Write units of the table, of an item that grows to eight kilobytes, half of it passages; larger texts add
less than a cent per thousand requests."""


def ai_services(code: str, environment: config.Environment, profile: MessageProfile) -> Amounts:
    """Return what a message in a language uses of Translate, Comprehend, Bedrock and Polly."""
    read = _economy if environment.profile == "economy" else _quality
    used = [
        read(code, environment, profile),
        tokens.of_review(code, environment, profile),
        tokens.of_search(code, environment, profile),
    ]
    if speaker := voice(code, environment):
        spoken = 1 if environment.voice.speech == "always" else profile.listens
        used.append(
            {"polly_calls": spoken, f"polly_characters:{speaker.engine}": spoken * profile.reply_length}
        )
    return total(used)


def total(parts: Iterable[Amounts]) -> Amounts:
    """Return the sum of amounts, by counter."""
    used: Amounts = {}
    for part in parts:
        for counter, amount in part.items():
            used[counter] = used.get(counter, 0) + amount
    return used


def _quality(code: str, environment: config.Environment, profile: MessageProfile) -> Amounts:
    """Language, sentiment and entities; and personal data, where that takes a call of its own."""
    personal = privacy.needs_detector(code, environment.personal_data)
    used = _comprehend(3 + personal, profile) | tokens.of_reply(code, environment, profile)
    if is_translated(code, environment):
        used |= {"translate_calls": 1, "translate_characters": profile.length}
    return used


def _economy(code: str, environment: config.Environment, profile: MessageProfile) -> Amounts:
    """One call reads and answers; besides, Comprehend's detector is asked in the languages that it speaks."""
    detects = environment.personal_data != privacy.OFF and languages.detects_personal_data(code)
    return _comprehend(int(detects), profile) | tokens.of_reading(code, environment, profile)


def _comprehend(calls: int, profile: MessageProfile) -> Amounts:
    units = comprehend.units("x" * profile.length)
    return {"comprehend_calls": calls, "comprehend_units": calls * units}


def platform(code: str, environment: config.Environment, profile: MessageProfile) -> Amounts:
    """Return what a message in a language uses of everything but the AI services."""
    speaker = voice(code, environment)
    opened = profile.listens if speaker else 0.0
    always = speaker is not None and environment.voice.speech == "always"
    spoken = 1.0 if always else opened
    links = profile.polls + opened
    seconds = sum(_SECONDS[environment.profile].values()) + spoken * _SPEAKING_SECONDS + links * _LINK_SECONDS
    # An audio that is made when it is asked for is claimed first, noted afterwards, and then looked up again.
    late = 0.0 if always else spoken
    return {
        "states_transitions": STATES + profile.high,
        "lambda_calls": 5 + links,  # intake and four steps
        "lambda_mb_ms": MEMORY_MB * 1000 * seconds,
        # By three steps, of which two read the passages, and of the day; four kilobytes are a unit.
        "dynamodb_reads": 5 + environment.budget.stop + 2 * (links + late),
        "dynamodb_writes": _WRITES[environment.profile] + 2 * late * 8,
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
    categories: dict[str, float] = dict.fromkeys(Category, 1 / len(Category))
    told = {"alert": {"HIGH": profile.high}, "answer": profile.priorities}
    return sum(
        _share(one.priorities, shares)
        * _share(one.languages, profile.languages)
        * _share(one.categories, categories)
        for one in environment.subscribers
        for kind, shares in told.items()
        if not one.kinds or kind in one.kinds
    )


def _share(wanted: tuple[str, ...], shares: Mapping[str, float]) -> float:
    """Return the share that a filter lets through; one that is left out lets everything through."""
    return sum(share for name, share in shares.items() if not wanted or name in wanted)
