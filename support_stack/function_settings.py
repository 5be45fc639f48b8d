"""The values behind the functions' settings: from the environment's file, and from the resources."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Final, TypeVar

from aws_cdk import aws_dynamodb as dynamodb, aws_kms as kms, aws_s3 as s3

from assistant.request.customer import mask
from assistant.settings import Settings

from .config import Environment, Gesture
from .notifications import Notifications, filters
from .version import version

S = TypeVar("S", bound=Settings)


class FunctionSettings:
    """Fills in the settings of each function: its class in `assistant.settings` names the values."""

    def __init__(
        self,
        *,
        environment: Environment,
        table: dynamodb.ITableV2,
        bucket: s3.IBucket,
        vector_index_arn: str,
        link_keys: Sequence[kms.IKey],
        notifications: Notifications,
        public_base: str,
        watch_key_id: str,
    ) -> None:
        self._values: Final[dict[str, Any]] = {
            "environment": environment.name,
            "version": version(),
            # resources
            "table_name": table.table_name,
            "bucket_name": bucket.bucket_name,
            "vector_index_arn": vector_index_arn,
            "link_key_ids": [key.key_id for key in link_keys],
            "topic_arn": notifications.team.topic_arn,
            "operations_topic_arn": notifications.operations.topic_arn,
            # languages and privacy
            "company": environment.company,
            "pivot_language": environment.pivot_language,
            "reply_language": environment.reply_language,
            "fallback_language": environment.fallback_language,
            "personal_data": environment.personal_data,
            "retention_days": environment.retention.requests_days,
            # the API
            "public_base": public_base,
            "watch_key_id": watch_key_id,
            "watch_minutes": environment.watch.minutes,
            "allowed_origins": list(environment.api.allowed_origins),
            "stop_usd": environment.budget.daily_usd if environment.budget.stop else 0.0,
            "requests_per_second": environment.api.requests_per_second,
            "burst": environment.api.burst,
            "requests_per_day": environment.api.requests_per_day,
            # documents, reply and voice
            "embedding_model": environment.knowledge.embedding_model,
            "passages": environment.knowledge.passages,
            "profile": environment.profile,
            "models": list(environment.reply.models),
            "reviewers": list(environment.reply.reviewers),
            "gestures": [_gesture(gesture) for gesture in environment.reply.gestures],
            "discloses": environment.disclosure.enabled,
            "marks_audio": environment.disclosure.enabled,
            "voice_engine": environment.voice.engine,
            "speech": environment.voice.speech,
            # the team
            "time_zone": environment.team.zone,
            "answer_seconds": environment.target.answer_seconds,
            # Without addresses: a function needs to know only which e-mails are sent, and so paid for.
            "subscribers": [filters(subscriber) for subscriber in environment.subscribers],
            "addresses": {
                "team": [mask(subscriber.email) for subscriber in environment.subscribers],
                "operations": [mask(email) for email in environment.operations],
            },
        }

    def of(self, kind: type[S], **own: Any) -> S:
        """Return one function's settings; `own` values come from the caller.

        Raises:
            KeyError: the class names a value that is not here and was not given.
        """
        values = self._values | own
        return kind(**{field.name: values[field.name] for field in fields(kind)})


def _gesture(gesture: Gesture) -> dict[str, Any]:
    priorities = [str(priority) for priority in gesture.priorities]
    return {"id": gesture.id, "priorities": priorities, "sentences": gesture.sentences}
