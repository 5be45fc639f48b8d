"""Logs and metrics of the functions."""

import json

import pytest
from aws_lambda_powertools.metrics import MetricUnit

from assistant import telemetry
from assistant.errors import ServiceRefused
from assistant.telemetry import NAMESPACE, count, count_cost
from tests.assistant.conftest import Log


def test_a_metric_has_environment_and_step_as_its_only_dimensions(capsys: pytest.CaptureFixture[str]) -> None:
    count("SendResponse", "AnswerSeconds", 2.5, MetricUnit.Seconds, category="product", language="en")
    line = json.loads(capsys.readouterr().out)
    (directive,) = line["_aws"]["CloudWatchMetrics"]
    assert directive == {
        "Namespace": NAMESPACE,
        "Dimensions": [["environment", "step"]],
        "Metrics": [{"Name": "AnswerSeconds", "Unit": "Seconds"}],
    }
    values = {key: value for key, value in line.items() if key != "_aws"}
    assert values == {
        "environment": "test",
        "step": "SendResponse",
        "AnswerSeconds": [2.5],
        "category": "product",
        "language": "en",
    }


def test_each_count_stands_alone(capsys: pytest.CaptureFixture[str]) -> None:
    count("Sweep", "First", request_id="req-1")
    count("Sweep", "Second")
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["First"] == [1.0]
    assert "First" not in second
    assert "request_id" not in second


def test_a_cost_is_emitted_where_every_price_is_known(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    count_cost("GetAudio", {"polly_characters:neural": 1_000_000})
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["CostUsd"] == [16.0]


@pytest.mark.parametrize(
    ("region", "counters"),
    [("us-east-1", {"polly_characters:unheard_of": 1}), ("mars-north-1", {"polly_characters:neural": 1})],
)
def test_an_unknown_price_is_no_cost_but_is_counted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, region: str, counters: dict[str, int]
) -> None:
    monkeypatch.setenv("AWS_REGION", region)
    count_cost("GetAudio", counters)
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["CostUnknown"] == [1.0]
    assert "CostUsd" not in json.loads(line)


def test_a_cost_is_summed_over_the_steps_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    count_cost("GetAudio", {"kms_calls": 1})
    (line,) = capsys.readouterr().out.splitlines()
    (described,) = json.loads(line)["_aws"]["CloudWatchMetrics"]
    assert described["Dimensions"] == [["environment", "step"], ["environment"]]


def test_a_model_that_may_not_be_used_is_counted_for_the_alarm(capsys: pytest.CaptureFixture[str]) -> None:
    refused = ServiceRefused("bedrock", "Converse", "AccessDeniedException")
    telemetry.passed_over("GenerateAIResponse")(refused, "some.model")
    metric = json.loads(capsys.readouterr().out)
    assert (metric["ModelPassedOver"], metric["step"]) == ([1.0], "GenerateAIResponse")
    assert (metric["model"], metric["code"]) == ("some.model", "AccessDeniedException")


def test_what_had_to_be_done_as_in_quality_is_counted_and_logged(
    capsys: pytest.CaptureFixture[str], log: Log
) -> None:
    telemetry.fell_back("TranslateAndAnalyze", "not_believed_translation")
    metric = json.loads(capsys.readouterr().out)
    assert (metric["EconomyFellBack"], metric["step"]) == ([1.0], "TranslateAndAnalyze")
    assert metric["reason"] == log.lines[0]["reason"] == "not_believed_translation"
