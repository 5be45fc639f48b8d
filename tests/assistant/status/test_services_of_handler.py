"""What GetRequest uses."""

from assistant.request.links import LinkSigner
from assistant.request.table import RequestTable
from assistant.status.handler import Services
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.status.handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.links, LinkSigner)
    assert services.allowed_origins == ["*"]
