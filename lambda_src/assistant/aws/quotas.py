"""Service Quotas: how much of a service this account may use in this Region."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .client import Connection, config

if TYPE_CHECKING:
    from mypy_boto3_service_quotas import ServiceQuotasClient
    from mypy_boto3_service_quotas.type_defs import ServiceQuotaTypeDef


@dataclass(frozen=True)
class Quota:
    """One quota, in its own unit; an adjustable one can be raised on request."""

    code: str
    name: str
    value: float
    adjustable: bool


class Quotas:
    """Lists the quotas of a service as they apply to this account.

    By lists alone: a quota that was never changed may have a default and no applied value, and most
    codes are documented nowhere.
    """

    def __init__(self, client: "ServiceQuotasClient | None" = None) -> None:
        self._quotas = Connection("service-quotas", config(10), client=client)

    def of(self, service: str) -> list[Quota]:
        """Return the quotas of a service, by its code there: the account's own values before the defaults.

        Raises:
            ServiceRefused: no such service, or not allowed to ask.
            ServiceBusy: throttled or failing.
        """
        with self._quotas.calling("ListAWSDefaultServiceQuotas") as client:
            defaults = client.get_paginator("list_aws_default_service_quotas")
            quotas = dict(_read(page["Quotas"] for page in defaults.paginate(ServiceCode=service)))
        with self._quotas.calling("ListServiceQuotas") as client:
            applied = client.get_paginator("list_service_quotas")
            quotas.update(_read(page["Quotas"] for page in applied.paginate(ServiceCode=service)))
        return list(quotas.values())


def _read(pages: "Iterable[list[ServiceQuotaTypeDef]]") -> Iterator[tuple[str, Quota]]:
    for page in pages:
        for each in page:
            # One without a value could not be read just then, and says so in ErrorReason.
            if "Value" in each:
                yield (
                    each["QuotaCode"],
                    Quota(each["QuotaCode"], each["QuotaName"], each["Value"], each["Adjustable"]),
                )
