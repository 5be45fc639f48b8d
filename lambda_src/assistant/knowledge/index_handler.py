"""IndexKnowledge: an operator has the index brought in line with the documents in the bucket."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from assistant import clock
from assistant.aws.embeddings import Embedder
from assistant.aws.s3 import Bucket
from assistant.aws.s3vectors import VectorIndex
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.request.table import RequestTable
from assistant.settings import IndexKnowledgeSettings
from assistant.telemetry import cost_usd, count_cost

from .indexing import Indexer, Row

NAME: Final = "IndexKnowledge"

SECONDS_A_CALL: Final = 20
"""After so long a call ends and says where to go on: the operator sees that it goes on."""

EMBEDDING_ATTEMPTS: Final = 8
"""At each passage: thousands of them in a row may be more than an account's quota for a minute."""

RESERVE_MS: Final = 60_000
"""What the next documents may take: none are begun with less time left."""


@dataclass(frozen=True)
class Services:
    """The documents, the model that embeds them, their index, and the ledger of the day."""

    indexer: Indexer
    requests: RequestTable
    meter: Meter

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = IndexKnowledgeSettings.from_env(env)
        meter = Meter(charged=False)
        return cls(
            indexer=Indexer(
                Bucket(settings.bucket_name, meter.add),
                Embedder(settings.embedding_model, meter.add, attempts=EMBEDDING_ATTEMPTS),
                VectorIndex(settings.vector_index_arn, meter.add),
            ),
            requests=RequestTable(settings.table_name, meter),
            meter=meter,
        )


def run(event: Mapping[str, Any], services: Services, remaining_ms: Callable[[], int]) -> dict[str, Any]:
    """Index the documents that come after `after`, by name, as far as the time allows.

    The answer's `rows` tell what became of each document, `after` where the next call goes on; it is None
    when all is done. `documents` counts those of the whole folder. With `dry_run` nothing is changed.

    Raises:
        ServiceError: a service failed; the same call goes on.
    """
    services.meter.start({"lambda_calls": 1})
    try:
        answer = _run(event, services.indexer, remaining_ms)
    finally:
        used = services.meter.finish()
        count_cost(NAME, used)
        wrappers.add_to_day(used, services.requests)
    return answer | {"usd": cost_usd(used)}


def _run(event: Mapping[str, Any], indexer: Indexer, remaining_ms: Callable[[], int]) -> dict[str, Any]:
    watch, change = clock.Stopwatch(), not event.get("dry_run", False)
    names, keys = indexer.documents(), indexer.keys()
    waiting = names[bisect_right(names, event.get("after") or "") :]
    rows: list[Row] = []
    for some in indexer.bring_in_line(waiting, keys, change=change):
        rows += some
        if watch.milliseconds > SECONDS_A_CALL * 1000 or remaining_ms() < RESERVE_MS:
            break
    after = rows[-1].document if len(rows) < len(waiting) else None
    if after is None:
        rows += indexer.remove_gone(names, keys, change=change)
    return {"rows": [row.to_json() for row in rows], "after": after, "documents": len(names)}


handler = wrappers.operated(NAME, run, Services.from_env)
