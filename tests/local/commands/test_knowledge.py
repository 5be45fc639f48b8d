"""The documents of a folder: what is uploaded, what is shown, and how gaps are grouped."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from local.commands import knowledge
from local.environment.clients import Clients
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
