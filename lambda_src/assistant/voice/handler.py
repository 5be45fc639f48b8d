"""GenerateVoiceResponse: the reply as MP3; without a voice the reply goes out as text, with the reason.

By the environment's choice every reply is spoken here, or when somebody asks for it, or none.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, Self

from assistant import clock
from assistant.aws.kms import MacKey
from assistant.aws.polly import Polly
from assistant.aws.s3 import Bucket
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.request.archive import Archive
from assistant.request.item import Answered, Voice, answered, has_reached
from assistant.request.links import LinkSigner
from assistant.request.step import Step
from assistant.request.table import RequestTable, Update
from assistant.settings import GenerateVoiceResponseSettings

from . import speech
from .speech import Speaker
from .voices import voice_for

NAME: Final = "GenerateVoiceResponse"
NO_VOICE: Final = "no_voice_for_language"
OFF: Final = "speech_off"


@dataclass(frozen=True)
class Services:
    """Table, archive, links and Polly; `settings` name the engine."""

    requests: RequestTable
    archive: Archive
    links: LinkSigner
    speaker: Speaker
    meter: Meter
    settings: GenerateVoiceResponseSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GenerateVoiceResponseSettings.from_env(env)
        meter = Meter()
        return cls(
            requests=RequestTable(settings.table_name, meter),
            # Speech that cannot be stored was paid for in vain: more tries, and shorter ones to fit a run.
            archive=Archive(Bucket(settings.bucket_name, meter.add, attempts=4, read_timeout_seconds=4)),
            links=LinkSigner([MacKey(key, meter.add) for key in settings.link_key_ids]),
            speaker=Speaker(Polly(meter.add)),
            meter=meter,
            settings=settings,
        )


def run(step: Step, services: Services) -> Step:
    """Store the audio and its link, or the link alone where speech is on demand; what is stored stays.

    With `fallback` no audio is made.

    Raises:
        ServiceError: Polly, the bucket, the key or the table failed.
    """
    watch = clock.Stopwatch()
    item = answered(services.requests.get(step.request_id))
    if not has_reached(item, "voiced"):
        voice = Voice(status="unavailable", reason=step.reason) if step.fallback else _voice(item, services)
        values: dict[str, Any] = {"stage": "voiced", "voice": voice, f"timings_ms.{NAME}": watch.milliseconds}
        if step.fallback:  # silence that is meant, or for want of a voice, is no fault: the record says why
            values["degraded.voice"] = step.reason
        item = answered(
            services.requests.update(step.request_id, Update(set_=values, while_equal={"stage": "answered"}))
        )
    return step.with_degraded(*sorted(item["degraded"]))


def _voice(item: Answered, services: Services) -> Voice:
    settings = services.settings
    if settings.speech == "off":
        return Voice(status="unavailable", reason=OFF)
    chosen = voice_for(item["reply"]["language"], settings.voice_engine)
    if chosen is None:
        return Voice(status="unavailable", reason=NO_VOICE)
    with ThreadPoolExecutor(max_workers=1) as pool:
        # The link is signed while Polly speaks: it costs no time of its own.
        signing = pool.submit(services.links.link, "audio", item["base_url"], item["pk"], clock.now())
        if settings.speech == "always":
            marks = settings.marks_audio
            speech.speak(item, chosen, services.archive, services.speaker, marks_audio=marks)
    return Voice(
        status="ready" if settings.speech == "always" else "on_demand",
        voice_id=chosen.voice_id,
        engine=chosen.engine,
        language=chosen.language,
        url=signing.result(),
    )


handler = wrappers.workflow_step(NAME, run, Services.from_env)
