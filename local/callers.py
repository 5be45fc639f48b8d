"""Which function makes a call: with roles enforced each function has an access key of its own."""

import hashlib
import re

from local.cdk import STACK
from local.clients import Clients

# A function's logical id is its owner's path, `Function` and a hash.
_SUFFIX = re.compile(r"Function[0-9A-F]{8}$")


def access_keys(clients: Clients, stack: str = STACK) -> dict[str, str]:
    """Return the access key id of each function of a local stack, by its name in the stack.

    The emulator derives a key from the function and its role; `tests/full` holds that it is this one.
    """
    awslambda = clients.session.client("lambda", **clients.options)
    return {
        label: access_key_id(function["FunctionArn"], function["Role"])
        for label, name in function_names(clients, stack).items()
        for function in [awslambda.get_function_configuration(FunctionName=name)]
    }


def function_names(clients: Clients, stack: str = STACK) -> dict[str, str]:
    """Return the physical names of a local stack's functions, by their names in the stack."""
    pages = clients.cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack)
    return {
        _SUFFIX.sub("", resource["LogicalResourceId"]): resource.get("PhysicalResourceId", "")
        for page in pages
        for resource in page["StackResourceSummaries"]
        if resource["ResourceType"] == "AWS::Lambda::Function"
        and _SUFFIX.search(resource["LogicalResourceId"])
    }


def access_key_id(function_arn: str, role_arn: str) -> str:
    """Return the id of the key that the emulator lets a function call with."""
    digest = hashlib.sha256(f"{function_arn}:{role_arn}".encode()).hexdigest()
    return f"ASIA{digest[:16].upper()}"
