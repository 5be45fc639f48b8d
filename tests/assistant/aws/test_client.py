"""What every adapter's connection does: it counts calls and retries, and makes clients with time-outs."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any
from unittest.mock import Mock

import boto3
import pytest
from botocore.awsrequest import AWSResponse, HTTPHeaders
from botocore.exceptions import ClientError, ReadTimeoutError
from botocore.retries import standard

from assistant.aws.bedrock import Models
from assistant.aws.client import Connection, config
from assistant.aws.dynamodb import Table
from assistant.aws.embeddings import Embedder
from assistant.aws.polly import Polly
from assistant.aws.s3 import Bucket
from assistant.aws.s3vectors import VectorIndex
from assistant.aws.stepfunctions import StateMachine
from assistant.cost.meter import Meter
from assistant.errors import NotFound, ServiceBusy, ServiceRefused
from tests.assistant.aws.operations import LEA, MACHINE, NEW, QUESTION, VECTOR, VECTORS


def connection(service: str = "kms", meter: Meter | None = None) -> Connection[Any]:
    """Return a connection that is never asked for its client's services."""
    return Connection(service, config(1), count=meter.add if meter else None, client=Mock())


def test_whatever_botocore_retries_is_busy_for_us_too() -> None:
    retried: Any = standard
    throttled = retried.ThrottledRetryableChecker._THROTTLED_ERROR_CODES
    transient = retried.TransientRetryableChecker._TRANSIENT_ERROR_CODES
    for code in {*throttled, *transient} - {"EC2ThrottledException"}:
        with pytest.raises(ServiceBusy), connection().calling("Operation"):
            raise ClientError({"Error": {"Code": code}}, "Operation")


@pytest.mark.parametrize("response", [{}, {"Error": {}}])
def test_an_error_without_a_code_is_refused_as_unknown(response: Any) -> None:
    with pytest.raises(ServiceRefused, match=r"^kms\.Op: Unknown$"), connection().calling("Op"):
        raise ClientError(response, "Op")


def test_our_own_errors_pass_as_they_are() -> None:
    with pytest.raises(NotFound), connection().calling("Op"):
        raise NotFound("There is no such request.")


def test_an_answered_call_is_counted_if_it_is_paid_for(meter: Meter) -> None:
    with connection("kms", meter).calling("DescribeKey"):
        pass
    assert meter.used == {}
    with connection("kms", meter).calling("VerifyMac", kms_calls=1):
        pass
    assert meter.used == {"kms_calls": 1}


def test_a_call_that_failed_is_not_counted(meter: Meter) -> None:
    with suppress(ServiceBusy), connection("kms", meter).calling("VerifyMac", kms_calls=1):
        raise ReadTimeoutError(endpoint_url="https://kms.example.com")
    assert meter.used == {}


class Clients:
    """The clients that boto3 makes: their settings, and the HTTP answers that they get."""

    def __init__(self) -> None:
        self.settings: list[Any] = []
        self.answers: list[tuple[int, bytes]] = []
        self._make: Any = boto3.client

    def __call__(self, service: str, **options: Any) -> Any:
        self.settings.append(options["config"])
        client = self._make(service, **options)
        client.meta.events.register("before-send", self._answer)
        return client

    def _answer(self, **_: object) -> AWSResponse:
        status, body = self.answers.pop(0)
        return AWSResponse("https://service.example.com", status, HTTPHeaders(), Mock(stream=lambda: [body]))


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch) -> Clients:
    """Make the clients, which do not wait before they try again."""
    clients = Clients()
    monkeypatch.setattr(boto3, "client", clients)
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)
    return clients


@pytest.mark.parametrize(
    ("service", "counter"),
    [("kms", "kms_retries"), ("bedrock-runtime", "bedrock_retries"), ("stepfunctions", "states_retries")],
)
def test_what_the_sdk_repeats_is_counted(clients: Clients, meter: Meter, service: str, counter: str) -> None:
    clients.answers = [(503, b"{}"), (200, b"{}")]
    made: Connection[Any] = Connection(service, config(1), count=meter.add)
    {
        "kms": lambda client: client.describe_key(KeyId="k"),
        "bedrock-runtime": lambda client: client.list_async_invokes(),
        "stepfunctions": lambda client: client.list_state_machines(),
    }[service](made.client)
    assert meter.used == {counter: 1}


@pytest.mark.parametrize(
    "call",
    [
        lambda: Table("t").put_all(({"pk": "r"}, NEW)),
        lambda: Table("t").get("r"),
        lambda: Table("t").put({"pk": "r"}, NEW),
        lambda: StateMachine(MACHINE).start("r", {}),
        lambda: VectorIndex(VECTORS).put([VECTOR]),
        lambda: VectorIndex(VECTORS).delete(["a.md#1"]),
    ],
    ids=["a new item", "an item", "a write", "a start", "vectors", "vectors to delete"],
)
def test_an_answer_that_breaks_off_is_not_an_empty_one(clients: Clients, call: Callable[[], object]) -> None:
    clients.answers = [(200, b'{"cut short": ')]
    with pytest.raises(ServiceBusy, match="ResponseParserError"):
        call()


@pytest.mark.parametrize(
    ("make", "call", "patience"),
    [
        (partial(Table, "t"), lambda table: table.get("r"), (5, 2)),
        (partial(Models, ["m"], print), lambda models: models.ask(QUESTION), (25, 1)),
        (partial(Models, ["m"], print, seconds=20), lambda models: models.ask(QUESTION), (20, 1)),
        (Polly, lambda polly: polly.mp3("x", **LEA), (15, 2)),
        (partial(Polly, read_timeout_seconds=6), lambda polly: polly.mp3("x", **LEA), (6, 2)),
        (partial(Bucket, "b"), lambda bucket: bucket.delete("k"), (10, 2)),
        (partial(Bucket, "b", attempts=4, read_timeout_seconds=4), lambda bucket: bucket.delete("k"), (4, 4)),
        (partial(Embedder, "m"), lambda embedder: embedder.embed("x"), (5, 2)),
        (partial(Embedder, "m", attempts=8), lambda embedder: embedder.embed("x"), (5, 8)),
        (partial(VectorIndex, VECTORS), lambda index: index.nearest([0.6], 4), (5, 2)),
    ],
    ids=[
        "usual",
        "models",
        "models on demand",
        "speech",
        "speech on demand",
        "bucket",
        "patient bucket",
        "embedder",
        "patient embedder",
        "vectors",
    ],
)
def test_a_client_is_made_once_at_the_first_call_with_few_attempts_and_a_timeout(
    clients: Clients, make: Callable[[], Any], call: Callable[[Any], object], patience: tuple[int, int]
) -> None:
    seconds, attempts = patience
    adapter = make()
    assert clients.settings == []
    clients.answers = [(500, b"")] * 2 * attempts
    for _ in range(2):
        with pytest.raises(ServiceBusy):
            call(adapter)
    assert clients.answers == []
    (settings,) = clients.settings
    assert (settings.connect_timeout, settings.read_timeout) == (2, seconds)
    assert settings.retries == {"mode": "standard", "total_max_attempts": attempts}
