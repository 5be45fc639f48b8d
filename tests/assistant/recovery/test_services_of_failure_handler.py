"""What RecordFailure uses."""

from assistant.aws.table import RequestTable
from assistant.aws.topic import TeamTopic
from assistant.recovery.failure_handler import Services
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.recovery.failure_handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.team, TeamTopic)
    assert services.pivot_language == "fr"
