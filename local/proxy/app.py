"""The application: applies the faults that are set, else forwards a call unchanged and returns its answer."""

import asyncio
import time
from pathlib import Path

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Scope

from local.environment.guard import is_presigned_read
from local.environment.processes import trusting
from local.proxy.protocol import KEYS, SERVICES, AwsCall, malformed, read, refusal
from local.standins.faults.connection import HOLD_SECONDS, NoAnswer, abortable
from local.standins.faults.control import CallLog, control_routes
from local.standins.faults.table import FaultTable, Verdict

# Of one connection only; the length is counted anew, since the whole body is read before it goes on: that
# takes the transfer chunking off an upload, which the emulator does not read over TLS.
_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "expect"}
_HOP_BACK = _HOP | {"content-encoding"}  # httpx has decoded it
_METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]


class Proxy:
    """Passes calls on to the emulator at `upstream`, except for those that a fault applies to."""

    def __init__(self, upstream: str, calls: CallLog, faults: FaultTable, ca_bundle: Path | None) -> None:
        # An idle connection is left before the emulator closes it: a call must not run into its end.
        limits = httpx.Limits(max_connections=None, keepalive_expiry=1.0)
        self._client = httpx.AsyncClient(
            base_url=upstream, verify=trusting(ca_bundle), trust_env=False, timeout=120.0, limits=limits
        )
        self._calls = calls
        self._faults = faults

    async def serve(self, request: Request) -> Response:
        """Answer one call, or leave it without an answer."""
        began = time.perf_counter()
        body = await request.body()
        call = read(request, body)
        if call.service is None:
            return await self._pass_on(request, body)
        name = call.service.signing_name
        verdict = self._faults.verdict(name, call.operation, call.caller, call.text)
        await asyncio.sleep(verdict.latency_seconds)
        response = await self._respond(request, body, call, verdict)
        self._calls.log(
            name, call.operation, call.caller, began=began, response=response, error=verdict.error
        )
        return response

    async def _respond(self, request: Request, body: bytes, call: AwsCall, verdict: Verdict) -> Response:
        assert call.service is not None  # noqa: S101 - `serve` has passed the others on
        match verdict.error:
            case None:
                return await self._pass_on(request, body)
            case "throttled" | "500" | "denied":
                return refusal(call.service, verdict.error, call.operation)
            case "malformed":
                return malformed(call.service, call.operation)
            case "timeout":
                return NoAnswer(HOLD_SECONDS)
            case "answer_lost":
                await self._pass_on(request, body)
        return NoAnswer()

    async def _pass_on(self, request: Request, body: bytes) -> Response:
        # The Host stays as it came: it is signed.
        headers = [(name, value) for name, value in request.headers.items() if name not in _HOP]
        path, query = request.scope["raw_path"], request.scope["query_string"]
        url = self._client.base_url.copy_with(raw_path=path + (b"?" + query if query else b""))
        try:
            answer = await self._client.request(request.method, url, headers=headers, content=body)
        except httpx.TransportError:
            return NoAnswer()  # what the function would have met without a proxy
        length = (
            answer.headers.get("content-length", "0") if request.method == "HEAD" else len(answer.content)
        )
        response = Response(answer.content, answer.status_code)
        response.raw_headers = [
            *((name, value) for name, value in answer.headers.raw if name.lower().decode() not in _HOP_BACK),
            (b"content-length", str(length).encode()),
        ]
        return response


def is_for_any_page(scope: Scope) -> bool:
    """Tell whether a web page may ask for it; it may be that the emulator still refuses it."""
    return scope["path"].startswith("/_aws/execute-api/") or is_presigned_read(scope)


def create_app(upstream: str, ca_bundle: Path | None = None) -> ASGIApp:
    """Return a proxy to `upstream` with an empty call log and no faults."""
    calls, faults = CallLog(), FaultTable(keys=KEYS)
    proxy = Proxy(upstream, calls, faults, ca_bundle)
    control = control_routes(calls, faults, "/_proxy", f"A proxy to {upstream}.", SERVICES)
    return abortable(Starlette(routes=[*control, Route("/{path:path}", proxy.serve, methods=_METHODS)]))
