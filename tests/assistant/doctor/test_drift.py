"""What CloudFormation says of the stack's resources, within the time that there is."""

from collections.abc import Callable

import pytest

from assistant.aws.cloudformation import DriftedResource
from assistant.doctor.drift import check_drift
from assistant.doctor.finding import Finding
from tests.assistant.doctor_fakes import FakeDrift, refused

CHANGED = DriftedResource("SweepFunction", "MODIFIED", ("/Timeout", "/MemorySize"))
DELETED = DriftedResource("BudgetAlarm", "DELETED")


@pytest.fixture(autouse=True)
def paused(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    pauses: list[float] = []
    monkeypatch.setattr("assistant.clock.pause", pauses.append)
    return pauses


def checked(drift: FakeDrift, stack: str = "stack", left: Callable[[], float] = lambda: 60) -> list[Finding]:
    return check_drift(stack, drift, left)


def test_a_stack_as_it_was_deployed_is_one_finding(paused: list[float]) -> None:
    (finding,) = checked(FakeDrift(looks=3))
    assert (finding.status, finding.detail) == ("ok", "its resources are as deployed")
    assert len(paused) == 2


def test_each_drifted_resource_is_named_with_its_state() -> None:
    changed, deleted = checked(FakeDrift(CHANGED, DELETED))
    assert (changed.subject, changed.status) == ("SweepFunction", "warning")
    assert changed.detail == "was changed since it was deployed (MODIFIED): /Timeout, /MemorySize"
    assert (deleted.subject, deleted.status) == ("BudgetAlarm", "problem")
    assert "(DELETED)" in deleted.detail
    assert "make deploy" in changed.advice


def test_a_finding_does_not_list_a_hundred_properties() -> None:
    (finding,) = checked(FakeDrift(DriftedResource("Api", "MODIFIED", tuple("abcdefg"))))
    assert finding.detail.endswith(": a, b, c, d and 3 more")


def test_a_detection_that_takes_too_long_is_not_waited_for(paused: list[float]) -> None:
    seconds = iter([12.0, 7.0, 2.0])
    (finding,) = checked(FakeDrift(CHANGED, looks=99), left=lambda: next(seconds))
    assert (finding.status, finding.detail) == ("unknown", "the detection is still running")
    assert paused == [5.0, 5.0]


def test_what_could_not_be_compared_is_said_beside_what_was() -> None:
    changed, unknown = checked(FakeDrift(CHANGED, failed="not authorized: kms:GetKeyPolicy"))
    assert (changed.subject, unknown.status) == ("SweepFunction", "unknown")
    assert "kms:GetKeyPolicy" in unknown.detail


def test_a_detection_that_may_not_be_started_is_unknown() -> None:
    (finding,) = checked(FakeDrift(error=refused("DetectStackDrift", "AccessDenied")))
    assert (finding.status, "AccessDenied" in finding.detail) == ("unknown", True)


def test_before_the_first_deployment_nothing_can_have_drifted() -> None:
    (finding,) = checked(FakeDrift(), stack="")
    assert (finding.status, finding.detail) == ("unknown", "not deployed yet")
