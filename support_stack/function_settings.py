"""What each function is told: its typed settings, from the environment and the resources."""

from dataclasses import dataclass
from typing import Any

from aws_cdk import (
    aws_dynamodb as dynamodb,
    aws_kms as kms,
    aws_s3 as s3,
    aws_sns as sns,
    aws_stepfunctions as sfn,
)

from assistant import settings
from assistant.request.customer import mask

from .config import Environment, Subscriber


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
        """Translation and analysis, and in the economy profile the first draft of the reply."""
        return settings.TranslateAndAnalyzeSettings(
            **self._reply(),
            profile=self.environment.profile,
            fallback_language=self.environment.fallback_language,
        )

    def generate_ai_response(self) -> settings.GenerateAIResponseSettings:
        """The reply, with what the environment authorises."""
        return settings.GenerateAIResponseSettings(
            **self._reply(),
            reviewers=list(self.environment.reply.reviewers),
            discloses=self.environment.disclosure.enabled,
        )

    def generate_voice_response(self) -> settings.GenerateVoiceResponseSettings:
        """The spoken reply and its link."""
        return settings.GenerateVoiceResponseSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            bucket_name=self.bucket.bucket_name,
            link_key_id=self.link_key.key_id,
            voice_engine=self.environment.voice.engine,
            speech=self.environment.voice.speech,
            marks_audio=self.environment.disclosure.enabled,
        )

    def send_response(self) -> settings.SendResponseSettings:
        """Record, transcript, notification, and the target that is measured."""
        return settings.SendResponseSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            bucket_name=self.bucket.bucket_name,
            topic_arn=self.team.topic_arn,
            pivot_language=self.environment.pivot_language,
            personal_data=self.environment.personal_data,
            time_zone=self.environment.team.zone,
            answer_seconds=self.environment.target.answer_seconds,
            subscribers=[_filters(subscriber) for subscriber in self.environment.subscribers],
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
        """The sweep, which looks after the workflow and finishes erasures."""
        return settings.SweepSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            topic_arn=self.team.topic_arn,
            pivot_language=self.environment.pivot_language,
            state_machine_arn=state_machine.state_machine_arn,
            bucket_name=self.bucket.bucket_name,
        )

    def erase_request(self, state_machine: sfn.IStateMachine) -> settings.EraseRequestSettings:
        """Erasure by the status link."""
        return settings.EraseRequestSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            bucket_name=self.bucket.bucket_name,
            link_key_id=self.link_key.key_id,
            state_machine_arn=state_machine.state_machine_arn,
            allowed_origins=list(self.environment.api.allowed_origins),
        )

    def erase_customer(self, state_machine: sfn.IStateMachine) -> settings.EraseCustomerSettings:
        """Erasure by the operator."""
        return settings.EraseCustomerSettings(
            environment=self.environment.name,
            table_name=self.table.table_name,
            bucket_name=self.bucket.bucket_name,
            state_machine_arn=state_machine.state_machine_arn,
        )

    def doctor(self, operations: sns.ITopic) -> settings.DoctorSettings:
        """The checkup, which needs to know what is configured; addresses travel masked."""
        environment = self.environment
        team = [mask(subscriber.email) for subscriber in environment.subscribers]
        return settings.DoctorSettings(
            environment=environment.name,
            models=list(dict.fromkeys((*environment.reply.models, *environment.reply.reviewers))),
            voice_engine=environment.voice.engine,
            topic_arn=self.team.topic_arn,
            operations_topic_arn=operations.topic_arn,
            addresses={"team": team, "operations": [mask(email) for email in environment.operations]},
            personal_data=environment.personal_data,
            requests_per_second=environment.api.requests_per_second,
            burst=environment.api.burst,
            answer_seconds=environment.target.answer_seconds,
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
            marks_audio=self.environment.disclosure.enabled,
        )

    def _reply(self) -> dict[str, Any]:
        """Return what every function is told that has the model write."""
        reply = self.environment.reply
        return {
            "environment": self.environment.name,
            "table_name": self.table.table_name,
            "pivot_language": self.environment.pivot_language,
            "reply_language": self.environment.reply_language,
            "personal_data": self.environment.personal_data,
            "company": self.environment.company,
            "models": list(reply.models),
            "gestures": [
                {
                    "id": gesture.id,
                    "priorities": [str(priority) for priority in gesture.priorities],
                    "sentences": gesture.sentences,
                }
                for gesture in reply.gestures
            ],
        }


def _filters(subscriber: Subscriber) -> dict[str, list[str]]:
    """Return what a subscriber wants to be told, without the address: every e-mail is paid for."""
    wanted = {
        "kind": subscriber.kinds,
        "priority": subscriber.priorities,
        "category": subscriber.categories,
        "language": subscriber.languages,
    }
    return {attribute: [str(value) for value in values] for attribute, values in wanted.items() if values}
