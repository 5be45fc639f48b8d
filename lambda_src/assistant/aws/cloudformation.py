"""AWS CloudFormation: whether a stack's resources are still as they were deployed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .client import Connection, config

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.literals import StackResourceDriftStatusType

RUNNING: Final = "DETECTION_IN_PROGRESS"
FAILED: Final = "DETECTION_FAILED"
"""It failed for a resource at least; there are results for the others."""

_DRIFTED: Final[list["StackResourceDriftStatusType"]] = ["MODIFIED", "DELETED"]


@dataclass(frozen=True)
class Detection:
    """One detection of drift: `RUNNING`, `FAILED` with the service's reason, or complete."""

    status: str
    reason: str = ""


@dataclass(frozen=True)
class DriftedResource:
    """A resource that is not as deployed: MODIFIED in these properties (paths without values), or DELETED."""

    logical_id: str
    state: str
    properties: tuple[str, ...] = ()


class Drift:
    """Detects the drift of a stack, which is named by its ARN or its name."""

    def __init__(self, client: "CloudFormationClient | None" = None) -> None:
        self._cloudformation = Connection("cloudformation", config(10), client=client)

    def detect(self, stack: str) -> str:
        """Start a detection and return its id; it is refused while another one is running."""
        with self._cloudformation.calling("DetectStackDrift") as client:
            return client.detect_stack_drift(StackName=stack)["StackDriftDetectionId"]

    def detection(self, detection_id: str) -> Detection:
        """Return how far a detection is."""
        with self._cloudformation.calling("DescribeStackDriftDetectionStatus") as client:
            found = client.describe_stack_drift_detection_status(StackDriftDetectionId=detection_id)
            return Detection(found["DetectionStatus"], found.get("DetectionStatusReason", ""))

    def resources(self, stack: str) -> list[DriftedResource]:
        """Return the resources that the last detection found drifted."""
        with self._cloudformation.calling("DescribeStackResourceDrifts") as client:
            drifted: list[DriftedResource] = []
            more: dict[str, Any] = {}
            while True:
                page = client.describe_stack_resource_drifts(
                    StackName=stack, StackResourceDriftStatusFilters=_DRIFTED, **more
                )
                drifted += (
                    DriftedResource(
                        each["LogicalResourceId"],
                        each["StackResourceDriftStatus"],
                        tuple(one["PropertyPath"] for one in each.get("PropertyDifferences", [])),
                    )
                    for each in page["StackResourceDrifts"]
                )
                if "NextToken" not in page:
                    return drifted
                more = {"NextToken": page["NextToken"]}
