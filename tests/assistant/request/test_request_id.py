"""The id of a request."""

from datetime import UTC, datetime

import pytest

from assistant.request import request_id

NOW = datetime(2026, 11, 23, 10, 15, 30, tzinfo=UTC)


def test_an_id_is_the_moment_and_twelve_random_characters() -> None:
    made = request_id.new(NOW)
    assert made.startswith("req-20261123-101530-")
    assert len(made) == len("req-20261123-101530-") + 12
    assert request_id.is_valid(made)


def test_no_two_are_alike() -> None:
    assert len({request_id.new(NOW) for _ in range(100)}) == 100


@pytest.mark.parametrize(
    "text",
    [
        "",
        "req-20261123-101530-abcdefghijk",
        "req-20261123-101530-abcdefghijklm",
        "req-20261123-101530-ABCDEFGHIJKL",
        "req-20261123-101530-abcdefghijk1",
        "req-20261123-101530-abcdefghijkl\n",
        "req-٢٠٢٦١١٢٣-101530-abcdefghijkl",
        "idem#0000",
    ],
)
def test_anything_else_is_not_an_id(text: str) -> None:
    assert not request_id.is_valid(text)
