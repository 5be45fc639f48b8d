"""Replies from documents, over real HTTP: indexed by the operator's command, found, quoted, missed."""

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from local.commands import knowledge
from local.commands.app import app
from local.environment.deployment import Deployment
from local.environment.paths import ROOT
from local.standins.client import StandinClient
from tests.integration.conftest import Deployed
from tests.team import TeamApi

pytestmark = pytest.mark.integration

RETURN = {
    "name": "Zoé Lefèvre",
    "email": "zoe@example.com",
    "message": "Bonjour, j'ai acheté une lampe il y a dix jours et je souhaite savoir comment la retourner "
    "et sous quel délai je serai remboursée. Merci d'avance.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT / "knowledge", tmp_path_factory.mktemp("documents") / "knowledge"))


@pytest.fixture(scope="module")
def documents(deployment: Deployment, folder: Path) -> Iterator[Path]:
    """The sample documents, indexed; the index is empty again afterwards, as other tests expect it."""
    index(deployment, folder)
    yield folder
    for file in folder.iterdir():
        file.unlink()
    index(deployment, folder)


def index(deployment: Deployment, folder: Path) -> dict[str, Any]:
    return knowledge.index(deployment.clients, deployment.stack, folder)


def ask(api: TeamApi, body: dict[str, str]) -> dict[str, Any]:
    return api.follow(api.submit(body)["status_url"])


def totals(indexed: dict[str, Any]) -> dict[str, int]:
    return {name: sum(row[name] for row in indexed["documents"]) for name in ("new", "kept", "removed")}


def test_a_message_is_answered_from_a_document_with_its_source(
    documents: Path, deployment: Deployment, api: TeamApi
) -> None:
    record = ask(api, RETURN)
    reply = record["reply"]
    assert (reply["basis"], record["degraded"]) == ("documented", [])
    (source,) = reply["sources"]
    assert source["title"] == "Retours et remboursements"
    assert source["link"] == "https://www.maison-exemple.example/aide/retours"
    passages = deployment.record(record["request_id"])["passages"]
    assert [one["id"] for one in passages] == ["p1", "p2", "p3", "p4"]
    assert {one["document"] for one in passages} <= {file.name for file in documents.iterdir()}


def test_indexing_twice_does_nothing_and_a_changed_sentence_is_one_passage(
    documents: Path, deployment: Deployment, standins: StandinClient
) -> None:
    again = index(deployment, documents)
    assert totals(again) == {"new": 0, "kept": 64, "removed": 0}
    assert "InvokeModel" not in json.dumps(standins.calls())
    file = documents / "retours.md"
    before = file.read_text()
    file.write_text(before.replace("Vous disposez de", "Vous avez"))
    assert totals(index(deployment, documents)) == {"new": 1, "kept": 63, "removed": 1}
    file.write_text(before)
    assert totals(index(deployment, documents)) == {"new": 1, "kept": 63, "removed": 1}


def test_two_at_once_do_no_harm(documents: Path, deployment: Deployment) -> None:
    for file in documents.iterdir():
        file.write_text(file.read_text() + "\nUne phrase de plus.\n")
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: index(deployment, documents), range(2)))
    assert totals(index(deployment, documents)) == {"new": 0, "kept": 64, "removed": 0}


def test_a_document_that_cannot_be_read_is_named_and_the_others_go_on(
    documents: Path, deployed: Deployed, monkeypatch: pytest.MonkeyPatch
) -> None:
    (documents / "contrat.docx").write_bytes(b"PK")
    (documents / "tarifs.pdf").write_bytes(b"%PDF-1.7 cut short")
    (documents / "neuf.txt").write_text("Nouveau\n\nLa boutique de Nice ouvre en mars.")
    monkeypatch.setattr(knowledge, "folder_of", lambda _: documents)
    result = CliRunner().invoke(app, ["knowledge", "--state", str(deployed.state)], catch_exceptions=False)
    assert result.exit_code == 1
    assert "contrat.docx" in result.stdout
    assert ".docx is not read" in result.stdout
    assert "it is no readable PDF" in result.stdout
    assert "1 embedded and put" in result.stdout


def test_without_an_embedding_model_the_reply_acknowledges_and_says_so(
    documents: Path, api: TeamApi, standins: StandinClient
) -> None:
    standins.set_faults({"bedrock.InvokeModel": {"error": "denied"}})
    record = ask(api, RETURN)
    assert (record["reply"]["basis"], record["reply"]["sources"]) == ("acknowledgement", [])
    assert [one["step"] for one in record["degraded"]] == ["knowledge"]
    assert record["reply"]["source"] == "model"


def test_what_no_document_answers_is_listed_without_a_word_of_the_customer(
    documents: Path, deployed: Deployed, api: TeamApi
) -> None:
    record = ask(api, {**RETURN, "message": "Ma machine est cassée, c'est inadmissible, je suis furieuse !"})
    arguments = ["knowledge-gaps", "--json", "--state", str(deployed.state)]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    (gap,) = (one for one in json.loads(result.stdout) if record["request_id"] in one["request_ids"])
    assert (gap["category"], gap["language"]) == (record["analysis"]["category"], "fr")
    assert 0 < gap["distance"] < 1
    assert "machine" not in result.stdout
    assert "Zoé" not in result.stdout
