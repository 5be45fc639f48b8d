"""Calls are signed anew and passed on as they came."""

import asyncio
import json

import httpx
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials, ReadOnlyCredentials

from local.proxy.forward import CLIENT_NAMES, Forwarder, application

OWN = ReadOnlyCredentials("AKIDREAL", "real", "session")


def call(forwarder: Forwarder, path: str, headers: dict[str, str], content: bytes = b"") -> httpx.Response:
    async def post() -> httpx.Response:
        server = httpx.ASGITransport(application(forwarder))
        async with httpx.AsyncClient(transport=server, base_url="http://127.0.0.1") as client:
            return await client.post(path, headers=headers, content=content)

    return asyncio.run(post())


class Services:
    """The real services' place: keeps what reached it."""

    def __init__(self) -> None:
        self.seen: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        return httpx.Response(200, json={"TranslatedText": "Bonjour"}, headers={"x-amzn-requestid": "7"})


def forwarder(services: Services) -> Forwarder:
    endpoints = {name: f"https://{name}.eu-west-1.amazonaws.com" for name in CLIENT_NAMES}
    return Forwarder(
        endpoints, "eu-west-1", lambda: OWN, httpx.AsyncClient(transport=httpx.MockTransport(services))
    )


def signed(service: str, path: str) -> dict[str, str]:
    request = AWSRequest(
        "POST", f"http://127.0.0.1{path}", {"x-amz-target": "T.TranslateText"}, b'{"Text": "Hello"}'
    )
    SigV4Auth(Credentials("000000000000", "test"), service, "us-east-1").add_auth(request)
    return dict(request.headers.items())


def test_a_call_reaches_its_service_signed_with_the_developers_credentials() -> None:
    services = Services()
    answer = call(forwarder(services), "/", signed("translate", "/"), b'{"Text": "Hello"}')
    assert (answer.json(), answer.headers["x-amzn-requestid"]) == ({"TranslatedText": "Bonjour"}, "7")
    sent = services.seen[0]
    assert str(sent.url) == "https://translate.eu-west-1.amazonaws.com/"
    assert sent.headers["authorization"].count("AWS4-HMAC-SHA256") == 1
    assert "Credential=AKIDREAL/" in sent.headers["authorization"]
    assert "/eu-west-1/translate/aws4_request" in sent.headers["authorization"]
    assert sent.headers["x-amz-security-token"] == "session"
    assert sent.headers["x-amz-target"] == "T.TranslateText"
    assert json.loads(sent.content) == {"Text": "Hello"}


def test_a_models_path_is_passed_on_without_being_decoded() -> None:
    services = Services()
    path = "/model/amazon.nova-lite-v1%3A0/converse"
    call(forwarder(services), path, signed("bedrock", path), b"{}")
    assert services.seen[0].url.raw_path == path.encode()


def test_bedrocks_control_plane_is_recognized_by_its_path() -> None:
    services = Services()
    for path in ("/foundation-models/amazon.nova-lite", "/inference-profiles/us.amazon.nova-lite"):
        call(forwarder(services), path, signed("bedrock", path))
    assert {str(sent.url.host) for sent in services.seen} == {"bedrock-catalog.eu-west-1.amazonaws.com"}
    assert all("/eu-west-1/bedrock/aws4_request" in sent.headers["authorization"] for sent in services.seen)


def test_the_query_is_passed_on() -> None:
    services = Services()
    path = "/v1/voices?NextToken=more%20of%20it"
    call(forwarder(services), path, signed("polly", path))
    assert services.seen[0].url.raw_path == path.encode()


def test_an_unsigned_call_and_another_service_are_refused() -> None:
    services = Services()
    assert call(forwarder(services), "/", {}).status_code == 400
    assert call(forwarder(services), "/", signed("s3", "/")).status_code == 400
    assert services.seen == []


def test_a_service_that_cannot_be_reached_is_a_503_that_the_functions_retry() -> None:
    def unreachable(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    client = httpx.AsyncClient(transport=httpx.MockTransport(unreachable))
    broken = Forwarder({"polly": "https://polly.invalid"}, "eu-west-1", lambda: OWN, client)
    answer = call(broken, "/v1/speech", signed("polly", "/v1/speech"))
    assert answer.status_code == 503
