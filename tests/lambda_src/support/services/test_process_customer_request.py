"""What ProcessCustomerRequest uses."""

from support.aws.archive import Archive
from support.aws.links import LinkSigner
from support.aws.table import RequestTable
from support.aws.workflow import Workflow
from support.services.process_customer_request import Services
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["process_customer_request"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.links, LinkSigner)
    assert isinstance(services.workflow, Workflow)
    assert services.settings == SETTINGS["process_customer_request"]
    assert services.allowed_origins == ["https://shop.example.com"]
