"""What operators may look at holds ids, codes and numbers; nothing of what was written or is secret."""

import json
import time
from typing import Any

import httpx
import pytest

from local.commands.client import Record, SupportApi
from local.commands.trace import history
from local.standins.client import StandinClient
from tests.integration.conftest import Deployed
from tests.integration.test_refusals import http
from tests.integration.traces import dead_letters, left_behind

__all__ = ["http"]

pytestmark = pytest.mark.integration

MARK = "zqxwv"
"""Stands in everything that a customer of these tests writes, and nowhere else."""

BODY = {
    "name": "Zqxwvname Lefèvre",
    "email": "zqxwvmail@marker.example",
    "message": "I am really upset. The zqxwvmachine that you delivered to 7 Zqxwvstreet is cracked. "
    "Nobody has answered my two emails. I want a refund, this is not acceptable!",
}
LOST = "req-20261123-000000-zqqqqqqqqqqq"


@pytest.fixture(scope="module")
def records(deployed: Deployed, api: SupportApi) -> list[Record]:
    """Requests that are answered, answered with less, failed, lost and refused."""
    found = [api.follow(api.submit(BODY, idempotency_key="Zqxwvkey")["status_url"])]
    with StandinClient(deployed.deployment.ai_url) as standins:
        for faults in (
            {"bedrock.Converse": {"reply": "prompt_leak"}, "polly": {"error": "denied"}},
            {"translate": {"error": "denied"}, "comprehend": {"error": "denied"}},
        ):
            standins.set_faults(faults)
            found.append(api.follow(api.submit(BODY)["status_url"]))
        standins.clear_faults()
    _fail(deployed)
    api.audio(found[0]["voice"]["url"])
    return found


def _fail(deployed: Deployed) -> None:
    """Start requests that cannot be answered: one that lacks a field, and one that is not there."""
    deployment = deployed.deployment
    broken = {
        "pk": "req-20261123-000001-zqqqqqqqqqqq",
        "status": "processing",
        "open_status": "processing",
        "attempt": 1,
        "received_at": "2026-11-23T00:00:01.000Z",
        "customer": {"name": BODY["name"], "email": BODY["email"]},
        "message": {"original": BODY["message"]},
        "degraded": {},
        "timings_ms": {},
    }
    deployment.clients.dynamodb.Table(deployment.table).put_item(Item=broken)
    for request_id in (LOST, str(broken["pk"])):
        deployment.clients.stepfunctions.start_execution(
            stateMachineArn=deployment.state_machine_arn,
            name=request_id,
            input=json.dumps({"request_id": request_id, "attempt": 1}),
        )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        ended = [
            history.executions(deployment.clients, deployment.state_machine_arn, one)[0].status
            for one in (LOST, str(broken["pk"]))
        ]
        if "RUNNING" not in ended:
            break
        time.sleep(0.2)
    assert ended == ["FAILED", "FAILED"]


@pytest.fixture(scope="module")
def refusals(http: httpx.Client, api: SupportApi, deployed: Deployed) -> list[httpx.Response]:
    """Calls that are refused, each with something personal in it."""
    key = {"x-api-key": deployed.deployment.api_key, "content-type": "application/json"}
    bodies: list[Any] = [
        {**BODY, "email": "zqxwvmail"},
        {**BODY, "name": "Zqxwv\u0007name"},
        {**BODY, "message": "zqxwv" * 1_200},
        {**BODY, "language": ["zqxwv"]},
        {**BODY, "zqxwv field": "zqxwv"},
    ]
    contents = [json.dumps(body).encode() for body in bodies]
    contents += [
        b'{"name": "zqxwv',
        b'{"zqxwv x": "\xff"}',
        b'"zqxwv"',
        b'{"name": "zqxwv", "name": "zqxwv"}',
    ]
    answers = [http.post("/requests", content=content, headers=key) for content in contents]
    answers += [
        http.post("/requests", content=contents[0], headers={"x-api-key": "zqxwvkey"}),
        http.post("/requests", content=contents[0], headers={**key, "content-type": "text/zqxwv"}),
        http.post("/requests", json=BODY, headers={**key, "idempotency-key": "zqxwv key"}),
        http.get("/requests/zqxwvmail@marker.example?t=zqxwvtoken"),
        http.get("/requests/req-20261123-000002-zqqqqqqqqqqq/audio?t=zqxwvtoken"),
        http.get("/zqxwv/zqxwvmail@marker.example?name=zqxwvname"),
    ]
    return answers


def test_the_paths_were_taken(records: list[Record], deployed: Deployed) -> None:
    normal, no_model, no_analysis = records
    assert (normal["status"], normal["analysis"]["priority"], normal["degraded"]) == ("completed", "HIGH", [])
    assert {one["step"] for one in no_model["degraded"]} == {"reply", "voice"}
    assert {one["step"] for one in no_analysis["degraded"]} >= {"sentiment", "translation", "personal_data"}
    assert any(LOST in letter for letter in dead_letters(deployed))


def test_no_refusal_repeats_what_was_sent(refusals: list[httpx.Response]) -> None:
    assert all(400 <= answer.status_code < 500 for answer in refusals)
    assert [answer.text for answer in refusals if MARK in answer.text.casefold()] == []


@pytest.mark.usefixtures("refusals")
def test_operators_see_nothing_that_was_written_and_no_secret(
    records: list[Record], deployed: Deployed
) -> None:
    secrets = [MARK, deployed.deployment.api_key, "t=v1.", "v1.status.", "v1.audio."]
    for record in records:
        secrets += [line.casefold() for line in record["reply"]["text"].splitlines() if len(line) > 20]
    places = left_behind(deployed)
    assert {place.split()[0] for place in places} == {"log", "execution", "notification", "dead"}
    shown = {
        place: [secret for secret in secrets if secret in text.casefold()] for place, text in places.items()
    }
    assert {place: secret for place, secret in shown.items() if secret} == {}
