"""Lambda entry-point wrapper for API Gateway: every error becomes problem+json."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from assistant.errors import ApiError, ServiceError, TryAgainLater
from assistant.request import request_id as ids
from assistant.telemetry import logger

from . import http
from .wrappers import Handler, defect_of, once


class ApiServices(Protocol):
    """What every function behind the API is composed with."""

    @property
    def allowed_origins(self) -> list[str]:
        """The origins that browsers may call from."""


S = TypeVar("S", bound=ApiServices)


def handler(
    name: str, run: Callable[[http.Request, S], http.Response], build: Callable[[Mapping[str, str]], S]
) -> Handler:
    """Return the handler of an API function: every error becomes problem+json."""
    services = once(build)

    def handle(event: dict[str, Any], _: Any) -> dict[str, Any]:
        request = http.Request(event)
        logger.append_keys(step=name, request_id=_id_in_path(request))
        allowed: list[str] = []
        try:
            allowed = services().allowed_origins
            response = run(request, services())
        except ApiError as error:
            response = http.problem(error)
        except ServiceError as error:
            logger.warning("call refused", extra={"error": type(error).__name__, "code": str(error)})
            response = http.problem(TryAgainLater("A service that we need is busy. Please repeat the call."))
        except Exception as error:  # noqa: BLE001 - API Gateway would show the message to the caller
            response, reference = http.unexpected()
            logger.error("call broke", extra={"code": str(defect_of(error)), "reference": reference})
        logger.info("answered", extra={"status": response["statusCode"]})
        if request.is_head:
            response = {**response, "body": ""}
        return http.with_cors(response, request.headers.get("origin"), allowed)

    return handle


def _id_in_path(request: http.Request) -> str:
    """Return the request id of the path if it has the form of one: anything else is a caller's text."""
    given = request.path_parameter("request_id")
    return given if ids.is_valid(given) else ""
