"""Web pages: what any of them may reach of the emulator, and what none may."""

import os
from urllib.parse import urlsplit

from ministack import app  # type: ignore[import-not-found]

from local.environment.guard import (
    Guard,
    Message,
    Receive,
    Refusal,
    Scope,
    Send,
    headers_of,
    is_presigned_read,
)

_HEALTH = ("/_ministack/health", "/_ministack/ready")


def guard_from_pages() -> None:
    """Let no web page reach anything but the API, and objects that it has presigned URLs of.

    MiniStack answers any Host and Origin, lets every page read its answers, and without IAM takes unsigned
    calls: a page could create and run a function here. The API's CORS headers are the product's own.
    """
    serve = app.app

    async def without_cors(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_stripped(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [
                    one for one in message["headers"] if not one[0].lower().startswith(b"access-control-")
                ]
                message = {**message, "headers": kept}
            await send(message)

        await serve(
            scope, receive, send if scope["type"] == "lifespan" or _is_public(scope) else send_stripped
        )

    # Calls come through the proxy with the Host that they are signed for: the proxy's.
    ports = {int(os.environ["GATEWAY_PORT"]), urlsplit(os.environ["AWS_ENDPOINT_URL"]).port or 0}
    app.app = Guard(without_cors, sorted(ports), is_public=_is_public, check=_refuse_unsigned_read)


def _is_public(scope: Scope) -> bool:
    """Tell whether a request is for the API, or reads an object of a bucket by a presigned URL."""
    host, path = headers_of(scope).get("host", ""), scope["path"]
    if path.startswith("/_aws/execute-api/"):
        return app._parse_execute_api_url(host, path) is not None
    return is_presigned_read(scope) and app._s3_cors_target(host, path) is not None


def _refuse_unsigned_read(scope: Scope) -> Refusal | None:
    """Refuse a GET that no SDK has signed.

    An image on a page sends one without Origin, and to a query protocol it is a call as any other. No page
    can sign one: the header needs a preflight. Every other method comes with an Origin.
    """
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"] in _HEALTH:
        return None
    if headers_of(scope).get("authorization", "").startswith("AWS4-HMAC-SHA256 "):
        return None
    return 403, "a GET must be signed, or be for a presigned URL of an object or for the API"
