"""What Doctor uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.bedrock_catalog import ModelCatalog
from support.aws.model_probe import ModelProbe
from support.aws.quotas import Quotas
from support.aws.subscriptions import Subscriptions
from support.aws.topic import OperationsTopic
from support.aws.voice_catalog import VoiceCatalog
from support.checkup.checkup import Instruments, Patient
from support.checkup.confirmations import OPERATIONS, TEAM
from support.checkup.demands import Rate
from support.settings import DoctorSettings


@dataclass(frozen=True)
class Services:
    """What is examined, with what, and who is told."""

    environment: str
    patient: Patient
    instruments: Instruments
    operations: OperationsTopic

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = DoctorSettings.from_env(env)
        return cls(
            environment=settings.environment,
            patient=Patient(
                models=settings.models,
                voice_engine=settings.voice_engine,
                rate=Rate(
                    per_second=settings.requests_per_second,
                    burst=settings.burst,
                    answer_seconds=settings.answer_seconds,
                    personal_data=settings.personal_data != "off",
                ),
                topics={TEAM: settings.topic_arn, OPERATIONS: settings.operations_topic_arn},
                addresses=settings.addresses,
            ),
            instruments=Instruments(
                catalog=ModelCatalog(),
                probe=ModelProbe(),
                voices=VoiceCatalog(),
                subscriptions=Subscriptions(),
                quotas=Quotas(),
            ),
            operations=OperationsTopic(settings.operations_topic_arn),
        )
