"""What a request used: counters that only ever grow, on its item in the table.

A counter is named `{service}_{what}`, with `:{which}` where a price depends on it:

    translate_calls     translate_characters       as sent, tags included
    comprehend_calls    comprehend_units           of 100 characters, at least 3 a call
    bedrock_calls       bedrock_input_tokens:{model}, bedrock_output_tokens:{model}
    polly_calls         polly_characters:{engine}  as billed, without tags
    states_transitions  lambda_calls               lambda_mb_ms (memory times time)
    s3vectors_queries   s3vectors_put_bytes        as billed
    dynamodb_reads      dynamodb_writes            request units
    s3_puts  s3_gets    kms_calls  sns_publishes   sns_emails  api_calls
    {service}_retries                              calls that the SDK repeated; of lambda, runs that failed
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any, Final

Counters = Mapping[str, int]
"""Amounts by counter."""

PREFIX: Final = "used:"
"""Of the item's attributes that are counters: at its top, where DynamoDB adds to them without reading."""

_KILOBYTE: Final = 1024


def of(item: Mapping[str, Any]) -> dict[str, int]:
    """Return the counters of a stored request."""
    return {name.removeprefix(PREFIX): item[name] for name in item if name.startswith(PREFIX)}


def attributes(counters: Counters) -> dict[str, int]:
    """Return counters as the attributes that an item keeps them under."""
    return {PREFIX + name: amount for name, amount in counters.items()}


def total(*counters: Counters) -> dict[str, int]:
    """Return the sum of counters."""
    return dict(sum((Counter(each) for each in counters), Counter[str]()))


def write_units(size: int) -> int:
    """Return DynamoDB's units for a write of so many bytes."""
    return max(1, ceil(size / _KILOBYTE))


def read_units(size: int) -> int:
    """Return DynamoDB's units for a consistent read of so many bytes."""
    return max(1, ceil(size / (4 * _KILOBYTE)))


def emails(subscribers: Iterable[Mapping[str, Iterable[str]]], attributes: Mapping[str, str]) -> int:
    """Return how many subscriptions, given by their filters, let a notification's attributes through."""
    return sum(all(attributes[name] in wanted for name, wanted in filters.items()) for filters in subscribers)


def shown(counters: Counters) -> dict[str, dict[str, Any]]:
    """Return the counters by service, as the record shows them; memory times time as GB-seconds."""
    by_service: dict[str, dict[str, Any]] = {}
    for name, amount in sorted(counters.items()):
        counter, _, which = name.partition(":")
        service, _, what = counter.partition("_")
        measures = by_service.setdefault(service, {})
        if what == "mb_ms":
            measures["gb_seconds"] = round(amount / 1024 / 1000, 4)
        elif which:
            measures.setdefault(what, {})[which] = amount
        else:
            measures[what] = amount
    return by_service
