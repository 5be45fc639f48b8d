"""Where the templates come from."""

import json
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from local.commands.diff import sources
from local.commands.diff.sources import deployed_template, read_templates
from local.environment import lifecycle
from local.environment.cdk import Cdk
from local.environment.clients import Clients
from local.errors import LocalError

STACK = "support-assistant-dev"
TEMPLATE = {"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "deployed.json"
    path.write_text(json.dumps(TEMPLATE))
    return path


def test_a_deployed_template_is_the_one_that_was_given(clients: Clients) -> None:
    cloudformation = clients.cloudformation
    assert deployed_template(clients, STACK) is None
    cloudformation.create_stack(StackName=STACK, TemplateBody=json.dumps(TEMPLATE))
    cloudformation.get_waiter("stack_create_complete").wait(StackName=STACK, WaiterConfig={"Delay": 1})
    try:
        assert deployed_template(clients, STACK) == TEMPLATE
    finally:
        cloudformation.delete_stack(StackName=STACK)


def test_a_file_and_an_assembly_need_no_credentials(file: Path, tmp_path: Path) -> None:
    (tmp_path / f"{STACK}.template.json").write_text('{"Resources": {}}')
    found = read_templates("dev", tmp_path, tmp_path, file)
    assert (found.stack, found.place, found.deployed, found.made) == (
        STACK,
        "deployed.json",
        TEMPLATE,
        {"Resources": {}},
    )


def test_without_an_assembly_the_stack_is_synthesized(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Cdk] = []

    def synth(cdk: Cdk) -> None:
        made.append(cdk)
        cdk.assembly.mkdir()
        (cdk.assembly / f"{STACK}.template.json").write_text('{"Resources": {}}')

    monkeypatch.setattr(Cdk, "synth", synth)
    monkeypatch.setenv("AWS_PROFILE", "support")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert read_templates("dev", tmp_path, None, file).made == {"Resources": {}}
    (cdk,) = made
    assert cdk.env == "dev"
    assert cdk.variables["AWS_PROFILE"] == "support"
    assert "PYTHONPATH" not in cdk.variables
    assert not cdk.folder.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read as a template of JSON"),
        ("Resources:", "cannot be read as a template of JSON"),
        ("[]", "is no template: it holds no object"),
    ],
)
def test_what_is_no_template_is_named(content: str | None, told: str, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(LocalError, match=rf"x\.json {told}"):
        read_templates("dev", tmp_path, tmp_path, file)


@pytest.mark.parametrize(
    ("others", "told"),
    [((), "it is no cloud assembly"), (("support-assistant-prod",), "it has support-assistant-prod")],
)
def test_an_assembly_without_the_stack_is_named(
    others: tuple[str, ...], told: str, file: Path, tmp_path: Path
) -> None:
    for name in others:
        (tmp_path / f"{name}.template.json").write_text("{}")
    with pytest.raises(LocalError, match=f"has no template of {STACK}: {told}"):
        read_templates("dev", tmp_path, tmp_path, file)


def test_an_environment_that_there_is_not_is_named(file: Path, tmp_path: Path) -> None:
    with pytest.raises(LocalError, match=r"environments/nope\.toml: no such environment"):
        read_templates("nope", tmp_path, tmp_path, file)


def _synthesized(folder: Path) -> Path:
    (folder / f"{STACK}.template.json").write_text('{"Resources": {}}')
    return folder


@pytest.mark.parametrize("here", [True, False])
def test_what_is_deployed_is_asked_of_where_the_environment_is(
    here: bool, clients: Clients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path if here else None
    monkeypatch.setattr(sources, "find_stack", lambda _env, _state: (clients, STACK, state))
    monkeypatch.setattr(lifecycle, "synthesize", lambda _state, folder: _synthesized(folder))
    found = read_templates("dev", tmp_path, None if here else _synthesized(tmp_path), None)
    where = "on this machine" if here else "in us-east-1"
    assert (found.place, found.deployed, found.made) == (
        f"what is deployed {where}",
        None,
        {"Resources": {}},
    )


def _cloudformation(status: str, body: str) -> Any:
    """Return clients whose CloudFormation answers so."""
    client = boto3.client("cloudformation", region_name="eu-west-1")
    stub = Stubber(client)
    stack = {"StackName": STACK, "CreationTime": datetime(2026, 12, 1, tzinfo=UTC), "StackStatus": status}
    stub.add_response("describe_stacks", {"Stacks": [stack]}, {"StackName": STACK})
    stub.add_response(
        "get_template", {"TemplateBody": body}, {"StackName": STACK, "TemplateStage": "Original"}
    )
    stub.activate()
    return SimpleNamespace(cloudformation=client)


@pytest.mark.parametrize("status", ["REVIEW_IN_PROGRESS", "ROLLBACK_COMPLETE"])
def test_a_stack_that_never_came_to_be_is_none(status: str) -> None:
    assert deployed_template(_cloudformation(status, "{}"), STACK) is None


def test_a_template_that_is_not_json_is_not_the_cdks() -> None:
    with pytest.raises(LocalError, match="the template of support-assistant-dev is not JSON"):
        deployed_template(_cloudformation("UPDATE_COMPLETE", "Resources: {}"), STACK)


def test_another_refusal_is_not_taken_for_no_stack() -> None:
    client = boto3.client("cloudformation", region_name="eu-west-1")
    stub = Stubber(client)
    stub.add_client_error("describe_stacks", "AccessDenied", "User is not authorized")
    stub.activate()
    with pytest.raises(ClientError, match="AccessDenied"):
        deployed_template(SimpleNamespace(cloudformation=client), STACK)
