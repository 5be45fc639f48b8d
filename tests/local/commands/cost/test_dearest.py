"""The dearest message in each profile; docs/costs.md has the figures."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from assistant.cost.prices import cost_usd
from assistant.language.languages import by_code
from assistant.reply.drafting import DRAFTS
from assistant.translation.protection import MOST_SENT
from local.commands.cost import tokens
from local.commands.cost.bill import REGION
from local.commands.cost.profile import MAX_LENGTH, MAX_REPLY_LENGTH, MessageProfile
from local.commands.cost.usage import ai_services
from support_stack import config

PAGE = (Path(__file__).parents[4] / "docs" / "costs.md").read_text(encoding="utf-8")

LONGEST: Final = MessageProfile(length=MAX_LENGTH, reply_length=MAX_REPLY_LENGTH, listens=1)


def dearest(environment: config.Environment) -> tuple[str, float]:
    """Return the language and the USD of the dearest message that the API takes.

    The longest, all of it protected, each draft written and reviewed. In `economy` nothing that the model
    says is believed, so that the services are asked as well. Retries of services that fail are not billed.
    """
    return max(((code, _usd(code, environment)) for code in by_code()), key=lambda one: one[1])


def _usd(code: str, environment: config.Environment) -> float:
    used = Counter(ai_services(code, replace(environment, profile="quality"), LONGEST))
    used["translate_characters"] = round(used["translate_characters"] * MOST_SENT)
    for _ in range(DRAFTS - 1):
        used.update(tokens.of_reply(code, environment, LONGEST))
        used.update(tokens.of_review(code, environment, LONGEST))
    if environment.profile == "economy":
        used.update(tokens.of_reading(code, environment, LONGEST))
    usd = cost_usd(used, environment.region or REGION)
    assert usd is not None, "a price is missing"
    return usd


@pytest.mark.parametrize("profile", ["quality", "economy"])
@pytest.mark.parametrize("speech", ["always", "off"])
def test_the_docs_say_what_the_dearest_message_costs(profile: str, speech: str) -> None:
    prod = config.load("prod")
    code, usd = dearest(replace(prod, profile=profile, voice=replace(prod.voice, speech=speech)))
    row = re.search(rf"^\| `{profile}` \| `{speech}` \| `([\w-]+)` \| ([\d.]+) \|$", PAGE, re.M)
    assert row
    assert row[1] == code
    assert float(row[2]) == pytest.approx(usd, rel=0.03)


def test_translation_is_most_of_it_and_bounded() -> None:
    """5,000 characters, at most half as much again in tags, at $15 a million; once it was 38,054."""
    prod = config.load("prod")
    silent = dearest(replace(prod, voice=replace(prod.voice, speech="off")))[1]
    assert 0.1125 < silent < 2 * 0.1125
