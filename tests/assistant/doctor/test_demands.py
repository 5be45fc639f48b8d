"""One message costs so many calls of each service; a quota is told by its name."""

import pytest

from assistant.doctor.demands import INPUT_TOKENS, TOKENS_A_MESSAGE, Demand, Rate, demands
from assistant.request.reply_length import MAX_TOKENS

RATE = Rate(per_second=5, burst=10, per_day=2000, answer_seconds=10, personal_data=True)
MODELS = {
    "global.anthropic.claude-haiku-5-5": "Claude Haiku 5.5",
    "eu.amazon.nova-2-lite-v1:0": "Nova 2 Lite",
    "amazon.nova-lite-v1:0": "Nova Lite",
}
PER_MINUTE = 5 * 60 * (INPUT_TOKENS + MAX_TOKENS)


def by_subject(rate: Rate = RATE) -> dict[str, Demand]:
    return {each.subject: each for each in demands(rate, "neural", MODELS)}


@pytest.mark.parametrize(
    ("subject", "need"),
    [
        ("SynthesizeSpeech, neural voices", 5),
        ("TranslateText", 5),
        ("DetectSentiment", 5),
        ("DetectPiiEntities", 5),
        ("amazon.nova-lite-v1:0, tokens", PER_MINUTE),
        ("amazon.nova-lite-v1:0, tokens a day", 2000 * TOKENS_A_MESSAGE),
        ("amazon.nova-lite-v1:0, calls", 300),
        ("concurrent executions", 50),
        ("StartExecution", 5),
        ("StartExecution, burst", 10),
    ],
)
def test_a_rate_needs_so_much_of_a_quota(subject: str, need: float) -> None:
    assert by_subject()[subject].need == need


def test_a_burst_can_need_more_functions_at_a_time_than_the_rate() -> None:
    burst = Rate(per_second=1, burst=100, per_day=2000, answer_seconds=10, personal_data=False)
    assert by_subject(burst)["concurrent executions"].need == 100
    assert "DetectPiiEntities" not in by_subject(burst)


@pytest.mark.parametrize(
    ("subject", "name", "told"),
    [
        ("DetectSentiment", "DetectSentiment throttle limit in transactions per second", True),
        ("DetectSentiment", "BatchDetectSentiment throttle limit in transactions per second", False),
        ("DetectSentiment", "DetectSentiment max active jobs", False),
        ("StartExecution", "StartExecution throttle token refill rate per second", True),
        ("StartExecution", "StartExecution throttle token bucket size", False),
        ("StartExecution, burst", "StartExecution throttle token bucket size", True),
        ("SynthesizeSpeech, neural voices", "SynthesizeSpeech, neural voices, a second", True),
        ("SynthesizeSpeech, neural voices", "SynthesizeSpeech, standard voices, a second", False),
        ("SynthesizeSpeech, neural voices", "StartSpeechSynthesisTask, neural voices, a second", False),
        (
            "amazon.nova-lite-v1:0, tokens",
            "On-demand model inference tokens per minute for Amazon Nova Lite",
            True,
        ),
        (
            "amazon.nova-lite-v1:0, tokens",
            "On-demand InvokeModel tokens per minute for Amazon Nova Lite",
            True,
        ),
        (
            "amazon.nova-lite-v1:0, tokens",
            "Cross-region model inference tokens per minute for Amazon Nova Lite",
            False,
        ),
        (
            "amazon.nova-lite-v1:0, tokens",
            "On-demand model inference tokens per minute for Amazon Nova 2 Lite",
            False,
        ),
        (
            "eu.amazon.nova-2-lite-v1:0, tokens",
            "Cross-Region InvokeModel tokens per minute for Amazon Nova 2 Lite",
            True,
        ),
        (
            "global.anthropic.claude-haiku-5-5, tokens",
            "Global cross-region model inference tokens per minute for Anthropic Claude Haiku 5.5",
            True,
        ),
        (
            "global.anthropic.claude-haiku-5-5, tokens",
            "Cross-region model inference tokens per minute for Anthropic Claude Haiku 5.5",
            False,
        ),
        (
            "amazon.nova-lite-v1:0, tokens a day",
            "Model invocation max tokens per day for Amazon Nova Lite",
            True,
        ),
        (
            "amazon.nova-lite-v1:0, tokens a day",
            "Model invocation max tokens per day for Amazon Nova Lite (doubled for cross-region calls)",
            True,
        ),
        (
            "amazon.nova-lite-v1:0, tokens a day",
            "Model invocation max tokens per day for Amazon Nova 2 Lite",
            False,
        ),
        (
            "eu.amazon.nova-2-lite-v1:0, tokens a day",
            "Model invocation max tokens per day for Amazon Nova 2 Lite",
            True,
        ),
        (
            "global.anthropic.claude-haiku-5-5, tokens a day",
            "Global cross-region model inference tokens per day for Anthropic Claude Haiku 5.5",
            True,
        ),
        (
            "global.anthropic.claude-haiku-5-5, tokens a day",
            "Model invocation max tokens per day for Anthropic Claude Haiku 5.5",
            False,
        ),
        (
            "global.anthropic.claude-haiku-5-5, tokens",
            "Global cross-region model inference tokens per day for Anthropic Claude Haiku 5.5",
            False,
        ),
        (
            "global.anthropic.claude-haiku-5-5, calls",
            "Global cross-region model inference requests per minute for Anthropic Claude Haiku 5.5 V1",
            True,
        ),
    ],
)
def test_a_quota_is_told_by_its_name(subject: str, name: str, told: bool) -> None:
    assert by_subject()[subject].named("L-ANY", name) is told


def test_lambdas_quota_is_told_by_its_code() -> None:
    concurrency = by_subject()["concurrent executions"]
    assert concurrency.named("L-B99A9384", "renamed")
    assert not concurrency.named("L-OTHER", "Concurrent executions")
