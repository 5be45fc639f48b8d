"""How far the simulation is off a run that was measured."""

from datetime import UTC, datetime

import pytest

from bench.agreement import SETTINGS, THROTTLED, of_steady_run
from bench.steady import Answered

BEGAN = 1_800_000_000.0


def run(seconds: float) -> list[Answered]:
    """Sixty requests, one a second, each answered after so many seconds."""
    ends = [datetime.fromtimestamp(BEGAN + number + seconds, UTC).isoformat() for number in range(60)]
    done = [{"status": "completed", "degraded": [], "completed_at": end} for end in ends]
    return [Answered(BEGAN + number, 0, 0, record) for number, record in enumerate(done)]


def test_a_steady_run_is_compared_with_the_mean_of_drawn_latencies() -> None:
    # Means of the table's distributions: detection, the slowest of three, model, review, speech; 0.28 s of
    # our own.
    near, far = of_steady_run(run(4.17), 0.28), of_steady_run(run(8.34), 0.28)
    assert near.value < 0.03
    assert far.value == pytest.approx(0.5, abs=0.02)
    assert (near.met, far.met) == (True, False)


def test_a_lesser_answer_is_not_compared() -> None:
    answers = run(3.5)
    answers[7].record["degraded"] = [{"step": "reply", "reason": "bedrock"}]
    with pytest.raises(RuntimeError, match="not fully answered"):
        of_steady_run(answers, 0.28)


def test_what_quotas_slow_down_is_measured_in_every_run() -> None:
    assert THROTTLED.items() <= SETTINGS.items()
    assert all(rates for _, rates in THROTTLED.values())
