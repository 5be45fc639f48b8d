"""Amazon Translate."""

from typing import TYPE_CHECKING, Final

import boto3

from support.domain import text as texts

from .client import calling, config

if TYPE_CHECKING:
    from mypy_boto3_translate import TranslateClient

MAX_BYTES: Final = 10_000
"""TranslateText's limit for one call, in UTF-8 bytes."""


class Translator:
    """Translates texts of any length, in pieces where the service wants it."""

    def __init__(self, client: "TranslateClient | None" = None) -> None:
        self._client = client or boto3.client("translate", config=config(10))

    def translate(self, text: str, source: str, target: str) -> str:
        """Return the translation; white space between the pieces stays as it was.

        Raises:
            ServiceBusy, ServiceRefused: as for every service.
        """
        return "".join(self._piece(piece, source, target) for piece in texts.split(text, MAX_BYTES))

    def _piece(self, piece: str, source: str, target: str) -> str:
        words = piece.strip()
        if not words:
            return piece
        start = piece.index(words)
        with calling("translate", "TranslateText"):
            answer = self._client.translate_text(
                Text=words, SourceLanguageCode=source, TargetLanguageCode=target
            )
            return piece[:start] + answer["TranslatedText"] + piece[start + len(words) :]
