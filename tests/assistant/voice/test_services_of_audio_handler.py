"""What GetAudio uses."""

from assistant.request.archive import Archive
from assistant.request.links import LinkSigner
from assistant.request.table import RequestTable
from assistant.voice.audio_handler import Services
from assistant.voice.speech import Speaker
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.voice.audio_handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.links, LinkSigner)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.speaker, Speaker)
    assert services.allowed_origins == ["*"]
