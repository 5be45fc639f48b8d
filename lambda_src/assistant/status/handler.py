"""GetRequest: the status link; shows the customer what is known so far, while the workflow still runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from assistant.aws.kms import MacKey
from assistant.cost.meter import Meter
from assistant.entrypoints import http
from assistant.entrypoints.access import open_link
from assistant.request.links import LinkSigner
from assistant.request.table import RequestTable
from assistant.settings import GetRequestSettings

from . import customer_view

NAME: Final = "GetRequest"


@dataclass(frozen=True)
class Services:
    """Table and links."""

    requests: RequestTable
    links: LinkSigner
    meter: Meter
    allowed_origins: list[str]

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GetRequestSettings.from_env(env)
        meter = Meter(charged=False)
        return cls(
            requests=RequestTable(settings.table_name, meter),
            links=LinkSigner([MacKey(key, meter.add) for key in settings.link_key_ids]),
            meter=meter,
            allowed_origins=settings.allowed_origins,
        )


def run(request: http.Request, services: Services) -> http.Response:
    """Answer 200 with the customer's view of the record; raises as `open_link` does."""
    item = open_link(request, "status", services.links, services.requests)
    return http.answer(200, customer_view.of(item))


handler = http.handler(NAME, run, Services.from_env)
