"""Records and outcomes as tables for a person to read."""

from collections.abc import Iterable

from rich import box
from rich.table import Table
from rich.text import Text

from local.client import Record
from local.demo import Outcome


def record_table(record: Record) -> Table:
    """Return one record, part by part; the texts in it are shown as they are, never as markup."""
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in _rows(record):
        table.add_row(name, Text(value))
    return table


def _rows(record: Record) -> Iterable[tuple[str, str]]:
    yield "request", record["request_id"]
    yield "status", record["status"]
    if language := record.get("language"):
        yield "language", f"{language.get('name', '')} ({', '.join(_language(language))})"
    message = record.get("message", {})
    if message.get("pivot") and message["pivot"] != message.get("original"):
        yield f"in {message.get('pivot_language', 'the pivot language')}", message["pivot"]
    if analysis := record.get("analysis"):
        scores = ", ".join(f"{name} {percent(score)}" for name, score in analysis.get("scores", {}).items())
        yield "sentiment", f"{analysis.get('sentiment', '')} {f'({scores})' if scores else ''}"
        yield "category", analysis.get("category", "")
        yield "priority", f"{analysis.get('priority', '')}, answer due {analysis.get('due_at', '')}"
        if entities := analysis.get("entities"):
            yield "entities", ", ".join(f"{entity['text']} ({entity['type']})" for entity in entities)
    if reply := record.get("reply"):
        yield "reply", reply["text"]
        if reply.get("pivot_text", reply["text"]) != reply["text"]:
            yield "for the team", reply["pivot_text"]
        yield "", f"{reply.get('words', '?')} words, by {reply.get('source')} {reply.get('model', '')}"
    if voice := record.get("voice"):
        later = "spoken when it is first opened: " if voice.get("status") == "on_demand" else ""
        yield "voice", f"{later}{voice['url']}" if "url" in voice else f"none: {voice.get('reason', '')}"
    if "cost_usd" in record:
        yield "cost", f"${record['cost_usd']:.5f} at list prices, by what was used"
    for degraded in record.get("degraded", ()):
        yield "degraded", f"{degraded['step']}: {degraded['reason']}"


def _language(language: Record) -> Iterable[str]:
    yield language["code"]
    yield f"{language.get('source', '')}{' by ' + language['reason'] if 'reason' in language else ''}"
    if language.get("declared", language["code"]) != language["code"]:
        yield f"declared {language['declared']}"


def outcome_table(outcomes: Iterable[Outcome]) -> Table:
    """Return the samples' outcomes, one a row."""
    read = ("lang", "sentiment", "priority", "category")
    table = Table("sample", *read, "reply", "voice", "s", "USD", "degraded", box=box.SIMPLE_HEAD)
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
            f"{voice.get('voice_id', '')} {outcome.sound.seconds:.0f} s" if outcome.sound else "none",
            f"{outcome.seconds:.1f}",
            f"{record['cost_usd']:.4f}" if "cost_usd" in record else "",
            ", ".join(degraded["step"] for degraded in record.get("degraded", ())),
        )
        table.add_row(*map(Text, map(str, cells)), style="red" if outcome.faults else None)
    return table


def percent(score: float | str) -> str:
    """Return a score from 0 to 1 as a percentage."""
    return f"{float(score):.0%}"
