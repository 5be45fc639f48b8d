"""Prices: every figure by hand, and no cost where a price is missing."""

import pytest

from assistant.cost import prices
from assistant.language.languages import by_code
from support_stack import config

REGION = "us-east-1"
HAIKU = "global.anthropic.claude-haiku-5-5"
TITAN = "amazon.titan-embed-text-v2:0"


@pytest.mark.parametrize(
    ("counter", "amount", "line", "usd"),
    [
        ("translate_characters", 1_000_000, "translation", 15.0),
        ("comprehend_units", 10_000, "analysis", 1.0),
        (f"bedrock_input_tokens:{HAIKU}", 1_000_000, "model", 0.10),
        (f"bedrock_output_tokens:{HAIKU}", 1_000_000, "model", 0.50),
        ("bedrock_input_tokens:us.anthropic.claude-haiku-5-5", 1_000_000, "model", 0.11),
        ("bedrock_output_tokens:eu.anthropic.claude-haiku-5-5", 1_000_000, "model", 0.55),
        ("bedrock_input_tokens:global.anthropic.claude-haiku-4-5-20251001-v1:0", 1_000_000, "model", 1.0),
        ("bedrock_output_tokens:us.anthropic.claude-haiku-4-5-20251001-v1:0", 1_000_000, "model", 5.5),
        ("bedrock_input_tokens:amazon.nova-lite-v1:0", 1_000_000, "model", 0.06),
        ("bedrock_output_tokens:amazon.nova-lite-v1:0", 1_000_000, "model", 0.24),
        ("bedrock_input_tokens:amazon.nova-micro-v1:0", 1_000_000, "model", 0.035),
        ("bedrock_output_tokens:amazon.nova-micro-v1:0", 1_000_000, "model", 0.14),
        ("bedrock_input_tokens:global.amazon.nova-2-lite-v1:0", 1_000_000, "model", 0.30),
        ("bedrock_output_tokens:global.amazon.nova-2-lite-v1:0", 1_000_000, "model", 2.50),
        ("polly_characters:standard", 1_000_000, "speech", 4.0),
        ("polly_characters:neural", 1_000_000, "speech", 16.0),
        ("polly_characters:generative", 1_000_000, "speech", 30.0),
        ("states_transitions", 1_000, "workflow", 0.025),
        ("lambda_calls", 1_000_000, "functions", 0.20),
        # 1,000 seconds of 512 MB are 500 GB-seconds: 500 x 0.0000133334
        ("lambda_mb_ms", 512 * 1_000_000, "functions", 0.0066667),
        ("dynamodb_reads", 1_000_000, "table", 0.125),
        ("dynamodb_writes", 1_000_000, "table", 0.625),
        ("s3_puts", 1_000, "storage", 0.005),
        ("s3_gets", 1_000, "storage", 0.0004),
        ("kms_calls", 10_000, "links", 0.03),
        ("sns_publishes", 1_000_000, "notifications", 0.50),
        ("sns_emails", 100_000, "notifications", 2.0),
        ("api_calls", 1_000_000, "api", 3.50),
        (f"bedrock_input_tokens:{TITAN}", 1_000_000, "model", 0.02),
        ("s3vectors_queries", 1_000_000, "documents", 2.50),
        ("s3vectors_put_bytes", 1024**3, "documents", 0.20),
    ],
)
def test_a_counter_costs_what_the_pricing_page_says(counter: str, amount: int, line: str, usd: float) -> None:
    assert prices.lines({counter: amount}, REGION) == pytest.approx({line: usd}, rel=1e-9)
    assert prices.cost_usd({counter: amount}, REGION) == pytest.approx(usd)


def test_a_request_costs_the_sum_of_its_lines() -> None:
    """An English message of 300 characters, three calls of Comprehend, 650 characters of neural French."""
    counters = {
        "translate_calls": 1,
        "translate_characters": 300,  # 300 x 0.000015 = 0.0045
        "comprehend_calls": 3,
        "comprehend_units": 9,  # 9 x 0.0001 = 0.0009
        "bedrock_calls": 1,
        f"bedrock_input_tokens:{HAIKU}": 800,  # 800 x 0.0000001 = 0.00008
        f"bedrock_output_tokens:{HAIKU}": 450,  # 450 x 0.0000005 = 0.000225
        "polly_calls": 1,
        "polly_characters:neural": 650,  # 650 x 0.000016 = 0.0104
        "polly_retries": 3,
    }
    assert prices.lines(counters, REGION) == pytest.approx(
        {"translation": 0.0045, "analysis": 0.0009, "model": 0.000305, "speech": 0.0104}
    )
    assert prices.cost_usd(counters, REGION) == 0.016105


def test_a_cost_has_seven_decimals() -> None:
    # 7 reads: 7 x 0.000000125 = 0.000000875
    assert prices.cost_usd({"dynamodb_reads": 7}, REGION) == 0.0000009


@pytest.mark.parametrize(
    "counter",
    ["translate_calls", "comprehend_calls", "bedrock_calls", "polly_calls", "bedrock_retries", "s3_retries"],
)
def test_what_is_paid_by_its_content_or_not_at_all_costs_nothing_by_itself(counter: str) -> None:
    assert prices.lines({counter: 1_000_000}, REGION) == {}
    assert prices.cost_usd({counter: 1_000_000}, REGION) == 0.0


@pytest.mark.parametrize(
    ("counter", "region"),
    [
        ("translate_characters", "eu-west-3"),
        ("translate_characters", ""),
        ("bedrock_input_tokens:anthropic.claude-3-haiku-20240307-v1:0", REGION),
        ("bedrock_input_tokens", REGION),
        ("polly_characters:long-form", REGION),
        ("polly_characters", REGION),
        ("rekognition_images", REGION),
        (f"bedrock_output_tokens:{TITAN}", REGION),
        ("translate_characters:fr", REGION),
    ],
)
def test_what_has_no_price_has_no_cost(counter: str, region: str) -> None:
    counters = {"api_calls": 1, counter: 1}
    assert prices.lines(counters, region) is None
    assert prices.cost_usd(counters, region) is None


@pytest.mark.parametrize("region", prices.PRICES)
def test_a_region_has_a_price_for_every_counter(region: str) -> None:
    assert {counter.partition(":")[0] for counter in prices.PRICES[region]} == set(prices.LINES)
    assert all(price > 0 for price in prices.PRICES[region].values())


@pytest.mark.parametrize("region", prices.PRICES)
def test_every_voice_and_every_configured_model_has_a_price(region: str) -> None:
    engines = {engine for one in by_code().values() if one.speech for engine in one.speech.engines}
    models = {model for name in config.names() for model in config.load(name).reply.models}
    wanted = {f"polly_characters:{engine}" for engine in engines}
    wanted |= {f"bedrock_{way}_tokens:{model}" for way in ("input", "output") for model in models}
    wanted |= {
        f"bedrock_input_tokens:{config.load(name).knowledge.embedding_model}" for name in config.names()
    }
    assert wanted <= set(prices.PRICES[region])


def test_the_table_is_dated() -> None:
    year, month = map(int, prices.AS_OF.split("-"))
    assert year >= 2026
    assert 1 <= month <= 12
