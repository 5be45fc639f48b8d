"""The services behind the proxy: how each is told, and how it says that something is wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Service:
    """One service; `signing_name` is how a call's signature names it. Errors are (code, HTTP status)."""

    signing_name: str
    protocol: str
    operations: tuple[str, ...]
    throttled: tuple[str, int]
    internal: tuple[str, int]
    denied: tuple[str, int]


# The codes are those of the services' API references; S3 alone throttles with a 503.
SERVICES = {
    service.signing_name: service
    for service in (
        Service(
            "s3",
            "rest-xml",
            ("PutObject", "GetObject", "HeadObject", "DeleteObject"),
            ("SlowDown", 503),
            ("InternalError", 500),
            ("AccessDenied", 403),
        ),
        Service(
            "dynamodb",
            "json",
            ("GetItem", "PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "Query"),
            ("ProvisionedThroughputExceededException", 400),
            ("InternalServerError", 500),
            ("AccessDeniedException", 400),
        ),
        Service(
            "sns",
            "query",
            ("Publish", "ListSubscriptionsByTopic"),
            ("Throttling", 400),
            ("InternalError", 500),
            ("AuthorizationError", 403),
        ),
        Service(
            "kms",
            "json",
            ("GenerateMac", "VerifyMac"),
            ("ThrottlingException", 400),
            ("KMSInternalException", 500),
            ("AccessDeniedException", 400),
        ),
        Service(
            "states",
            "json",
            ("StartExecution", "StopExecution", "DescribeExecution"),
            ("ThrottlingException", 400),
            ("InternalServerError", 500),
            ("AccessDeniedException", 400),
        ),
    )
}

KEYS = (*SERVICES, *(f"{name}.{operation}" for name, s in SERVICES.items() for operation in s.operations))
