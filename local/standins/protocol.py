"""Between HTTP and an operation: which one is called, by whom, with what; its answer or error in bytes."""

import json
import re
import uuid
from dataclasses import dataclass
from typing import Any

from botocore.model import OperationModel
from starlette.requests import Request
from starlette.responses import Response

from local.standins.services import SERVICES, Service, ServiceError, service_model

_CREDENTIAL = re.compile(r"AWS4-HMAC-SHA256 +Credential=([^/, ]+)/\d{8}/[^/, ]+/([^/, ]+)/aws4_request\b")


@dataclass(frozen=True)
class Operation:
    """One operation of one service, with its botocore model."""

    service: Service
    name: str

    @property
    def model(self) -> OperationModel:
        """The operation's shapes and errors."""
        return service_model(self.service.key).operation_model(self.name)


def by_target(header: str) -> Operation:
    """Return the operation that an X-Amz-Target header names (JSON protocol)."""
    prefix, _, name = header.partition(".")
    for service in SERVICES.values():
        if service_model(service.key).metadata.get("targetPrefix") == prefix:
            if name in service.operations:
                return Operation(service, name)
            break
    raise ServiceError("UnknownOperationException", "X-Amz-Target names no operation that is stood in for.")


def access_key_id(operation: Operation, request: Request) -> str:
    """Return who calls, from the signature's credential scope; the signature itself is not verified.

    Raises ServiceError: nothing was signed, or it was signed for another service.
    """
    header = request.headers.get("authorization", "")
    if not header:
        raise ServiceError("MissingAuthenticationTokenException", "Missing Authentication Token", 403)
    if header.startswith("Bearer ") and operation.service.signing_name == "bedrock":
        return "bearer"
    match = _CREDENTIAL.match(header)
    if match is None:
        raise ServiceError("IncompleteSignatureException", "The Authorization header has no credential.", 403)
    if match[2] != operation.service.signing_name:
        message = f"Credential should be scoped to correct service: '{operation.service.signing_name}'."
        raise ServiceError("InvalidSignatureException", message, 403)
    return match[1]


async def parameters(operation: Operation, request: Request) -> dict[str, Any]:
    """Return the operation's parameters, gathered from path, query and body as the model says.

    A body is one of them as it comes where the model has a payload, else a JSON object with several.
    """
    body = await request.body()
    shape = operation.model.input_shape
    payload = shape.serialization.get("payload") if shape else None
    params: dict[str, Any] = {payload: body} if payload else _object(body)
    for name, member in shape.members.items() if shape else ():
        location, key = member.serialization.get("location"), member.serialization.get("name", name)
        if location == "uri":
            params[name] = request.path_params[key]
        elif location == "querystring" and key in request.query_params:
            text = request.query_params[key]
            params[name] = text == "true" if member.type_name == "boolean" else text
    return params


def _object(body: bytes) -> dict[str, Any]:
    try:
        params = json.loads(body) if body else {}
    except ValueError:
        params = None
    if not isinstance(params, dict):
        raise ServiceError("SerializationException", "The request body is not a JSON object.")
    return params


def answer(operation: Operation, result: dict[str, Any]) -> Response:
    """Return the HTTP response for a result, its members placed as the output shape says."""
    shape = operation.model.output_shape
    members = shape.members if shape else {}
    payload = shape.serialization.get("payload") if shape else None
    headers = {"x-amzn-RequestId": str(uuid.uuid4())}
    body = {}
    for name, value in result.items():
        if members[name].serialization.get("location") == "header":
            headers[members[name].serialization["name"]] = str(value)
        elif name != payload:
            body[name] = value
    if payload:
        return Response(result[payload], headers=headers)
    content_type = "application/json"
    if operation.model.service_model.metadata.get("jsonVersion"):
        content_type = "application/x-amz-json-1.1"
    return Response(_json(body), headers=headers, media_type=content_type)


def refusal(error: ServiceError, operation: Operation | None = None) -> Response:
    """Return the error envelope that botocore turns into a ClientError with this code."""
    status = error.status
    if status is None and operation is not None:
        for shape in operation.model.error_shapes:
            if shape.name == error.code:
                status = shape.metadata.get("error", {}).get("httpStatusCode")
    headers = {"x-amzn-RequestId": str(uuid.uuid4()), "x-amzn-ErrorType": error.code}
    body = _json({"__type": error.code, "message": error.message, **error.details})
    return Response(body, status or 400, headers=headers, media_type="application/json")


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
