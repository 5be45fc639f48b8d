"""What EraseCustomer uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.archive import Archive
from support.aws.erasable_table import ErasableTable
from support.aws.workflow import Workflow
from support.settings import EraseCustomerSettings


@dataclass(frozen=True)
class Services:
    """Table, archive and workflow."""

    requests: ErasableTable
    archive: Archive
    workflow: Workflow

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = EraseCustomerSettings.from_env(env)
        return cls(
            requests=ErasableTable(settings.table_name),
            archive=Archive(settings.bucket_name),
            workflow=Workflow(settings.state_machine_arn),
        )
