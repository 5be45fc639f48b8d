"""EraseRequest: DELETE on the status link erases its one request, whoever else has the same address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from assistant import clock
from assistant.aws.archive import Archive
from assistant.aws.erasable_table import ErasableTable
from assistant.aws.links import LinkSigner
from assistant.aws.workflow import Workflow
from assistant.entrypoints import api, http
from assistant.entrypoints.access import open_link_to_erase
from assistant.settings import EraseRequestSettings

from . import erasure

NAME: Final = "EraseRequest"


@dataclass(frozen=True)
class Services:
    """Table, links, archive and workflow."""

    requests: ErasableTable
    links: LinkSigner
    archive: Archive
    workflow: Workflow
    allowed_origins: list[str]

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = EraseRequestSettings.from_env(env)
        return cls(
            requests=ErasableTable(settings.table_name),
            links=LinkSigner(settings.link_key_id),
            archive=Archive(settings.bucket_name),
            workflow=Workflow(settings.state_machine_arn),
            allowed_origins=settings.allowed_origins,
        )


def run(request: http.Request, services: Services) -> http.Response:
    """Answer 204 once everything that is kept of the request is gone.

    Raises:
        NotFound: not a link of ours.
        Gone: the link expired or was revoked, or the request is erased already.
        ServiceError: it is not finished; the same call goes on.
    """
    item = open_link_to_erase(request, services, clock.now())
    erasure.erase(item, "customer", NAME, services)
    return http.no_content()


handler = api.handler(NAME, run, Services.from_env)
