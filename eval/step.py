"""The reply step run over one message: the product's own code, with recorded or real models."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Protocol, cast

from assistant import clock
from assistant.analysis.category_rule import categorise
from assistant.aws.bedrock import Answer, Models, Question
from assistant.cost.meter import Meter
from assistant.errors import ReplyRejected, ServiceError, ServiceRefused
from assistant.reply.draft import Draft, FinishedReply
from assistant.reply.drafting import Drafting
from assistant.reply.prompt import ReplyOrder
from assistant.request.priority import Sentiment, priority_of
from assistant.request.table import RequestTable, Update
from assistant.translation.translator import Translator
from eval import config, judging

_BYTES_PER_TOKEN: Final = 3
"""As the stand-ins count; real models report their own counts."""


class Asks(Protocol):
    """Whatever answers a question as `Models` does."""

    def ask(
        self, question: Question, usable: Callable[[Any], bool] | None = None, last: str | None = None
    ) -> Answer:
        """Return the input for the question's tool."""


@dataclass
class Recorded:
    """A model's recorded answers, one after the other; the last one is repeated."""

    answers: Sequence[Any]
    model: str
    meter: Meter
    asked: int = 0

    def ask(
        self, question: Question, usable: Callable[[Any], bool] | None = None, last: str | None = None
    ) -> Answer:
        """Return the next answer, counted as if it had been written now.

        Raises:
            ReplyRejected: it is not usable.
        """
        fields = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        said = question.system + question.user + json.dumps(question.tool, ensure_ascii=False)
        sizes = {"input": said, "output": json.dumps(fields, ensure_ascii=False)}
        tokens = {kind: math.ceil(len(text.encode()) / _BYTES_PER_TOKEN) for kind, text in sizes.items()}
        self.meter.add({f"bedrock_{kind}_tokens:{self.model}": count for kind, count in tokens.items()})
        if usable and not usable(fields):
            raise ReplyRejected("malformed")
        return Answer(fields, self.model)


class NoTranslator:
    """Refuses every call, since no translation is recorded: untranslated gesture sentences are left out."""

    def translate(self, *_: object) -> str:
        """Refuse.

        Raises:
            ServiceRefused: always.
        """
        raise ServiceRefused("translate", "TranslateText", "NotRecorded")


@dataclass
class Memory:
    """The request table of one request, in memory."""

    item: dict[str, Any]
    kept: dict[str, Any] = field(default_factory=dict)

    def read(self, key: str) -> dict[str, Any] | None:
        """Return the values stored under a key."""
        return self.kept.get(key)

    def keep(self, key: str, values: Mapping[str, Any]) -> None:
        """Store values under a key."""
        self.kept[key] = dict(values)

    def update(self, _: str, update: Update) -> dict[str, Any]:
        """Apply an update to the request's item."""
        self.item |= update.set_
        return self.item


@dataclass(frozen=True)
class Outcome:
    """The outcome of one message: the reply that would be sent, or the error, and the usage."""

    message: Mapping[str, Any]
    written: FinishedReply | None
    failed: str
    draft: Draft
    seconds: float
    used: Mapping[str, int]
    keywords: str


def order_of(message: Mapping[str, Any], environment: config.Environment) -> ReplyOrder:
    """Return what a message asks for, as translation and analysis would leave it."""
    sentiment, scores = Sentiment(message["sentiment"]), message["scores"]
    return replace(
        judging.order_of(message, environment, priority_of(sentiment, scores)),
        sentiment=sentiment,
        scores=scores,
        category=categorise(message["message_fr"], environment.pivot_language),
        passages=message.get("passages", ()),
    )


def reply_to(
    message: Mapping[str, Any],
    environment: config.Environment,
    writer: Asks,
    reviewers: Asks,
    *,
    translator: object,
    meter: Meter,
) -> Outcome:
    """Return the outcome of one message; an error of a service is an outcome, too.

    `meter` is the one that writer and reviewers count with.
    """
    order = order_of(message, environment)
    item = {
        "pk": message["id"],
        "message": {"original": message["message"], "pivot": message["message_fr"]},
        "draft": {"status": "none", "attempt": 0},
    }
    table = Memory(item)
    meter.start({})
    watch, written, failed = clock.Stopwatch(), None, ""
    drafting = Drafting(
        item=cast("Any", dict(item)),
        order=order,
        requests=cast("RequestTable", table),
        writer=cast("Models", writer),
        reviewers=cast("Models", reviewers),
        translator=cast("Translator", translator or NoTranslator()),
        watch=clock.Stopwatch(),
    )
    try:
        written = drafting.reply()
    except (ReplyRejected, ServiceError) as error:
        failed = str(error)
    draft = written.draft if written else Draft.from_item(cast("Any", table.item))
    return Outcome(
        message=message,
        written=written,
        failed=failed,
        draft=draft,
        seconds=watch.milliseconds / 1000,
        used=dict(meter.used),
        keywords=str(order.category),
    )
