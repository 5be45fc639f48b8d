"""What SendResponse uses."""

from support.aws.archive import Archive
from support.aws.table import RequestTable
from support.aws.topic import TeamTopic
from support.services.send_response import Services
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["send_response"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.team, TeamTopic)
    assert services.settings == SETTINGS["send_response"]
