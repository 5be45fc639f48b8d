"""`cost`: tables, JSON, and what it says of nonsense."""

import io
import json
from typing import Any

import pytest
from rich.console import Console, RenderableType
from typer.testing import CliRunner

from local.commands.app import app
from local.commands.cost.bill import Bill, Line
from local.commands.cost.command import bill_table, counted, variants_table
from local.errors import LocalError
from support_stack import config
from tests.local.commands.cost.costing import environment, reply


@pytest.fixture
def prod(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the environment that is loaded differs in."""
    changes: dict[str, Any] = {}
    monkeypatch.setattr(config, "load", lambda _: environment(**changes))
    return changes


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["cost", "--env", "prod", "--requests", "10000", *arguments])


@pytest.mark.usefixtures("prod")
def test_the_bill_its_dominating_line_and_the_other_settings_are_shown() -> None:
    result = run()
    assert result.exit_code == 0
    for part in (
        "prod: profile quality, speech always; 10,000 messages a month, at us-east-1's prices of 20",
        "en 40%, fr 30%, de 20%, ja 10%",
        "7,500,000 characters (neural)",
        'speech = "on_demand" in [voice] saves $108.09 a month',
        "the budget alarm is set at $",
        "as configured",
        "docs/costs.md",
    ):
        assert part in result.stdout
    assert "sets no Region: us-east-1's prices are taken" in result.stderr


@pytest.mark.usefixtures("prod")
def test_no_remark_when_a_region_is_given() -> None:
    result = run("--region", "us-east-1")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.usefixtures("prod")
def test_json_holds_the_same() -> None:
    shown = json.loads(run("--json", "--languages", "fr=1", "--listens", "0", "--polls", "0").stdout)
    assert shown["messages"]["languages"] == {"fr": 1.0}
    assert (shown["environment"], shown["region"], shown["requests"]) == ("prod", "us-east-1", 10_000)
    assert (shown["profile"], shown["speech"], shown["dominating"]) == ("quality", "always", "speech")
    lines = {line["line"]: line for line in shown["lines"]}
    assert lines["api"] == {"line": "api", "counted": "10,000 calls", "usd": pytest.approx(0.035)}
    assert shown["total_usd"] == pytest.approx(sum(line["usd"] for line in lines.values()))
    assert shown["per_request_usd"] == pytest.approx((shown["total_usd"] - shown["fixed_usd"]) / 10_000)
    assert shown["advice"].startswith("speech is ")
    assert [(one["profile"], one["speech"]) for one in shown["variants"]][:2] == [
        ("quality", "always"),
        ("quality", "on_demand"),
    ]


def test_a_model_without_a_price_leaves_the_total_out(prod: dict[str, Any]) -> None:
    prod["reply"] = reply("us.amazon.nova-2-lite-v1:0")
    shown = run().stdout
    assert "no price" in shown
    assert "The total is absent: a line has no price in us-east-1." in shown
    assert "saves" not in shown
    document = json.loads(run("--json").stdout)
    assert (document["total_usd"], document["dominating"], document["advice"]) == (None, None, "")


@pytest.mark.usefixtures("prod")
@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--length", "0"], "length is 0: it takes 1 to 5000 characters"),
        (["--languages", "english=1"], "languages: 'english' is none of"),
        (["--languages", "en"], "'en' is not like en=0.4"),
        (["--listens", "10"], "listens is 10: it takes 0 to 1"),
        (["--region", "mars-1"], "no prices for mars-1: --region takes us-east-1"),
    ],
)
def test_invalid_values_are_an_expected_error(arguments: list[str], line: str) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, LocalError)
    assert line in str(result.exception)


def test_an_unknown_environment_is_refused_with_the_known_ones() -> None:
    result = CliRunner().invoke(app, ["cost", "--env", "nowhere", "--requests", "1"])
    assert isinstance(result.exception, LocalError)
    assert "no such environment" in str(result.exception)


@pytest.mark.usefixtures("prod")
def test_a_month_without_requests_is_refused() -> None:
    assert CliRunner().invoke(app, ["cost", "--env", "prod", "--requests", "0"]).exit_code == 2


SPEECH = Line("speech", {"polly_characters:neural": 6_500_000}, 104.0)
KEY = Line("key", {"HMAC key": 1}, 1.0)


def shown(table: RenderableType) -> list[str]:
    console = Console(width=200, file=io.StringIO())
    console.print(table)
    return [" ".join(line.split()) for line in console.file.getvalue().splitlines()]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ({"polly_characters:neural": 6_500_000}, "6,500,000 characters (neural)"),
        (
            {"polly_characters:neural": 10, "polly_characters:standard": 5},
            "10 characters (neural); 5 characters (standard)",
        ),
        (
            {
                "bedrock_input_tokens:amazon.nova-lite-v1:0": 8.4,
                "bedrock_output_tokens:amazon.nova-lite-v1:0": 4,
            },
            "8 tokens in, 4 tokens out (amazon.nova-lite-v1:0)",
        ),
        ({"lambda_calls": 101_000, "lambda_mb_ms": 512 * 2_000_000}, "101,000 calls, 1,000 GB-seconds"),
        ({"alarms": 36}, "36 alarms"),
    ],
)
def test_amounts_are_said_in_words(amounts: dict[str, float], words: str) -> None:
    assert counted(Line("", amounts, 0.0)) == words


def test_a_bill_ends_with_its_total_and_a_request_without_what_is_fixed() -> None:
    lines = shown(bill_table(Bill(10_000, (SPEECH, KEY))))
    assert "speech 6,500,000 characters (neural) 104.00 99.0%" in lines
    assert "key 1 HMAC key 1.00 1.0%" in lines
    assert "total 105.00" in lines
    assert "each request without what is paid by the month 0.010400" in lines


def test_a_line_without_a_price_says_so_and_so_does_the_total() -> None:
    lines = shown(bill_table(Bill(10, (Line("model", {"bedrock_input_tokens:new.model": 5}, None), KEY))))
    assert "model 5 tokens in (new.model) no price" in lines
    assert "total no price" in lines
    assert "each request without what is paid by the month no price" in lines


def test_the_configured_settings_are_marked() -> None:
    bills = {("quality", "always"): Bill(10, (SPEECH,)), ("economy", "off"): Bill(10, (KEY,))}
    lines = shown(variants_table(bills, ("quality", "always")))
    assert "quality always 104.00 10.400000 as configured" in lines
    assert "economy off 1.00 0.000000" in lines
