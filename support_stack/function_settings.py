"""What each function is told: its typed settings, from the environment and the resources."""

from dataclasses import dataclass

from aws_cdk import (
    aws_dynamodb as dynamodb,
    aws_kms as kms,
    aws_s3 as s3,
    aws_sns as sns,
    aws_stepfunctions as sfn,
)

from support import settings

from .config import Environment


@dataclass(frozen=True, kw_only=True)
class FunctionSettings:
    """The resources that functions are told about, and a settings object per function."""

    environment: Environment
    table: dynamodb.ITable
    bucket: s3.IBucket
    link_key: kms.IKey
    team: sns.ITopic

    def process_customer_request(
        self, state_machine: sfn.IStateMachine
    ) -> settings.ProcessCustomerRequestSettings:
        """Intake starts the workflow, so it is told of it; no step of the workflow is."""
        return settings.ProcessCustomerRequestSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            bucket_name=self.bucket.bucket_name,
            link_key_id=self.link_key.key_id,
            state_machine_arn=state_machine.state_machine_arn,
            pivot_language=self.environment.pivot_language,
            public_base=self.environment.api.public_base,
            retention_days=self.environment.retention.requests_days,
            allowed_origins=list(self.environment.api.allowed_origins),
        )

    def translate_and_analyze(self) -> settings.TranslateAndAnalyzeSettings:
        """Translation and analysis."""
        return settings.TranslateAndAnalyzeSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            pivot_language=self.environment.pivot_language,
        )

    def generate_ai_response(self) -> settings.GenerateAIResponseSettings:
        """The reply, with what the environment authorises."""
        reply = self.environment.reply
        return settings.GenerateAIResponseSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            pivot_language=self.environment.pivot_language,
            company=self.environment.company,
            models=list(reply.models),
            gestures={priority.value: list(gestures) for priority, gestures in reply.gestures.items()},
        )

    def generate_voice_response(self) -> settings.GenerateVoiceResponseSettings:
        """The spoken reply and its link."""
        return settings.GenerateVoiceResponseSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            bucket_name=self.bucket.bucket_name,
            link_key_id=self.link_key.key_id,
        )

    def send_response(self) -> settings.SendResponseSettings:
        """Record, transcript, notification, and the target that is measured."""
        return settings.SendResponseSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            bucket_name=self.bucket.bucket_name,
            topic_arn=self.team.topic_arn,
            pivot_language=self.environment.pivot_language,
            answer_seconds=self.environment.target.answer_seconds,
        )

    def record_failure(self) -> settings.RecordFailureSettings:
        """The failure path."""
        return settings.RecordFailureSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            topic_arn=self.team.topic_arn,
            pivot_language=self.environment.pivot_language,
        )

    def sweep(self, state_machine: sfn.IStateMachine) -> settings.SweepSettings:
        """The sweep, which looks after the workflow."""
        return settings.SweepSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            topic_arn=self.team.topic_arn,
            pivot_language=self.environment.pivot_language,
            state_machine_arn=state_machine.state_machine_arn,
        )

    def get_request(self) -> settings.GetRequestSettings:
        """The status link."""
        return settings.GetRequestSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            link_key_id=self.link_key.key_id,
            allowed_origins=list(self.environment.api.allowed_origins),
        )

    def get_audio(self) -> settings.GetAudioSettings:
        """The audio link."""
        return settings.GetAudioSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            bucket_name=self.bucket.bucket_name,
            link_key_id=self.link_key.key_id,
            allowed_origins=list(self.environment.api.allowed_origins),
        )
