"""What the team reads: notification and transcript."""

import unicodedata
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from assistant.delivery import notification
from assistant.language.languages import PIVOT_LANGUAGES
from assistant.own_words import own_words
from assistant.request.labels import Labels
from tests.assistant import samples
from tests.assistant.properties import thoroughly

PARIS = ZoneInfo("Europe/Paris")
LIES_AT = "s3://bucket/transcripts/x.txt"


def test_the_answer_tells_everything_in_the_teams_words() -> None:
    told = notification.answer(samples.completed(), "fr", LIES_AT, PARIS)
    assert told.subject == "[HAUTE] produit (anglais) - Grace O'Neill"
    assert told.text == (
        f"Demande : {samples.REQUEST_ID}\n"
        "Reçue le : 2026-11-23 11:15 CET\n"
        "Client : Grace O'Neill <grace@example.com>\n"
        "Langue : anglais (en)\n"
        "Sentiment : négatif (positif 1 %, négatif 87 %, neutre 10 %, mitigé 2 %)\n"
        "Priorité : HAUTE, réponse sous 1 h (avant le 2026-11-23 12:15 CET)\n"
        "Catégorie : produit\n"
        "Éléments cités : Monday (DATE)\n"
        f"Réponse audio : {samples.completed()['voice']['url']} (valable jusqu'au 2026-11-30 11:15 CET)\n"
        "Échange complet : s3://bucket/transcripts/x.txt\n"
        "Source : aucun document ne répond à tout ; la réponse de l'équipe est attendue\n"
        "\n--- Message original ---\n> The machine you delivered on Monday is cracked and leaks.\n"
        "\n--- Traduction ---\n> La machine livrée lundi est cassée et fuit.\n"
        "\n--- Réponse envoyée ---\n"
        + "".join(f"> {line}\n" for line in samples.REPLY.split("\n"))
        + f"\nFin de la notification {samples.REQUEST_ID}\n"
    )
    assert told.attributes == {
        "kind": "answer",
        "priority": "HIGH",
        "category": "product",
        "language": "en",
    }


def test_a_team_that_works_in_english_reads_english() -> None:
    told = notification.answer(samples.completed(), "en", LIES_AT, PARIS)
    assert told.subject == "[HIGH] product (English) - Grace O'Neill"
    assert "answer within 1 h (by 2026-11-23 12:15 CET)" in told.text


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"voice": {"status": "unavailable", "reason": "no_voice"}},
            "Réponse audio : pas d'audio (no_voice)",
        ),
        ({"message": {"original": "Hi"}}, "(indisponible, voir le message original)"),
        (
            {
                "message": {"original": "Bonjour", "pivot": "Bonjour"},
                "language": {"code": "fr", "name": "français", "source": "detected", "confidence": 0.9},
            },
            "(sans objet, le message est déjà en français)",
        ),
        (
            {"degraded": {"voice": "polly.X: Y", "reply": "reply_link"}},
            "Traitement dégradé : reply (reply_link), voice (polly.X: Y)",
        ),
    ],
)
def test_what_is_missing_is_said(changes: dict[str, object], line: str) -> None:
    assert line in notification.answer(samples.completed(**changes), "fr", LIES_AT, PARIS).text.splitlines()


def test_the_link_that_erases_is_told_to_nobody_by_mail_or_transcript() -> None:
    item = samples.completed()
    told = notification.answer(item, "fr", LIES_AT, PARIS).text + notification.transcript(item, "fr")
    assert "v1.audio." in told
    assert "v1.erase." not in told


@pytest.mark.parametrize(
    ("pivot_language", "said"),
    [
        ("fr", "enregistrée à la demande, valable jusqu'au"),
        ("en", "spoken on request, valid until"),
    ],
)
def test_a_reply_on_demand_says_when_it_is_spoken(pivot_language: str, said: str) -> None:
    item = samples.completed()
    item["voice"]["status"] = "on_demand"
    text = notification.answer(item, pivot_language, "s3://bucket/t.txt", PARIS).text
    assert f": {item['voice']['url']} ({said} 2026-11-30 11:15 CET)\n" in text


def test_nothing_degraded_is_not_mentioned() -> None:
    assert Labels.of("fr").degraded not in notification.answer(samples.completed(), "fr", LIES_AT, PARIS).text


def test_an_unknown_sentiment_has_no_scores_and_no_entities_are_said_to_be_none() -> None:
    item = samples.completed()
    del item["analysis"]["scores"]
    item["analysis"] |= {"sentiment": "UNKNOWN", "entities": []}
    lines = notification.answer(item, "fr", LIES_AT, PARIS).text.splitlines()
    assert "Sentiment : inconnu" in lines
    assert "Éléments cités : aucun" in lines


NAMES = [
    "Grace\u2028Bcc: x",
    "evil\u202egnp",
    "O'Neill <script>alert(1)</script>",
    "ليلى حداد",
    "👩‍👩‍👧‍👦" * 14,
    "🇫🇷" * 50,
    "e\u0301" * 50,
    "X" * 100,
]


@pytest.mark.parametrize("name", NAMES)
def test_the_subject_is_one_short_line_for_any_name(name: str) -> None:
    item = samples.completed(customer={"name": name, "email": "x@example.com"})
    subject = notification.answer(item, "fr", LIES_AT, PARIS).subject
    assert subject.startswith("[HAUTE] produit (anglais) - ")
    assert len(subject) <= 99
    assert len(subject.splitlines()) == 1
    assert not [char for char in subject if unicodedata.category(char) in ("Cc", "Zl", "Zp")]
    assert not set(subject) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@given(st.text(max_size=100), st.sampled_from(PIVOT_LANGUAGES))
@thoroughly
def test_no_name_forges_a_line_of_the_text(name: str, pivot: str) -> None:
    item = samples.completed(customer={"name": name, "email": "x@example.com"})
    lines = len(notification.answer(samples.completed(), pivot, LIES_AT, PARIS).text.split("\n"))
    assert len(notification.answer(item, pivot, LIES_AT, PARIS).text.split("\n")) == lines


def test_control_characters_of_a_message_are_not_passed_on() -> None:
    item = samples.completed(message={"original": "bell\x07 nul\x00\tend", "pivot": "cloche\x07"})
    text = notification.answer(item, "fr", LIES_AT, PARIS).text
    assert "bell nul\tend" in text
    assert not {char for char in text if unicodedata.category(char) == "Cc"} - {"\n", "\t"}


FORGED = "Où est-il ?\n\n--- Réponse envoyée ---\nNous remboursons 500 €.\n\n--- Traduction ---\n(validé)"
"""A customer's text with headings of ours in it."""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_no_text_forges_a_heading_or_the_last_line(line_end: str) -> None:
    item = samples.completed(
        message={"original": FORGED.replace("\n", line_end), "pivot": f"a{line_end}--- b ---"}
    )
    item["reply"]["pivot_text"] += f"{line_end}Fin de la notification {samples.REQUEST_ID}"
    lines = notification.answer(item, "fr", LIES_AT, PARIS).text.splitlines()
    headings = [line for line in lines if line.startswith("---")]
    assert headings == ["--- Message original ---", "--- Traduction ---", "--- Réponse envoyée ---"]
    assert lines[-1] == f"Fin de la notification {samples.REQUEST_ID}"
    assert lines.count(lines[-1]) == 1
    quoted = [line for line in lines[lines.index(headings[0]) + 1 : -1] if line and line not in headings]
    assert all(line.startswith("> ") or line == ">" for line in quoted)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://evil.example/a.b?c=1", "hxxps://evil[.]example/a.b?c=1"),
        ("HTTP://EVIL.COM", "hxxp://EVIL[.]COM"),
        ("www.evil.com/x", "www[.]evil[.]com/x"),
        ("go to evil.com now", "go to evil[.]com now"),
        ("ftp://a.b.example", "ftp://a[.]b[.]example"),
        ("bäcker.de oder пример.рф", "bäcker[.]de oder пример[.]рф"),
        ("Gut.Danke für 3.5 kg", "Gut.Danke für 3.5 kg"),
    ],
)
def test_no_link_of_a_customer_leads_anywhere(text: str, shown: str) -> None:
    item = samples.completed(
        message={"original": text, "pivot": text}, customer={"name": text, "email": "a@b.fr"}
    )
    item["analysis"]["entities"] = [{"text": text, "type": "OTHER", "score": 0.9}]
    told = notification.answer(item, "fr", LIES_AT, PARIS)
    assert f"\n> {shown}\n" in told.text
    assert f"Client : {shown} <a@b.fr>" in told.text
    assert f"{shown} (OTHER)" in told.text
    assert shown in told.subject


def test_direction_marks_do_not_turn_a_line() -> None:
    item = samples.completed(message={"original": "a\u202eb\u2066c\u200fd\u200b", "pivot": "x"})
    assert "\n> abcd\n" in notification.answer(item, "fr", LIES_AT, PARIS).text


@pytest.mark.parametrize(
    ("zone", "received"),
    [
        ("UTC", "2026-11-23 10:15 UTC"),
        ("Asia/Tokyo", "2026-11-23 19:15 JST"),
        ("America/New_York", "2026-11-23 05:15 EST"),
    ],
)
def test_times_are_the_teams(zone: str, received: str) -> None:
    told = notification.answer(samples.completed(), "fr", LIES_AT, ZoneInfo(zone))
    assert f"Reçue le : {received}" in told.text.splitlines()


def test_both_sides_in_both_languages() -> None:
    item = samples.completed()
    item["reply"] |= {"text": "Hello Grace", "language": "en", "pivot_text": "Bonjour Grace"}
    assert notification.transcript(item, "fr").split("\n\n") == [
        samples.REQUEST_ID,
        f"{samples.RECEIVED_AT}  Grace O'Neill <grace@example.com>, anglais",
        "[en]\nThe machine you delivered on Monday is cracked and leaks.",
        "[fr]\nLa machine livrée lundi est cassée et fuit.",
        f"{samples.COMPLETED_AT}  global.anthropic.claude-haiku-5-5",
        "[en]\nHello Grace",
        "[fr]\nBonjour Grace\n",
    ]


def test_what_is_the_same_in_both_languages_stands_there_once() -> None:
    item = samples.completed(message={"original": "Bonjour", "pivot": "Bonjour", "pivot_language": "fr"})
    item["language"]["code"] = "fr"
    written = notification.transcript(item, "fr")
    assert written.count("Bonjour\n") == 1
    assert written.count(samples.REPLY) == 1


def test_what_was_set_aside_stands_in_it_under_its_kind() -> None:
    original = "Wo ist es?\n\nAm 23.11.2026 schrieb Support:\n> Guten Tag\n> Danke"
    message = {"original": original, "set_aside": own_words.set_aside(original), "pivot": "Où est-ce ?"}
    written = notification.transcript(samples.completed(message=message), "fr")
    assert (
        "Wo ist es?\n[mis de côté : message cité, 50 caractères]\nAm 23.11.2026 schrieb Support:\n> Guten"
        in written
    )
    assert written.index("> Danke") < written.index("[fr]\nOù est-ce ?")


def test_a_template_signs_as_such_and_a_missing_translation_is_left_out() -> None:
    item = samples.completed(message={"original": "Hello"})
    item["reply"] = {"text": "Bonjour", "language": "fr", "pivot_text": "Bonjour", "source": "template"}
    item["reply"] |= {"basis": "acknowledgement", "sources": []}
    written = notification.transcript(item, "fr")
    assert written.endswith(f"{samples.COMPLETED_AT}  template\n\n[fr]\nBonjour\n")


SOURCE: Any = {key: samples.PASSAGE[key] for key in ("id", "document", "title", "heading", "link", "updated")}


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (SOURCE, "Retours › Délai (https://www.example.com/aide/retours, 2026-09-01)"),
        (SOURCE | {"heading": ""}, "Retours (https://www.example.com/aide/retours, 2026-09-01)"),
        (SOURCE | {"link": ""}, "Retours › Délai (2026-09-01)"),
        (SOURCE | {"updated": ""}, "Retours › Délai (https://www.example.com/aide/retours)"),
        (SOURCE | {"link": "", "updated": ""}, "Retours › Délai"),
        (SOURCE | {"link": "", "updated": "", "heading": ""}, "Retours"),
    ],
)
def test_a_source_is_told_by_title_heading_link_and_date(source: Any, line: str) -> None:
    item = samples.completed()
    item["reply"] |= {"basis": "documented", "sources": [source]}
    assert f"Source : {line}" in notification.answer(item, "fr", LIES_AT, PARIS).text.splitlines()
    assert notification.transcript(item, "fr").endswith(f"\n\nSource : {line}\n")


def test_each_source_has_its_line_between_the_facts_and_the_texts() -> None:
    item = samples.completed(degraded={"voice": "x"})
    item["reply"] |= {"basis": "documented", "sources": [SOURCE, SOURCE | {"title": "Soldes"}]}
    lines = notification.answer(item, "fr", LIES_AT, PARIS).text.splitlines()
    facts = lines[: lines.index("--- Message original ---")]
    assert [line.partition(" :")[0] for line in facts[-5:]] == [
        "Échange complet",
        "Source",
        "Source",
        "Traitement dégradé",
        "",
    ]
    assert [line.partition(" ›")[0] for line in facts[-4:-2]] == ["Source : Retours", "Source : Soldes"]
    written = notification.transcript(item, "fr")
    assert written.endswith(
        "2026-09-01)\nSource : Soldes › Délai (https://www.example.com/aide/retours, 2026-09-01)\n"
    )


@pytest.mark.parametrize(
    ("pivot_language", "line"),
    [
        ("fr", "Source : aucun document ne répond à tout ; la réponse de l'équipe est attendue"),
        ("en", "Source : no document answers everything; the team's answer is awaited"),
    ],
)
def test_an_acknowledgement_says_that_people_have_to_answer(pivot_language: str, line: str) -> None:
    item = samples.completed()
    assert line in notification.answer(item, pivot_language, LIES_AT, PARIS).text.splitlines()
    assert "Source" not in notification.transcript(item, pivot_language)


@given(st.text(max_size=100), st.sampled_from(PIVOT_LANGUAGES))
@thoroughly
def test_no_document_forges_a_line(text: str, pivot: str) -> None:
    item = samples.completed()
    item["reply"] |= {"basis": "documented", "sources": [SOURCE]}
    lines = len(notification.answer(item, pivot, LIES_AT, PARIS).text.split("\n"))
    item["reply"]["sources"] = [SOURCE | dict.fromkeys(("title", "heading", "link", "updated"), text)]
    told = notification.answer(item, pivot, LIES_AT, PARIS).text
    assert len(told.split("\n")) == lines
    assert max(map(len, told.split("\n"))) < 2_000


def test_a_long_title_is_cut() -> None:
    item = samples.completed()
    item["reply"] |= {"basis": "documented", "sources": [SOURCE | {"heading": "x" * 5_000}]}
    (line,) = (
        line
        for line in notification.answer(item, "fr", LIES_AT, PARIS).text.splitlines()
        if line.startswith("Source")
    )
    assert len(line) == len("Source : ") + 400
