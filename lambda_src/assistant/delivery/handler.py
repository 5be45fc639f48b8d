"""SendResponse: the record and the transcript into the archive, the notification to the team."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

from aws_lambda_powertools.metrics import MetricUnit

from assistant import clock
from assistant.aws.s3 import Bucket
from assistant.aws.sns import Topic
from assistant.cost import usage
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.errors import ServiceError
from assistant.request import links, record
from assistant.request.archive import Archive
from assistant.request.item import BY_CUSTOMER, BY_WATCH, Voiced, voiced
from assistant.request.priority import Priority
from assistant.request.step import Step
from assistant.request.table import RequestTable, Update
from assistant.settings import SendResponseSettings
from assistant.telemetry import cost_usd, count

from . import notification, team_view

NAME: Final = "SendResponse"
SENDING: Final = {"s3_puts": 2, "sns_publishes": 1, "states_transitions": 2}
"""What sending uses beside the table: two objects, a notification, the Choice before and the end after."""


@dataclass(frozen=True)
class Services:
    """Table, archive and team topic."""

    requests: RequestTable
    archive: Archive
    team: Topic
    meter: Meter
    settings: SendResponseSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = SendResponseSettings.from_env(env)
        meter = Meter()
        return cls(
            requests=RequestTable(settings.table_name, meter),
            archive=Archive(Bucket(settings.bucket_name, meter.add)),
            team=Topic(settings.topic_arn, meter.add),
            meter=meter,
            settings=settings,
        )


def run(step: Step, services: Services) -> Step:
    """Complete a request. The record's moment is fixed first, so that a second run writes the same record.

    Raises:
        ServiceError: the table, the bucket or the topic failed; a repeated run goes on where it stopped.
    """
    item = _fix_completion(step, services)
    archive = services.archive
    complete: Voiced = {**item, "status": "completed", "stage": "completed"}
    transcript = notification.transcript(item, services.settings.pivot_language)
    with ThreadPoolExecutor(max_workers=3) as pool:
        archived = [
            pool.submit(archive.put_record, item["pk"], record.of(complete, cost_usd)),
            pool.submit(archive.put_transcript, item["pk"], transcript),
        ]
        telling = pool.submit(_tell, complete, services)
    notified_at = telling.result()
    try:
        for future in archived:
            future.result()
    except ServiceError:
        # The team was told: a repeated run must not tell it again.
        services.requests.update(step.request_id, Update(set_={"notified_at": notified_at}))
        raise
    completed = {"status": "completed", "stage": "completed", "notified_at": notified_at}
    services.requests.update(step.request_id, Update(set_=completed, remove=("open_status", "failure")))
    if item["origin"] == BY_CUSTOMER:
        _measure(item, services)
    return step


def _fix_completion(step: Step, services: Services) -> Voiced:
    """Return the request with the moment of its answer, set by whichever run came first.

    The usage of sending is counted before it happens, and the meter closed: the archived record shows all.
    """
    services.meter.add(_sending(step, services.settings.subscribers))
    now = clock.now()
    expiry = int((now + links.LIFETIME).timestamp())
    values: dict[str, Any] = {"completed_at": clock.iso(now), "links_expire_at": expiry}
    item = voiced(services.requests.update(step.request_id, Update(keep=values)))
    services.meter.close()
    return item


def _sending(step: Step, subscribers: Sequence[Mapping[str, Sequence[str]]]) -> dict[str, int]:
    """Return what it takes to tell the team, of an urgent request once more: AlertTeam did before."""
    attributes = {"priority": step.priority, "category": step.category, "language": step.language}
    kinds = ("alert", "answer") if step.priority == Priority.HIGH else ("answer",)
    mails = sum(usage.emails(subscribers, attributes | {"kind": kind}) for kind in kinds)
    alert = {"sns_publishes": len(kinds) - 1, "states_transitions": len(kinds) - 1}
    return usage.total(SENDING, alert, {"sns_emails": mails})


def _tell(item: Voiced, services: Services) -> str:
    """Return when the team was told, telling it now unless an earlier run did."""
    if "notified_at" in item:
        return item["notified_at"]
    if item["origin"] == BY_WATCH:
        return clock.iso(clock.now())  # the team has nothing to do
    language, zone = services.settings.pivot_language, ZoneInfo(services.settings.time_zone)
    shown = team_view.shown(item, services.settings.personal_data, language)
    lies_at = services.archive.transcript_uri(item["pk"])
    services.team.publish(notification.answer(shown, language, lies_at, zone))
    return clock.iso(clock.now())


def _measure(item: Voiced, services: Services) -> None:
    """Count the answer, whether it came in time, and whether it is a fallback."""
    seconds = record.total_ms(item) / 1000
    in_time = float(seconds <= services.settings.answer_seconds)
    analysis = {
        "request_id": item["pk"],
        "category": item["analysis"]["category"],
        "language": item["language"]["code"],
    }
    count(NAME, "AnswerSeconds", seconds, MetricUnit.Seconds, **analysis)
    count(NAME, "AnsweredInTime", in_time, MetricUnit.Count, **analysis)
    for name, milliseconds in item["timings_ms"].items():
        count(name, "Milliseconds", milliseconds, MetricUnit.Milliseconds, **analysis)
    if (cost := cost_usd(usage.of(item))) is not None:
        count(NAME, "RequestCostUsd", cost, MetricUnit.NoUnit, **analysis)
    documented = float(item["reply"]["basis"] == "documented")
    count(NAME, "Documented", documented, MetricUnit.Count, **analysis)
    parts = ",".join(sorted(item["degraded"]))
    count(NAME, "Degraded", float(bool(parts)), MetricUnit.Count, **analysis, degraded_steps=parts)
    if record.is_serious(item["degraded"]) and item["analysis"]["priority"] != Priority.NORMAL:
        count(NAME, "DegradedUrgent", 1, MetricUnit.Count, **analysis)


handler = wrappers.workflow_step(NAME, run, Services.from_env)
