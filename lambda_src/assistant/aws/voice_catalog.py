"""The voices that Polly offers in this Region."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3

from .client import calling, config

if TYPE_CHECKING:
    from mypy_boto3_polly import PollyClient


@dataclass(frozen=True)
class OfferedVoice:
    """What a voice can do here: its engines, and the language codes that it speaks."""

    engines: frozenset[str]
    languages: frozenset[str]


class VoiceCatalog:
    """Lists the Region's voices."""

    def __init__(self, client: "PollyClient | None" = None) -> None:
        self._client = client or boto3.client("polly", config=config(10))

    def voices(self) -> dict[str, OfferedVoice]:
        """Return the voices by their ids.

        Raises:
            ServiceRefused: not allowed to ask.
            ServiceBusy: throttled or failing.
        """
        with calling("polly", "DescribeVoices"):
            return {
                str(voice["Id"]): OfferedVoice(
                    frozenset(voice["SupportedEngines"]),
                    frozenset({voice["LanguageCode"], *voice.get("AdditionalLanguageCodes", [])}),
                )
                for page in self._client.get_paginator("describe_voices").paginate()
                for voice in page["Voices"]
            }
