"""The emulator's CloudFormation refuses what AWS refuses."""

import json
from typing import Any

import pytest

from local.environment.clients import Clients


def function(size: int) -> dict[str, Any]:
    return {
        "Type": "AWS::Lambda::Function",
        "Properties": {
            "Handler": "index.handler",
            "Runtime": "python3.14",
            "Role": "arn:aws:iam::000000000000:role/any",
            "Code": {"ZipFile": "def handler(event, context): pass"},
            "Environment": {"Variables": {"NAME": "x" * (size - len("NAME"))}},
        },
    }


@pytest.mark.parametrize(("size", "status"), [(4096, "CREATE_COMPLETE"), (4097, "ROLLBACK_COMPLETE")])
def test_an_environment_of_more_than_4_kb_is_refused(clients: Clients, size: int, status: str) -> None:
    name = f"environment-{size}"
    cloudformation = clients.cloudformation
    template = json.dumps({"Resources": {"Function": function(size)}})
    cloudformation.create_stack(StackName=name, TemplateBody=template)
    while (found := cloudformation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]).endswith(
        "IN_PROGRESS"
    ):
        pass
    assert found == status
    if status == "ROLLBACK_COMPLETE":
        events = cloudformation.describe_stack_events(StackName=name)["StackEvents"]
        assert [one for one in events if "exceeded the 4KB limit" in one.get("ResourceStatusReason", "")]
    cloudformation.delete_stack(StackName=name)
