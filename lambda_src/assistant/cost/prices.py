"""What the services charge: a dated table per Region, and what counters (`usage`) cost by it.

List prices in USD, on demand, of the first tier. Not counted: free tiers and discounts, data transfer,
the writes of the table's indexes, what is stored, logs, metrics and alarms, traces. A Region, a model or an
engine that is not listed has no price, and what was used of it no cost.

Sources: the pricing pages on aws.amazon.com of the services that are named beside the figures, for US East
(N. Virginia) and Europe (Ireland). The pages of other Regions differ. Not read from a page of `AS_OF`: the
prices of `eu.amazon.nova-*`, which are those of 2025, and DynamoDB's in Europe (Ireland), which are computed.
"""

from collections.abc import Mapping
from typing import Final

AS_OF: Final = "2026-11"
"""Year and month of the price lists."""

_MILLION: Final = 1_000_000
_GIGABYTE: Final = 1024**3
_MB_MS_PER_GB_S: Final = 1024 * 1000

LINES: Final = {
    "translate_characters": "translation",
    "comprehend_units": "analysis",
    "bedrock_input_tokens": "model",
    "bedrock_output_tokens": "model",
    "polly_characters": "speech",
    "s3vectors_queries": "documents",
    "s3vectors_put_bytes": "documents",
    "states_transitions": "workflow",
    "lambda_calls": "functions",
    "lambda_mb_ms": "functions",
    "dynamodb_reads": "table",
    "dynamodb_writes": "table",
    "s3_puts": "storage",
    "s3_gets": "storage",
    "kms_calls": "links",
    "sns_publishes": "notifications",
    "sns_emails": "notifications",
    "api_calls": "api",
}
"""The line of the bill that a counter belongs to, by the counter's name up to its first colon."""

_FREE: Final = frozenset({"translate_calls", "comprehend_calls", "bedrock_calls", "polly_calls"})
"""Calls that are paid by what is in them."""

# "Amazon Bedrock pricing", on demand: USD per million tokens in and out. A model without the prefix of an
# inference profile is called in its own Region; a profile's Regions are dearer than all the world (global).
_MODELS: Final = {
    "global.anthropic.claude-haiku-5-5": (0.10, 0.50),
    "us.anthropic.claude-haiku-5-5": (0.11, 0.55),
    "eu.anthropic.claude-haiku-5-5": (0.11, 0.55),
    "global.anthropic.claude-haiku-4-5-20251001-v1:0": (1.00, 5.00),
    "us.anthropic.claude-haiku-4-5-20251001-v1:0": (1.10, 5.50),
    "eu.anthropic.claude-haiku-4-5-20251001-v1:0": (1.10, 5.50),
    "amazon.nova-lite-v1:0": (0.06, 0.24),
    "us.amazon.nova-lite-v1:0": (0.06, 0.24),
    "amazon.nova-micro-v1:0": (0.035, 0.14),
    "us.amazon.nova-micro-v1:0": (0.035, 0.14),
    "eu.amazon.nova-lite-v1:0": (0.078, 0.312),  # of 2025, not verified since
    "eu.amazon.nova-micro-v1:0": (0.046, 0.184),  # of 2025, not verified since
    "global.amazon.nova-2-lite-v1:0": (0.30, 2.50),
}

# The same page, on demand: USD per million tokens of what is embedded.
_EMBEDDING_MODELS: Final = {"amazon.titan-embed-text-v2:0": 0.02}

_EVERYWHERE: Final = {
    "translate_characters": 15 / _MILLION,  # Amazon Translate pricing: standard translation
    "comprehend_units": 0.0001,  # Amazon Comprehend pricing: natural language processing, PII
    "polly_characters:standard": 4 / _MILLION,  # Amazon Polly pricing
    "polly_characters:neural": 16 / _MILLION,
    "polly_characters:generative": 30 / _MILLION,
    "states_transitions": 0.025 / 1000,  # AWS Step Functions pricing: Standard workflows
    "lambda_calls": 0.20 / _MILLION,  # AWS Lambda pricing: requests; duration on Arm
    "lambda_mb_ms": 0.0000133334 / _MB_MS_PER_GB_S,
    "s3_puts": 0.005 / 1000,  # Amazon S3 pricing: S3 Standard requests; HEAD is a GET
    "s3_gets": 0.0004 / 1000,
    "kms_calls": 0.03 / 10_000,  # AWS KMS pricing: requests
    "sns_publishes": 0.50 / _MILLION,  # Amazon SNS pricing: standard topics; e-mail deliveries
    "sns_emails": 2 / 100_000,
    "api_calls": 3.50 / _MILLION,  # Amazon API Gateway pricing: REST APIs
    "s3vectors_queries": 2.50 / _MILLION,  # Amazon S3 pricing, S3 Vectors: queries; logical bytes put
    "s3vectors_put_bytes": 0.20 / _GIGABYTE,
    **{f"bedrock_input_tokens:{model}": usd / _MILLION for model, usd in _EMBEDDING_MODELS.items()},
    **{f"bedrock_input_tokens:{model}": usd / _MILLION for model, (usd, _) in _MODELS.items()},
    **{f"bedrock_output_tokens:{model}": usd / _MILLION for model, (_, usd) in _MODELS.items()},
}
"""What costs the same in both Regions."""

PRICES: Final[Mapping[str, Mapping[str, float]]] = {
    "us-east-1": {
        **_EVERYWHERE,
        "dynamodb_reads": 0.125 / _MILLION,  # Amazon DynamoDB pricing: on-demand, Standard table class
        "dynamodb_writes": 0.625 / _MILLION,
    },
    "eu-west-1": {
        **_EVERYWHERE,
        # Half of 0.283 and 1.4135, the Region's prices before AWS halved them on 1 November 2024.
        "dynamodb_reads": 0.1415 / _MILLION,
        "dynamodb_writes": 0.70675 / _MILLION,
    },
}
"""USD for one unit of a counter, by Region."""


def cost_usd(counters: Mapping[str, int], region: str) -> float | None:
    """Return what counters cost in USD, to seven decimals; None if one of them has no price in the Region."""
    costs = lines(counters, region)
    return None if costs is None else round(sum(costs.values()), 7)


def lines(counters: Mapping[str, float], region: str) -> dict[str, float] | None:
    """Return what counters cost in USD by line, unrounded; None if one of them has no price in the Region."""
    prices = PRICES.get(region)
    if prices is None:
        return None
    costs: dict[str, float] = {}
    for counter, amount in counters.items():
        if counter in _FREE or counter.endswith("_retries"):
            continue
        if counter not in prices:
            return None
        line = LINES[counter.partition(":")[0]]
        costs[line] = costs.get(line, 0.0) + amount * prices[counter]
    return costs
