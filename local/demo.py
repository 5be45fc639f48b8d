"""Sends the samples through the deployed API and judges what comes back."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from local.audio import Sound, listen
from local.client import Record, SupportApi
from local.errors import LocalError
from local.samples import HELD_LOCALLY, Sample

SILENCE = ("no_voice_for_language", "speech_off")
"""Reasons for which a reply without audio is as it must be."""


@dataclass(frozen=True)
class Outcome:
    """What became of one sample; `faults` is empty when all is as it must be."""

    sample: Sample
    seconds: float
    record: Record = field(default_factory=dict)
    sound: Sound | None = None
    audio: Path | None = None
    faults: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it for `--json`."""
        return {
            "id": self.sample.id,
            "seconds": round(self.seconds, 2),
            "audio": str(self.audio) if self.audio else None,
            "faults": list(self.faults),
            "record": self.record,
        }


def run(
    api: SupportApi, samples: list[Sample], audio: Path, *, at_once: int, done: Callable[[Outcome], None]
) -> list[Outcome]:
    """Send the samples, `at_once` at a time, and return their outcomes in the samples' order."""
    audio.mkdir(parents=True, exist_ok=True)
    outcomes: dict[str, Outcome] = {}
    with ThreadPoolExecutor(at_once) as senders:
        sent = [senders.submit(answer, api, sample, audio / f"{sample.id}.mp3") for sample in samples]
        for future in as_completed(sent):
            outcome = future.result()
            outcomes[outcome.sample.id] = outcome
            done(outcome)
    return [_judged(outcomes[sample.id], held=index < HELD_LOCALLY) for index, sample in enumerate(samples)]


def answer(api: SupportApi, sample: Sample, file: Path) -> Outcome:
    """Send one sample, follow it to its end and save what is heard."""
    started = time.monotonic()
    try:
        record = api.follow(api.submit(sample.body())["status_url"])
    except LocalError as error:
        return Outcome(sample, time.monotonic() - started, faults=(str(error),))
    seconds = time.monotonic() - started
    url = record.get("voice", {}).get("url")
    if url is None:
        return Outcome(sample, seconds, record)
    try:
        mp3 = api.audio(url)
        file.write_bytes(mp3)
        return Outcome(sample, seconds, record, listen(mp3), file)
    except LocalError as error:
        return Outcome(sample, seconds, record, faults=(str(error),))


def _judged(outcome: Outcome, *, held: bool) -> Outcome:
    return Outcome(
        outcome.sample,
        outcome.seconds,
        outcome.record,
        outcome.sound,
        outcome.audio,
        (*outcome.faults, *_faults(outcome, held=held)),
    )


def _faults(outcome: Outcome, *, held: bool) -> Iterator[str]:
    record = outcome.record
    if not record:
        return
    if record["status"] != "completed":
        yield f"status is {record['status']}: see `make trace ID={record['request_id']}`"
    reason = record.get("voice", {}).get("reason", "no reason is given")
    if outcome.sound is None and not outcome.faults and reason not in SILENCE:
        yield f"there is no audio: {reason}"
    for degraded in record.get("degraded", ()):
        if degraded["step"] == "reply_language":
            yield f"the reply is not written in the customer's language: {degraded['reason']}"
    if held:
        yield from outcome.sample.shortfalls(record)
