"""What the team sees of requests on a deployed stack, beside what the status link shows to customers."""

from collections.abc import Mapping
from typing import Any, cast

from assistant.cost.meter import Meter
from assistant.cost.prices import cost_usd
from assistant.request import record
from assistant.request.table import RequestTable
from local.commands.client import Record, SupportApi
from local.environment.deployment import Deployment
from local.environment.paths import REGION


class TeamApi(SupportApi):
    """The API, whose answers about a request are completed to the team's record."""

    def __init__(self, deployment: Deployment) -> None:
        super().__init__(deployment.api_url, deployment.api_key, deployment.ca_bundle)
        self._table = RequestTable(deployment.table, Meter(), deployment.clients.client("dynamodb"))

    def seen(self, status_url: str) -> Record:
        """Return what the customer sees; raise ApiProblemError for a link that does not open."""
        return super().record(status_url)

    def record(self, status_url: str) -> Record:
        """Return the team's record of the request behind a status link that opens."""
        item = self._table.read(self.seen(status_url)["request_id"])
        return record.of(cast("Mapping[str, Any]", item), lambda used: cost_usd(used, REGION))

    def erase_link(self, status_url: str) -> str:
        """Return the link that erases a request, which its status shows."""
        return str(self.seen(status_url)["links"]["erase"])
