"""What a guarded server answers, and what not; a hostile page on a bare emulator that checks no role."""

import asyncio
from collections.abc import Callable
from typing import Any

import boto3
import httpx
import pytest
from botocore.config import Config

from local.environment.clients import Clients
from local.environment.emulator import Emulator
from local.environment.guard import Guard, is_presigned_read
from tests.hostile_page import ON_THE_EMULATOR, Attempt, Page

OWN = {"host": "127.0.0.1:4566"}
ELSEWHERE = "https://attacker.example"


def scope(method: str = "POST", path: str = "/", query: str = "", **headers: str) -> dict[str, Any]:
    named = {**OWN, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
    }


async def nobody(*_: Any) -> None:
    """An application that is never asked."""


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, None),
        ({"host": "localhost:4566"}, None),
        ({"host": "LOCALHOST:4566"}, None),
        ({"origin": "http://127.0.0.1:4566"}, None),
        ({"origin": "https://localhost:4566", "sec_fetch_site": "same-origin"}, None),
        ({"sec_fetch_site": "none"}, None),
        ({"host": "127.0.0.1"}, 421),
        ({"host": "127.0.0.1:4567"}, 421),
        ({"host": "attacker.example:4566"}, 421),
        ({"host": "127.0.0.1.attacker.example:4566"}, 421),
        ({"host": "bucket.localhost:4566"}, 421),
        ({"host": ""}, 421),
        ({"origin": ELSEWHERE}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"origin": "http://127.0.0.1:4567"}, 403),
        ({"origin": "http://127.0.0.1:4566.attacker.example"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
    ],
)
def test_own_address_and_no_foreign_page(headers: dict[str, str], status: int | None) -> None:
    refusal = Guard(nobody, [4566]).refusal(scope(**headers))
    assert (refusal and refusal[0]) == status


def test_what_is_public_is_open_to_every_page_but_not_under_every_name() -> None:
    guard = Guard(nobody, [4566], is_public=lambda asked: asked["path"] == "/open")
    assert guard.refusal(scope(path="/open", origin=ELSEWHERE)) is None
    assert guard.refusal(scope(path="/other", origin=ELSEWHERE)) is not None
    assert guard.refusal(scope(path="/open", host="attacker.example:4566")) is not None


SIGNED = "X-Amz-Signature=0&X-Amz-Expires=1&X-Amz-Security-Token=&response-content-type=x"


@pytest.mark.parametrize(
    ("request_", "reads"),
    [
        (scope("GET", "/bucket/a/key", SIGNED), True),
        (scope("HEAD", "/bucket/key", SIGNED), True),
        (scope("OPTIONS", "/bucket/key", SIGNED, access_control_request_method="GET"), True),
        (scope("OPTIONS", "/bucket/key", SIGNED, access_control_request_method="PUT"), False),
        (scope("OPTIONS", "/bucket/key", SIGNED), False),
        (scope("PUT", "/bucket/key", SIGNED), False),
        (scope("GET", "/bucket/key"), False),
        (scope("GET", "/bucket/", SIGNED), False),
        (scope("GET", "/_ministack/x", SIGNED), False),
        (scope("GET", "/bucket/key", f"{SIGNED}&Action=CreateQueue"), False),
    ],
)
def test_only_a_read_of_an_object_counts_as_a_presigned_read(request_: dict[str, Any], reads: bool) -> None:
    assert is_presigned_read(request_) is reads


def test_a_websocket_of_a_foreign_page_is_closed() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    asked = {**scope(origin=ELSEWHERE), "type": "websocket"}
    asyncio.run(Guard(nobody, [4566])(asked, nobody, send))
    assert sent == [{"type": "websocket.close", "code": 1008}]


@pytest.fixture
def names(clients: Clients) -> Callable[[], Any]:
    def found() -> Any:
        functions = clients.client("lambda").list_functions()["Functions"]
        queues = clients.sqs.list_queues().get("QueueUrls", [])
        buckets = clients.s3.list_buckets()["Buckets"]
        return {one["FunctionName"] for one in functions}, queues, {one["Name"] for one in buckets}

    return found


@pytest.mark.usefixtures("function", "outputs")
@pytest.mark.parametrize("attempt", ON_THE_EMULATOR, ids=lambda one: f"{one.method} {one.path[:40]}")
def test_a_hostile_page_gets_nothing_done(
    attempt: Attempt, emulator: Emulator, names: Callable[[], Any]
) -> None:
    before = names()
    health = attempt.path == "/_ministack/health"
    for way, outcome in Page(emulator.endpoint_url).outcomes(attempt):
        if health and way == "image in a browser without fetch metadata":
            continue  # `up` asks so whether it runs, and a page cannot read the answer
        assert outcome.is_refused, f"{way}: {outcome.answer}"
    assert names() == before


def test_no_answer_lets_other_pages_read_it(emulator: Emulator) -> None:
    answer = httpx.get(f"{emulator.endpoint_url}/_ministack/health", trust_env=False)
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_a_presigned_url_is_read_by_any_page_and_a_forged_one_by_none(
    clients: Clients, outputs: dict[str, str], emulator: Emulator
) -> None:
    bucket = outputs["BucketName"]
    clients.s3.put_object(Bucket=bucket, Key="a/b.mp3", Body=b"sound")
    signer: Any = boto3.Session().client(
        "s3",
        endpoint_url=emulator.endpoint_url,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(signature_version="s3v4"),
    )
    url = signer.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "a/b.mp3"}, ExpiresIn=60)
    path = url.removeprefix(emulator.endpoint_url)
    page = Page(emulator.endpoint_url)
    for origin in (ELSEWHERE, "null"):
        read = page.fetch(Attempt("GET", path), origin)
        assert read.is_readable
        assert read.answer is not None
        assert read.answer.content == b"sound"
        ranged = page.fetch(Attempt("GET", path, headers={"Range": "bytes=0-1"}), origin)
        assert ranged.answer is not None
        assert ranged.answer.content == b"so"
    forged = page.fetch(Attempt("GET", path[:-4] + "0000"), ELSEWHERE)
    assert forged.answer is not None
    assert forged.answer.status_code == 403
