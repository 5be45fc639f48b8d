"""A whole environment is deployed, used and destroyed, on an emulator of its own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from local.commands.app import app
from local.commands.send import api_of
from local.environment import lifecycle
from local.environment.clients import Clients
from local.environment.deployment import Deployment
from local.environment.state import StateFolder
from local.errors import LocalError

pytestmark = [pytest.mark.integration, pytest.mark.full]

# What the bootstrap stack and the local inbox own: they are no part of the environment.
_OTHERS = ("cdk-hnb659fds", "CDKToolkit", "local-inbox")


@pytest.fixture
def state(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    lifecycle.stop(tmp_path)


def answered(deployment: Deployment) -> None:
    """Have one message answered, so that the bucket and the table hold something."""
    message = {"name": "Ana", "email": "ana@example.com", "message": "Hello, my lamp is broken and leaks."}
    with api_of(deployment) as api:
        record = api.follow(api.submit(message)["status_url"])
    assert record["status"] == "completed"


def left(clients: Clients) -> set[str]:
    """Return what the account holds beside the bootstrap stack and the inbox."""
    kms = clients.client("kms")
    found = [
        *(one["Name"] for one in clients.s3.list_buckets()["Buckets"]),
        *clients.client("dynamodb").list_tables()["TableNames"],
        *(one["FunctionName"] for one in clients.client("lambda").list_functions()["Functions"]),
        *(one["LayerName"] for one in clients.client("lambda").list_layers()["Layers"]),
        *(one["logGroupName"] for one in clients.logs.describe_log_groups()["logGroups"]),
        *(one["TopicArn"] for one in clients.sns.list_topics()["Topics"]),
        *clients.sqs.list_queues().get("QueueUrls", ()),
        *(one["name"] for one in clients.stepfunctions.list_state_machines()["stateMachines"]),
        *(one["id"] for one in clients.apigateway.get_rest_apis()["items"]),
        *(one["id"] for one in clients.apigateway.get_api_keys()["items"]),
        *(one["id"] for one in clients.apigateway.get_usage_plans()["items"]),
        *(one["AlarmName"] for one in clients.client("cloudwatch").describe_alarms()["MetricAlarms"]),
        *(one["DashboardName"] for one in clients.client("cloudwatch").list_dashboards()["DashboardEntries"]),
        *(one["Name"] for one in clients.client("events").list_rules()["Rules"]),
        *(one["RoleName"] for one in clients.client("iam").list_roles()["Roles"]),
        *(
            one["KeyId"]
            for one in kms.list_keys()["Keys"]
            if kms.describe_key(KeyId=one["KeyId"])["KeyMetadata"]["KeyState"] != "PendingDeletion"
        ),
    ]
    return {name for name in found if not any(other in name for other in _OTHERS)}


def destroyed(state: Path) -> tuple[list[str], list[str]]:
    """Destroy what runs; return what the command says goes, and what stays."""
    arguments = ["destroy", "--env", "local", "--state", str(state), "--yes", "--json"]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    said = json.loads(result.stdout)
    return said["goes"], said["stays"]


def test_an_environment_that_keeps_nothing_leaves_nothing_and_can_be_deployed_again(state: Path) -> None:
    deployment = lifecycle.start(state, wait_scale=0.1)
    clients = deployment.clients
    answered(deployment)
    before = left(clients)
    goes, stays = destroyed(state)
    assert deployment.bucket in " ".join(goes)
    assert before
    assert (left(clients), stays) == (set(), [])
    with pytest.raises(LocalError, match="nothing is deployed"):
        destroyed(state)
    again = lifecycle.start(state)
    assert again.bucket in left(clients)
    running = StateFolder(state).read()
    assert running is not None
    assert running.deployment == again


def test_production_is_protected_and_what_it_holds_outlives_it(state: Path) -> None:
    deployment = lifecycle.start(state, wait_scale=0.1, env="prod")
    clients = deployment.clients
    answered(deployment)
    with pytest.raises(LocalError, match="is protected: set protect = false"):
        destroyed(state)
    clients.cloudformation.update_termination_protection(
        StackName=deployment.stack, EnableTerminationProtection=False
    )
    _, stays = destroyed(state)
    assert len(clients.s3.list_objects_v2(Bucket=deployment.bucket)["Contents"]) == 4
    assert clients.dynamodb.Table(deployment.table).scan()["Count"] > 0
    held = {deployment.bucket, deployment.table}
    assert held < left(clients)
    assert all(any(name in line for line in stays) for name in left(clients))
