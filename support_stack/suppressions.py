"""The one way to acknowledge a cdk-nag finding: one resource, one finding, one reason."""

import json
from typing import Any

from aws_cdk import Acknowledgment, Stack, Validations
from constructs import IConstruct

from . import made_from


def suppress(construct: IConstruct, finding: str, reason: str) -> None:
    """Acknowledge a finding on one construct; ids are exact (`AwsSolutions-IAM5[Resource::*]`)."""
    Validations.of(construct).acknowledge(Acknowledgment(id=finding, reason=reason))
    made_from.note_reason(Stack.of(construct), construct, finding, reason)


def suppress_wildcard(construct: IConstruct, arn: str, reason: str) -> None:
    """Acknowledge the wildcard in one resource ARN of a role's policy."""
    rendered = _rendered(Stack.of(construct).resolve(arn))
    suppress(construct, f"AwsSolutions-IAM5[Resource::{rendered}]", reason)


def _rendered(value: Any) -> str:
    """Return a resolved ARN as cdk-nag writes it: references by the names of what they stand for."""
    match value:
        case str():
            return value
        case {"Ref": str(name)}:
            return f"<{name}>"
        case {"Fn::GetAtt": [str(name), str(attribute)]}:
            return f"<{name}.{attribute}>"
        case {"Fn::Join": [str(separator), list(parts)]}:
            return separator.join(_rendered(part) for part in parts)
    return json.dumps(value, separators=(",", ":"))
