"""Whether the documents can be found: the model that embeds them, their index, and what is in it."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.doctor.documents import Documents, check_documents
from assistant.doctor.finding import Finding
from assistant.errors import ServiceError
from assistant.knowledge.indexing import FOLDER
from tests.assistant.doctor_fakes import busy, indexed_documents, refused
from tests.assistant.fakes import FakeBucket, FakeEmbedder, FakeVectorIndex

TITAN = "amazon.titan-embed-text-v2:0"
EMBEDS = Finding("documents", TITAN, "ok", "embeds in 512 values")
FITS = Finding("documents", "index", "ok", "holds vectors of 512 values")
INDEXED = Finding("documents", "folder", "ok", "2 documents, 2 passages, all indexed")
INDEX_THEM = "Index the documents: make knowledge."


class Examined:
    """Documents of fakes, of which two are indexed."""

    def __init__(self) -> None:
        self.documents: Documents = indexed_documents()
        indexer: Any = self.documents.indexer
        self.bucket: FakeBucket = indexer.bucket
        self.embedder: FakeEmbedder = indexer.embedder
        self.index: FakeVectorIndex = indexer.index

    def findings(self) -> list[Finding]:
        return check_documents(self.documents)


@pytest.fixture
def examined() -> Examined:
    return Examined()


def test_with_everything_in_order_each_part_says_so(examined: Examined) -> None:
    calls = list(examined.embedder.calls)
    assert examined.findings() == [EMBEDS, FITS, INDEXED]
    assert len(examined.embedder.calls) == len(calls) + 1


@pytest.mark.parametrize(
    ("error", "status", "detail", "advice"),
    [
        (
            refused("InvokeModel"),
            "problem",
            "does not answer (AccessDeniedException)",
            "Allow bedrock:InvokeModel for it",
        ),
        (
            refused("InvokeModel", "ResourceNotFoundException"),
            "problem",
            "does not answer (ResourceNotFoundException)",
            "in a Region that offers it",
        ),
        (
            busy("InvokeModel"),
            "unknown",
            "could not be asked (service.InvokeModel: ThrottlingException)",
            "again in a moment",
        ),
        (busy("InvokeModel", "EndpointConnectionError"), "unknown", "is not offered in this Region", ""),
    ],
)
def test_a_model_that_does_not_embed_is_a_problem_unless_it_is_busy(
    examined: Examined, error: ServiceError, status: str, detail: str, advice: str
) -> None:
    examined.embedder.errors["embed"] = [error]
    model, *rest = examined.findings()
    assert (model.check, model.subject, model.status) == ("documents", TITAN, status)
    assert detail in model.detail
    assert advice in model.advice
    assert rest == [FITS, INDEXED]


@pytest.mark.parametrize("lacking", ["index", "indexer"])
def test_before_the_first_deployment_there_is_no_index(examined: Examined, lacking: str) -> None:
    nothing: dict[str, Any] = {lacking: None}
    assert check_documents(replace(examined.documents, **nothing)) == [
        EMBEDS,
        Finding("documents", "index", "unknown", "no index: not deployed yet", "Deploy, and repeat this."),
    ]


@pytest.mark.parametrize(
    ("error", "status", "detail", "advice"),
    [
        (
            refused("GetIndex", "NotFoundException"),
            "problem",
            "is not there",
            "Deploy again; then index the documents: make knowledge.",
        ),
        (
            refused("GetIndex"),
            "unknown",
            "could not be asked (service.GetIndex: AccessDeniedException)",
            "Let whoever runs the checkup call service:GetIndex.",
        ),
        (
            busy("GetIndex"),
            "unknown",
            "could not be asked (service.GetIndex: ThrottlingException)",
            "Run the checkup again in a moment.",
        ),
    ],
)
def test_an_index_that_cannot_be_asked_leaves_its_content_unchecked(
    examined: Examined, error: ServiceError, status: Any, detail: str, advice: str
) -> None:
    examined.index.errors["dimensions"] = [error]
    assert examined.findings() == [EMBEDS, Finding("documents", "index", status, detail, advice)]


def test_an_index_of_other_vectors_is_a_problem(examined: Examined) -> None:
    examined.index.size = 1_024
    detail = "holds vectors of 1024 values, and the model gives 512"
    advice = "Deploy again, then make knowledge."
    assert examined.findings() == [EMBEDS, Finding("documents", "index", "problem", detail, advice)]


def test_no_document_at_all_is_warned_of(examined: Examined) -> None:
    examined.bucket.objects.clear()
    examined.index.vectors.clear()
    detail = "is empty: every reply acknowledges, and none answers"
    assert examined.findings()[2:] == [Finding("documents", "folder", "warning", detail, INDEX_THEM)]


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ({"neu.md": b"Neu"}, "1 passages are missing there, 0 are gone here"),
        ({"aide.txt": None}, "0 passages are missing there, 1 are gone here"),
        ({"aide.txt": None, "retours.md": None}, "0 passages are missing there, 2 are gone here"),
        ({"aide.txt": b"Aide\n\nNous vous aidons."}, "1 passages are missing there, 1 are gone here"),
    ],
)
def test_what_differs_from_the_index_is_counted_and_left_as_it_is(
    examined: Examined, changes: dict[str, bytes | None], detail: str
) -> None:
    for name, body in changes.items():
        examined.bucket.objects.pop(FOLDER + name, None)
        if body is not None:
            examined.bucket.objects[FOLDER + name] = body
    before = dict(examined.index.vectors)
    differs = Finding("documents", "folder", "warning", f"differs from the index: {detail}", INDEX_THEM)
    assert examined.findings() == [EMBEDS, FITS, differs]
    assert examined.index.vectors == before


def test_each_document_that_is_not_read_is_warned_of_with_the_reason(examined: Examined) -> None:
    examined.bucket.objects |= {FOLDER + "a.docx": b"x", FOLDER + "retours.md": b"\xff"}
    reason = ".docx is not read; .md, .html, .htm, .txt, .pdf are"
    assert examined.findings()[2:] == [
        Finding("documents", "a.docx", "warning", f"is not read: {reason}", "Mend it, then make knowledge."),
        Finding(
            "documents",
            "retours.md",
            "warning",
            "is not read: it is not UTF-8 (byte 0)",
            "Mend it, then make knowledge.",
        ),
        Finding("documents", "folder", "ok", "1 documents, 2 passages, all indexed"),
    ]


@pytest.mark.parametrize(
    ("fake", "call"), [("bucket", "list_keys"), ("bucket", "get"), ("index", "list_keys")]
)
def test_a_folder_that_cannot_be_read_is_unknown(examined: Examined, fake: str, call: str) -> None:
    getattr(examined, fake).errors[call] = [refused("GetObject")]
    detail = "could not be asked (service.GetObject: AccessDeniedException)"
    advice = "Let whoever runs the checkup call service:GetObject."
    assert examined.findings() == [EMBEDS, FITS, Finding("documents", "folder", "unknown", detail, advice)]
