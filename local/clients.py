"""boto3 clients of one environment, typed: the emulator's or an AWS account's."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from local.errors import LocalError
from local.paths import REGION

if TYPE_CHECKING:
    from mypy_boto3_apigateway import APIGatewayClient
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_dynamodb import DynamoDBServiceResource
    from mypy_boto3_logs import CloudWatchLogsClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_stepfunctions import SFNClient


@dataclass(frozen=True)
class Clients:
    """Makes each client when it is first asked for."""

    session: boto3.Session
    options: dict[str, Any]

    @cached_property
    def apigateway(self) -> "APIGatewayClient":
        """API keys."""
        return self.session.client("apigateway", **self.options)

    @cached_property
    def cloudformation(self) -> "CloudFormationClient":
        """Stacks and their outputs."""
        return self.session.client("cloudformation", **self.options)

    @cached_property
    def dynamodb(self) -> "DynamoDBServiceResource":
        """The request table, by values instead of typed attributes."""
        return self.session.resource("dynamodb", **self.options)

    @cached_property
    def logs(self) -> "CloudWatchLogsClient":
        """The functions' log groups."""
        return self.session.client("logs", **self.options)

    @cached_property
    def s3(self) -> "S3Client":
        """The bucket."""
        return self.session.client("s3", **self.options)

    @cached_property
    def sns(self) -> "SNSClient":
        """The topics."""
        return self.session.client("sns", **self.options)

    @cached_property
    def sqs(self) -> "SQSClient":
        """The local inbox."""
        return self.session.client("sqs", **self.options)

    @cached_property
    def stepfunctions(self) -> "SFNClient":
        """The workflow's executions."""
        return self.session.client("stepfunctions", **self.options)


def local_clients(endpoint_url: str, ca_bundle: str | None) -> Clients:
    """Return clients of the emulator, whatever profile and proxy the developer's shell has set."""
    bare = botocore.session.Session(session_vars={"profile": (None, None, None, None)})
    bare.set_credentials("test", "test")
    session = boto3.Session(region_name=REGION, botocore_session=bare)
    config = Config(proxies={}, s3={"addressing_style": "path"}, retries={"total_max_attempts": 2})
    return Clients(session, {"endpoint_url": endpoint_url, "verify": ca_bundle, "config": config})


def account_clients(region: str | None) -> Clients:
    """Return clients of the account that the developer's own credentials name; raise LocalError without.

    `region` is the environment's own; None leaves it to the developer's configuration.
    """
    try:
        session = boto3.Session(region_name=region)
        if session.get_credentials() is None:
            raise LocalError("no AWS credentials found: run `aws configure`, or set AWS_PROFILE")
    except BotoCoreError as error:
        raise LocalError(f"the AWS credentials cannot be read: {error}") from error
    if session.region_name is None:
        raise LocalError(
            "no AWS Region is set: set AWS_REGION to the one that the environment is deployed in"
        )
    return Clients(session, {})
