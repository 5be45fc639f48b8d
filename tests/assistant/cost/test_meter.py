"""What the running invocation has used."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.cost.meter import Meter


@pytest.fixture
def meter() -> Meter:
    meter = Meter()
    meter.start({"lambda_calls": 1})
    return meter


def test_what_is_taken_is_taken_once_and_stays_in_the_sum(meter: Meter) -> None:
    meter.add({"polly_calls": 1})
    assert meter.take() == {"lambda_calls": 1, "polly_calls": 1}
    assert meter.take() == {}
    meter.add({"polly_calls": 1})
    assert meter.take() == {"polly_calls": 1}
    assert meter.used == {"lambda_calls": 1, "polly_calls": 2}


def test_what_could_not_be_stored_goes_with_the_next_write(meter: Meter) -> None:
    meter.put_back(meter.take())
    meter.add({"lambda_calls": 1})
    assert meter.take() == {"lambda_calls": 2}


def test_the_next_invocation_does_not_pay_for_the_last_one(meter: Meter) -> None:
    meter.add({"polly_calls": 1})
    meter.start({"lambda_calls": 1})
    assert meter.take() == meter.used == {"lambda_calls": 1}


def test_nothing_is_counted_before_the_start_and_after_the_end() -> None:
    meter = Meter()
    meter.add({"kms_calls": 1})
    assert meter.take() == meter.used == {}
    meter.start({"lambda_calls": 1})
    meter.close()
    meter.add({"kms_calls": 1})
    assert meter.take() == {}
    assert meter.used == {"lambda_calls": 1}


def test_time_is_counted_with_the_functions_memory_and_once(
    meter: Meter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
    seconds = [10.0]
    monkeypatch.setattr("assistant.clock.time.monotonic", lambda: seconds[0])
    meter.start({})
    seconds[0] = 12.0
    assert meter.take() == {"lambda_mb_ms": 512 * 2_000}
    seconds[0] = 12.5
    assert meter.take() == {"lambda_mb_ms": 512 * 500}


def test_threads_lose_nothing(meter: Meter) -> None:
    with ThreadPoolExecutor(8) as pool:
        for _ in range(500):
            pool.submit(meter.add, {"translate_calls": 1})
    assert meter.used["translate_calls"] == 500


def test_what_is_charged_to_no_request_is_counted_and_never_stored() -> None:
    meter = Meter(charged=False)
    meter.start({"api_calls": 1})
    meter.add({"kms_calls": 1})
    assert meter.take() == {}
    assert meter.finish() == {"api_calls": 1, "kms_calls": 1}


def test_the_end_counts_the_time_since_the_last_write(meter: Meter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
    seconds = [10.0]
    monkeypatch.setattr("assistant.clock.time.monotonic", lambda: seconds[0])
    meter.start({})
    meter.take()
    seconds[0] = 12.0
    assert meter.finish() == {"lambda_mb_ms": 512 * 2_000}
