"""GetRequest: the status link; shows what is known so far, while the workflow still runs."""

from typing import Final

from support import api, clock, http
from support.access import open_link
from support.domain import record
from support.services.get_request import Services
from support.telemetry import cost_usd

NAME: Final = "GetRequest"


def run(request: http.Request, services: Services) -> http.Response:
    """Answer 200 with the record.

    Raises:
        NotFound, Gone: by the link.
        ServiceError: the key or the table failed.
    """
    return http.answer(200, record.of(open_link(request, "status", services, clock.now()), cost_usd))


handler = api.handler(NAME, run, Services.from_env)
