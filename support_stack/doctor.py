"""The weekly checkup of what the stack depends on and does not own."""

from typing import Final

from aws_cdk import (
    Stack,
    aws_events as events,
    aws_events_targets as targets,
    aws_iam as iam,
    aws_lambda as lambda_,
    aws_sns as sns,
)
from constructs import Construct

from assistant.settings import DoctorSettings

from .functions import SupportFunction
from .models import foundation_arn, model_arns, profile_arn
from .suppressions import suppress_wildcard

MONDAY_MORNING: Final = events.Schedule.cron(minute="0", hour="6", week_day="MON")
"""In UTC: before the team's week begins."""


class Doctor(SupportFunction):
    """A function, its weekly schedule, and the right to look at what it checks."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: DoctorSettings,
        libraries: lambda_.ILayerVersion,
        team: sns.ITopic,
        operations: sns.ITopic,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            handler="assistant.doctor.handler",
            description="Checks models, voices, confirmations and quotas every week",
            settings=settings,
            libraries=libraries,
        )
        stack = Stack.of(self)
        called = sorted({arn for model in settings.models for arn in model_arns(stack, model)})
        known = sorted({foundation_arn(stack, model) for model in settings.models})
        profiles = sorted({arn for model in settings.models if (arn := profile_arn(stack, model))})
        self._may(called, "bedrock:InvokeModel")
        self._may(known, "bedrock:GetFoundationModel")
        if profiles:
            self._may(profiles, "bedrock:GetInferenceProfile")
        self._may([team.topic_arn, operations.topic_arn], "sns:ListSubscriptionsByTopic")
        # These know no resources.
        self._may(
            ["*"],
            "polly:DescribeVoices",
            "servicequotas:ListAWSDefaultServiceQuotas",
            "servicequotas:ListServiceQuotas",
        )
        operations.grant_publish(self.function)
        for arn in called:
            if "*" in arn:
                suppress_wildcard(
                    self.service_role, arn, "An inference profile serves from any Region that it reaches."
                )
        events.Rule(
            self, "Schedule", schedule=MONDAY_MORNING, targets=[targets.LambdaFunction(self.function)]
        )

    def _may(self, resources: list[str], *actions: str) -> None:
        self.function.add_to_role_policy(iam.PolicyStatement(actions=list(actions), resources=resources))
