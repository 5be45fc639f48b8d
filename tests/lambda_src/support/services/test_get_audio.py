"""What GetAudio uses."""

from support.aws.archive import Archive
from support.aws.links import LinkSigner
from support.aws.polly import Speaker
from support.aws.table import RequestTable
from support.services.get_audio import Services
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["get_audio"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.links, LinkSigner)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.speaker, Speaker)
    assert services.allowed_origins == ["*"]
