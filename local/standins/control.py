"""The stand-ins' own endpoints under /_standins: health, calls and faults."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.standins.calls import CallLog
from local.standins.fault_table import FaultTable
from local.standins.faults import InvalidFaultError
from local.standins.services import SERVICES

NOTICE = (
    "Local stand-ins for Amazon Translate, Comprehend, Bedrock and Polly. They are not the AWS services: "
    "nothing is translated, sentiment is an estimate, replies come from phrase tables, speech from espeak-ng."
)


def control_routes(calls: CallLog, faults: FaultTable) -> list[Route]:
    """Routes that watch and steer the running stand-ins."""

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok", "notice": NOTICE, "services": list(SERVICES)})

    async def call_log(request: Request) -> Response:
        if request.method == "DELETE":
            calls.reset()
            return Response(status_code=204)
        return JSONResponse(calls.to_json())

    async def fault_table(request: Request) -> Response:
        if request.method == "DELETE":
            faults.replace({})
            return Response(status_code=204)
        if request.method == "PUT":
            try:
                faults.replace(json.loads(await request.body()))
            except InvalidFaultError as error:
                return _problem(str(error))
            except ValueError:
                return _problem("The body is not JSON.")
        return JSONResponse(faults.to_json())

    return [
        Route("/_standins/health", health, methods=["GET"]),
        Route("/_standins/calls", call_log, methods=["GET", "DELETE"]),
        Route("/_standins/faults", fault_table, methods=["GET", "PUT", "DELETE"]),
    ]


def _problem(detail: str) -> Response:
    body = {"type": "about:blank", "title": "Bad Request", "status": 400, "detail": detail}
    return JSONResponse(body, 400, media_type="application/problem+json")
