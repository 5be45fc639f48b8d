"""A request that runs while another version is deployed ends on its own; the next one starts on the new."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from local.commands.trace import history
from local.environment import lifecycle
from local.environment.cdk import Cdk
from local.environment.deployment import Deployment, emulator_public_base
from local.environment.paths import ROOT, local_credentials
from local.standins.client import StandinClient
from tests.full.stack import until
from tests.team import TeamApi

pytestmark = [pytest.mark.integration, pytest.mark.full]

SOURCES = (
    *("app.py", "cdk.json", "pyproject.toml", "environments", "lambda_src"),
    *("requirements.lock", "support_stack", "build"),
)
PROMPTS = Path("lambda_src/assistant/reply/prompt_texts.py")
ANOTHER = "another-"


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    state = tmp_path / "state"
    try:
        # Retries as slow as on AWS: a request that waits for a throttled model outlasts a deployment.
        yield lifecycle.start(state)
    finally:
        lifecycle.stop(state)


def deploy_another(deployment: Deployment, folder: Path) -> None:
    """Deploy this project with another version of the reply's prompt, which each record names."""
    project = folder / "project"
    project.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__", "synth")
    for source in (ROOT / name for name in SOURCES):
        if source.is_dir():
            shutil.copytree(source, project / source.name, ignore=ignore)
        else:
            shutil.copy(source, project)
    prompts = project / PROMPTS
    before = prompts.read_text()
    after = before.replace('\nVERSION: Final = "', f'\nVERSION: Final = "{ANOTHER}')
    assert after != before
    prompts.write_text(after)
    cdk = Cdk(
        folder,
        local_credentials(deployment.endpoint_url),
        root=project,
        public_base=emulator_public_base(deployment.endpoint_url),
    )
    cdk.synth()
    cdk.deploy()


def versions(deployment: Deployment, function: str) -> list[str]:
    """Return the published versions of a function, by its name in the stack."""
    awslambda = deployment.clients.client("lambda")
    names = [one["FunctionName"] for one in awslambda.list_functions()["Functions"]]
    (name,) = (one for one in names if function in one)
    found = awslambda.list_versions_by_function(FunctionName=name)["Versions"]
    return [one["Version"] for one in found if one["Version"] != "$LATEST"]


def status(deployment: Deployment, request_id: str) -> str:
    """Return how the execution of a request is."""
    arn = deployment.state_machine_arn.replace(":stateMachine:", ":execution:")
    return deployment.clients.stepfunctions.describe_execution(executionArn=f"{arn}:{request_id}")["status"]


def message(order: str) -> dict[str, str]:
    """Return a body of POST /requests."""
    text = f"Hello, where is my order {order}? It should have come on Monday."
    return {"name": "Ana", "email": "ana@example.com", "message": text}


def test_a_running_request_ends_on_its_version_and_the_next_starts_on_the_new(
    deployment: Deployment, tmp_path: Path
) -> None:
    with TeamApi(deployment) as api, StandinClient(deployment.ai_url) as standins:
        standins.set_faults({"bedrock.Converse": {"error": "throttled"}})
        first = api.submit(message("4711"))
        until(lambda: standins.calls()["counts"].get("bedrock"))
        deploy_another(deployment, tmp_path / "another")
        assert status(deployment, first["request_id"]) == "RUNNING"
        standins.clear_faults()
        old = api.follow(first["status_url"])
        new = api.follow(api.submit(message("4712"))["status_url"])
    ran = [
        history.executions(deployment.clients, deployment.state_machine_arn, one["request_id"])[0].version
        for one in (old, new)
    ]
    assert ran == ["1", "2"]
    assert [(one["status"], one["degraded"]) for one in (old, new)] == [("completed", [])] * 2
    assert not old["reply"]["prompt_version"].startswith(ANOTHER)
    assert new["reply"]["prompt_version"].startswith(ANOTHER)
    assert versions(deployment, "GenerateAIResponse") == ["1", "2"]
    assert versions(deployment, "SendResponse") == ["1"], "what did not change is not published again"
