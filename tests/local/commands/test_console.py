"""Results on stdout, the rest on stderr."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from local.commands.console import print_json, say


def test_json_is_printed_in_the_texts_own_script(capsys: pytest.CaptureFixture[str]) -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    print_json(
        {"name": "Zoé 佐藤", "score": Decimal("0.81"), "words": Decimal(90), "file": Path("a"), "at": at}
    )
    printed = capsys.readouterr().out
    assert "Zoé 佐藤" in printed
    assert json.loads(printed) == {
        "name": "Zoé 佐藤",
        "score": 0.81,
        "words": 90,
        "file": "a",
        "at": "2026-11-23 00:00:00+00:00",
    }


def test_what_is_said_is_no_markup_and_goes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    say("a [bold] word")
    assert capsys.readouterr() == ("", "a [bold] word\n")
