"""What a request uses besides the AI services, counted by hand."""

from typing import Any

import pytest

from local.expected_platform import emails, platform
from local.message_profile import MessageProfile
from support_stack.config import Subscriber
from tests.local.costing import environment

PROFILE = MessageProfile(length=300, reply_length=650, listens=0.1, high=0.1, medium=0.3, polls=5)

# An English message, answered in English and French. The item after intake, language, analysis, reply, voice:
# 900, 1,000, 1,813, 3,442, 3,842 bytes, that is 1, 1, 2, 4, 4 units of a kilobyte, and one of four.
ALWAYS = {
    "states_transitions": 6.1,  # and AlertTeam for one in ten
    "lambda_calls": 10.1,  # 5, 5 polls, one audio in ten
    "lambda_mb_ms": 2_177_536,  # 512 MB x (3.3 + 0.8 + 5.1 x 0.03 s = 4.253 s)
    "dynamodb_reads": 8.1,  # 3 steps and 5.1 links
    "dynamodb_writes": 29,  # 2 x 1 + 1 + 2 + 2 x 4 + 4 + 3 x 4
    "s3_puts": 4,
    "s3_gets": 1.1,
    "kms_calls": 7.1,  # 2 links signed, 5.1 checked
    "sns_publishes": 1.1,
    "sns_emails": 1.2333333,  # 0.1 alerts + 1 + 0.4 x 2/6
    "api_calls": 6.1,
}
ON_DEMAND = ALWAYS | {
    "dynamodb_reads": 8.2,  # and a last look for one in ten
    "lambda_mb_ms": 1_808_896,  # 512 x (3.3 + 0.1 x 0.8 + 0.153 = 3.533 s)
    "dynamodb_writes": 29.8,  # and 2 x 4 for one in ten
    "s3_puts": 3.1,
    "s3_gets": 0.2,
}
OFF = ALWAYS | {
    "lambda_calls": 10,
    "lambda_mb_ms": 1_766_400,  # 512 x (3.3 + 0.15 = 3.45 s)
    "dynamodb_reads": 8,
    "s3_puts": 3,
    "s3_gets": 0,
    "kms_calls": 6,
    "api_calls": 6,
}

ECONOMY = OFF | {
    "lambda_mb_ms": 2_201_600,  # 512 x (0.1 + 3.1 + 0.7 + 0.1 + 0.15 + 0.15 = 4.3 s)
    # The reading comes with the draft: 2,642, then 3,142 bytes: 2 x 1 + 3 + 4 + 2 x 4 + 4 + 3 x 4
    "dynamodb_writes": 33,
}


@pytest.mark.parametrize(
    ("code", "settings", "expected"),
    [
        ("en", {}, ALWAYS),
        ("en", {"speech": "on_demand"}, ON_DEMAND),
        ("en", {"speech": "off"}, OFF),
        ("en", {"speech": "off", "profile": "economy"}, ECONOMY),
        # Dutch is read in French: the translation is stored by a write of its own.
        ("nl", {}, ALWAYS | {"dynamodb_writes": 30}),
        ("nl", {"speech": "off", "profile": "economy"}, ECONOMY),
    ],
)
def test_a_request_uses_what_its_steps_use(
    code: str, settings: dict[str, Any], expected: dict[str, float]
) -> None:
    assert platform(code, environment(**settings), PROFILE) == pytest.approx(expected)


def test_a_language_without_a_voice_has_no_audio_link() -> None:
    used = platform("hr", environment(), PROFILE)
    assert used["s3_puts"] == OFF["s3_puts"]
    assert used["kms_calls"] == OFF["kms_calls"]
    assert used["api_calls"] == OFF["api_calls"]


def test_larger_texts_take_more_units() -> None:
    # 7,500 bytes of Japanese in 2,500 characters: 8,100 bytes are 8 units, and 2 of a read.
    used = platform("ja", environment(speech="off"), MessageProfile(length=2500, polls=0))
    # After analysis 11,310 (12), reply 14,643 (15), voice 15,043 (15): 2 x 8 + 9 + 12 + 2 x 15 + 15 + 3 x 15
    assert used["dynamodb_writes"] == 127
    assert used["dynamodb_reads"] == 2 + 3 + 4


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
    assert emails(environment(subscribers=subscribers), PROFILE) == pytest.approx(expected, abs=1e-6)
