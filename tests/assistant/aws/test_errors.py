"""How each operation fails: by type, with the service's code, and without the customer's text."""

import re
from functools import cache
from typing import Any
from unittest.mock import patch

import pytest

from assistant.errors import ServiceBusy, ServiceError, ServiceRefused
from tests.assistant.aws.operations import OPERATIONS, Operation
from tests.assistant.stubs import (
    BUSY_FAULTS,
    REFUSED_FAULTS,
    SECRET,
    client,
    error_codes,
    refuse,
    stubbed,
    told,
)

ANSWERED = {
    ("UpdateItem", "ConditionalCheckFailedException"),
    ("PutItem", "ConditionalCheckFailedException"),
    ("DeleteItem", "ConditionalCheckFailedException"),
    ("HeadObject", "NoSuchKey"),
    ("GetObject", "NoSuchKey"),
    ("StartExecution", "ExecutionAlreadyExists"),
    ("DescribeExecution", "ExecutionDoesNotExist"),
    ("Converse", "ModelErrorException"),
    ("StopExecution", "ExecutionDoesNotExist"),
    ("StopExecution", "ValidationException"),
    ("VerifyMac", "KMSInvalidMacException"),
}
"""Errors that the adapters answer themselves."""

BUSY = {
    "ExecutionLimitExceeded",
    "InternalError",
    "InternalServerError",
    "InternalServerException",
    "KMSInternalException",
    "KMSThrottling",
    "KmsThrottlingException",
    "ModelNotReadyException",
    "ModelTimeoutException",
    "ProvisionedThroughputExceededException",
    "ReplicatedWriteConflictException",
    "RequestLimitExceeded",
    "RequestTimeoutException",
    "ServiceFailureException",
    "ServiceUnavailableException",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionConflictException",
    "TransactionInProgressException",
}
"""Of the errors in the services' models, those that the same call may not meet again."""

shared = cache(client)


def modelled() -> list[Any]:
    return [
        pytest.param(operation, code, status, id=f"{operation}-{code}")
        for operation in OPERATIONS
        for code, status in error_codes(shared(operation.service), operation.name).items()
        if (operation.name, code) not in ANSWERED
    ]


@pytest.mark.parametrize(("operation", "code", "status"), modelled())
def test_every_modelled_error_has_its_type_and_says_its_code_alone(
    operation: Operation, code: str, status: int
) -> None:
    with stubbed(shared(operation.service)) as stub:
        refuse(stub, operation.method, code, status)
        with pytest.raises(ServiceError) as caught:
            operation.call(stub.client)
    assert type(caught.value) is (ServiceBusy if code in BUSY else ServiceRefused)
    assert str(caught.value) == operation.error(code)
    assert caught.value.code == code
    assert SECRET not in told(caught.value)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("NeverHeardOf", 500, ServiceBusy),
        ("NeverHeardOf", 503, ServiceBusy),
        ("NeverHeardOf", 429, ServiceBusy),
        ("NeverHeardOf", 400, ServiceRefused),
        ("AccessDeniedException", 403, ServiceRefused),
        ("ExpiredTokenException", 403, ServiceRefused),
        ("ThrottlingException", 400, ServiceBusy),
        ("RequestTimeout", 400, ServiceBusy),
        ("SlowDown", 400, ServiceBusy),
    ],
)
def test_an_error_that_no_model_names_is_typed_by_its_status_or_common_code(
    operation: Operation, code: str, status: int, kind: type[ServiceError]
) -> None:
    with stubbed(shared(operation.service)) as stub:
        refuse(stub, operation.method, code, status)
        with pytest.raises(kind, match=f"^{re.escape(operation.error(code))}$"):
            operation.call(stub.client)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
@pytest.mark.parametrize(
    ("fault", "kind"),
    [(fault, ServiceBusy) for fault in BUSY_FAULTS] + [(fault, ServiceRefused) for fault in REFUSED_FAULTS],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_a_network_that_fails_is_busy_and_a_call_that_cannot_be_made_is_refused(
    operation: Operation, fault: Exception, kind: type[ServiceError]
) -> None:
    with (
        patch.object(shared(operation.service), operation.method, side_effect=fault),
        pytest.raises(kind) as caught,
    ):
        operation.call(shared(operation.service))
    assert str(caught.value) == operation.error(type(fault).__name__)
    assert SECRET not in told(caught.value)


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each.reads], ids=str)
@pytest.mark.parametrize("answer", [{}, None, "text", {"ResponseMetadata": {"HTTPStatusCode": 200}}])
def test_an_answer_without_its_contents_is_busy(operation: Operation, answer: Any) -> None:
    with (
        patch.object(shared(operation.service), operation.method, return_value=answer),
        pytest.raises(ServiceBusy) as caught,
    ):
        operation.call(shared(operation.service))
    assert caught.value.code in ("MalformedAnswer.KeyError", "MalformedAnswer.TypeError")
