"""A new execution of a request that failed."""

import json

from botocore.exceptions import ClientError

from local.commands.trace.collect import read_item
from local.environment.site import Site
from local.errors import LocalError


def restart(site: Site, request_id: str) -> str:
    """Start the next attempt at a failed request and return its execution's name.

    The steps whose results are stored are skipped. Raises LocalError unless the request has failed.
    """
    status = read_item(site, request_id)["status"]
    try:
        answer = site.clients.dynamodb.Table(site.table).update_item(
            Key={"pk": request_id},
            UpdateExpression="SET #status = :processing, open_status = :processing, attempt = attempt + :one"
            " REMOVE failure",
            ConditionExpression="#status = :failed",
            ExpressionAttributeNames={"#status": "status"},
            ExpressionAttributeValues={":processing": "processing", ":failed": "failed", ":one": 1},
            ReturnValues="UPDATED_NEW",
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            raise LocalError(f"{request_id} is {status}: only a failed request can be restarted") from error
        raise
    attempt = int(str(answer["Attributes"]["attempt"]))
    name = f"{request_id}-{attempt}"
    try:
        site.clients.stepfunctions.start_execution(
            stateMachineArn=site.state_machine_arn,
            name=name,
            input=json.dumps({"request_id": request_id, "attempt": attempt}),
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "ExecutionAlreadyExists":  # the sweep was quicker
            raise
    return name
