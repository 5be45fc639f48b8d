"""`make eval` as it is called: drafts and questions from a file, what cannot be read."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.assistant.reply.test_checks import GERMAN, MESSAGE, TEXT

ROOT = Path(__file__).resolve().parents[2]
GOOD: dict[str, Any] = {
    "id": "good",
    "lang": "de",
    "name": "Grace O'Neill",
    "message": "Die Lampe 4471-B ist kaputt.",
    "message_fr": MESSAGE,
    "text": f"{GERMAN}\n\nMit freundlichen Grüßen\nMaison Exemple",
    "pivot_text": f"{TEXT}\n\nCordialement,\nMaison Exemple",
}


def run(
    tmp_path: Path, *lines: Any, option: str = "--drafts", arguments: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    file = tmp_path / "lines.jsonl"
    file.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "eval", option, str(file), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def both(said: str, **changes: Any) -> dict[str, Any]:
    return GOOD | {"id": "bad", "text": f"{GERMAN} {said}", "pivot_text": f"{TEXT} {said}"} | changes


def test_good_drafts_are_counted_and_not_listed(tmp_path: Path) -> None:
    done = run(tmp_path, GOOD, both("10 €", priority="HIGH", gesture="voucher_10"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 of 2 drafts rejected\n", "")


def test_a_rejected_draft_is_a_line_with_the_check_and_the_words(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        GOOD,
        both("F-22871"),
        both("evil.zip"),
        both("10 €", priority="MEDIUM", gesture="none"),
    )
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "bad (de)  code: F-22871",
        "bad (de)  link: evil.zip",
        "bad (de)  number: 10",
        "3 of 4 drafts rejected (code 1, link 1, number 1)",
    ]


def test_json_holds_the_same(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, GOOD, both("F-22871"), arguments=("--json",)).stdout)
    assert (found["drafts"], found["rejected"], found["by_check"]) == (2, 1, {"code": 1})
    assert found["judged"][1] == {
        "id": "bad",
        "lang": "de",
        "rejected": True,
        "check": "code",
        "words": "F-22871",
    }


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 2: not JSON"),
        ("[]", "line 2: an object is expected, not list"),
        ({**GOOD, "text": 7}, "line 2: the field text is not a string"),
        (
            {name: value for name, value in GOOD.items() if name != "message"},
            "line 2: the field message is missing",
        ),
        ({**GOOD, "lang": "xx-none"}, "line 2: lang 'xx-none' is no language"),
        ({**GOOD, "priority": "URGENT"}, "line 2: the field priority is one of HIGH, MEDIUM, NORMAL"),
        ({**GOOD, "category": "x"}, "line 2: the field category is one of delivery"),
        ({**GOOD, "gesture": 7}, "line 2: the field gesture is not a string"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_are_judged(
    tmp_path: Path, line: Any, told: str
) -> None:
    done = run(tmp_path, GOOD, line, both("F-22871"))
    assert done.returncode == 1
    assert told in done.stderr
    assert done.stdout.endswith("1 of 2 drafts rejected (code 1)\n")


@pytest.mark.parametrize(
    ("tag", "code"), [("de-AT", "de"), ("zh-Hant", "zh-TW"), ("nb", "no"), ("pt-BR", "pt")]
)
def test_languages_are_known_by_any_tag(tmp_path: Path, tag: str, code: str) -> None:
    found = json.loads(run(tmp_path, GOOD | {"lang": tag}, arguments=("--json",)).stdout)
    assert found["judged"][0]["lang"] == code


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "eval", "--drafts", str(tmp_path / "none")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.endswith("No such file or directory\n")


QUESTIONS: list[dict[str, Any]] = [
    {"lang": "fr", "question": "Quels sont les frais de livraison en Suisse ?", "document": "livraison"},
    {"lang": "fr", "question": "Puis-je payer par chèque ?", "document": "facturation.md"},
    {"lang": "en", "question": "Do you offer guided tours of the factory?", "document": None},
    {"lang": "en", "question": "Do you sell plants?"},
]


@pytest.mark.slow
def test_what_is_found_for_questions_of_ones_own_and_a_document_that_is_not_there_is_named(
    tmp_path: Path,
) -> None:
    wrong = [{**QUESTIONS[0], "document": document} for document in ("retour.md", "", 7, ["retours"])]
    done = run(tmp_path, *wrong, *QUESTIONS, option="--questions", arguments=("--json",))
    assert done.returncode == 1
    told = done.stderr.splitlines()
    assert told[0].startswith("lines.jsonl, question 1: document is one of cartes-cadeaux.md, compte.md, ")
    assert [line.partition(" or null, not ")[2] for line in told] == ["'retour.md'", "''", "7", "['retours']"]
    assert json.loads(done.stdout)["lines.jsonl"] == {
        "questions": 4,
        "languages": 2,
        "answered by a document": 2,
        "right document first": "100%",
        "right document among the passages": "100%",
        "lowest share of a language": "100%",
        "languages with it": ["fr"],
        "not found": [],
    }
