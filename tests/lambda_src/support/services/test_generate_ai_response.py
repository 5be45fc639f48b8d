"""What GenerateAIResponse uses."""

from support.aws.bedrock import Models
from support.aws.table import RequestTable
from support.aws.translate import Translator
from support.services.generate_ai_response import Services
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["generate_ai_response"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.writer, Models)
    assert isinstance(services.reviewers, Models)
    assert services.reviewers is not services.writer
    assert isinstance(services.translator, Translator)
    assert services.settings == SETTINGS["generate_ai_response"]
