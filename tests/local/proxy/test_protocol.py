"""A call is told by its signature, its target, its form or its path."""

import base64
import json
from urllib.parse import quote

import pytest
from botocore.loaders import Loader
from botocore.model import ServiceModel
from starlette.requests import Request

from local.proxy.protocol import KEYS, SERVICES, malformed, read, refusal

SCOPE = "AWS4-HMAC-SHA256 Credential=AKID/20261123/us-east-1/{}/aws4_request, SignedHeaders=host"


def request(
    service: str, method: str = "POST", path: str = "/", target: str = "", query: str = ""
) -> Request:
    headers = [(b"x-amz-target", target.encode())]
    if service:
        headers.append((b"authorization", SCOPE.format(service).encode()))
    return Request(
        {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": headers}
    )


@pytest.mark.parametrize(
    ("call", "body", "operation"),
    [
        (request("dynamodb", target="DynamoDB_20120810.GetItem"), b"{}", "GetItem"),
        (request("states", target="AWSStepFunctions.StartExecution"), b"{}", "StartExecution"),
        (request("sns"), b"Action=Publish&Message=a", "Publish"),
        (request("s3", "PUT", "/bucket/a/b"), b"", "PutObject"),
        (request("s3", "GET", "/bucket/a"), b"", "GetObject"),
        (request("s3", "GET", "/bucket"), b"", ""),
    ],
)
def test_an_operation_is_read_as_its_protocol_names_it(call: Request, body: bytes, operation: str) -> None:
    read_as = read(call, body)
    assert (read_as.operation, read_as.caller) == (operation, "AKID")


def test_a_presigned_call_names_its_service_in_the_query() -> None:
    query = f"X-Amz-Credential={quote('AKID/20261123/us-east-1/s3/aws4_request', safe='')}&X-Amz-Expires=1"
    call = read(request("", "GET", "/bucket/key", query=query), b"")
    assert (call.service, call.operation, call.caller) == (SERVICES["s3"], "GetObject", "AKID")


@pytest.mark.parametrize("service", ["", "lambda", "logs"])
def test_other_calls_are_none_of_its_business(service: str) -> None:
    assert read(request(service), b"").service is None


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"Message": base64.b64encode(b"v1.audio.1.req-1").decode()}, "req-1"),
        ({"Message": "%"}, '"Message": "%"'),
        ({}, "{}"),
    ],
)
def test_what_kms_signs_can_be_read(body: dict[str, str], says: str) -> None:
    assert says in read(request("kms", target="TrentService.GenerateMac"), json.dumps(body).encode()).text


@pytest.mark.parametrize("name", SERVICES)
def test_refusals_quote_no_input(name: str) -> None:
    for error in ("throttled", "500", "denied"):
        answer = refusal(SERVICES[name], error, "Publish")
        assert answer.status_code >= 400
        assert b"The proxy lets" in answer.body
    assert malformed(SERVICES[name], "Publish").status_code == 200


CLIENTS = {"states": "stepfunctions"}


@pytest.mark.parametrize("name", SERVICES)
def test_the_services_have_these_operations(name: str) -> None:
    client = CLIENTS.get(name, name)
    model = ServiceModel(Loader().load_service_model(client, "service-2"), client)
    assert set(SERVICES[name].operations) <= set(model.operation_names)
    assert model.signing_name == name


def test_faults_can_be_set_for_a_service_or_one_operation() -> None:
    assert {"s3", "s3.PutObject", "dynamodb.TransactWriteItems", "states.StartExecution"} <= set(KEYS)
