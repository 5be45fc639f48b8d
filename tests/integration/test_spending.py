"""What strangers and callers may spend: limits of the links, and the day's budget, which closes intake."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest

from assistant.request.ledger import PREFIX
from local.commands.client import ApiProblemError, SupportApi
from local.environment import inbox
from support_stack import config
from support_stack.api import STAGE
from tests.integration.conftest import Deployed

pytestmark = pytest.mark.integration

MESSAGE = {"name": "Zoé", "email": "zoe@example.com", "message": "Bonjour, où est ma commande ?"}
BUDGET = config.load("local").budget.daily_usd


class Day:
    """Today's item of the ledger."""

    def __init__(self, deployed: Deployed) -> None:
        self._table = deployed.deployment.clients.dynamodb.Table(deployed.deployment.table)
        self._key = {"pk": f"{PREFIX}{datetime.now(UTC).date().isoformat()}"}

    @property
    def item(self) -> dict[str, Any]:
        return dict(self._table.get_item(Key=self._key, ConsistentRead=True).get("Item", {}))

    @property
    def usd(self) -> float:
        return float(self.item.get("usd", 0))

    @contextmanager
    def spent(self, usd: float) -> Iterator[None]:
        """Let the day have cost so much more."""
        self._add(Decimal(str(usd)))
        try:
            yield
        finally:
            self._add(-Decimal(str(usd)))
            self._table.update_item(Key=self._key, UpdateExpression="REMOVE told_at")

    def _add(self, usd: Decimal) -> None:
        values = {":usd": usd}
        self._table.update_item(
            Key=self._key, UpdateExpression="ADD usd :usd", ExpressionAttributeValues=values
        )


@pytest.fixture
def day(deployed: Deployed) -> Day:
    return Day(deployed)


def told(deployed: Deployed) -> list[inbox.Notification]:
    """Return what operations was told of budgets."""
    found = inbox.collect(deployed.deployment.clients, deployed.state / "inbox.jsonl")
    return [one for one in found if one.topic == "NotificationsOperations" and "budget" in one.subject]


def test_what_a_request_costs_is_in_the_days_ledger(api: SupportApi, day: Day) -> None:
    before = day.usd
    costs = [api.follow(api.submit(MESSAGE)["status_url"])["cost_usd"] for _ in range(2)]
    # Less than a tenth of a cent is added by chance; what other tests have left running adds, too.
    assert sum(costs) > 0.02
    assert day.usd - before > sum(costs) - 0.004
    assert int(day.item["ttl"]) > time.time() + timedelta(days=39).total_seconds()


def test_a_budget_that_is_used_up_closes_intake_and_tells_operations_once(
    deployed: Deployed, api: SupportApi, day: Day
) -> None:
    before, key = len(told(deployed)), {"x-api-key": deployed.deployment.api_key}
    answered = api.submit(MESSAGE, idempotency_key="before-the-stop")
    running = api.submit({**MESSAGE, "message": "Wo ist meine Bestellung 4471-B?"})
    with day.spent(BUDGET):
        for _ in range(3):
            with pytest.raises(ApiProblemError, match="503"):
                api.submit(MESSAGE)
        refused = api.post(f"{deployed.deployment.api_url.rstrip('/')}/requests", json=MESSAGE, headers=key)
        assert (refused.status_code, refused.headers["content-type"]) == (503, "application/problem+json")
        assert 0 < int(refused.headers["retry-after"]) <= timedelta(days=1).total_seconds()
        # What was accepted is answered, and says so again; its links work.
        assert api.submit(MESSAGE, idempotency_key="before-the-stop") == answered
        assert api.follow(running["status_url"])["status"] == "completed"
        assert "told_at" in day.item
    (one,) = told(deployed)[before:]
    assert f"of {BUDGET:g} USD" in one.body
    assert api.follow(api.submit(MESSAGE)["status_url"])["status"] == "completed"


@contextmanager
def limited(deployed: Deployed, rate: float, burst: int) -> Iterator[None]:
    """Let every method that has no limit of its own take so many calls."""
    clients = deployed.deployment.clients
    gateway = clients.session.client("apigateway", **clients.options)
    api_id = next(one["id"] for one in gateway.get_rest_apis()["items"])
    settings = gateway.get_stage(restApiId=api_id, stageName=STAGE)["methodSettings"]
    limits = {key: (one["throttlingRateLimit"], one["throttlingBurstLimit"]) for key, one in settings.items()}
    api = config.load("local").api
    assert limits == {
        "*/*": (api.links_per_second, api.links_burst),
        "/requests/POST": (api.requests_per_second, api.burst),
    }

    def change(values: tuple[float, int]) -> None:
        names = ("rateLimit", "burstLimit")
        operations: Any = [
            {"op": "replace", "path": f"/*/*/throttling/{name}", "value": str(value)}
            for name, value in zip(names, values, strict=True)
        ]
        gateway.update_stage(restApiId=api_id, stageName=STAGE, patchOperations=operations)

    change((rate, burst))
    try:
        yield
    finally:
        change(limits["*/*"])


def test_a_link_that_is_called_too_often_answers_429_and_taking_in_goes_on(
    deployed: Deployed, api: SupportApi
) -> None:
    link = api.submit(MESSAGE)["status_url"]
    with limited(deployed, rate=0.01, burst=2):
        answers = [api.get(link) for _ in range(4)]
        assert [one.status_code for one in answers] == [200, 200, 429, 429]
        assert answers[-1].headers["content-type"] == "application/problem+json"
        assert answers[-1].json()["status"] == httpx.codes.TOO_MANY_REQUESTS
        # The other methods have a count of their own, POST its own limit.
        assert api.head(link).status_code == httpx.codes.OK
        others = [api.submit(MESSAGE)["status_url"] for _ in range(4)]
    for one in (link, *others):
        assert api.follow(one)["status"] == "completed"
