"""What TranslateAndAnalyze uses."""

from assistant.analysis.services import Services
from assistant.aws.bedrock import Models
from assistant.aws.comprehend import Analyst
from assistant.aws.table import RequestTable
from assistant.aws.translate import Translator
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.analysis.handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.translator, Translator)
    assert isinstance(services.analyst, Analyst)
    assert isinstance(services.writer, Models)
    assert services.settings == SETTINGS["assistant.analysis.handler"]
