"""Figures in groups."""

from assistant.privacy.digit_groups import groups_of


def test_figures_that_signs_part_are_one_run() -> None:
    text = "4111 1111-12/27, no 5"
    assert [[text[start:end] for start, end in run] for run in groups_of(text)] == [
        ["4111", "1111", "12", "27"],
        ["5"],
    ]
