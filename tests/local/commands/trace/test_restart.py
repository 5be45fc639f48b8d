"""Restarting a failed request."""

import json
from typing import Any

import pytest

from local.commands.trace.restart import restart
from local.environment.site import Site
from local.errors import LocalError


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


def test_an_unknown_request_is_an_error(site: Site) -> None:
    with pytest.raises(LocalError, match="has no request req-u"):
        restart(site, "req-u")
