"""`send` and `demo`, on a small API."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from local import cli_requests, running
from local.ai import STAND_INS
from local.cli import app
from local.deployment import Deployment
from local.errors import LocalError
from tests.local.conftest import SmallApi, mp3

MESSAGE = 'l\'"eau" coûte $5 `ls` [bold]\n!'


@pytest.fixture(autouse=True)
def deployed(small_api: SmallApi, completed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Deployment:
    deployment = Deployment("http://e", small_api.url, "the-key", "b", "t", "t", "o", "m", "http://ai")
    completed["voice"]["url"] = f"{small_api.url}/audio"
    small_api.records, small_api.audio = [completed], mp3(8000)
    monkeypatch.setattr(running, "current", lambda _: deployment)
    monkeypatch.setattr(running, "ai_source", lambda _: STAND_INS)
    monkeypatch.setattr(cli_requests, "bring_up", lambda *_, **__: deployment)
    return deployment


def test_any_message_survives_the_way_through_the_environment(small_api: SmallApi) -> None:
    sent = CliRunner().invoke(
        app, ["send", "--json"], env={"SUPPORT_MESSAGE": MESSAGE}, catch_exceptions=False
    )
    assert (sent.exit_code, json.loads(sent.stdout)["request_id"]) == (0, "r")
    assert small_api.posted[0][1]["message"] == MESSAGE


@pytest.mark.parametrize("arguments", [["send"], ["send", "--message", "-"]])
def test_a_message_comes_by_standard_input(small_api: SmallApi, arguments: list[str]) -> None:
    sent = CliRunner().invoke(app, [*arguments, "--json"], input="café\nau lait\n", catch_exceptions=False)
    assert sent.exit_code == 0
    assert small_api.posted[-1][1]["message"] == "café\nau lait\n"


def test_standard_input_in_another_encoding_is_one_line() -> None:
    with pytest.raises(LocalError, match="standard input is not valid UTF-8"):
        CliRunner().invoke(app, ["send", "--message", "-"], input=b"caf\xe9", catch_exceptions=False)


def test_at_a_terminal_a_message_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_requests, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    with pytest.raises(LocalError, match="or - to read it from standard input"):
        CliRunner().invoke(app, ["send"], catch_exceptions=False)


@pytest.mark.parametrize("key", ["clé", "", "a b", "x" * 129])
def test_a_key_that_no_header_takes_is_one_line(key: str) -> None:
    with pytest.raises(LocalError, match="1 to 128 visible ASCII"):
        CliRunner().invoke(app, ["send", "--message", "x", "--idempotency-key", key], catch_exceptions=False)


def test_a_message_is_followed_to_its_end(small_api: SmallApi, completed: dict[str, Any]) -> None:
    arguments = ["send", "--message", "Hola", "--wait", "--idempotency-key", "k"]
    shown = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert shown.exit_code == 0
    assert "Hello [link]" in shown.stdout
    assert small_api.posted[0][0]["idempotency-key"] == "k"
    told = CliRunner().invoke(app, [*arguments, "--json"], catch_exceptions=False)
    assert json.loads(told.stdout) == completed


def test_a_failed_request_is_exit_code_one(small_api: SmallApi) -> None:
    small_api.records = [{"request_id": "req-1", "status": "failed"}]
    assert CliRunner().invoke(app, ["send", "--message", "Hola", "--wait"]).exit_code == 1


def test_the_demonstration_says_what_is_not_as_it_must_be(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["demo", "--state", str(tmp_path)], catch_exceptions=False)
    assert shown.exit_code == 1
    assert "es-happy: language is en, expected es" in shown.stderr
    assert "en-damaged:" not in shown.stderr
    for told in ("12 of 12", "local stand-ins", "make down", "the-key", str(tmp_path / "audio")):
        assert told in shown.stdout


def test_the_demonstration_tells_its_outcomes_as_json(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["demo", "--state", str(tmp_path), "--json"], catch_exceptions=False)
    outcomes = json.loads(shown.stdout)
    assert [outcome["faults"] == [] for outcome in outcomes[:2]] == [True, False]
    assert Path(outcomes[0]["audio"]).exists()
