"""The spoken reply."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.errors import ServiceBusy
from assistant.request.links import Token
from assistant.request.step import Step
from assistant.settings import GenerateVoiceResponseSettings
from assistant.voice import handler
from assistant.voice.handler import run
from assistant.voice.speech import marked
from tests.assistant import samples
from tests.assistant.configured import SETTINGS
from tests.assistant.fakes import BUSY, FakeArchive, FakeLinks, Fakes, FakeSpeaker, FakeTable

STEP = Step(samples.REQUEST_ID)
FALLBACK = Step(samples.REQUEST_ID, fallback=True, reason="polly.SynthesizeSpeech: X")
AUDIO = f"https://api.example.com/v1/requests/{samples.REQUEST_ID}/audio?t="


def replied(language: str = "fr") -> dict[str, Any]:
    item = samples.answered(stage="answered")
    del item["voice"], item["timings_ms"]["GenerateVoiceResponse"]
    item["reply"]["language"] = language
    return item


class Services(Fakes, handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(table: FakeTable, archive: FakeArchive, links: FakeLinks, speaker: FakeSpeaker) -> Services:
    table.put(replied())
    settings = SETTINGS["assistant.voice.handler"]
    assert isinstance(settings, GenerateVoiceResponseSettings)
    return Services(
        requests=table, archive=archive, links=links, speaker=speaker, meter=table.meter, settings=settings
    )


def stored(services: Services) -> dict[str, Any]:
    return services.requests.items[samples.REQUEST_ID]


def test_the_reply_is_spoken_stored_and_linked(services: Services) -> None:
    run(STEP, services)
    voice = stored(services)["voice"]
    assert services.speaker.spoken == [(samples.REPLY, "Lea")]
    assert services.archive.objects == {("audio", samples.REQUEST_ID): marked(b"\xff\xf3mp3")}
    url = voice.pop("url")
    assert voice == {"status": "ready", "voice_id": "Lea", "engine": "neural", "language": "fr-FR"}
    assert url.startswith(AUDIO)
    token = Token.parse(url.removeprefix(AUDIO))
    assert token is not None
    assert token.purpose == "audio"
    assert services.links.is_ours(token, samples.REQUEST_ID)
    assert stored(services)["degraded"] == {}
    assert "GenerateVoiceResponse" in stored(services)["timings_ms"]


def test_a_language_without_a_voice_goes_out_as_text_with_the_reason(services: Services) -> None:
    services.requests.put(replied("sw"))
    step = run(STEP, services)
    assert stored(services)["voice"] == {"status": "unavailable", "reason": "no_voice_for_language"}
    assert stored(services)["degraded"] == {}
    assert step.degraded == ()
    assert services.speaker.calls == services.archive.calls == services.links.calls == []


@pytest.mark.parametrize(
    ("language", "wanted", "voice"),
    [
        ("fr", "generative", ("Lea", "generative", "fr-FR")),
        ("pt-PT", "generative", ("Ines", "neural", "pt-PT")),
        ("ru", "neural", ("Tatyana", "standard", "ru-RU")),
    ],
)
def test_the_environment_asks_for_the_engine_and_the_reply_for_the_language(
    services: Services, language: str, wanted: str, voice: tuple[str, str, str]
) -> None:
    services.requests.put(replied(language))
    run(STEP, replace(services, settings=replace(services.settings, voice_engine=wanted)))
    recorded = stored(services)["voice"]
    assert (recorded["voice_id"], recorded["engine"], recorded["language"]) == voice


@pytest.mark.parametrize(
    ("service", "call", "spoken"),
    [("archive", "has_audio", 0), ("links", "sign", 1), ("requests", "update", 1)],
)
def test_what_was_spoken_and_stored_is_not_paid_for_again(
    services: Services, service: str, call: str, spoken: int
) -> None:
    getattr(services, service).errors[call] = [BUSY, BUSY]
    for _ in range(2):
        with pytest.raises(ServiceBusy):
            run(STEP, services)
    assert len(services.speaker.spoken) == spoken
    run(STEP, services)
    assert len(services.speaker.spoken) == 1
    assert stored(services)["voice"]["status"] == "ready"
    assert services.archive.objects == {("audio", samples.REQUEST_ID): marked(b"\xff\xf3mp3")}


@pytest.mark.parametrize(
    ("service", "call"),
    [("speaker", "speak"), ("archive", "has_audio"), ("archive", "put_audio"), ("links", "sign")],
)
def test_what_fails_fails_the_step_and_a_retry_finishes_it(
    services: Services, service: str, call: str
) -> None:
    getattr(services, service).errors[call] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert stored(services) == replied()
    run(STEP, services)
    assert stored(services)["voice"]["status"] == "ready"


@pytest.mark.parametrize("step", [STEP, FALLBACK])
def test_a_voice_that_is_stored_stays(services: Services, step: Step) -> None:
    services.requests.put(samples.answered())
    run(step, services)
    assert services.speaker.calls == []
    assert stored(services) == samples.answered()


def test_the_fallback_result_is_text_alone_with_the_reason(services: Services) -> None:
    step = run(FALLBACK, services)
    assert stored(services)["voice"] == {"status": "unavailable", "reason": "polly.SynthesizeSpeech: X"}
    assert stored(services)["degraded"] == {"voice": "polly.SynthesizeSpeech: X"}
    assert step.degraded == ("voice",)
    assert services.speaker.calls == services.archive.calls == services.links.calls == []


def test_of_two_runs_at_once_the_first_to_finish_counts(services: Services) -> None:
    services.speaker.meanwhile = lambda: services.requests.put(samples.answered())
    run(STEP, services)
    assert stored(services) == samples.answered()


def with_speech(services: Services, speech: str) -> Services:
    return replace(services, settings=replace(services.settings, speech=speech))


def test_a_reply_on_demand_has_its_link_and_is_not_spoken_yet(services: Services) -> None:
    step = run(STEP, with_speech(services, "on_demand"))
    voice = stored(services)["voice"]
    token = Token.parse(voice.pop("url").removeprefix(AUDIO))
    assert voice == {"status": "on_demand", "voice_id": "Lea", "engine": "neural", "language": "fr-FR"}
    assert token is not None
    assert services.links.is_ours(token, samples.REQUEST_ID)
    assert services.speaker.calls == services.archive.calls == []
    assert step.degraded == ()


def test_a_reply_on_demand_needs_a_voice_too(services: Services) -> None:
    services.requests.put(replied("sw"))
    run(STEP, with_speech(services, "on_demand"))
    assert stored(services)["voice"] == {"status": "unavailable", "reason": "no_voice_for_language"}


@pytest.mark.parametrize("language", ["fr", "sw"])
def test_speech_that_is_off_is_no_fault(services: Services, language: str) -> None:
    services.requests.put(replied(language))
    step = run(STEP, with_speech(services, "off"))
    assert stored(services)["voice"] == {"status": "unavailable", "reason": "speech_off"}
    assert stored(services)["degraded"] == {}
    assert step.degraded == ()
    assert services.speaker.calls == services.archive.calls == services.links.calls == []


@pytest.mark.parametrize("speech", ["on_demand", "off"])
def test_the_fallback_result_says_why_whatever_was_chosen(services: Services, speech: str) -> None:
    run(FALLBACK, with_speech(services, speech))
    assert stored(services)["degraded"] == {"voice": "polly.SynthesizeSpeech: X"}
