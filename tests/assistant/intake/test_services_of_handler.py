"""What ProcessCustomerRequest uses."""

from assistant.intake.handler import Services
from assistant.request.archive import Archive
from assistant.request.links import LinkSigner
from assistant.request.step import Workflow
from assistant.request.table import RequestTable
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.intake.handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.links, LinkSigner)
    assert isinstance(services.workflow, Workflow)
    assert services.settings == SETTINGS["assistant.intake.handler"]
    assert services.allowed_origins == ["https://shop.example.com"]
