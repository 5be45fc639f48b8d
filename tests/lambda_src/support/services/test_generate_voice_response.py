"""What GenerateVoiceResponse uses."""

from support.aws.archive import Archive
from support.aws.links import LinkSigner
from support.aws.polly import Speaker
from support.aws.table import RequestTable
from support.services.generate_voice_response import Services
from tests.lambda_src.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["generate_voice_response"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.links, LinkSigner)
    assert isinstance(services.speaker, Speaker)
