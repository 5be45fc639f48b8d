"""What ProcessCustomerRequest uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.archive import Archive
from support.aws.links import LinkSigner
from support.aws.table import RequestTable
from support.aws.workflow import Workflow
from support.settings import ProcessCustomerRequestSettings


@dataclass(frozen=True)
class Services:
    """Table, archive, links and workflow."""

    requests: RequestTable
    archive: Archive
    links: LinkSigner
    workflow: Workflow
    settings: ProcessCustomerRequestSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = ProcessCustomerRequestSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            archive=Archive(settings.bucket_name),
            links=LinkSigner(settings.link_key_id),
            workflow=Workflow(settings.state_machine_arn),
            settings=settings,
        )

    @property
    def allowed_origins(self) -> list[str]:
        """The origins that browsers may call from."""
        return self.settings.allowed_origins
