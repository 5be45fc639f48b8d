"""What Sweep uses."""

from assistant.aws.sns import Topic
from assistant.recovery.sweep_handler import Services
from assistant.request.archive import Archive
from assistant.request.step import Workflow
from assistant.request.table import RequestTable
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.recovery.sweep_handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.team, Topic)
    assert isinstance(services.workflow, Workflow)
    assert services.pivot_language == "fr"
