"""What the catalog's dates and a model's answer mean."""

from datetime import timedelta
from threading import Barrier

import pytest

from assistant.aws.account import CatalogModel, Profile
from assistant.aws.bedrock import Question
from assistant.doctor.models import check_models, foundation, lifecycle, no_answer
from assistant.errors import ReplyRejected, ServiceError
from tests.assistant.doctor_fakes import HAIKU, NOVA, NOW, FakeCatalog, FakeProbe, busy, refused

QUESTION = Question("system", "user", {"name": "write_reply"}, 10)
BOTH = [(HAIKU, QUESTION), (NOVA, QUESTION)]
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("model", "status", "detail"),
    [
        (CatalogModel("m", "ACTIVE"), "ok", "is active"),
        (CatalogModel("m", "ACTIVE", NOW + 60 * DAY + SECOND), "ok", "is active, end of life 2027-01-22"),
        (CatalogModel("m", "ACTIVE", NOW + 60 * DAY), "warning", "of life on 2027-01-22, in 60 days"),
        (CatalogModel("m", "LEGACY", NOW + 30 * DAY), "warning", "of life on 2026-12-23, in 30 days"),
        (CatalogModel("m", "LEGACY", NOW + 90 * DAY), "ok", "is legacy, end of life 2027-02-21"),
        (CatalogModel("m", "LEGACY"), "warning", "is legacy, with no date yet"),
        (CatalogModel("m", "LEGACY", NOW + 90 * DAY, NOW), "warning", "at a higher price"),
        (CatalogModel("m", "LEGACY", NOW + 90 * DAY, NOW + DAY), "ok", "is legacy"),
        (CatalogModel("m", "LEGACY", NOW + SECOND), "warning", "in 0 days"),
        (CatalogModel("m", "LEGACY", NOW), "problem", "reached its end of life on 2026-11-23"),
        (CatalogModel("m", "ACTIVE", NOW - DAY), "problem", "reached its end of life on 2026-11-22"),
    ],
)
def test_a_model_is_judged_by_its_dates(model: CatalogModel, status: str, detail: str) -> None:
    finding = lifecycle("m", model, NOW)
    assert (finding.status, detail in finding.detail) == (status, True), finding
    assert bool(finding.advice) == (status != "ok")


@pytest.mark.parametrize(
    ("model", "error", "status", "advice"),
    [
        (HAIKU, refused("Converse"), "problem", "first-use form"),
        (HAIKU, refused("Converse", "ResourceNotFoundException"), "problem", "first-use form"),
        (NOVA, refused("Converse"), "problem", "Allow bedrock:InvokeModel"),
        (NOVA, refused("Converse", "ResourceNotFoundException"), "problem", "[reply] models"),
        (NOVA, refused("Converse", "ValidationException"), "problem", "inference profile"),
        (NOVA, refused("Converse", "SomethingNew"), "problem", "[reply] models"),
        (NOVA, busy("Converse"), "warning", "more tokens a minute"),
        (NOVA, refused("Converse", "ServiceQuotaExceededException"), "warning", "more tokens a minute"),
        (NOVA, busy("Converse", "InternalServerException"), "unknown", "again"),
        (NOVA, busy("Converse", "ReadTimeoutError"), "unknown", "again"),
    ],
)
def test_an_answer_is_judged_by_its_code(model: str, error: ServiceError, status: str, advice: str) -> None:
    finding = no_answer(model, error)
    assert finding.status == status
    assert advice in finding.advice
    assert error.code in finding.detail


def test_models_in_order_are_three_findings_with_a_profile_and_two_without() -> None:
    findings = check_models(BOTH, FakeCatalog(), FakeProbe(), NOW)
    assert [(each.check, each.subject) for each in findings] == [
        ("model", HAIKU),
        ("profile", HAIKU),
        ("answer", HAIKU),
        ("model", NOVA),
        ("answer", NOVA),
    ]
    assert {each.status for each in findings} == {"ok"}


def test_all_calls_run_side_by_side() -> None:
    together = Barrier(5, timeout=5)

    class WaitingCatalog(FakeCatalog):
        def model(self, model_id: str) -> CatalogModel:
            together.wait()
            return super().model(model_id)

        def profile(self, profile_id: str) -> Profile:
            together.wait()
            return super().profile(profile_id)

    class WaitingProbe(FakeProbe):
        def ask(self, model: str, question: Question) -> None:
            together.wait()
            super().ask(model, question)

    assert len(check_models(BOTH, WaitingCatalog(), WaitingProbe(), NOW)) == 5


def test_a_model_is_asked_each_question_that_is_its_own_and_looked_up_once() -> None:
    review = Question("system", "user", {"name": "review_reply"}, 10)
    probe = FakeProbe()
    findings = check_models([(NOVA, QUESTION), (HAIKU, QUESTION), (NOVA, review)], FakeCatalog(), probe, NOW)
    assert sorted(probe.asked) == [(NOVA, "review_reply"), (NOVA, "write_reply"), (HAIKU, "write_reply")]
    assert [each.detail for each in findings if (each.check, each.subject) == ("answer", NOVA)] == [
        "answers through write_reply",
        "answers through review_reply",
    ]
    assert [each.subject for each in findings if each.check == "model"] == [NOVA, HAIKU]


def test_a_model_that_does_not_use_the_tool_is_a_warning() -> None:
    probe = FakeProbe({NOVA: ReplyRejected("broken_tool_use")})
    (finding,) = (each for each in check_models([(NOVA, QUESTION)], FakeCatalog(), probe, NOW) if each.advice)
    assert (finding.check, finding.status) == ("answer", "warning")
    assert finding.detail == "does not answer through write_reply (broken_tool_use)"


def test_no_models_are_no_findings() -> None:
    assert check_models([], FakeCatalog(), FakeProbe(), NOW) == []


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (refused("Get", "ResourceNotFoundException"), "problem"),
        (refused("Get", "ValidationException"), "problem"),
        (refused("Get"), "unknown"),
        (busy("Get"), "unknown"),
    ],
)
def test_what_the_region_does_not_list_is_a_problem_and_what_cannot_be_asked_is_not(
    error: ServiceError, status: str
) -> None:
    catalog = FakeCatalog({"anthropic.claude-haiku-5-5": error}, error)
    model, profile, answered = check_models([(HAIKU, QUESTION)], catalog, FakeProbe(), NOW)
    assert (model.status, profile.status, answered.status) == (status, status, "ok")


def test_a_profile_that_is_not_ready_is_a_problem() -> None:
    _, profile, _ = check_models(
        [(HAIKU, QUESTION)], FakeCatalog(profile=Profile("INACTIVE", ())), FakeProbe(), NOW
    )
    assert (profile.status, profile.detail) == ("problem", "is inactive in this Region")


@pytest.mark.parametrize(("model", "expected"), [(HAIKU, HAIKU.removeprefix("global.")), (NOVA, NOVA)])
def test_the_foundation_model_stands_behind_a_profile(model: str, expected: str) -> None:
    assert foundation(model) == expected
