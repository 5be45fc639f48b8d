"""The checkup from the developer's machine, on the small stack and without AI services."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.doctor.finding import Finding
from local.commands import doctor
from local.commands.app import app
from local.environment.clients import Clients
from local.environment.deployment import Deployment
from local.environment.paths import ACCOUNT, REGION
from local.errors import LocalError
from support_stack import config
from tests.assistant.doctor_fakes import busy, given, refused

NOBODY = "http://127.0.0.1:1"


@pytest.fixture
def topics(clients: Clients, tmp_path: Path) -> tuple[str, str]:
    """Two topics of this test's own, which nobody else subscribes to."""
    names = (f"{name}-{tmp_path.name}" for name in ("team", "operations"))
    team, operations = (clients.sns.create_topic(Name=name)["TopicArn"] for name in names)
    return team, operations


@pytest.fixture
def deployment(clients: Clients, topics: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> Deployment:
    made = Deployment(clients.options["endpoint_url"], "", "", "", "", *topics, "", NOBODY)
    monkeypatch.setattr(doctor, "current", lambda _: made)
    return made


def seen(findings: list[Finding], check: str) -> dict[str, str]:
    return {each.subject: each.status for each in findings if each.check == check}


@pytest.mark.usefixtures("deployment")
def test_unreachable_ai_services_are_unknown(
    clients: Clients, topics: tuple[str, str], tmp_path: Path
) -> None:
    team = config.load("local").subscribers[0].email
    clients.sns.subscribe(TopicArn=topics[0], Protocol="email", Endpoint=team)
    findings = doctor.examine_environment("local", tmp_path)
    assert seen(findings, "credentials") == {REGION: "ok"}
    assert findings[0].detail == f"account {ACCOUNT}"
    assert [each.detail for each in findings if each.subject == "team"] == ["confirmed addresses: 1"]
    assert "problem" in {each.status for each in findings if each.subject == "operations"}
    ai = [each for each in findings if each.check in ("model", "profile", "answer", "voice", "quota")]
    assert {each.status for each in ai} == {"unknown"}
    assert all("EndpointConnectionError" in each.detail for each in ai)


def test_an_environment_can_be_examined_before_it_is_deployed(
    clients: Clients, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(doctor, "account_clients", lambda _: clients)
    findings = doctor.examine_environment("dev", tmp_path)
    assert seen(findings, "e-mail") == {"team": "unknown", "operations": "unknown"}
    assert seen(findings, "drift") == {"stack": "unknown"}


def test_another_account_than_the_environments_is_a_problem(
    clients: Clients, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(doctor, "account_clients", lambda _: clients)
    pinned = replace(config.load("dev"), account="111122223333")
    monkeypatch.setattr(config, "load", lambda _: pinned)
    first = doctor.examine_environment("dev", tmp_path)[0]
    assert (first.check, first.status) == ("credentials", "problem")


def test_an_unknown_environment_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="takes dev, local, local-economy, prod, staging"):
        doctor.examine_environment("nowhere", tmp_path)


def test_with_a_model_server_the_emulator_is_asked_for_the_model(
    deployment: Deployment,
) -> None:
    sources = doctor.Sources(
        deployment.clients, {}, ai_url=deployment.ai_url, model_url=deployment.endpoint_url
    )
    assert sources.client("bedrock-runtime", sources.model_url).meta.endpoint_url == deployment.endpoint_url
    assert sources.client("bedrock", sources.ai_url).meta.endpoint_url == NOBODY
    assert sources.client("sns").meta.endpoint_url == deployment.endpoint_url


OK = Finding("voice", "neural", "ok", "28 of 28 voices are offered here")
WARNING = Finding("quota", "Polly [neural]", "warning", "8 a second", "Ask for 20.")
PROBLEM = Finding("model", "old", "problem", "reached its end of life", "Replace it.")


def run(
    findings: list[Finding], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *arguments: str
) -> tuple[int, str]:
    asked: list[tuple[str, Path]] = []

    def examine(name: str, state: Path) -> list[Finding]:
        asked.append((name, state))
        return findings

    monkeypatch.setattr(doctor, "examine_environment", examine)
    result = CliRunner().invoke(app, ["doctor", "--env", "dev", "--state", str(tmp_path), *arguments])
    assert asked == [("dev", tmp_path)]
    return result.exit_code, result.stdout


@pytest.mark.parametrize(
    ("findings", "code"), [([OK], 0), ([OK, WARNING], 0), ([OK, WARNING, PROBLEM], 1), ([PROBLEM], 1)]
)
def test_only_a_problem_is_an_error(
    findings: list[Finding], code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert run(findings, monkeypatch, tmp_path)[0] == code
    assert run(findings, monkeypatch, tmp_path, "--json")[0] == code


def test_the_worst_stands_first_and_everything_is_shown_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _, shown = run([OK, WARNING, PROBLEM], monkeypatch, tmp_path)
    assert shown.index("reached its end of life") < shown.index("Polly [neural]") < shown.index("28 of 28")
    assert "Replace it." in shown
    assert "1 problem, 1 warning, 0 unknown, 1 ok" in shown


def test_json_holds_every_field(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, shown = run([WARNING], monkeypatch, tmp_path, "--json")
    assert json.loads(shown) == [vars(WARNING)]


class FakeIdentity:
    region = "eu-west-3"

    def __init__(self, account: object) -> None:
        self._account = account

    def account(self) -> str:
        return given(self._account)


@pytest.mark.parametrize(
    ("account", "expected", "status", "detail"),
    [
        ("111122223333", None, "ok", "account 111122223333"),
        ("111122223333", "111122223333", "ok", "account 111122223333"),
        ("111122223333", "444455556666", "problem", "not to the environment's 444455556666"),
        (refused("GetCallerIdentity", "ExpiredToken"), None, "problem", "ExpiredToken"),
        (busy("GetCallerIdentity"), None, "unknown", "ThrottlingException"),
    ],
)
def test_credentials_are_judged(account: object, expected: str | None, status: str, detail: str) -> None:
    finding = doctor.check_credentials(FakeIdentity(account), expected)
    assert (finding.subject, finding.status) == ("eu-west-3", status)
    assert detail in finding.detail


class DeployedDoctor:
    """The stack's function, as Lambda answers for it."""

    def __init__(self, said: dict[str, object], *, failed: bool = False) -> None:
        self.said, self.failed = said, failed

    def invoke(self, **call: object) -> dict[str, object]:
        assert call == {"FunctionName": "the-doctor", "Payload": b"{}"}
        error = {"FunctionError": "Unhandled"} if self.failed else {}
        return {"Payload": BytesIO(json.dumps(self.said).encode()), **error}


def asked(
    function: DeployedDoctor, names: dict[str, str], clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> Result:
    monkeypatch.setattr(doctor, "find_stack", lambda *_: (clients, "the-stack", None))
    monkeypatch.setattr(doctor, "function_names", lambda *_: names)
    monkeypatch.setattr(Clients, "client", lambda *_, **__: function)
    return CliRunner().invoke(app, ["doctor", "--deployed"])


@pytest.mark.parametrize(("problems", "code"), [(0, 0), (2, 1)])
def test_the_deployed_doctors_counts_are_shown(
    problems: int, code: int, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    function = DeployedDoctor({"problem": problems, "warning": 1, "ok": 30})
    result = asked(function, {"Doctor": "the-doctor"}, clients, monkeypatch)
    assert result.exit_code == code
    assert f"{problems} problem, 1 warning, 30 ok" in result.stdout


@pytest.mark.parametrize(
    ("names", "failed", "told"),
    [
        ({}, False, "the-stack has no function Doctor: deploy it again"),
        ({"Doctor": "the-doctor"}, True, "the function Doctor failed (sns.Publish: X): look at its log"),
    ],
)
def test_a_doctor_that_does_not_answer_is_told(
    names: dict[str, str], failed: bool, told: str, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    function = DeployedDoctor({"errorMessage": "sns.Publish: X"}, failed=failed)
    assert str(asked(function, names, clients, monkeypatch).exception) == told
