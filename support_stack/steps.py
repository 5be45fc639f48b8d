"""The steps of the workflow: each with its function, its tasks, and the AI permission that only it has."""

from collections.abc import Sequence

from aws_cdk import Stack, aws_iam as iam, aws_lambda as lambda_
from constructs import Construct

from assistant.privacy import privacy
from assistant.settings import (
    GenerateAIResponseSettings,
    GenerateVoiceResponseSettings,
    TranslateAndAnalyzeSettings,
)

from .models import model_arns
from .step import Step
from .suppressions import suppress_wildcard


class TranslateAndAnalyze(Step):
    """Language, translation, sentiment, entities, category, priority; in economy, a draft of the reply."""

    handler = "assistant.analysis.handler"
    description = "Translates and analyzes a customer's message"

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: TranslateAndAnalyzeSettings,
        libraries: lambda_.ILayerVersion,
    ) -> None:
        super().__init__(scope, construct_id, settings=settings, libraries=libraries)
        self.may_ask(
            "translate:TranslateText",
            "comprehend:DetectDominantLanguage",
            "comprehend:DetectSentiment",
            "comprehend:DetectEntities",
            *(() if settings.personal_data == privacy.OFF else ("comprehend:DetectPiiEntities",)),
        )
        if settings.profile == "economy":
            _grant_models(self, settings.models)


class GenerateAIResponse(Step):
    """The reply, by the first configured model that answers, and its review by another."""

    handler = "assistant.reply.handler"
    description = "Writes the reply to a customer's message"

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: GenerateAIResponseSettings,
        libraries: lambda_.ILayerVersion,
    ) -> None:
        super().__init__(scope, construct_id, settings=settings, libraries=libraries)
        self.may_ask("translate:TranslateText")
        _grant_models(self, (*settings.models, *settings.reviewers))


class GenerateVoiceResponse(Step):
    """The spoken reply, or its link alone."""

    handler = "assistant.voice.handler"
    description = "Speaks the reply to a customer's message"

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: GenerateVoiceResponseSettings,
        libraries: lambda_.ILayerVersion,
    ) -> None:
        super().__init__(scope, construct_id, settings=settings, libraries=libraries)
        if settings.speech == "always":
            self.may_ask("polly:SynthesizeSpeech")


class SendResponse(Step):
    """Record, transcript and notification."""

    handler = "assistant.delivery.handler"
    description = "Archives the answer and tells the team"


class RecordFailure(Step):
    """A request that could not be answered, recorded and told."""

    handler = "assistant.recovery.failure_handler"
    description = "Records a request that could not be answered"


def _grant_models(step: Step, models: Sequence[str]) -> None:
    """Allow a step to call models, each as narrowly as its inference profile can be."""
    stack = Stack.of(step)
    arns = sorted({arn for model in models for arn in model_arns(stack, model)})
    step.function.add_to_role_policy(iam.PolicyStatement(actions=["bedrock:InvokeModel"], resources=arns))
    for arn in arns:
        if "*" in arn:
            suppress_wildcard(
                step.service_role, arn, "An inference profile serves from any Region that it reaches."
            )
