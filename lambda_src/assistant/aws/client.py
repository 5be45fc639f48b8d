"""How every adapter reaches its service: clients with explicit time-outs, and errors by type."""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final, TypeVar

import boto3
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectionError as NotConnectedError,
    HTTPClientError,
    IncompleteReadError,
)
from botocore.parsers import ResponseParserError

from assistant.cost.meter import METER
from assistant.errors import ServiceBusy, ServiceRefused

_BUSY_CODES: Final = frozenset(
    {
        "BandwidthLimitExceeded",
        "ExecutionLimitExceeded",
        "InternalErrorException",
        "InternalFailure",
        "InternalServerError",
        "InternalServerException",
        "KMSInternalException",
        "KMSThrottling",
        "KMSThrottlingException",
        "KmsThrottlingException",
        "LimitExceededException",
        "ModelErrorException",
        "ModelNotReadyException",
        "ModelTimeoutException",
        "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException",
        "ReplicatedWriteConflictException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "RequestTimeout",
        "RequestTimeoutException",
        "ServiceFailureException",
        "ServiceUnavailable",
        "ServiceUnavailableException",
        "SlowDown",
        "Throttled",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
        "TransactionConflictException",
        "TransactionInProgressException",
    }
)

_COUNTED: Final = {
    ("translate", "TranslateText"): "translate_calls",
    ("comprehend", "DetectDominantLanguage"): "comprehend_calls",
    ("comprehend", "DetectSentiment"): "comprehend_calls",
    ("comprehend", "DetectEntities"): "comprehend_calls",
    ("comprehend", "DetectPiiEntities"): "comprehend_calls",
    ("bedrock", "Converse"): "bedrock_calls",
    ("polly", "SynthesizeSpeech"): "polly_calls",
    ("kms", "GenerateMac"): "kms_calls",
    ("kms", "VerifyMac"): "kms_calls",
    ("s3", "PutObject"): "s3_puts",
    ("s3", "HeadObject"): "s3_gets",
    ("sns", "Publish"): "sns_publishes",
}
"""The calls that a request pays for; DynamoDB's are counted by size, in `table.py`."""

_MAKING: Final = Lock()
"""boto3 makes one client after the other, also where two threads want their first."""


def connect(service: str, settings: Config) -> Any:
    """Return a new client, which counts the attempts that it repeats."""
    with _MAKING:
        client = boto3.client(service, config=settings)  # type: ignore[call-overload]
    client.meta.events.register("after-call", _count_retries)
    return client


def _count_retries(parsed: Mapping[str, Any], model: Any, **_: object) -> None:
    if retries := parsed.get("ResponseMetadata", {}).get("RetryAttempts", 0):
        METER.add({f"{_service_of(model.service_model.service_name)}_retries": retries})


def _service_of(name: str) -> str:
    return {"bedrock-runtime": "bedrock", "stepfunctions": "states"}.get(name, name)


def config(read_timeout_seconds: int) -> Config:
    """Return the settings of a client: few attempts of its own, since the workflow does the waiting."""
    return Config(
        connect_timeout=2,
        read_timeout=read_timeout_seconds,
        retries={"mode": "standard", "total_max_attempts": 2},
        tcp_keepalive=True,
    )


C = TypeVar("C", bound=BaseClient)


def whole_answers(client: C) -> C:
    """Let an answer that breaks off be an error, for services whose empty answer says something.

    botocore reads JSON that is none as an empty answer: no such item, stored, started.
    """
    client.meta.events.register("before-parse", _require_json)
    return client


def _require_json(response_dict: Mapping[str, Any], **_: object) -> None:
    if response_dict["status_code"] == 200:
        try:
            json.loads(response_dict["body"])
        except ValueError:
            raise ResponseParserError("the answer is no JSON") from None


@contextmanager
def calling(service: str, operation: str) -> Iterator[None]:
    """Count one call, and map what botocore raises for it to `ServiceBusy` or `ServiceRefused`.

    The original error is left out of the chain on purpose: services quote the input in their
    messages, and a message ends up in logs and in the execution history.
    """
    try:
        yield
        if counter := _COUNTED.get((service, operation)):
            METER.add({counter: 1})
    except ClientError as error:
        code = code_of(error)
        kind = ServiceBusy if _is_busy(code, error.response) else ServiceRefused
        raise kind(service, operation, code) from None
    except (NotConnectedError, HTTPClientError, IncompleteReadError, ResponseParserError) as error:
        raise ServiceBusy(service, operation, type(error).__name__) from None
    except BotoCoreError as error:
        raise ServiceRefused(service, operation, type(error).__name__) from None
    except (KeyError, TypeError, ValueError) as error:
        raise ServiceBusy(service, operation, f"MalformedAnswer.{type(error).__name__}") from None


def code_of(error: ClientError) -> str:
    """Return the service's own error code."""
    return error.response.get("Error", {}).get("Code", "Unknown")


def expected(error: ClientError, codes: Collection[str]) -> bool:
    """Tell whether an error is one that the adapter answers itself."""
    return code_of(error) in codes


def _is_busy(code: str, response: Mapping[str, object]) -> bool:
    metadata = response.get("ResponseMetadata")
    status = metadata.get("HTTPStatusCode", 0) if isinstance(metadata, dict) else 0
    return code in _BUSY_CODES or status == 429 or status >= 500
