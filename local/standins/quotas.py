"""Service Quotas: the defaults that AWS documents for what the product uses, in `quotas.toml`."""

import tomllib
from pathlib import Path
from typing import Any

from local.environment.paths import ACCOUNT, REGION
from local.standins.services import ServiceError

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

# Of the others an account has no value of its own, and AWS lists the default alone.
_APPLIED = {"bedrock", "lambda"}


def list_default_quotas(params: dict[str, Any]) -> dict[str, Any]:
    """The defaults of a service.

    Raises:
        ServiceError: NoSuchResourceException for a service that is not in the table.
    """
    return {"Quotas": _quotas(params)}


def list_quotas(params: dict[str, Any]) -> dict[str, Any]:
    """The values that the account has of its own; raises as `list_default_quotas` does."""
    quotas = _quotas(params)
    return {"Quotas": quotas if params["ServiceCode"] in _APPLIED else []}


def _quotas(params: dict[str, Any]) -> list[dict[str, Any]]:
    wanted = params["ServiceCode"]
    if wanted not in _TABLE:
        raise ServiceError("NoSuchResourceException", "The request failed because the service is unknown.")
    if "NextToken" in params:
        raise ServiceError("InvalidPaginationTokenException", "The stand-in lists all quotas at once.")
    return [
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
