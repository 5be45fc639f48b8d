"""What a request is expected to use, by hand: of the AI services by language, and of everything else."""

from typing import Any

import pytest

from local.commands.cost.profile import MessageProfile
from local.commands.cost.usage import ai_services, emails, platform
from support_stack.config import Subscriber
from tests.local.commands.cost.costing import (
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
    assert used["bedrock_calls"] == 3  # and one embeds the message
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


EVERYDAY = MessageProfile(length=300, reply_length=650, listens=0.1, high=0.1, medium=0.3, polls=5)

# An English message, answered in English and French. The item after intake, language, analysis, reply, voice:
# 900, 1,000, 5,800, 7,450, 7,850 bytes, that is 1, 1, 6, 8, 8 units of a kilobyte, and 1, 1, 2, 2, 2 of four:
# from the analysis on, 4,000 bytes of passages are in it.
ALWAYS = {
    "states_transitions": 6.1,  # and AlertTeam for one in ten
    "lambda_calls": 10.1,  # 5, 5 polls, one audio in ten
    "lambda_mb_ms": 2_177_536,  # 512 MB x (3.3 + 0.8 + 5.1 x 0.03 s = 4.253 s)
    "dynamodb_reads": 16.2,  # the day, 1 + 2 x 2 by 3 steps and 2 x 5.1 by links
    "dynamodb_writes": 57,  # 2 x 1 + 1 + 6 + 2 x 8 + 8 + 3 x 8
    "s3_puts": 4,
    "s3_gets": 1.1,
    "kms_calls": 7.1,  # 2 links signed, 5.1 checked
    "sns_publishes": 1.1,
    "sns_emails": 1.2333333,  # 0.1 alerts + 1 + 0.4 x 2/6
    "api_calls": 6.1,
}
ON_DEMAND = ALWAYS | {
    "dynamodb_reads": 16.4,  # and a last look for one in ten
    "lambda_mb_ms": 1_808_896,  # 512 x (3.3 + 0.1 x 0.8 + 0.153 = 3.533 s)
    "dynamodb_writes": 58.6,  # and 2 x 8 for one in ten
    "s3_puts": 3.1,
    "s3_gets": 0.2,
}
OFF = ALWAYS | {
    "lambda_calls": 10,
    "lambda_mb_ms": 1_766_400,  # 512 x (3.3 + 0.15 = 3.45 s)
    "dynamodb_reads": 16,
    "s3_puts": 3,
    "s3_gets": 0,
    "kms_calls": 6,
    "api_calls": 6,
}

ECONOMY = OFF | {
    "lambda_mb_ms": 2_201_600,  # 512 x (0.1 + 3.1 + 0.7 + 0.1 + 0.15 + 0.15 = 4.3 s)
    # The reading comes with the draft: 2 x 1 + 7 + 8 + 2 x 8 + 8 + 3 x 8
    "dynamodb_writes": 65,
}


@pytest.mark.parametrize(
    ("code", "settings", "expected"),
    [
        ("en", {}, ALWAYS),
        ("en", {"speech": "on_demand"}, ON_DEMAND),
        ("en", {"speech": "off"}, OFF),
        ("en", {"speech": "off", "profile": "economy"}, ECONOMY),
        ("nl", {"speech": "off", "profile": "economy"}, ECONOMY),
    ],
)
def test_a_request_uses_what_its_steps_use(
    code: str, settings: dict[str, Any], expected: dict[str, float]
) -> None:
    assert platform(code, environment(**settings), EVERYDAY) == pytest.approx(expected)


def test_a_language_without_a_voice_has_no_audio_link() -> None:
    used = platform("hr", environment(), EVERYDAY)
    assert used["s3_puts"] == OFF["s3_puts"]
    assert used["kms_calls"] == OFF["kms_calls"]
    assert used["api_calls"] == OFF["api_calls"]


@pytest.mark.parametrize(
    ("subscribers", "expected"),
    [
        ((), 0),
        # everything: every answer, and the alert of one in ten
        ((Subscriber(email="a@example.com"),), 1.1),
        ((Subscriber(email="a@example.com", kinds=("failure",)),), 0),
        ((Subscriber(email="a@example.com", kinds=("alert",), priorities=("NORMAL",)),), 0),
        ((Subscriber(email="a@example.com", kinds=("answer",), priorities=("NORMAL",)),), 0.6),
        ((Subscriber(email="a@example.com", kinds=("answer",), languages=("en", "ja")),), 0.5),
        ((Subscriber(email="a@example.com", kinds=("answer",), languages=("pt",)),), 0),
        # 1/6 x 0.4 x 0.1, alert and answer
        (
            (
                Subscriber(
                    email="a@example.com", categories=("refund",), languages=("en",), priorities=("HIGH",)
                ),
            ),
            0.0133333,
        ),
        ((Subscriber(email="a@example.com"), Subscriber(email="b@example.com", kinds=("answer",))), 2.1),
    ],
)
def test_e_mails_follow_from_the_filters(subscribers: tuple[Any, ...], expected: float) -> None:
    assert emails(environment(subscribers=subscribers), EVERYDAY) == pytest.approx(expected, abs=1e-6)
