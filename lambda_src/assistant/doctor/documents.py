"""The company's documents: the model that embeds them, their index, and whether it is up to date."""

from dataclasses import dataclass
from typing import Final

from assistant.aws.embeddings import DIMENSIONS, Embedder
from assistant.aws.s3vectors import VectorIndex
from assistant.errors import ServiceBusy, ServiceError
from assistant.knowledge.indexing import Indexer, Row

from .finding import Finding, not_checked

TEXT: Final = "Quand ma commande arrivera-t-elle ?"

_INDEX: Final = "make knowledge"


@dataclass(frozen=True)
class Documents:
    """What embeds, keeps and indexes the documents; without `index` and `indexer` nothing is deployed yet."""

    embedder: Embedder
    index: VectorIndex | None = None
    indexer: Indexer | None = None


def check_documents(documents: Documents) -> list[Finding]:
    """Check that the model embeds, that the index fits, and that it holds what the documents say."""
    findings = [_embeds(documents.embedder)]
    if documents.index is None or documents.indexer is None:
        advice = "Deploy, and repeat this."
        return [*findings, Finding("documents", "index", "unknown", "no index: not deployed yet", advice)]
    fits = _fits(documents.index)
    return [*findings, fits, *(_up_to_date(documents.indexer) if fits.status == "ok" else [])]


def _embeds(embedder: Embedder) -> Finding:
    try:
        embedder.embed(TEXT)
    except ServiceBusy as busy:
        return not_checked("documents", embedder.model, busy)
    except ServiceError as error:
        advice = (
            "Allow bedrock:InvokeModel for it, in a Region that offers it; until then no document is found."
        )
        return Finding("documents", embedder.model, "problem", f"does not answer ({error.code})", advice)
    return Finding("documents", embedder.model, "ok", f"embeds in {DIMENSIONS} values")


def _fits(index: VectorIndex) -> Finding:
    try:
        dimensions = index.dimensions()
    except ServiceError as error:
        if error.code == "NotFoundException":
            advice = "Deploy again; then index the documents: make knowledge."
            return Finding("documents", "index", "problem", "is not there", advice)
        return not_checked("documents", "index", error)
    if dimensions != DIMENSIONS:
        detail = f"holds vectors of {dimensions} values, and the model gives {DIMENSIONS}"
        return Finding("documents", "index", "problem", detail, f"Deploy again, then {_INDEX}.")
    return Finding("documents", "index", "ok", f"holds vectors of {dimensions} values")


def _up_to_date(indexer: Indexer) -> list[Finding]:
    try:
        names, keys = indexer.documents(), indexer.keys()
        rows = [row for some in indexer.bring_in_line(names, keys, change=False) for row in some]
        rows += indexer.remove_gone(names, keys, change=False)
    except ServiceError as error:
        return [not_checked("documents", "folder", error)]
    if not rows:
        detail = "is empty: every reply acknowledges, and none answers"
        return [Finding("documents", "folder", "warning", detail, f"Index the documents: {_INDEX}.")]
    unread = [
        Finding("documents", row.document, "warning", f"is not read: {row.error}", f"Mend it, then {_INDEX}.")
        for row in rows
        if row.error
    ]
    return [*unread, _difference(rows)]


def _difference(rows: list[Row]) -> Finding:
    new, removed, kept = (sum(getattr(row, name) for row in rows) for name in ("new", "removed", "kept"))
    if new or removed:
        detail = f"differs from the index: {new} passages are missing there, {removed} are gone here"
        return Finding("documents", "folder", "warning", detail, f"Index the documents: {_INDEX}.")
    documents = sum(1 for row in rows if not row.error)
    return Finding("documents", "folder", "ok", f"{documents} documents, {kept} passages, all indexed")
