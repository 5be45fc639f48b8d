"""What GenerateAIResponse uses."""

from support.aws.bedrock import Writer
from support.aws.table import RequestTable
from support.services.generate_ai_response import Services
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["generate_ai_response"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.writer, Writer)
    assert services.settings == SETTINGS["generate_ai_response"]
