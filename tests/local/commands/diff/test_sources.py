"""Where the templates come from."""

import json
from pathlib import Path

import pytest

from local.commands.diff.sources import deployed_template, read_templates
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
    with pytest.raises(LocalError, match="there is no environment nope: choose one of dev"):
        read_templates("nope", tmp_path, tmp_path, file)
