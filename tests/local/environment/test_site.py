"""Finding an environment to look at."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from local.environment.clients import Clients
from local.environment.site import Site, access_key_id, access_keys, find_site, require_request_id, runs_here
from local.errors import LocalError
from tests.local.environment.test_state import DEPLOYMENT


def test_log_groups_are_named_without_their_hash(site: Site) -> None:
    assert list(site.log_groups()) == ["Function"]


def test_an_unknown_environment_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(
        LocalError,
        match=r"nowhere\.toml: no such environment; -c env= takes dev, local, local-economy, prod, staging",
    ):
        find_site("nowhere", tmp_path)


def test_the_local_environment_must_run(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="nothing is running"):
        find_site("local", tmp_path)


def test_a_malformed_request_id_is_refused() -> None:
    assert require_request_id("req-20261123-101500-abcdefghijkl")
    for wrong in ("", "req-1", "req-20261123-101500-abcdefghijkl/../x", "req-20261123-101500-abcdefghijkl\n"):
        with pytest.raises(LocalError, match="is not a request id"):
            require_request_id(wrong)


@pytest.mark.parametrize(
    ("name", "here"),
    [("local", True), ("local-economy", True), ("dev", False), ("localhost", False)],
)
def test_local_environments_are_recognized_by_their_name(name: str, here: bool) -> None:
    assert runs_here(name) is here


def test_local_is_whatever_runs_here_and_another_name_must_be_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    economy = replace(DEPLOYMENT, stack="support-assistant-local-economy")
    monkeypatch.setattr("local.environment.site.current", lambda _: economy)
    outputs = dict.fromkeys(("BucketName", "TableName", "StateMachineArn", "StateMachineAliasArn"), "x")
    monkeypatch.setattr("local.environment.site.stack_outputs", lambda *_: outputs)
    assert find_site("local", tmp_path).stack == find_site("local-economy", tmp_path).stack == economy.stack
    with pytest.raises(LocalError, match=r"support-assistant-local-economy that runs .*, not local-other"):
        find_site("local-other", tmp_path)


def test_each_function_has_a_key_of_its_own_a_step_that_of_its_newest_version() -> None:
    resources = [
        ("SendResponseFunctionA6104F68", "AWS::Lambda::Function"),
        ("SendResponseRole12345678", "AWS::IAM::Role"),
        (
            "SendResponseFunctionCurrentVersion4DD10A43f17d397ada66c94e9ff6e20bea1e3eac",
            "AWS::Lambda::Version",
        ),
        ("SweepFunctionA7728703", "AWS::Lambda::Function"),
        ("CustomS3AutoDeleteObjectsCustomResourceProviderHandler9D90184F", "AWS::Lambda::Function"),
    ]
    clients = Mock(spec=Clients, cloudformation=Mock())
    page: dict[str, Any] = {
        "StackResourceSummaries": [
            {"LogicalResourceId": name, "ResourceType": kind, "PhysicalResourceId": name.lower()}
            for name, kind in resources
        ]
    }
    clients.cloudformation.get_paginator().paginate.return_value = [page]
    clients.client().get_function_configuration = lambda FunctionName: {  # noqa: N803 - boto3's name
        "FunctionArn": f"arn:{FunctionName}",
        "Role": "arn:role",
    }
    keys = access_keys(clients)
    assert keys == {
        "SendResponse": access_key_id(
            "arn:sendresponsefunctioncurrentversion4dd10a43f17d397ada66c94e9ff6e20bea1e3eac", "arn:role"
        ),
        "Sweep": access_key_id("arn:sweepfunctiona7728703", "arn:role"),
    }
    assert len(set(keys.values())) == 2


def test_a_key_looks_like_one_of_a_role() -> None:
    assert access_key_id("a", "b") == "ASIA6783A31EABF68CCC"
