"""How our servers hold connections, and cut them: answers that are no answers."""

from collections.abc import Callable
from typing import Any

import anyio
import uvicorn
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from local.environment.guard import Guard
from local.environment.processes import HOST

_ABORT = "standins.abort"
HOLD_SECONDS = 120.0


def serve(
    app: ASGIApp, port: int, *, is_public: Callable[[Scope], bool] = lambda _: False, **options: Any
) -> None:
    """Serve on loopback until interrupted, but no web page.

    `is_public` is Guard's, `options` are uvicorn's.
    """
    guarded = Guard(app, [port], is_public=is_public)
    # Idle connections outlast the pauses between a function's calls; held requests must not hold up the end.
    uvicorn.run(guarded, host=HOST, port=port, timeout_keep_alive=75, timeout_graceful_shutdown=1, **options)


def abortable(app: ASGIApp) -> ASGIApp:
    """Gives the application a way to cut the connection, which ASGI itself lacks."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            # uvicorn's send is a method of its request cycle, which owns the transport
            scope[_ABORT] = getattr(send, "__self__").transport.abort  # noqa: B009
        await app(scope, receive, send)

    return wrapped


class NoAnswer(Response):
    """Waits up to hold_seconds for the client to go, then cuts the connection without a byte."""

    def __init__(self, hold_seconds: float = 0.0) -> None:
        super().__init__()
        self._hold_seconds = hold_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ends the request without sending anything."""
        with anyio.move_on_after(self._hold_seconds):
            await _client_gone(receive)
        scope[_ABORT]()
        # uvicorn learns of the cut on its next turn and would answer 500 until then
        await _client_gone(receive)


async def _client_gone(receive: Receive) -> None:
    message: dict[str, Any] = {}
    while message.get("type") != "http.disconnect":
        message = dict(await receive())
