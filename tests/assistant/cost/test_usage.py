"""What a request used."""

import pytest

from assistant.cost import usage

HIGH = {"kind": "alert", "priority": "HIGH", "category": "refund", "language": "de"}


def test_counters_are_kept_as_attributes_of_the_item() -> None:
    counters = {"polly_characters:neural": 640, "polly_calls": 1}
    item = {"pk": "req-1", "status": "completed", **usage.attributes(counters)}
    assert item["used:polly_characters:neural"] == 640
    assert usage.of(item) == counters


def test_totals_add_up_by_counter() -> None:
    assert usage.total({"a": 1, "b": 2}, {"b": 3}, {}) == {"a": 1, "b": 5}


@pytest.mark.parametrize(("size", "writes", "reads"), [(0, 1, 1), (1024, 1, 1), (1025, 2, 1), (9000, 9, 3)])
def test_the_table_bills_kilobytes_written_and_four_of_them_read(size: int, writes: int, reads: int) -> None:
    assert (usage.write_units(size), usage.read_units(size)) == (writes, reads)


@pytest.mark.parametrize(
    ("subscribers", "mails"),
    [
        ([], 0),
        ([{}], 1),
        ([{"kind": ["alert", "failure"]}, {"kind": ["answer"]}], 1),
        ([{"priority": ["HIGH"], "category": ["billing"]}], 0),
        ([{"priority": ["HIGH"], "category": ["refund", "billing"], "language": ["de"]}, {}], 2),
    ],
)
def test_a_mail_goes_to_whom_every_filter_lets_it_through(
    subscribers: list[dict[str, list[str]]], mails: int
) -> None:
    assert usage.emails(subscribers, HIGH) == mails


def test_counters_are_shown_by_service() -> None:
    shown = usage.shown(
        {
            "translate_calls": 1,
            "translate_characters": 312,
            "bedrock_input_tokens:global.anthropic.claude-haiku-5-5": 900,
            "bedrock_input_tokens:amazon.nova-lite-v1:0": 100,
            "lambda_calls": 5,
            "lambda_mb_ms": 512 * 2_000,
            "s3vectors_queries": 1,
            "s3vectors_put_bytes": 131_072,
        }
    )
    assert shown == {
        "bedrock": {"input_tokens": {"amazon.nova-lite-v1:0": 100, "global.anthropic.claude-haiku-5-5": 900}},
        "lambda": {"calls": 5, "gb_seconds": 1.0},
        "s3vectors": {"put_bytes": 131_072, "queries": 1},
        "translate": {"calls": 1, "characters": 312},
    }
