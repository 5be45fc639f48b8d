"""Erasing a customer's requests, and revoking the links of one."""

import json
from datetime import UTC, datetime

from botocore.config import Config
from botocore.exceptions import ClientError

from local.deployment import stack_outputs
from local.errors import LocalError
from local.site import Site

FUNCTION_OUTPUT = "EraseCustomerFunction"

# The function stops by itself within a minute; a call that was given up would go on unseen.
_PATIENT = Config(read_timeout=90, retries={"total_max_attempts": 1})


def erase(site: Site, email: str) -> int:
    """Have every request of an address erased and return how many were; raise LocalError if one was not."""
    if not email.strip():
        raise LocalError("no e-mail address is given")
    outputs = stack_outputs(site.clients, site.stack)
    if FUNCTION_OUTPUT not in outputs:
        raise LocalError(f"{site.stack} has no output {FUNCTION_OUTPUT}: deploy it again")
    options = {**site.clients.options}
    options["config"] = options.get("config", Config()).merge(_PATIENT)
    awslambda = site.clients.session.client("lambda", **options)
    total = 0
    while True:
        answer = awslambda.invoke(
            FunctionName=outputs[FUNCTION_OUTPUT], Payload=json.dumps({"email": email}).encode()
        )
        counts = json.load(answer["Payload"])
        if "FunctionError" in answer:
            code = counts.get("errorMessage", "")
            raise LocalError(f"not everything was erased ({code}): repeat the command, it goes on")
        total += int(counts["erased"])
        # The index lags behind the table: only a call that finds nothing any more is the last.
        if not counts["erased"] and not counts["left"]:
            return total


def revoke(site: Site, request_id: str) -> str:
    """Revoke a request's links and return since when they are; raise LocalError if it is not there."""
    try:
        answer = site.clients.dynamodb.Table(site.table).update_item(
            Key={"pk": request_id},
            UpdateExpression="SET revoked_at = if_not_exists(revoked_at, :now)",
            ConditionExpression="attribute_exists(pk) AND #status <> :erased",
            ExpressionAttributeNames={"#status": "status"},
            ExpressionAttributeValues={
                ":now": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                ":erased": "erased",
            },
            ReturnValues="ALL_NEW",
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            raise LocalError(f"{site.stack} has no request {request_id}, or it is erased") from error
        raise
    return str(answer["Attributes"]["revoked_at"])
