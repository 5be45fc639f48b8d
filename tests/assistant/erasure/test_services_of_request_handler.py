"""What EraseRequest uses."""

from assistant.erasure.request_handler import Services
from assistant.request.archive import Archive
from assistant.request.links import LinkSigner
from assistant.request.step import Workflow
from assistant.request.table import RequestTable
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.erasure.request_handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.workflow, Workflow)
    assert isinstance(services.links, LinkSigner)
    assert services.allowed_origins == ["*"]
