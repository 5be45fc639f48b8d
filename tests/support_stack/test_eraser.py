"""Who may erase, and what."""

import json
from typing import Any

import pytest
from aws_cdk.assertions import Template

ERASERS = {"EraseRequest", "EraseCustomer", "Sweep"}


def allowed(template: Template, action: str) -> dict[str, list[str]]:
    """Return by function on which resources, as JSON, it may do an action."""
    found: dict[str, list[str]] = {}
    for name, policy in template.find_resources("AWS::IAM::Policy").items():
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]:
            if action in _list(statement["Action"]) and "RoleDefaultPolicy" in name:
                resources = [json.dumps(resource) for resource in _list(statement["Resource"])]
                found.setdefault(name[: name.index("RoleDefaultPolicy")], []).extend(resources)
    return found


def test_who_erases_may_delete_the_four_kinds_of_objects_and_no_others(template: Template) -> None:
    kinds = {"incoming", "responses", "audio-responses", "transcripts"}
    for resources in allowed(template, "s3:DeleteObject").values():
        assert {kind for kind in kinds for one in resources if f"/{kind}/*" in one} == kinds
        assert len(resources) == len(kinds)


@pytest.mark.parametrize("action", ["s3:DeleteObject", "dynamodb:DeleteItem", "states:StopExecution"])
def test_nobody_else_may_delete_or_stop(template: Template, action: str) -> None:
    assert allowed(template, action).keys() == ERASERS


def test_the_sweep_finishes_erasures_and_begins_none(template: Template) -> None:
    assert allowed(template, "dynamodb:PutItem").keys() == {
        "EraseRequest",
        "EraseCustomer",
        "ProcessCustomerRequest",
    }


def test_only_the_operators_function_looks_for_a_customer(template: Template) -> None:
    queries = allowed(template, "dynamodb:Query")
    assert {name for name, found in queries.items() if any("by_customer" in one for one in found)} == {
        "EraseCustomer"
    }
    assert all("/index/" in one for found in queries.values() for one in found)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
