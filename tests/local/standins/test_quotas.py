"""Service Quotas, asked by boto3."""

from typing import Any

import pytest

from local.standins.client import StandinClient
from tests.local.standins.support import refused


@pytest.fixture
def quotas(standins: StandinClient, clients: dict[str, Any]) -> Any:
    return clients["service-quotas"]


@pytest.mark.parametrize(
    ("service", "name", "value"),
    [
        ("polly", "SynthesizeSpeech, neural voices, transactions per second", 8),
        ("comprehend", "DetectSentiment throttle limit in transactions per second", 20),
        ("lambda", "Concurrent executions", 1_000),
        ("states", "StartExecution throttle token refill rate per second", 300),
    ],
)
def test_the_documented_defaults_are_listed(quotas: Any, service: str, name: str, value: float) -> None:
    pages = quotas.get_paginator("list_aws_default_service_quotas").paginate(ServiceCode=service)
    listed = {quota["QuotaName"]: quota["Value"] for page in pages for quota in page["Quotas"]}
    assert listed[name] == value


def test_an_account_has_few_values_of_its_own(quotas: Any) -> None:
    own = {
        service: quotas.list_service_quotas(ServiceCode=service)["Quotas"] for service in ("lambda", "polly")
    }
    assert own["polly"] == []
    assert [quota["QuotaCode"] for quota in own["lambda"]] == ["L-B99A9384"]


def test_a_service_may_have_no_quotas_and_an_unknown_one_has_none(quotas: Any) -> None:
    assert quotas.list_aws_default_service_quotas(ServiceCode="translate")["Quotas"] == []
    code, _ = refused(quotas.list_service_quotas, ServiceCode="nothing")
    assert code == "NoSuchResourceException"


def test_there_is_one_page(quotas: Any) -> None:
    code, _ = refused(quotas.list_service_quotas, ServiceCode="polly", NextToken="2")
    assert code == "InvalidPaginationTokenException"
