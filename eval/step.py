"""The reply step run over one message: the product's own code, with models that are recorded or real."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Protocol, cast

from assistant import clock
from assistant.analysis.category_rule import categorise
from assistant.aws.bedrock import Answer, Models, Question
from assistant.request.update import Update
from assistant.request.table import RequestTable
from assistant.translation.translator import Translator
from assistant.errors import ReplyRejected, ServiceError, ServiceRefused
from assistant.reply.draft import Draft, FinishedReply
from assistant.reply.drafting import Drafting
from assistant.reply.prompt import ReplyOrder
from assistant.request.priority import Sentiment, priority_of
from eval import config, judging

_BYTES_PER_TOKEN: Final = 3
"""As the stand-ins count; real models count for themselves."""


class Asks(Protocol):
    """What answers a question, as `Models` does."""

    def ask(
        self, question: Question, usable: Callable[[Any], bool] | None = None, last: str | None = None
    ) -> Answer:
        """Return what is handed in through the question's tool."""


@dataclass
class Recorded:
    """Answers that a model handed in before, one after the other; then the last one again."""

    answers: Sequence[Any]
    model: str
    asked: int = 0

    def ask(
        self, question: Question, usable: Callable[[Any], bool] | None = None, last: str | None = None
    ) -> Answer:
        """Return the next answer, counted as if it had been written now.

        Raises:
            ReplyRejected: it is not as it should be.
        """
        fields = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        said = question.system + question.user + json.dumps(question.tool, ensure_ascii=False)
        sizes = {"input": said, "output": json.dumps(fields, ensure_ascii=False)}
        tokens = {kind: math.ceil(len(text.encode()) / _BYTES_PER_TOKEN) for kind, text in sizes.items()}
        METER.add({f"bedrock_{kind}_tokens:{self.model}": count for kind, count in tokens.items()})
        if usable and not usable(fields):
            raise ReplyRejected("malformed")
        return Answer(fields, self.model)


class NoTranslator:
    """Stands where no translation is recorded: what nobody has written in a language is left out."""

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
        """Return what is kept under a key."""
        return self.kept.get(key)

    def keep(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep values under a key."""
        self.kept[key] = dict(values)

    def update(self, _: str, update: Update) -> dict[str, Any]:
        """Store what a draft has come to."""
        self.item |= update.set_
        return self.item


@dataclass(frozen=True)
class Outcome:
    """What came of one message: the reply that would be sent, or the error, and what it used."""

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
    )


def reply_to(
    message: Mapping[str, Any],
    environment: config.Environment,
    writer: Asks,
    reviewers: Asks,
    translator: object = None,
) -> Outcome:
    """Return what comes of one message; an error of a service is an outcome, too."""
    order = order_of(message, environment)
    item = {"pk": message["id"], "message": {"original": message["message"], "pivot": message["message_fr"]}}
    table = Memory(item)
    METER.start({})
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
        used=dict(METER.used),
        keywords=str(order.category),
    )
