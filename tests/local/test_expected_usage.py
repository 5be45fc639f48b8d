"""What the AI services are expected to do for a message, language by language."""

import pytest

from local.expected_usage import ai_services
from local.message_profile import MessageProfile
from tests.local.costing import (
    HAIKU,
    NEURAL,
    REVIEWED_IN,
    REVIEWED_OUT,
    TOKENS_IN,
    TOKENS_OUT,
    environment,
    reply,
)

PROFILE = MessageProfile(length=310, reply_length=650, listens=0.1)
"""310 characters are four units of Comprehend."""


@pytest.mark.parametrize(
    ("code", "translated", "units"),
    [
        # language, sentiment, entities: 3 calls of 4 units
        ("fr", 0, 12),
        ("de", 310, 12),
        # and DetectPiiEntities
        ("en", 310, 16),
        ("es-MX", 310, 16),
        # and the translation's entities, for the names in it
        ("ja", 310, 16),
        # read in French
        ("nl", 310, 12),
    ],
)
def test_quality_asks_by_language(code: str, translated: int, units: int) -> None:
    used = ai_services(code, environment(), PROFILE)
    assert used.get("translate_characters", 0) == translated
    assert used.get("translate_calls", 0) == (1 if translated else 0)
    assert used["comprehend_units"] == units
    assert used["comprehend_calls"] == units / 4


def test_personal_data_that_is_masked_nowhere_is_not_looked_for() -> None:
    assert ai_services("en", environment(personal_data="off"), PROFILE)["comprehend_units"] == 12


def test_a_call_costs_three_units_at_least() -> None:
    assert ai_services("fr", environment(), MessageProfile(length=5))["comprehend_units"] == 9


@pytest.mark.parametrize(
    ("code", "units"), [("fr", 0), ("de", 0), ("en", 4), ("es", 4), ("ja", 0), ("nl", 0)]
)
def test_economy_asks_the_detector_of_personal_data_alone(code: str, units: int) -> None:
    used = ai_services(code, environment(profile="economy"), PROFILE)
    assert "translate_characters" not in used
    assert used["comprehend_units"] == units
    assert (
        ai_services(code, environment(profile="economy", personal_data="off"), PROFILE)["comprehend_units"]
        == 0
    )


@pytest.mark.parametrize(
    ("speech", "code", "engine", "counter", "characters"),
    [
        ("always", "en", "neural", NEURAL, 650),
        ("always", "en", "generative", "polly_characters:generative", 650),
        ("always", "ja", "generative", NEURAL, 650),  # Takumi has no generative engine
        ("always", "ru", "neural", "polly_characters:standard", 650),
        ("on_demand", "en", "neural", NEURAL, 65),
        ("on_demand", "ru", "neural", "polly_characters:standard", 65),
    ],
)
def test_speech_is_by_the_voice_of_the_language(
    speech: str, code: str, engine: str, counter: str, characters: int
) -> None:
    used = ai_services(code, environment(speech=speech, engine=engine), PROFILE)
    assert {name: amount for name, amount in used.items() if name.startswith("polly_characters")} == {
        counter: pytest.approx(characters)
    }


@pytest.mark.parametrize(("speech", "code"), [("off", "en"), ("always", "el"), ("on_demand", "el")])
def test_without_speech_or_a_voice_nothing_is_spoken(speech: str, code: str) -> None:
    used = ai_services(code, environment(speech=speech), PROFILE)
    assert not [name for name in used if name.startswith("polly")]


def test_a_reply_in_the_teams_language_is_spoken_and_written_in_it() -> None:
    customers, teams = (
        ai_services("ru", environment(reply_language=language), PROFILE) for language in ("customer", "pivot")
    )
    assert teams[NEURAL] == 650
    assert teams[TOKENS_OUT] < customers[TOKENS_OUT] / 2


@pytest.mark.parametrize("profile", ["quality", "economy"])
def test_one_call_of_a_model_writes_the_reply_and_one_reviews_it(profile: str) -> None:
    used = ai_services("en", environment(profile=profile), PROFILE)
    assert used["bedrock_calls"] == 2
    assert used[TOKENS_IN] > used[TOKENS_OUT] > 0
    assert used[REVIEWED_IN] > 1_000 > used[REVIEWED_OUT] > 0


def test_one_model_for_both_is_counted_once() -> None:
    alone = ai_services("en", environment(reply=reply(HAIKU, reviewer=HAIKU)), PROFILE)
    apart = ai_services("en", environment(), PROFILE)
    assert alone[TOKENS_IN] == apart[TOKENS_IN] + apart[REVIEWED_IN]


def test_economy_pays_in_tokens_what_it_saves_in_calls() -> None:
    quality, economy = (
        ai_services("en", environment(profile=profile), PROFILE) for profile in ("quality", "economy")
    )
    assert economy[TOKENS_IN] > quality[TOKENS_IN]
    assert economy[TOKENS_OUT] > quality[TOKENS_OUT]
