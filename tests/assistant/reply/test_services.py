"""What GenerateAIResponse uses."""

from assistant.aws.bedrock import Models
from assistant.reply.services import Services
from assistant.request.table import RequestTable
from assistant.translation.translator import Translator
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.reply.handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.writer, Models)
    assert isinstance(services.reviewers, Models)
    assert services.reviewers is not services.writer
    assert isinstance(services.translator, Translator)
    assert services.settings == SETTINGS["assistant.reply.handler"]
