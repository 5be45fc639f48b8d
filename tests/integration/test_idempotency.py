"""One request per key and client, however often and however fast it is sent."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from local.commands.client import ApiProblemError, SupportApi
from local.environment.deployment import Deployment

pytestmark = pytest.mark.integration

BODY = {"name": "Zoé", "email": "zoe@example.com", "message": "Bonjour, où est ma commande 12 ?"}


def executions(deployment: Deployment) -> int:
    """Return how many executions there are."""
    states = deployment.clients.stepfunctions
    pages = states.get_paginator("list_executions").paginate(stateMachineArn=deployment.state_machine_arn)
    return sum(len(page["executions"]) for page in pages)


def insistent(api: SupportApi, key: str) -> dict[str, Any]:
    """Send the request as a client should: after a 503 the same call again."""
    for _ in range(10):
        try:
            return api.submit(BODY, idempotency_key=key)
        except ApiProblemError as problem:
            if problem.status != 503:
                raise
    raise AssertionError("ten times 503")


@pytest.fixture(scope="module")
def other_client(deployment: Deployment) -> SupportApi:
    """Another API client, with a key of its own."""
    clients = deployment.clients
    gateway = clients.session.client("apigateway", **clients.options)
    (plan,) = gateway.get_usage_plans()["items"]
    key = gateway.create_api_key(name="another-client", enabled=True)
    gateway.create_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"], keyType="API_KEY")
    return SupportApi(deployment.api_url, key["value"], deployment.ca_bundle)


def test_many_posts_at_once_with_one_key_are_one_request(api: SupportApi, deployment: Deployment) -> None:
    before = executions(deployment)
    with ThreadPoolExecutor(8) as callers:
        answers = list(callers.map(lambda _: insistent(api, "at-once"), range(8)))
    assert all(answer == answers[0] for answer in answers)
    assert executions(deployment) == before + 1


def test_the_same_key_of_another_client_is_another_request(
    api: SupportApi, other_client: SupportApi, deployment: Deployment
) -> None:
    before = executions(deployment)
    with other_client:
        ids = {api.submit(BODY, "mine")["request_id"], other_client.submit(BODY, "mine")["request_id"]}
    assert len(ids) == 2
    assert executions(deployment) == before + 2
