"""Record, transcript and notification."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assistant.cost import usage
from assistant.delivery import handler
from assistant.delivery.handler import run
from assistant.errors import ServiceBusy
from assistant.request import record
from assistant.request.step import Step
from assistant.telemetry import cost_usd
from tests.assistant import samples
from tests.assistant.configured import SENDING
from tests.assistant.fakes import BUSY, FakeArchive, Fakes, FakeTable, FakeTopic

STEP = Step(samples.REQUEST_ID, priority="HIGH", category="product", language="en")
NOW = datetime(2026, 11, 23, 10, 15, 36, 500_000, tzinfo=UTC)


@pytest.fixture
def moments(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time, a minute later whenever somebody looks."""
    told = [NOW]

    def now() -> datetime:
        told.append(told[-1] + timedelta(minutes=1))
        return told[-2]

    monkeypatch.setattr("assistant.clock.now", now)
    return told


class Services(Fakes, handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(table: FakeTable, archive: FakeArchive, team: FakeTopic, moments: list[datetime]) -> Services:
    table.put(samples.answered())
    return Services(requests=table, archive=archive, team=team, meter=table.meter, settings=SENDING)


def stored(services: Services) -> dict[str, Any]:
    return services.requests.items[samples.REQUEST_ID]


def test_the_request_is_completed_and_no_longer_open(services: Services) -> None:
    assert run(STEP, services) == STEP
    item = stored(services)
    assert (item["status"], item["completed_at"]) == ("completed", samples.COMPLETED_AT)
    assert item["links_expire_at"] == samples.LINKS_EXPIRE_AT
    assert "open_status" not in item
    assert "notified_at" in item


def test_the_archive_holds_what_the_status_link_shows(services: Services) -> None:
    run(STEP, services)
    archived = services.archive.objects["record", samples.REQUEST_ID]
    assert archived == record.of(stored(services), cost_usd) == record.of(samples.completed(), cost_usd)
    assert samples.REPLY in services.archive.objects["transcript", samples.REQUEST_ID]


def test_the_team_is_told_once(services: Services) -> None:
    run(STEP, services)
    (told,) = services.team.published
    assert told.attributes["kind"] == "answer"
    assert told.subject == f"[HAUTE] produit (anglais) - {samples.REQUEST_ID}"
    assert f"Échange complet : s3://bucket/transcripts/{samples.REQUEST_ID}.txt" in told.text
    assert "Grace" not in told.text


def test_a_request_of_the_watch_is_archived_and_neither_told_nor_measured(
    services: Services, table: FakeTable, capsys: pytest.CaptureFixture[str]
) -> None:
    table.put(samples.answered(origin="watch"))
    run(STEP, services)
    assert stored(services)["status"] == "completed"
    assert ("record", samples.REQUEST_ID) in services.archive.objects
    assert services.team.published == []
    assert capsys.readouterr().out == ""


def test_an_environment_can_show_the_team_who_wrote(services: Services) -> None:
    services = replace(services, settings=replace(SENDING, personal_data="off"))
    run(STEP, services)
    (told,) = services.team.published
    assert told.subject == "[HAUTE] produit (anglais) - Grace O'Neill"
    assert "Client : Grace O'Neill <grace@example.com>" in told.text


def test_a_second_run_writes_the_same_record_and_tells_nobody_again(services: Services) -> None:
    run(STEP, services)
    first = dict(services.archive.objects)
    item = stored(services)
    run(STEP, services)
    assert services.archive.objects == first
    assert stored(services) == item
    assert len(services.team.published) == 1


@pytest.mark.parametrize("failing", ["put_record", "put_transcript"])
def test_while_the_archive_fails_the_team_is_told_once_and_nothing_is_completed(
    services: Services, failing: str
) -> None:
    services.archive.errors[failing] = [BUSY, BUSY]
    for _ in range(2):
        with pytest.raises(ServiceBusy):
            run(STEP, services)
        assert stored(services)["status"] == "processing"
        assert stored(services)["open_status"] == "processing"
    run(STEP, services)
    assert len(services.team.published) == 1
    assert stored(services)["status"] == "completed"
    assert services.archive.objects["record", samples.REQUEST_ID]["completed_at"] == samples.COMPLETED_AT


def test_while_the_topic_fails_nothing_is_completed(services: Services) -> None:
    services.team.errors["publish"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert stored(services)["status"] == "processing"
    assert "notified_at" not in stored(services)
    run(STEP, services)
    assert len(services.team.published) == 1


def test_an_answer_clears_an_earlier_failure(services: Services) -> None:
    services.requests.put(samples.answered(failure={"code": "x"}))
    run(STEP, services)
    assert "failure" not in stored(services)


@pytest.mark.parametrize(
    ("received_at", "in_time"),
    [("2026-11-23T10:15:26.500Z", 1.0), ("2026-11-23T10:15:26.499Z", 0.0)],
)
def test_the_answer_is_measured_against_the_target(
    services: Services, capsys: pytest.CaptureFixture[str], received_at: str, in_time: float
) -> None:
    services.requests.put(samples.answered(received_at=received_at, degraded={"voice": "x"}))
    run(STEP, services)
    out = capsys.readouterr().out
    metrics = [json.loads(line) for line in out.splitlines()]
    assert [metric["AnsweredInTime"] for metric in metrics if "AnsweredInTime" in metric] == [[in_time]]
    assert [metric["Degraded"] for metric in metrics if "Degraded" in metric] == [[1.0]]
    (seconds,) = (metric["AnswerSeconds"] for metric in metrics if "AnswerSeconds" in metric)
    assert seconds == pytest.approx([10.0], abs=0.01)
    assert all((metric["category"], metric["language"]) == ("product", "en") for metric in metrics)
    assert not [secret for secret in samples.SECRETS if secret in out]


@pytest.mark.parametrize(
    ("priority", "degraded", "urgent"),
    [
        ("HIGH", {"voice": "x"}, 1),
        ("MEDIUM", {"voice": "x"}, 1),
        ("NORMAL", {"voice": "x"}, 0),
        ("HIGH", {}, 0),
    ],
)
def test_a_fallback_answer_to_an_urgent_request_is_counted_for_the_alarm(
    services: Services,
    capsys: pytest.CaptureFixture[str],
    priority: str,
    degraded: dict[str, str],
    urgent: int,
) -> None:
    item = samples.answered(degraded=degraded)
    services.requests.put({**item, "analysis": {**item["analysis"], "priority": priority}})
    run(STEP, services)
    assert capsys.readouterr().out.count('"DegradedUrgent":[1') == urgent


def test_a_reply_without_voice_is_sent_all_the_same(services: Services) -> None:
    silent = {"status": "unavailable", "reason": "polly.X: Y"}
    services.requests.put(samples.answered(voice=silent, degraded={"voice": "polly.X: Y"}))
    run(STEP, services)
    assert services.archive.objects["record", samples.REQUEST_ID]["voice"] == silent
    assert "pas d'audio (polly.X: Y)" in services.team.published[0].text


@pytest.mark.parametrize(
    ("priority", "used"),
    [
        ("HIGH", {"sns_publishes": 2, "sns_emails": 1, "states_transitions": 3}),
        ("NORMAL", {"sns_publishes": 1, "sns_emails": 2, "states_transitions": 2}),
    ],
)
def test_what_sending_uses_is_counted_ahead_so_that_the_archive_shows_it(
    services: Services, priority: str, used: dict[str, int]
) -> None:
    services.meter.start({})
    run(replace(STEP, priority=priority), services)
    assert usage.of(stored(services)) == used | {"s3_puts": 2}
    archived = services.archive.objects["record", samples.REQUEST_ID]
    assert archived["usage"] == usage.shown(usage.of(stored(services)))


def test_the_whole_request_is_priced_and_each_step_timed(
    services: Services, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    services.requests.put(samples.answered(**usage.attributes({"polly_characters:neural": 500})))
    run(STEP, services)
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    # 500 characters at $16 a million
    assert [metric["RequestCostUsd"] for metric in metrics if "RequestCostUsd" in metric] == [[0.008]]
    timed = {metric["step"]: metric["Milliseconds"] for metric in metrics if "Milliseconds" in metric}
    assert timed == {name: [float(ms)] for name, ms in samples.answered()["timings_ms"].items()}


@pytest.mark.parametrize(("basis", "share"), [("documented", 1.0), ("acknowledgement", 0.0)])
def test_the_share_of_documented_replies_is_measured(
    services: Services, capsys: pytest.CaptureFixture[str], basis: str, share: float
) -> None:
    item = samples.answered()
    item["reply"]["basis"] = basis
    services.requests.put(item)
    run(STEP, services)
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [metric["Documented"] for metric in metrics if "Documented" in metric] == [[share]]


def test_the_archive_keeps_the_passages_and_the_team_is_told_the_sources(services: Services) -> None:
    passage: Any = samples.PASSAGE
    item = samples.answered(passages=[passage])
    source = {key: passage[key] for key in ("id", "document", "title", "heading", "link", "updated")}
    item["reply"] |= {"basis": "documented", "sources": [source]}
    services.requests.put(item)
    run(STEP, services)
    archived = services.archive.objects["record", samples.REQUEST_ID]
    assert archived["passages"] == [passage]
    assert archived["reply"]["sources"] == [source]
    line = "Source : Retours › Délai (https://www.example.com/aide/retours, 2026-09-01)"
    assert line in services.team.published[0].text.splitlines()
    assert services.archive.objects["transcript", samples.REQUEST_ID].endswith(f"{line}\n")
