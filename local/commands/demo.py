"""`demo`: sends the samples through the deployed API and judges what comes back."""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import typer
from rich import box
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from local.commands import knowledge
from local.commands.audio import Sound, listen
from local.commands.client import Record, SupportApi
from local.commands.console import STATE, JsonOption, StateOption, err, out, print_json, say
from local.commands.samples import HELD_LOCALLY, Sample, load
from local.commands.send import api_of, percent
from local.commands.up import AiOption, PortOption, UpEnvOption, ai_choice, bring_up
from local.environment.cdk import ENVIRONMENT
from local.environment.deployment import Deployment
from local.environment.endpoints import STAND_INS
from local.environment.state import StateFolder, ai_source
from local.errors import LocalError

# More at once only queue: each request keeps one function busy, and each busy function is a process.
AT_ONCE = 4

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


def demo(
    port: PortOption = None,
    ai: AiOption = None,
    env: UpEnvOption = None,
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Deploy what changed, answer the samples, check what came back."""
    deployment = bring_up(state, port=port, ai=ai_choice(ai), env=env)
    documents = knowledge.index(deployment.clients, deployment.stack, knowledge.folder_of(env or ENVIRONMENT))
    if not json:
        out.print(knowledge.summary(documents), soft_wrap=True)
    samples, folder = load(), StateFolder(state).audio
    with api_of(deployment) as api, Progress(console=err, transient=True) as bar:
        task = bar.add_task("answering the samples", total=len(samples))
        outcomes = run(api, samples, folder, deployment.record, done=lambda _: bar.advance(task))
    if json:
        print_json([outcome.as_json() for outcome in outcomes])
    else:
        out.print(outcome_table(outcomes))
        _explain(deployment, outcomes, state)
    faults = [f"{outcome.sample.id}: {fault}" for outcome in outcomes for fault in outcome.faults]
    for fault in faults:
        say(f"not as it must be: {fault}", style="red")
    if faults:
        raise typer.Exit(1)


def run(
    api: SupportApi,
    samples: list[Sample],
    audio: Path,
    record_of: Callable[[str], Record],
    done: Callable[[Outcome], None],
) -> list[Outcome]:
    """Send the samples, a few at a time, and return their outcomes in the samples' order.

    `record_of` returns the team's record of an answered request.
    """
    audio.mkdir(parents=True, exist_ok=True)

    def judged(index: int, sample: Sample) -> Outcome:
        outcome = _answer(api, sample, audio / f"{sample.id}.mp3", record_of)
        found = replace(outcome, faults=(*outcome.faults, *_faults(outcome, held=index < HELD_LOCALLY)))
        done(found)
        return found

    with ThreadPoolExecutor(AT_ONCE) as senders:
        return list(senders.map(judged, range(len(samples)), samples))


def _answer(api: SupportApi, sample: Sample, file: Path, record_of: Callable[[str], Record]) -> Outcome:
    """Send one sample, follow it to its end and save what is heard."""
    started = time.monotonic()
    try:
        record = api.follow(api.submit(sample.body())["status_url"])
        if record["status"] == "completed":
            record = record_of(record["request_id"])
    except LocalError as error:
        return Outcome(sample, time.monotonic() - started, faults=(str(error),))
    outcome = Outcome(sample, time.monotonic() - started, record)
    url = record.get("voice", {}).get("url")
    if url is None:
        return outcome
    try:
        mp3 = api.audio(url)
        file.write_bytes(mp3)
        return replace(outcome, sound=listen(mp3), audio=file)
    except LocalError as error:
        return replace(outcome, faults=(str(error),))


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


def outcome_table(outcomes: Iterable[Outcome]) -> Table:
    """Return the samples' outcomes, one a row."""
    read = ("lang", "sentiment", "priority", "category")
    table = Table("sample", *read, "reply", "document", "voice", "s", "USD", "degraded", box=box.SIMPLE_HEAD)
    for outcome in outcomes:
        record = outcome.record
        analysis, reply, voice = (record.get(part, {}) for part in ("analysis", "reply", "voice"))
        negative = analysis.get("scores", {}).get("Negative")
        cells = (
            outcome.sample.id,
            record.get("language", {}).get("code", ""),
            analysis.get("sentiment", "") + ("" if negative is None else f", {percent(negative)} neg."),
            analysis.get("priority", ""),
            analysis.get("category", ""),
            f"{reply.get('language', '?')}, {reply['words']} words, {reply['source']}" if reply else "",
            ", ".join(dict.fromkeys(source["title"] for source in reply.get("sources", ()))),
            f"{voice.get('voice_id', '')} {outcome.sound.seconds:.0f} s" if outcome.sound else "none",
            f"{outcome.seconds:.1f}",
            f"{record['cost_usd']:.4f}" if "cost_usd" in record else "",
            ", ".join(degraded["step"] for degraded in record.get("degraded", ())),
        )
        table.add_row(*map(Text, map(str, cells)), style="red" if outcome.faults else None)
    return table


def _explain(deployment: Deployment, outcomes: list[Outcome], state: StateOption) -> None:
    answered = sum(1 for outcome in outcomes if outcome.record.get("status") == "completed")
    documented = sum(1 for one in outcomes if one.record.get("reply", {}).get("sources"))
    source = ai_source(state)
    key, trust = deployment.api_key, f"--cacert {deployment.ca_bundle} " if deployment.ca_bundle else ""
    lines = [
        f"{answered} of {len(outcomes)} messages answered, {documented} of them from a document; spoken"
        f" replies: {StateFolder(state).audio}",
        "Language, sentiment, translations, replies and speech come from local stand-ins: nothing was really"
        " translated, no model wrote a word, and documents are quoted. On AWS the real services answer."
        if source == STAND_INS
        else f"The AI calls were answered by {source}.",
        "It keeps running. Try:",
        f"  curl {trust}-H 'content-type: application/json' -H 'x-api-key: {key}' \\",
        '    -d \'{"name": "Ana", "email": "ana@example.com", "message": "¿Dónde está mi pedido?"}\' \\',
        f"    {deployment.api_url}/requests",
        "  make send MESSAGE='…'    make trace ID=req-…    make down",
    ]
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)
