"""AWS KMS: codes by which we know our own messages again, made with an HMAC key that no function sees."""

from typing import TYPE_CHECKING, Final

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

_ALGORITHM: Final = "HMAC_SHA_256"


class MacKey:
    """One HMAC key."""

    def __init__(self, key_id: str, count: Count | None = None, client: "KMSClient | None" = None) -> None:
        self.key_id: Final = key_id
        self._kms = Connection("kms", config(5), count=count, client=client)

    def generate(self, message: bytes) -> bytes:
        """Return the message authentication code of a message."""
        with self._kms.calling("GenerateMac", kms_calls=1) as client:
            answer = client.generate_mac(KeyId=self.key_id, MacAlgorithm=_ALGORITHM, Message=message)
            return answer["Mac"]

    def verify(self, message: bytes, mac: bytes) -> bool:
        """Tell whether a code was made with this key for this message."""
        with self._kms.calling("VerifyMac", kms_calls=1) as client:
            try:
                return client.verify_mac(
                    KeyId=self.key_id, MacAlgorithm=_ALGORITHM, Message=message, Mac=mac
                )["MacValid"]
            except client.exceptions.KMSInvalidMacException:
                return False
