import json
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from assistant.request.labels import Labels

HAPPY_PATH = [
    "TranslateAndAnalyze",
    "CheckPriority",
    "GenerateAIResponse",
    "GenerateVoiceResponse",
    "SendResponse",
    "Answered",
]


def test_the_rendered_workflow(definition: dict[str, Any], snapshot_json: SnapshotAssertion) -> None:
    assert definition == snapshot_json


def test_the_alert_speaks_the_teams_language(definition: dict[str, Any]) -> None:
    alert = definition["States"]["AlertTeam"]["Arguments"]
    text = alert["Message"].removeprefix("{% ").removesuffix(" %}")
    parts = [json.loads(part) if part[0] == '"' else f"<{part}>" for part in text.split(" & ")]
    assert "".join(parts) == Labels.of("fr").alert_text.format(
        request_id="<$states.input.request_id>",
        category="<$states.input.category_label>",
        language="<$states.input.language_name>",
    )
    assert alert["Subject"] == Labels.of("fr").alert_subject
    assert set(alert["MessageAttributes"]) == {"kind", "priority", "category", "language"}


def test_the_chain_reads_as_in_the_readme(definition: dict[str, Any]) -> None:
    states, name, path = definition["States"], definition["StartAt"], []
    while name:
        path.append(name)
        name = states[name].get("Next") or states[name].get("Default")
    assert path == HAPPY_PATH


def test_high_alerts_the_team_first(definition: dict[str, Any]) -> None:
    (choice,) = definition["States"]["CheckPriority"]["Choices"]
    assert choice == {"Variable": "$.priority", "StringEquals": "HIGH", "Next": "AlertTeam"}
    assert definition["States"]["AlertTeam"]["Next"] == "GenerateAIResponse"


@pytest.mark.parametrize(
    ("state", "caught_by", "then"),
    [
        ("TranslateAndAnalyze", "AnalyzeByRules", "CheckPriority"),
        ("GenerateAIResponse", "ReplyByTemplate", "GenerateVoiceResponse"),
        ("GenerateVoiceResponse", "ReplyWithoutVoice", "SendResponse"),
        ("SendResponse", "RecordFailure", "NotAnswered"),
        ("AnalyzeByRules", "RecordFailure", "NotAnswered"),
        ("ReplyByTemplate", "RecordFailure", "NotAnswered"),
        ("ReplyWithoutVoice", "RecordFailure", "NotAnswered"),
        ("RecordFailure", "SendToDeadLetters", "NotRecorded"),
        ("AlertTeam", "GenerateAIResponse", "GenerateVoiceResponse"),
    ],
)
def test_what_fails_for_good_goes_on_or_is_recorded(
    definition: dict[str, Any], state: str, caught_by: str, then: str
) -> None:
    (catch,) = definition["States"][state]["Catch"]
    assert (catch["ErrorEquals"], catch["Next"]) == (["States.ALL"], caught_by)
    assert definition["States"][caught_by]["Next"] == then


def test_the_machine_logs_and_traces_without_execution_data(machine: dict[str, Any]) -> None:
    assert machine["StateMachineType"] == "STANDARD"
    assert machine["TracingConfiguration"] == {"Enabled": True}
    assert machine["LoggingConfiguration"]["IncludeExecutionData"] is False
    assert machine["LoggingConfiguration"]["Level"] == "ALL"


def test_every_task_and_the_whole_have_a_time_limit(definition: dict[str, Any]) -> None:
    tasks = [state for state in definition["States"].values() if state["Type"] == "Task"]
    assert all(0 < state["TimeoutSeconds"] <= 75 for state in tasks)
    assert definition["TimeoutSeconds"] == 3 * 3600
