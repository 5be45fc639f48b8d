"""Recording that a request ended without an answer."""

import json

import pytest

from assistant.errors import NotFound, ServiceBusy
from assistant.recovery import failures
from tests.assistant import samples
from tests.assistant.fakes import BUSY, FakeTable, FakeTopic


@pytest.fixture
def team() -> FakeTopic:
    return FakeTopic()


def record(table: FakeTable, team: FakeTopic) -> None:
    failures.record(samples.REQUEST_ID, "code", "Step", failures.Services(table, team, "fr"))


def test_a_request_is_marked_and_the_team_told(
    table: FakeTable, team: FakeTopic, capsys: pytest.CaptureFixture[str]
) -> None:
    table.put(samples.analysed())
    record(table, team)
    item = table.items[samples.REQUEST_ID]
    assert (item["status"], item["open_status"], item["failure"]["code"]) == ("failed", "failed", "code")
    assert [told.attributes["kind"] for told in team.published] == ["failure"]
    metric = json.loads(capsys.readouterr().out)
    assert (metric["RequestFailed"], metric["code"], metric["step"]) == ([1.0], "code", "Step")


def test_nobody_is_told_of_a_request_of_the_watch_but_it_counts(
    table: FakeTable, team: FakeTopic, capsys: pytest.CaptureFixture[str]
) -> None:
    table.put(samples.analysed(origin="watch"))
    record(table, team)
    assert table.items[samples.REQUEST_ID]["status"] == "failed"
    assert team.published == []
    assert json.loads(capsys.readouterr().out)["RequestFailed"] == [1.0]


def test_an_answered_request_stays_as_it_is(table: FakeTable, team: FakeTopic) -> None:
    table.put(samples.completed())
    record(table, team)
    assert table.items[samples.REQUEST_ID] == samples.completed()
    assert team.published == []


def test_the_moment_of_an_answer_that_was_not_sent_is_forgotten(table: FakeTable, team: FakeTopic) -> None:
    table.put(samples.analysed(completed_at="2026-11-23T10:15:30.000Z", links_expire_at=1))
    record(table, team)
    assert not {"completed_at", "links_expire_at"} & table.items[samples.REQUEST_ID].keys()


def test_recording_again_after_the_team_could_not_be_told_tells_it(table: FakeTable, team: FakeTopic) -> None:
    table.put(samples.analysed())
    team.errors["publish"] = [BUSY]
    with pytest.raises(ServiceBusy):
        record(table, team)
    assert table.items[samples.REQUEST_ID]["status"] == "processing", "closed before anybody knows"
    record(table, team)
    assert table.items[samples.REQUEST_ID]["status"] == "failed"
    assert len(team.published) == 1


def test_the_first_failure_is_the_one_that_is_kept(table: FakeTable, team: FakeTopic) -> None:
    table.put(samples.analysed(status="failed", open_status="failed", failure={"code": "first"}))
    record(table, team)
    assert table.items[samples.REQUEST_ID]["failure"] == {"code": "first"}


def test_an_erased_request_ends_quietly(
    table: FakeTable, team: FakeTopic, capsys: pytest.CaptureFixture[str]
) -> None:
    stub = {"pk": samples.REQUEST_ID, "status": "erased", "erased_at": "2026-11-23T10:15:30.000Z"}
    table.put(stub)
    record(table, team)
    assert table.items[samples.REQUEST_ID] == stub
    assert team.published == []
    assert capsys.readouterr().out == ""


def test_a_request_that_is_erased_while_the_team_is_told_is_left_erased(
    table: FakeTable, team: FakeTopic
) -> None:
    table.put(samples.analysed())
    team.meanwhile = lambda: table.put({"pk": samples.REQUEST_ID, "status": "erased"})
    record(table, team)
    assert table.items[samples.REQUEST_ID] == {"pk": samples.REQUEST_ID, "status": "erased"}


def test_a_request_that_is_no_longer_stored_is_an_error(table: FakeTable, team: FakeTopic) -> None:
    with pytest.raises(NotFound):
        record(table, team)
    assert team.published == []


def test_a_failure_carries_codes_and_no_personal_data() -> None:
    told = failures.notification(samples.answered(), "dynamodb.UpdateItem: X", "fr")
    assert told.subject == f"[ÉCHEC] Demande {samples.REQUEST_ID} sans réponse"
    assert samples.REQUEST_ID in told.text
    assert "dynamodb.UpdateItem: X" in told.text
    assert not [secret for secret in samples.SECRETS if secret in told.subject + told.text]
    assert told.attributes == {
        "kind": "failure",
        "priority": "HIGH",
        "category": "product",
        "language": "en",
    }


def test_a_failure_before_any_analysis_counts_as_urgent() -> None:
    assert failures.notification(samples.accepted(), "x", "en").attributes == {
        "kind": "failure",
        "priority": "HIGH",
        "category": "general",
        "language": "unknown",
    }


def test_attributes_are_never_empty_since_sns_refuses_that() -> None:
    for item in (samples.accepted(), samples.analysed()):
        assert all(failures.notification(item, "x", "fr").attributes.values())
