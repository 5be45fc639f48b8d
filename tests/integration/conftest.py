"""The real stack, deployed once by the real CDK CLI into an emulator that checks roles and speaks TLS."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from local.environment import lifecycle as environment
from local.environment.deployment import Deployment
from local.standins.client import StandinClient
from tests.team import TeamApi


@dataclass(frozen=True)
class Deployed:
    """The deployment and its state folder."""

    deployment: Deployment
    state: Path


@pytest.fixture(scope="session")
def deployed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    state = tmp_path_factory.mktemp("state")
    try:
        # A tenth of the workflow's delays: long enough for a rate limit to drain.
        yield Deployed(environment.start(state, enforce_iam=True, wait_scale=0.1), state)
    finally:
        environment.stop(state)


@pytest.fixture(scope="session")
def deployment(deployed: Deployed) -> Deployment:
    return deployed.deployment


@pytest.fixture(scope="session")
def api(deployment: Deployment) -> Iterator[TeamApi]:
    with TeamApi(deployment) as api:
        yield api


@pytest.fixture
def standins(deployment: Deployment) -> Iterator[StandinClient]:
    with StandinClient(deployment.ai_url) as standins:
        standins.clear_faults()
        standins.reset_calls()
        yield standins
        standins.clear_faults()


@pytest.fixture(scope="session")
def economy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    """A stack that is as cheap as it can be: the economy profile, speech on demand."""
    state = tmp_path_factory.mktemp("economy")
    try:
        yield Deployed(environment.start(state, enforce_iam=True, wait_scale=0.1, env="local-economy"), state)
    finally:
        environment.stop(state)
