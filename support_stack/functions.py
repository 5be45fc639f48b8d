"""What every function is: runtime, architecture, memory, time-out, role, logs, asset and layer."""

from functools import cache
from typing import Any, Final, cast

from aws_cdk import (
    Duration,
    RemovalPolicy,
    Stack,
    aws_events as events,
    aws_events_targets as targets,
    aws_iam as iam,
    aws_lambda as lambda_,
    aws_logs as logs,
)
from constructs import Construct

from assistant.settings import Settings

from . import assets, layer
from .suppressions import suppress

RUNTIME: Final = lambda_.Runtime.PYTHON_3_14
ARCHITECTURE: Final = lambda_.Architecture.ARM_64
MEMORY_MB: Final = 512
TIMEOUT: Final = Duration.seconds(60)

MOST_BYTES: Final = 4096
"""Of a function's environment, names and values together, by Lambda's quotas."""

_OF_A_REFERENCE: Final = 150
"""Bytes that stand for a name or an ARN that only the deployment knows; our longest are shorter."""


class EnvironmentTooLargeError(Exception):
    """A function's settings do not fit into its environment; the message names the largest of them."""


class FunctionLayer(lambda_.LayerVersion):
    """The functions' libraries, as `make setup` built them."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        built = _built_layer()
        super().__init__(
            scope,
            construct_id,
            code=lambda_.Code.from_asset(
                str(built.folder), asset_hash=built.content_hash, exclude=["**/__pycache__"]
            ),
            compatible_runtimes=[RUNTIME],
            compatible_architectures=[ARCHITECTURE],
            description="Libraries of the support assistant's functions",
        )


@cache
def _built_layer() -> layer.Layer:
    """Return the built layer; it is hashed once, since no file of it changes while stacks are synthesized."""
    return layer.find()


class SupportFunction(Construct):
    """One function with its own role and log group; `handler` names its module."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        handler: str,
        description: str,
        settings: Settings,
        libraries: lambda_.ILayerVersion,
        log_days: int,
        timeout: Duration = TIMEOUT,
        reserved_concurrency: int | None = None,
    ) -> None:
        super().__init__(scope, construct_id)
        self.log_group: Final = log_group(self, "Logs", days=log_days)
        # A role of its own, without AWSLambdaBasicExecutionRole: it may write to its own log group only.
        self.service_role: Final = iam.Role(
            self, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"), description=description
        )
        self.function: Final = lambda_.Function(
            self,
            "Function",
            description=description,
            runtime=RUNTIME,
            architecture=ARCHITECTURE,
            memory_size=MEMORY_MB,
            timeout=timeout,
            reserved_concurrent_executions=reserved_concurrency,
            tracing=lambda_.Tracing.ACTIVE,
            handler=f"{handler}.handler",
            code=assets.code(handler),
            layers=[libraries],
            role=self.service_role,
            log_group=self.log_group,
            environment=_fitting({**settings.to_env(), "POWERTOOLS_LOG_LEVEL": "INFO"}, self),
            # A version is kept for the executions that began with it; it goes with the function.
            current_version_options=lambda_.VersionOptions(removal_policy=RemovalPolicy.RETAIN),
        )
        self.log_group.grant_write(self.service_role)
        suppress(
            self.service_role,
            "AwsSolutions-IAM5[Resource::*]",
            "X-Ray's trace segments, and the AI actions that take a text, have no resource to name; what "
            "CloudFormation may read for the doctor is held by a condition.",
        )


def _fitting(variables: dict[str, str], function: SupportFunction) -> dict[str, str]:
    """Return a function's environment if Lambda takes so much.

    Raises:
        EnvironmentTooLargeError: it would refuse it, when everything else is deployed already.
    """
    stack = Stack.of(function)
    sizes = {name: len(name) + _bytes(stack.resolve(value)) for name, value in variables.items()}
    if sum(sizes.values()) > MOST_BYTES:
        largest = max(sizes, key=lambda name: sizes[name])
        raise EnvironmentTooLargeError(
            f"the settings of {function.node.id} take {sum(sizes.values())} bytes, of {MOST_BYTES} that "
            f"Lambda has room for; the largest is {largest} with {sizes[largest]}: shorten it in the "
            "environment's file"
        )
    return variables


def _bytes(value: Any) -> int:
    """Return how many bytes a resolved value takes, what only the deployment knows included."""
    match value:
        case str():
            return len(value.encode())
        case {"Fn::Join": [str(separator), list(parts)]}:
            return sum(map(_bytes, parts)) + len(separator.encode()) * (len(parts) - 1)
    return _OF_A_REFERENCE


def run_on_schedule(function: SupportFunction, schedule: events.Schedule) -> None:
    """Have a schedule call a function."""
    target = targets.LambdaFunction(function.function)
    events.Rule(function, "Schedule", schedule=schedule, targets=[target])


def log_group(scope: Construct, construct_id: str, *, days: int) -> logs.LogGroup:
    """Return a log group that is deleted with its stack; `days` are one of CloudWatch Logs' terms."""
    group = logs.LogGroup(scope, construct_id, removal_policy=RemovalPolicy.DESTROY)
    # As a number: the L2 takes the names of an enumeration.
    cast("logs.CfnLogGroup", group.node.default_child).retention_in_days = days
    return group
