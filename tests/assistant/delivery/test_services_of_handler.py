"""What SendResponse uses."""

from assistant.aws.sns import Topic
from assistant.delivery.handler import Services
from assistant.request.archive import Archive
from assistant.request.table import RequestTable
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.delivery.handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.team, Topic)
    assert services.settings == SETTINGS["assistant.delivery.handler"]
