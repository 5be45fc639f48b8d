"""A deployed environment to look at: the local one, or one in the developer's AWS account."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from local.environment.cdk import ENVIRONMENT, STACK, region_of, stack_name
from local.environment.clients import Clients, account_clients
from local.environment.deployment import stack_outputs
from local.environment.state import current
from local.errors import LocalError

# A logical id is its owner's path, the construct's name and a hash.
_LOGS = re.compile(r"(Logs)?[0-9A-F]{8}$")
_FUNCTION = re.compile(r"Function[0-9A-F]{8}$")
_VERSION = re.compile(r"FunctionCurrentVersion[0-9A-F]{8}[0-9a-f]{32}$")
_REQUEST_ID = re.compile(r"req-\d{8}-\d{6}-\w{12}", re.ASCII)


@dataclass(frozen=True)
class Site:
    """Where one environment keeps a request's traces; `state` only for the local one."""

    clients: Clients
    stack: str
    bucket: str
    table: str
    state_machine_arn: str
    state_machine_alias_arn: str
    state: Path | None = None

    def log_groups(self) -> dict[str, str]:
        """Return the stack's log groups by what they belong to."""
        return _resources(self.clients, self.stack, "AWS::Logs::LogGroup", _LOGS)


def find_site(environment: str, state: Path) -> Site:
    """Return the environment of that name; raise LocalError if there is none, or none is deployed.

    `local` is whichever runs on this machine.
    """
    return _site(*find_stack(environment, state))


def find_stack(environment: str, state: Path) -> tuple[Clients, str, Path | None]:
    """Return where an environment's stack is, its name, and the state folder of one that runs here.

    Raises LocalError if there is no such environment, or it does not run here.
    """
    if runs_here(environment):
        deployment = current(state)
        if environment != ENVIRONMENT and deployment.stack != stack_name(environment):
            raise LocalError(f"it is {deployment.stack} that runs in {state}, not {environment}")
        return deployment.clients, deployment.stack, state
    return account_clients(region_of(environment)), stack_name(environment), None


def runs_here(environment: str) -> bool:
    """Tell whether an environment is looked for on this machine: local, local-…."""
    return environment.partition("-")[0] == ENVIRONMENT


def require_request_id(text: str) -> str:
    """Return the id; raise LocalError unless it has the form of one."""
    if not _REQUEST_ID.fullmatch(text):
        raise LocalError(f"{text!r} is not a request id: one looks like req-20261123-101500-abcdefghijkl")
    return text


def _site(clients: Clients, stack: str, state: Path | None) -> Site:
    outputs = stack_outputs(clients, stack)
    return Site(
        clients=clients,
        stack=stack,
        bucket=outputs["BucketName"],
        table=outputs["TableName"],
        state_machine_arn=outputs["StateMachineArn"],
        state_machine_alias_arn=outputs["StateMachineAliasArn"],
        state=state,
    )


def access_keys(clients: Clients, stack: str = STACK) -> dict[str, str]:
    """Return the access key id of each function of a local stack, by its name in the stack.

    The emulator derives a key from the function and its role; `tests/full` holds that it is this one. A step
    of the workflow has that of its newest version, which the workflow calls.
    """
    awslambda = clients.client("lambda")
    versions = _resources(clients, stack, "AWS::Lambda::Version", _VERSION)
    return {
        label: access_key_id(function["FunctionArn"], function["Role"])
        for label, name in function_names(clients, stack).items()
        for function in [awslambda.get_function_configuration(FunctionName=versions.get(label, name))]
    }


def function_names(clients: Clients, stack: str = STACK) -> dict[str, str]:
    """Return the physical names of a local stack's functions, by their names in the stack."""
    return _resources(clients, stack, "AWS::Lambda::Function", _FUNCTION)


def access_key_id(function_arn: str, role_arn: str) -> str:
    """Return the id of the key that the emulator lets a function call with."""
    digest = hashlib.sha256(f"{function_arn}:{role_arn}".encode()).hexdigest()
    return f"ASIA{digest[:16].upper()}"


def _resources(clients: Clients, stack: str, kind: str, suffix: re.Pattern[str]) -> dict[str, str]:
    """Return the physical ids of a stack's resources of a kind whose logical ids have the suffix."""
    pages = clients.cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack)
    return {
        suffix.sub("", resource["LogicalResourceId"]): resource.get("PhysicalResourceId", "")
        for page in pages
        for resource in page["StackResourceSummaries"]
        if resource["ResourceType"] == kind and suffix.search(resource["LogicalResourceId"])
    }
