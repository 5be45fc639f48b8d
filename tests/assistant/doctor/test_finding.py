"""A finding, and the report that operations reads."""

import pytest

from assistant.doctor.finding import Finding, not_checked, report, tally
from assistant.errors import ServiceBusy, ServiceError, ServiceRefused


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (ServiceBusy("polly", "DescribeVoices", "ThrottlingException"), "Run the checkup again in a moment."),
        (
            ServiceRefused("polly", "DescribeVoices", "AccessDeniedException"),
            "Let whoever runs the checkup call polly:DescribeVoices.",
        ),
    ],
)
def test_the_advice_depends_on_the_error(error: ServiceError, advice: str) -> None:
    finding = not_checked("voice", "neural", error)
    assert (finding.status, finding.advice) == ("unknown", advice)
    assert error.code in finding.detail


FINDINGS = [
    Finding("voice", "neural", "ok", "31 of 31 voices are offered here"),
    Finding("quota", "TranslateText", "unknown", "none is listed", "Nothing."),
    Finding("quota", "Polly", "warning", "8 a second", "Ask for 20."),
    Finding("model", "old-model", "problem", "reached its end of life on 2026-09-10", "Replace it."),
]


def test_the_worst_comes_first_and_what_is_in_order_is_counted() -> None:
    assert report("prod", FINDINGS).text.splitlines() == [
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
    assert report("prod", FINDINGS).subject == "[prod] Doctor: 1 problem, 1 warning"
    assert report("prod", FINDINGS[:1]).subject == "[prod] Doctor: 0 problems, 0 warnings"
    assert len(report("e" * 200, FINDINGS).subject) <= 99


def test_every_status_is_counted() -> None:
    assert tally(FINDINGS) == {"problem": 1, "warning": 1, "unknown": 1, "ok": 1}
