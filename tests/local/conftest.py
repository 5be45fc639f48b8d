"""A bare emulator with a small stack in it, stand-ins, and a small API on loopback."""

import io
import json
import socket
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import lameenc
import pytest
import uvicorn

from local.environment.clients import Clients, local_clients
from local.environment.emulator import Emulator
from local.environment.processes import free_port, stop
from local.environment.site import Site
from local.standins.app import create_app

STACK = "small"
API_KEY = "a-key-of-more-than-twenty-characters"

TEMPLATE = {
    "Resources": {
        "Bucket": {"Type": "AWS::S3::Bucket"},
        "Table": {
            "Type": "AWS::DynamoDB::Table",
            "Properties": {
                "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
            },
        },
        "Team": {"Type": "AWS::SNS::Topic"},
        "Operations": {"Type": "AWS::SNS::Topic"},
        "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": []}}},
        "Machine": {
            "Type": "AWS::StepFunctions::StateMachine",
            "Properties": {
                "RoleArn": {"Fn::GetAtt": ["Role", "Arn"]},
                "DefinitionString": json.dumps(
                    {"StartAt": "Only step", "States": {"Only step": {"Type": "Pass", "End": True}}}
                ),
            },
        },
        "Version": {
            "Type": "AWS::StepFunctions::StateMachineVersion",
            "Properties": {
                "StateMachineArn": {"Ref": "Machine"},
                "StateMachineRevisionId": {"Fn::GetAtt": ["Machine", "StateMachineRevisionId"]},
            },
        },
        "Alias": {
            "Type": "AWS::StepFunctions::StateMachineAlias",
            "Properties": {
                "Name": "live",
                "DeploymentPreference": {"Type": "ALL_AT_ONCE", "StateMachineVersionArn": {"Ref": "Version"}},
            },
        },
        "FunctionLogs1234ABCD": {"Type": "AWS::Logs::LogGroup"},
        "Key": {"Type": "AWS::ApiGateway::ApiKey", "Properties": {"Enabled": True, "Value": API_KEY}},
    },
    "Outputs": {
        "ApiUrl": {"Value": "https://abcd1234.execute-api.us-east-1.amazonaws.com/v1/"},
        "ApiKeyId": {"Value": {"Ref": "Key"}},
        "BucketName": {"Value": {"Ref": "Bucket"}},
        "TableName": {"Value": {"Ref": "Table"}},
        "TeamTopicArn": {"Value": {"Ref": "Team"}},
        "OperationsTopicArn": {"Value": {"Ref": "Operations"}},
        "StateMachineArn": {"Value": {"Ref": "Machine"}},
        "StateMachineAliasArn": {"Value": {"Ref": "Alias"}},
        "VectorIndexArn": {"Value": "arn:aws:s3vectors:us-east-1:000000000000:bucket/b/index/i"},
    },
}


@contextmanager
def serving_standins() -> Iterator[str]:
    """Serve stand-ins of their own; yields their address."""
    # naming TCP makes asyncio switch off Nagle's delay, as it does for sockets of its own
    listening = socket.socket(proto=socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    listening.listen()  # takes connections before the server has started
    server = uvicorn.Server(uvicorn.Config(create_app(), log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def vectors_url() -> Iterator[str]:
    """Where the emulator's vectors are kept."""
    with serving_standins() as url:
        yield url


@pytest.fixture(scope="session")
def emulator(tmp_path_factory: pytest.TempPathFactory, vectors_url: str) -> Iterator[Emulator]:
    # Where a proxy will listen has to be known before: the emulator answers no other Host.
    emulator = Emulator(
        free_port(),
        tmp_path_factory.mktemp("emulator"),
        "http://127.0.0.1:1",
        wait_scale=0.01,
        proxy_url=f"https://127.0.0.1:{free_port()}",
        vectors_url=vectors_url,
    )
    server = emulator.launch()
    try:
        server.wait()
        yield emulator
    finally:
        stop([server.process])


@pytest.fixture(scope="session")
def clients(emulator: Emulator) -> Clients:
    return local_clients(emulator.endpoint_url, None)


@pytest.fixture(scope="session")
def outputs(clients: Clients) -> dict[str, str]:
    clients.cloudformation.create_stack(StackName=STACK, TemplateBody=json.dumps(TEMPLATE))
    clients.cloudformation.get_waiter("stack_create_complete").wait(
        StackName=STACK, WaiterConfig={"Delay": 1}
    )
    stack = clients.cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


@pytest.fixture
def site(clients: Clients, outputs: dict[str, str]) -> Site:
    return Site(
        clients=clients,
        stack=STACK,
        bucket=outputs["BucketName"],
        table=outputs["TableName"],
        state_machine_arn=outputs["StateMachineArn"],
        state_machine_alias_arn=outputs["StateMachineAliasArn"],
    )


def mp3(amplitude: int) -> bytes:
    """Return a second of a tone."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(48)
    encoder.set_in_sample_rate(24000)
    encoder.set_channels(1)
    encoder.silence()
    wave = b"".join(
        (amplitude if (n // 40) % 2 else -amplitude).to_bytes(2, "little", signed=True) for n in range(24000)
    )
    return bytes(encoder.encode(wave)) + bytes(encoder.flush())


@dataclass
class SmallApi:
    """What the API is to answer, and what it was asked."""

    url: str = ""
    accept: tuple[int, Any] = (202, None)
    records: list[dict[str, Any]] = field(default_factory=list)
    audio: bytes = b""
    posted: list[tuple[dict[str, str], Any]] = field(default_factory=list)


@pytest.fixture
def small_api() -> Iterator[SmallApi]:
    api = SmallApi()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            api.posted.append(({name.lower(): value for name, value in self.headers.items()}, body))
            status, answer = api.accept
            self._answer(
                status, json.dumps(answer or {"request_id": "r", "status_url": f"{api.url}/status"}).encode()
            )

        def do_GET(self) -> None:
            if self.path == "/status":
                record = api.records.pop(0) if len(api.records) > 1 else api.records[0]
                self._answer(200, json.dumps(record).encode())
            elif self.path == "/audio":
                self.send_response(302)
                self.send_header("location", f"{api.url}/stored")
                self.send_header("content-length", "0")
                self.end_headers()
            else:
                self._answer(200 if api.audio else 410, api.audio)

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    api.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield api
    server.shutdown()
    server.server_close()


@pytest.fixture
def completed() -> dict[str, Any]:
    return json.loads((Path(__file__).parent / "completed.json").read_text(encoding="utf-8"))


HANDLER = """
import json, os

class ServiceBusy(Exception):
    pass

def handler(event, context):
    if event.get("do") == "raise":
        raise ServiceBusy("Throttling")
    if event.get("do") == "die":
        os._exit(1)
    if "requestContext" in event:
        return {"statusCode": 200, "body": json.dumps(event)}
    return {"pid": os.getpid(), "log_level": os.environ.get("LOG_LEVEL")}
"""


@pytest.fixture(scope="session")
def function(clients: Clients, emulator: Emulator) -> str:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as code:
        code.writestr("code.py", HANDLER)
    awslambda = clients.session.client("lambda", **clients.options)
    made = awslambda.create_function(
        FunctionName="contract",
        Runtime="python3.14",
        Handler="code.handler",
        Role="arn:aws:iam::000000000000:role/any",
        Code={"ZipFile": archive.getvalue()},
        Timeout=10,
    )
    return str(made["FunctionArn"])
