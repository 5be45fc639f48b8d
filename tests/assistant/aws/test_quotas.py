"""Service Quotas."""

from typing import Any

import pytest

from assistant.aws.quotas import Quota, Quotas
from assistant.errors import ServiceBusy, ServiceRefused
from tests.assistant.stubs import Stub, refuse


def row(code: str, value: float | None = None, **fields: Any) -> dict[str, Any]:
    given = {} if value is None else {"Value": value}
    return {"QuotaCode": code, "QuotaName": f"Quota {code}", "Adjustable": True} | given | fields


def test_an_accounts_own_values_stand_before_the_defaults(service_quotas: Stub) -> None:
    asked = {"ServiceCode": "polly"}
    service_quotas.add_response(
        "list_aws_default_service_quotas", {"Quotas": [row("L-1", 8)], "NextToken": "more"}, asked
    )
    service_quotas.add_response(
        "list_aws_default_service_quotas",
        {"Quotas": [row("L-2", 80, Adjustable=False)]},
        asked | {"NextToken": "more"},
    )
    service_quotas.add_response("list_service_quotas", {"Quotas": [row("L-1", 20), row("L-3")]}, asked)
    assert Quotas(service_quotas.client).of("polly") == [
        Quota("L-1", "Quota L-1", 20, adjustable=True),
        Quota("L-2", "Quota L-2", 80, adjustable=False),
    ]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("NoSuchResourceException", ServiceRefused),
        ("AccessDeniedException", ServiceRefused),
        ("TooManyRequestsException", ServiceBusy),
    ],
)
def test_the_second_list_fails_under_its_own_name(service_quotas: Stub, code: str, kind: type) -> None:
    service_quotas.add_response("list_aws_default_service_quotas", {"Quotas": []})
    refuse(service_quotas, "list_service_quotas", code)
    with pytest.raises(kind, match=f"ListServiceQuotas: {code}"):
        Quotas(service_quotas.client).of("polly")
