"""What GenerateAIResponse uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support import reports, reviewing
from support.aws.bedrock import Models
from support.aws.table import RequestTable
from support.aws.translate import Translator
from support.settings import GenerateAIResponseSettings


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
