"""A request's item in the table, by how far the request has come: its `stage`.

    accepted    stored by intake
    analysed    language, translation, sentiment, entities, category, priority are known
    answered    it has a reply
    voiced      it has a voice, or the reason why there is none
    completed   recorded, and the team is told

Each step takes the request as the stage before left it, and its last write sets the next stage.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NotRequired, TypedDict, cast

from assistant.errors import UnexpectedError

if TYPE_CHECKING:  # who reads or writes an item needs none of these packages to do so
    from assistant.language.detection import Language
    from assistant.own_words.own_words import SetAside
    from assistant.privacy.personal_data import PersonalData

STAGES: Final = ("accepted", "analysed", "answered", "voiced", "completed")

BY_CUSTOMER: Final = "customer"
BY_WATCH: Final = "watch"
"""Who a request is from; one of the watch is left out of the figures of customers, and of the team's mail."""

OPEN_INDEX: Final = "by_open"
CUSTOMER_INDEX: Final = "by_customer"
GAP_INDEX: Final = "by_gap"
"""The table's sparse indexes: open requests by status, a customer's requests, and by month those that no
document answered; all by received_at."""


class Customer(TypedDict):
    """Who wrote."""

    name: str
    email: str


class Message(TypedDict, total=False):
    """What was written, what of it is not the customer's own, and the rest translated for the team."""

    original: str
    set_aside: "list[SetAside]"
    pivot: str
    pivot_language: str


class Entity(TypedDict):
    """A person, place, date or thing that the message names; `score` 0 to 1."""

    text: str
    type: str
    score: float


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


class Source(TypedDict):
    """A passage of a document, as a reader finds it; `link` and `updated` (a date) may be empty."""

    id: str
    document: str
    title: str
    heading: str
    link: str
    updated: str


class Passage(Source):
    """A passage that was found for a message: its text, and its distance (0 near, 1 unrelated)."""

    text: str
    distance: float


class Gap(TypedDict):
    """What an operator learns of a request that no document answered; nothing that a customer wrote.

    `document` is the title of the best passage's document, with its distance; without one both are absent.
    """

    category: str
    language: str
    document: NotRequired[str]
    distance: NotRequired[float]


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
    `basis` is documented (what `sources` say answers the message) or acknowledgement (people have to).
    """

    text: str
    language: str
    pivot_text: str
    source: str
    model: str
    words: int
    basis: str
    sources: list[Source]
    gesture: str
    prompt_version: str
    review: Review


class Draft(TypedDict):
    """A reply that is not sent yet, as `assistant.reply.draft.Draft` keeps it; `none` has no other keys."""

    status: str
    attempt: int
    text: NotRequired[str]
    language: NotRequired[str]
    pivot_text: NotRequired[str]
    gesture: NotRequired[str]
    sources: NotRequired[list[str]]
    answered: NotRequired[bool]
    category: NotRequired[str | None]
    personal: NotRequired[list[str]]
    model: NotRequired[str]
    prompt_version: NotRequired[str]
    objection: NotRequired[dict[str, str] | None]
    review: NotRequired[Review | None]


class Voice(TypedDict, total=False):
    """The spoken reply, or why there is none; the record adds `expires_at`.

    `status` is ready, on_demand (spoken when somebody asks for it) or unavailable, with the `reason`.
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


class Request(TypedDict):
    """What every request has, from intake on; `links_expire_at` and `ttl` in seconds since the epoch."""

    pk: str
    status: str
    stage: str
    attempt: int
    origin: str
    received_at: str
    customer: Customer
    customer_hash: str
    declared_language: str
    message: Message
    degraded: dict[str, str]
    timings_ms: dict[str, int]
    base_url: str
    erase_url: str
    ttl: int
    open_status: NotRequired[str]
    idempotency_pk: NotRequired[str]
    failure: NotRequired[dict[str, str]]
    revoked_at: NotRequired[str]
    links_expire_at: NotRequired[int]
    draft: NotRequired[Draft]  # until the request has a reply
    personal: NotRequired["list[PersonalData]"]


class Accepted(Request):
    """A request that is being analysed, with what an interrupted analysis has stored."""

    language: NotRequired["Language"]
    analysis: NotRequired[Analysis]
    passages: NotRequired[list[Passage]]  # the best first; absent until somebody has looked


class Analysed(Request):
    """A request that waits for its reply."""

    language: "Language"
    analysis: Analysis
    due_at: str
    version: str
    passages: NotRequired[list[Passage]]


class Answered(Analysed):
    """A request with a reply."""

    reply: Reply
    gap_month: NotRequired[str]
    gap: NotRequired[Gap]


class Voiced(Answered):
    """A request with a reply and a voice; `completed_at` is fixed by the first run that sends it."""

    voice: Voice
    audio_lease: NotRequired[AudioLease]
    completed_at: NotRequired[str]
    notified_at: NotRequired[str]


class Stub(TypedDict):
    """What stays of an erased request; `erasure` is started, with what leads to the rest, or cleaned."""

    pk: str
    status: str
    open_status: NotRequired[str]
    received_at: str
    erased_at: str
    erased_by: str
    erasure: str
    due_at: NotRequired[str]
    ttl: int
    attempt: NotRequired[int]
    idempotency_pk: NotRequired[str]
    customer_hash: NotRequired[str]


class OpenRequest(TypedDict):
    """What the index of open requests projects."""

    pk: str
    open_status: str
    received_at: str
    attempt: NotRequired[int]
    due_at: NotRequired[str]


def has_reached(item: Mapping[str, Any], stage: str) -> bool:
    """Tell whether a request has come as far as a stage."""
    return STAGES.index(item["stage"]) >= STAGES.index(stage)


def is_being_erased(item: Mapping[str, Any]) -> bool:
    """Tell whether a request was erased, but not all that belongs to it is gone."""
    return bool(item["status"] == "erased" and item["erasure"] == "started")


def analysed(item: Request) -> Analysed:
    """Return a request that was analysed, as such.

    Raises:
        UnexpectedError: it was not.
    """
    return cast("Analysed", _at_least(item, "analysed"))


def answered(item: Request) -> Answered:
    """Return a request with a reply, as such; raises as `analysed` does."""
    return cast("Answered", _at_least(item, "answered"))


def voiced(item: Request) -> Voiced:
    """Return a request with a voice, as such; raises as `analysed` does."""
    return cast("Voiced", _at_least(item, "voiced"))


def _at_least(item: Request, stage: str) -> Request:
    if not has_reached(item, stage):
        raise UnexpectedError(f"the request is {item['stage']}, not {stage}")
    return item
