"""What TranslateAndAnalyze uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.comprehend import Analyst
from support.aws.table import RequestTable
from support.aws.translate import Translator
from support.settings import TranslateAndAnalyzeSettings


@dataclass(frozen=True)
class Services:
    """Table, Translate and Comprehend."""

    requests: RequestTable
    translator: Translator
    analyst: Analyst
    settings: TranslateAndAnalyzeSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = TranslateAndAnalyzeSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            translator=Translator(),
            analyst=Analyst(),
            settings=settings,
        )
