"""What RecordFailure uses."""

from assistant.aws.sns import Topic
from assistant.recovery.failure_handler import Services
from assistant.request.table import RequestTable
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.recovery.failure_handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.team, Topic)
    assert services.pivot_language == "fr"
