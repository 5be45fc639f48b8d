"""Signing and checking links with a KMS HMAC key: no secret lies in a function."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from botocore.exceptions import ClientError

from assistant.request.links import Token

from .client import calling, config, connect, expected

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


_ALGORITHM: Final = "HMAC_SHA_256"


class LinkSigner:
    """Signs tokens, and tells ours from others'."""

    def __init__(self, key_id: str, client: "KMSClient | None" = None) -> None:
        self._key_id = key_id
        self._client = client or connect("kms", config(5))

    def sign(self, token: Token, request_id: str) -> Token:
        """Return the token with its MAC."""
        with calling("kms", "GenerateMac"):
            answer = self._client.generate_mac(
                KeyId=self._key_id, MacAlgorithm=_ALGORITHM, Message=token.signed_part(request_id)
            )
            return replace(token, mac=answer["Mac"])

    def is_ours(self, token: Token, request_id: str) -> bool:
        """Tell whether we signed this token for this request."""
        with calling("kms", "VerifyMac"):
            try:
                answer = self._client.verify_mac(
                    KeyId=self._key_id,
                    MacAlgorithm=_ALGORITHM,
                    Message=token.signed_part(request_id),
                    Mac=token.mac,
                )
            except ClientError as error:
                if expected(error, ("KMSInvalidMacException",)):
                    return False
                raise
            return answer["MacValid"]
