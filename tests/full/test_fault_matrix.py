"""Whatever a call meets: an answer, a fallback with its reason or a recorded failure, never a silent loss."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from tests.full import matrix, report
from tests.full.cases import CASES, Case
from tests.full.matrix import Outcome
from tests.full.stack import Stack

pytestmark = [pytest.mark.integration, pytest.mark.full]

AT_ONCE = 10


@pytest.fixture(scope="module")
def outcomes(stack: Stack, request: pytest.FixtureRequest) -> Iterator[dict[Case, Future[Outcome]]]:
    """Every selected case, under way: the workflow's side by side, for each fault is one request's alone.

    A fault that meets whoever calls comes first, one by one.
    """
    stack.forget_sentences()
    wanted = {_case(item) for item in request.session.items}
    chosen = [case for case in CASES if case in wanted]
    with ThreadPoolExecutor(1) as alone, ThreadPoolExecutor(AT_ONCE) as together:
        first = [case for case in chosen if case.meets_others]
        futures = {case: alone.submit(matrix.run, stack, case) for case in first}
        after = alone.submit(lambda: None)
        rest = [case for case in chosen if case not in first]
        futures |= {case: together.submit(_after, after, stack, case) for case in rest}
        yield futures
        for future in futures.values():
            future.cancel()


def _case(item: pytest.Item) -> Case | None:
    params = item.callspec.params if hasattr(item, "callspec") else {}
    case = params.get("case")
    return case if isinstance(case, Case) else None


def _after(others: Future[None], stack: Stack, case: Case) -> Outcome:
    others.result()
    return matrix.run(stack, case)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_nothing_is_lost(case: Case, outcomes: dict[Case, Future[Outcome]]) -> None:
    outcome = outcomes[case].result()
    assert outcome.kind == case.expected, outcome.seen
    if outcome.kind == "degraded":
        # What is over in time may have left the reason that was there without it, and no other.
        assert (f"`{case.operation}: " in outcome.seen) == case.lasts, outcome.seen


def test_the_table_is_written(outcomes: dict[Case, Future[Outcome]]) -> None:
    if len(outcomes) < len(CASES):
        pytest.skip("docs/faults.md is written by a run of the whole matrix")
    report.write({case: future.result() for case, future in outcomes.items()})
