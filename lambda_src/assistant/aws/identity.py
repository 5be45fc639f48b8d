"""Whose account it is."""

from typing import TYPE_CHECKING

import boto3

from .client import calling, config

if TYPE_CHECKING:
    from mypy_boto3_sts import STSClient


class Identity:
    """Tells the account and the Region that the credentials lead to."""

    def __init__(self, client: "STSClient | None" = None) -> None:
        self._client = client or boto3.client("sts", config=config(5))

    @property
    def region(self) -> str:
        """The Region that is asked."""
        return self._client.meta.region_name

    def account(self) -> str:
        """Return the account's number.

        Raises:
            ServiceRefused: the credentials are wrong or have ended.
            ServiceBusy: throttled or failing.
        """
        with calling("sts", "GetCallerIdentity"):
            return self._client.get_caller_identity()["Account"]
