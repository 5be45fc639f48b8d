"""What GenerateAIResponse uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from assistant import reports
from assistant.aws.bedrock import Models
from assistant.aws.table import RequestTable
from assistant.aws.translate import Translator
from assistant.settings import GenerateAIResponseSettings

from . import reviewing


@dataclass(frozen=True)
class Services:
    """Table, the models that write and that review, and Translate for sentences that nobody wrote."""

    requests: RequestTable
    writer: Models
    reviewers: Models
    translator: Translator
    settings: GenerateAIResponseSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GenerateAIResponseSettings.from_env(env)
        passed_over = reports.passed_over("GenerateAIResponse")
        return cls(
            requests=RequestTable(settings.table_name),
            writer=Models(settings.models, passed_over),
            reviewers=Models(settings.reviewers, passed_over, seconds=reviewing.SECONDS),
            translator=Translator(),
            settings=settings,
        )
