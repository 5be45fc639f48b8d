"""The record of a request: what the status link returns and the archive keeps.

A key is absent until its value is known.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, NotRequired, TypedDict

from assistant.cost import usage

from . import moments

OPEN_INDEX: Final = "by_open"
CUSTOMER_INDEX: Final = "by_customer"
"""The table's sparse indexes: open requests by status, and a customer's requests; both by received_at."""


class Customer(TypedDict):
    """Who wrote."""

    name: str
    email: str


class Language(TypedDict):
    """The message's language, by `source` detected, declared or assumed; `confidence` 0 to 1 where measured.

    `declared` is the tag that the caller gave, `declared_as` the code that serves it, absent where none does;
    `detected` what the text looked like where that does not decide; `reason` says what an unusual decision
    rests on.
    """

    code: str
    name: str
    source: str
    confidence: float | None
    declared: NotRequired[str]
    declared_as: NotRequired[str]
    detected: NotRequired[str]
    reason: NotRequired[str]


class SetAside(TypedDict):
    """A part of a message that is none of the customer's own words: its `kind`, and where it stands in it."""

    kind: str
    start: int
    characters: int


class Message(TypedDict, total=False):
    """What was written, what of it is not the customer's own, and the rest translated for the team."""

    original: str
    set_aside: list[SetAside]
    pivot: str
    pivot_language: str


class Entity(TypedDict):
    """A person, place, date or thing that the message names; `score` 0 to 1."""

    text: str
    type: str
    score: float


class PersonalData(TypedDict):
    """A name, address or number of a person in the message: not part of the record, but masked by it."""

    kind: str
    text: str


class Analysis(TypedDict, total=False):
    """What was read from the message."""

    sentiment: str
    scores: dict[str, float]
    entities: list[Entity]
    category: str
    category_source: str
    priority: str
    sla_hours: int
    due_at: str


class Review(TypedDict, total=False):
    """What came of reviewing a reply: who was asked, the rules that findings named, how many were dropped.

    `attempt` is the number of the draft that was reviewed last; the rules are those of all drafts.
    """

    models: list[str]
    rules: list[str]
    dropped: int
    attempt: int
    prompt_version: str


class Reply(TypedDict, total=False):
    """What was answered, in the customer's language and in the team's.

    By a model, with the `gesture` that it makes (an id, or none), the version of its prompt, and its review.
    """

    text: str
    language: str
    pivot_text: str
    source: str
    model: str
    words: int
    gesture: str
    prompt_version: str
    review: Review


class Draft(TypedDict, total=False):
    """A reply that is not sent yet; `status` says how far it has come (`assistant.reply.drafting`).

    `text` is for the customer, in `language`; `gesture` an id. `category` and `personal` are what its writer
    read in the message. Of a rejected one the `objection` (rule and quote) is left.
    """

    status: str
    attempt: int
    text: str
    language: str
    pivot_text: str
    gesture: str
    category: str
    personal: list[str]
    model: str
    prompt_version: str
    objection: dict[str, str]
    review: Review


class Voice(TypedDict, total=False):
    """The spoken reply, or why there is none; the record adds `expires_at`.

    `status` is ready, on_demand (spoken when its link is first opened) or unavailable, with the `reason`.
    """

    status: str
    voice_id: str
    engine: str
    language: str
    url: str
    reason: str


class AudioLease(TypedDict):
    """Who is speaking a reply on demand, and until when nobody else may, in seconds since the epoch."""

    by: str
    until: int


class StoredRequest(TypedDict, total=False):
    """A request's item in the table: the record, and what only we need."""

    pk: str
    status: str
    open_status: str
    attempt: int
    received_at: str
    completed_at: str
    customer: Customer
    customer_hash: str
    declared_language: str
    language: Language
    message: Message
    analysis: Analysis
    personal: list[PersonalData]
    due_at: str
    draft: Draft
    reply: Reply
    voice: Voice
    audio_lease: AudioLease
    degraded: dict[str, str]
    timings_ms: dict[str, int]
    failure: dict[str, str]
    base_url: str
    links_expire_at: int
    revoked_at: str
    notified_at: str
    idempotency_pk: str
    erased_at: str
    erased_by: str
    ttl: int


_RESULTS: Final = {
    "TranslateAndAnalyze": ("analysis", "category"),
    "GenerateAIResponse": ("reply", "text"),
    "GenerateVoiceResponse": ("voice", "status"),
}
"""Where the result of each step is found."""

_SERIOUS: Final = frozenset(
    {"alert", "personal_data", "reply", "reply_language", "review", "sentiment", "translation", "voice"}
)
"""Parts whose failure matters to an urgent request; a doubtful language is shown, and wakes nobody."""

STEPS: Final = (*_RESULTS, "SendResponse")
"""The steps of a request, in their order."""

COPIED = ("customer", "language", "message", "analysis", "reply", "voice")


def of(item: StoredRequest, cost: Callable[[usage.Counters], float | None]) -> dict[str, Any]:
    """Return the record of a stored request, in the contract's order.

    `cost` prices what was used, in USD; what has no known price leaves `cost_usd` out.
    """
    record: dict[str, Any] = {
        "request_id": item["pk"],
        "status": item["status"],
        **({"step": running_step(item)} if item["status"] == "processing" else {}),
        "received_at": item["received_at"],
    }
    if item["status"] == "completed":
        record["completed_at"] = item["completed_at"]
    record |= {key: item[key] for key in COPIED if key in item}  # type: ignore[literal-required]
    if "reply" in item:
        record["generated"] = True  # text by a machine, or by code from templates; audio by a machine
    if item["status"] == "completed" and item["voice"]["status"] in ("ready", "on_demand"):
        record["voice"] = {**item["voice"], "expires_at": audio_expires_at(item)}
    record["degraded"] = [
        {"step": step, "reason": reason} for step, reason in sorted(item["degraded"].items())
    ]
    if counters := usage.of(item):
        record["usage"] = usage.shown(counters)
        if (cost_usd := cost(counters)) is not None:
            record["cost_usd"] = cost_usd
    record["timings_ms"] = dict(sorted(item["timings_ms"].items()))
    if item["status"] == "completed":
        record["timings_ms"]["total"] = total_ms(item)
    return record


def running_step(item: StoredRequest) -> str:
    """Return the step that a request in processing is at: the first whose result is not stored."""
    results: dict[str, Any] = {**item}
    waiting = (step for step, (part, field) in _RESULTS.items() if field not in results.get(part, {}))
    return next(waiting, STEPS[-1])


def is_serious(degraded: Mapping[str, str]) -> bool:
    """Tell whether a person should look at an answer: something failed, not merely a doubt or a detour."""
    return any(
        part in _SERIOUS and reason != "translated" and not reason.startswith("lost_")
        for part, reason in degraded.items()
    )


def audio_expires_at(item: StoredRequest) -> str:
    """Return until when the links of a completed request live."""
    return moments.iso(datetime.fromtimestamp(item["links_expire_at"], UTC))


def total_ms(item: StoredRequest) -> int:
    """Return the milliseconds between a completed request's arrival and its answer."""
    waited = moments.parse(item["completed_at"]) - moments.parse(item["received_at"])
    return round(waited.total_seconds() * 1000)
