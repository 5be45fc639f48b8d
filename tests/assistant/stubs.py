"""botocore's Stubber around an adapter's client, and the errors that the services' own models name."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from botocore.client import BaseClient
from botocore.exceptions import (
    ConnectTimeoutError,
    EndpointConnectionError,
    IncompleteReadError,
    NoCredentialsError,
    ParamValidationError,
    ReadTimeoutError,
    SSLError,
)
from botocore.parsers import ResponseParserError
from botocore.stub import Stubber

URL = "https://service.example.com"
SECRET = "what the customer wrote"

BUSY_FAULTS = [
    ConnectTimeoutError(endpoint_url=URL),
    EndpointConnectionError(endpoint_url=URL),
    IncompleteReadError(actual_bytes=1, expected_bytes=2),
    ReadTimeoutError(endpoint_url=URL),
    ResponseParserError(SECRET),
    SSLError(endpoint_url=URL, error=SECRET),
]
"""What botocore raises where the network, not the service, is at fault."""

REFUSED_FAULTS = [NoCredentialsError(), ParamValidationError(report=SECRET)]


def client(service: str) -> Any:
    return boto3.client(  # type: ignore[call-overload]  # its overloads name each service
        service, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test"
    )


class Stub(Stubber):
    """A client of any service, and what it answers."""

    client: Any


@contextmanager
def stubbed(client: BaseClient) -> Iterator[Stub]:
    """Stub a client; every answer that is queued must have been asked for in the end."""
    with Stub(client) as stub:
        yield stub
        stub.assert_no_pending_responses()


def error_codes(stubbed: BaseClient, operation: str) -> dict[str, int]:
    """Return the codes of an operation's modelled errors with their HTTP status (400 where none is given)."""
    shapes: list[Any] = stubbed.meta.service_model.operation_model(operation).error_shapes
    return {shape.error_code: shape.metadata.get("error", {}).get("httpStatusCode", 400) for shape in shapes}


def refuse(stub: Stubber, operation: str, code: str, status: int = 400, **fields: Any) -> None:
    """Queue an error whose message quotes the customer, as services' messages do."""
    stub.add_client_error(
        operation, code, f"Value '{SECRET}' is not valid", status, modeled_fields=fields or None
    )


def told(error: BaseException) -> str:
    """Return everything that a log would show of an error: its type, message, attributes and chain."""
    return "".join(traceback.format_exception(error)) + str(vars(error))
