"""What signs the links: an HMAC key that no function ever sees."""

from typing import Final

from aws_cdk import RemovalPolicy, aws_kms as kms
from constructs import Construct

from .suppressions import suppress


class LinkKey(Construct):
    """The KMS key behind every status and audio link."""

    def __init__(self, scope: Construct, construct_id: str, *, keep_on_delete: bool) -> None:
        super().__init__(scope, construct_id)
        self.key: Final = kms.Key(
            self,
            "Key",
            description="Signs the support assistant's status and audio links",
            key_spec=kms.KeySpec.HMAC_256,
            key_usage=kms.KeyUsage.GENERATE_VERIFY_MAC,
            removal_policy=RemovalPolicy.RETAIN if keep_on_delete else RemovalPolicy.DESTROY,
        )
        suppress(self.key, "AwsSolutions-KMS5", "KMS does not rotate HMAC keys.")
