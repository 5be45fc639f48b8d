"""The kinds of personal data, and which findings of Comprehend and of a model count."""

from typing import Any

import botocore.session
import pytest

from assistant.privacy.masking import LABELS
from assistant.privacy.personal_data import (
    DETECTED,
    KINDS,
    NOT_MASKED,
    OTHER,
    Found,
    accepted,
    from_items,
    kind_of,
    to_items,
    with_listed,
)


def test_every_type_of_the_service_is_known() -> None:
    model: Any = botocore.session.get_session().get_service_model("comprehend")
    assert set(model.shape_for("PiiEntityType").enum) == DETECTED.keys() | NOT_MASKED
    assert set(DETECTED.values()) == set(KINDS) - {OTHER}


@pytest.mark.parametrize(
    ("text", "type_", "words", "kind"),
    [
        ("I am Anna.", "NAME", "Anna", "NAME"),
        ("SSN 123-45-6789", "SSN", "123-45-6789", "ID"),
        ("my account 12345678", "BANK_ACCOUNT_NUMBER", "12345678", "ACCOUNT"),
        ("a type of tomorrow", "FINGERPRINT", "tomorrow", "ID"),
        ("order number 12345678", "BANK_ACCOUNT_NUMBER", "12345678", None),
        ("Order #55218 is late", "DRIVER_ID", "55218", None),
        ("invoice 2026-1188", "PHONE", "2026-1188", None),
        ("on 12/11/2026", "BANK_ACCOUNT_NUMBER", "12/11/2026", None),
        ("paid $1,250.00", "PHONE", "$1,250.00", None),
        ("価格は3,300円です", "BANK_ACCOUNT_NUMBER", "3,300円", None),
        ("退款268元到", "PHONE", "268元", None),
        ("laskutatte 120 euron maksun", "PHONE", "120 euron", None),
        ("on Monday at 14:30", "DATE_TIME", "14:30", None),
        ("45 years old", "AGE", "45 years old", None),
    ],
)
def test_which_findings_count(text: str, type_: str, words: str, kind: str | None) -> None:
    start = text.index(words)
    expected = [Found(kind, words)] if kind else []
    assert accepted(text, [(type_, 0.9, start, start + len(words))]) == expected


@pytest.mark.parametrize(("score", "counts"), [(0.5, False), (0.51, True)])
def test_a_finding_counts_above_even_odds(score: float, counts: bool) -> None:
    assert bool(accepted("Anna", [("NAME", score, 0, 4)])) is counts


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (0, 5)])
def test_a_place_outside_the_text_is_an_error(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="place"):
        accepted("Anna", [("NAME", 0.9, start, end)])


@pytest.mark.parametrize(
    ("listed", "kept"),
    [
        (["Lyon", "12 rue des Lilas, Lyon"], ["12 rue des Lilas, Lyon"]),
        (["55218"], []),
        (["CMD-2201"], []),
        (["12/11/2026", "49,90 €"], []),
        (["Solène Garrec", "06 12 34 56 78"], ["Solène Garrec", "06 12 34 56 78"]),
        (["4471-B", "4471-B : la lampe", "de Maison Exemple", "Sophie"], ["Sophie"]),
        (["Grace"], []),
    ],
)
def test_listed_words_that_are_not_personal_stay_readable(listed: list[str], kept: list[str]) -> None:
    """Towns, numbers of orders, dates, amounts and the company's name stay readable."""
    texts = (
        "Commande 55218, CMD-2201, du 12/11/2026 (49,90 €) pour Lyon, Solène Garrec.",
        "Commande 4471-B : la lampe de Maison Exemple. Sophie",
    )
    known = to_items([Found("NAME", "Grace")])
    found = with_listed(known, listed, texts=texts, places=["lyon"], company="Maison Exemple")
    assert [one["text"] for one in found] == ["Grace", *kept]


def test_what_was_found_is_stored_and_read_again() -> None:
    found = [Found("NAME", "Grace"), Found("PHONE", "06 12 34 56 78")]
    assert from_items(to_items(found)) == found
    assert from_items(None) is None


def test_each_kind_has_a_label_in_every_language() -> None:
    assert all(set(labels) == set(KINDS) for labels in LABELS.values())


def test_the_same_words_are_one_finding_per_kind() -> None:
    assert len({Found("NAME", "Grace"), Found("NAME", "Grace"), Found("ID", "Grace")}) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Solène Garrec", "NAME"),
        ("김민수", "NAME"),
        ("12 allée des Érables, 69003 Lyon", "ADDRESS"),
        ("東京都渋谷区神南1-2-3", "ADDRESS"),
        ("a@b.example", "EMAIL"),
        ("06 12 34 56 78", OTHER),
        ("A226390477", OTHER),
        ("---", OTHER),
    ],
)
def test_the_kind_of_listed_words_follows_their_form(text: str, kind: str) -> None:
    assert kind_of(text) == kind
