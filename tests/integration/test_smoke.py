"""The smoke test of a deployment, on the local one: it fails where something is broken, and always erases."""

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from local.commands.app import app
from local.commands.smoke.checks import BODY
from local.standins.client import StandinClient
from tests.integration.conftest import Deployed
from tests.integration.kept import Kept

pytestmark = pytest.mark.integration

ALL = ["accepted", "answered", "complete", "text", "audio", "notification", "trace", "erased"]


def smoke(deployed: Deployed) -> tuple[int, dict[str, dict[str, Any]]]:
    """Return the exit code, and each check by its name."""
    arguments = ["smoke", "--env", "local", "--state", str(deployed.state), "--json"]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    return result.exit_code, {check["name"]: check for check in json.loads(result.stdout)}


def kept(deployed: Deployed) -> dict[str, list[str]]:
    """Return where the stack still holds words of a smoke test's message."""
    return Kept(deployed, "this is a test of the support desk").personal()


def test_a_healthy_deployment_passes_and_keeps_nothing_of_the_request(deployed: Deployed) -> None:
    code, checks = smoke(deployed)
    assert code == 0, checks
    assert list(checks) == ALL
    assert "words, language en" in checks["text"]["detail"]
    assert checks["audio"]["detail"].startswith("MP3, ")
    assert checks["notification"]["detail"] == "arrived: answer"
    assert checks["trace"]["detail"].endswith("SUCCEEDED, 6 states, 0 errors")
    assert all(check["seconds"] >= 0 for check in checks.values())
    assert kept(deployed) == {}


def test_speech_on_demand_is_asked_for(economy: Deployed) -> None:
    code, checks = smoke(economy)
    assert code == 0, checks
    assert checks["audio"]["detail"].startswith("MP3, ")


def test_a_service_that_fails_is_named_and_the_request_erased_all_the_same(
    deployed: Deployed, standins: StandinClient
) -> None:
    standins.set_faults({"polly": {"error": "denied"}})
    code, checks = smoke(deployed)
    assert code == 1
    failed = [name for name, check in checks.items() if not check["ok"]]
    assert failed == ["complete", "audio"]
    assert "degraded: voice (polly.SynthesizeSpeech: AccessDenied" in checks["complete"]["detail"]
    assert "`make doctor`" in checks["audio"]["detail"]
    assert kept(deployed) == {}


def test_a_refused_message_is_the_only_line(deployed: Deployed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BODY, "email", "nobody")
    code, checks = smoke(deployed)
    assert code == 1
    assert list(checks) == ["accepted"]
    assert "the API answered 400" in checks["accepted"]["detail"]
    assert "the API key and its usage plan" in checks["accepted"]["detail"]


def test_the_table_of_lines_names_the_seconds(deployed: Deployed) -> None:
    arguments = ["smoke", "--state", str(deployed.state)]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split()[1] for line in lines] == ALL
    assert all(line.split()[3] == "s" for line in lines)
