"""What holds data or keeps it readable: the archive bucket, the request table, the keys behind the links."""

from collections.abc import Sequence
from typing import Final

from aws_cdk import Duration, RemovalPolicy, aws_dynamodb as dynamodb, aws_kms as kms, aws_s3 as s3
from constructs import Construct

from assistant.request.item import CUSTOMER_INDEX, GAP_INDEX, OPEN_INDEX

from .config import Retention
from .suppressions import suppress

INCOMING: Final = "incoming/"
RESPONSES: Final = "responses/"
AUDIO: Final = "audio-responses/"
TRANSCRIPTS: Final = "transcripts/"


class RequestStorage(Construct):
    """The bucket (archive in four prefixes, documents) and the table (state, one item per request)."""

    def __init__(self, scope: Construct, construct_id: str, *, retention: Retention) -> None:
        super().__init__(scope, construct_id)
        removal_policy = _removal_policy(keep=retention.keep_on_delete)
        self.bucket: Final = s3.Bucket(
            self,
            "Bucket",
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            lifecycle_rules=[
                _expiring(INCOMING, retention.incoming_days),
                _expiring(RESPONSES, retention.responses_days),
                _expiring(AUDIO, retention.audio_days),
                _expiring(TRANSCRIPTS, retention.transcripts_days),
            ],
            # Players fetch from any page; a redirect across origins sends `Origin: null`. The URL is the key.
            cors=[
                s3.CorsRule(
                    allowed_methods=[s3.HttpMethods.GET],
                    allowed_origins=["*"],
                    allowed_headers=["Range"],
                    exposed_headers=["Accept-Ranges", "Content-Length", "Content-Range"],
                    max_age=3600,
                )
            ],
            removal_policy=removal_policy,
        )
        suppress(
            self.bucket,
            "AwsSolutions-S1",
            "Objects are read by presigned URLs and our own roles only; data events: docs/operations.md.",
        )
        self.table: Final = dynamodb.TableV2(
            self,
            "Table",
            partition_key=_text("pk"),
            billing=dynamodb.Billing.on_demand(),
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            time_to_live_attribute="ttl",
            global_secondary_indexes=[
                dynamodb.GlobalSecondaryIndexPropsV2(
                    index_name=CUSTOMER_INDEX,
                    partition_key=_text("customer_hash"),
                    sort_key=_text("received_at"),
                    projection_type=dynamodb.ProjectionType.KEYS_ONLY,
                ),
                dynamodb.GlobalSecondaryIndexPropsV2(
                    index_name=OPEN_INDEX,
                    partition_key=_text("open_status"),
                    sort_key=_text("received_at"),
                    projection_type=dynamodb.ProjectionType.INCLUDE,
                    non_key_attributes=["attempt", "due_at"],
                ),
                dynamodb.GlobalSecondaryIndexPropsV2(
                    index_name=GAP_INDEX,
                    partition_key=_text("gap_month"),
                    sort_key=_text("received_at"),
                    projection_type=dynamodb.ProjectionType.INCLUDE,
                    non_key_attributes=["gap"],
                ),
            ],
            deletion_protection=retention.protect,
            removal_policy=removal_policy,
        )


class LinkKeys(Construct):
    """The KMS keys behind every link: HMAC keys that no function ever sees. The first signs, all verify."""

    def __init__(
        self, scope: Construct, construct_id: str, *, versions: Sequence[int], keep_on_delete: bool
    ) -> None:
        super().__init__(scope, construct_id)
        self.keys: Final = [self._key(version, keep_on_delete) for version in versions]

    def _key(self, version: int, keep_on_delete: bool) -> kms.Key:
        key = kms.Key(
            self,
            f"Key{version}",
            description=f"Signs the support assistant's links, version {version}",
            key_spec=kms.KeySpec.HMAC_256,
            key_usage=kms.KeyUsage.GENERATE_VERIFY_MAC,
            removal_policy=_removal_policy(keep=keep_on_delete),
        )
        suppress(
            key,
            "AwsSolutions-KMS5",
            "KMS does not rotate HMAC keys by itself; replacing one: docs/operations.md.",
        )
        return key


def _removal_policy(*, keep: bool) -> RemovalPolicy:
    """Return what becomes of a resource; a first deployment that fails leaves nothing behind either way."""
    return RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE if keep else RemovalPolicy.DESTROY


def _text(name: str) -> dynamodb.Attribute:
    return dynamodb.Attribute(name=name, type=dynamodb.AttributeType.STRING)


def _expiring(prefix: str, days: int) -> s3.LifecycleRule:
    return s3.LifecycleRule(
        id=f"expire-{prefix.rstrip('/')}",
        prefix=prefix,
        expiration=Duration.days(days),
        abort_incomplete_multipart_upload_after=Duration.days(1),
    )
