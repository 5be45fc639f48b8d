"""The smoke test where there is no stack: its key, and replies that have no audio on purpose."""

from typing import Any

import pytest

from local.commands.client import SupportApi
from local.commands.smoke.checks import Smoke, until
from local.commands.smoke.command import site_api
from local.environment.site import Site
from local.errors import LocalError
from tests.local.conftest import API_KEY, SmallApi, mp3


def test_in_an_account_the_key_is_read_with_the_operators_credentials(
    site: Site, small_api: SmallApi
) -> None:
    with site_api(site) as api:
        api._requests = f"{small_api.url}/requests"
        api.submit({"message": "test"})
    assert small_api.posted[0][0]["x-api-key"] == API_KEY


@pytest.mark.parametrize(
    ("voice", "audio", "said"),
    [
        ({"status": "none", "reason": "speech_off"}, b"", "none: speech_off"),
        ({"status": "none", "reason": "no_voice_for_language"}, b"", "none: no_voice_for_language"),
        ({"status": "ready"}, mp3(8000), "MP3, 1."),
        ({"status": "on_demand"}, mp3(8000), "MP3, 1."),
    ],
)
def test_what_is_spoken_is_listened_to(
    site: Site, small_api: SmallApi, voice: dict[str, Any], audio: bytes, said: str
) -> None:
    small_api.audio = audio
    with SupportApi(small_api.url, API_KEY) as api:
        _, detail = Smoke(site, api)._audio({"voice": {**voice, "url": f"{small_api.url}/audio"}})
    assert detail.startswith(said)


@pytest.mark.parametrize(
    ("voice", "audio", "said"),
    [
        (
            {"status": "none", "reason": "polly.SynthesizeSpeech: AccessDenied"},
            b"",
            "there is no audio: polly",
        ),
        ({"status": "ready"}, mp3(0), "silent"),
        ({"status": "ready"}, b"<html>", "no MP3 frames"),
    ],
)
def test_what_is_not_heard_fails(
    site: Site, small_api: SmallApi, voice: dict[str, Any], audio: bytes, said: str
) -> None:
    small_api.audio = audio
    with SupportApi(small_api.url, API_KEY) as api, pytest.raises(LocalError, match=said):
        Smoke(site, api)._audio({"voice": {**voice, "url": f"{small_api.url}/audio"}})


def test_waiting_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("local.commands.smoke.checks._LONGEST_SECONDS", 0)
    monkeypatch.setattr("local.commands.smoke.checks._PAUSE_SECONDS", 0)
    with pytest.raises(LocalError, match="nothing came after 0 s"):
        until(lambda: None, "nothing came")
