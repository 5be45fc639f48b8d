"""The endpoints by which the stand-ins, and the proxy, are watched and steered: health, calls and faults."""

import json
import time
from collections import Counter, deque
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.standins.faults.connection import NoAnswer
from local.standins.faults.settings import InvalidFaultError
from local.standins.faults.table import FaultTable

KEPT = 1000


class CallLog:
    """Counts of all calls since the last reset, and the last thousand of them, without their texts."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._last: deque[dict[str, Any]] = deque(maxlen=KEPT)

    def log(
        self,
        service: str,
        operation: str,
        caller: str,
        *,
        began: float,
        response: Response,
        error: str | None,
    ) -> None:
        """Log a call that began at a moment of `time.perf_counter`, its response, and what went wrong."""
        self._counts[service, operation] += 1
        self._last.append(
            {
                "service": service,
                "operation": operation,
                "access_key_id": caller,
                "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "duration_ms": round((time.perf_counter() - began) * 1000, 2),
                "status": 0 if isinstance(response, NoAnswer) else response.status_code,
                "error": error,
            }
        )

    def reset(self) -> None:
        """Forget everything."""
        self._counts.clear()
        self._last.clear()

    def to_json(self) -> dict[str, Any]:
        """Return counts per service and operation, the total, and the last calls, oldest first."""
        counts: dict[str, dict[str, int]] = {}
        for (service, operation), count in sorted(self._counts.items()):
            counts.setdefault(service, {})[operation] = count
        return {"total": self._counts.total(), "counts": counts, "calls": list(self._last)}


def control_routes(
    calls: CallLog, faults: FaultTable, prefix: str, notice: str, services: Iterable[str], **more: str
) -> list[Route]:
    """Return the routes under a prefix that watch and steer a running server; `more` is of its health."""
    status = {"status": "ok", "notice": notice, "services": list(services), **more}

    async def health(_: Request) -> Response:
        return JSONResponse(status)

    async def met(_: Request) -> Response:
        return JSONResponse(faults.met())

    async def call_log(request: Request) -> Response:
        if request.method == "DELETE":
            calls.reset()
            return Response(status_code=204)
        return JSONResponse(calls.to_json())

    async def fault_table(request: Request) -> Response:
        if request.method == "DELETE":
            faults.replace({})
            return Response(status_code=204)
        if request.method in ("PUT", "PATCH"):
            try:
                take = faults.replace if request.method == "PUT" else faults.merge
                take(json.loads(await request.body()))
            except ValueError as error:
                detail = str(error) if isinstance(error, InvalidFaultError) else "The body is not JSON."
                body = {"type": "about:blank", "title": "Bad Request", "status": 400, "detail": detail}
                return JSONResponse(body, 400, media_type="application/problem+json")
        return JSONResponse(faults.to_json())

    return [
        Route(f"{prefix}/health", health, methods=["GET"]),
        Route(f"{prefix}/calls", call_log, methods=["GET", "DELETE"]),
        Route(f"{prefix}/faults", fault_table, methods=["GET", "PUT", "PATCH", "DELETE"]),
        Route(f"{prefix}/met", met, methods=["GET"]),
    ]
