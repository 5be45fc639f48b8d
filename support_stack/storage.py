"""Where everything is kept: the archive bucket and the request table."""

from typing import Final

from aws_cdk import (
    Duration,
    RemovalPolicy,
    aws_dynamodb as dynamodb,
    aws_iam as iam,
    aws_lambda as lambda_,
    aws_s3 as s3,
)
from constructs import Construct

from assistant.request.item import CUSTOMER_INDEX, OPEN_INDEX

from .config import Retention
from .suppressions import suppress, suppress_wildcard

INCOMING: Final = "incoming/"
RESPONSES: Final = "responses/"
AUDIO: Final = "audio-responses/"
TRANSCRIPTS: Final = "transcripts/"


class RequestStorage(Construct):
    """The bucket (archive, four prefixes) and the table (state, one item per request).

    Grants are exact: one action on one prefix or index, where the L2 grants would give families of them.
    """

    def __init__(self, scope: Construct, construct_id: str, *, retention: Retention) -> None:
        super().__init__(scope, construct_id)
        kept = RemovalPolicy.RETAIN if retention.keep_on_delete else RemovalPolicy.DESTROY
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
            removal_policy=kept,
        )
        self.table: Final = dynamodb.Table(
            self,
            "Table",
            partition_key=dynamodb.Attribute(name="pk", type=dynamodb.AttributeType.STRING),
            billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST,
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            time_to_live_attribute="ttl",
            removal_policy=kept,
        )
        suppress(
            self.bucket,
            "AwsSolutions-S1",
            "Objects are read by presigned URLs and our own roles only; data events: docs/operations.md.",
        )
        received_at = dynamodb.Attribute(name="received_at", type=dynamodb.AttributeType.STRING)
        self.table.add_global_secondary_index(
            index_name=CUSTOMER_INDEX,
            partition_key=dynamodb.Attribute(name="customer_hash", type=dynamodb.AttributeType.STRING),
            sort_key=received_at,
            projection_type=dynamodb.ProjectionType.KEYS_ONLY,
        )
        self.table.add_global_secondary_index(
            index_name=OPEN_INDEX,
            partition_key=dynamodb.Attribute(name="open_status", type=dynamodb.AttributeType.STRING),
            sort_key=received_at,
            projection_type=dynamodb.ProjectionType.INCLUDE,
            non_key_attributes=["attempt", "due_at"],
        )

    def grant_put(self, function: lambda_.IFunction, *prefixes: str) -> None:
        """Let a function write objects under these prefixes."""
        self._grant_objects(function, "s3:PutObject", prefixes)

    def grant_get(self, function: lambda_.IFunction, *prefixes: str) -> None:
        """Let a function read objects under these prefixes, and so presign reading them."""
        self._grant_objects(function, "s3:GetObject", prefixes)

    def grant_find(self, function: lambda_.IFunction, *prefixes: str) -> None:
        """Let a function ask whether an object is there.

        HeadObject is s3:GetObject; without s3:ListBucket S3 says 403 where there is none, as for a refusal.
        """
        self.grant_get(function, *prefixes)
        iam.Grant.add_to_principal(
            grantee=function, actions=["s3:ListBucket"], resource_arns=[self.bucket.bucket_arn]
        )

    def grant_delete(self, function: lambda_.IFunction, *prefixes: str) -> None:
        """Let a function delete objects under these prefixes."""
        self._grant_objects(function, "s3:DeleteObject", prefixes)

    def grant_items(self, function: lambda_.IFunction, *actions: str) -> None:
        """Let a function do these DynamoDB actions on single items, not on the indexes."""
        iam.Grant.add_to_principal(
            grantee=function,
            actions=[f"dynamodb:{action}" for action in actions],
            resource_arns=[self.table.table_arn],
        )

    def grant_query_open(self, function: lambda_.IFunction) -> None:
        """Let a function find the open requests."""
        self._grant_query(function, OPEN_INDEX)

    def grant_query_customer(self, function: lambda_.IFunction) -> None:
        """Let a function find the requests of a customer."""
        self._grant_query(function, CUSTOMER_INDEX)

    def _grant_query(self, function: lambda_.IFunction, index: str) -> None:
        iam.Grant.add_to_principal(
            grantee=function,
            actions=["dynamodb:Query"],
            resource_arns=[f"{self.table.table_arn}/index/{index}"],
        )

    def _grant_objects(self, function: lambda_.IFunction, action: str, prefixes: tuple[str, ...]) -> None:
        arns = [self.bucket.arn_for_objects(f"{prefix}*") for prefix in prefixes]
        iam.Grant.add_to_principal(grantee=function, actions=[action], resource_arns=arns)
        for arn in arns:
            if function.role:
                suppress_wildcard(function.role, arn, "Objects are named by request ids.")


def _expiring(prefix: str, days: int) -> s3.LifecycleRule:
    return s3.LifecycleRule(
        id=f"expire-{prefix.rstrip('/')}",
        prefix=prefix,
        expiration=Duration.days(days),
        abort_incomplete_multipart_upload_after=Duration.days(1),
    )
