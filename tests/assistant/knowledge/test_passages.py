"""A document cut into passages, and how the index keeps them."""

import re
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given, strategies as st

from assistant.aws.s3vectors import Match
from assistant.knowledge import documents, passages
from assistant.knowledge.documents import Document
from assistant.knowledge.passages import ABOUT, MOST_BYTES, Section, cut, document_of, found
from assistant.text.splitting import size
from tests.assistant.properties import thoroughly

RETURNS = Document("aide/retours.md", "Retours", "", "https://www.example.com/aide", "2026-09-01")
SECTION = Section(RETURNS, "Délai", "Vous avez 30 jours.")


def sections(text: str) -> list[tuple[str, str]]:
    return [(one.heading, one.text) for one in cut(replace(RETURNS, text=text))]


def paragraph(letter: str, length: int) -> str:
    """Return a paragraph of so many characters, in words and sentences."""
    sentence = f"{letter * 7} {letter * 8}. "
    return (sentence * (length // len(sentence) + 1))[:length].rstrip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un\n\nDeux", [("", "Un\n\nDeux")]),
        ("# A\n\nUn\n\n# B\n\nDeux", [("A", "Un"), ("B", "Deux")]),
        ("Avant\n\n# A\n\nUn", [("", "Avant"), ("A", "Un")]),
        (
            "# A\n\nUn\n\n## B\n\nDeux\n\n### C\n\nTrois\n\n## D\n\nQuatre\n\n# E\n\nCinq",
            [("A", "Un"), ("A › B", "Deux"), ("A › B › C", "Trois"), ("A › D", "Quatre"), ("E", "Cinq")],
        ),
        ("### C\n\nUn\n\n## B\n\nDeux", [("C", "Un"), ("B", "Deux")]),
        ("# A #\nUn", [("A", "Un")]),
        ("A\n===\n\nUn\n\nB\n---\n\nDeux", [("A", "Un"), ("A › B", "Deux")]),
        ("# A\n\n```sh\n# rien\n## rien\n```\n\nUn", [("A", "```sh\n# rien\n## rien\n```\n\nUn")]),
        ("# A\n\n~~~\n# rien\n~~~", [("A", "~~~\n# rien\n~~~")]),
        ("# A\n\n    # code", [("A", "# code")]),
        ("# A\n\n#1 reste\n\n#hashtag", [("A", "#1 reste\n\n#hashtag")]),
        ("# A\n\n- un\n\n  # dans\n\n- deux", [("A", "- un\n\n  # dans\n\n- deux")]),
        ("# A\n\n> # cité\n> texte", [("A", "> # cité\n> texte")]),
        ("# A\n\n| M | P |\n|---|---|\n| x | 1 |\n\nUn", [("A", "| M | P |\n|---|---|\n| x | 1 |\n\nUn")]),
        ("# A\n\n1. un\n2. deux", [("A", "1. un\n2. deux")]),
        ("# *A* [b](c)\n\nUn", [("*A* [b](c)", "Un")]),
        ("# A\n\nUn\r\rB\x07el", [("A", "Un\n\nBel")]),
        ("# A\u2028Un\x0cDeux", [("A", "Un\nDeux")]),
        ("# A\n\nUn\n\n# A\n\nUn\n\n# A\n\nDeux", [("A", "Un"), ("A", "Deux")]),
        ("", []),
    ],
)
def test_a_document_is_cut_at_its_headings(text: str, expected: list[tuple[str, str]]) -> None:
    assert sections(text) == expected


def test_a_passage_is_of_about_a_thousand_characters_between_paragraphs() -> None:
    blocks = [paragraph(letter, 320) for letter in "abcdefg"]
    assert [text for _, text in sections("\n\n".join(blocks))] == [
        "\n\n".join(blocks[:3]),
        "\n\n".join(blocks[3:6]),
        blocks[6],
    ]
    assert ABOUT == 1_000


@pytest.mark.parametrize(("second", "together"), [(400, True), (401, False)])
def test_a_paragraph_goes_with_the_one_before_up_to_a_thousand_characters(
    second: int, together: bool
) -> None:
    text = f"{'a' * 600}\n\n{'b' * second}"
    assert len(sections(text)) == (1 if together else 2)


def test_a_long_paragraph_is_cut_at_ends_of_sentences() -> None:
    long = " ".join(f"Le délai numéro {number} est de {number + 7} jours." for number in range(150))
    before, *texts, last = (text for _, text in sections(f"Avant\n\n{long}\n\nAprès"))
    assert before == "Avant"
    assert all(size(text) <= MOST_BYTES for text in texts)
    assert all(text.startswith("Le délai") and text.endswith("jours.") for text in texts)
    assert " ".join([*texts, last]).split() == [*long.split(), "Après"]


def test_a_long_table_is_cut_between_its_rows() -> None:
    rows = [f"| Article {number} | {number},90 € |" for number in range(300)]
    table = "\n".join(["| Article | Prix |", "| --- | --- |", *rows])
    texts = [text for _, text in sections(f"# Prix\n\n{table}")]
    assert len(texts) > 3
    assert all(size(text) <= MOST_BYTES for text in texts)
    assert "\n".join(texts).split("\n") == table.split("\n")


def test_a_long_text_without_any_blank_is_cut_between_characters() -> None:
    unbroken = "".join(map(chr, range(0x4E00, 0x4E00 + 3_000)))
    texts = [text for _, text in sections(unbroken)]
    assert all(size(text) <= MOST_BYTES for text in texts)
    assert "".join(texts) == unbroken


def test_all_that_stands_before_a_heading_is_found_under_no_later_one() -> None:
    text = "\n\n".join(["Avant", "# A", *(paragraph(letter, 700) for letter in "ab"), "# B", "Fin"])
    assert [heading for heading, _ in sections(text)] == ["", "A", "A", "B"]


WORDS = ["jours", "retour", "été", "Groß", "語", "返品", "مرحبا", "4,90", "don't", "c'est-à-dire"]


@st.composite
def written(draw: Any) -> tuple[str, list[str], list[str]]:
    """Return a Markdown text, its words in their order, and the headings that some of these stand under."""
    number = count()
    words: list[str] = []
    parts: list[str] = []
    above: dict[int, str] = {}
    headings: list[str] = []

    def some(most: int, *, kept: bool = True) -> list[str]:
        chosen = [f"{draw(st.sampled_from(WORDS))}{next(number)}w" for _ in range(draw(st.integers(1, most)))]
        if kept:
            words.extend(chosen)
        return chosen

    for _ in range(draw(st.integers(1, 5))):
        if level := draw(st.integers(0, 6)):
            above = {higher: said for higher, said in above.items() if higher < level}
            above[level] = " ".join(some(4, kept=False))
            parts.append(f"{'#' * level} {above[level]}")
        headings.append(" › ".join(above[level] for level in sorted(above)))
        for _ in range(draw(st.integers(1, 4))):
            kind = draw(st.sampled_from(["paragraph", "long", "list", "table", "code", "quote"]))
            if kind == "long":
                parts.append(". ".join(" ".join(some(30)) for _ in range(draw(st.integers(1, 40)))))
            elif kind == "paragraph":
                parts.append(draw(st.sampled_from([" ", "\n"])).join(some(40)))
            elif kind == "list":
                parts.append("\n".join(f"- {' '.join(some(6))}" for _ in range(draw(st.integers(1, 6)))))
            elif kind == "quote":
                parts.append("\n".join(f"> {' '.join(some(6))}" for _ in range(draw(st.integers(1, 4)))))
            elif kind == "code":
                parts.append("```\n# " + "\n".join(some(20)) + "\n```")
            else:
                rows = [" | ".join(some(1) + some(1)) for _ in range(draw(st.integers(1, 60)))]
                parts.append("\n".join([f"| {rows[0]} |", "|---|---|", *(f"| {row} |" for row in rows[1:])]))
    return "\n\n".join(parts), words, headings


@thoroughly
@given(written())
def test_every_word_stands_in_some_passage_in_its_order_and_under_its_heading(
    case: tuple[str, list[str], list[str]],
) -> None:
    text, words, headings = case
    made = cut(replace(RETURNS, text=text))
    assert re.findall(r"\S+\d+w", " ".join(one.text for one in made)) == words
    assert list(dict.fromkeys(one.heading for one in made)) == list(dict.fromkeys(headings))
    for one in made:
        assert one.text == one.text.strip()
        assert len(one.text) <= ABOUT or size(one.text) <= MOST_BYTES


@thoroughly
@given(
    st.lists(
        st.sampled_from(
            ["#", "# ", "a ", "\n", "\n\n", "- ", "> ", "|", "---", "```", "1. ", "\t", "é", "\u2028"]
        )
    )
)
def test_any_text_is_cut_into_passages_that_are_not_blank(parts: list[str]) -> None:
    made = cut(replace(RETURNS, text="".join(parts)))
    assert all(one.text.strip() for one in made)
    assert len({one.key for one in made}) == len(made)


@pytest.mark.parametrize(
    "text",
    [
        "Aide\n\n[Important]: 30-jours\n\nFin",
        "Aide\n\n[1]: https://www.example.com/retours\n[2]: voir\n\nFin",
    ],
)
def test_a_line_of_a_plain_text_that_markdown_would_not_show_is_not_lost(text: str) -> None:
    """`[a]: b` is the target of a link there."""
    made = cut(documents.read("a.txt", text.encode()))
    assert ["Aide", *" ".join(one.text for one in made).split()] == text.split()


@pytest.mark.parametrize(
    "text",
    [
        "# Ouvert le dimanche",
        "# Aide\n\n## Livrez-vous en Belgique ? Non.\n\n## Et en Suisse ?\n\nOui.",
        "# Aide\n\nTexte\n\n## Fermé le 1er mai",
    ],
)
def test_a_heading_with_nothing_below_it_is_not_lost(text: str) -> None:
    made = " ".join(f"{heading} {said}" for heading, said in sections(text)).split()
    assert {word for word in text.split() if word.strip("#")} <= set(made)


def test_a_heading_of_two_lines_is_one_line() -> None:
    assert sections("Retours et\nremboursements\n===\n\nUn") == [("Retours et remboursements", "Un")]


def test_a_key_is_the_documents_name_and_a_hash() -> None:
    assert re.fullmatch(r"aide/retours\.md#[0-9a-f]{24}", SECTION.key)
    assert Section(RETURNS, "Délai", "Vous avez 30 jours.").key == SECTION.key


@pytest.mark.parametrize(
    "other",
    [
        replace(SECTION, text="Vous avez 31 jours."),
        replace(SECTION, heading="Délais"),
        replace(SECTION, heading=""),
        replace(SECTION, document=replace(RETURNS, name="aide/retour.md")),
        replace(SECTION, document=replace(RETURNS, title="Retour")),
        replace(SECTION, document=replace(RETURNS, link="")),
        replace(SECTION, document=replace(RETURNS, link="https://www.example.com/aide?")),
        replace(SECTION, document=replace(RETURNS, updated="2026-09-02")),
        replace(SECTION, document=replace(RETURNS, updated="")),
        # What stands in one part does not stand for the same in another.
        replace(SECTION, document=replace(RETURNS, title="RetoursDélai"), heading=""),
    ],
)
def test_whatever_is_kept_of_a_passage_changes_its_key(other: Section) -> None:
    assert other.key != SECTION.key


def test_the_rest_of_the_document_does_not_change_a_key() -> None:
    assert replace(SECTION, document=replace(RETURNS, text="Autre")).key == SECTION.key


@pytest.mark.parametrize("name", ["a.md", "a#b.md", "#.md", "a/#1/b#c#.md", "é 返品.md", "a#"])
def test_a_key_tells_its_document_whatever_that_is_called(name: str) -> None:
    assert document_of(Section(replace(RETURNS, name=name), "", "x").key) == name


def test_what_the_index_keeps_has_no_empty_texts() -> None:
    assert SECTION.metadata == {
        "document": "aide/retours.md",
        "title": "Retours",
        "heading": "Délai",
        "link": "https://www.example.com/aide",
        "updated": "2026-09-01",
        "text": "Vous avez 30 jours.",
    }
    bare = Section(Document("a.md", "A", "whole text"), "", "x")
    assert bare.metadata == {"document": "a.md", "title": "A", "text": "x"}


def test_title_and_headings_are_embedded_with_the_text() -> None:
    assert SECTION.embedded == "Retours\nDélai\nVous avez 30 jours."
    assert replace(SECTION, heading="").embedded == "Retours\nVous avez 30 jours."


@pytest.mark.parametrize("section", [SECTION, Section(Document("a.md", "A", ""), "", "x")])
def test_what_was_kept_is_found_again(section: Section) -> None:
    kept = section.document
    assert found(Match(section.key, 0.182_345, section.metadata), 3) == {
        "id": "p3",
        "document": kept.name,
        "title": kept.title,
        "heading": section.heading,
        "link": kept.link,
        "updated": kept.updated,
        "text": section.text,
        "distance": 0.1823,
    }


def test_what_the_index_keeps_beside_it_is_not_found() -> None:
    assert set(found(Match("k", 0.1, {**SECTION.metadata, "new": "x"}), 1)) == {
        *passages.METADATA,
        "id",
        "distance",
    }
