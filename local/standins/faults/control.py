"""The endpoints by which the stand-ins, and the proxy, are watched and steered: health, calls and faults."""

import json
import time
from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.standins.faults.connection import NoAnswer
from local.standins.faults.settings import InvalidFaultError
from local.standins.faults.table import FaultTable
from local.standins.services import SERVICES

KEPT = 1000


@dataclass(frozen=True, slots=True)
class Call:
    """One request to a stand-in; error is the service's error code, or the fault that befell the call."""

    service: str
    operation: str
    access_key_id: str
    at: str
    duration_ms: float
    status: int
    error: str | None


class CallLog:
    """Counts of all calls since the last reset, and the last thousand of them."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._last: deque[Call] = deque(maxlen=KEPT)

    def add(self, call: Call) -> None:
        """Log a call that has been answered."""
        self._counts[call.service, call.operation] += 1
        self._last.append(call)

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
        """Log a call that began at a moment of `time.perf_counter`, and its response."""
        status = 0 if isinstance(response, NoAnswer) else response.status_code
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        duration_ms = round((time.perf_counter() - began) * 1000, 2)
        self.add(Call(service, operation, caller, at, duration_ms, status, error))

    def reset(self) -> None:
        """Forgets everything."""
        self._counts.clear()
        self._last.clear()

    def to_json(self) -> dict[str, Any]:
        """Counts per service and operation, the total, and the last calls, oldest first."""
        counts: dict[str, dict[str, int]] = {}
        for (service, operation), count in sorted(self._counts.items()):
            counts.setdefault(service, {})[operation] = count
        return {
            "total": self._counts.total(),
            "counts": counts,
            "calls": [asdict(call) for call in self._last],
        }


NOTICE = (
    "Local stand-ins for Amazon Translate, Comprehend, Bedrock, Polly and Service Quotas. They are not the "
    "AWS services: nothing is translated, sentiment is an estimate, replies come from phrase tables, reviews "
    "from a few plain words, speech from espeak-ng, quotas from AWS's documents."
)


HEALTH: Mapping[str, Any] = {"status": "ok", "notice": NOTICE, "services": list(SERVICES)}


def control_routes(
    calls: CallLog, faults: FaultTable, *, prefix: str = "/_standins", status: Mapping[str, Any] = HEALTH
) -> list[Route]:
    """Routes under a prefix that watch and steer a running server."""

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
            except InvalidFaultError as error:
                return _problem(str(error))
            except ValueError:
                return _problem("The body is not JSON.")
        return JSONResponse(faults.to_json())

    return [
        Route(f"{prefix}/health", health, methods=["GET"]),
        Route(f"{prefix}/calls", call_log, methods=["GET", "DELETE"]),
        Route(f"{prefix}/faults", fault_table, methods=["GET", "PUT", "PATCH", "DELETE"]),
        Route(f"{prefix}/met", met, methods=["GET"]),
    ]


def _problem(detail: str) -> Response:
    body = {"type": "about:blank", "title": "Bad Request", "status": 400, "detail": detail}
    return JSONResponse(body, 400, media_type="application/problem+json")
