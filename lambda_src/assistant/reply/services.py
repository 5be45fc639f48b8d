"""What GenerateAIResponse uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from assistant import reports
from assistant.aws.bedrock import Models
from assistant.aws.translate import Translate
from assistant.cost.meter import Meter
from assistant.request.table import RequestTable
from assistant.settings import GenerateAIResponseSettings
from assistant.translation.translator import Translator

from . import reviewing


@dataclass(frozen=True)
class Services:
    """Table, the models that write and that review, and Translate for sentences that nobody wrote."""

    requests: RequestTable
    writer: Models
    reviewers: Models
    translator: Translator
    meter: Meter
    settings: GenerateAIResponseSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GenerateAIResponseSettings.from_env(env)
        meter = Meter()
        passed_over = reports.passed_over("GenerateAIResponse")
        return cls(
            requests=RequestTable(settings.table_name, meter),
            writer=Models(settings.models, passed_over, meter.add),
            reviewers=Models(settings.reviewers, passed_over, meter.add, seconds=reviewing.SECONDS),
            translator=Translator(Translate(meter.add)),
            meter=meter,
            settings=settings,
        )
