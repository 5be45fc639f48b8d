"""Quotas against the rate: which is met first, and what to ask for."""

from threading import Barrier
from typing import Any

import pytest

from assistant.aws.account import CatalogModel, Quota
from assistant.doctor.demands import Demand, Rate
from assistant.doctor.finding import Finding
from assistant.doctor.quotas import check_quotas, compare
from tests.assistant.doctor_fakes import HAIKU, NOVA, FakeCatalog, FakeQuotas, busy, instruments, refused

RATE = Rate(per_second=20, burst=40, per_day=2000, answer_seconds=10, personal_data=False)


def demand(need: float = 20, **changes: Any) -> Demand:
    settings = {
        "service": "polly",
        "subject": "Speech",
        "need": need,
        "unit": "a second",
        "named": lambda _, name: name == "speech",
    }
    return Demand(**(settings | changes))


@pytest.mark.parametrize(
    ("quotas", "documented", "status", "detail", "advice"),
    [
        ([Quota("L-1", "speech", 20, True)], None, "ok", "20 a second; the configured rate needs 20", ""),
        (
            [Quota("L-1", "speech", 8, True)],
            None,
            "warning",
            "8 a second",
            "Ask for 20: Service Quotas, polly",
        ),
        ([Quota("L-1", "speech", 8, False)], None, "warning", "8 a second", "AWS support alone raises"),
        ([Quota("L-1", "other", 8, True)], 8, "warning", "by AWS's documents", "Ask AWS support for 20"),
        ([], 80, "ok", "by AWS's documents", ""),
        ([], None, "unknown", "lists none that is named for it", "not throttled"),
    ],
)
def test_a_quota_is_compared_with_what_the_rate_needs(
    quotas: list[Quota], documented: float | None, status: str, detail: str, advice: str
) -> None:
    (finding,) = compare([demand(documented=documented)], {"polly": quotas}, RATE)
    assert finding.status == status
    assert detail in finding.detail
    assert advice in finding.advice


def test_the_quota_that_is_met_first_says_at_which_rate() -> None:
    wanted = [
        demand(subject="Wide", documented=100),
        demand(subject="Narrow", documented=8),
        demand(200, subject="Concurrent", documented=100),
    ]
    details = {each.subject: each.detail for each in compare(wanted, {"polly": []}, RATE)}
    assert details["Narrow"].startswith("is met first, at 8 messages a second: ")
    assert [subject for subject, detail in details.items() if "met first" in detail] == ["Narrow"]


def test_a_quota_of_a_day_is_compared_and_is_not_met_at_a_rate() -> None:
    wanted = [
        demand(9e6, subject="model, tokens a day", unit="a day"),
        demand(subject="Wide", documented=100),
    ]
    listed = {"polly": [Quota("L-1", "speech", 1e6, True)]}
    day, rate = compare([wanted[0]], listed, RATE) + compare([wanted[1]], {"polly": []}, RATE)
    assert (day.status, day.detail) == ("warning", "1,000,000 a day; the configured rate needs 9,000,000")
    assert "met first" in rate.detail
    (fixed,) = compare([wanted[0]], {"polly": [Quota("L-1", "speech", 1e6, False)]}, RATE)
    assert "[api] requests_per_day" in fixed.advice


def test_a_quota_of_calls_that_the_account_no_longer_has_is_left_out() -> None:
    assert compare([demand(subject="model, calls")], {"polly": []}, RATE) == []


def test_with_ample_quotas_everything_is_in_order() -> None:
    tools = instruments()
    findings = check_quotas(RATE, "neural", [HAIKU, NOVA], tools.catalog, tools.quotas)
    assert {each.status for each in findings} == {"ok"}
    assert len(findings) == 12


def test_what_cannot_be_asked_leaves_the_rest_checked() -> None:
    tools = instruments(
        catalog=FakeCatalog({NOVA: busy("GetFoundationModel")}),
        quotas=FakeQuotas({"polly": refused("ListServiceQuotas"), "lambda": []}),
    )
    findings = check_quotas(RATE, "neural", [NOVA], tools.catalog, tools.quotas)
    assert ("polly", "unknown") in _seen(findings)
    assert (NOVA, "unknown") in _seen(findings)
    assert "DetectSentiment" in {each.subject for each in findings}


def _seen(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(each.subject, each.status) for each in findings}


def test_models_and_then_services_are_asked_side_by_side() -> None:
    models, services = Barrier(2, timeout=5), Barrier(6, timeout=5)

    class WaitingCatalog(FakeCatalog):
        def model(self, model_id: str) -> CatalogModel:
            models.wait()
            return super().model(model_id)

    class WaitingQuotas(FakeQuotas):
        def of(self, service: str) -> list[Quota]:
            services.wait()
            return super().of(service)

    assert check_quotas(RATE, "neural", [HAIKU, NOVA], WaitingCatalog(), WaitingQuotas())
