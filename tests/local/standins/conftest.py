"""The stand-ins as a running server, and real boto3 clients that talk to it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config

from local.standins.client import StandinClient
from tests.local.conftest import serving_standins

SAMPLES = Path(__file__).parents[3] / "local" / "commands" / "samples.json"


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    with serving_standins() as address:
        yield address


@pytest.fixture(scope="session")
def _standins(url: str) -> Iterator[StandinClient]:
    with StandinClient(url) as client:
        yield client


@pytest.fixture
def standins(_standins: StandinClient) -> Iterator[StandinClient]:
    _standins.reset_calls()
    yield _standins
    _standins.clear_faults()


@pytest.fixture(scope="session")
def make_client(url: str) -> Callable[..., Any]:
    def make(service: str, **config: Any) -> Any:
        settings = Config(retries={"total_max_attempts": 1}, connect_timeout=5, proxies={}, **config)
        session: Any = boto3.Session("AKIDTEST", "secret", region_name="us-east-1")
        return session.client(service, endpoint_url=url, config=settings)

    return make


@pytest.fixture(scope="session")
def clients(make_client: Callable[..., Any]) -> dict[str, Any]:
    names = ("translate", "comprehend", "bedrock-runtime", "polly", "bedrock", "service-quotas", "s3vectors")
    return {name: make_client(name) for name in names}


@pytest.fixture
def translate(standins: StandinClient, clients: dict[str, Any]) -> Any:
    return clients["translate"]


@pytest.fixture
def comprehend(standins: StandinClient, clients: dict[str, Any]) -> Any:
    return clients["comprehend"]


@pytest.fixture
def bedrock(standins: StandinClient, clients: dict[str, Any]) -> Any:
    return clients["bedrock-runtime"]


@pytest.fixture
def polly(standins: StandinClient, clients: dict[str, Any]) -> Any:
    return clients["polly"]


@pytest.fixture
def s3vectors(standins: StandinClient, clients: dict[str, Any]) -> Any:
    return clients["s3vectors"]


@pytest.fixture(scope="session")
def samples() -> dict[str, dict[str, Any]]:
    return {sample["id"]: sample for sample in json.loads(SAMPLES.read_text("utf-8"))["messages"]}
