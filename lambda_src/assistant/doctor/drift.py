"""Whether the stack's resources are still as they were deployed."""

from collections.abc import Callable
from typing import Final

from assistant import clock
from assistant.aws.cloudformation import FAILED, RUNNING, Drift, DriftedResource
from assistant.errors import ServiceError

from .finding import Finding, not_checked

PAUSE_SECONDS: Final = 5.0
"""Between two looks at a detection, which takes CloudFormation a minute or more."""

SHOWN: Final = 4
"""Properties of a resource that a finding names."""

_LATER: Final = "Repeat the checkup: CloudFormation has finished by then."
_DEPLOY: Final = (
    "make diff shows what is deployed; make deploy puts it back, or put the change into the code."
)


def check_drift(stack: str, drift: Drift, left: Callable[[], float]) -> list[Finding]:
    """Have CloudFormation compare the stack with its template, and return what differs.

    Args:
        stack: its ARN or name; empty before the first deployment.
        drift: the service.
        left: the seconds that may still be waited.
    """
    if not stack:
        return [Finding("drift", "stack", "unknown", "not deployed yet", "Deploy, and repeat this.")]
    try:
        detection_id = drift.detect(stack)
        while (detection := drift.detection(detection_id)).status == RUNNING:
            if left() < PAUSE_SECONDS:
                return [Finding("drift", "stack", "unknown", "the detection is still running", _LATER)]
            clock.pause(PAUSE_SECONDS)
        findings = [_drifted(each) for each in drift.resources(stack)]
    except ServiceError as error:
        return [not_checked("drift", "stack", error)]
    if detection.status == FAILED:
        advice = "Let whoever runs the checkup read these resources through CloudFormation."
        detail = f"some resources could not be compared ({detection.reason})"
        return [*findings, Finding("drift", "stack", "unknown", detail, advice)]
    return findings or [Finding("drift", "stack", "ok", "its resources are as deployed")]


def _drifted(resource: DriftedResource) -> Finding:
    if resource.state == "DELETED":
        detail = "was deleted since it was deployed (DELETED)"
        return Finding("drift", resource.logical_id, "problem", detail, _DEPLOY)
    named, more = resource.properties[:SHOWN], len(resource.properties) - SHOWN
    properties = ", ".join(named) + (f" and {more} more" if more > 0 else "")
    detail = f"was changed since it was deployed ({resource.state}): {properties}"
    return Finding("drift", resource.logical_id, "warning", detail, _DEPLOY)
