"""What the launcher promises of the emulator: errors, workers and events are as on AWS."""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from botocore.exceptions import ClientError

from local.environment.clients import Clients, local_clients
from local.environment.emulator import Emulator
from local.environment.inbox import collect, subscribe
from local.environment.processes import free_port, stop


def invoke(clients: Clients, do: str = "") -> Any:
    awslambda = clients.session.client("lambda", **clients.options)
    return json.load(
        awslambda.invoke(FunctionName="contract", Payload=json.dumps({"do": do}).encode())["Payload"]
    )


def run_task(clients: Clients, name: str, task: dict[str, Any], given: str) -> dict[str, Any]:
    """Run a workflow of one task and return how it ended, with its events."""
    machine = clients.stepfunctions.create_state_machine(
        name=name,
        definition=json.dumps({"StartAt": "Task", "States": {"Task": task}}),
        roleArn="arn:aws:iam::000000000000:role/any",
    )["stateMachineArn"]
    arn = clients.stepfunctions.start_execution(stateMachineArn=machine, input=given)["executionArn"]
    deadline = time.monotonic() + 20
    while (ended := clients.stepfunctions.describe_execution(executionArn=arn))["status"] == "RUNNING":
        assert time.monotonic() < deadline, "the execution does not end"
        time.sleep(0.05)
    return {**ended, "events": clients.stepfunctions.get_execution_history(executionArn=arn)["events"]}


def retried(clients: Clients, function: str, do: str, error: str) -> tuple[str, int]:
    """Run a task that retries one error twice; return the error it ended with and how often it was called."""
    retry = {"ErrorEquals": [error], "IntervalSeconds": 1, "MaxAttempts": 2}
    task = {"Type": "Task", "Resource": function, "Retry": [retry], "End": True}
    ended = run_task(clients, f"{do}-{error.replace('.', '-')}", task, json.dumps({"do": do}))
    return ended["error"], sum(event["type"] == "TaskScheduled" for event in ended["events"])


def test_an_exceptions_class_is_the_error_name_and_is_retried_by_it(clients: Clients, function: str) -> None:
    assert retried(clients, function, "raise", "ServiceBusy") == ("ServiceBusy", 3)


def test_another_error_is_not_retried(clients: Clients, function: str) -> None:
    assert retried(clients, function, "raise", "ServiceRefused") == ("ServiceBusy", 1)


def test_a_dead_worker_is_an_exit_error(clients: Clients, function: str) -> None:
    assert retried(clients, function, "die", "Runtime.ExitError") == ("Runtime.ExitError", 3)


def test_a_call_beyond_the_concurrency_is_throttled_by_its_own_name(clients: Clients, function: str) -> None:
    awslambda = clients.session.client("lambda", **clients.options)
    awslambda.put_function_concurrency(FunctionName="contract", ReservedConcurrentExecutions=0)
    try:
        throttled = "Lambda.TooManyRequestsException"
        assert retried(clients, function, "", throttled) == (throttled, 3)
        with pytest.raises(awslambda.exceptions.TooManyRequestsException):
            invoke(clients)
    finally:
        awslambda.delete_function_concurrency(FunctionName="contract")
    assert "pid" in invoke(clients)


def test_a_functions_reservation_throttles_its_versions(clients: Clients, function: str) -> None:
    awslambda = clients.session.client("lambda", **clients.options)
    version = awslambda.publish_version(FunctionName="contract")["FunctionArn"]
    awslambda.put_function_concurrency(FunctionName="contract", ReservedConcurrentExecutions=0)
    try:
        throttled = "Lambda.TooManyRequestsException"
        assert retried(clients, version, "versioned", throttled) == (throttled, 3)
    finally:
        awslambda.delete_function_concurrency(FunctionName="contract")


def test_an_exception_leaves_its_worker_warm(clients: Clients, function: str) -> None:
    before = invoke(clients)["pid"]
    assert invoke(clients, "raise")["errorType"] == "ServiceBusy"
    assert invoke(clients)["pid"] == before


@pytest.fixture(scope="module")
def event(clients: Clients, function: str, emulator: Emulator) -> dict[str, Any]:
    """The event of one call through a REST API that wants a key."""
    api = clients.apigateway
    api_id = api.create_rest_api(name="contract")["id"]
    root = api.get_resources(restApiId=api_id)["items"][0]["id"]
    resource = api.create_resource(restApiId=api_id, parentId=root, pathPart="requests")["id"]
    where = {"restApiId": api_id, "resourceId": resource, "httpMethod": "POST"}
    api.put_method(**where, authorizationType="NONE", apiKeyRequired=True)
    uri = f"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{function}/invocations"
    api.put_integration(**where, type="AWS_PROXY", integrationHttpMethod="POST", uri=uri)
    api.create_deployment(restApiId=api_id, stageName="v1")
    key = api.create_api_key(name="contract", enabled=True)
    plan = api.create_usage_plan(name="contract", apiStages=[{"apiId": api_id, "stage": "v1"}])["id"]
    api.create_usage_plan_key(usagePlanId=plan, keyId=key["id"], keyType="API_KEY")
    url = f"{emulator.endpoint_url}/_aws/execute-api/{api_id}/v1/requests"
    answer = httpx.post(url, headers={"x-api-key": key["value"]}, json={}, trust_env=False, timeout=20)
    return {**answer.json(), "called": url, "key_id": key["id"]}


def test_an_event_has_the_api_and_the_stage_that_were_called(event: dict[str, Any]) -> None:
    context = event["requestContext"]
    assert f"/{context['apiId']}/{context['stage']}/requests" in event["called"]


def test_an_event_has_the_id_of_the_api_key(event: dict[str, Any]) -> None:
    assert event["requestContext"]["identity"]["apiKeyId"] == event["key_id"]


class ModelServer(BaseHTTPRequestHandler):
    """An OpenAI-compatible server that knows one model."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        message = {"role": "assistant", "content": f"I am {body['model']}"}
        answer = json.dumps({"choices": [{"message": message}]}).encode()
        self.send_response(200 if body["model"] == "llama" else 404)
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def model_url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), ModelServer)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("model", "answers"), [("llama", True), ("unknown", False)])
def test_a_model_server_that_fails_is_an_error_and_never_asked_for_embeddings(
    emulator: Emulator, model_url: str, tmp_path: Path, model: str, *, answers: bool
) -> None:
    own = replace(emulator, port=free_port(), folder=tmp_path, model_url=model_url, model_name=model)
    server = own.launch()
    try:
        server.wait()
        clients = local_clients(own.endpoint_url, None)
        bedrock = clients.session.client("bedrock-runtime", **clients.options)
        call = {
            "modelId": "amazon.nova-lite-v1:0",
            "messages": [{"role": "user", "content": [{"text": "Who?"}]}],
        }
        embedding = {"modelId": "amazon.titan-embed-text-v2:0", "body": '{"inputText": "Bonjour"}'}
        assert len(json.load(bedrock.invoke_model(**embedding)["body"])["embedding"]) == 1024
        with pytest.raises(bedrock.exceptions.ValidationException):
            bedrock.invoke_model(**embedding | {"body": '{"inputText": ""}'})
        if answers:
            assert bedrock.converse(**call)["output"]["message"]["content"] == [{"text": "I am llama"}]
        else:
            with pytest.raises(ClientError):
                bedrock.converse(**call)
    finally:
        stop([server.process])


def test_functions_do_not_inherit_the_emulators_log_level(clients: Clients, function: str) -> None:
    assert invoke(clients)["log_level"] is None


def test_a_saved_query_is_deployed(clients: Clients) -> None:
    query = {"Name": "one request", "QueryString": "fields @message"}
    resources = {"Query": {"Type": "AWS::Logs::QueryDefinition", "Properties": query}}
    clients.cloudformation.create_stack(
        StackName="watched", TemplateBody=json.dumps({"Resources": resources})
    )
    clients.cloudformation.get_waiter("stack_create_complete").wait(
        StackName="watched", WaiterConfig={"Delay": 1}
    )


def test_a_workflows_notification_keeps_its_attributes(
    clients: Clients, outputs: dict[str, str], tmp_path: Path
) -> None:
    topic = outputs["TeamTopicArn"]
    subscribe(clients, [topic])
    attributes = {"kind": {"DataType": "String", "StringValue": "alert"}}
    parameters = {"TopicArn": topic, "Message": "from a workflow", "MessageAttributes": attributes}
    task = {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": parameters, "End": True}
    assert run_task(clients, "publish", task, "{}")["status"] == "SUCCEEDED"
    letters = [letter for letter in collect(clients, tmp_path / "inbox") if letter.body == "from a workflow"]
    assert letters[0].attributes == {"kind": "alert"}


def test_a_retry_waits_no_longer_than_its_maximum(clients: Clients, function: str) -> None:
    retry = {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 50, "MaxDelaySeconds": 1, "MaxAttempts": 1}
    task = {
        "Type": "Task",
        "Resource": function,
        "Retry": [{**retry, "JitterStrategy": "FULL"}],
        "End": True,
    }
    started = time.monotonic()
    assert run_task(clients, "waits", task, '{"do": "raise"}')["status"] == "FAILED"
    assert time.monotonic() - started < 3
