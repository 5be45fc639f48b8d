"""Lambda entry-point wrappers for the workflow, the schedule and operators; `http.py` has that of the API.

Each wires a typed `run` to its services, and lets no message of a foreign error out: it could quote
what a customer wrote.
"""

import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from assistant.clock import Stopwatch
from assistant.cost import usage
from assistant.cost.meter import Meter
from assistant.errors import NotFound, ServiceError, SupportError, UnexpectedError
from assistant.request.step import Step
from assistant.request.table import RequestTable, Update
from assistant.telemetry import cost_usd, count_cost, logger

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]

RUN: Final = {"lambda_calls": 1, "states_transitions": 1}
"""What a run of a step uses by itself."""


class StepServices(Protocol):
    """What every step of the workflow is composed with."""

    @property
    def requests(self) -> RequestTable:
        """The request table."""

    @property
    def meter(self) -> Meter:
        """What counts what a run uses."""


S = TypeVar("S")
W = TypeVar("W", bound=StepServices)


def workflow_step(
    name: str, run: Callable[[Step, W], Step], build: Callable[[Mapping[str, str]], W]
) -> Handler:
    """Return the handler of a step of the workflow: `Step` in, `Step` out."""
    services = once(build)

    def handler(event: dict[str, Any], _: Any) -> dict[str, Any]:
        watch = Stopwatch()
        with _guarded():
            meter = services().meter
            meter.start(RUN)
            step = Step.from_event(event)
            logger.append_keys(
                request_id=step.request_id, step=name, attempt=step.attempt, fallback=step.fallback
            )
            try:
                done = run(step, services())
            except SupportError as error:
                _keep_account(step, error, services())
                raise
            finally:
                used = meter.finish()
                count_cost(name, used)
                add_to_day(used, services().requests)
        logger.info("step done", extra={"milliseconds": watch.milliseconds})
        return done.travelling()

    return handler


def scheduled(
    name: str,
    run: Callable[[S, Callable[[], int]], dict[str, int]],
    build: Callable[[Mapping[str, str]], S],
) -> Handler:
    """Return the handler of a function that a schedule calls; it answers with counts.

    `run` gets what tells the milliseconds that are left to it.
    """
    return operated(name, lambda _event, services, left: run(services, left), build)


def operated(
    name: str,
    run: Callable[[Mapping[str, Any], S, Callable[[], int]], dict[str, Any]],
    build: Callable[[Mapping[str, str]], S],
) -> Handler:
    """Return the handler of a function that an operator calls; of its answer, counts alone are logged.

    `run` gets the event, which is not logged either, and what tells the milliseconds that are left to it.
    """
    services = once(build)

    def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
        logger.append_keys(step=name)
        with _guarded():
            answer = run(event, services(), lambda: int(context.get_remaining_time_in_millis()))
        logger.info("done", extra={name: count for name, count in answer.items() if isinstance(count, int)})
        return answer

    return handler


def add_to_day(counters: usage.Counters, requests: RequestTable) -> None:
    """Add what an invocation used to the day's ledger, where its price is known; it fails for nobody."""
    usd = cost_usd(counters)
    if usd is None:
        return
    try:
        requests.ledger.add(usd)
    except ServiceError as error:
        logger.warning("cost not in the day's ledger", extra={"code": str(error), "usd": usd})


def _keep_account(step: Step, failed: SupportError, services: StepServices) -> None:
    """Store what a failed run used: it was paid for all the same, and the next run counts anew."""
    meter = services.meter
    meter.add({"lambda_retries": 1})
    if not meter.is_open or isinstance(failed, NotFound) or getattr(failed, "service", "") == "dynamodb":
        return
    try:
        services.requests.update(step.request_id, Update())
    except (ServiceError, NotFound) as error:
        logger.warning("usage not stored", extra={"code": str(error), "used": dict(meter.used)})


@contextmanager
def _guarded() -> Iterator[None]:
    """Log what fails. Our own errors pass, since their messages are codes; a foreign one becomes a defect."""
    try:
        yield
    except SupportError as error:
        logger.warning("step failed", extra={"error": type(error).__name__, "code": str(error)})
        raise
    except Exception as error:  # noqa: BLE001 - nothing foreign passes
        defect = defect_of(error)
        logger.error("step broke", extra={"code": str(defect)})
        raise defect from None


def once(build: Callable[[Mapping[str, str]], S]) -> Callable[[], S]:
    """Make a function's services at its first call: one set of clients per execution environment."""
    return cache(lambda: build(os.environ))


def defect_of(error: Exception) -> UnexpectedError:
    """Return an error as its type and place; of its message, only what our own errors say: codes."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    words = f" ({error})" if isinstance(error, SupportError) else ""
    return UnexpectedError(f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}{words}")
