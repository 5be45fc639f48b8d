"""AWS STS: whose account it is."""

from typing import TYPE_CHECKING

from .client import Connection, config

if TYPE_CHECKING:
    from mypy_boto3_sts import STSClient


class Identity:
    """Tells the account and the Region that the credentials lead to."""

    def __init__(self, client: "STSClient | None" = None) -> None:
        self._sts = Connection("sts", config(5), client=client)

    @property
    def region(self) -> str:
        """The Region that is asked."""
        return self._sts.client.meta.region_name

    def account(self) -> str:
        """Return the account's number.

        Raises:
            ServiceRefused: the credentials are wrong or have ended.
            ServiceBusy: throttled or failing.
        """
        with self._sts.calling("GetCallerIdentity") as client:
            return client.get_caller_identity()["Account"]
