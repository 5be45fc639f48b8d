"""How far a request has come."""

from typing import Any

import pytest

from assistant.errors import UnexpectedError
from assistant.request import item
from tests.assistant import samples

READ = {"analysed": item.analysed, "answered": item.answered, "voiced": item.voiced}


@pytest.mark.parametrize("stage", item.STAGES)
def test_a_request_is_read_as_any_stage_that_it_has_reached_and_as_no_later_one(stage: str) -> None:
    request: Any = samples.accepted(stage=stage)
    for name, read in READ.items():
        if item.has_reached(request, name):
            assert read(request) is request
        else:
            with pytest.raises(UnexpectedError, match=f"the request is {stage}, not {name}"):
                read(request)


def test_stages_follow_each_other() -> None:
    reached = [[item.has_reached({"stage": stage}, other) for other in item.STAGES] for stage in item.STAGES]
    assert reached == [[place <= number for place in range(5)] for number in range(5)]


@pytest.mark.parametrize(
    ("request_", "erasing"),
    [
        ({"status": "erased", "erasure": "started"}, True),
        ({"status": "erased", "erasure": "cleaned"}, False),
        (samples.completed(), False),
    ],
)
def test_an_erasure_lasts_until_everything_is_cleaned(request_: dict[str, Any], erasing: bool) -> None:
    assert item.is_being_erased(request_) is erasing
