"""What RecordFailure uses."""

from support.aws.table import RequestTable
from support.aws.topic import TeamTopic
from support.services.record_failure import Services
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["record_failure"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.team, TeamTopic)
    assert services.pivot_language == "fr"
