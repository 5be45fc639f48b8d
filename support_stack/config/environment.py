"""What a deployer chooses: the keys of `environments/NAME.toml`, and which values each allows."""

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints, with_config

from assistant.language.languages import by_code
from assistant.request.categories import Category
from assistant.request.links import LIFETIME
from assistant.request.priority import Priority

Days = Annotated[int, Field(ge=1, le=3650)]
LogDays = Literal[
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
]
LinkedDays = Annotated[int, Field(ge=LIFETIME.days + 1, le=3650)]
"""Longer than the links live that lead here."""

Email = Annotated[str, StringConstraints(pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$", max_length=254)]
Origin = Annotated[str, StringConstraints(pattern=r"^(\*|https?://[^\s/]+)$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
ModelId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.[a-z0-9.:-]+$")]
TagValue = Annotated[str, StringConstraints(pattern=r"^[\w .:/=+@-]+$", max_length=256)]
"""What AWS takes as a tag's value: letters, figures and blanks of any script, and `. : / = + - @ _`."""

LanguageCode = Annotated[str, StringConstraints(pattern="^(" + "|".join(by_code()) + ")$")]


def _known_zone(zone: str) -> str:
    """Return a time zone that exists.

    Raises:
        ValueError: it does not.
    """
    if zone not in available_timezones():
        raise ValueError("a time zone of the IANA database is wanted, such as Europe/Paris or UTC")
    return zone


def _public_base(url: str) -> str:
    """Return what links may start with.

    Raises:
        ValueError: it is no https URL, or ends in a slash, or has a query, a user or a place to fill in.
    """
    if url and not re.fullmatch(r"https://[^\s?#@{}]*[^\s?#@{}/]", url):
        raise ValueError("https://HOST or https://HOST/PATH is wanted, without a slash at the end or a query")
    return url


Zone = Annotated[str, AfterValidator(_known_zone)]
KeyName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]{0,29}$")]
GestureId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]

RolloutAlarm = Literal[
    "ExecutionsFailed", "DegradedUrgent", "AnsweredInTime", "DeadLetters", "ApiServerErrors"
]
"""Those of `observability/alarms.py` that tell within minutes how requests fare."""

LEAST_MINUTES = 10
"""Of a step: the alarms look at five minutes, and their metrics come some minutes late."""

LONGEST_MINUTES = 2_100
"""Of all steps; CloudFormation refuses what takes longer."""


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Retention:
    """How many days things are kept, and what becomes of them when the stack is deleted.

    `keep_on_delete` keeps bucket, table and key; `protect` refuses the deletion of stack and table.
    `logs_days` are one of the terms that CloudWatch Logs offers.
    """

    incoming_days: Days
    responses_days: Days
    audio_days: LinkedDays
    transcripts_days: Days
    requests_days: LinkedDays
    logs_days: LogDays
    keep_on_delete: bool
    protect: bool = False


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Api:
    """The API: CORS origins, limits, and whether this stack owns the account's log role.

    `requests_…` and `burst` limit each API key's POST, by the usage plan; `links_…` each method that needs no
    key, for all callers together. `reserved_concurrency` is for each public function, None: none is reserved.
    `waf` puts a web ACL in front, which blocks an address after so many calls in five minutes.
    `public_base` is the URL that links start with, of a domain that the deployer maps to the API; empty: the
    API's own URL. `keys` are the names of the API keys, each with the usage plan's limits for itself;
    `browser_api_key` lets pages of the allowed origins send one.
    """

    allowed_origins: Annotated[tuple[Origin, ...], Field(min_length=1)]
    requests_per_second: Annotated[float, Field(gt=0, le=10_000)]
    burst: Annotated[int, Field(ge=1, le=5_000)]
    requests_per_day: Annotated[int, Field(ge=1)]
    account_log_role: bool
    links_per_second: Annotated[float, Field(gt=0, le=10_000)] = 20
    links_burst: Annotated[int, Field(ge=1, le=5_000)] = 40
    reserved_concurrency: Annotated[int, Field(ge=1, le=1_000)] | None = None
    waf: bool = False
    waf_rate_per_5_minutes: Annotated[int, Field(ge=10, le=2_000_000_000)] = 1_000
    public_base: Annotated[str, AfterValidator(_public_base)] = ""
    keys: Annotated[tuple[KeyName, ...], Field(min_length=1)] = ("default",)
    browser_api_key: bool = False


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Links:
    """The keys behind the links, by number: the first signs, all verify (docs/operations.md)."""

    key_versions: Annotated[tuple[Annotated[int, Field(ge=1, le=999)], ...], Field(min_length=1)] = (1,)


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Gesture:
    """A commercial gesture that replies may make: its id, who may get it, its sentence by language.

    The team's language has one; a language without one gets a translation.
    """

    id: GestureId
    priorities: Annotated[tuple[Priority, ...], Field(min_length=1)]
    sentences: dict[LanguageCode, Text]


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Reply:
    """How replies are written and reviewed: models in the order they are tried, and gestures.

    `allow_unknown_models`: a model that is not in `data/models.toml` is taken as it is named.
    """

    models: Annotated[tuple[ModelId, ...], Field(min_length=1)]
    reviewers: Annotated[tuple[ModelId, ...], Field(min_length=1)]
    gestures: tuple[Gesture, ...] = ()
    allow_unknown_models: bool = False

    @property
    def all_models(self) -> list[str]:
        """Every model that writes or reviews, once."""
        return list(dict.fromkeys((*self.models, *self.reviewers)))


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """The documents that replies are based on: their `folder` in the project, and what finds them in it.

    `passages` is how many of their passages the model is given with each message.
    """

    folder: Annotated[str, StringConstraints(pattern=r"^[\w-]+(/[\w-]+)*$")] = "knowledge"
    embedding_model: ModelId = "amazon.titan-embed-text-v2:0"
    passages: Annotated[int, Field(ge=1, le=10)] = 4


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Disclosure:
    """Whether replies say that a machine prepared them, and audio carries a mark that it is synthetic."""

    enabled: bool = True


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Voice:
    """How replies are spoken: the engine that is used where a voice has it, else its next best.

    `speech`: every reply, those whose audio link is opened, or none.
    """

    engine: Literal["neural", "generative"]
    speech: Literal["always", "on_demand", "off"] = "always"


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Budget:
    """What a day may cost, in USD, before operations is told; with `stop` no more messages are taken then."""

    daily_usd: Annotated[float, Field(gt=0, le=1_000_000)]
    stop: bool = False


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Target:
    """The promise that is measured: this share of requests answered within these seconds."""

    answer_seconds: Annotated[int, Field(ge=1, le=3600)]
    answer_share: Annotated[float, Field(ge=0.85, le=1)]
    oldest_open_minutes: Annotated[int, Field(ge=5, le=1440)]


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Rollout:
    """How a new version of the workflow takes over: at once, in two steps (canary) or in equal ones (linear).

    `percent` of the requests in the first step, or in each; `minutes` until the next. An alarm that is raised
    before the last step turns the deployment back.
    """

    kind: Literal["all_at_once", "canary", "linear"] = "all_at_once"
    percent: Annotated[int, Field(ge=1, le=99)] | None = None
    minutes: Annotated[int, Field(ge=LEAST_MINUTES, le=LONGEST_MINUTES)] | None = None
    alarms: tuple[RolloutAlarm, ...] = ()


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Team:
    """The team that reads the notifications: `zone` is the time zone (IANA) of the times in them."""

    zone: Zone = "UTC"


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Tags:
    """Who answers for the environment, and who pays for it: tags of the stack and all its resources."""

    owner: TagValue
    cost_center: TagValue


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Watch:
    """How often a request of its own is sent through the public API, to see that it is answered; 0: never."""

    minutes: Annotated[int, Field(ge=0, le=60)] = 0


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Delivery:
    """How the environment's stacks get into their account.

    `qualifier` is that of `cdk bootstrap`, `permissions_boundary` the name of the managed policy that bounds
    every role. `oidc_provider_exists`: the account has GitHub's provider already. `pull_requests`: stacks of
    pull requests are made from this environment, by a role of their own.
    """

    qualifier: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{1,10}$")] = "hnb659fds"
    permissions_boundary: Annotated[str, StringConstraints(pattern=r"^[\w+=,.@-]{0,128}$")] = ""
    oidc_provider_exists: bool = False
    pull_requests: bool = False


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Subscriber:
    """One address of the team and which notifications it gets; an empty filter lets everything through."""

    email: Email
    kinds: tuple[Literal["alert", "answer", "failure"], ...] = ()
    priorities: tuple[Priority, ...] = ()
    categories: tuple[Category, ...] = ()
    languages: tuple[LanguageCode, ...] = ()


@with_config(extra="forbid")
@dataclass(frozen=True, kw_only=True)
class Environment:
    """One environment; account and Region come from the CDK CLI unless they are set here.

    `reply_language`: replies are written in the customer's language or in the team's (pivot).
    `fallback_language` is taken for a message whose language cannot be told. `personal_data` is masked
    nowhere (off), in notifications, or there and in what the model reads (all). `profile`: Translate and
    Comprehend read the message (quality), or one model call reads and answers it (economy). `residency`: the
    area that a message and its answer never leave.
    """

    name: str
    company: Text
    pivot_language: Literal["fr", "en"]
    reply_language: Literal["customer", "pivot"]
    fallback_language: LanguageCode
    personal_data: Literal["off", "notifications", "all"]
    retention: Retention
    api: Api
    reply: Reply
    voice: Voice
    target: Target
    budget: Budget
    operations: Annotated[tuple[Email, ...], Field(min_length=1)]
    tags: Tags
    team: Team = field(default_factory=Team)
    knowledge: Knowledge = field(default_factory=Knowledge)
    disclosure: Disclosure = field(default_factory=Disclosure)
    links: Links = field(default_factory=Links)
    delivery: Delivery = field(default_factory=Delivery)
    watch: Watch = field(default_factory=Watch)
    rollout: Rollout = field(default_factory=Rollout)
    profile: Literal["quality", "economy"] = "quality"
    subscribers: tuple[Subscriber, ...] = ()
    residency: Literal["us", "eu", "apac", "au", "ca", "jp"] | None = None
    account: Annotated[str, StringConstraints(pattern=r"^\d{12}$")] | None = None
    region: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[a-z]+)+-\d$")] | None = None
