"""What GenerateAIResponse uses."""

import json

import pytest

from support.aws.bedrock import Writer
from support.aws.table import RequestTable
from support.errors import ServiceRefused
from support.services.generate_ai_response import Services, report_passed_over
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["generate_ai_response"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.writer, Writer)
    assert services.settings == SETTINGS["generate_ai_response"]


def test_a_model_that_may_not_be_used_is_counted_for_the_alarm(capsys: pytest.CaptureFixture[str]) -> None:
    report_passed_over(ServiceRefused("bedrock", "Converse", "AccessDeniedException"), "some.model")
    metric = json.loads(capsys.readouterr().out)
    assert (metric["ModelPassedOver"], metric["step"]) == ([1.0], "GenerateAIResponse")
    assert (metric["model"], metric["code"]) == ("some.model", "AccessDeniedException")
