"""What TranslateAndAnalyze uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from assistant import reports
from assistant.aws.bedrock import Models
from assistant.aws.comprehend import Analyst
from assistant.aws.table import RequestTable
from assistant.aws.translate import Translator
from assistant.settings import TranslateAndAnalyzeSettings

READING_SECONDS: Final = 20
"""How long the model may be silent before the other services are asked.

With 2 s to connect, 38 s of the function's 60 remain: for two silent attempts of 12 s at the first of
them, or for all of them in their usual time.
"""


@dataclass(frozen=True)
class Services:
    """Table, Translate and Comprehend, and the model that reads and drafts in the economy profile."""

    requests: RequestTable
    translator: Translator
    analyst: Analyst
    writer: Models
    settings: TranslateAndAnalyzeSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = TranslateAndAnalyzeSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            translator=Translator(),
            analyst=Analyst(),
            writer=Models(
                settings.models, reports.passed_over("TranslateAndAnalyze"), seconds=READING_SECONDS
            ),
            settings=settings,
        )
