"""boto3 clients of one environment, typed: the emulator's or an AWS account's."""

from typing import TYPE_CHECKING, Any

import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from local.environment.paths import REGION
from local.errors import LocalError

if TYPE_CHECKING:
    from mypy_boto3_apigateway import APIGatewayClient
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_dynamodb import DynamoDBServiceResource
    from mypy_boto3_logs import CloudWatchLogsClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_stepfunctions import SFNClient


_SERVICES = ("apigateway", "cloudformation", "dynamodb", "logs", "s3", "sns", "sqs", "stepfunctions")


class Clients:
    """Makes each client when it is first asked for, by its attribute; `dynamodb` is a resource."""

    if TYPE_CHECKING:
        apigateway: APIGatewayClient
        cloudformation: CloudFormationClient
        dynamodb: DynamoDBServiceResource
        logs: CloudWatchLogsClient
        s3: S3Client
        sns: SNSClient
        sqs: SQSClient
        stepfunctions: SFNClient

    def __init__(self, session: boto3.Session, options: dict[str, Any]) -> None:
        self.session = session
        self.options = options

    def __getattr__(self, name: str) -> Any:
        """Return the client of a service."""
        if name not in _SERVICES:
            raise AttributeError(name)
        session: Any = self.session  # its overloads want each service by name
        make = session.resource if name == "dynamodb" else session.client
        self.__dict__[name] = make(name, **self.options)
        return self.__dict__[name]

    def client(self, service: str, *, url: str | None = None, config: Config | None = None) -> Any:
        """Return another client of a service, at an address and with settings of its own."""
        options = dict(self.options)
        if config:
            options["config"] = options.get("config", Config()).merge(config)
        if url:
            options["endpoint_url"] = url
        session: Any = self.session
        return session.client(service, **options)


def local_clients(endpoint_url: str, ca_bundle: str | None, region: str = REGION) -> Clients:
    """Return clients of the emulator, whatever profile and proxy the developer's shell has set."""
    bare = botocore.session.Session(session_vars={"profile": (None, None, None, None)})
    bare.set_credentials("test", "test")
    session = boto3.Session(region_name=region, botocore_session=bare)
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
        raise LocalError("no AWS Region is set: set AWS_REGION to the one of the environment")
    return Clients(session, {})
