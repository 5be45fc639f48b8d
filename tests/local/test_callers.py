"""Functions by their keys; that the emulator uses these keys is held by tests/full."""

from typing import Any
from unittest.mock import Mock

from local.callers import access_key_id, access_keys
from local.clients import Clients


def test_each_function_has_a_key_of_its_own() -> None:
    resources = [
        ("SendResponseFunctionA6104F68", "AWS::Lambda::Function"),
        ("SendResponseRole12345678", "AWS::IAM::Role"),
        ("SweepFunctionA7728703", "AWS::Lambda::Function"),
        ("CustomS3AutoDeleteObjectsCustomResourceProviderHandler9D90184F", "AWS::Lambda::Function"),
    ]
    clients = Mock(spec=Clients, cloudformation=Mock(), session=Mock(), options={})
    page: dict[str, Any] = {
        "StackResourceSummaries": [
            {"LogicalResourceId": name, "ResourceType": kind, "PhysicalResourceId": name.lower()}
            for name, kind in resources
        ]
    }
    clients.cloudformation.get_paginator().paginate.return_value = [page]
    clients.session.client().get_function_configuration = lambda FunctionName: {  # noqa: N803 - boto3's name
        "FunctionArn": f"arn:{FunctionName}",
        "Role": "arn:role",
    }
    keys = access_keys(clients)
    assert keys == {
        "SendResponse": access_key_id("arn:sendresponsefunctiona6104f68", "arn:role"),
        "Sweep": access_key_id("arn:sweepfunctiona7728703", "arn:role"),
    }
    assert len(set(keys.values())) == 2


def test_a_key_looks_like_one_of_a_role() -> None:
    assert access_key_id("a", "b") == "ASIA6783A31EABF68CCC"
