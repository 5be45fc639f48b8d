"""Whose account and Region is looked at."""

from assistant.aws.sts import Identity
from assistant.errors import ServiceError, ServiceRefused

from .finding import Finding, not_checked


def check_credentials(identity: Identity, expected: str | None = None) -> Finding:
    """Name the account and the Region; `expected` is the environment's account, if it names one."""
    try:
        account = identity.account()
    except ServiceRefused as error:
        advice = "Sign in again, or name another profile: AWS_PROFILE."
        return Finding("credentials", identity.region, "problem", f"are refused ({error.code})", advice)
    except ServiceError as error:
        return not_checked("credentials", identity.region, error)
    if expected not in (None, account):
        detail = f"lead to account {account}, not to the environment's {expected}"
        advice = "Choose that account's profile: AWS_PROFILE."
        return Finding("credentials", identity.region, "problem", detail, advice)
    return Finding("credentials", identity.region, "ok", f"account {account}")
