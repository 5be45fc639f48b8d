"""What Doctor uses."""

from support.aws.topic import OperationsTopic
from support.services.doctor import Services
from tests.lambda_src.configured import SETTINGS, TOPIC


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["doctor"].to_env())
    assert services.environment == "test"
    assert services.patient.models == ["global.anthropic.claude-haiku-5-5", "amazon.nova-lite-v1:0"]
    assert services.patient.topics == {"team": TOPIC, "operations": TOPIC.replace("Team", "Operations")}
    assert services.patient.rate.personal_data is True
    assert isinstance(services.operations, OperationsTopic)
