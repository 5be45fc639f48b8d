"""Faults outside the workflow: a link says when to come back, a sweep and a doctor what they could not do."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from tests.full.cases import FAULTS
from tests.full.faults import SURVIVED, fault
from tests.full.stack import Stack, until

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def links(stack: Stack) -> dict[str, str]:
    """The status and the audio link of an answered request."""
    accepted = stack.post("links").json()
    stack.ended(accepted["request_id"])
    record = stack.http.get(accepted["status_url"]).json()
    return {"GetRequest": accepted["status_url"], "GetAudio": record["voice"]["url"]}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("call", ["kms.VerifyMac", "dynamodb.GetItem"])
@pytest.mark.parametrize("function", ["GetRequest", "GetAudio"])
def test_a_link_says_when_to_come_back(
    stack: Stack, links: dict[str, str], function: str, call: str, name: str
) -> None:
    good = httpx.codes.OK if function == "GetRequest" else httpx.codes.FOUND
    with fault(stack, function, call, name):
        answer = stack.http.get(links[function])
    if name in SURVIVED:
        assert answer.status_code == good
    else:
        assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
        assert answer.headers["content-type"] == "application/problem+json"
        assert int(answer.headers["retry-after"]) > 0
    assert stack.http.get(links[function]).status_code == good


def aged(stack: Stack, request_id: str) -> str:
    """Make a request old enough for the sweep, and return its id."""
    then = datetime.now(UTC) - timedelta(hours=1)
    stack.site.clients.dynamodb.Table(stack.site.table).update_item(
        Key={"pk": request_id},
        UpdateExpression="SET received_at = :then",
        ExpressionAttributeValues={":then": then.isoformat(timespec="milliseconds").replace("+00:00", "Z")},
    )
    return request_id


def dead(stack: Stack, mark: str) -> str:
    """Return a request whose execution was aborted."""
    request_id = stack.prepare(mark)
    stack.standins.change_faults({"bedrock#dead": {"latency_seconds": 5, "containing": mark}})
    stack.start(mark)
    arn = stack.site.state_machine_arn.replace(":stateMachine:", ":execution:") + f":{request_id}"
    stack.site.clients.stepfunctions.stop_execution(executionArn=arn)
    stack.standins.change_faults({"bedrock#dead": None})
    return aged(stack, request_id)


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize(
    "call",
    [
        "dynamodb.Query",
        "states.ListExecutions",
        "states.DescribeExecution",
        "states.StartExecution",
        "dynamodb.UpdateItem",
        "sns.Publish",
    ],
)
def test_a_sweep_that_fails_says_so_and_the_next_one_does_its_work(
    stack: Stack, call: str, name: str
) -> None:
    mark = f"sweep-{call}-{name}".replace(" ", "-").replace(".", "-")
    unstarted = call == "states.StartExecution"
    request_id = aged(stack, stack.prepare(mark)) if unstarted else dead(stack, mark)
    with fault(stack, "Sweep", call, name):
        answer = stack.invoke("Sweep")
    if name not in SURVIVED:
        assert answer["errorType"] in ("ServiceBusy", "ServiceRefused")
        answer = stack.invoke("Sweep")
    assert "errorType" not in answer
    wanted = "completed" if unstarted else "failed"
    until(lambda: True if stack.item(request_id)["status"] == wanted else None)
    if not unstarted:
        assert "failure" in [one.attributes["kind"] for one in stack.notifications(request_id)]


@pytest.fixture(scope="module")
def healthy(stack: Stack) -> dict[str, int]:
    """What the doctor counts where nothing fails; some is worth a report."""
    counts = stack.invoke("Doctor")
    assert counts["warning"] > 0
    return counts


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize(
    "call", ["sns.ListSubscriptionsByTopic", "cloudformation.DetectStackDrift", "sns.Publish"]
)
def test_a_doctor_that_cannot_ask_or_tell_says_so(
    stack: Stack, healthy: dict[str, int], call: str, name: str
) -> None:
    with fault(stack, "Doctor", call, name):
        answer = stack.invoke("Doctor")
    # Two topics are asked about side by side: either meets one of two time-outs, and asks again.
    spared = (call, name) == ("sns.ListSubscriptionsByTopic", "time-outs in one invocation")
    if name in SURVIVED or spared:
        assert answer == healthy
    elif call == "sns.Publish":
        assert answer["errorType"] in ("ServiceBusy", "ServiceRefused")
    else:
        assert answer["unknown"] > healthy["unknown"]
    assert stack.invoke("Doctor") == healthy
