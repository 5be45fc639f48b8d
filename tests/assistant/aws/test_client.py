"""Errors by type, for every service alike, and clients with explicit time-outs."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any
from unittest.mock import Mock

import pytest
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError, ReadTimeoutError
from botocore.retries import standard

from assistant.analysis.analyst import Analyst
from assistant.aws.bedrock import Models
from assistant.aws.client import calling, config, connect, expected, whole_answers
from assistant.aws.sns import Notification, Topic
from assistant.errors import NotFound, ServiceBusy, ServiceError, ServiceRefused
from assistant.reply import prompt
from assistant.reply.prompt import ReplyOrder
from assistant.request.archive import Archive
from assistant.request.categories import Category
from assistant.request.links import LinkSigner, Token
from assistant.request.priority import Priority, Sentiment
from assistant.request.step import Workflow
from assistant.request.table import RequestTable
from assistant.request.update import Update
from assistant.translation.translator import Translator
from assistant.voice.speech import Speaker
from assistant.voice.voices import Voice
from tests.assistant.aws.conftest import stubbed
from tests.assistant.stubs import BUSY_FAULTS, REFUSED_FAULTS, SECRET, client, error_codes, refuse, told

ORDER = ReplyOrder(
    company="Maison",
    language="fr",
    pivot_language="fr",
    customer_name="Grace",
    message=SECRET,
    translation=None,
    sentiment=Sentiment.NEUTRAL,
    scores=None,
    category=Category.GENERAL,
    priority=Priority.NORMAL,
    gestures=(),
)


@dataclass(frozen=True)
class Operation:
    """One operation that the functions call: the service, its name, our call, the service in our errors."""

    service: str
    name: str
    call: Callable[[Any], object]
    ours: str

    @property
    def method(self) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", self.name).lower()

    def code(self, code: str) -> str:
        return f"{self.ours}.{self.name}: {code}"

    def __str__(self) -> str:
        return self.name


OPERATIONS = [
    Operation(
        "translate", "TranslateText", lambda c: Translator(c).translate(SECRET, "en", "fr"), "translate"
    ),
    Operation("comprehend", "DetectDominantLanguage", lambda c: Analyst(c).languages(SECRET), "comprehend"),
    Operation("comprehend", "DetectSentiment", lambda c: Analyst(c).mood(SECRET, "en"), "comprehend"),
    Operation("comprehend", "DetectEntities", lambda c: Analyst(c).entities(SECRET, "en"), "comprehend"),
    Operation(
        "bedrock-runtime",
        "Converse",
        lambda c: Models(["m"], print, c).ask(prompt.question(ORDER)),
        "bedrock",
    ),
    Operation("polly", "SynthesizeSpeech", lambda c: Speaker(c).speak("req-1", SECRET, VOICE), "polly"),
    Operation(
        "dynamodb", "TransactWriteItems", lambda c: RequestTable("t", c).accept({"pk": "r"}), "dynamodb"
    ),
    Operation("dynamodb", "GetItem", lambda c: RequestTable("t", c).get("r"), "dynamodb"),
    Operation(
        "dynamodb", "UpdateItem", lambda c: RequestTable("t", c).update("r", Update({"a": 1})), "dynamodb"
    ),
    Operation("dynamodb", "Query", lambda c: list(RequestTable("t", c).open_requests("failed")), "dynamodb"),
    Operation("kms", "GenerateMac", lambda c: LinkSigner("k", c).sign(TOKEN, "r"), "kms"),
    Operation("kms", "VerifyMac", lambda c: LinkSigner("k", c).is_ours(TOKEN, "r"), "kms"),
    Operation("sns", "Publish", lambda c: Topic("a", c).publish(Notification("s", SECRET, {})), "sns"),
    Operation("stepfunctions", "StartExecution", lambda c: Workflow(MACHINE, c).start("r", 1), "states"),
    Operation("stepfunctions", "DescribeExecution", lambda c: Workflow(MACHINE, c).status("r", 1), "states"),
    Operation("s3", "PutObject", lambda c: Archive("b", c).put_transcript("r", SECRET), "s3"),
    Operation("s3", "HeadObject", lambda c: Archive("b", c).has_audio("r"), "s3"),
]
MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:Support"
TOKEN = Token("status", 1_800_000_000, b"m" * 32)
VOICE = Voice("Lea", "neural", "fr-FR")

# What the adapters answer themselves.
ANSWERED = {
    ("UpdateItem", "ConditionalCheckFailedException"),
    ("HeadObject", "NoSuchKey"),
    ("StartExecution", "ExecutionAlreadyExists"),
    ("DescribeExecution", "ExecutionDoesNotExist"),
    ("VerifyMac", "KMSInvalidMacException"),
}

BUSY = {
    "ThrottlingException",
    "ModelTimeoutException",
    "InternalServerException",
    "ServiceUnavailableException",
    "ModelNotReadyException",
    "ModelErrorException",
    "TooManyRequestsException",
    "ServiceFailureException",
    "TransactionInProgressException",
    "TransactionConflictException",
    "ReplicatedWriteConflictException",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "InternalServerError",
    "KMSInternalException",
    "KmsThrottlingException",
    "InternalError",
    "KMSThrottling",
    "ExecutionLimitExceeded",
}
"""Of the errors in the services' models, those that the same call may not meet again."""


def modelled() -> list[Any]:
    return [
        pytest.param(operation, code, status, id=f"{operation}-{code}")
        for operation in OPERATIONS
        for code, status in error_codes(client(operation.service), operation.name).items()
        if (operation.name, code) not in ANSWERED
    ]


@pytest.mark.parametrize(("operation", "code", "status"), modelled())
def test_every_modelled_error_has_its_type_and_says_its_code_alone(
    operation: Operation, code: str, status: int
) -> None:
    with stubbed(operation.service) as stub:
        refuse(stub, operation.method, code, status)
        with pytest.raises(ServiceError) as caught:
            operation.call(stub.client)
    assert type(caught.value) is (ServiceBusy if code in BUSY else ServiceRefused)
    assert str(caught.value) == operation.code(code)
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
def test_an_error_that_no_model_names_is_told_by_its_status_or_common_code(
    operation: Operation, code: str, status: int, kind: type[ServiceError]
) -> None:
    with stubbed(operation.service) as stub:
        refuse(stub, operation.method, code, status)
        with pytest.raises(kind, match=f"^{re.escape(operation.code(code))}$"):
            operation.call(stub.client)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
@pytest.mark.parametrize(
    ("fault", "kind"),
    [(fault, ServiceBusy) for fault in BUSY_FAULTS] + [(fault, ServiceRefused) for fault in REFUSED_FAULTS],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_silence_of_the_network_is_busy_and_a_call_that_cannot_be_made_is_refused(
    operation: Operation, fault: Exception, kind: type[ServiceError]
) -> None:
    with pytest.raises(kind) as caught:
        operation.call(stand_in(operation, Mock(side_effect=fault)))
    assert str(caught.value) == operation.code(type(fault).__name__)
    assert SECRET not in told(caught.value)


def stand_in(operation: Operation, method: Mock) -> Any:
    """Return a client whose one operation does what the Stubber cannot."""
    made = client(operation.service)
    setattr(made, operation.method, method)
    return made


SILENT = ("HeadObject", "Publish", "StartExecution", "PutObject", "TransactWriteItems", "GetItem")
"""Operations whose answer is not read, or may well be empty."""


@pytest.mark.parametrize("operation", [known for known in OPERATIONS if known.name not in SILENT], ids=str)
@pytest.mark.parametrize("answer", [{}, None, "text", {"ResponseMetadata": {"HTTPStatusCode": 200}}])
def test_an_answer_without_its_contents_is_busy(operation: Operation, answer: Any) -> None:
    with pytest.raises(ServiceBusy) as caught:
        operation.call(stand_in(operation, Mock(return_value=answer)))
    assert caught.value.code in ("MalformedAnswer.KeyError", "MalformedAnswer.TypeError")


def test_a_read_without_an_item_is_a_request_that_does_not_exist() -> None:
    with stubbed("dynamodb") as stub:
        stub.add_response("get_item", {})
        with pytest.raises(NotFound):
            RequestTable("t", stub.client).get("r")


def test_whatever_botocore_retries_is_busy_for_us_too() -> None:
    throttled = standard.ThrottledRetryableChecker._THROTTLED_ERROR_CODES
    transient = standard.TransientRetryableChecker._TRANSIENT_ERROR_CODES
    codes = {*throttled, *transient} - {"EC2ThrottledException"}
    for code in codes:
        with pytest.raises(ServiceBusy), calling("service", "Operation"):
            raise ClientError({"Error": {"Code": code}}, "Operation")


@pytest.mark.parametrize("response", [{}, {"Error": {}}])
def test_an_error_without_a_code_is_refused_as_unknown(response: dict[str, Any]) -> None:
    with pytest.raises(ServiceRefused, match=r"^s\.Op: Unknown$"), calling("s", "Op"):
        raise ClientError(response, "Op")


def test_our_own_errors_pass_as_they_are() -> None:
    with pytest.raises(NotFound), calling("s", "Op"):
        raise NotFound("There is no such request.")


def test_an_expected_error_is_told_by_its_code() -> None:
    error = ClientError({"Error": {"Code": "A"}}, "Op")
    assert expected(error, ("A", "B"))
    assert not expected(error, ("B",))


def test_a_client_waits_as_long_as_it_is_told_and_tries_twice() -> None:
    settings: Any = config(30)
    assert (settings.connect_timeout, settings.read_timeout) == (2, 30)
    assert settings.retries == {"mode": "standard", "total_max_attempts": 2}


@dataclass
class Raw:
    """What urllib3 hands to botocore."""

    content: bytes

    def stream(self, **_: object) -> Iterator[bytes]:
        yield self.content


CUT_SHORT = {
    "a new request": ("dynamodb", lambda client: RequestTable("t", client).accept({"pk": "r"})),
    "an item": ("dynamodb", lambda client: RequestTable("t", client).get("r")),
    "a start": ("stepfunctions", lambda client: Workflow("arn:stateMachine:m", client).start("r", 1)),
}


@pytest.mark.parametrize(("service", "call"), CUT_SHORT.values(), ids=CUT_SHORT)
def test_an_answer_that_breaks_off_is_not_an_empty_one(service: str, call: Callable[[Any], object]) -> None:
    broken = client(service)
    answer = AWSResponse("https://service.example.com", 200, {}, Raw(b'{"cut short": '))
    broken.meta.events.register("before-send", lambda **_: answer)
    with pytest.raises(ServiceBusy, match="ResponseParserError"):
        call(whole_answers(broken))


@pytest.mark.parametrize(
    ("service", "operation", "used"),
    [
        ("kms", "VerifyMac", {"kms_calls": 1}),
        ("s3", "PutObject", {"s3_puts": 1}),
        ("s3", "HeadObject", {"s3_gets": 1}),
        ("sns", "Publish", {"sns_publishes": 1}),
        ("states", "StartExecution", {}),
        ("s3", "PresignGetObject", {}),
    ],
)
def test_an_answered_call_is_counted_if_it_is_paid_for(
    service: str, operation: str, used: dict[str, int]
) -> None:
    METER.start({})
    with calling(service, operation):
        pass
    assert METER.used == used


def test_a_call_that_failed_is_not_paid_for() -> None:
    METER.start({})
    with suppress(ServiceBusy), calling("kms", "VerifyMac"):
        raise ReadTimeoutError(endpoint_url="https://kms.example.com")
    assert METER.used == {}


def test_what_the_sdk_repeats_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    METER.start({})
    client = connect("kms", config(1))
    raw = Mock(stream=lambda: [b"{}"])
    answers = iter(AWSResponse("", status, {}, raw) for status in (503, 200))
    client.meta.events.register("before-send.kms", lambda **_: next(answers))
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)
    with closing(client):
        client.describe_key(KeyId="k")
    assert METER.used == {"kms_retries": 1}
