"""What Doctor uses."""

from assistant.aws.sns import Topic
from assistant.doctor.handler import Services
from tests.assistant.configured import SETTINGS, TOPIC


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.doctor.handler"].to_env())
    assert services.environment == "test"
    assert services.patient.models == ["global.anthropic.claude-haiku-5-5", "amazon.nova-lite-v1:0"]
    assert services.patient.topics == {"team": TOPIC, "operations": TOPIC.replace("Team", "Operations")}
    assert services.patient.rate.personal_data is True
    assert isinstance(services.operations, Topic)
