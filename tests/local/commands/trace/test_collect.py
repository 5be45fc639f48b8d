"""Everything that one request left behind, in a real table, bucket and workflow."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from local.commands.trace.collect import restart, shown, trace
from local.environment.site import Site
from local.errors import LocalError

ID = "req-20261123-101500-tracetracetr"


def item() -> dict[str, Any]:
    return {
        "pk": ID,
        "status": "completed",
        "attempt": 1,
        "received_at": datetime.now(UTC).isoformat(),
        "customer": {"name": "Grace O'Neill", "email": "grace@example.com"},
        "customer_hash": "c0ffee",
        "message": {"original": "It leaks.", "pivot": "Elle fuit."},
        "language": {"code": "en", "source": "detected", "confidence": Decimal("0.9")},
        "analysis": {"priority": "HIGH", "entities": [{"text": "Monday"}]},
        "reply": {"text": "Bonjour Grace", "pivot_text": "Bonjour Grace", "source": "model", "words": 90},
        "voice": {"status": "ready", "url": "https://example.com/audio?t=secret"},
        "timings_ms": {"TranslateAndAnalyze": 310},
        "base_url": "https://example.com",
    }


@pytest.fixture
def stored(site: Site) -> Site:
    site.clients.dynamodb.Table(site.table).put_item(Item=item())
    site.clients.s3.put_object(Bucket=site.bucket, Key=f"incoming/{ID}.json", Body=b"{}")
    return site


def test_nothing_personal_is_shown_of_an_item() -> None:
    text = str(shown(item(), "us-east-1"))
    for personal in ("Grace", "grace@", "leaks", "fuit", "Bonjour", "Monday", "secret", "c0ffee"):
        assert personal not in text
    for code in ("completed", "HIGH", "model", "ready", "310", "'en'"):
        assert code in text


def test_item_executions_and_files_are_gathered(stored: Site) -> None:
    stored.clients.stepfunctions.start_execution(stateMachineArn=stored.state_machine_arn, name=ID)
    found = trace(stored, ID)
    assert found.item["status"] == "completed"
    assert [execution.name for execution in found.executions] == [ID]
    sizes = {file.key: file.size for file in found.files}
    assert sizes == {
        f"incoming/{ID}.json": 2,
        f"responses/{ID}_complete.json": None,
        f"audio-responses/{ID}.mp3": None,
        f"transcripts/{ID}.txt": None,
    }
    assert "Grace" not in str(found)


def test_what_was_written_is_shown_on_demand(stored: Site) -> None:
    assert trace(stored, ID, personal=True).item["customer"]["name"] == "Grace O'Neill"


def test_an_unknown_request_is_an_error(site: Site) -> None:
    with pytest.raises(LocalError, match="small has no request req-nobody"):
        trace(site, "req-nobody")


def put(site: Site, request_id: str, **fields: Any) -> None:
    site.clients.dynamodb.Table(site.table).put_item(Item={"pk": request_id, "attempt": 1, **fields})


def test_a_failed_request_gets_its_next_attempt(site: Site) -> None:
    put(site, "req-r", status="failed", open_status="failed", failure={"code": "x"})
    assert restart(site, "req-r") == "req-r-2"
    item = site.clients.dynamodb.Table(site.table).get_item(Key={"pk": "req-r"})["Item"]
    assert item == {"pk": "req-r", "attempt": 2, "status": "processing", "open_status": "processing"}
    arn = site.state_machine_arn.replace(":stateMachine:", ":execution:") + ":req-r-2"
    execution = site.clients.stepfunctions.describe_execution(executionArn=arn)
    assert json.loads(execution["input"]) == {"request_id": "req-r", "attempt": 2}


def test_an_attempt_that_something_else_has_started_is_no_error(site: Site) -> None:
    put(site, "req-s", status="failed")
    site.clients.stepfunctions.start_execution(stateMachineArn=site.state_machine_arn, name="req-s-2")
    assert restart(site, "req-s") == "req-s-2"


def test_an_answered_request_is_left_alone(site: Site) -> None:
    put(site, "req-t", status="completed")
    with pytest.raises(LocalError, match="req-t is completed: only a failed request can be restarted"):
        restart(site, "req-t")


def test_an_unknown_request_cannot_be_restarted(site: Site) -> None:
    with pytest.raises(LocalError, match="has no request req-u"):
        restart(site, "req-u")
