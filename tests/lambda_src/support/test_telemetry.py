"""Logs and metrics of the functions."""

import json

import pytest
from aws_lambda_powertools.metrics import MetricUnit

from support.telemetry import NAMESPACE, count


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
