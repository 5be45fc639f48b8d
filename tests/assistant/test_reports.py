"""What operators are told of models."""

import json

import pytest

from assistant import reports
from assistant.errors import ServiceRefused
from tests.assistant.conftest import Log


def test_a_model_that_may_not_be_used_is_counted_for_the_alarm(capsys: pytest.CaptureFixture[str]) -> None:
    refused = ServiceRefused("bedrock", "Converse", "AccessDeniedException")
    reports.passed_over("GenerateAIResponse")(refused, "some.model")
    metric = json.loads(capsys.readouterr().out)
    assert (metric["ModelPassedOver"], metric["step"]) == ([1.0], "GenerateAIResponse")
    assert (metric["model"], metric["code"]) == ("some.model", "AccessDeniedException")


def test_what_had_to_be_done_as_in_quality_is_counted_and_logged(
    capsys: pytest.CaptureFixture[str], log: Log
) -> None:
    reports.fell_back("TranslateAndAnalyze", "not_believed_translation")
    metric = json.loads(capsys.readouterr().out)
    assert (metric["EconomyFellBack"], metric["step"]) == ([1.0], "TranslateAndAnalyze")
    assert metric["reason"] == log.lines[0]["reason"] == "not_believed_translation"
