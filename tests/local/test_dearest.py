"""The dearest message in each profile; docs/costs.md has the figures."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from local.dearest import dearest
from support_stack import config

PAGE = (Path(__file__).parents[2] / "docs" / "costs.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("profile", ["quality", "economy"])
@pytest.mark.parametrize("speech", ["always", "off"])
def test_the_docs_say_what_the_dearest_message_costs(profile: str, speech: str) -> None:
    prod = config.load("prod")
    found = dearest(replace(prod, profile=profile, voice=replace(prod.voice, speech=speech)))
    row = re.search(rf"^\| `{profile}` \| `{speech}` \| `([\w-]+)` \| ([\d.]+) \|$", PAGE, re.M)
    assert row
    assert row[1] == found.code
    assert float(row[2]) == pytest.approx(found.usd, rel=0.03)


def test_translation_is_most_of_it_and_bounded() -> None:
    """5,000 characters, at most half as much again in tags, at $15 a million; once it was 38,054."""
    prod = config.load("prod")
    silent = dearest(replace(prod, voice=replace(prod.voice, speech="off"))).usd
    assert 0.1125 < silent < 2 * 0.1125
