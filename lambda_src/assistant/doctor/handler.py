"""Doctor: every week, whether what the product depends on is there, alive and large enough."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from assistant import clock
from assistant.aws.account import ModelCatalog, ModelProbe, Quotas, Subscriptions, VoiceCatalog
from assistant.aws.cloudformation import Drift
from assistant.aws.comprehend import Comprehend
from assistant.aws.embeddings import Embedder
from assistant.aws.polly import Polly
from assistant.aws.s3 import Bucket
from assistant.aws.s3vectors import VectorIndex
from assistant.aws.sns import Topic
from assistant.aws.translate import Translate
from assistant.entrypoints import wrappers
from assistant.knowledge.indexing import Indexer
from assistant.request.customer import mask
from assistant.settings import DoctorSettings
from assistant.telemetry import count, logger

from .calls import TextServices
from .checkup import OPERATIONS, TEAM, Instruments, Patient, examine
from .demands import Rate
from .documents import Documents
from .finding import report, tally
from .sample import Sample

NAME: Final = "Doctor"

FOR_THE_REPORT_MS: Final = 20_000
"""What no check may wait for: the report has to be published, and Lambda gives no second chance."""


@dataclass(frozen=True)
class Services:
    """The models, voices and quotas to examine, the adapters for that, and the topic for the findings."""

    environment: str
    patient: Patient
    instruments: Instruments
    operations: Topic

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = DoctorSettings.from_env(env)
        embedder, index = Embedder(settings.embedding_model), VectorIndex(settings.vector_index_arn)
        return cls(
            environment=settings.environment,
            patient=Patient(
                sample=Sample(
                    company=settings.company,
                    pivot_language=settings.pivot_language,
                    writers=tuple(settings.models),
                    reviewers=tuple(settings.reviewers),
                    profile=settings.profile,
                ),
                speech=settings.speech,
                stack=settings.stack_id,
                voice_engine=settings.voice_engine,
                rate=Rate(
                    per_second=settings.requests_per_second,
                    burst=settings.burst,
                    per_day=settings.requests_per_day,
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
                text=TextServices(Translate(), Comprehend(), Polly()),
                drift=Drift(),
                documents=Documents(embedder, index, Indexer(Bucket(settings.bucket_name), embedder, index)),
            ),
            operations=Topic(settings.operations_topic_arn),
        )


def run(services: Services, left: Callable[[], int]) -> dict[str, int]:
    """Examine the environment; tell operations if anything is wrong, and nobody if nothing is.

    `left` tells the milliseconds until Lambda ends the function.

    Raises:
        SupportError: the report could not be published.
    """

    def waiting() -> float:
        return (left() - FOR_THE_REPORT_MS) / 1000

    findings = examine(services.patient, services.instruments, clock.now(), mask, waiting)
    for one in findings:
        # Not the detail: it can name an address.
        logger.info("checked", extra={"check": one.check, "subject": one.subject, "status": one.status})
    counts = tally(findings)
    count(NAME, "DoctorProblems", counts["problem"])
    if counts["problem"] or counts["warning"]:
        services.operations.publish(report(services.environment, findings))
    return counts


handler = wrappers.scheduled(NAME, run, Services.from_env)
