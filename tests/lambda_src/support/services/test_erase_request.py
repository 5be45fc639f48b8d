"""What EraseRequest uses."""

from support.aws.archive import Archive
from support.aws.erasable_table import ErasableTable
from support.aws.links import LinkSigner
from support.aws.workflow import Workflow
from support.services.erase_request import Services
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["erase_request"].to_env())
    assert isinstance(services.requests, ErasableTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.workflow, Workflow)
    assert isinstance(services.links, LinkSigner)
    assert services.allowed_origins == ["*"]
