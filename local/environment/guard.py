"""Keeps web pages away from the servers on a developer's machine.

Any page in the developer's browser may send simple requests to 127.0.0.1, and any request at all under a name
of its own that it lets point there (DNS rebinding). So a server answers under its own address only, and to no
foreign page. The emulator imports this in its own venv: standard library alone.
"""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Refusal = tuple[int, str]

_READS = ("GET", "HEAD")
# What the page that made a request is to the server; browsers alone send it, and no script can change it.
_OWN_SITE = ("same-origin", "none")
_PRESIGNED = ("x-amz-", "response-", "x-id", "versionid")


def headers_of(scope: Scope) -> dict[str, str]:
    """Return the headers of a request by their names in small letters."""
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


def is_presigned_read(scope: Scope) -> bool:
    """Tell whether a request only reads one S3 object by a presigned URL, or is the preflight of such a read.

    Its signature is its protection: players on any page fetch audio so, as the bucket's CORS rules allow.
    """
    if scope["type"] != "http":
        return False
    method, path = scope["method"], scope["path"]
    if method == "OPTIONS":
        method = headers_of(scope).get("access-control-request-method", "")
    bucket, _, key = path.removeprefix("/").partition("/")
    names = [name for name, _ in parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)]
    return (
        method in _READS
        and bool(bucket and key and not bucket.startswith("_"))
        and "X-Amz-Signature" in names
        and all(name.lower().startswith(_PRESIGNED) for name in names)
    )


class Guard:
    """Wraps an ASGI application: refuses what is not for its own address, or comes from a foreign page.

    `ports` are those of the addresses it answers under. For what `is_public` accepts any page may ask.
    `check` may refuse more of the rest: it returns the status and the reason, or None.
    """

    def __init__(
        self,
        app: App,
        ports: Iterable[int],
        *,
        is_public: Callable[[Scope], bool] = lambda _: False,
        check: Callable[[Scope], Refusal | None] = lambda _: None,
    ) -> None:
        self._app = app
        self._hosts = [f"{name}:{port}" for port in ports for name in ("127.0.0.1", "localhost")]
        self._origins = {f"{scheme}://{host}" for scheme in ("http", "https") for host in self._hosts}
        self._is_public = is_public
        self._check = check

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with the reason why not."""
        refusal = None if scope["type"] == "lifespan" else self.refusal(scope)
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            status, reason = refusal
            headers = [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"x-content-type-options", b"nosniff"),
                # The body stays unread, so the connection ends: untold, a client would call on it again.
                (b"connection", b"close"),
            ]
            await send({"type": "http.response.start", "status": status, "headers": headers})
            await send({"type": "http.response.body", "body": f"{reason}\n".encode()})

    def refusal(self, scope: Scope) -> Refusal | None:
        """Return the status and the reason for which a request is refused, None if it is not."""
        headers = headers_of(scope)
        if headers.get("host", "").lower() not in self._hosts:
            return 421, f"the Host of a request must be one of {', '.join(self._hosts)}"
        if self._is_public(scope):
            return None
        origin = headers.get("origin")
        if origin is not None and origin not in self._origins:
            return 403, "requests from a web page of another origin are refused"
        if headers.get("sec-fetch-site", "none") not in _OWN_SITE:
            return 403, "requests from a web page of another site are refused"
        return self._check(scope)
