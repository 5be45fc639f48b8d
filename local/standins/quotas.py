"""Service Quotas: the defaults that AWS documents for what the product uses, in `quotas.toml`."""

import tomllib
from pathlib import Path
from typing import Any

from local.environment.paths import ACCOUNT, REGION
from local.standins.services import ServiceError

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

# Of the others an account has no value of its own, and AWS lists the default alone.
_APPLIED = {"bedrock", "lambda"}


def answer(operation: str, params: dict[str, Any]) -> dict[str, Any]:
    """Return the defaults of a service, or the values that the account has of its own.

    Raises ServiceError: NoSuchResourceException for a service that is not in the table.
    """
    wanted = params["ServiceCode"]
    if wanted not in _TABLE:
        raise ServiceError("NoSuchResourceException", "The request failed because the service is unknown.")
    if "NextToken" in params:
        raise ServiceError("InvalidPaginationTokenException", "The stand-in lists all quotas at once.")
    if operation == "ListServiceQuotas" and wanted not in _APPLIED:
        return {"Quotas": []}
    quotas = [
        {
            "ServiceCode": wanted,
            "QuotaCode": code,
            "QuotaName": name,
            "QuotaArn": f"arn:aws:servicequotas:{REGION}:{ACCOUNT}:{wanted}/{code}",
            "Value": float(value),
            "Unit": "None",
            "Adjustable": True,
            "GlobalQuota": False,
        }
        for code, (name, value) in _TABLE[wanted].items()
    ]
    return {"Quotas": quotas}
