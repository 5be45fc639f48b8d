"""A deployed stack with a proxy, and what the long suites look at in it."""

import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx
from boto3.dynamodb.conditions import Attr, ConditionBase

from local.environment import inbox, lifecycle as environment, state as parts
from local.environment.deployment import Deployment
from local.environment.inbox import Notification
from local.environment.site import Site, access_keys, find_site, function_names
from local.standins.client import ProxyClient, StandinClient
from tests.team import TeamApi

WAIT_SCALE = 0.01


T = TypeVar("T")


def until(question: Callable[[], T | None], seconds: float = 60.0, pause: float = 0.2) -> T:
    """Return the first answer to a question that is asked until there is one."""
    deadline = time.monotonic() + seconds
    while (answer := question()) is None:
        assert time.monotonic() < deadline, f"no answer within {seconds:.0f} s"
        time.sleep(pause)
    return answer


@dataclass
class Stack:
    """One running environment; safe to be used by several threads."""

    state: Path
    deployment: Deployment
    site: Site
    standins: StandinClient
    proxy: ProxyClient
    http: httpx.Client
    api: TeamApi
    keys: dict[str, str]
    functions: dict[str, str]
    lock: threading.Lock = field(default_factory=threading.Lock)
    letters: dict[str, str] = field(default_factory=dict)

    def post(self, mark: str, message: str = "", email: str = "ana@example.com") -> httpx.Response:
        """Send the request of this mark; sent again it is the same request."""
        body = {
            "name": f"Ana {mark}",
            "email": email,
            "message": message or f"Hello, where is my order {mark}? It should have come on Monday.",
        }
        headers = {"x-api-key": self.deployment.api_key, "idempotency-key": mark}
        return self.http.post(f"{self.deployment.api_url}/requests", json=body, headers=headers)

    def ids(self, mark: str) -> list[str]:
        """Return the ids of the stored requests of this mark."""
        return self._keys(Attr("customer.name").eq(f"Ana {mark}"))

    def forget_sentences(self) -> None:
        """Delete the sentences that were translated and kept, so that the next reply asks Translate again."""
        table = self.site.clients.dynamodb.Table(self.site.table)
        for key in self._keys(Attr("pk").begins_with("sentence-")):
            table.delete_item(Key={"pk": key})

    def _keys(self, condition: ConditionBase) -> list[str]:
        pages = self.site.clients.dynamodb.meta.client.get_paginator("scan").paginate(
            TableName=self.site.table, FilterExpression=condition, ConsistentRead=True
        )
        return [str(item["pk"]) for page in pages for item in page["Items"]]

    def item(self, request_id: str) -> dict[str, Any]:
        """Return a request's item."""
        client = self.site.clients.dynamodb.meta.client
        key = {"pk": request_id}
        return dict(client.get_item(TableName=self.site.table, Key=key, ConsistentRead=True)["Item"])

    def prepare(self, mark: str, message: str = "") -> str:
        """Have a request accepted and not started, so that its id is known before anything happens to it."""
        refused = {
            "states.StartExecution#prepare": {
                "error": "denied",
                "caller": self.keys["ProcessCustomerRequest"],
            }
        }
        with self.lock:
            self.proxy.change_faults(refused)
            answer = self.post(mark, message)
            self.proxy.change_faults(dict.fromkeys(refused))
        assert answer.status_code == 503, answer.text
        (request_id,) = self.ids(mark)
        return request_id

    def start(self, mark: str, message: str = "") -> dict[str, Any]:
        """Send a prepared request again, which starts it."""
        with self.lock:
            answer = self.post(mark, message)
        assert answer.status_code == 202, answer.text
        return dict(answer.json())

    def execution(self, name: str) -> dict[str, Any] | None:
        """Return an execution, or None if there is none of that name."""
        states = self.site.clients.stepfunctions
        arn = self.site.state_machine_arn.replace(":stateMachine:", ":execution:") + f":{name}"
        try:
            return dict(states.describe_execution(executionArn=arn))
        except states.exceptions.ExecutionDoesNotExist:
            return None

    def ended(self, name: str, seconds: float = 400.0) -> dict[str, Any]:
        """Return an execution once it has ended."""

        def ask() -> dict[str, Any] | None:
            execution = self.execution(name)
            return execution if execution and execution["status"] != "RUNNING" else None

        return until(ask, seconds, pause=0.5)

    def notifications(self, request_id: str) -> list[Notification]:
        """Return what the topics delivered about a request."""
        with self.lock:
            found = inbox.collect(self.site.clients, self.state / "inbox.jsonl")
        return [one for one in found if request_id in one.body]

    def dead_letter(self, request_id: str) -> str | None:
        """Return the code that the dead-letter queue holds for a request."""
        sqs = self.site.clients.sqs
        with self.lock:
            (url,) = (u for u in sqs.list_queues()["QueueUrls"] if "DeadLetters" in u)
            while received := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", []):
                for message in received:
                    letter = json.loads(message["Body"])
                    assert letter.keys() == {"request_id", "code"}
                    self.letters[letter["request_id"]] = letter["code"]
                    sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            return self.letters.get(request_id)

    def objects(self, prefix: str) -> list[str]:
        """Return the keys of the archive under a prefix."""
        found = self.site.clients.s3.list_objects_v2(Bucket=self.site.bucket, Prefix=prefix)
        return [each["Key"] for each in found.get("Contents", [])]

    def invoke(self, function: str, event: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Call a function by its name in the stack and return what it answers."""
        awslambda = self.site.clients.session.client("lambda", **self.site.clients.options)
        payload = json.dumps(event or {}).encode()
        answer = awslambda.invoke(FunctionName=self.functions[function], Payload=payload)
        return dict(json.load(answer["Payload"]))


def _unschedule(site: Site) -> None:
    """Leave it to the tests when the sweep and the doctor run: in between they would meet faults, too."""
    events = site.clients.session.client("events", **site.clients.options)
    for rule in events.list_rules()["Rules"]:
        events.disable_rule(Name=rule["Name"])


@contextmanager
def running(state: Path) -> Iterator[Stack]:
    """Start an environment that checks roles, with a proxy before it, and end it."""
    try:
        deployment = environment.start(state, enforce_iam=True, wait_scale=WAIT_SCALE, proxy=True)
        verify = ssl.create_default_context(cafile=str(deployment.ca_bundle))
        site = find_site("local", state)
        _unschedule(site)
        # made here, since making a client is not for several threads at once
        _ = site.clients.dynamodb, site.clients.s3, site.clients.sqs, site.clients.stepfunctions
        with (
            StandinClient(deployment.ai_url, timeout=20) as standins,
            ProxyClient(parts.proxy_url(state), ca_bundle=deployment.ca_bundle, timeout=20) as proxy,
            httpx.Client(verify=verify, trust_env=False, timeout=60) as http,
            TeamApi(deployment) as api,
        ):
            yield Stack(
                state=state,
                deployment=deployment,
                site=site,
                standins=standins,
                proxy=proxy,
                http=http,
                api=api,
                keys=access_keys(site.clients),
                functions=function_names(site.clients),
            )
    finally:
        environment.stop(state)
