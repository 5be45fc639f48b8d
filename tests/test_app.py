import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import aws_cdk as cdk
import pytest

import app
from support_stack import config

ROOT = Path(__file__).resolve().parents[1]


UNKNOWN = "no such environment; -c env= takes dev, local, local-economy, prod, staging, pr-NUMBER\n"


@pytest.mark.parametrize(
    ("context", "told"),
    [
        (
            "{}",
            f"error: environments/NAME.toml: {UNKNOWN}",
        ),
        (
            '{"env": "x"}',
            f"error: environments/x.toml: {UNKNOWN}",
        ),
    ],
)
def test_a_wrong_environment_is_one_line(context: str, told: str) -> None:
    done = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={"CDK_CONTEXT_JSON": context, "PATH": str(ROOT / ".venv" / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, told)


@pytest.fixture
def wandering(monkeypatch: pytest.MonkeyPatch) -> None:
    """The production environment, which goes where the CDK CLI's configuration leads."""
    environment = replace(config.load("prod"), region=None, residency=None)
    monkeypatch.setattr(config, "load", lambda _name: environment)
    monkeypatch.setenv("CDK_CONTEXT_JSON", (ROOT / "cdk.json").read_text())


@pytest.mark.usefixtures("wandering")
def test_the_region_of_the_clis_configuration_is_checked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CDK_DEFAULT_REGION", "eu-west-3")
    with pytest.raises(config.ConfigError, match=r"prod\.toml: region: eu-west-3 does not have Amazon Comp"):
        app.main()


@pytest.mark.usefixtures("wandering")
def test_an_alarm_that_cannot_work_in_a_region_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setenv("CDK_DEFAULT_REGION", "eu-central-1")
    monkeypatch.setattr(cdk.Annotations, "add_warning_v2", lambda _self, _id, message: told.append(message))
    app.main()
    assert [message for message in told if message.startswith("there are no prices for eu-central-1")]
