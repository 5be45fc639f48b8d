"""Watch: every so many minutes one request through the public API, to see that the desk answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Final, Self, TypeVar

from aws_lambda_powertools.metrics import MetricUnit

from assistant import clock
from assistant.aws.apigateway import ApiKeys
from assistant.entrypoints import wrappers
from assistant.errors import SupportError
from assistant.settings import WatchSettings
from assistant.telemetry import count, logger

from .client import Answer, CallError, call
from .messages import message_for

NAME: Final = "Watch"

CUSTOMER: Final = {"name": "Watch", "email": "watch@support.example"}
"""Nobody is written to; the domain belongs to nobody (RFC 2606)."""

PAUSE_SECONDS: Final = 1.0
"""Between two looks at the status link."""

RESERVE_SECONDS: Final = 30
"""Beside the promised seconds, before a request counts as not answered: the steps may start cold."""

FOR_ERASING_MS: Final = 30_000
"""What is left of the function's time when nobody waits any longer."""

SILENT: Final = frozenset({"speech_off", "no_voice_for_language"})
"""Reasons for which a reply has no audio although nothing failed."""

_MP3: Final = (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")
"""How an MP3 begins: with its tag, or with a frame of MPEG-1 or MPEG-2, layer III."""

Calls = Callable[..., Answer]
T = TypeVar("T")


@dataclass(frozen=True)
class Services:
    """What is watched and what should be kept; how the API is called, and where its key is read."""

    settings: WatchSettings
    keys: ApiKeys
    call: Calls = call
    pause: Callable[[float], None] = clock.pause

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        return cls(WatchSettings.from_env(env), ApiKeys())

    @cached_property
    def key(self) -> str:
        """The API key; read once, and again by the next container."""
        return self.keys.value(self.settings.watch_key_id)


class PartError(SupportError):
    """A part of what a customer sees did not work; the message is its name and a code."""


@dataclass
class _Run:
    """One request on its way, and what was measured of it."""

    services: Services
    remaining_ms: Callable[[], int]
    watch: clock.Stopwatch = field(default_factory=clock.Stopwatch)
    seconds: dict[str, float] = field(default_factory=dict)

    def look(self) -> None:
        """Send a request, read its text and its audio, and erase it whatever happens.

        Raises:
            PartError: something did not work.
        """
        link = self._part("accept", self._send)
        try:
            record = self._part("text", partial(self._follow, link))
            self._part("audio", lambda: self._listen(record["voice"]))
        except PartError:
            try:
                self._part("erase", partial(self._erase, link))
            except PartError as error:  # the first failure is the one to tell; the request expires by itself
                logger.warning("watch left a request", extra={"code": str(error)})
            raise
        self._part("erase", partial(self._erase, link))
        self._part("gone", partial(self._find_gone, link))

    def _part(self, name: str, work: Callable[[], T]) -> T:
        try:
            done = work()
        except CallError as error:
            raise PartError(f"{name}: {error}") from None
        except (KeyError, TypeError):
            raise PartError(f"{name}: UnexpectedAnswer") from None
        self.seconds[name] = self.watch.milliseconds / 1000
        return done

    def _send(self) -> str:
        settings, headers = self.services.settings, {"x-api-key": self.services.key}
        message = message_for(clock.now().timestamp(), settings.watch_minutes)
        body = {**CUSTOMER, "message": message["text"], "language": message["language"]}
        answer = self.services.call(settings.watched_url, method="POST", body=body, headers=headers)
        return str(answer.json()["status_url"])

    def _follow(self, link: str) -> dict[str, Any]:
        """Return the record of the request once it is answered."""
        longest = self.services.settings.answer_seconds + RESERVE_SECONDS
        while True:
            record = self.services.call(link).json()
            if record["status"] == "completed":
                if not record["reply"]["text"].strip():
                    raise CallError("EmptyReply")
                return record
            if record["status"] != "processing":
                raise CallError(str(record["status"]))
            if self.watch.milliseconds > longest * 1000 or self.remaining_ms() < FOR_ERASING_MS:
                raise CallError("TooLate")
            self.services.pause(PAUSE_SECONDS)

    def _listen(self, voice: Mapping[str, Any]) -> None:
        """Open the audio link; a reply on demand is spoken first, as for a listener."""
        if voice["status"] == "unavailable":
            if voice.get("reason") not in SILENT:
                raise CallError("NoAudio")
            return
        method = "POST" if voice["status"] == "on_demand" else "GET"
        audio = self.services.call(voice["url"], method=method, most_bytes=4)
        if audio.content_type != "audio/mpeg" or not audio.body.startswith(_MP3):
            raise CallError("NoMp3")

    def _erase(self, link: str) -> None:
        self.services.call(self.services.call(link).json()["links"]["erase"], method="DELETE", most_bytes=0)

    def _find_gone(self, link: str) -> None:
        try:
            self.services.call(link)
        except CallError as error:
            if str(error) in ("404", "410"):
                return
            raise
        raise CallError("StillThere")


def run(services: Services, remaining_ms: Callable[[], int]) -> dict[str, int]:
    """Look once; the metric WatchFailed is 1 if something did not work, else 0, and the log says what."""
    looking, failed = _Run(services, remaining_ms), 0
    try:
        looking.look()
    except PartError as error:
        failed = 1
        logger.error("watch failed", extra={"code": str(error)})
    count(NAME, "WatchFailed", failed)
    if "text" in looking.seconds:
        count(NAME, "WatchTextSeconds", looking.seconds["text"], MetricUnit.Seconds)
    if "audio" in looking.seconds:
        count(NAME, "WatchAudioSeconds", looking.seconds["audio"], MetricUnit.Seconds)
    return {"failed": failed}


handler = wrappers.scheduled(NAME, run, Services.from_env)
