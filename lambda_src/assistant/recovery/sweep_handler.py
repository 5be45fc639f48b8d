"""Sweep: every five minutes, the requests that wait, that nobody works on, or that are being erased."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self

from aws_lambda_powertools.metrics import MetricUnit

from assistant import clock
from assistant.aws.s3 import Bucket
from assistant.aws.sns import Topic
from assistant.aws.stepfunctions import StateMachine
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.erasure import erasure
from assistant.errors import SupportError
from assistant.request.archive import Archive
from assistant.request.item import OpenRequest
from assistant.request.step import Workflow
from assistant.request.table import RequestTable
from assistant.settings import SweepSettings
from assistant.telemetry import count, logger

from . import failures

NAME: Final = "Sweep"
GRACE: Final = timedelta(minutes=2)
"""Younger requests are left alone: their intake may still be about to start them."""


@dataclass(frozen=True)
class Services(erasure.Services, failures.Services):
    """Table, archive, workflow and team topic: what finishing an erasure and recording a failure need."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = SweepSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name, Meter()),
            archive=Archive(Bucket(settings.bucket_name)),
            team=Topic(settings.topic_arn),
            workflow=Workflow(StateMachine(settings.state_machine_arn)),
            pivot_language=settings.pivot_language,
        )


def run(services: Services) -> dict[str, int]:
    """Measure the open requests; start those that were never started, fail those whose execution died.

    Erasures are finished, and measured by those that are not within their hour.

    Raises:
        SupportError: a request could not be looked after; the others were, and the next sweep tries again.
    """
    now = clock.now()
    processing = list(services.requests.open_requests("processing"))
    waiting = [*processing, *services.requests.open_requests("failed")]
    ages = [(now - clock.parse(item["received_at"])).total_seconds() for item in waiting]
    past_due = sum(_is_past_due(item, now) for item in waiting)
    count(NAME, "OldestOpenRequest", max(ages, default=0), MetricUnit.Seconds)
    count(NAME, "PastDueRequests", past_due)
    errors: list[SupportError] = []
    handled: list[str] = []
    for item in processing:
        if clock.parse(item["received_at"]) < now - GRACE:
            try:
                handled.append(_look_after(item, services))
            except SupportError as error:
                errors.append(_logged(error, item))
    erased, late = 0, 0
    for stub in services.requests.open_requests("erasing"):
        try:
            erased += erasure.finish(stub["pk"], now, services)
        except SupportError as error:
            late += _is_past_due(stub, now)
            errors.append(_logged(error, stub))
    count(NAME, "ErasureUnfinished", late)
    if errors:
        raise errors[0]
    return {
        "open": len(waiting),
        "past_due": past_due,
        "started": handled.count("started"),
        "failed": handled.count("failed"),
        "erased": erased,
    }


def _logged(error: SupportError, item: OpenRequest) -> SupportError:
    logger.warning("not looked after", extra={"request_id": item["pk"], "code": str(error)})
    return error


def _look_after(item: OpenRequest, services: Services) -> str:
    """Start or fail a request that no execution works on; return what was done."""
    request_id, attempt = item["pk"], item["attempt"]
    status = services.workflow.status(request_id, attempt)
    if status is None:
        services.workflow.start(request_id, attempt)
        count(NAME, "RequestStarted", request_id=request_id)
        return "started"
    if status in ("FAILED", "TIMED_OUT", "ABORTED"):
        failures.record(request_id, f"Execution.{status}", NAME, services)
        return "failed"
    if status == "SUCCEEDED":
        # Between SendResponse's last write and its reading here; longer than a sweep it would be a defect.
        logger.warning("succeeded, yet open", extra={"request_id": request_id})
    return "left"


def _is_past_due(item: OpenRequest, now: datetime) -> bool:
    return "due_at" in item and clock.parse(item["due_at"]) < now


handler = wrappers.scheduled(NAME, run, Services.from_env)
