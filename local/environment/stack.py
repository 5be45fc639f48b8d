"""A deployed stack as CloudFormation knows it: what it owns, what outlives it, how it is deleted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError, WaiterError

from local.environment.clients import Clients
from local.errors import LocalError

NEVER_DEPLOYED = {"REVIEW_IN_PROGRESS", "CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED"}
_RETAINING = {"Retain", "RetainExceptOnCreate"}
_PAUSE_SECONDS = 1
_LONGEST = 3600


@dataclass(frozen=True)
class Resource:
    """One resource; `stays` if it outlives its stack."""

    kind: str
    name: str
    stays: bool


@dataclass(frozen=True)
class Stack:
    """One stack; its id still leads to it when it is deleted."""

    clients: Clients
    name: str
    stack_id: str
    status: str
    protected: bool
    resources: tuple[Resource, ...]

    @property
    def place(self) -> str:
        """The account and the Region that it is in."""
        _, _, _, region, account, _ = self.stack_id.split(":", 5)
        return f"account {account}, {region}"

    @property
    def never_deployed(self) -> bool:
        """Whether its first deployment has failed, so that it never held anything."""
        return self.status in NEVER_DEPLOYED

    def of_kind(self, *kinds: str, stays: bool) -> list[str]:
        """Return the names of the resources of some kinds that stay, or go, with the stack's end."""
        return [one.name for one in self.resources if one.kind in kinds and one.stays is stays]

    def delete(self) -> dict[str, str]:
        """Delete it and wait; return, by logical id, why AWS kept a resource. Empty: the stack is gone."""
        cloudformation = self.clients.cloudformation
        cloudformation.delete_stack(StackName=self.stack_id)
        try:
            cloudformation.get_waiter("stack_delete_complete").wait(
                StackName=self.stack_id,
                WaiterConfig={"Delay": _PAUSE_SECONDS, "MaxAttempts": _LONGEST // _PAUSE_SECONDS},
            )
        except WaiterError as error:
            failed = {
                one["LogicalResourceId"]: one.get("ResourceStatusReason", "")
                for one in _summaries(self.clients, self.stack_id)
                if one["ResourceStatus"] == "DELETE_FAILED"
            }
            if not failed:
                raise LocalError(f"{self.name} is not deleted: {error}") from error
            return failed
        return {}


def read_stack(clients: Clients, name: str) -> Stack:
    """Return a stack with what exists of it; raise LocalError if there is none."""
    try:
        (found,) = clients.cloudformation.describe_stacks(StackName=name)["Stacks"]
    except ClientError as error:
        where = clients.cloudformation.meta.region_name
        raise LocalError(f"no stack {name} in {where}: {error.response['Error']['Message']}") from error
    template: Any = clients.cloudformation.get_template(StackName=name)["TemplateBody"]
    declared: Mapping[str, Any] = template.get("Resources", {})
    resources = (
        Resource(
            one["ResourceType"],
            one["PhysicalResourceId"],
            declared.get(one["LogicalResourceId"], {}).get("DeletionPolicy") in _RETAINING,
        )
        for one in _summaries(clients, name)
        if one.get("PhysicalResourceId") and one["ResourceStatus"] != "DELETE_COMPLETE"
    )
    return Stack(
        clients,
        name,
        found["StackId"],
        found["StackStatus"],
        found.get("EnableTerminationProtection", False),
        tuple(resources),
    )


def _summaries(clients: Clients, stack: str) -> list[Any]:
    pages = clients.cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack)
    return [one for page in pages for one in page["StackResourceSummaries"]]
