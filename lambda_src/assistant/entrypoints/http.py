"""HTTP as API Gateway's REST proxy speaks it: the entry-point wrapper, events, answers and problems."""

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Protocol, TypeVar
from uuid import uuid4

from assistant.cost.meter import Meter
from assistant.errors import ApiError, InvalidRequest, ServiceError, TryAgainLater, UnsupportedMedia
from assistant.request.links import is_id
from assistant.request.table import RequestTable
from assistant.telemetry import count_cost, logger

from .wrappers import Handler, add_to_day, defect_of, once

MOST_ERRORS: Final = 20
"""Errors that one answer names: whoever sends more has another problem."""

Response = dict[str, Any]
"""A proxy response: statusCode, headers, body."""

CALL: Final = {"api_calls": 1, "lambda_calls": 1}
"""What a call uses by itself."""


@dataclass(frozen=True)
class Request:
    """A proxy event."""

    event: Mapping[str, Any]

    @cached_property
    def headers(self) -> dict[str, str]:
        """Headers by their names in small letters; HTTP does not tell cases apart."""
        headers = self.event.get("headers") or {}
        return {name.lower(): value for name, value in headers.items() if value is not None}

    @property
    def body(self) -> bytes:
        """The body of a JSON request.

        Raises:
            UnsupportedMedia: the content type is not JSON, or not UTF-8.
            InvalidRequest: the body is announced as base-64 and is not.
        """
        media_type, *parameters = map(str.strip, self.headers.get("content-type", "").lower().split(";"))
        if media_type != "application/json":
            raise UnsupportedMedia("Send the body as application/json.")
        if any(one.startswith("charset=") and one[8:].strip('"') != "utf-8" for one in parameters):
            raise UnsupportedMedia("Send the body in UTF-8, as JSON is (RFC 8259).")
        body = self.event.get("body") or ""
        if not self.event.get("isBase64Encoded"):
            return str(body).encode("utf-8", "surrogatepass")
        try:
            return base64.b64decode(body, validate=True)
        except (binascii.Error, ValueError):
            raise InvalidRequest("The body is not valid base-64.") from None

    @property
    def method(self) -> str:
        """GET, POST, and so on."""
        return str(self.event.get("httpMethod", ""))

    @property
    def is_head(self) -> bool:
        """Whether the caller wants the headers alone."""
        return self.method == "HEAD"

    @property
    def wants_html(self) -> bool:
        """Whether the caller is a browser that shows a page, not a player or a program."""
        return "text/html" in self.headers.get("accept", "").lower()

    @property
    def request_id(self) -> str:
        """The request that the path names, as the caller wrote it, or nothing."""
        return str((self.event.get("pathParameters") or {}).get("request_id", ""))

    @property
    def token(self) -> str:
        """The link's token, or nothing."""
        return str((self.event.get("queryStringParameters") or {}).get("t") or "")

    @property
    def api_key_id(self) -> str:
        """The id, not the value, of the API key that the caller used."""
        return str(self.event["requestContext"].get("identity", {}).get("apiKeyId") or "none")

    def public_base(self, pattern: str) -> str:
        """Return what links start with: a pattern with `{api_id}` and `{stage}` of the API that was called.

        Both come from the gateway. Host and X-Forwarded-Proto, which a caller can choose, play no part.
        """
        context = self.event["requestContext"]
        return pattern.format(api_id=context["apiId"], stage=context["stage"])


class ApiServices(Protocol):
    """What every function behind the API is composed with."""

    @property
    def allowed_origins(self) -> list[str]:
        """The origins that browsers may call from."""

    @property
    def meter(self) -> Meter:
        """What counts what a call uses."""

    @property
    def requests(self) -> RequestTable:
        """The table, which has the day's ledger."""


S = TypeVar("S", bound=ApiServices)


def handler(
    name: str, run: Callable[[Request, S], Response], build: Callable[[Mapping[str, str]], S]
) -> Handler:
    """Return the handler of a function behind API Gateway: every error becomes problem+json."""
    services = once(build)

    def handle(event: dict[str, Any], _: Any) -> dict[str, Any]:
        request = Request(event)
        # What has not the form of an id is a caller's text.
        known = request.request_id if is_id(request.request_id) else ""
        logger.append_keys(step=name, request_id=known)
        allowed: list[str] = []
        try:
            made = services()
            allowed = made.allowed_origins
            response = _metered(name, run, request, made)
        except ApiError as error:
            response = problem(error)
        except ServiceError as error:
            logger.warning("call refused", extra={"error": type(error).__name__, "code": str(error)})
            response = problem(TryAgainLater("A service that we need is busy. Please repeat the call."))
        except Exception as error:  # noqa: BLE001 - API Gateway would show the message to the caller
            reference = uuid4().hex
            response = problem(ApiError(f"Something went wrong on our side. Reference: {reference}"))
            logger.error("call broke", extra={"code": str(defect_of(error)), "reference": reference})
        logger.info("answered", extra={"status": response["statusCode"]})
        if request.is_head:
            response = {**response, "body": ""}
        return with_cors(response, request.headers.get("origin"), allowed)

    return handle


def _metered(name: str, run: Callable[[Request, S], Response], request: Request, services: S) -> Response:
    """Return the answer of a call; what it cost counts for the day, also if it fails."""
    services.meter.start(CALL)
    try:
        return run(request, services)
    finally:
        used = services.meter.finish()
        count_cost(name, used)
        add_to_day(used, services.requests)


def answer(status: int, body: Mapping[str, Any], media_type: str = "application/json") -> Response:
    """Return a JSON answer that nobody caches: links carry a token, records carry private data."""
    headers = {
        "Content-Type": media_type,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return {"statusCode": status, "headers": headers, "body": json.dumps(body, ensure_ascii=False)}


def page(html: str) -> Response:
    """Return a page that needs nothing from elsewhere, that no other page may frame, and nobody caches."""
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return {"statusCode": 200, "headers": headers, "body": html}


def redirect(url: str, status: int = 302) -> Response:
    """Return a redirect to a short-lived URL: 302, or 303 after a POST."""
    return {"statusCode": status, "headers": {"Location": url, "Cache-Control": "no-store"}, "body": ""}


def no_content() -> Response:
    """Return a 204."""
    return {"statusCode": 204, "headers": {"Cache-Control": "no-store"}, "body": ""}


def problem(error: ApiError) -> Response:
    """Return an error as problem+json (RFC 9457)."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
    }
    if error.errors:
        body["errors"] = list(error.errors[:MOST_ERRORS])
    response = answer(error.status, body, "application/problem+json")
    if isinstance(error, TryAgainLater):
        response["headers"]["Retry-After"] = str(error.retry_after_seconds)
    return response


def with_cors(response: Response, origin: str | None, allowed: Sequence[str]) -> Response:
    """Return the response with CORS headers for an allowed origin."""
    if "*" in allowed:
        cors = {"Access-Control-Allow-Origin": "*"}
    elif origin in allowed:
        cors = {"Access-Control-Allow-Origin": str(origin), "Vary": "Origin"}
    else:
        cors = {"Vary": "Origin"}
    # What a page's script may read beside the body: when to repeat a call.
    cors["Access-Control-Expose-Headers"] = "Retry-After"
    return {**response, "headers": {**response["headers"], **cors}}
