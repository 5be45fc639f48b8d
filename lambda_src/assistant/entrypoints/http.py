"""HTTP as API Gateway's REST proxy speaks it: reading events, writing answers and problems."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import uuid4

from assistant.errors import ApiError, InvalidRequest, TryAgainLater, UnsupportedMedia

Response = dict[str, Any]
"""A proxy response: statusCode, headers, body."""


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
    def is_head(self) -> bool:
        """Whether the caller wants the headers alone."""
        return self.event.get("httpMethod") == "HEAD"

    def path_parameter(self, name: str) -> str:
        """Return a parameter of the resource's path."""
        return str((self.event.get("pathParameters") or {}).get(name, ""))

    def query(self, name: str) -> str:
        """Return a query parameter, or nothing."""
        return str((self.event.get("queryStringParameters") or {}).get(name) or "")

    @property
    def api_key_id(self) -> str:
        """The id, not the value, of the API key that the caller used."""
        return str(self.event["requestContext"].get("identity", {}).get("apiKeyId") or "none")

    def base_url(self, resource: str) -> str:
        """Return the API's public base, from the URL under which this call to `resource` came in."""
        context = self.event["requestContext"]
        scheme = "http" if self.headers.get("x-forwarded-proto") == "http" else "https"
        path = str(context["path"]).rstrip("/").removesuffix(resource)
        return f"{scheme}://{context['domainName']}{path}"


def answer(status: int, body: Mapping[str, Any]) -> Response:
    """Return a JSON answer that nobody caches: links carry a token, records carry private data."""
    return {
        "statusCode": status,
        "headers": _headers("application/json"),
        "body": json.dumps(body, ensure_ascii=False),
    }


def redirect(url: str) -> Response:
    """Return a 302 to a short-lived URL."""
    return {"statusCode": 302, "headers": {"Location": url, "Cache-Control": "no-store"}, "body": ""}


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
        body["errors"] = list(error.errors)
    headers = _headers("application/problem+json")
    if isinstance(error, TryAgainLater):
        headers["Retry-After"] = str(error.retry_after_seconds)
    return {"statusCode": error.status, "headers": headers, "body": json.dumps(body, ensure_ascii=False)}


def unexpected() -> tuple[Response, str]:
    """Return a 500 that says nothing but a reference, and the reference for the log."""
    reference = uuid4().hex
    return problem(ApiError(f"Something went wrong on our side. Reference: {reference}")), reference


def with_cors(response: Response, origin: str | None, allowed: Sequence[str]) -> Response:
    """Return the response with CORS headers for an allowed origin."""
    if "*" in allowed:
        cors = {"Access-Control-Allow-Origin": "*"}
    elif origin in allowed:
        cors = {"Access-Control-Allow-Origin": str(origin), "Vary": "Origin"}
    else:
        cors = {"Vary": "Origin"}
    # What a page's script may read beside the body: when to repeat a call.
    exposed = {"Access-Control-Expose-Headers": "Retry-After"}
    return {**response, "headers": {**response["headers"], **exposed, **cors}}


def _headers(content_type: str) -> dict[str, str]:
    return {
        "Content-Type": content_type,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
