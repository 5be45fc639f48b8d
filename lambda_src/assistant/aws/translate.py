"""Amazon Translate: one text of at most 10,000 bytes a call."""

from typing import TYPE_CHECKING, Final

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_translate import TranslateClient

MAX_BYTES: Final = 10_000
"""TranslateText's limit for one call, in UTF-8 bytes."""


class Translate:
    """Translates one text."""

    def __init__(self, count: Count | None = None, client: "TranslateClient | None" = None) -> None:
        self._translate = Connection("translate", config(10), count=count, client=client)

    def text(self, text: str, source: str, target: str) -> str:
        """Return a translation; languages by the service's own codes."""
        with self._translate.calling(
            "TranslateText", translate_calls=1, translate_characters=len(text)
        ) as client:
            answer = client.translate_text(Text=text, SourceLanguageCode=source, TargetLanguageCode=target)
            return answer["TranslatedText"]
