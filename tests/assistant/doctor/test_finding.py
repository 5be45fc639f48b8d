"""A check that could not happen says why, and what would let it."""

import pytest

from assistant.doctor.finding import not_checked
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
