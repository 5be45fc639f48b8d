"""2,000 documents of three pages, indexed and searched on the local stack: `python -m bench.documents`.

It takes most of an hour, since every passage is embedded on this machine, and so is no part of `make bench`.
"""

import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import psutil

from assistant.aws.embeddings import Embedder
from assistant.aws.s3vectors import MIN_PUT_BYTES, VectorIndex
from assistant.knowledge.finding import Finder
from local.commands import knowledge
from local.commands.console import say
from local.environment import lifecycle
from local.environment.deployment import Deployment
from local.environment.state import StateFolder
from support_stack import config

DOCUMENTS: Final = 2_000
SECTIONS: Final = 8
"""Of a document: about 700 characters each, which together are three pages."""

SEARCHES: Final = 50
STORED_USD: Final = 0.06
"""A month for a gigabyte: Amazon S3 pricing, S3 Vectors storage."""

_THINGS: Final = (
    "lampe",
    "cafetière",
    "casque",
    "chaise",
    "table",
    "tapis",
    "bouilloire",
    "mixeur",
    "montre",
)
_PARTS: Final = (
    "réservoir",
    "joint",
    "câble",
    "pied",
    "couvercle",
    "filtre",
    "interrupteur",
    "housse",
    "vis",
)
_SENTENCES: Final = (
    "Pour {thing} de la série {series}, le délai est de {days} jours à compter de la réception.",
    "Le {part} se commande séparément au prix de {price} € et arrive en {days} jours ouvrés.",
    "Si {thing} ne fonctionne plus après {days} mois, envoyez une photo du {part} au service client.",
    "La référence {series}-{days} figure sous {thing}, à côté du {part}.",
    "Un entretien tous les {days} jours prolonge la vie du {part}.",
    "Nos magasins reprennent {thing} usagée sans frais et vous conseillent sur le {part}.",
)


def write(folder: Path, count: int, seed: int = 14) -> None:
    """Write documents that differ in every sentence; the same seed writes the same ones."""
    drawn = random.Random(seed)  # noqa: S311 - not for secrets
    for number in range(count):
        thing = drawn.choice(_THINGS)
        lines = ["---", f"title: Notice {number:04} {thing}", "updated: 2026-11-01", "---"]
        for section in range(SECTIONS):
            lines += ["", f"## {drawn.choice(_PARTS).capitalize()} {section + 1}", ""]
            lines.append(" ".join(_sentence(drawn, thing, number) for _ in range(8)))
        (folder / f"notice-{number:04}.md").write_text("\n".join(lines), encoding="utf-8")


def _sentence(drawn: random.Random, thing: str, number: int) -> str:
    return drawn.choice(_SENTENCES).format(
        thing=f"votre {thing}",
        part=drawn.choice(_PARTS),
        series=f"{thing[:2].upper()}{number:04}",
        days=drawn.randint(2, 90),
        price=f"{drawn.randint(3, 99)},{drawn.randint(0, 9)}0",
    )


def measure(deployment: Deployment, state: Path, count: int) -> dict[str, Any]:
    """Return seconds, memory and prices of indexing documents, of indexing again, of searching."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, count)
        before = _megabytes(state)
        first, seconds = _timed(lambda: knowledge.index(deployment.clients, deployment.stack, folder))
        say(f"indexed in {seconds:.0f} s")
        again, idle = _timed(lambda: knowledge.index(deployment.clients, deployment.stack, folder))
    passages = sum(row["passages"] for row in first["documents"])
    return {
        "documents": count,
        "passages": passages,
        "seconds to index": round(seconds),
        "USD to index": first["usd"],
        "seconds when nothing has changed": round(idle, 1),
        "embedded then": sum(row["new"] for row in again["documents"]),
        "ms of a search, median": round(_search_ms(deployment)),
        "MB before, by process": before,
        "MB after, by process": _megabytes(state),
        "USD a month stored": round(passages * _BYTES / 1024**3 * STORED_USD, 4),
    }


_BYTES: Final = 4 * 512 + 1_100
"""Of a passage in the index: its values, its text and what else is kept."""


def _search_ms(deployment: Deployment) -> float:
    environment = config.load("local").knowledge
    clients = deployment.clients
    embedder = Embedder(
        environment.embedding_model, client=clients.client("bedrock-runtime", url=deployment.ai_url)
    )
    index = VectorIndex(
        deployment.vector_index_arn, client=clients.client("s3vectors", url=deployment.vectors_url)
    )
    finder = Finder(embedder, index, most=environment.passages, language="fr")
    times = []
    for number in range(SEARCHES):
        question = f"Combien coûte le réservoir de ma cafetière CA{number:04} ?"
        times.append(_timed(lambda text=question: finder.find(text, lambda: text))[1] * 1000)
    return statistics.median(times)


def _timed(work: Any) -> tuple[Any, float]:
    began = time.monotonic()
    return work(), time.monotonic() - began


def _megabytes(state: Path) -> dict[str, int]:
    running = StateFolder(state).read()
    assert running is not None
    return {one.name: round(psutil.Process(one.pid).memory_info().rss / 1e6) for one in running.processes}


def main() -> None:
    """Index, search, print as JSON."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    with tempfile.TemporaryDirectory() as name:
        state = Path(name)
        try:
            found = measure(lifecycle.start(state, report=say), state, count)
        finally:
            lifecycle.stop(state)
    found["a put is billed for at least"] = MIN_PUT_BYTES
    sys.stdout.write(json.dumps(found, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
