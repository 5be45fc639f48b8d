"""The two doors through which AWS calls the functions: as a step of the workflow, and by HTTP.

Each wires a typed `run` to its services, and lets no message of a foreign error out: it could quote
what a customer wrote.
"""

import os
import traceback
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from . import http
from .clock import Stopwatch
from .domain.step import Step
from .errors import ApiError, ServiceError, SupportError, TryAgainLater, UnexpectedError
from .telemetry import logger

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


class ApiServices(Protocol):
    """What every function behind the API is composed with."""

    @property
    def allowed_origins(self) -> list[str]:
        """The origins that browsers may call from."""


S = TypeVar("S")
A = TypeVar("A", bound=ApiServices)


def workflow_step(
    name: str, run: Callable[[Step, S], Step], build: Callable[[Mapping[str, str]], S]
) -> Handler:
    """Return the handler of a step of the workflow: `Step` in, `Step` out."""
    services = _once(build)

    def handler(event: dict[str, Any], _: Any) -> dict[str, Any]:
        step = Step.from_event(event)
        watch = Stopwatch()
        logger.append_keys(request_id=step.request_id, step=name, attempt=step.attempt, lesser=step.lesser)
        try:
            done = run(step, services())
        except SupportError as error:
            logger.warning("step failed", extra={"error": type(error).__name__, "code": str(error)})
            raise
        except Exception as error:  # noqa: BLE001 - the door: nothing foreign passes
            defect = _defect(error)
            logger.error("step broke", extra={"code": str(defect)})
            raise defect from None
        logger.info("step done", extra={"milliseconds": watch.milliseconds})
        return done.travelling()

    return handler


def api(
    name: str, run: Callable[[http.Request, A], http.Response], build: Callable[[Mapping[str, str]], A]
) -> Handler:
    """Return the handler of an API function: every error becomes problem+json."""
    services = _once(build)

    def handler(event: dict[str, Any], _: Any) -> dict[str, Any]:
        request = http.Request(event)
        logger.append_keys(step=name, request_id=request.path_parameter("request_id"))
        try:
            response = run(request, services())
        except ApiError as error:
            response = http.problem(error)
        except ServiceError as error:
            logger.warning("call refused", extra={"error": type(error).__name__, "code": str(error)})
            response = http.problem(TryAgainLater("A service that we need is busy. Please repeat the call."))
        except Exception as error:  # noqa: BLE001 - the door: API Gateway would show the message to the caller
            response, reference = http.unexpected()
            logger.error("call broke", extra={"code": str(_defect(error)), "reference": reference})
        return http.with_cors(response, request.headers.get("origin"), services().allowed_origins)

    return handler


def scheduled(
    name: str, run: Callable[[S], dict[str, int]], build: Callable[[Mapping[str, str]], S]
) -> Handler:
    """Return the handler of a function that a schedule calls; it answers with counts."""
    services = _once(build)

    def handler(_event: dict[str, Any], _: Any) -> dict[str, Any]:
        logger.append_keys(step=name)
        counts = run(services())
        logger.info("done", extra=counts)
        return dict(counts)

    return handler


def _once(build: Callable[[Mapping[str, str]], S]) -> Callable[[], S]:
    """Make a function's services at its first call: one set of clients per execution environment."""
    return cache(lambda: build(os.environ))


def _defect(error: Exception) -> UnexpectedError:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return UnexpectedError(f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}")
