"""`send` and `demo`, on a small API."""

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rich.console import Console, RenderableType
from typer.testing import CliRunner

from local.commands import demo, knowledge, send
from local.commands.app import app
from local.commands.audio import Sound
from local.commands.demo import Outcome, outcome_table
from local.commands.samples import load
from local.commands.send import percent, record_table
from local.environment.deployment import Deployment
from local.environment.endpoints import STAND_INS
from local.errors import LocalError
from tests.local.conftest import SmallApi, mp3

MESSAGE = 'l\'"eau" coûte $5 `ls` [bold]\n!'


def seen(record: dict[str, Any]) -> dict[str, Any]:
    """Return what the status link shows of a record that is kept for the team."""
    shown = {name: part for name, part in record.items() if name not in ("usage", "cost_usd", "timings_ms")}
    analysis = {name: value for name, value in record["analysis"].items() if name != "scores"}
    degraded = [part["step"] for part in record["degraded"]]
    return {**shown, "analysis": analysis, "degraded": degraded, "links": {"erase": "http://127.0.0.1/erase"}}


@pytest.fixture(autouse=True)
def deployed(small_api: SmallApi, completed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Deployment:
    deployment = Deployment("http://e", small_api.url, "the-key", "b", "t", "t", "o", "m", "http://ai")
    completed["voice"]["url"] = f"{small_api.url}/audio"
    small_api.records, small_api.audio = [seen(completed)], mp3(8000)
    monkeypatch.setattr(send, "current", lambda _: deployment)
    monkeypatch.setattr(demo, "ai_source", lambda _: STAND_INS)
    monkeypatch.setattr(demo, "bring_up", lambda *_, **__: deployment)
    indexed = {"documents": [], "uploaded": [], "deleted": [], "usd": 0.0}
    monkeypatch.setattr(knowledge, "index", lambda *_: indexed)
    monkeypatch.setattr(Deployment, "record", lambda *_: completed)
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
    monkeypatch.setattr(send, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    with pytest.raises(LocalError, match="or - to read it from standard input"):
        CliRunner().invoke(app, ["send"], catch_exceptions=False)


@pytest.mark.parametrize("key", ["clé", "", "a b", "x" * 129])
def test_an_invalid_idempotency_key_is_refused(key: str) -> None:
    with pytest.raises(LocalError, match="1 to 128 visible ASCII"):
        CliRunner().invoke(app, ["send", "--message", "x", "--idempotency-key", key], catch_exceptions=False)


def test_a_message_is_followed_to_its_end(small_api: SmallApi, completed: dict[str, Any]) -> None:
    arguments = ["send", "--message", "Hola", "--wait", "--idempotency-key", "k"]
    shown = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert shown.exit_code == 0
    assert "Hello [link]" in shown.stdout
    assert small_api.posted[0][0]["idempotency-key"] == "k"
    told = CliRunner().invoke(app, [*arguments, "--json"], catch_exceptions=False)
    assert json.loads(told.stdout) == seen(completed)


def test_a_failed_request_is_exit_code_one(small_api: SmallApi) -> None:
    small_api.records = [{"request_id": "req-1", "status": "failed"}]
    assert CliRunner().invoke(app, ["send", "--message", "Hola", "--wait"]).exit_code == 1


def test_the_demo_reports_unexpected_answers(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["demo", "--state", str(tmp_path)], catch_exceptions=False)
    assert shown.exit_code == 1
    assert "es-happy: language is en, expected es" in shown.stderr
    assert "en-damaged:" not in shown.stderr
    for told in ("12 of 12", "local stand-ins", "make down", "the-key", str(tmp_path / "audio")):
        assert told in shown.stdout


def test_the_demo_prints_its_outcomes_as_json(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["demo", "--state", str(tmp_path), "--json"], catch_exceptions=False)
    outcomes = json.loads(shown.stdout)
    assert [outcome["faults"] == [] for outcome in outcomes[:2]] == [True, False]
    assert Path(outcomes[0]["audio"]).exists()


def shown(table: RenderableType) -> str:
    written = io.StringIO()
    Console(width=200, file=written).print(table)
    return written.getvalue()


def test_a_record_is_shown_part_by_part(completed: dict[str, Any]) -> None:
    text = shown(record_table(seen(completed)))
    for part in (
        "anglais (en, detected)",
        "Elle fuit.",
        "NEGATIVE",
        "product",
        "HIGH, answer due 2026-11-23T11:15:00Z",
        "Monday (DATE)",
        "90 words, by template",
        "for the team  Bonjour",
        completed["voice"]["url"],
        "GenerateAIResponse",
    ):
        assert part in text


def test_speech_on_demand_and_silence_are_shown(completed: dict[str, Any]) -> None:
    completed["voice"]["status"] = "on_demand"
    assert f"not spoken yet: {completed['voice']['url']}" in shown(record_table(seen(completed)))
    completed["voice"] = {"status": "unavailable", "reason": "speech_off"}
    assert "none: speech_off" in shown(record_table(seen(completed)))


def test_markup_in_a_text_is_text(completed: dict[str, Any]) -> None:
    assert "Hello [link]" in shown(record_table(seen(completed)))


def test_a_record_that_is_still_empty_can_be_shown() -> None:
    assert "processing" in shown(record_table({"request_id": "req-1", "status": "processing"}))


def test_an_outcome_is_a_row(completed: dict[str, Any]) -> None:
    text = shown(outcome_table([Outcome(load()[0], 3.21, completed, Sound(24.4, 0.1, 24000))]))
    assert "en, 90 words, template" in text
    for part in ("en-damaged", "NEGATIVE, 81% neg.", "HIGH", "Lea 24 s", "3.2", "0.0102"):
        assert part in text


def test_an_outcome_without_a_record_is_a_row_too() -> None:
    assert "fr-return" in shown(outcome_table([Outcome(load()[3], 30.0, faults=("refused",))]))


def test_scores_are_percentages() -> None:
    assert percent("0.705") == "70%"
