"""Requests that were accepted and have not ended: what an environment's end would leave unanswered."""

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from local.deployment import Deployment

_INDEX = "by_open"
_QUICK = Config(connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 1})


def in_flight(deployment: Deployment) -> list[str]:
    """Return the ids of the requests that are being processed, oldest first; none if nobody answers."""
    options = {**deployment.clients.options}
    options["config"] = options["config"].merge(_QUICK)
    table = deployment.clients.session.client("dynamodb", **options)
    try:
        pages = table.get_paginator("query").paginate(
            TableName=deployment.table,
            IndexName=_INDEX,
            KeyConditionExpression="open_status = :status",
            ExpressionAttributeValues={":status": {"S": "processing"}},
        )
        return [item["pk"]["S"] for page in pages for item in page["Items"]]
    except (BotoCoreError, ClientError):
        return []  # it hangs or is half deployed: ending it matters more
