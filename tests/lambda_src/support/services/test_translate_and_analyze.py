"""What TranslateAndAnalyze uses."""

from support.aws.bedrock import Models
from support.aws.comprehend import Analyst
from support.aws.table import RequestTable
from support.aws.translate import Translator
from support.services.translate_and_analyze import Services
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["translate_and_analyze"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.translator, Translator)
    assert isinstance(services.analyst, Analyst)
    assert isinstance(services.writer, Models)
    assert services.settings == SETTINGS["translate_and_analyze"]
