"""What is read of a file of any kind, or why it is not read."""

from contextlib import suppress
from typing import Any

import pytest

from assistant.knowledge.documents import MAX_BYTES, MAX_NAME, Document, DocumentError, read, unfit
from tests.assistant.knowledge.pdfs import compressed, encrypted, pdf

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Retours
  et remboursements</title>
<link rel="canonical" href="https://www.example.com/aide/retours">
<meta name="date" content="2025-01-01">
<meta property="article:modified_time" content="2026-09-01T08:00:00+02:00">
<style>p { color: red }</style><script>var hidden = 1;</script></head>
<body><header><nav>Accueil</nav>Maison</header>
<main><nav>Fil d'Ariane</nav><h1>Retours</h1>
<p>Vous avez <b>30 jours</b>, voir <a href="/aide">l'aide</a>.</p>
<h2>Prix</h2>
<table><thead><tr><th>Mode</th><th>Prix</th></tr></thead>
<tbody><tr><td>Poste</td><td>4,90 €</td></tr></tbody></table>
<img src="x.png" alt="Carton"><ul><li>complet</li><li>propre</li></ul>
<aside>Publicité</aside><form>Votre avis <nav>?</nav></form><noscript>Activez</noscript>
<template>Modèle</template><footer>Partager</footer></main>
<footer>Mentions légales</footer></body></html>"""

PAGE_AS_MARKDOWN = """# Retours

Vous avez **30 jours**, voir l'aide.

## Prix

| Mode | Prix |
| --- | --- |
| Poste | 4,90 € |

* complet
* propre"""


def document(name: str, title: str, text: str, link: str = "", updated: str = "") -> Document:
    return Document(name, title, text, link, updated)


def body(*parts: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{''.join(parts)}</body></html>".encode()


WHERE = ("https://www.example.com/aide", "2026-09-01")
FRONT = "---\ntitle: Retours\nlink: https://www.example.com/aide\nupdated: 2026-09-01\n---\n"

READ = [
    # Markdown
    ("a.md", FRONT + "Texte", document("a.md", "Retours", "Texte", *WHERE)),
    ("a.md", "Texte", document("a.md", "a", "Texte")),
    ("a.md", "Texte\n\n# Titre ##\n\nFin", document("a.md", "Titre", "Texte\n\n# Titre ##\n\nFin")),
    ("a.md", "## Deux\n\nTexte", document("a.md", "a", "## Deux\n\nTexte")),
    ("aide/b c#1.md", "Texte", document("aide/b c#1.md", "b c#1", "Texte")),
    ("A.MD", "Texte", document("A.MD", "A", "Texte")),
    ("a.md", "\ufeff" + FRONT + "# Titre", document("a.md", "Retours", "# Titre", *WHERE)),
    ("a.md", "\ufeff# Titre", document("a.md", "Titre", "# Titre")),
    ("a.md", "---\r\ntitle: Retours\r\n---\r\nUn\r\n\r\nDeux", document("a.md", "Retours", "Un\n\nDeux")),
    ("a.md", "---  \ntitle: Retours\n---\t\nUn", document("a.md", "Retours", "Un")),
    (
        "a.md",
        "---\nlink: http://x.example/?a=1#b\n---\n# T\n",
        document("a.md", "T", "# T\n", "http://x.example/?a=1#b"),
    ),
    ("a.md", "---\ntitle: 2026\n---\nUn", document("a.md", "2026", "Un")),
    ("a.md", "---\ntitle: Retours  et   prix\n---\nUn", document("a.md", "Retours et prix", "Un")),
    ("a.md", f"---\ntitle: {'t' * 300}\n---\nUn", document("a.md", "t" * 200, "Un")),
    ("a.md", "---\ntitle:\nlink:\nupdated:\n---\n# T\n\nUn", document("a.md", "T", "# T\n\nUn")),
    ("a.md", "---\nupdated: 2026-09-01T23:30:00\n---\nUn", document("a.md", "a", "Un", updated="2026-09-01")),
    (
        "a.md",
        "---\nupdated: 2026-09-01 08:00:00Z\n---\nUn",
        document("a.md", "a", "Un", updated="2026-09-01"),
    ),
    ("a.md", "---\nupdated: '2026-09-01'\n---\nUn", document("a.md", "a", "Un", updated="2026-09-01")),
    ("a.md", "Un\n\n---\ntitle: x\n---\n", document("a.md", "a", "Un\n\n---\ntitle: x\n---\n")),
    # HTML
    (
        "a.html",
        PAGE,
        document(
            "a.html",
            "Retours et remboursements",
            PAGE_AS_MARKDOWN,
            "https://www.example.com/aide/retours",
            "2026-09-01",
        ),
    ),
    ("a.htm", body("<article><h1>T</h1><p>Un</p></article><p>Deux</p>"), document("a.htm", "T", "# T\n\nUn")),
    ("a.html", body("<article>Deux</article><main>Un</main>"), document("a.html", "a", "Un")),
    ("a.html", body("<p>Un</p><p>Deux</p>", head="<title>T</title>"), document("a.html", "T", "Un\n\nDeux")),
    (
        "a.html",
        body("Un", head='<meta name="Last-Modified" content="2026-09-01">'),
        document("a.html", "a", "Un", updated="2026-09-01"),
    ),
    (
        "a.html",
        body("Un", head='<meta property="article:published_time" content="2026-09-01">'),
        document("a.html", "a", "Un", updated="2026-09-01"),
    ),
    ("a.html", "<meta charset='iso-8859-1'><body>é".encode("latin-1"), document("a.html", "a", "é")),
    ("a.html", body("<p>Un<br>deux</p>", "<script>x</script>" * 2), document("a.html", "a", "Un  \ndeux")),
    # plain text
    ("a.txt", "Retours\n\n30 jours\n\nFin", document("a.txt", "Retours", "\n30 jours\n\nFin")),
    ("a.txt", "\n\nRetours\r\n\r\n30 jours\r\n", document("a.txt", "Retours", "\n30 jours")),
    ("a.txt", "Retours\n30 jours", document("a.txt", "a", "Retours\n30 jours")),
    ("a.txt", "30 jours", document("a.txt", "30 jours", "30 jours")),
    ("a.txt", "x" * 201 + "\n\nFin", document("a.txt", "a", "x" * 201 + "\n\nFin")),
    # PDF
    (
        "a.pdf",
        pdf("Vous avez 30 jours.\nFin", "", "Trois", Title="Retours", ModDate="D:20260901080000+02'00'"),
        document(
            "a.pdf",
            "Retours",
            "## Page 1\n\nVous avez 30 jours.\nFin\n\n## Page 3\n\nTrois",
            updated="2026-09-01",
        ),
    ),
    ("a.pdf", pdf("Un"), document("a.pdf", "a", "## Page 1\n\nUn")),
    ("a.pdf", compressed(pdf("Un")), document("a.pdf", "a", "## Page 1\n\nUn")),
]


def named(case: Any) -> str:
    return case if isinstance(case, str) and len(case) < 80 else ""


@pytest.mark.parametrize(("name", "content", "expected"), READ, ids=named)
def test_a_file_is_read_with_title_text_link_and_date(
    name: str, content: str | bytes, expected: Document
) -> None:
    assert read(name, content.encode() if isinstance(content, str) else content) == expected


LONG = f"{'é' * 450}.md"
KINDS = ".md, .html, .htm, .txt, .pdf are"
OTHER_KEYS = "its front matter takes the keys title, link, updated"
NO_URL = "link: a URL that begins with https:// is wanted, not"
NO_DATE = "updated: a date such as 2026-10-12 is wanted, not"
TEXTLESS = "it has no text: pictures of pages need text recognition first"

NOT_READ = [
    ("a.docx", "Un", f".docx is not read; {KINDS}"),
    ("README", "Un", f"a name without an ending is not read; {KINDS}"),
    ("a.md.bak", "Un", f".bak is not read; {KINDS}"),
    (LONG, "Un", "its name has more than 900 bytes"),
    ("a.txt", "x" * (MAX_BYTES + 1), "it has 5,000,001 bytes; at most 5,000,000 are read"),
    # Markdown
    ("a.md", "", "it has no text"),
    ("a.md", "\ufeff \n\n---\n", "it has no text"),
    ("a.md", FRONT, "it has no text"),
    ("a.md", b"Un caf\xe9", "it is not UTF-8 (byte 6)"),
    ("a.md", "Un".encode("utf-16"), "it is not UTF-8 (byte 0)"),
    ("a.md", "---\ntitle: A\nauthor: B\n---\nUn", OTHER_KEYS),
    ("a.md", "---\n- title\n---\nUn", OTHER_KEYS),
    ("a.md", "---\ntitre\n---\nUn", OTHER_KEYS),
    ("a.md", "---\ntitle: A\nlink: a: b\n---\nUn", "line 3: its front matter is no YAML"),
    ("a.md", "---\ntitle: A: B\n---\nUn", "line 2: its front matter is no YAML"),
    ("a.md", "---\ntitle: A\ntitle: B\n---\nUn", "line 3: its front matter is no YAML"),
    ("a.md", "---\nlink: www.example.com\n---\nUn", f"{NO_URL} www.example.com"),
    ("a.md", "---\nlink: javascript:alert(1)\n---\nUn", f"{NO_URL} javascript:alert(1)"),
    ("a.md", "---\nlink: https://x.example/a b\n---\nUn", f"{NO_URL} https://x.example/a b"),
    ("a.md", '---\nlink: https://x.example/"><b>\n---\nUn', f'{NO_URL} https://x.example/"><b>'),
    ("a.md", "---\nlink: 7\n---\nUn", f"{NO_URL} 7"),
    ("a.md", "---\nupdated: hier\n---\nUn", f"{NO_DATE} hier"),
    ("a.md", "---\nupdated: 01/09/2026\n---\nUn", f"{NO_DATE} 01/09/2026"),
    ("a.md", "---\nupdated: 2026\n---\nUn", f"{NO_DATE} 2026"),
    # HTML
    ("a.html", "", "it has no text"),
    ("a.html", body("<nav>Accueil</nav><script>x</script><p> </p>"), "it has no text"),
    ("a.html", body("Un", head='<link rel="canonical" href="/aide">'), f"{NO_URL} /aide"),
    # plain text
    ("a.txt", " \n\t\n", "it has no text"),
    ("a.txt", b"\xff\xfe", "it is not UTF-8 (byte 0)"),
    # PDF
    ("a.pdf", b"", "it is no readable PDF (EmptyFileError)"),
    ("a.pdf", b"Un", "it is no readable PDF (PdfStreamError)"),
    ("a.pdf", pdf("Un")[:200], "it is no readable PDF (PdfStreamError)"),
    ("a.pdf", encrypted(pdf("Un"), "secret"), "it is encrypted"),
    ("a.pdf", pdf("", ""), TEXTLESS),
    ("a.pdf", pdf(), TEXTLESS),
]


@pytest.mark.parametrize(("name", "content", "reason"), NOT_READ, ids=named)
def test_a_file_that_is_not_read_says_why(name: str, content: str | bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(name, content.encode() if isinstance(content, str) else content)
    assert str(caught.value) == reason
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_what_fits_is_told_before_anybody_has_looked_into_it() -> None:
    longest = f"{'x' * (MAX_NAME - 3)}.md"
    assert unfit(longest, MAX_BYTES) is None
    assert unfit(f"x{longest}", 1) == "its name has more than 900 bytes"
    assert unfit("a.pdf", MAX_BYTES + 1) == "it has 5,000,001 bytes; at most 5,000,000 are read"


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01"])
def test_a_day_that_does_not_exist_is_named_as_the_date_that_it_should_be(day: str) -> None:
    with pytest.raises(DocumentError, match=rf"^updated: a date such as 2026-10-12 is wanted, not {day}$"):
        read("a.md", f"---\ntitle: Retours\nlink: https://x.example\nupdated: {day}\n---\nUn".encode())


@pytest.mark.parametrize("front", ["---\n---\n", "---\n\n---\n", "---\n# rien\n---\n"])
def test_each_key_of_the_front_matter_may_be_left_out(front: str) -> None:
    assert read("a.md", f"{front}# Titre\n\nUn".encode()) == document("a.md", "Titre", "# Titre\n\nUn")


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_so_may_each_value_in_every_form_that_yaml_has_for_nothing(nothing: str) -> None:
    front = f"---\ntitle: {nothing}\nlink: {nothing}\nupdated: {nothing}\n---\n"
    assert read("a.md", f"{front}# Titre\n\nUn".encode()) == document("a.md", "Titre", "# Titre\n\nUn")


@pytest.mark.parametrize(
    "text",
    ["```\n# installer\n```\n\n# Aide\n\nUn", "    # installer\n\n# Aide\n\nUn", "> # Cité\n\n# Aide\n\nUn"],
)
def test_what_stands_in_a_code_block_or_in_a_quote_is_no_title(text: str) -> None:
    assert read("a.md", text.encode()).title == "Aide"


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.html", body("<h1>Aide</h1>", head="<title>\n</title>"), "Aide"),
        ("a.html", body("<p>Un</p>", head="<title> </title>"), "a"),
        ("a.md", b"---\ntitle: ' '\n---\n# Aide\n", "Aide"),
        ("a.pdf", pdf("Un", Title=" "), "a"),
    ],
)
def test_a_blank_title_is_none(name: str, content: bytes, title: str) -> None:
    assert read(name, content).title == title


@pytest.mark.parametrize(
    ("content", "text"),
    [("Retours\n  30 jours\n", "Retours\n  30 jours\n"), ("Retours\n\t30 jours", "Retours\n\t30 jours")],
)
def test_a_first_line_with_an_indented_one_below_it_does_not_stand_alone(content: str, text: str) -> None:
    assert read("a.txt", content.encode()) == document("a.txt", "a", text)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date">',
        '<meta name="last-modified" content="Tue, 01 Sep 2026 08:00:00 GMT">',
    ],
)
def test_a_date_that_a_page_has_in_another_form_does_not_hide_the_page(head: str) -> None:
    assert read("a.html", body("Un", head=head)).text == "Un"


def test_a_date_that_is_none_does_not_hide_a_pdf() -> None:
    assert read("a.pdf", pdf("Un", ModDate="hier")).text == "## Page 1\n\nUn"


def test_signs_of_a_page_are_kept_as_they_are_read() -> None:
    assert read("a.html", body("<p>Code RET_30_A, 5*3</p>")).text == "Code RET_30_A, 5*3"


PDF = pdf("Un")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"<div>" * 3_000 + b"Un" + b"</div>" * 3_000),
        ("a.html", b"<html><![x <p>Un</p>"),
        ("a.md", b"---\ntitle: " + b"[" * 3_000 + b"\n---\nUn"),
        ("a.pdf", compressed(PDF).replace(b"/FlateDecode", b"/UnknownCode")),
        ("a.pdf", compressed(PDF).replace(b"/FlateDecode", b"/Fl         ")),
        ("a.pdf", PDF.replace(b"xref\n0 ", b"xref\n0 9999")),
        ("a.pdf", PDF.replace(b"/Length 39", b"/Length 6 0 R")),
        ("a.pdf", pdf("Un", Title="x").replace(b"/Title (x)", b"/Title 12 ")),
    ],
    ids=[
        "deep page",
        "rejected page",
        "deep front matter",
        "PDF of an unknown filter",
        "PDF of an old filter",
        "PDF with too long a table",
        "PDF with a loop",
        "PDF with a number for a title",
    ],
)
def test_a_broken_file_is_one_that_cannot_be_read_and_no_defect(name: str, content: bytes) -> None:
    """A defect would end the run, and keep every document after it from being indexed."""
    with suppress(DocumentError):
        assert "Un" in read(name, content).text
