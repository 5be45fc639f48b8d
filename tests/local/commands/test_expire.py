"""Which environments of pull requests are destroyed, and what becomes of one that cannot be."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber
from typer.testing import CliRunner, Result

from local.commands import expire
from local.commands.app import app
from local.environment.clients import Clients
from local.errors import LocalError

NOW = datetime.now(UTC)


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> Clients:
    """An account's clients, whose calls must be stubbed."""
    session = boto3.Session(aws_access_key_id="test", aws_secret_access_key="test", region_name="eu-west-1")
    clients = Clients(session, {})
    monkeypatch.setattr(expire, "account_clients", lambda region: clients if region == "eu-west-1" else None)
    return clients


@pytest.fixture
def stubber(account: Clients) -> Iterator[Stubber]:
    with Stubber(account.cloudformation) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


@pytest.fixture
def removed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the stacks that are destroyed; pr-13's cannot be."""
    names: list[str] = []

    def remove(name: str) -> int:
        if name.endswith("pr-13"):
            raise LocalError(f"{name} could not be deleted")
        names.append(name)
        return 0

    monkeypatch.setattr(expire, "read_stack", lambda _clients, name: name)
    monkeypatch.setattr(expire, "remove", remove)
    return names


def stack(name: str, days: float) -> dict[str, Any]:
    return {"StackName": name, "CreationTime": NOW - timedelta(days=days), "StackStatus": "CREATE_COMPLETE"}


def listed(stubber: Stubber, *pages: list[dict[str, Any]]) -> None:
    for number, page in enumerate(pages):
        token = {"NextToken": str(number)} if number else {}
        more = {"NextToken": str(number + 1)} if number + 1 < len(pages) else {}
        stubber.add_response("list_stacks", {"StackSummaries": page, **more}, token)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["expire", *arguments], catch_exceptions=False)


def test_those_of_pull_requests_that_are_older_go_the_oldest_first(
    stubber: Stubber, removed: list[str]
) -> None:
    old = 3.01
    others = [
        "support-assistant-dev",
        "support-assistant-pr-x",
        "support-assistant-pr-7-copy",
        "pr-7",
        "CDKToolkit",
    ]
    gone = stack("support-assistant-pr-4", 10) | {"StackStatus": "DELETE_COMPLETE"}
    listed(
        stubber,
        [stack("support-assistant-pr-2", old), stack("support-assistant-pr-3", 2.99), gone],
        [stack("support-assistant-pr-1", 10), *(stack(name, 10) for name in others)],
    )
    result = run("--days", "3")
    assert removed == ["support-assistant-pr-1", "support-assistant-pr-2"]
    assert result.exit_code == 0
    assert result.stdout == "destroyed: support-assistant-pr-1, support-assistant-pr-2\n"


def test_one_that_cannot_be_destroyed_is_said_and_stops_no_other(
    stubber: Stubber, removed: list[str]
) -> None:
    listed(stubber, [stack("support-assistant-pr-13", 9), stack("support-assistant-pr-14", 8)])
    result = run("--days", "3", "--json")
    assert result.exit_code == 1
    assert removed == ["support-assistant-pr-14"]
    assert json.loads(result.stdout) == {
        "destroyed": ["support-assistant-pr-14"],
        "left": {"support-assistant-pr-13": "support-assistant-pr-13 could not be deleted"},
    }


def test_one_can_be_named_and_may_be_gone_already(stubber: Stubber, removed: list[str]) -> None:
    there = [stack("support-assistant-pr-1", 1), stack("support-assistant-pr-11", 1)]
    listed(stubber, there)
    assert run("--env", "pr-1", "--days", "0").exit_code == 0
    listed(stubber, there)
    assert run("--env", "pr-2", "--days", "0").stdout == "destroyed: nothing\n"
    assert removed == ["support-assistant-pr-1"]


@pytest.mark.usefixtures("account")
def test_no_other_environment_can_be_named(removed: list[str]) -> None:
    with pytest.raises(LocalError, match=r"prod is no pull request's environment.*pr-NUMBER"):
        run("--env", "prod", "--days", "0")
    assert run("--days", "-1").exit_code == 2
    assert removed == []


def test_the_stack_itself_is_emptied_and_deleted(clients: Clients, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expire, "account_clients", lambda _: clients)
    template = json.dumps({"Resources": {"Bucket": {"Type": "AWS::S3::Bucket"}}})
    clients.cloudformation.create_stack(StackName="support-assistant-pr-5", TemplateBody=template)
    clients.cloudformation.get_waiter("stack_create_complete").wait(
        StackName="support-assistant-pr-5", WaiterConfig={"Delay": 1}
    )
    assert run("--days", "1").stdout == "destroyed: nothing\n"
    assert run("--days", "0").stdout == "destroyed: support-assistant-pr-5\n"
    assert run("--days", "0").stdout == "destroyed: nothing\n"
