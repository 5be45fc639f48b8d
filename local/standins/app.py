"""The application: routes a request to its operation, applies faults, answers, logs the call."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import anyio.to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from local.standins import operations
from local.standins.bedrock import embedding
from local.standins.faults.connection import HOLD_SECONDS, NoAnswer, abortable
from local.standins.faults.control import CallLog, control_routes
from local.standins.faults.table import FaultTable, Verdict
from local.standins.protocol import Operation, access_key_id, answer, by_target, parameters, refusal
from local.standins.s3vectors.service import VectorBuckets
from local.standins.services import SERVICES, ServiceError

NOTICE = (
    "Local stand-ins for Amazon Translate, Comprehend, Bedrock, Polly, S3 Vectors and Service Quotas. They "
    "are not the AWS services: nothing is translated, sentiment is an estimate, replies come from phrase "
    "tables, reviews from a few plain words, embeddings from a small model or from letters alone, speech "
    "from espeak-ng, quotas from AWS's documents; vectors are gone with the process."
)

Run = Callable[[Operation, dict[str, Any], str], dict[str, Any]]


def create_app() -> ASGIApp:
    """Return the stand-ins with an empty call log, no faults and no vectors."""
    calls, faults = CallLog(), FaultTable()
    run = partial(operations.run, vectors=VectorBuckets())

    async def by_path(operation: Operation, request: Request) -> Response:
        return await _serve(operation, request, calls, faults, run)

    async def json_protocol(request: Request) -> Response:
        try:
            operation = by_target(request.headers.get("x-amz-target", ""))
        except ServiceError as error:
            return refusal(error)
        return await by_path(operation, request)

    routes = [
        *control_routes(calls, faults, "/_standins", NOTICE, SERVICES, embeddings=embedding.KIND),
        Route("/", json_protocol, methods=["POST"]),
    ]
    for service in SERVICES.values():
        for operation in (Operation(service, name) for name in service.operations):
            http = operation.model.http
            if http["requestUri"] != "/":
                # an ARN as model id holds slashes
                path = http["requestUri"].replace("}", ":path}")
                routes.append(Route(path, partial(by_path, operation), methods=[http["method"]]))
    routes.append(Route("/{path:path}", _unknown, methods=["GET", "POST", "PUT", "DELETE"]))
    return abortable(Starlette(routes=routes, lifespan=_lifespan))


@asynccontextmanager
async def _lifespan(_: Starlette) -> AsyncIterator[None]:
    await anyio.to_thread.run_sync(operations.warm_up)
    yield


async def _unknown(_: Request) -> Response:
    return refusal(ServiceError("UnknownOperationException", "No stand-in has such an operation.", 404))


async def _serve(
    operation: Operation, request: Request, calls: CallLog, faults: FaultTable, run: Run
) -> Response:
    began, caller, error, latency = time.perf_counter(), "", None, 0.0
    try:
        caller = access_key_id(operation, request)
        text = request.scope["path"] + (await request.body()).decode("utf-8", "replace")
        verdict = faults.verdict(operation.service.key, operation.name, caller, text)
        error, latency = verdict.error, verdict.latency_seconds
        response = await _respond(operation, request, verdict, run)
    except ServiceError as refused:
        error = refused.code
        response = refusal(refused, operation)
    # the latency is what an answer takes in all: our own work is part of it, not on top of it
    await asyncio.sleep(max(0.0, began + latency - time.perf_counter()))
    calls.log(operation.service.key, operation.name, caller, began=began, response=response, error=error)
    return response


async def _respond(operation: Operation, request: Request, verdict: Verdict, run: Run) -> Response:
    service = operation.service
    match verdict.error:
        case None | "answer_lost":
            params = await parameters(operation, request)
            # in a thread: speech and detection take CPU time, and must not hold up the others' waiting
            result = await anyio.to_thread.run_sync(run, operation, params, verdict.reply)
            return answer(operation, result) if verdict.error is None else NoAnswer()
        case "throttled":
            code, status, message = service.throttled
            raise ServiceError(code, message, status)
        case "500":
            raise ServiceError(service.internal, "An internal server error occurred.", 500)
        case "denied":
            message = f"User is not authorized to perform: {service.signing_name}:{operation.name}"
            raise ServiceError("AccessDeniedException", message, 403)
        case "model_error":
            message = "The model produced an invalid sequence as part of ToolUse."
            raise ServiceError("ModelErrorException", message, 424)
        case "malformed":
            return Response(b'{"cut short": ', media_type="application/json")
        case "timeout":
            return NoAnswer(HOLD_SECONDS)
        case _:
            return NoAnswer()
