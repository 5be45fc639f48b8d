"""What the team may see of an answered request."""

import json
from typing import Any

import pytest

from assistant.delivery import team_view
from assistant.own_words import own_words
from assistant.request.labels import Labels
from tests.assistant import samples

PERSONAL = ("Grace", "O'Neill", "grace@example.com", "06 12 34 56 78")
MESSAGE = {
    "original": "I am Grace O'Neill, call me: 06 12 34 56 78. Order 4471-B leaks.",
    "pivot": "Je suis Grace O'Neill, appelez-moi : 06 12 34 56 78. La commande 4471-B fuit.",
}
ITEM = samples.completed(
    message=MESSAGE,
    personal=[{"kind": "NAME", "text": "Grace O'Neill"}, {"kind": "PHONE", "text": "06 12 34 56 78"}],
)
ITEM["analysis"]["entities"] = [{"text": "Grace O'Neill", "type": "PERSON", "score": 0.99}]


@pytest.mark.parametrize("rule", ["notifications", "all"])
def test_the_team_reads_the_message_without_personal_data(rule: str) -> None:
    shown = team_view.shown(ITEM, rule, "fr")
    told = json.dumps(
        [shown["customer"], shown["message"], shown["reply"], shown["analysis"]], ensure_ascii=False
    )
    assert [one for one in PERSONAL if one in told] == []
    assert "4471-B" in shown["message"]["original"]
    assert "4471-B" in shown["message"]["pivot"]
    assert shown["customer"] == {"name": samples.REQUEST_ID, "email": ""}


@pytest.mark.parametrize(
    ("greeting", "shown"),
    [
        ("Bonjour Monsieur Tanaka,", "Bonjour [NOM],"),
        ("Madame Petrova,", "Madame [NOM],"),
        ("Cher Ivan,", "Cher [NOM],"),
        ("Bonjour Grace O'Neill,", "Bonjour [NOM],"),
        ("Bonjour,", "Bonjour,"),
        ("Bonjour et merci pour votre message.", "Bonjour et merci pour votre message."),
    ],
)
def test_the_greeted_name_is_masked_however_the_model_spelt_it(greeting: str, shown: str) -> None:
    item = {
        **ITEM,
        "reply": {**ITEM["reply"], "pivot_text": f"{greeting}\n\nVotre colis, parti hier, arrive."},
    }
    told = team_view.shown(item, "notifications", "fr")["reply"]["pivot_text"]
    assert told == f"{shown}\n\nVotre colis, parti hier, arrive."


def test_without_a_rule_everything_is_shown() -> None:
    shown = team_view.shown(ITEM, "off", "fr")
    assert shown == {**ITEM, "message": {**MESSAGE, "set_aside": []}}


def test_the_request_itself_is_unchanged() -> None:
    before = json.dumps(ITEM)
    team_view.shown(ITEM, "all", "fr")
    assert json.dumps(ITEM) == before


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_text_that_nobody_searched_is_withheld(language: str) -> None:
    unsearched = {key: value for key, value in ITEM.items() if key != "personal"}
    shown = team_view.shown(unsearched, "notifications", language)
    withheld = f"({Labels.of(language).withheld})"
    assert shown["message"] == {**MESSAGE, "original": withheld, "pivot": withheld, "set_aside": []}
    assert (shown["reply"]["text"], shown["reply"]["pivot_text"]) == (withheld, withheld)
    assert shown["analysis"]["entities"][0]["text"] == withheld


def test_control_characters_hide_nothing_that_was_found_in_the_clean_text() -> None:
    message = {"original": "I am Gra\x07ce O'Neill.", "pivot": "Je suis Grace\x00 O'Neill."}
    shown = team_view.shown(ITEM | {"message": message}, "all", "fr")
    assert shown["message"]["original"] == "I am [NOM]."
    assert shown["message"]["pivot"] == "Je suis [NOM]."


ASIDE = "Where is it?\n\nOn 23 Nov 2026 at 10:00 Tom Baker <tom@shop.example> wrote:\n> Hello Zoe"


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        (
            "off",
            f"Where is it?\n[mis de côté : message cité, 71 caractères]\n{ASIDE.partition(chr(10) * 2)[2]}",
        ),
        ("notifications", "Where is it?\n[mis de côté : message cité, 71 caractères]"),
    ],
)
def test_set_aside_parts_are_shown_marked_or_only_named_with_masking(rule: str, shown: str) -> None:
    message = {"original": ASIDE, "set_aside": own_words.set_aside(ASIDE), "pivot": "Où est-ce ?"}
    assert team_view.shown(ITEM | {"message": message}, rule, "fr")["message"]["original"] == shown


def test_a_part_of_an_address_is_masked_in_the_entities() -> None:
    item: Any = {
        **ITEM,
        "personal": [{"kind": "PERSONAL", "text": "12 rue des Lilas, 69003 Lyon"}],
        "analysis": {**ITEM["analysis"], "entities": [{"text": "Lyon", "type": "LOCATION", "score": 0.9}]},
    }
    shown = team_view.shown(item, "notifications", "fr")
    assert [one["text"] for one in shown["analysis"]["entities"]] == ["[DONNÉE PERSONNELLE]"]


SOURCE: Any = {key: samples.PASSAGE[key] for key in ("id", "document", "title", "heading", "link", "updated")}


@pytest.mark.parametrize("rule", ["off", "notifications", "all"])
def test_sources_are_the_companys_and_shown_as_they_are(rule: str) -> None:
    item: Any = {**ITEM, "reply": {**ITEM["reply"], "basis": "documented", "sources": [SOURCE]}}
    assert team_view.shown(item, rule, "fr")["reply"]["sources"] == [SOURCE]
