"""`destroy`: empties and deletes an environment's stack, and says what stays and why."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from local.commands.console import STATE, JsonOption, StateOption, out, print_json, say
from local.environment.clients import Clients
from local.environment.lifecycle import forget_deployment
from local.environment.site import find_stack
from local.environment.stack import Stack, read_stack
from local.errors import LocalError

DestroyEnvOption = Annotated[
    str, typer.Option("--env", help="`local`, or an environment in your AWS account.")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask for the stack's name.")]

BUCKET = "AWS::S3::Bucket"
TABLES = ("AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table")
KEY = "AWS::KMS::Key"

# What deletes by hand what a stack leaves behind, by kind. An account's setting has nothing to delete.
_STAYS = {
    BUCKET: "bucket {0}: keep_on_delete is true. By hand: aws s3 rb s3://{0} --force",
    **dict.fromkeys(
        TABLES, "table {0}: keep_on_delete is true. By hand: aws dynamodb delete-table --table-name {0}"
    ),
    KEY: "key {0}, which opens the customers' links: keep_on_delete is true. By hand:"
    " aws kms schedule-key-deletion --key-id {0}",
    "AWS::IAM::Role": "role {0}: API Gateway logs with it for every API of this account and Region."
    " By hand, if there is no other API: aws iam detach-role-policy --role-name {0} --policy-arn"
    " arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs;"
    " aws iam delete-role --role-name {0}",
}
_GOES = {
    BUCKET: "bucket {0}, with every object in it",
    **dict.fromkeys(
        TABLES,
        "table {0}; AWS keeps a backup of it for 35 days, because point-in-time recovery is on",
    ),
    KEY: "key {0}: the customers' links end now; AWS deletes it after 30 days"
    " (aws kms cancel-key-deletion keeps it)",
}


def destroy(
    *, env: DestroyEnvOption, state: StateOption = STATE, yes: YesOption = False, json: JsonOption = False
) -> None:
    """Empty and delete an environment's stack, after asking; what keep_on_delete keeps stays."""
    clients, name, local = find_stack(env, state)
    stack = read_stack(clients, name)
    _require_unprotected(stack, env)
    goes, stays = list(_lines(stack, stays=False)), list(_lines(stack, stays=True))
    if not json:
        _print(stack, goes, stays)
    if not yes:
        _confirm(stack)
    emptied = remove(stack)
    if local:
        forget_deployment(local)
    if json:
        print_json({"deleted": stack.name, "objects": emptied, "goes": goes, "stays": stays})
    else:
        out.print(f"deleted {stack.name}; {emptied} objects were in its bucket", soft_wrap=True)


def remove(stack: Stack) -> int:
    """Empty and delete a stack; return how many objects its bucket held, raise LocalError if AWS refuses."""
    if stack.never_deployed:
        _lift_protection(stack)
    emptied = _empty_all(stack)
    refused = stack.delete()
    if refused:  # a function has written since; none is left by now
        say(f"not deleted yet: {_reasons(refused)}; emptying the bucket once more", style="yellow")
        emptied += _empty_all(stack)
        refused = stack.delete()
    if not refused:
        return emptied
    raise LocalError(f"{stack.name} could not be deleted: {_reasons(refused)}. Mend that and repeat")


def _empty_all(stack: Stack) -> int:
    return sum(empty(stack.clients, bucket) for bucket in stack.of_kind(BUCKET, stays=False))


def empty(clients: Clients, bucket: str) -> int:
    """Delete every object of a bucket, all versions; return how many, raise LocalError if one is kept."""
    deleted = 0
    for page in clients.s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
        found = [*page.get("Versions", ()), *page.get("DeleteMarkers", ())]
        objects: list[Any] = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in found]
        if not objects:
            continue
        answer = clients.s3.delete_objects(Bucket=bucket, Delete={"Objects": objects, "Quiet": True})
        if errors := answer.get("Errors"):
            raise LocalError(f"{bucket}: {len(errors)} objects cannot be deleted: {errors[0].get('Code')}")
        deleted += len(objects)
    return deleted


def _require_unprotected(stack: Stack, env: str) -> None:
    """Raise LocalError, naming what to change, if a deployed stack is protected."""
    tables = (stack.clients.dynamodb.Table(name) for name in stack.of_kind(*TABLES, stays=False))
    if not stack.never_deployed and (
        stack.protected or any(one.deletion_protection_enabled for one in tables)
    ):
        raise LocalError(
            f"{stack.name} is protected: set protect = false in [retention] of environments/{env}.toml, run"
            f" `make deploy ENV={env}`, then repeat this command"
        )


def _lift_protection(stack: Stack) -> None:
    """Remove the protections of a stack that was never deployed, and the empty table that they kept."""
    stack.clients.cloudformation.update_termination_protection(
        StackName=stack.name, EnableTerminationProtection=False
    )
    for name in (*stack.of_kind(*TABLES, stays=False), *stack.of_kind(*TABLES, stays=True)):
        table = stack.clients.dynamodb.Table(name)
        table.update(DeletionProtectionEnabled=False)
        table.wait_until_exists()
        table.delete()
        table.wait_until_not_exists()


def _confirm(stack: Stack) -> None:
    if typer.prompt(f"Type the stack's name, {stack.name}, to delete it", err=True) != stack.name:
        raise LocalError("that is not its name: nothing was deleted")


def _lines(stack: Stack, *, stays: bool) -> Iterator[str]:
    named = {} if stays and stack.never_deployed else (_STAYS if stays else _GOES)
    for kind, line in named.items():
        yield from (line.format(name) for name in stack.of_kind(kind, stays=stays))
    if not stays:
        others = [one for one in stack.resources if not one.stays and one.kind not in _GOES]
        yield f"{len(others)} other resources, logs and alarms among them"


def _print(stack: Stack, goes: list[str], stays: list[str]) -> None:
    heading = "; its first deployment failed, so that it never held anything" if stack.never_deployed else ""
    out.print(f"{stack.name} in {stack.place}{heading}\n\ndeleted for good:", soft_wrap=True)
    for line in goes:
        out.print(f"  {line}", markup=False, soft_wrap=True)
    out.print("\nstays:", soft_wrap=True)
    for line in (*stays, "the bootstrap stack CDKToolkit, which other CDK apps of the account use too"):
        out.print(f"  {line}", markup=False, soft_wrap=True)


def _reasons(refused: dict[str, str]) -> str:
    return "; ".join(f"{name}: {reason}" for name, reason in refused.items())
