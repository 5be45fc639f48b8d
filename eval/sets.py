"""A set of messages with recorded drafts and verdicts, run through checks, review and the reply step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from assistant.cost.meter import Meter
from assistant.errors import ReplyRejected, ServiceError
from assistant.reply import gestures, review
from assistant.reply.review import ReviewOrder
from assistant.request.priority import Priority
from eval import config, judging, lines
from eval.judging import bodies, gestures_of, judge
from eval.step import Asks, Outcome, Recorded, order_of, reply_to

FOLDER: Final = Path(__file__).parent
SETS: Final = ("golden", "held_out")

Fields = Mapping[str, Any]


@dataclass(frozen=True)
class EvaluationSet:
    """Messages, a large model's drafts for them, drafts that break a rule, and its verdicts on all drafts."""

    name: str
    messages: Sequence[Fields]
    drafts: Sequence[Fields]
    breaking: Sequence[Fields]
    verdicts: Mapping[tuple[str, int], Any]

    @classmethod
    def load(cls, name: str) -> "EvaluationSet":
        """Read a set from its folder."""
        read = {kind: lines.load(FOLDER / name / f"{kind}.jsonl") for kind in _KINDS}
        verdicts = {(one["id"], one.get("draft", 0)): one["input"] for one in read["verdicts"]}
        return cls(name, read["messages"], read["drafts"], read["rule_breaking"], verdicts)

    def recorded(self, message: Fields, environment: config.Environment, meter: Meter) -> tuple[Asks, Asks]:
        """Return the recorded writer and reviewer of a message."""
        drafts = [one for one in self.drafts if one["id"] == message["id"]]
        verdicts = [self.verdicts[one["id"], one["draft"]] for one in drafts]
        writer = Recorded([one["input"] for one in drafts], environment.reply.models[0], meter)
        return writer, Recorded(verdicts, environment.reply.reviewers[0], meter)

    def judged(self, environment: config.Environment, reviewers: Asks | None = None) -> list["JudgedDraft"]:
        """Return each recorded draft, good and rule-breaking, as judged by checks and reviewer.

        Without `reviewers` the recorded verdicts are used.
        """
        by_id = {message["id"]: message for message in self.messages}
        good = [_good(one, by_id[one["id"]], environment) for one in self.drafts]
        return [
            _judged(
                draft, number, environment, reviewers or self._recorded_reviewer(draft, number, environment)
            )
            for number, draft in [*good, *((0, one) for one in self.breaking)]
        ]

    def _recorded_reviewer(self, draft: Fields, number: int, environment: config.Environment) -> Asks:
        return Recorded([self.verdicts[draft["id"], number]], environment.reply.reviewers[0], Meter())


_KINDS: Final = ("messages", "drafts", "rule_breaking", "verdicts")


@dataclass(frozen=True)
class JudgedDraft:
    """A draft; the check that it fails, and by rule the quotes of the reviewer's findings that count.

    `dropped` counts the findings that do not count. `failed` is why no reviewer answered; such a draft is not
    sent.
    """

    id: str
    lang: str
    priority: str
    breaks: str
    check: str
    words: str
    findings: Mapping[str, str]
    dropped: int
    failed: str

    @property
    def rejected(self) -> bool:
        """Whether it would not be sent."""
        return bool(self.check or self.findings)


def run(
    chosen: EvaluationSet,
    environment: config.Environment,
    meter: Meter,
    models: tuple[Asks, Asks] | None = None,
    translator: object = None,
) -> list[Outcome]:
    """Return the outcome of each message of a set, by real models or by recorded answers.

    `meter` is the one that real models count with.
    """
    outcomes = []
    for message in chosen.messages:
        writer, reviewers = models or chosen.recorded(message, environment, meter)
        outcomes.append(reply_to(message, environment, writer, reviewers, translator=translator, meter=meter))
    return outcomes


def _good(one: Fields, message: Fields, environment: config.Environment) -> tuple[int, Fields]:
    """Return a recorded draft's number, and the draft in the form of the rule-breaking ones."""
    said, order = one["input"], order_of(message, environment)
    draft = {
        **message,
        **said,
        "pivot_text": said.get("pivot_text", said["text"]),
        "priority": str(order.priority),
        "category": message["category"],
    }
    return one["draft"], draft


def _judged(draft: Fields, number: int, environment: config.Environment, reviewers: Asks) -> JudgedDraft:
    objection = judge(draft, environment).objection
    order, verdict, failed = _review_order(draft, environment), None, ""
    try:
        answer = reviewers.ask(review.question(order), lambda said: review.verdict(said, order) is not None)
        verdict = review.verdict(answer.fields, order)
    except (ReplyRejected, ServiceError) as error:
        failed = str(error)
    findings = {one.rule: one.quote for one in verdict.findings} if verdict else {}
    return JudgedDraft(
        id=f"{draft['id']}.{number}" if number else draft["id"],
        lang=draft["lang"],
        priority=draft["priority"],
        breaks=draft.get("breaks", ""),
        check=objection.rule if objection else "",
        words=objection.quote if objection else "",
        findings=findings,
        dropped=verdict.dropped if verdict else 0,
        failed=failed,
    )


def _review_order(draft: Fields, environment: config.Environment) -> ReviewOrder:
    gesture = gestures.chosen(draft["gesture"], gestures_of(environment))
    sentences = (
        [gesture.sentences[environment.pivot_language], gesture.sentence(draft["lang"])] if gesture else []
    )
    return ReviewOrder(
        judging.order_of(draft, environment, Priority(draft["priority"])),
        *bodies(draft, environment),
        gestures=tuple(dict.fromkeys(filter(None, sentences))),
    )
