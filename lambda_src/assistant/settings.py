"""What each function is configured with: one class per function, which lists all that it knows.

The stack writes a function's environment with `to_env`, the function reads it with `from_env`: both
sides are the same class, so neither can name a variable that the other does not know. A field has the
same meaning in every class; `support_stack/function_settings.py` says which. `link_key_ids` are the keys that
verify links, the one that signs first. Closed choices:

- `reply_language`: customer or pivot
- `personal_data`, where it is masked: off, notifications or all
- `profile`: quality or economy
- `voice_engine`: neural or generative
- `speech`: always, on_demand or off
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from assistant.errors import SupportError


class SettingsError(SupportError):
    """A function's environment lacks a variable, or one does not fit; the message names it."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What every function knows: the environment's name, for metrics."""

    environment: str

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Read the settings, each field from the variable of its name in capitals.

        Raises:
            SettingsError: a variable is missing or of the wrong kind.
        """
        values = {}
        for field in fields(cls):
            name = field.name.upper()
            if name not in env:
                raise SettingsError(f"environment variable {name} is missing")
            values[field.name] = _read(name, env[name], field.type)
        return cls(**values)

    def to_env(self) -> dict[str, str]:
        """Return the environment that `from_env` reads."""
        return {field.name.upper(): _write(getattr(self, field.name)) for field in fields(self)}


@dataclass(frozen=True, kw_only=True)
class ProcessCustomerRequestSettings(Settings):
    """Intake; `retention_days` is how long the table keeps a request.

    `public_base` is what links start with; in it `{api_id}` and `{stage}` stand for those of the API.
    `stop_usd` is what a day may cost before no more messages are taken; 0: it may cost anything.
    `watch_key_id` is the API key that the watch calls with; empty: nothing is watched.
    """

    table_name: str
    bucket_name: str
    link_key_ids: list[str]
    state_machine_arn: str
    operations_topic_arn: str
    pivot_language: str
    public_base: str
    retention_days: int
    stop_usd: float
    allowed_origins: list[str]
    watch_key_id: str


@dataclass(frozen=True, kw_only=True)
class TranslateAndAnalyzeSettings(Settings):
    """Translation and analysis; in `profile` "economy", not "quality", a model also drafts the reply here.

    `gestures` are as `Gesture.from_settings` reads them. `passages` is how many a message gets. `version` is
    the product's, which each request records.
    """

    version: str
    table_name: str
    pivot_language: str
    reply_language: str
    fallback_language: str
    personal_data: str
    profile: str
    company: str
    models: list[str]
    gestures: list[dict[str, Any]]
    embedding_model: str
    vector_index_arn: str
    passages: int


@dataclass(frozen=True, kw_only=True)
class GenerateAIResponseSettings(Settings):
    """The reply; `reviewers` are models, `discloses` whether it says that a machine prepared it."""

    table_name: str
    pivot_language: str
    reply_language: str
    personal_data: str
    company: str
    models: list[str]
    reviewers: list[str]
    gestures: list[dict[str, Any]]
    discloses: bool


@dataclass(frozen=True, kw_only=True)
class GenerateVoiceResponseSettings(Settings):
    """The spoken reply; `marks_audio`: an MP3 carries a tag that its speech is synthetic."""

    table_name: str
    bucket_name: str
    link_key_ids: list[str]
    voice_engine: str
    speech: str
    marks_audio: bool


@dataclass(frozen=True, kw_only=True)
class SendResponseSettings(Settings):
    """Record, transcript and notification; `answer_seconds` is the target that is measured.

    `subscribers` are the filters of each e-mail subscription, by attribute, without the addresses.
    `time_zone` (IANA) is the team's: notifications give times in it.
    """

    table_name: str
    bucket_name: str
    topic_arn: str
    pivot_language: str
    personal_data: str
    time_zone: str
    answer_seconds: int
    subscribers: list[dict[str, list[str]]]


@dataclass(frozen=True, kw_only=True)
class RecordFailureSettings(Settings):
    """The failure path."""

    table_name: str
    topic_arn: str
    pivot_language: str


@dataclass(frozen=True, kw_only=True)
class SweepSettings(Settings):
    """The sweep: it starts requests that were never started, records failures and finishes erasures."""

    table_name: str
    bucket_name: str
    topic_arn: str
    state_machine_arn: str
    pivot_language: str


@dataclass(frozen=True, kw_only=True)
class WatchSettings(Settings):
    """The watch; `watched_url` is where requests are posted, `answer_seconds` the promise that is checked."""

    watched_url: str
    watch_key_id: str
    watch_minutes: int
    answer_seconds: int


@dataclass(frozen=True, kw_only=True)
class DoctorSettings(Settings):
    """The weekly checkup; `addresses` are the configured ones per topic, masked."""

    stack_id: str
    company: str
    pivot_language: str
    profile: str
    models: list[str]
    reviewers: list[str]
    voice_engine: str
    speech: str
    topic_arn: str
    operations_topic_arn: str
    addresses: dict[str, list[str]]
    personal_data: str
    requests_per_second: float
    burst: int
    requests_per_day: int
    answer_seconds: int
    bucket_name: str
    embedding_model: str
    vector_index_arn: str


@dataclass(frozen=True, kw_only=True)
class GetRequestSettings(Settings):
    """The status link."""

    table_name: str
    link_key_ids: list[str]
    allowed_origins: list[str]


@dataclass(frozen=True, kw_only=True)
class GetAudioSettings(Settings):
    """The audio link; `marks_audio` as for the spoken reply."""

    table_name: str
    bucket_name: str
    link_key_ids: list[str]
    allowed_origins: list[str]
    marks_audio: bool


@dataclass(frozen=True, kw_only=True)
class EraseRequestSettings(Settings):
    """Erasure by a request's own link."""

    table_name: str
    bucket_name: str
    link_key_ids: list[str]
    state_machine_arn: str
    allowed_origins: list[str]


@dataclass(frozen=True, kw_only=True)
class EraseCustomerSettings(Settings):
    """Erasure by the operator."""

    table_name: str
    bucket_name: str
    state_machine_arn: str


@dataclass(frozen=True, kw_only=True)
class IndexKnowledgeSettings(Settings):
    """The index of the company's documents, for an operator."""

    table_name: str
    bucket_name: str
    embedding_model: str
    vector_index_arn: str


def _write(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _read(name: str, text: str, kind: Any) -> Any:
    if kind is str:
        return text
    try:
        value = json.loads(text)
    except ValueError:
        value = None  # fits no kind
    origin = getattr(kind, "__origin__", kind)
    if not isinstance(value, origin) or (isinstance(value, bool) and origin is not bool):
        raise SettingsError(f"environment variable {name} must hold {origin.__name__} as JSON") from None
    return value
