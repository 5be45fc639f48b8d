import json
from collections.abc import Callable
from typing import Any

import aws_cdk as cdk
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from support_stack.config import Environment
from support_stack.notifications import Notifications


def test_notifications(
    stack: cdk.Stack,
    environment: Environment,
    resources_of: Callable[[], dict[str, Any]],
    snapshot_json: SnapshotAssertion,
) -> None:
    Notifications(
        stack, "Notifications", subscribers=environment.subscribers, operations=environment.operations
    )
    assert resources_of() == snapshot_json


def test_subscriptions_are_the_routing(template: Template) -> None:
    filters = {
        subscription["Properties"]["Endpoint"]: subscription["Properties"].get("FilterPolicy")
        for subscription in template.find_resources("AWS::SNS::Subscription").values()
    }
    assert filters == {
        "urgences@example.com": {"kind": ["alert", "failure"]},
        "equipe@example.com": {"kind": ["answer", "failure"]},
        "comptabilite@example.com": {
            "kind": ["answer"],
            "category": ["refund", "billing"],
            "priority": ["HIGH", "MEDIUM"],
        },
        "operations@example.com": None,
    }


def test_every_filter_says_what_it_looks_at(template: Template) -> None:
    """Else a filter that is added or taken away later fails the deployment: `Invalid value [null]`."""
    subscriptions = [one["Properties"] for one in template.find_resources("AWS::SNS::Subscription").values()]
    filtered = [one for one in subscriptions if "FilterPolicy" in one]
    assert len(filtered) == 3
    assert {one.get("FilterPolicyScope") for one in filtered} == {"MessageAttributes"}
    assert not [one for one in subscriptions if "FilterPolicyScope" in one and one not in filtered]


def test_both_topics_refuse_plain_http(template: Template) -> None:
    policies = template.find_resources("AWS::SNS::TopicPolicy").values()
    assert len(policies) == 2
    for policy in policies:
        statements = policy["Properties"]["PolicyDocument"]["Statement"]
        assert [
            one for one in statements if one["Effect"] == "Deny" and "aws:SecureTransport" in json.dumps(one)
        ]


def test_the_operations_topic_admits_the_alarms_of_this_account(template: Template) -> None:
    statements = [
        statement
        for policy in template.find_resources("AWS::SNS::TopicPolicy").values()
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Allow"
    ]
    assert [(one["Principal"], one["Action"], one["Condition"]) for one in statements] == [
        (
            {"Service": "cloudwatch.amazonaws.com"},
            "sns:Publish",
            {"StringEquals": {"aws:SourceAccount": "111122223333"}},
        )
    ]
