"""What a deployed stack offers, read from its outputs."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from local.environment.cdk import STACK
from local.environment.clients import Clients, local_clients
from local.environment.paths import REGION
from local.errors import LocalError

_EXECUTE_API = re.compile(r"https://(?P<api>[a-z0-9]+)\.execute-api\.[^/]+/(?P<stage>[^/]+)/?$")


@dataclass(frozen=True)
class Deployment:
    """The addresses and names of one deployed stack on the emulator."""

    endpoint_url: str
    api_url: str
    api_key: str
    bucket: str
    table: str
    topic_arn: str
    operations_topic_arn: str
    state_machine_arn: str
    ai_url: str
    ca_bundle: Path | None = None
    stack: str = STACK
    region: str = REGION
    vector_index_arn: str = ""
    vectors_url: str = ""

    @cached_property
    def clients(self) -> Clients:
        """The emulator's boto3 clients."""
        return local_clients(self.endpoint_url, str(self.ca_bundle) if self.ca_bundle else None, self.region)

    def record(self, request_id: str) -> dict[str, Any]:
        """Return the team's record of an answered request: costs, models and scores included."""
        key = f"responses/{request_id}_complete.json"
        record: dict[str, Any] = json.load(self.clients.s3.get_object(Bucket=self.bucket, Key=key)["Body"])
        return record

    @property
    def topics(self) -> tuple[str, str]:
        """Both topics: the team's and that of operations."""
        return self.topic_arn, self.operations_topic_arn

    def as_json(self) -> dict[str, str | None]:
        """Return the fields as they are printed and kept."""
        return asdict(self) | {"ca_bundle": str(self.ca_bundle) if self.ca_bundle else None}

    @classmethod
    def from_json(cls, fields: Mapping[str, str]) -> "Deployment":
        """Return the deployment that `as_json` wrote."""
        bundle = fields.get("ca_bundle")
        return cls(**{**fields, "ca_bundle": Path(bundle) if bundle else None})  # type: ignore[arg-type]


def stack_outputs(clients: Clients, stack: str) -> dict[str, str]:
    """Return a stack's outputs; raise LocalError if there is no such stack."""
    try:
        stacks = clients.cloudformation.describe_stacks(StackName=stack)["Stacks"]
    except ClientError as error:
        where = clients.cloudformation.meta.region_name
        raise LocalError(f"no stack {stack} in {where}: {error.response['Error']['Message']}") from error
    return {output["OutputKey"]: output["OutputValue"] for output in stacks[0].get("Outputs", [])}


def read_deployment(
    endpoint_url: str, ai_url: str, stack: str, ca_bundle: Path | None, region: str = REGION
) -> Deployment:
    """Read the deployed stack's outputs and the value of its API key."""
    clients = local_clients(endpoint_url, str(ca_bundle) if ca_bundle else None, region)
    outputs = stack_outputs(clients, stack)
    try:
        key = clients.apigateway.get_api_key(apiKey=outputs["ApiKeyId"], includeValue=True)
        return Deployment(
            endpoint_url=endpoint_url,
            api_url=emulator_api_url(endpoint_url, outputs["ApiUrl"]),
            api_key=key["value"],
            bucket=outputs["BucketName"],
            table=outputs["TableName"],
            topic_arn=outputs["TeamTopicArn"],
            operations_topic_arn=outputs["OperationsTopicArn"],
            state_machine_arn=outputs["StateMachineArn"],
            vector_index_arn=outputs["VectorIndexArn"],
            ai_url=ai_url,
            ca_bundle=ca_bundle,
            stack=stack,
            region=region,
        )
    except KeyError as missing:
        raise LocalError(
            f"stack {stack} has no output {missing}; it has {', '.join(sorted(outputs))}"
        ) from missing


def emulator_api_url(endpoint_url: str, api_url: str) -> str:
    """Return the address under which the emulator serves the API that AWS would serve at `api_url`."""
    match = _EXECUTE_API.match(api_url)
    if match is None:
        raise LocalError(f"output ApiUrl is {api_url}, not the address of a REST API stage")
    return emulator_public_base(endpoint_url).format(api_id=match["api"], stage=match["stage"])


def emulator_public_base(endpoint_url: str) -> str:
    """Return what the URLs of the emulator's APIs start with, as a pattern of `{api_id}` and `{stage}`."""
    return f"{endpoint_url}/_aws/execute-api/{{api_id}}/{{stage}}"
