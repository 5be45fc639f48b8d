"""The drift of a stack."""

from assistant.aws.cloudformation import Detection, Drift, DriftedResource
from tests.assistant.stubs import Stub

STACK = "arn:aws:cloudformation:us-east-1:123456789012:stack/support/1"


def test_a_detection_is_started_and_looked_at(cloudformation: Stub) -> None:
    cloudformation.add_response("detect_stack_drift", {"StackDriftDetectionId": "d"}, {"StackName": STACK})
    found = {"StackId": STACK, "StackDriftDetectionId": "d", "Timestamp": "2026-11-23T06:00:00Z"}
    asked = {"StackDriftDetectionId": "d"}
    for status in ({"DetectionStatus": "DETECTION_IN_PROGRESS"}, FAILED):
        cloudformation.add_response("describe_stack_drift_detection_status", found | status, asked)
    drift = Drift(cloudformation.client)
    assert drift.detect(STACK) == "d"
    assert drift.detection("d") == Detection("DETECTION_IN_PROGRESS")
    assert drift.detection("d") == Detection("DETECTION_FAILED", "not authorized")


FAILED = {"DetectionStatus": "DETECTION_FAILED", "DetectionStatusReason": "not authorized"}


def test_drifted_resources_come_from_every_page_and_without_their_values(cloudformation: Stub) -> None:
    asked = {"StackName": STACK, "StackResourceDriftStatusFilters": ["MODIFIED", "DELETED"]}
    difference = {"ExpectedValue": "60", "ActualValue": "3", "DifferenceType": "NOT_EQUAL"}
    changed = resource("Sweep", "MODIFIED", PropertyDifferences=[{"PropertyPath": "/Timeout", **difference}])
    pages = {"StackResourceDrifts": [changed], "NextToken": "more"}
    cloudformation.add_response("describe_stack_resource_drifts", pages, asked)
    last = {"StackResourceDrifts": [resource("Budget", "DELETED")]}
    cloudformation.add_response("describe_stack_resource_drifts", last, asked | {"NextToken": "more"})
    assert Drift(cloudformation.client).resources(STACK) == [
        DriftedResource("Sweep", "MODIFIED", ("/Timeout",)),
        DriftedResource("Budget", "DELETED"),
    ]


def resource(name: str, state: str, **fields: object) -> dict[str, object]:
    return {
        "StackId": STACK,
        "LogicalResourceId": name,
        "ResourceType": "AWS::Lambda::Function",
        "StackResourceDriftStatus": state,
        "Timestamp": "2026-11-23T06:00:00Z",
        **fields,
    }
