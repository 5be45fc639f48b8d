"""What personal data is called."""

import pytest

from assistant.privacy.detector import KINDS as DETECTED
from assistant.privacy.found import KINDS, OTHER, Found, kind_of
from assistant.privacy.masking import LABELS


def test_each_kind_has_a_label_in_every_language_and_the_detector_knows_no_other() -> None:
    assert all(set(labels) == set(KINDS) for labels in LABELS.values())
    assert set(DETECTED.values()) == set(KINDS) - {OTHER}


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
def test_what_a_model_lists_is_called_by_what_it_looks_like(text: str, kind: str) -> None:
    assert kind_of(text) == kind
