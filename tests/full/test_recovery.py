"""What stopped half way goes on: by a restart, by the sweep, after a killed process."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import psutil
import pytest
from typer.testing import CliRunner

from local.commands.app import app
from local.environment.state import StateFolder
from tests.full.matrix import answered, failed
from tests.full.stack import Stack, until

pytestmark = [pytest.mark.integration, pytest.mark.full]


@pytest.fixture(autouse=True)
def _no_faults(stack: Stack) -> Iterator[None]:
    yield
    stack.standins.clear_faults()
    stack.proxy.clear_faults()


def command(stack: Stack, *arguments: str) -> str:
    """Run a command on the environment and return what it printed."""
    result = CliRunner().invoke(app, [*arguments, "--state", str(stack.state)], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def age(stack: Stack, request_id: str) -> None:
    """Let a request be old enough for the sweep to look after it."""
    stack.site.clients.dynamodb.meta.client.update_item(
        TableName=stack.site.table,
        Key={"pk": request_id},
        UpdateExpression="SET received_at = :then",
        ExpressionAttributeValues={":then": (datetime.now(UTC) - timedelta(minutes=5)).isoformat()},
    )


def denied(stack: Stack, call: str, function: str) -> None:
    """Let a function's call be refused, until the test ends."""
    stack.proxy.change_faults({f"{call}#{function}": {"error": "denied", "caller": stack.keys[function]}})


def test_a_function_calls_with_the_key_that_is_told_to_be_its_own(stack: Stack) -> None:
    stack.proxy.reset_calls()
    assert stack.post("Qkeys").status_code == 202
    callers = {call["access_key_id"] for call in stack.proxy.calls()["calls"]}
    assert stack.keys["ProcessCustomerRequest"] in callers
    assert callers <= set(stack.keys.values())


def test_a_restart_makes_nothing_again_that_is_stored(stack: Stack) -> None:
    denied(stack, "s3.PutObject", "SendResponse")
    status_url = stack.post("Qrestart").json()["status_url"]
    (request_id,) = stack.ids("Qrestart")
    assert stack.ended(request_id)["error"] == "NotAnswered"
    stack.proxy.clear_faults()
    stack.standins.reset_calls()
    assert f"started {request_id}-2" in command(stack, "restart", request_id)
    assert stack.ended(f"{request_id}-2")["status"] == "SUCCEEDED"
    assert answered(stack, request_id, status_url).kind == "answered"
    assert stack.standins.calls()["counts"] == {}


def test_the_sweep_starts_what_was_accepted_and_never_started(stack: Stack) -> None:
    request_id = stack.prepare("Qswept")
    assert stack.execution(request_id) is None
    age(stack, request_id)
    assert stack.invoke("Sweep")["started"] >= 1
    assert stack.ended(request_id)["status"] == "SUCCEEDED"
    assert stack.item(request_id)["status"] == "completed"


def test_the_sweep_records_what_was_aborted(stack: Stack) -> None:
    stack.standins.set_faults({"bedrock.Converse": {"latency_seconds": 20, "containing": "Qaborted"}})
    accepted = stack.post("Qaborted").json()
    execution = until(lambda: stack.execution(accepted["request_id"]))
    stack.site.clients.stepfunctions.stop_execution(executionArn=execution["executionArn"])
    assert stack.ended(accepted["request_id"])["status"] == "ABORTED"
    stack.standins.clear_faults()
    stack.invoke("Sweep")
    assert stack.item(accepted["request_id"])["status"] == "processing", "too young to be looked after"
    age(stack, accepted["request_id"])
    assert stack.invoke("Sweep")["failed"] >= 1
    outcome = failed(stack, accepted["request_id"], accepted["status_url"])
    assert "Execution.ABORTED" in outcome.seen


def test_the_sweep_records_what_only_the_dead_letter_queue_knew(stack: Stack) -> None:
    denied(stack, "s3.PutObject", "SendResponse")
    denied(stack, "dynamodb.UpdateItem", "RecordFailure")
    accepted = stack.post("Qletter").json()
    assert stack.ended(accepted["request_id"])["error"] == "NotRecorded"
    assert stack.dead_letter(accepted["request_id"]) == "ServiceRefused"
    stack.proxy.clear_faults()
    age(stack, accepted["request_id"])
    assert stack.invoke("Sweep")["failed"] >= 1
    assert "Execution.FAILED" in failed(stack, accepted["request_id"], accepted["status_url"]).seen


def workers(stack: Stack, function: str) -> list[psutil.Process]:
    """Return the processes that run a function."""
    running = StateFolder(stack.state).read()
    assert running is not None
    (emulator,) = (record.find() for record in running.processes if record.name == "emulator")
    assert emulator is not None
    name = stack.functions[function]
    return [
        each
        for each in emulator.children(recursive=True)
        if each.environ().get("AWS_LAMBDA_FUNCTION_NAME") == name
    ]


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(stack: Stack) -> None:
    stack.proxy.reset_calls()
    stack.standins.reset_calls()
    stack.standins.set_faults({"polly": {"latency_seconds": 3, "seconds": 2}})
    accepted = stack.post("Qkilled").json()
    voice = stack.keys["GenerateVoiceResponse"]

    def speaking() -> bool | None:
        calls = stack.proxy.calls()["calls"]
        return any((c["operation"], c["access_key_id"]) == ("GenerateMac", voice) for c in calls) or None

    # The link is signed while Polly speaks.
    until(speaking, pause=0.05)
    for worker in workers(stack, "GenerateVoiceResponse"):
        worker.kill()
    assert stack.ended(accepted["request_id"])["status"] == "SUCCEEDED"
    assert answered(stack, accepted["request_id"], accepted["status_url"]).seen == "full answer"
    assert stack.standins.calls()["counts"]["polly"]["SynthesizeSpeech"] == 2


def test_what_is_in_flight_is_named(stack: Stack) -> None:
    request_id = stack.prepare("Qflight")
    assert request_id in command(stack, "status", "--json")
    assert request_id in command(stack, "status").replace("\n", "")
    assert stack.start("Qflight")["request_id"] == request_id
    assert stack.ended(request_id)["status"] == "SUCCEEDED"
    assert request_id not in command(stack, "status", "--json")


@pytest.mark.parametrize(
    "call", ["s3.PutObject", "kms.GenerateMac", "dynamodb.UpdateItem", "s3.HeadObject", "dynamodb.GetItem"]
)
@pytest.mark.parametrize("error", ["500", "answer_lost"])
def test_speech_is_paid_for_once_whatever_fails_around_it(stack: Stack, call: str, error: str) -> None:
    caller = stack.keys["GenerateVoiceResponse"]
    stack.standins.reset_calls()
    # More often than a call is repeated on the spot, so that the workflow has to repeat the step.
    stack.proxy.change_faults({f"{call}#speech": {"error": error, "error_count": 5, "caller": caller}})
    mark = f"Qspeech{call.partition('.')[2]}{'Down' if error == '500' else 'Lost'}"
    status_url = stack.post(mark).json()["status_url"]
    record = stack.api.follow(status_url)
    assert record["voice"]["status"] == "ready"
    spoken = [one for one in stack.standins.calls()["calls"] if one["operation"] == "SynthesizeSpeech"]
    assert [one["access_key_id"] for one in spoken] == [caller]
