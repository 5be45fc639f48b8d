"""What personal data is called."""

from support.domain.personal.detector import KINDS as DETECTED
from support.domain.personal.found import KINDS, OTHER, Found
from support.domain.personal.masking import LABELS


def test_each_kind_has_a_label_in_every_language_and_the_detector_knows_no_other() -> None:
    assert all(set(labels) == set(KINDS) for labels in LABELS.values())
    assert set(DETECTED.values()) == set(KINDS) - {OTHER}


def test_the_same_words_are_one_finding_per_kind() -> None:
    assert len({Found("NAME", "Grace"), Found("NAME", "Grace"), Found("ID", "Grace")}) == 2
