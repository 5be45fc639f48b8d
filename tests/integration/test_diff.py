"""The diff against the stack that is really deployed: nothing, then one change of an assembly."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from local.commands.app import app
from local.environment.deployment import Deployment
from tests.integration.conftest import Deployed

pytestmark = pytest.mark.integration


def diff(deployed: Deployed, *arguments: str) -> Result:
    options = ["diff", "--state", str(deployed.state), *arguments]
    return CliRunner().invoke(app, options, catch_exceptions=False)


def test_what_was_just_deployed_is_no_difference(deployed: Deployed, deployment: Deployment) -> None:
    result = diff(deployed)
    assert result.stdout.splitlines() == [
        f"{deployment.stack}: no differences",
        "compared with what is deployed on this machine",
    ]
    assert result.exit_code == 0


def test_a_change_of_the_assembly_is_named(
    deployed: Deployed, deployment: Deployment, tmp_path: Path
) -> None:
    name = f"{deployment.stack}.template.json"
    template = json.loads((deployed.state / "cdk.out" / name).read_text())
    (alarm,) = [id_ for id_ in template["Resources"] if id_.startswith("ObservabilityAlarmsDeadLetters")]
    template["Resources"][alarm]["Properties"]["Threshold"] = 7
    (tmp_path / name).write_text(json.dumps(template))
    result = diff(deployed, "--app", str(tmp_path), "--format", "markdown")
    assert "- `~` alarm `Observability/Alarms/DeadLetters`: `Threshold`: `1` → `7`" in result.stdout
    assert "1 changed" in result.stdout.splitlines()[0]
    assert result.exit_code == 2
