"""SendResponse: the record and the transcript into the archive, the notification to the team."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from aws_lambda_powertools.metrics import MetricUnit

from support import clock, entry
from support.aws.expressions import Update
from support.domain import links, moments, notification, privacy, record, transcript
from support.domain.priority import Priority
from support.domain.record import StoredRequest
from support.domain.step import Step
from support.services.send_response import Services
from support.telemetry import count

NAME: Final = "SendResponse"


def run(step: Step, services: Services) -> Step:
    """Complete a request. The record's moment is fixed first, so that a second run writes the same record.

    Raises:
        ServiceError: the table, the bucket or the topic failed; a repeated run goes on where it stopped.
    """
    item = _fix_completion(step.request_id, services)
    pivot_language = services.settings.pivot_language
    complete: StoredRequest = {**item, "status": "completed"}
    with ThreadPoolExecutor(max_workers=3) as pool:
        work = [
            pool.submit(services.archive.put_record, item["pk"], record.of(complete)),
            pool.submit(services.archive.put_transcript, item["pk"], transcript.write(item, pivot_language)),
        ]
        if "notified_at" not in item:
            work.append(pool.submit(_tell, complete, services))
    for future in work:
        future.result()
    completed = Update(set_={"status": "completed"}, remove=("open_status", "failure"))
    services.requests.update(step.request_id, completed)
    _measure(item, services)
    return step


def _fix_completion(request_id: str, services: Services) -> StoredRequest:
    """Return the request with the moment of its answer, set by whichever run came first."""
    now = clock.now()
    values: dict[str, Any] = {
        "completed_at": moments.iso(now),
        "links_expire_at": int((now + links.LIFETIME).timestamp()),
    }
    return services.requests.update(request_id, Update(keep=values))


def _tell(item: StoredRequest, services: Services) -> None:
    """Publish the notification and mark it at once: twice only if the process dies in between."""
    settings = services.settings
    shown = privacy.for_team(item, settings.personal_data, settings.pivot_language)
    lies_at = services.archive.transcript_uri(item["pk"])
    services.team.publish(notification.answer(shown, settings.pivot_language, lies_at))
    services.requests.update(item["pk"], Update(set_={"notified_at": moments.iso(clock.now())}))


def _measure(item: StoredRequest, services: Services) -> None:
    """Count the answer, whether it came in time, and whether it is a lesser one."""
    seconds = record.total_ms(item) / 1000
    in_time = float(seconds <= services.settings.answer_seconds)
    analysis = {"category": item["analysis"]["category"], "language": item["language"]["code"]}
    count(NAME, "AnswerSeconds", seconds, MetricUnit.Seconds, **analysis)
    count(NAME, "AnsweredInTime", in_time, MetricUnit.Count, **analysis)
    count(NAME, "Degraded", float(bool(item["degraded"])), MetricUnit.Count, **analysis)
    if record.is_serious(item["degraded"]) and item["analysis"]["priority"] != Priority.NORMAL:
        count(NAME, "DegradedUrgent", 1, MetricUnit.Count, **analysis)


handler = entry.workflow_step(NAME, run, Services.from_env)
