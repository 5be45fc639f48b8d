"""GenerateVoiceResponse: the reply as MP3; without a voice the reply goes out as text, with the reason."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from support import clock, entry
from support.aws.expressions import Update
from support.domain import links
from support.domain.record import StoredRequest, Voice
from support.domain.step import Step
from support.domain.voices import voice_for
from support.services.generate_voice_response import Services

NAME: Final = "GenerateVoiceResponse"
NO_VOICE: Final = "no_voice_for_language"


def run(step: Step, services: Services) -> Step:
    """Store the audio and its link; what is stored already stays. With `lesser` no audio is made.

    Raises:
        ServiceError: Polly, the bucket, the key or the table failed.
    """
    watch = clock.Stopwatch()
    item = services.requests.get(step.request_id)
    if "voice" not in item:
        voice = Voice(status="unavailable", reason=step.reason) if step.lesser else _spoken(item, services)
        values: dict[str, Any] = {"voice": voice, f"timings_ms.{NAME}": watch.milliseconds}
        if step.lesser:  # a language without a voice is no fault: its reply is text, and the record says why
            values["degraded.voice"] = step.reason
        item = services.requests.update(step.request_id, Update(set_=values, once="voice"))
    return step.with_degraded(*sorted(item["degraded"]))


def _spoken(item: StoredRequest, services: Services) -> Voice:
    reply = item["reply"]
    chosen = voice_for(reply["language"], services.settings.voice_engine)
    if chosen is None:
        return Voice(status="unavailable", reason=NO_VOICE)
    token = links.Token.issue("audio", clock.now())
    with ThreadPoolExecutor(max_workers=1) as pool:
        # The link is signed while Polly speaks: it costs no time of its own.
        signing = pool.submit(services.links.sign, token, item["pk"])
        # An earlier attempt may have stored the audio and failed after that: speech is paid for once.
        # Looking first also shows that the bucket answers before anything is paid.
        if not services.archive.has_audio(item["pk"]):
            mp3 = services.speaker.speak(item["pk"], reply["text"], chosen)
            services.archive.put_audio(item["pk"], mp3)
    return Voice(
        status="ready",
        voice_id=chosen.voice_id,
        engine=chosen.engine,
        language=chosen.language,
        url=links.url(item["base_url"], item["pk"], signing.result()),
    )


handler = entry.workflow_step(NAME, run, Services.from_env)
