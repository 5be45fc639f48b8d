"""The watch of production, on an emulator of its own: it sees what a customer sees, and leaves nothing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from local.environment import lifecycle
from local.environment.deployment import Deployment
from local.environment.inbox import collect
from local.environment.site import function_names
from local.environment.state import StateFolder
from local.standins.client import StandinClient

pytestmark = [pytest.mark.integration, pytest.mark.full]


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("watch")


@pytest.fixture(scope="module")
def production(state: Path) -> Iterator[Deployment]:
    yield lifecycle.start(state, wait_scale=0.1, env="prod", enforce_iam=True)
    lifecycle.stop(state)


def looked(deployment: Deployment) -> dict[str, Any]:
    """Have the deployed function look once; return its answer."""
    name = function_names(deployment.clients, deployment.stack)["Watch"]
    answer = deployment.clients.client("lambda").invoke(FunctionName=name, Payload=b"{}")
    said: dict[str, Any] = json.load(answer["Payload"])
    assert "FunctionError" not in answer, said
    return said


def kept(deployment: Deployment) -> list[dict[str, Any]]:
    """Return the requests that the table has, the stubs of erased ones among them."""
    items = deployment.clients.dynamodb.Table(deployment.table).scan()["Items"]
    return [dict(item) for item in items if str(item["pk"]).startswith("req-")]


def test_a_desk_that_answers_passes_and_neither_the_team_nor_the_archive_has_a_word_of_it(
    production: Deployment, state: Path
) -> None:
    assert looked(production) == {"failed": 0}
    assert {item["status"] for item in kept(production)} == {"erased"}
    assert collect(production.clients, StateFolder(state).inbox) == []
    objects = production.clients.s3.list_objects_v2(Bucket=production.bucket)
    assert not [one["Key"] for one in objects.get("Contents", ()) if "req-" in one["Key"]]


def test_a_voice_that_fails_is_a_failure_and_the_request_is_erased_all_the_same(
    production: Deployment,
) -> None:
    with StandinClient(production.ai_url) as standins:
        standins.set_faults({"polly": {"error": "denied"}})
        try:
            assert looked(production) == {"failed": 1}
        finally:
            standins.clear_faults()
    assert {item["status"] for item in kept(production)} == {"erased"}
