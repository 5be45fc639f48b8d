"""What the functions' roles allow, taking one action from them, and which actions were used."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from tests.full.stack import Stack

# Where what allows a call has another name than the call itself.
ACTIONS: Final = {
    "dynamodb.TransactWriteItems": {"dynamodb:PutItem"},
    # Who may not list the bucket is told 403 of an object that is not there, not 404.
    "s3.HeadObject": {"s3:GetObject", "s3:ListBucket"},
    "bedrock.Converse": {"bedrock:InvokeModel"},
    # AWS wants both where what is found comes with its metadata.
    "s3vectors.QueryVectors": {"s3vectors:QueryVectors", "s3vectors:GetVectors"},
    "s3.ListObjectsV2": {"s3:ListBucket"},
    "bedrock-catalog.GetFoundationModel": {"bedrock:GetFoundationModel"},
    "bedrock-catalog.GetInferenceProfile": {"bedrock:GetInferenceProfile"},
    "service-quotas.ListAWSDefaultServiceQuotas": {"servicequotas:ListAWSDefaultServiceQuotas"},
    "service-quotas.ListServiceQuotas": {"servicequotas:ListServiceQuotas"},
}


def policies(stack: Stack, function: str) -> dict[str, dict[str, Any]]:
    """Return the inline policies of a function's role, by name."""
    iam, role = _role(stack, function)
    names = iam.list_role_policies(RoleName=role)["PolicyNames"]
    documents = {
        name: iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"] for name in names
    }
    return {name: json.loads(doc) if isinstance(doc, str) else doc for name, doc in documents.items()}


def granted(stack: Stack, function: str) -> set[str]:
    """Return the actions that a function's role may do."""
    return {
        action
        for document in policies(stack, function).values()
        for statement in document["Statement"]
        for action in _list(statement["Action"])
    }


@contextmanager
def without(stack: Stack, function: str, action: str) -> Iterator[None]:
    """Take one action from a function's role, and give it back."""
    iam, role = _role(stack, function)
    before = policies(stack, function)
    for name, document in before.items():
        kept = []
        for statement in document["Statement"]:
            actions = [each for each in _list(statement["Action"]) if each != action]
            if actions:
                kept.append({**statement, "Action": actions})
        changed = json.dumps({**document, "Statement": kept})
        iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=changed)
    try:
        yield
    finally:
        for name, document in before.items():
            iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(document))


def seen(stack: Stack) -> dict[str, set[str]]:
    """Return the actions that the emulator and the stand-ins saw, by function."""
    functions = {key: function for function, key in stack.keys.items()}
    actions: dict[str, set[str]] = defaultdict(set)
    for call in (*stack.proxy.calls()["calls"], *stack.standins.calls()["calls"]):
        name = f"{call['service']}.{call['operation']}"
        if call["access_key_id"] in functions:
            actions[functions[call["access_key_id"]]] |= ACTIONS.get(name, {name.replace(".", ":")})
    return actions


def _role(stack: Stack, function: str) -> tuple[Any, str]:
    clients = stack.site.clients
    awslambda = clients.session.client("lambda", **clients.options)
    role = awslambda.get_function_configuration(FunctionName=stack.functions[function])["Role"]
    return clients.session.client("iam", **clients.options), role.rpartition("/")[2]


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
