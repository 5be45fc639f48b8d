"""The steps of the workflow: each with its function, its tasks, and the AI permission that only it has."""

import re
from typing import Final

from aws_cdk import (
    Duration,
    Stack,
)
from aws_cdk import (
    aws_iam as iam,
)
from aws_cdk import (
    aws_lambda as lambda_,
)
from aws_cdk import (
    aws_stepfunctions as sfn,
)
from aws_cdk import (
    aws_stepfunctions_tasks as tasks,
)
from constructs import Construct

from support.errors import ServiceBusy
from support.settings import (
    GenerateAIResponseSettings,
    GenerateVoiceResponseSettings,
    Settings,
    TranslateAndAnalyzeSettings,
)

from .functions import SupportFunction
from .suppressions import suppress_wildcard

LAMBDA_FAULTS: Final = (
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.TooManyRequestsException",
    "Lambda.ClientExecutionTimeoutException",
    "Lambda.Unknown",
    "Runtime.ExitError",
    "Sandbox.Timedout",
    "States.Timeout",
)
"""A function that was throttled, killed or timed out: CDK's own list leaves the last ones out."""

TASK_TIMEOUT: Final = Duration.seconds(75)


class Step(SupportFunction):
    """A function that is a step of the workflow, and the states that call it."""

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
        super().__init__(
            scope,
            construct_id,
            handler=handler,
            description=description,
            settings=settings,
            libraries=libraries,
        )
        self.task: Final = self._invocation(construct_id, None)

    def lesser_task(self, state_name: str) -> tasks.LambdaInvoke:
        """Return the state that asks the same function for its lesser result."""
        lesser = {"lesser": True, "step": sfn.JsonPath.entire_payload}
        return self._invocation(state_name, sfn.TaskInput.from_object(lesser))

    def _invocation(self, state_name: str, payload: sfn.TaskInput | None) -> tasks.LambdaInvoke:
        task = tasks.LambdaInvoke(
            self,
            state_name,
            lambda_function=self.function,
            payload=payload,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            task_timeout=sfn.Timeout.duration(TASK_TIMEOUT),
        )
        # Full jitter halves a delay on average: 64 attempts wait for a quarter of an hour of throttling,
        # for $0.0016 of transitions (docs/decisions/0011).
        task.add_retry(
            errors=[ServiceBusy.__name__],
            interval=Duration.seconds(2),
            backoff_rate=2,
            max_delay=Duration.seconds(30),
            jitter_strategy=sfn.JitterType.FULL,
            max_attempts=64,
        )
        task.add_retry(
            errors=list(LAMBDA_FAULTS),
            interval=Duration.seconds(1),
            backoff_rate=2,
            max_delay=Duration.seconds(30),
            jitter_strategy=sfn.JitterType.FULL,
            max_attempts=6,
        )
        return task

    def _may_ask(self, *actions: str) -> None:
        """Allow AI actions of services that know no resources: they take a text."""
        self.function.add_to_role_policy(iam.PolicyStatement(actions=list(actions), resources=["*"]))


class TranslateAndAnalyze(Step):
    """Language, translation, sentiment, entities, category, priority."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: TranslateAndAnalyzeSettings,
        libraries: lambda_.ILayerVersion,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            handler="translate_and_analyze",
            description="Translates and analyzes a customer's message",
            settings=settings,
            libraries=libraries,
        )
        self._may_ask(
            "translate:TranslateText",
            "comprehend:DetectDominantLanguage",
            "comprehend:DetectSentiment",
            "comprehend:DetectEntities",
        )


class GenerateAIResponse(Step):
    """The reply, by the first configured model that answers."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: GenerateAIResponseSettings,
        libraries: lambda_.ILayerVersion,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            handler="generate_ai_response",
            description="Writes the reply to a customer's message",
            settings=settings,
            libraries=libraries,
        )
        stack = Stack.of(self)
        arns = sorted({arn for model in settings.models for arn in _model_arns(stack, model)})
        self.function.add_to_role_policy(iam.PolicyStatement(actions=["bedrock:InvokeModel"], resources=arns))
        for arn in arns:
            if "*" in arn:
                suppress_wildcard(
                    self.service_role, arn, "An inference profile serves from any Region that it reaches."
                )


class GenerateVoiceResponse(Step):
    """The spoken reply."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: GenerateVoiceResponseSettings,
        libraries: lambda_.ILayerVersion,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            handler="generate_voice_response",
            description="Speaks the reply to a customer's message",
            settings=settings,
            libraries=libraries,
        )
        self._may_ask("polly:SynthesizeSpeech")


def _model_arns(stack: Stack, model: str) -> list[str]:
    """Return what a call of a model touches: the profile, and the model in each Region that it reaches."""
    profile = re.match(r"(us|eu|au|jp|apac|global)\.(.+)", model)
    if not profile:
        return [f"arn:{stack.partition}:bedrock:{stack.region}::foundation-model/{model}"]
    foundation = f"foundation-model/{profile[2]}"
    arns = [
        f"arn:{stack.partition}:bedrock:{stack.region}:{stack.account}:inference-profile/{model}",
        f"arn:{stack.partition}:bedrock:*::{foundation}",
    ]
    # A global profile also names the model without a Region.
    return [*arns, f"arn:{stack.partition}:bedrock:::{foundation}"] if profile[1] == "global" else arns
