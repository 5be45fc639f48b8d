"""A hostile web page against the running stack: nothing is done, and the product still serves other pages."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from local.commands.client import SupportApi
from local.environment.deployment import Deployment
from local.environment.endpoints import launch_proxy
from local.environment.processes import Server, stop, trusting
from local.standins.client import ProxyClient, StandinClient
from tests.hostile_page import (
    ON_THE_EMULATOR,
    ON_THE_STANDINS,
    Attempt,
    Outcome,
    Page,
    on_a_controlled_server,
)

pytestmark = pytest.mark.integration

ELSEWHERE = "https://attacker.example"
# `up` asks for it unsigned, as a page in an old browser can; the page cannot read the answer.
HEALTH = "/_ministack/health"


def attack(page: Page, attempts: tuple[Attempt, ...]) -> dict[str, Outcome]:
    """Return what was not refused, by attempt and way."""
    return {
        f"{attempt.method} {attempt.path} by {way}": outcome
        for attempt in attempts
        for way, outcome in page.outcomes(attempt)
        if not outcome.is_refused
    }


def test_the_emulator_does_nothing_for_it(deployment: Deployment) -> None:
    def state() -> tuple[set[str], list[str]]:
        functions = deployment.clients.client("lambda").get_paginator("list_functions").paginate()
        names = {one["FunctionName"] for page in functions for one in page["Functions"]}
        return names, sorted(deployment.clients.sqs.list_queues()["QueueUrls"])

    before = state()
    attempts = tuple(one for one in ON_THE_EMULATOR if one.path != HEALTH)
    assert attack(Page(deployment.endpoint_url, deployment.ca_bundle), attempts) == {}
    assert state() == before


def test_the_stand_ins_do_nothing_for_it(deployment: Deployment, standins: StandinClient) -> None:
    page = Page(deployment.ai_url)
    reads = [one for one in ON_THE_STANDINS if one.method == "GET"]
    others = tuple(one for one in ON_THE_STANDINS if one.method != "GET")
    assert attack(page, others) == {}
    # Unsigned reads have no effect: without fetch metadata they are answered, and the page cannot read that.
    for way in attack(page, tuple(reads)):
        assert way.endswith("image in a browser without fetch metadata")
    assert standins.faults() == {}
    assert standins.calls()["counts"] in ({}, {"polly": {"DescribeVoices": 1}})


@pytest.fixture
def proxy(deployment: Deployment, tmp_path: Path) -> Iterator[Server]:
    server = launch_proxy(deployment.endpoint_url, tmp_path, deployment.ca_bundle)
    try:
        server.wait()
        yield server
    finally:
        stop([server.process])


def test_the_proxy_does_nothing_for_it(proxy: Server) -> None:
    controls = tuple(one for one in on_a_controlled_server("/_proxy") if one.method != "GET")
    passed_on = tuple(one for one in ON_THE_EMULATOR if one.path != HEALTH)
    assert attack(Page(proxy.url, proxy.ca_bundle), (*controls, *passed_on)) == {}
    with ProxyClient(proxy.url, ca_bundle=proxy.ca_bundle) as control:
        assert control.faults() == {}


def test_the_api_and_its_audio_serve_every_page(api: SupportApi, deployment: Deployment) -> None:
    page = Page(deployment.endpoint_url, deployment.ca_bundle)
    path = deployment.api_url.removeprefix(deployment.endpoint_url)
    json = {"Content-Type": "application/json"}
    keyless = page.fetch(Attempt("POST", f"{path}/requests", "{}", json), ELSEWHERE)
    assert keyless.answer is not None, "the preflight was refused"
    assert keyless.is_readable
    assert keyless.answer.headers["content-type"] == "application/problem+json"
    accepted = api.submit(
        {"name": "Ana", "email": "ana@example.com", "message": "Bonjour, ma lampe est cassée et elle fuit."}
    )
    record = api.follow(accepted["status_url"])
    status = accepted["status_url"].removeprefix(deployment.endpoint_url)
    assert page.fetch(Attempt("GET", status), ELSEWHERE).is_readable
    audio = httpx.get(record["voice"]["url"], verify=trusting(deployment.ca_bundle), trust_env=False)
    where = audio.headers["location"].removeprefix(deployment.endpoint_url)
    # After a redirect to another origin a browser sends `Origin: null`.
    for headers in ({}, {"Range": "bytes=0-99"}):
        heard = page.fetch(Attempt("GET", where, headers=headers), "null")
        assert heard.is_readable
        assert heard.answer is not None
        assert heard.answer.headers["content-type"] == "audio/mpeg"
    forged = page.fetch(Attempt("GET", where[:-4] + "0000"), "null")
    assert forged.answer is not None
    assert forged.answer.status_code == 403
