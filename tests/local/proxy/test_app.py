"""Calls pass unchanged; those that a fault befalls fail as the service itself would."""

import ssl
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError, ReadTimeoutError

from local.environment.clients import Clients
from tests.local.proxy.conftest import Proxied


def client(proxied: Proxied, service: str, **config: Any) -> Any:
    """Return a client that asks once."""
    once = Config(retries={"total_max_attempts": 1}, proxies={}, s3={"addressing_style": "path"}, **config)
    options = {**proxied.clients.options, "config": once}
    session: Any = proxied.clients.session
    return session.client(service, **options)


CALLS: dict[str, tuple[str, Callable[[Any, dict[str, str]], Any]]] = {
    "s3.PutObject": (
        "s3",
        lambda c, o: c.put_object(Bucket=o["BucketName"], Key="a/b c.txt", Body=b"x" * 9000),
    ),
    "dynamodb.UpdateItem": (
        "dynamodb",
        lambda c, o: c.update_item(
            TableName=o["TableName"],
            Key={"pk": {"S": "r"}},
            UpdateExpression="ADD n :one",
            ExpressionAttributeValues={":one": {"N": "1"}},
            ReturnValues="ALL_NEW",
        ),
    ),
    "sns.Publish": ("sns", lambda c, o: c.publish(TopicArn=o["TeamTopicArn"], Message="Zoé & Co")),
    "states.StartExecution": (
        "stepfunctions",
        lambda c, o: c.start_execution(stateMachineArn=o["StateMachineArn"]),
    ),
    "kms.GenerateMac": (
        "kms",
        lambda c, o: c.generate_mac(
            KeyId=c.create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")["KeyMetadata"]["KeyId"],
            MacAlgorithm="HMAC_SHA_256",
            Message=b"req-1",
        ),
    ),
}
CODES = {
    "s3.PutObject": {
        "throttled": ("SlowDown", 503),
        "500": ("InternalError", 500),
        "denied": ("AccessDenied", 403),
    },
    "dynamodb.UpdateItem": {
        "throttled": ("ProvisionedThroughputExceededException", 400),
        "500": ("InternalServerError", 500),
        "denied": ("AccessDeniedException", 400),
    },
    "sns.Publish": {
        "throttled": ("Throttling", 400),
        "500": ("InternalError", 500),
        "denied": ("AuthorizationError", 403),
    },
    "states.StartExecution": {
        "throttled": ("ThrottlingException", 400),
        "500": ("InternalServerError", 500),
        "denied": ("AccessDeniedException", 400),
    },
    "kms.GenerateMac": {
        "throttled": ("ThrottlingException", 400),
        "500": ("KMSInternalException", 500),
        "denied": ("AccessDeniedException", 400),
    },
}


@pytest.mark.parametrize("key", CALLS)
def test_a_call_is_forwarded_and_logged(key: str, proxied: Proxied, outputs: dict[str, str]) -> None:
    service, call = CALLS[key]
    call(client(proxied, service), outputs)
    noted = proxied.control.calls()["calls"][-1]
    assert (f"{noted['service']}.{noted['operation']}", noted["status"]) == (key, 200)
    assert noted["access_key_id"] == "test"


@pytest.mark.parametrize("key", CALLS)
@pytest.mark.parametrize("error", ["throttled", "500", "denied"])
def test_errors_have_the_services_names(
    key: str, error: str, proxied: Proxied, outputs: dict[str, str]
) -> None:
    service, call = CALLS[key]
    proxied.control.set_faults({key: {"error": error}})
    with pytest.raises(ClientError) as caught:
        call(client(proxied, service), outputs)
    answer = caught.value.response
    assert (answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"]) == CODES[key][error]


def test_an_object_arrives_byte_for_byte(proxied: Proxied, clients: Clients, outputs: dict[str, str]) -> None:
    body = bytes(range(256)) * 300
    where = {"Bucket": outputs["BucketName"], "Key": "audio/ü 1.mp3"}
    proxied.clients.s3.put_object(**where, Body=body, ContentType="audio/mpeg")
    stored = clients.s3.get_object(**where)
    assert (stored["Body"].read(), stored["ContentType"]) == (body, "audio/mpeg")
    assert proxied.clients.s3.head_object(**where)["ContentLength"] == len(body)


def test_a_presigned_url_leads_through_it(proxied: Proxied, outputs: dict[str, str]) -> None:
    where = {"Bucket": outputs["BucketName"], "Key": "presigned"}
    proxied.clients.s3.put_object(**where, Body=b"0123456789")
    url = client(proxied, "s3", signature_version="s3v4").generate_presigned_url("get_object", Params=where)
    verify = ssl.create_default_context(cafile=str(proxied.endpoint.ca_bundle))
    answer = httpx.get(url, headers={"Range": "bytes=2-4"}, verify=verify, trust_env=False)
    assert (answer.status_code, answer.content) == (206, b"234")
    assert proxied.control.calls()["calls"][-1]["operation"] == "GetObject"


def count(clients: Clients, outputs: dict[str, str]) -> int:
    """Return how often the update took effect."""
    item = clients.dynamodb.meta.client.get_item(TableName=outputs["TableName"], Key={"pk": "r"})
    return int(str(item.get("Item", {"n": 0})["n"]))


@pytest.mark.parametrize(("error", "executed"), [("disconnect", 0), ("answer_lost", 1)])
def test_a_connection_is_lost_before_or_after_the_call_took_effect(
    error: str, executed: int, proxied: Proxied, clients: Clients, outputs: dict[str, str]
) -> None:
    before = count(clients, outputs)
    proxied.control.set_faults({"dynamodb.UpdateItem": {"error": error, "error_count": 1}})
    with pytest.raises(ConnectionClosedError):
        CALLS["dynamodb.UpdateItem"][1](client(proxied, "dynamodb"), outputs)
    assert count(clients, outputs) == before + executed
    CALLS["dynamodb.UpdateItem"][1](client(proxied, "dynamodb"), outputs)


def test_a_time_out_lasts_until_the_client_gives_up(proxied: Proxied, outputs: dict[str, str]) -> None:
    proxied.control.set_faults({"sns": {"error": "timeout"}})
    with pytest.raises(ReadTimeoutError):
        CALLS["sns.Publish"][1](client(proxied, "sns", read_timeout=0.3), outputs)


def test_a_malformed_answer_is_a_success_that_breaks_off(proxied: Proxied, outputs: dict[str, str]) -> None:
    proxied.control.set_faults({"dynamodb": {"error": "malformed"}})
    answer = CALLS["dynamodb.UpdateItem"][1](client(proxied, "dynamodb"), outputs)
    assert list(answer) == ["ResponseMetadata"]


def test_a_malformed_answer_without_a_body_cannot_be_read(proxied: Proxied, outputs: dict[str, str]) -> None:
    proxied.control.set_faults({"s3": {"error": "malformed"}})
    with pytest.raises(ValueError, match="timestamp"):
        proxied.clients.s3.head_object(Bucket=outputs["BucketName"], Key="absent")


def test_a_fault_can_be_limited_to_an_operation_or_a_caller(
    proxied: Proxied, outputs: dict[str, str]
) -> None:
    faults = {
        "kms.GenerateMac#one": {"error": "denied", "containing": "req-1"},
        "sns.Publish#one": {"error": "denied", "caller": "somebody else"},
    }
    proxied.control.set_faults(faults)
    CALLS["sns.Publish"][1](client(proxied, "sns"), outputs)
    with pytest.raises(ClientError):
        CALLS["kms.GenerateMac"][1](client(proxied, "kms"), outputs)
    assert proxied.control.met() == {"kms.GenerateMac#one": 1, "sns.Publish#one": 0}


def test_what_is_not_aws_passes_too(proxied: Proxied) -> None:
    verify = ssl.create_default_context(cafile=str(proxied.endpoint.ca_bundle))
    url = f"{proxied.endpoint.url}/_ministack/health"
    assert httpx.get(url, verify=verify, trust_env=False).status_code == 200
