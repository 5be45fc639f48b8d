"""Clients of the emulator, and of an account."""

import os

import pytest

from local.environment.clients import account_clients, local_clients
from local.environment.emulator import Emulator
from local.errors import LocalError


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A shell without any AWS configuration."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    return monkeypatch


def test_the_developers_profile_and_proxy_do_not_reach_the_emulators_clients(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_PROFILE", "that-does-not-exist")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    clients = local_clients(emulator.endpoint_url, None)
    assert clients.sqs.list_queues()["ResponseMetadata"]["HTTPStatusCode"] == 200
    assert clients.dynamodb.meta.client.list_tables()["ResponseMetadata"]["HTTPStatusCode"] == 200


def test_an_account_needs_credentials(bare: pytest.MonkeyPatch) -> None:
    with pytest.raises(LocalError, match="no AWS credentials found"):
        account_clients("eu-west-1")


def test_an_unknown_profile_is_an_error(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("AWS_PROFILE", "nobody")
    with pytest.raises(LocalError, match="nobody"):
        account_clients("eu-west-1")


def test_an_account_needs_a_region_unless_the_environment_sets_it(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("AWS_ACCESS_KEY_ID", "key")
    bare.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    with pytest.raises(LocalError, match="set AWS_REGION"):
        account_clients(None)
    assert account_clients("eu-west-1").logs.meta.region_name == "eu-west-1"
