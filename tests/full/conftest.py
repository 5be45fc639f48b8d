"""The stack that the long suites share: roles checked, a proxy before the emulator."""

from collections.abc import Iterator

import pytest

from local.commands.client import SupportApi
from local.environment.deployment import Deployment
from local.standins.client import StandinClient
from tests.full.stack import Stack, running
from tests.integration.conftest import Deployed


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with running(tmp_path_factory.mktemp("full")) as stack:
        yield stack


@pytest.fixture(scope="session")
def deployed(stack: Stack) -> Deployed:
    return Deployed(stack.deployment, stack.state)


@pytest.fixture(scope="session")
def deployment(stack: Stack) -> Deployment:
    return stack.deployment


@pytest.fixture(scope="session")
def api(stack: Stack) -> SupportApi:
    return stack.api


@pytest.fixture
def standins(stack: Stack) -> Iterator[StandinClient]:
    stack.standins.clear_faults()
    stack.standins.reset_calls()
    yield stack.standins
    stack.standins.clear_faults()
