"""Speech on demand: whoever asks first has the reply spoken, the others wait for it.

A lease on the request's item elects the one: a conditional write, which DynamoDB grants once. It ends by
itself, so that one who died is followed by another.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, cast
from uuid import uuid4

from assistant import clock
from assistant.errors import NotFound, ServiceError, ServiceRefused, TryAgainLater
from assistant.language.languages import Engine
from assistant.request.archive import Archive
from assistant.request.item import AudioLease, Voice, Voiced, voiced
from assistant.request.table import RequestTable, Update
from assistant.telemetry import logger

from . import speech
from .voices import PollyVoice

LEASE: Final = timedelta(seconds=30)
"""Longer than API Gateway lets one speak."""

WAIT: Final = timedelta(seconds=20)
"""How long one waits for another's speech."""

LATEST_START: Final = timedelta(seconds=8)
"""Whoever has waited for longer begins no more: speaking takes up to 20 s, and API Gateway waits for 29."""

PAUSE_SECONDS: Final = 0.5
"""Between two looks of one who waits."""

_STILL_ON_DEMAND: Final = {"voice.status": "on_demand"}


@dataclass(frozen=True)
class Services:
    """What speaking on demand needs; `marks_audio`: an MP3 says that it is synthetic."""

    requests: RequestTable
    archive: Archive
    speaker: speech.Speaker
    marks_audio: bool


def settled(item: Voiced, look: Callable[[], Voiced], services: Services) -> Voiced:
    """Return a request whose voice was on demand as soon as it is not: made here, or by another.

    `look` reads the request again, and raises if the link has expired or was revoked.

    Raises:
        TryAgainLater: another has been speaking for too long.
        Gone: the request was erased, or its link revoked, meanwhile.
        ServiceError: Polly, the bucket or the table failed; the next call tries again.
    """
    came, caller = clock.now(), uuid4().hex
    while item["voice"]["status"] == "on_demand":
        now = clock.now()
        if now - came >= WAIT:
            _keep_account(item, services)
            raise TryAgainLater("The reply is still being spoken. Please repeat the call.")
        is_free = "audio_lease" not in item or item["audio_lease"]["until"] <= int(now.timestamp())
        if is_free and now - came < LATEST_START:
            try:
                item = _elected(item, caller, now, services)
                if item.get("audio_lease", {}).get("by") == caller:
                    _speak(item, caller, services)
                    return look()
            except NotFound:
                return look()  # erased, which the link says in its own words
        else:
            clock.pause(PAUSE_SECONDS)
            item = look()
    _keep_account(item, services)
    return item


def _elected(item: Voiced, caller: str, now: datetime, services: Services) -> Voiced:
    """Return the request with the lease of whoever was elected: the caller, or one who was faster."""
    election = Update(
        set_={"audio_lease": AudioLease(by=caller, until=int((now + LEASE).timestamp()))},
        while_equal=_STILL_ON_DEMAND,
        lapsed=("audio_lease.until", int(now.timestamp())),
    )
    return voiced(services.requests.update(item["pk"], election))


def _speak(item: Voiced, caller: str, services: Services) -> None:
    """Have the reply spoken and write down that it was, or that it never can be.

    What another wrote down before stays.
    """
    voice = item["voice"]
    outcome: dict[str, Any] = {"voice.status": "ready"}
    chosen = PollyVoice(voice["voice_id"], cast("Engine", voice["engine"]), voice["language"])
    try:
        speech.speak(item, chosen, services.archive, services.speaker, marks_audio=services.marks_audio)
    except ServiceError as error:
        if not (isinstance(error, ServiceRefused) and error.service == "polly"):
            # The next one may try at once, unless another holds the lease by now.
            given_back = Update(remove=("audio_lease",), while_equal={"audio_lease.by": caller})
            with _at_best("lease not given back"):
                services.requests.update(item["pk"], given_back)
            raise
        none = Voice(status="unavailable", reason=str(error))
        outcome = {"voice": none, "degraded.voice": str(error)}
    settling = Update(set_=outcome, remove=("audio_lease",), while_equal=_STILL_ON_DEMAND)
    try:
        services.requests.update(item["pk"], settling)
    except NotFound:  # erased meanwhile; what cannot be deleted here, the sweep deletes
        with _at_best("audio of an erased request not deleted"):
            services.archive.delete_audio(item["pk"])
        raise


def _keep_account(item: Voiced, services: Services) -> None:
    """Store what waiting used."""
    with _at_best("usage not stored"):
        services.requests.update(item["pk"], Update())


@contextmanager
def _at_best(otherwise: str) -> Iterator[None]:
    """Go on without what failed, and log it."""
    try:
        yield
    except (ServiceError, NotFound) as error:
        logger.warning(otherwise, extra={"code": str(error)})
