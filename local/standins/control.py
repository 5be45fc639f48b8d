"""The endpoints by which the stand-ins, and the proxy, are watched and steered: health, calls and faults."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.standins.calls import CallLog
from local.standins.fault_table import FaultTable
from local.standins.faults import InvalidFaultError
from local.standins.services import SERVICES

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
