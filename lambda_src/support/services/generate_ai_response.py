"""What GenerateAIResponse uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support import reports
from support.aws.bedrock import Writer
from support.aws.table import RequestTable
from support.aws.translate import Translator
from support.settings import GenerateAIResponseSettings


@dataclass(frozen=True)
class Services:
    """Table, model, and Translate for a reply that the model wrote in the team's language only."""

    requests: RequestTable
    writer: Writer
    translator: Translator
    settings: GenerateAIResponseSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GenerateAIResponseSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            writer=Writer(settings.models, reports.passed_over("GenerateAIResponse")),
            translator=Translator(),
            settings=settings,
        )
