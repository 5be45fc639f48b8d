"""The documents of a folder: what is uploaded, what is shown, and how gaps are grouped."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from typer.testing import CliRunner, Result

from local.commands import knowledge
from local.commands.app import app
from local.environment.clients import Clients
from local.environment.site import Site
from local.errors import LocalError


@pytest.fixture
def bucket(clients: Clients, tmp_path: Path) -> str:
    name = f"documents-{uuid4().hex}"
    clients.s3.create_bucket(Bucket=name)
    return name


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def stored(clients: Clients, bucket: str) -> list[str]:
    found = clients.s3.list_objects_v2(Bucket=bucket).get("Contents", [])
    return sorted(one["Key"] for one in found)


def test_what_changed_is_uploaded_and_what_left_the_folder_is_deleted(
    clients: Clients, bucket: str, tmp_path: Path
) -> None:
    folder = write(tmp_path / "documents", retours="30 jours", garantie="2 ans")
    (folder / "aide").mkdir()
    (folder / "aide" / "compte.txt").write_text("Compte")
    (folder / ".DS_Store").write_bytes(b"x")
    assert knowledge.upload(clients, bucket, folder).put == ["aide/compte.txt", "garantie.md", "retours.md"]
    assert stored(clients, bucket) == [
        "knowledge/aide/compte.txt",
        "knowledge/garantie.md",
        "knowledge/retours.md",
    ]
    write(folder, retours="31 jours")
    (folder / "garantie.md").unlink()
    changed = knowledge.upload(clients, bucket, folder)
    assert (changed.put, changed.deleted) == (["retours.md"], ["garantie.md"])
    again = knowledge.upload(clients, bucket, folder)
    assert (again.put, again.deleted) == ([], [])


def test_what_cannot_be_read_is_not_uploaded_and_an_earlier_version_stays(
    clients: Clients, bucket: str, tmp_path: Path
) -> None:
    folder = write(tmp_path / "documents", tarifs="4,90 €")
    (folder / "contrat.docx").write_bytes(b"PK")
    uploaded = knowledge.upload(clients, bucket, folder)
    assert uploaded.unfit["contrat.docx"].startswith(".docx is not read")
    (folder / "tarifs.md").write_bytes(b"x" * 5_000_001)
    uploaded = knowledge.upload(clients, bucket, folder)
    assert set(uploaded.unfit) == {"contrat.docx", "tarifs.md"}
    assert (uploaded.deleted, stored(clients, bucket)) == ([], ["knowledge/tarifs.md"])


def test_an_environment_without_its_folder_is_told_which(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(knowledge, "ROOT", tmp_path)
    with pytest.raises(
        LocalError, match=r"^environments/dev.toml: \[knowledge\] folder: there is no folder knowledge$"
    ):
        knowledge.folder_of("dev")


@pytest.mark.parametrize(
    ("rows", "usd", "said"),
    [
        (
            [{"passages": 8, "new": 8, "removed": 0}],
            0.0005,
            "1 documents, 8 passages: 8 embedded and put, 0 removed; $0.000500",
        ),
        (
            [{"passages": 8, "new": 0, "removed": 0}],
            0.0,
            "1 documents, 8 passages: nothing had changed; $0.000000",
        ),
        (
            [{"passages": 0, "new": 0, "removed": 3}],
            None,
            "0 documents, 0 passages: 0 embedded and put, 3 removed; price unknown in this Region",
        ),
    ],
)
def test_a_run_is_told_in_one_line(rows: list[dict[str, Any]], usd: float | None, said: str) -> None:
    assert knowledge.summary({"documents": rows, "usd": usd}) == said


def gap(
    request_id: str, category: str, language: str, document: str | None, distance: float = 0.2
) -> dict[str, Any]:
    found = {"document": document, "distance": distance} if document else {}
    return {"pk": request_id, "gap": {"category": category, "language": language, **found}}


def test_gaps_are_grouped_by_subject_the_most_frequent_first() -> None:
    gaps = [
        gap("a", "product", "en", "Garantie", 0.3),
        gap("b", "delivery", "fr", None),
        gap("c", "product", "en", "Garantie", 0.1),
        gap("d", "product", "en", "Livraison"),
    ]
    groups = knowledge.group(gaps)
    assert [
        (one["category"], one["document"], one["count"], one["distance"], one["request_ids"])
        for one in groups
    ] == [
        ("product", "Garantie", 2, 0.1, ["a", "c"]),
        ("delivery", None, 1, None, ["b"]),
        ("product", "Livraison", 1, 0.2, ["d"]),
    ]


class Function:
    """The operator's function, which answers in turn, and what it was called with."""

    def __init__(self, *answers: dict[str, Any], error: str = "") -> None:
        self.answers, self.error = list(answers), error
        self.events: list[dict[str, Any]] = []

    def invoke(self, **call: Any) -> dict[str, Any]:
        assert call["FunctionName"] == "index-function"
        self.events.append(json.loads(call["Payload"]))
        said = {"errorMessage": self.error} if self.error else self.answers.pop(0)
        failed = {"FunctionError": "Unhandled"} if self.error else {}
        return {"Payload": BytesIO(json.dumps(said).encode()), **failed}


def row(name: str, **figures: Any) -> dict[str, Any]:
    return {"document": name, "passages": 0, "new": 0, "kept": 0, "removed": 0, "error": ""} | figures


@dataclass
class Indexed:
    """A folder, the bucket that it is uploaded to, and the function that indexes it."""

    clients: Clients
    folder: Path
    function: Function

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(app, ["knowledge", *arguments], catch_exceptions=False)


@pytest.fixture
def indexed(clients: Clients, bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Indexed:
    made = Indexed(clients, write(tmp_path / "documents", retours="30 jours"), Function())
    outputs = {"BucketName": bucket, "IndexKnowledgeFunction": "index-function"}
    monkeypatch.setattr(knowledge, "find_stack", lambda *_: (clients, "stack", None))
    monkeypatch.setattr(knowledge, "stack_outputs", lambda *_: outputs)
    monkeypatch.setattr(knowledge, "folder_of", lambda _: made.folder)
    monkeypatch.setattr(Clients, "client", lambda *_, **__: made.function)
    return made


def test_the_function_is_called_until_nothing_is_left_and_each_document_is_a_row(indexed: Indexed) -> None:
    indexed.function.answers = [
        {"rows": [row("a.md", passages=2, new=2)], "usd": 0.1, "documents": 2, "after": "a.md"},
        {"rows": [row("b.md", passages=1, kept=1)], "usd": 0.2, "documents": 2, "after": None},
    ]
    done = indexed.run("--json")
    assert done.exit_code == 0
    assert indexed.function.events == [{}, {"after": "a.md"}]
    said = json.loads(done.stdout)
    assert [one["document"] for one in said["documents"]] == ["a.md", "b.md"]
    assert (said["uploaded"], said["usd"]) == (["retours.md"], pytest.approx(0.3))


def test_a_document_that_cannot_be_read_is_named_in_the_table_and_the_exit_code_is_1(
    indexed: Indexed,
) -> None:
    (indexed.folder / "contrat.docx").write_bytes(b"PK")
    indexed.function.answers = [
        {"rows": [row("retours.md", passages=1, new=1)], "usd": None, "documents": 1, "after": None}
    ]
    done = indexed.run()
    assert done.exit_code == 1
    assert "contrat.docx" in done.stdout
    assert "not read: .docx is not read" in " ".join(done.stdout.split())
    assert "price unknown in this Region" in done.stdout


def test_a_function_that_failed_is_told_with_its_code(indexed: Indexed) -> None:
    indexed.function.error = "bedrock.InvokeModel: ThrottlingException"
    with pytest.raises(LocalError, match=r"not everything was indexed \(bedrock.InvokeModel: Throttling"):
        knowledge.index(indexed.clients, "stack", indexed.folder)


def test_a_stack_without_the_function_is_to_be_deployed_again(
    clients: Clients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge, "stack_outputs", lambda *_: {"BucketName": "b"})
    with pytest.raises(LocalError, match="stack has no output IndexKnowledgeFunction: deploy it again"):
        knowledge.index(clients, "stack", tmp_path)


def test_gaps_of_the_last_months_are_listed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime.now(UTC)
    months: list[str] = []

    def gaps(_: Any, month: str) -> Iterator[dict[str, Any]]:
        months.append(month)
        if month == f"{now:%Y-%m}":
            yield from (gap(f"req-{number}", "product", "en", "Garantie", 0.25) for number in range(5))

    monkeypatch.setattr(knowledge, "find_site", lambda *_: site)
    monkeypatch.setattr(knowledge, "_gaps", gaps)
    shown = CliRunner().invoke(app, ["knowledge-gaps", "--months", "2"], catch_exceptions=False).stdout
    assert len(months) == len(set(months)) == 2
    for part in ("product", "en", "5", "Garantie", "0.25", "req-0, req-1, req-2 and 2 more"):
        assert part in " ".join(shown.split())
    said = CliRunner().invoke(app, ["knowledge-gaps", "--json"], catch_exceptions=False).stdout
    assert json.loads(said)[0]["count"] == 5
    assert len(set(months[2:])) == 3
