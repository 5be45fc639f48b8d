"""What Sweep uses."""

from assistant.aws.archive import Archive
from assistant.aws.erasable_table import ErasableTable
from assistant.aws.topic import TeamTopic
from assistant.aws.workflow import Workflow
from assistant.recovery.sweep_handler import Services
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.recovery.sweep_handler"].to_env())
    assert isinstance(services.requests, ErasableTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.team, TeamTopic)
    assert isinstance(services.workflow, Workflow)
    assert services.pivot_language == "fr"
