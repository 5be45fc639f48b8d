"""One marked request through a deployed environment: what is looked at, and what to do where it fails."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from botocore.exceptions import BotoCoreError, ClientError
from httpx import HTTPError

from assistant.request.item import Stub
from local.commands.audio import listen
from local.commands.client import ApiProblemError, Record, SupportApi
from local.commands.trace import collect as tracing
from local.commands.trace.history import Execution, executions
from local.environment.site import Site
from local.errors import LocalError

T = TypeVar("T")

BODY: Final = {
    "name": "Smoke Test",
    "email": "smoke-test@support.example",
    "message": "This is a test of the support desk after a deployment: nobody needs to act on it, and it is"
    " erased at once. When are you open on Saturdays, and where can I find your opening hours?",
    "language": "en",
}
STEPS: Final = ("TranslateAndAnalyze", "GenerateAIResponse", "GenerateVoiceResponse", "SendResponse")
SILENT: Final = {"speech_off", "no_voice_for_language"}
"""Reasons for which a reply has no audio although nothing failed."""

LOOK_AT: Final[Mapping[str, str]] = {
    "accepted": "the API key and its usage plan; the log of ProcessCustomerRequest",
    "answered": "`make trace` with the id; the alarms",
    "complete": "docs/operations.md, Troubleshooting by symptom",
    "text": "the log of GenerateAIResponse",
    "audio": "`make doctor`: voices; the log of GenerateVoiceResponse or GetAudio",
    "notification": "the team's topic and its subscriptions; the log of SendResponse",
    "trace": "the execution of this name in the Step Functions console",
    "erased": "the log of EraseRequest; `make erase` with the address smoke-test@support.example",
}
_PAUSE_SECONDS = 0.3
_LONGEST_SECONDS = 30


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: whether it is as it should be, how long that took, what was seen."""

    name: str
    ok: bool
    seconds: float
    detail: str


@dataclass
class Smoke:
    """A request on its way through one environment, and what was found so far."""

    site: Site
    api: SupportApi
    request_id: str = ""
    checks: list[Check] = field(default_factory=list)

    def run(self) -> list[Check]:
        """Send the request, look at everything that becomes of it, erase it whatever was found."""
        accepted = self._check("accepted", self._send)
        if accepted is None:
            return self.checks
        self.request_id = accepted["request_id"]
        link = accepted["status_url"]
        try:
            record = self._check("answered", lambda: self._follow(link))
            if record is not None:
                self._check("complete", self._complete)
                self._check("text", lambda: self._text(record))
                self._check("audio", lambda: self._audio(record))
                self._check("notification", self._notification)
                self._check("trace", self._trace)
        finally:
            self._check("erased", lambda: self._erase(link))
        return self.checks

    def _check(self, name: str, look: Callable[[], tuple[T, str]]) -> T | None:
        started = time.monotonic()
        value: T | None = None
        try:
            value, detail = look()
        except (LocalError, HTTPError, BotoCoreError, ClientError) as error:
            detail = f"{error}; look at {LOOK_AT[name]}"
        seconds = round(time.monotonic() - started, 2)
        self.checks.append(Check(name, value is not None, seconds, detail))
        return value

    def _send(self) -> tuple[Record, str]:
        accepted = self.api.submit(BODY)
        return accepted, accepted["request_id"]

    def _follow(self, link: str) -> tuple[Record, str]:
        record = self.api.follow(link)
        if record["status"] != "completed":
            raise LocalError(f"the request is {record['status']}")
        return record, record["status"]

    def _complete(self) -> tuple[bool, str]:
        degraded = tracing.read_item(self.site, self.request_id)["degraded"]
        if degraded:
            raise LocalError(f"degraded: {', '.join(f'{part} ({why})' for part, why in degraded.items())}")
        return True, "nothing is degraded"

    def _text(self, record: Record) -> tuple[bool, str]:
        reply = record["reply"]
        if not reply["text"].strip():
            raise LocalError("the reply is empty")
        return True, f"{len(reply['text'].split())} words, language {reply['language']}"

    def _audio(self, record: Record) -> tuple[bool, str]:
        voice = record["voice"]
        if voice["status"] not in ("ready", "on_demand"):
            if voice.get("reason") in SILENT:
                return True, f"none: {voice['reason']}"
            raise LocalError(f"there is no audio: {voice.get('reason')}")
        sound = listen(self.api.audio(voice["url"]))  # one on demand is spoken because we ask for it
        if sound.seconds < 1:
            raise LocalError(f"the audio lasts {sound.seconds:.1f} s")
        return True, f"MP3, {sound.seconds:.1f} s at {sound.sample_rate} Hz"

    def _notification(self) -> tuple[bool, str]:
        item = tracing.read_item(self.site, self.request_id)
        if "notified_at" not in item:
            raise LocalError("the team was not notified")
        if not self.site.state:
            return True, f"published at {item['notified_at']}"
        kinds = until(self._arrived, "no notification has arrived")
        return True, f"arrived: {', '.join(kinds)}"

    def _arrived(self) -> list[str] | None:
        """Return the kinds of the notifications in this machine's inbox, once the answer's is there."""
        letters = tracing.notifications(self.site, self.request_id)
        kinds = [letter.attributes.get("kind", "") for letter in letters]
        return kinds if "answer" in kinds else None

    def _trace(self) -> tuple[bool, str]:
        execution = self._ended()
        ran = [step.state for step in execution.steps]
        if missing := [step for step in STEPS if step not in ran]:
            raise LocalError(f"{execution.status} without {', '.join(missing)}")
        if execution.status != "SUCCEEDED":
            raise LocalError(f"the execution is {execution.status}: {execution.error}")
        retries = sum(len(step.errors) for step in execution.steps)
        return True, f"{execution.name}: {execution.status}, {len(ran)} states, {retries} errors"

    def _ended(self) -> Execution:
        """Return the request's execution once it has ended: the record is complete a moment before."""
        return until(
            lambda: next(
                (
                    one
                    for one in executions(self.site.clients, self.site.state_machine_arn, self.request_id)
                    if one.status != "RUNNING"
                ),
                None,
            ),
            "the execution has not ended",
        )

    def _erase(self, link: str) -> tuple[bool, str]:
        self.api.erase(link)
        try:
            self.api.record(link)
        except ApiProblemError as error:
            if error.status not in (404, 410):
                raise
        else:
            raise LocalError("the status link still shows the request")
        left = set(tracing.read_item(self.site, self.request_id)) - Stub.__annotations__.keys()
        stored = [file.key for file in tracing.files(self.site, self.request_id) if file.size is not None]
        if left or stored:
            raise LocalError(f"not everything is erased: {', '.join((*sorted(left), *stored))}")
        return True, "the stub alone is left"


def until(look: Callable[[], T | None], otherwise: str) -> T:
    """Return the first thing that `look` finds; raise LocalError, saying `otherwise`, after half a minute."""
    deadline = time.monotonic() + _LONGEST_SECONDS
    while (found := look()) is None:
        if time.monotonic() > deadline:
            raise LocalError(f"{otherwise} after {_LONGEST_SECONDS} s")
        time.sleep(_PAUSE_SECONDS)
    return found
