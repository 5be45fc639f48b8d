"""What GenerateVoiceResponse uses."""

from typing import Any

from assistant.request.archive import Archive
from assistant.request.links import LinkSigner
from assistant.request.table import RequestTable
from assistant.voice.handler import Services
from assistant.voice.speech import Speaker
from tests.assistant.configured import SETTINGS


def test_everything_is_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(SETTINGS["assistant.voice.handler"].to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.archive, Archive)
    assert isinstance(services.links, LinkSigner)
    assert isinstance(services.speaker, Speaker)
    assert services.settings == SETTINGS["assistant.voice.handler"]


def test_speech_that_was_paid_for_is_stored_if_the_bucket_answers_at_the_fourth_try() -> None:
    services = Services.from_env(SETTINGS["assistant.voice.handler"].to_env())
    client: Any = services.archive._bucket._s3.client.meta.config
    assert client.retries["total_max_attempts"] * client.read_timeout < 20
    assert client.retries["total_max_attempts"] == 4
