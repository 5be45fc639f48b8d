"""What GenerateAIResponse uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.bedrock import Writer
from support.aws.table import RequestTable
from support.aws.translate import Translator
from support.errors import ServiceRefused
from support.settings import GenerateAIResponseSettings
from support.telemetry import count, logger


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
            writer=Writer(settings.models, report_passed_over),
            translator=Translator(),
            settings=settings,
        )


def report_passed_over(refused: ServiceRefused, model: str) -> None:
    """Report a configured model that may not be used: an alarm counts these."""
    logger.warning("model passed over", extra={"model": model, "code": refused.code})
    count("GenerateAIResponse", "ModelPassedOver", model=model, code=refused.code)
