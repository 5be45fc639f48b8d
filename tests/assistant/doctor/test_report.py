"""The report that operations reads."""

from assistant.doctor import report
from assistant.doctor.finding import Finding

FINDINGS = [
    Finding("voice", "neural", "ok", "31 of 31 voices are offered here"),
    Finding("quota", "TranslateText", "unknown", "none is listed", "Nothing."),
    Finding("quota", "Polly", "warning", "8 a second", "Ask for 20."),
    Finding("model", "old-model", "problem", "reached its end of life on 2026-09-10", "Replace it."),
]


def test_the_worst_comes_first_and_what_is_in_order_is_counted() -> None:
    assert report.notification("prod", FINDINGS).text.splitlines() == [
        "PROBLEM: model old-model: reached its end of life on 2026-09-10.",
        "Replace it.",
        "",
        "WARNING: quota Polly: 8 a second.",
        "Ask for 20.",
        "",
        "UNKNOWN: quota TranslateText: none is listed.",
        "Nothing.",
        "",
        "In order: 1 findings. The whole table: make doctor ENV=prod",
    ]


def test_the_subject_counts_problems_and_warnings() -> None:
    assert report.notification("prod", FINDINGS).subject == "[prod] Doctor: 1 problem, 1 warning"
    assert report.notification("prod", FINDINGS[:1]).subject == "[prod] Doctor: 0 problems, 0 warnings"
    assert len(report.notification("e" * 200, FINDINGS).subject) <= 99


def test_every_status_is_counted() -> None:
    assert report.tally(FINDINGS) == {"problem": 1, "warning": 1, "unknown": 1, "ok": 1}
