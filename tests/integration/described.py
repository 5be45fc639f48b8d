"""The API's own description as cases to try, and the book of what they may leave behind."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import requests
import schemathesis
from schemathesis.checks import (
    CheckFunction,
    negative_data_rejection,
    positive_data_acceptance,
    unsupported_method,
)

from assistant.errors import ApiError
from assistant.intake import request_body
from local.commands.client import SupportApi
from local.environment.deployment import Deployment

DESCRIPTION = schemathesis.openapi.from_path(Path(__file__).resolve().parents[2] / "docs" / "openapi.json")

_INNER_WORKINGS = re.compile(r"arn:|Traceback|File \"|\.py\b|boto|DynamoDB|lambda", re.IGNORECASE)
_REPEATED_FROM = 8
"""Shorter values stand in many a sentence by chance."""


class Ledger:
    """Sends cases to the deployed API, and notes which of them it accepted."""

    def __init__(self, deployment: Deployment) -> None:
        self.calls = 0
        self.accepted: dict[str, str] = {}
        self._deployment = deployment
        self._before = stored(deployment)
        self._session = requests.Session()
        self._session.trust_env = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def try_out(self, case: schemathesis.Case[Any]) -> None:
        """Send a case; its answer fits the description, is no 5xx and gives nothing away."""
        response = case.call_and_validate(
            base_url=self._deployment.api_url,
            session=self._session,
            headers={"x-api-key": self._deployment.api_key},
            verify=str(self._deployment.ca_bundle),
            allow_redirects=False,
            timeout=30,
            excluded_checks=list(_excluded(case)),
        )
        self.calls += 1
        if response.status_code == 202:
            answer = response.json()
            self.accepted[answer["request_id"]] = answer["status_url"]
        elif response.status_code >= 400:
            assert not _INNER_WORKINGS.search(response.text), response.text
            repeated = [sent for sent in _texts(case) if sent.casefold() in response.text.casefold()]
            assert repeated == [], response.text

    def follow(self, api: SupportApi) -> None:
        """Wait for the accepted requests; each ends well, its record and its audio as described.

        A declared language may be one that nobody speaks: that reply is text, and the record says so.
        """
        for status_url in self.accepted.values():
            record = api.follow(status_url)
            assert record["status"] == "completed"
            self._fits("/requests/{request_id}", status_url, 200)
            if record["voice"]["status"] == "ready":
                self._fits("/requests/{request_id}/audio", record["voice"]["url"], 302)
            else:
                assert record["voice"]["reason"] == "no_voice_for_language"

    def _fits(self, path: str, url: str, status: int) -> None:
        bundle = str(self._deployment.ca_bundle)
        answer = self._session.get(url, verify=bundle, allow_redirects=False, timeout=30)
        assert answer.status_code == status
        DESCRIPTION[path]["GET"].validate_response(answer)

    def check(self) -> None:
        """Exactly the accepted requests are in the table, in the archive and in the workflow."""
        for kind, found in stored(self._deployment).items():
            assert found == self._before[kind] | self.accepted.keys(), kind


def stored(deployment: Deployment) -> dict[str, set[str]]:
    """Return the request ids in the table, among the archived messages and among the executions."""
    clients = deployment.clients
    table = clients.dynamodb.meta.client.get_paginator("scan").paginate(
        TableName=deployment.table, ProjectionExpression="pk"
    )
    objects = clients.s3.get_paginator("list_objects_v2").paginate(
        Bucket=deployment.bucket, Prefix="incoming/"
    )
    executions = clients.stepfunctions.get_paginator("list_executions").paginate(
        stateMachineArn=deployment.state_machine_arn
    )
    keys = {str(item["pk"]) for page in table for item in page["Items"]}
    return {
        # Beside requests the table has keys of idempotency, and sentences that were translated and are kept.
        "table": {key for key in keys if key.startswith("req-")},
        "archive": {Path(one["Key"]).stem for page in objects for one in page.get("Contents", ())},
        "workflow": {one["name"] for page in executions for one in page["executions"]},
    }


def _excluded(case: schemathesis.Case[Any]) -> Iterator[CheckFunction]:
    """Yield the checks that expect something else than the API promises."""
    yield unsupported_method  # to a method that does not exist API Gateway says 404, not 405
    if any(text != text.strip() for text in _leaves(case.body)):
        yield negative_data_rejection  # blanks around a value are not part of it
    if not _is_acceptable(case.body):
        yield positive_data_acceptance  # whether mail could be sent somewhere is more than a pattern can say


def _is_acceptable(body: Any) -> bool:
    """Tell whether the product takes a body."""
    try:
        request_body.parse(json.dumps(body).encode())
    except (ApiError, TypeError):
        return False
    return True


def _texts(case: schemathesis.Case[Any]) -> Iterator[str]:
    """Yield the texts that a case sends, as far as they are long enough to be told from chance."""
    values = [case.body, *(case.query or {}).values(), *(case.path_parameters or {}).values()]
    for text in _leaves([*values, *dict(case.headers or {}).values()]):
        if len(text) >= _REPEATED_FROM and text != "application/json":
            yield text


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
