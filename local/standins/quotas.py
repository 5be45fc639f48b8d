"""Service Quotas: the defaults that AWS documents for what the product uses.

Names and codes are AWS's, except codes that begin with `L-LOCAL`: those, and the name of Polly's quota,
are documented nowhere.
"""

from __future__ import annotations

from typing import Any

from local.paths import ACCOUNT, REGION
from local.standins.services import ServiceError

# Service, code, name, value. Sources: the developer guides of Polly, Step Functions, Lambda and Comprehend,
# and what accounts list. Translate documents none, nor does Bedrock for its newest models.
_TABLE = (
    ("bedrock", "L-LOCAL001", "On-demand model inference tokens per minute for Amazon Nova Lite", 4_000_000),
    (
        "bedrock",
        "L-7C42E72A",
        "Cross-region model inference tokens per minute for Amazon Nova Lite",
        8_000_000,
    ),
    ("comprehend", "L-F48BA15E", "BatchDetectSentiment throttle limit in transactions per second", 10),
    ("comprehend", "L-370FF492", "DetectSentiment throttle limit in transactions per second", 20),
    ("comprehend", "L-F7FB6495", "DetectEntities throttle limit in transactions per second", 20),
    ("comprehend", "L-LOCAL002", "DetectDominantLanguage throttle limit in transactions per second", 20),
    ("lambda", "L-B99A9384", "Concurrent executions", 1_000),
    ("polly", "L-LOCAL003", "SynthesizeSpeech, neural voices, transactions per second", 8),
    ("polly", "L-LOCAL004", "SynthesizeSpeech, standard voices, transactions per second", 80),
    ("states", "L-LOCAL005", "StartExecution throttle token bucket size", 1_300),
    ("states", "L-LOCAL006", "StartExecution throttle token refill rate per second", 300),
)
_SERVICES = {"translate", *(service for service, *_ in _TABLE)}

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
    if wanted not in _SERVICES:
        raise ServiceError("NoSuchResourceException", "The request failed because the service is unknown.")
    if "NextToken" in params:
        raise ServiceError("InvalidPaginationTokenException", "The stand-in lists all quotas at once.")
    return [
        {
            "ServiceCode": service,
            "QuotaCode": code,
            "QuotaName": name,
            "QuotaArn": f"arn:aws:servicequotas:{REGION}:{ACCOUNT}:{service}/{code}",
            "Value": float(value),
            "Unit": "None",
            "Adjustable": True,
            "GlobalQuota": False,
        }
        for service, code, name, value in _TABLE
        if service == wanted
    ]
