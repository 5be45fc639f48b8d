"""Speech on demand: made once, by whoever asks first, for everybody, and not by opening a link."""

import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from local.commands.audio import listen
from local.commands.client import Record
from local.standins.client import StandinClient
from tests.integration.conftest import Deployed
from tests.integration.test_answers import ANGRY
from tests.team import TeamApi

pytestmark = pytest.mark.integration

BODY = {"name": "Grace O'Neill", "email": "grace@example.com", "message": ANGRY}


@dataclass
class Economy:
    """The deployed stack, its API, its stand-ins, and a caller that follows links."""

    deployed: Deployed
    api: TeamApi
    standins: StandinClient
    http: httpx.Client

    def ask(self) -> tuple[str, Record]:
        """Send a message; return its status link, and the record of its answer."""
        link = self.api.submit(BODY)["status_url"]
        record = self.api.follow(link)
        assert record["status"] == "completed"
        return link, record

    def click(self, record: Record) -> httpx.Response:
        """Ask for the audio, as the page's button does."""
        return self.http.post(record["voice"]["url"], follow_redirects=True)

    def erase(self, link: str) -> int:
        return self.http.delete(self.api.erase_link(link)).status_code

    def clicks(self, record: Record, count: int) -> list[httpx.Response]:
        with ThreadPoolExecutor(count) as callers:
            return list(callers.map(lambda _: self.click(record), range(count)))

    def spoken(self) -> int:
        counts = self.standins.calls()["counts"]
        return int(counts.get("polly", {}).get("SynthesizeSpeech", 0))

    def item(self, record: Record) -> dict[str, Any]:
        table = self.deployed.deployment.clients.dynamodb.Table(self.deployed.deployment.table)
        return dict(table.get_item(Key={"pk": record["request_id"]}, ConsistentRead=True)["Item"])

    def lease(self, record: Record, seconds: int) -> None:
        """Give the lease to one who will never speak."""
        self.deployed.deployment.clients.dynamodb.Table(self.deployed.deployment.table).update_item(
            Key={"pk": record["request_id"]},
            UpdateExpression="SET audio_lease = :lease",
            ExpressionAttributeValues={":lease": {"by": "dead", "until": int(time.time()) + seconds}},
        )

    def audio_keys(self, record: Record) -> list[str]:
        found = self.deployed.deployment.clients.s3.list_objects_v2(
            Bucket=self.deployed.deployment.bucket, Prefix=f"audio-responses/{record['request_id']}"
        )
        return [one["Key"] for one in found.get("Contents", ())]


@pytest.fixture
def stack(economy: Deployed) -> Iterator[Economy]:
    deployment = economy.deployment
    trust = ssl.create_default_context(cafile=deployment.ca_bundle)
    with (
        TeamApi(deployment) as api,
        StandinClient(deployment.ai_url) as standins,
        httpx.Client(verify=trust, trust_env=False, timeout=60) as http,
    ):
        standins.clear_faults()
        standins.reset_calls()
        yield Economy(economy, api, standins, http)
        standins.clear_faults()


def test_ten_who_open_the_link_at_once_hear_what_was_spoken_once(stack: Economy) -> None:
    link, record = stack.ask()
    assert record["voice"]["status"] == "on_demand"
    assert "polly" not in record["usage"]
    assert stack.spoken() == 0
    assert stack.audio_keys(record) == []
    answers = stack.clicks(record, 10)
    assert [answer.status_code for answer in answers] == [200] * 10
    assert len({answer.content for answer in answers}) == 1
    assert listen(answers[0].content).seconds > 5
    assert stack.spoken() == 1
    heard = stack.api.record(link)
    assert heard["voice"] == {**record["voice"], "status": "ready"}
    assert heard["degraded"] == record["degraded"]
    assert heard["usage"]["polly"]["calls"] == 1
    assert heard["usage"]["api"]["calls"] > record["usage"]["api"]["calls"]
    assert "audio_lease" not in stack.item(record)
    assert stack.click(record).content == answers[0].content
    assert stack.spoken() == 1


def test_a_link_that_is_opened_costs_nothing(stack: Economy) -> None:
    """Scanners of mails open links, and people's browsers look ahead."""
    _, record = stack.ask()
    url = record["voice"]["url"]
    for answer in (stack.http.get(url), stack.http.head(url)):
        assert answer.status_code == 409
        assert answer.headers["content-type"] == "application/problem+json"
    page = stack.http.get(url, headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<form method="post"><button>Listen to the reply</button></form>' in page.text
    assert (stack.spoken(), stack.audio_keys(record)) == (0, [])
    assert stack.http.post(url).status_code == 303
    assert stack.http.get(url).status_code == 302
    assert stack.spoken() == 1


@pytest.mark.full  # it waits for as long as a caller may
def test_while_polly_is_silent_everybody_is_told_when_to_come_back(stack: Economy) -> None:
    _, record = stack.ask()
    stack.standins.set_faults({"polly": {"latency_seconds": 40}})
    started = time.monotonic()
    answers = stack.clicks(record, 3)
    assert time.monotonic() - started < 29, "API Gateway would have given up"
    assert [answer.status_code for answer in answers] == [503] * 3
    assert all(int(answer.headers["retry-after"]) > 0 for answer in answers)
    assert "audio_lease" not in stack.item(record)
    stack.standins.clear_faults()
    assert stack.click(record).status_code == 200


@pytest.mark.parametrize("error", ["disconnect", "500", "throttled"])
def test_a_caller_that_fails_does_not_keep_the_next_one_out(stack: Economy, error: str) -> None:
    _, record = stack.ask()
    stack.standins.set_faults({"polly": {"error": error}})
    assert stack.click(record).status_code == 503
    stack.standins.clear_faults()
    started = time.monotonic()
    assert stack.click(record).status_code == 200
    assert time.monotonic() - started < 10


def test_one_who_waits_takes_over_from_a_caller_that_died(stack: Economy) -> None:
    _, record = stack.ask()
    stack.lease(record, 3)
    assert [answer.status_code for answer in stack.clicks(record, 2)] == [200, 200]
    assert stack.spoken() == 1


def test_what_polly_will_not_speak_is_said_once_and_for_all(stack: Economy) -> None:
    link, record = stack.ask()
    stack.standins.set_faults({"polly": {"error": "denied"}})
    assert stack.click(record).status_code == 404
    stack.standins.clear_faults()
    assert stack.click(record).status_code == 404
    told = stack.api.record(link)
    reason = "polly.SynthesizeSpeech: AccessDeniedException"
    assert told["voice"] == {"status": "unavailable", "reason": reason}
    assert {"step": "voice", "reason": reason} in told["degraded"]


def test_an_erased_request_is_silent(stack: Economy) -> None:
    link, record = stack.ask()
    assert stack.click(record).status_code == 200
    assert stack.erase(link) == 204
    assert stack.click(record).status_code == 410
    assert stack.audio_keys(record) == []


def test_a_request_that_is_erased_while_it_is_spoken_leaves_nothing(stack: Economy) -> None:
    link, record = stack.ask()
    stack.standins.set_faults({"polly": {"latency_seconds": 3}})
    with ThreadPoolExecutor(1) as caller:
        click = caller.submit(stack.click, record)
        deadline = time.monotonic() + 20
        while "audio_lease" not in stack.item(record):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert stack.erase(link) == 204
        assert click.result().status_code == 410
    assert stack.spoken() == 1
    assert stack.audio_keys(record) == []
