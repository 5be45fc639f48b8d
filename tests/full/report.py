"""Writes docs/faults.md, from a run of the whole matrix."""

import subprocess
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests.full.cases import CASES, Case
from tests.full.matrix import Outcome

ROOT = Path(__file__).resolve().parents[2]

_HEAD = """# Faults, and what became of the requests

Written by `make test-full` on {date}, at commit {commit}: {count} cases on the local stack, each a
request of its own that met one fault at one call. Roles were enforced; the proxy
([local/proxy](../local/proxy/)) and the AI stand-ins made the faults.

{counts}.

- *full answer*: record, transcript, audible speech and notification, nothing degraded.
- *degraded*: as much, but for what `degraded` names in record and notification, with the reason. For
  GenerateAIResponse to call Translate, the message is in a language without a template, whose replies end in
  translated sentences.
- *recorded failure*: the item says so, the team was told, and a restart ended as the row says.
- *dead-letter queue*: RecordFailure itself failed; the queue holds the id and the code.
- At intake: what the caller got; a repeated call with the same Idempotency-Key led to one request and one
  execution. A fault that lasts was ended after the first refusal.

*For ever* outlasts all retries; *access denied* and *malformed answer* last as long. The workflow's waits
were shortened to a hundredth; the faults' seconds are real.

Outside the workflow, proven with the same faults by `tests/full/test_fault_links.py`: who opens a status or
audio link gets 503 with Retry-After, and the answer once the fault is over; a sweep that fails says so as a
function error, and the next one does its work; a doctor that cannot ask counts an unknown, one that cannot
tell is a function error. And by `tests/full/test_fault_erasure.py`: who erases by DELETE gets 503 with
Retry-After, the repeated call goes on and gets 204; what nobody asks for again the sweep finishes. Until its
stub is written, a request is whole; after that it answers 410, and in the end only the stub is left.

| function | call | fault | outcome |
|---|---|---|---|
"""
_KINDS = {
    "accepted": "taken in after at most a repeated call",
    "answered": "full answers",
    "degraded": "answers with a fallback",
    "failed": "recorded failures",
    "dead letter": "dead letters",
}


def write(outcomes: Mapping[Case, Outcome]) -> None:
    """Write the table; the cases must be all."""
    assert outcomes.keys() == set(CASES)
    kinds = Counter(outcome.kind for outcome in outcomes.values())
    head = _HEAD.format(
        date=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        commit=_commit(),
        count=len(CASES),
        counts=", ".join(f"{kinds[kind]} {words}" for kind, words in _KINDS.items()),
    )
    rows = [f"| {case.function} | {case.call} | {case.fault} | {outcomes[case].seen} |" for case in CASES]
    (ROOT / "docs" / "faults.md").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


def _commit() -> str:
    commit = _git("rev-parse", "--short", "HEAD").strip()
    changed = _git("status", "--porcelain", "--", "lambda_src", "support_stack", "environments").strip()
    return f"{commit} with changes" if changed else commit


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else "unknown"
