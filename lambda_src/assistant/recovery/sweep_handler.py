"""Sweep: every five minutes, what is being erased, what waits, and what nobody works on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
from assistant.request.step import Workflow, execution_name
from assistant.request.table import RequestTable
from assistant.settings import SweepSettings
from assistant.telemetry import count, logger

from . import failures

NAME: Final = "Sweep"
GRACE: Final = timedelta(minutes=2)
"""Younger requests are left alone: their intake may still be about to start them."""

FOR_ONE_MS: Final = 20_000
"""What one request may take when its services answer slowly: none is begun with less time left."""

FOR_REQUESTS_MS: Final = 20_000 + FOR_ONE_MS
"""What erasures leave of the function's time to the requests that nobody works on."""


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


def run(services: Services, remaining_ms: Callable[[], int]) -> dict[str, int]:
    """Measure the open requests; finish erasures; start what was never started, fail what died.

    `remaining_ms` is the time until Lambda ends the function. What is not reached in it is counted as `left`,
    and the next sweep takes it up: it is the oldest then.

    Raises:
        SupportError: something could not be looked after; the rest was, and the next sweep tries again.
    """
    now = clock.now()
    processing = list(services.requests.open_requests("processing"))
    waiting = [*processing, *services.requests.open_requests("failed")]
    past_due = _measure(waiting, now)

    stubs = list(services.requests.open_requests("erasing"))
    erasures = _each(
        stubs,
        lambda stub: "erased" if erasure.finish(stub["pk"], now, services) else "young",
        lambda: remaining_ms() > FOR_REQUESTS_MS,
    )
    late = [stub for stub in stubs if _is_past_due(stub, now) and stub["pk"] not in erasures.done]
    count(NAME, "ErasureUnfinished", len(late))

    alone = _without_execution(processing, now, services)
    requests = _each(alone, lambda item: _look_after(item, services), lambda: remaining_ms() > FOR_ONE_MS)

    counts = {
        "open": len(waiting),
        "past_due": past_due,
        "started": requests.number("started"),
        "failed": requests.number("failed"),
        "erased": erasures.number("erased"),
        "left": erasures.left + requests.left,
    }
    errors = [*erasures.errors, *requests.errors]
    if errors:
        logger.warning("swept with errors", extra={**counts, "errors": len(errors)})
        raise errors[0]
    return counts


def _measure(waiting: Sequence[OpenRequest], now: datetime) -> int:
    """Emit how old the oldest open request is, and return how many are past due."""
    ages = [(now - clock.parse(item["received_at"])).total_seconds() for item in waiting]
    past_due = sum(_is_past_due(item, now) for item in waiting)
    count(NAME, "OldestOpenRequest", max(ages, default=0), MetricUnit.Seconds)
    count(NAME, "PastDueRequests", past_due)
    return past_due


@dataclass
class _Outcome:
    """What became of some requests: what was done, by id; the errors; how many were not reached."""

    done: dict[str, str] = field(default_factory=dict)
    errors: list[SupportError] = field(default_factory=list)
    left: int = 0

    def number(self, what: str) -> int:
        """Return for how many requests this was done."""
        return list(self.done.values()).count(what)


def _each(
    items: Iterable[OpenRequest], work: Callable[[OpenRequest], str], has_time: Callable[[], bool]
) -> _Outcome:
    """Work on each request while there is time; an error of one, even a defect, does not stop the others."""
    outcome = _Outcome()
    for item in items:
        if not has_time():
            outcome.left += 1
            continue
        try:
            outcome.done[item["pk"]] = work(item)
        except Exception as error:  # noqa: BLE001 - a request that breaks the sweep would break every one
            known = error if isinstance(error, SupportError) else wrappers.defect_of(error)
            logger.warning("not looked after", extra={"request_id": item["pk"], "code": str(known)})
            outcome.errors.append(known)
    return outcome


def _without_execution(
    processing: Iterable[OpenRequest], now: datetime, services: Services
) -> list[OpenRequest]:
    """Return the requests that no execution works on, oldest first, as far as one list of all tells.

    Step Functions answers 15 questions a second about single executions, and a thousand open requests are
    nothing unusual while a service is throttled. The list is read after the requests: one that has ended in
    between is asked about, and left alone.
    """
    due = [item for item in processing if clock.parse(item["received_at"]) < now - GRACE]
    running = services.workflow.running() if due else set()
    return [item for item in due if execution_name(item["pk"], item["attempt"]) not in running]


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
