"""Which findings of Comprehend's detector count."""

import botocore.session
import pytest

from assistant.privacy.detector import KINDS, NOT_MASKED, accepted, is_reference
from assistant.privacy.found import KINDS as OURS, OTHER, Found


def test_every_type_of_the_service_is_known() -> None:
    model = botocore.session.get_session().get_service_model("comprehend")
    assert set(model.shape_for("PiiEntityType").enum) == KINDS.keys() | NOT_MASKED
    assert set(KINDS.values()) == set(OURS) - {OTHER}


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
        ("on Monday at 14:30", "DATE_TIME", "14:30", None),
        ("45 years old", "AGE", "45 years old", None),
    ],
)
def test_what_counts(text: str, type_: str, words: str, kind: str | None) -> None:
    start = text.index(words)
    expected = [Found(kind, words)] if kind else []
    assert accepted(text, [(type_, 0.9, start, start + len(words))]) == expected


@pytest.mark.parametrize(("score", "counts"), [(0.5, False), (0.51, True)])
def test_likelier_than_not_counts(score: float, counts: bool) -> None:
    assert bool(accepted("Anna", [("NAME", score, 0, 4)])) is counts


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (0, 5)])
def test_a_place_outside_the_text_is_an_error(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="place"):
        accepted("Anna", [("NAME", 0.9, start, end)])


@pytest.mark.parametrize(
    ("words", "reference"),
    [
        ("CMD-4471-B", True),
        ("order CMD-4471-B", True),
        ("119,90 €", True),
        ("12/11/2026", True),
        ("am 12/11/2026", True),
        ("Jean Dupont 12/11/1985", False),
        ("07700 900418", False),
        ("Anna Berg", False),
        ("Kanaalkade 118-II, 1018 ZK Amsterdam", False),
        ("flat 14C", False),
    ],
)
def test_codes_dates_and_amounts_are_known(words: str, reference: bool) -> None:
    assert is_reference(words) is reference
