"""What a deployed stack offers."""

from pathlib import Path

import pytest

from local.environment.clients import Clients
from local.environment.deployment import Deployment, emulator_api_url, read_deployment, stack_outputs
from local.environment.emulator import Emulator
from local.errors import LocalError
from tests.local.conftest import API_KEY, STACK


def test_it_is_read_from_the_outputs(emulator: Emulator, outputs: dict[str, str]) -> None:
    deployment = read_deployment(emulator.endpoint_url, "http://127.0.0.1:1", STACK, None)
    assert deployment.api_url == f"{emulator.endpoint_url}/_aws/execute-api/abcd1234/v1"
    assert deployment.api_key == API_KEY
    assert deployment.topics == (outputs["TeamTopicArn"], outputs["OperationsTopicArn"])


def test_it_survives_being_written_down(emulator: Emulator, outputs: dict[str, str]) -> None:
    deployment = read_deployment(emulator.endpoint_url, "http://127.0.0.1:1", STACK, None)
    assert Deployment.from_json(deployment.as_json()) == deployment
    trusted = Deployment(**{**deployment.as_json(), "ca_bundle": Path("bundle.pem")})
    assert Deployment.from_json(trusted.as_json()) == trusted


def test_a_stack_that_is_not_there_is_named(clients: Clients) -> None:
    with pytest.raises(LocalError, match="no stack support-assistant-nowhere in us-east-1"):
        stack_outputs(clients, "support-assistant-nowhere")


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(LocalError, match="not the address of a REST API stage"):
        emulator_api_url("http://127.0.0.1:1", "https://example.com/")
