"""EraseRequest: DELETE on the erase link erases its one request, whoever else has the same address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from assistant.aws.kms import MacKey
from assistant.aws.s3 import Bucket
from assistant.aws.stepfunctions import StateMachine
from assistant.cost.meter import Meter
from assistant.entrypoints import http
from assistant.entrypoints.access import open_link_to_erase
from assistant.request.archive import Archive
from assistant.request.links import LinkSigner
from assistant.request.step import Workflow
from assistant.request.table import RequestTable
from assistant.settings import EraseRequestSettings

from . import erasure

NAME: Final = "EraseRequest"


@dataclass(frozen=True)
class Services(erasure.Services):
    """What an erasure needs, and the links."""

    links: LinkSigner
    meter: Meter
    allowed_origins: list[str]

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = EraseRequestSettings.from_env(env)
        meter = Meter(charged=False)
        return cls(
            requests=RequestTable(settings.table_name, meter),
            links=LinkSigner([MacKey(key, meter.add) for key in settings.link_key_ids]),
            archive=Archive(Bucket(settings.bucket_name, meter.add)),
            workflow=Workflow(StateMachine(settings.state_machine_arn, meter.add)),
            meter=meter,
            allowed_origins=settings.allowed_origins,
        )


def run(request: http.Request, services: Services) -> http.Response:
    """Answer 204 once everything that is kept of the request is gone.

    Raises:
        NotFound: not a link of ours.
        Gone: the link expired or was revoked, or the request is erased already.
        ServiceError: it is not finished; the same call goes on.
    """
    item = open_link_to_erase(request, services.links, services.requests)
    erasure.erase(item, "customer", NAME, services)
    return http.no_content()


handler = http.handler(NAME, run, Services.from_env)
