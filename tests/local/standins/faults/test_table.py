import math
from statistics import median, stdev

import pytest

from local.standins.faults.settings import InvalidFaultError
from local.standins.faults.table import FaultTable, Verdict


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def errors(
    table: FaultTable, calls: int, service: str = "polly", operation: str = "SynthesizeSpeech"
) -> list[bool]:
    return [table.verdict(service, operation).error is not None for _ in range(calls)]


def test_without_faults_nothing_happens() -> None:
    assert FaultTable().verdict("polly", "SynthesizeSpeech") == Verdict()


def test_an_operations_fault_replaces_its_services_one() -> None:
    table = FaultTable()
    table.replace({"comprehend": {"error": "500"}, "comprehend.DetectSentiment": {"latency_seconds": 1}})
    assert table.verdict("comprehend", "DetectSentiment") == Verdict(latency_seconds=1)
    assert table.verdict("comprehend", "DetectEntities").error == "500"
    assert table.verdict("translate", "TranslateText") == Verdict()


def test_a_bucket_holds_one_second_and_fills_with_time() -> None:
    clock = Clock()
    table = FaultTable(clock)
    table.replace({"polly": {"rate_per_second": 4}})
    assert errors(table, 6) == [False] * 4 + [True] * 2
    clock.now += 0.5
    assert errors(table, 3) == [False, False, True]
    clock.now += 60
    assert errors(table, 5) == [False] * 4 + [True]


def test_a_rate_below_one_lets_a_single_call_through() -> None:
    clock = Clock()
    table = FaultTable(clock)
    table.replace({"polly": {"rate_per_second": 0.5}})
    assert errors(table, 2) == [False, True]
    clock.now += 2
    assert errors(table, 2) == [False, True]


def test_errors_stop_after_their_count() -> None:
    table = FaultTable()
    table.replace({"polly": {"error": "500", "error_count": 2}})
    assert errors(table, 4) == [True, True, False, False]


def test_a_share_is_kept_and_repeatable() -> None:
    def run() -> list[bool]:
        table = FaultTable()
        table.replace({"polly": {"error": "500", "error_share": 0.25, "seed": 7}})
        return errors(table, 400)

    assert run() == run()
    assert 70 <= sum(run()) <= 130


def latencies(calls: int, **settings: float) -> list[float]:
    table = FaultTable()
    table.replace({"bedrock": settings})
    return [table.verdict("bedrock", "Converse").latency_seconds for _ in range(calls)]


def test_latencies_are_lognormal_about_their_median() -> None:
    drawn = latencies(2000, latency_seconds=2, latency_sigma=0.5, seed=7)
    assert median(drawn) == pytest.approx(2, rel=0.05)
    assert stdev(map(math.log, drawn)) == pytest.approx(0.5, rel=0.05)


def test_drawn_latencies_are_repeatable() -> None:
    one, same, other = (latencies(5, latency_seconds=2, latency_sigma=0.5, seed=seed) for seed in (7, 7, 8))
    assert one == same
    assert one != other


@pytest.mark.parametrize(
    ("settings", "latency"),
    [
        ({"latency_seconds": 2}, 2),
        ({"latency_seconds": 2, "latency_sigma": 0}, 2),
        ({"latency_sigma": 1}, 0),
    ],
)
def test_without_a_spread_or_a_median_nothing_is_drawn(settings: dict[str, float], latency: float) -> None:
    assert latencies(3, **settings) == [latency] * 3


def test_odd_replies_stop_after_their_count() -> None:
    table = FaultTable()
    table.replace({"bedrock": {"reply": "link", "reply_count": 1}})
    assert [table.verdict("bedrock", "Converse").reply for _ in range(2)] == ["link", "normal"]


def test_a_fault_ends_some_seconds_after_its_first_call() -> None:
    clock = Clock()
    table = FaultTable(clock)
    table.replace({"polly": {"error": "500", "latency_seconds": 1, "seconds": 10}})
    clock.now += 60
    assert errors(table, 1) == [True]
    clock.now += 9
    assert errors(table, 1) == [True]
    clock.now += 1
    assert table.verdict("polly", "SynthesizeSpeech") == Verdict()
    assert table.met() == {"polly": 2}


def test_several_faults_lie_on_one_operation_for_different_calls() -> None:
    table = FaultTable()
    table.replace(
        {
            "polly": {"error": "500"},
            "polly.SynthesizeSpeech#a": {"error": "denied", "containing": "Zoe"},
            "polly.SynthesizeSpeech#b": {"error": "timeout", "caller": "B"},
        }
    )

    def befalls(caller: str, text: str) -> str | None:
        return table.verdict("polly", "SynthesizeSpeech", caller, text).error

    assert (befalls("A", "Zoe"), befalls("B", "Zoe"), befalls("B", ""), befalls("A", "")) == (
        "denied",
        "denied",
        "timeout",
        "500",
    )
    assert table.met() == {"polly": 1, "polly.SynthesizeSpeech#a": 2, "polly.SynthesizeSpeech#b": 1}


def test_a_merge_keeps_the_counts_of_other_faults() -> None:
    table = FaultTable()
    table.replace({"polly": {"error": "500", "error_count": 2}, "bedrock": {"error": "500"}})
    errors(table, 1)
    table.merge({"translate": {"error": "denied"}, "bedrock": None})
    assert errors(table, 2) == [True, False]
    assert set(table.to_json()) == {"polly", "translate"}


def test_another_server_has_faults_of_its_own() -> None:
    table = FaultTable(keys=("sns", "sns.Publish"))
    table.replace({"sns.Publish": {"error": "500"}})
    assert table.verdict("sns", "Publish").error == "500"
    with pytest.raises(InvalidFaultError, match=r"sns, sns\.Publish"):
        table.merge({"polly": {}})


@pytest.mark.parametrize("raw", [[], {"sns": {}}, {"polly.Sing": {}}, {"polly": {"error": "no"}}])
def test_a_bad_table_changes_nothing(raw: object) -> None:
    table = FaultTable()
    table.replace({"polly": {"error": "500"}})
    with pytest.raises(InvalidFaultError):
        table.replace(raw)
    assert table.to_json() == {"polly": {"error": "500"}}
