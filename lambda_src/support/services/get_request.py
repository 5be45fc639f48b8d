"""What GetRequest uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.links import LinkSigner
from support.aws.table import RequestTable
from support.settings import GetRequestSettings


@dataclass(frozen=True)
class Services:
    """Table and links."""

    requests: RequestTable
    links: LinkSigner
    allowed_origins: list[str]

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GetRequestSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            links=LinkSigner(settings.link_key_id),
            allowed_origins=settings.allowed_origins,
        )
