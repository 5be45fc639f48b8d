"""What every function is: runtime, architecture, memory, time-out, role, logs, asset and layer."""

from typing import Final

from aws_cdk import (
    Duration,
    RemovalPolicy,
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
LOG_RETENTION: Final = logs.RetentionDays.ONE_WEEK


class FunctionLayer(lambda_.LayerVersion):
    """The functions' libraries, as `make setup` built them."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        built = layer.find()
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
    ) -> None:
        super().__init__(scope, construct_id)
        self.log_group: Final = log_group(self, "Logs")
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
            timeout=TIMEOUT,
            tracing=lambda_.Tracing.ACTIVE,
            handler=f"{handler}.handler",
            code=assets.code(handler),
            layers=[libraries],
            role=self.service_role,
            log_group=self.log_group,
            environment={**settings.to_env(), "POWERTOOLS_LOG_LEVEL": "INFO"},
        )
        self.log_group.grant_write(self.service_role)
        suppress(
            self.service_role,
            "AwsSolutions-IAM5[Resource::*]",
            "X-Ray's trace segments, and the AI actions that take a text, have no resource to name.",
        )


def run_on_schedule(function: SupportFunction, schedule: events.Schedule) -> None:
    """Have a schedule call a function."""
    target = targets.LambdaFunction(function.function)
    events.Rule(function, "Schedule", schedule=schedule, targets=[target])


def log_group(scope: Construct, construct_id: str) -> logs.LogGroup:
    """Return a log group that keeps lines for a week and is deleted with its stack."""
    return logs.LogGroup(scope, construct_id, retention=LOG_RETENTION, removal_policy=RemovalPolicy.DESTROY)
