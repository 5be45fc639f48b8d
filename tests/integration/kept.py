"""What the stack keeps of its requests, and which words of erased customers are found in it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from assistant.request.ledger import PREFIX
from local.commands.client import Record
from local.environment.site import function_names
from tests.integration.conftest import Deployed
from tests.integration.traces import left_behind


class Kept:
    """What the stack keeps, and what of it is personal."""

    def __init__(self, deployed: Deployed, mark: str) -> None:
        self._deployed = deployed
        self._clients = deployed.deployment.clients
        self.table = self._clients.dynamodb.Table(deployed.deployment.table)
        self.before = self.keys()
        self.words = [mark]

    def items(self) -> dict[str, dict[str, Any]]:
        pages = self._clients.dynamodb.meta.client.get_paginator("scan").paginate(
            TableName=self._deployed.deployment.table, ConsistentRead=True
        )
        return {str(item["pk"]): dict(item) for page in pages for item in page["Items"]}

    def objects(self) -> dict[str, str]:
        s3, bucket = self._clients.s3, self._deployed.deployment.bucket
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
        keys = [one["Key"] for page in pages for one in page.get("Contents", ())]
        bodies = {key: s3.get_object(Bucket=bucket, Key=key) for key in keys}
        return {
            key: f"{got['Metadata']} {got['Body'].read().decode(errors='replace')}"
            for key, got in bodies.items()
        }

    def keys(self) -> set[str]:
        """Everything but days, which hold what they have cost alone."""
        return {key for key in (*self.items(), *self.objects()) if not key.startswith(PREFIX)}

    def remember(self, record: Record) -> None:
        """Add the lines of a reply to what must not be found."""
        self.words += [line.casefold() for line in record["reply"]["text"].splitlines() if len(line) > 20]

    def personal(self) -> dict[str, list[str]]:
        """Return the words of erased customers by the place where they are found.

        Lines of a reply may stand in what other tests left: there the mark alone is looked for.
        """
        items = {key: json.dumps(item, default=str, ensure_ascii=False) for key, item in self.items().items()}
        found = {
            place: [
                word
                for word in (self.words[:1] if place in self.before else self.words)
                if word in f"{place} {text}".casefold()
            ]
            for place, text in {**items, **self.objects(), **self.seen_by_operators()}.items()
        }
        return {place: words for place, words in found.items() if words}

    def seen_by_operators(self) -> dict[str, str]:
        places = left_behind(self._deployed)
        return {place: text for place, text in places.items() if not place.startswith("notification")}

    def sweep(self, request_id: str) -> None:
        """Have the sweep find an erasure that is ten minutes old."""
        long_ago = (datetime.now(UTC) - timedelta(minutes=10)).isoformat(timespec="milliseconds")
        self.table.update_item(
            Key={"pk": request_id},
            UpdateExpression="SET erased_at = :then",
            ExpressionAttributeValues={":then": long_ago.replace("+00:00", "Z")},
        )
        awslambda = self._clients.session.client("lambda", **self._clients.options)
        answer = awslambda.invoke(FunctionName=function_names(self._clients)["Sweep"], Payload=b"{}")
        assert "FunctionError" not in answer, answer["Payload"].read()

    def execution(self, request_id: str) -> str:
        arn = self._deployed.deployment.state_machine_arn.replace(":stateMachine:", ":execution:")
        return self._clients.stepfunctions.describe_execution(executionArn=f"{arn}:{request_id}")["status"]

    def put_late(self, request_id: str) -> None:
        """Put an object as a step does that was running when its execution was stopped."""
        self._clients.s3.put_object(
            Bucket=self._deployed.deployment.bucket,
            Key=f"transcripts/{request_id}.txt",
            Body=self.words[0].encode(),
        )
