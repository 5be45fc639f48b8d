"""What EraseRequest uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.archive import Archive
from support.aws.erasable_table import ErasableTable
from support.aws.links import LinkSigner
from support.aws.workflow import Workflow
from support.settings import EraseRequestSettings


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
