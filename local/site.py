"""A deployed environment to look at: the local one, or one in the developer's AWS account."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from local.cdk import ENVIRONMENT, stack_name
from local.clients import Clients, account_clients
from local.deployment import stack_outputs
from local.errors import LocalError
from local.paths import ROOT
from local.running import current

# A log group's logical id is its owner's path, `Logs` and a hash.
_SUFFIX = re.compile(r"(Logs)?[0-9A-F]{8}$")
_REQUEST_ID = re.compile(r"req-\d{8}-\d{6}-\w{12}", re.ASCII)


@dataclass(frozen=True)
class Site:
    """Where one environment keeps a request's traces; `state` only for the local one."""

    clients: Clients
    stack: str
    bucket: str
    table: str
    state_machine_arn: str
    state: Path | None = None

    def log_groups(self) -> dict[str, str]:
        """Return the stack's log groups by what they belong to."""
        pages = self.clients.cloudformation.get_paginator("list_stack_resources").paginate(
            StackName=self.stack
        )
        return {
            _SUFFIX.sub("", resource["LogicalResourceId"]): resource.get("PhysicalResourceId", "")
            for page in pages
            for resource in page["StackResourceSummaries"]
            if resource["ResourceType"] == "AWS::Logs::LogGroup"
        }


def find_site(environment: str, state: Path) -> Site:
    """Return the environment of that name; raise LocalError if there is none, or none is deployed.

    `local` is whichever runs on this machine.
    """
    if runs_here(environment):
        deployment = current(state)
        if environment != ENVIRONMENT and deployment.stack != stack_name(environment):
            raise LocalError(f"it is {deployment.stack} that runs in {state}, not {environment}")
        return _site(deployment.clients, deployment.stack, state)
    files = {file.stem: file for file in (ROOT / "environments").glob("*.toml")}
    if environment not in files:
        raise LocalError(f"there is no environment {environment}: choose one of {', '.join(sorted(files))}")
    region = tomllib.loads(files[environment].read_text(encoding="utf-8")).get("region")
    return _site(account_clients(region), stack_name(environment), None)


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
        clients, stack, outputs["BucketName"], outputs["TableName"], outputs["StateMachineArn"], state
    )
