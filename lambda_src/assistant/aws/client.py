"""How every adapter reaches its service: clients with explicit time-outs, and errors by type."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from threading import Lock
from typing import Any, Final, Generic, TypeVar, cast

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

from assistant.errors import ServiceBusy, ServiceRefused

_BUSY_CODES: Final = frozenset(
    {
        "BandwidthLimitExceeded",
        "ExecutionLimitExceeded",
        "InternalServerError",
        "KMSInternalException",
        "KMSThrottling",
        "KmsThrottlingException",
        "LimitExceededException",
        "ModelTimeoutException",
        "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException",
        "ReplicatedWriteConflictException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "RequestTimeout",
        "RequestTimeoutException",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
        "TransactionConflictException",
        "TransactionInProgressException",
    }
)
"""Codes that mean busy by whatever HTTP status they come; 429 and 5xx mean it anyway."""

Count = Callable[[Mapping[str, int]], None]
"""Takes what a call used, by the counters of `cost.usage`."""

C = TypeVar("C", bound=BaseClient)

_MAKING: Final = Lock()
"""boto3 makes one client after the other, also where two threads want their first."""


def config(read_timeout_seconds: int, attempts: int = 2) -> Config:
    """Return the settings of a client: few attempts of its own, since the workflow does the waiting."""
    return Config(
        connect_timeout=2,
        read_timeout=read_timeout_seconds,
        retries={"mode": "standard", "total_max_attempts": attempts},
        tcp_keepalive=True,
    )


class Connection(Generic[C]):
    """One service's client, made at its first call; it counts calls, and raises errors by type.

    Args:
        service: boto3's name of the service.
        settings: Time-outs and attempts, as `config` makes them.
        count: Is told what each call used.
        client: Another client than boto3 would make.
        whole_answers: Let an answer that breaks off be an error, for services whose empty answer says
            something: botocore reads JSON that is none as an empty answer (no such item, stored, started).
    """

    def __init__(
        self,
        service: str,
        settings: Config,
        *,
        count: Count | None = None,
        client: C | None = None,
        whole_answers: bool = False,
    ) -> None:
        self._service = service
        self._settings = settings
        self._name = {"bedrock-runtime": "bedrock", "stepfunctions": "states"}.get(service, service)
        self._count = count
        self._whole_answers = whole_answers
        if client:
            self.client = client

    @cached_property
    def client(self) -> C:
        """The client."""
        with _MAKING:
            client = cast("C", boto3.client(self._service, config=self._settings))  # type: ignore[call-overload]
        client.meta.events.register("after-call", self._count_retries)
        if self._whole_answers:
            client.meta.events.register("before-parse", _require_json)
        return client

    def count(self, used: Mapping[str, int]) -> None:
        """Tell what a call used."""
        if self._count and used:
            self._count(used)

    @contextmanager
    def calling(self, operation: str, **used: int) -> Iterator[C]:
        """Yield the client for one call; count what it has `used`, by counters, once it is answered.

        The original error is left out of the chain on purpose: services quote the input in their
        messages, and a message ends up in logs and in the execution history.

        Raises:
            ServiceBusy: throttled, failing or silent.
            ServiceRefused: the same call would be refused again.
        """
        try:
            yield self.client
            self.count(used)
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "Unknown")
            kind = ServiceBusy if _is_busy(code, error.response) else ServiceRefused
            raise kind(self._name, operation, code) from None
        except (NotConnectedError, HTTPClientError, IncompleteReadError, ResponseParserError) as error:
            raise ServiceBusy(self._name, operation, type(error).__name__) from None
        except BotoCoreError as error:
            raise ServiceRefused(self._name, operation, type(error).__name__) from None
        except (KeyError, TypeError, ValueError) as error:
            raise ServiceBusy(self._name, operation, f"MalformedAnswer.{type(error).__name__}") from None

    def _count_retries(self, parsed: Mapping[str, Any], **_: object) -> None:
        if retries := parsed.get("ResponseMetadata", {}).get("RetryAttempts", 0):
            self.count({f"{self._name}_retries": retries})


def _require_json(response_dict: Mapping[str, Any], **_: object) -> None:
    if response_dict["status_code"] == 200:
        try:
            json.loads(response_dict["body"])
        except ValueError:
            raise ResponseParserError("the answer is no JSON") from None


def _is_busy(code: str, response: Mapping[str, object]) -> bool:
    metadata = response.get("ResponseMetadata")
    status = metadata.get("HTTPStatusCode", 0) if isinstance(metadata, dict) else 0
    return code in _BUSY_CODES or status == 429 or status >= 500
