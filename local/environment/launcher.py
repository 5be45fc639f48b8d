"""Starts MiniStack, patched where it differs from AWS in what this product uses.

Runs in the emulator's own venv (`python -m local.environment.launcher`), so it imports MiniStack, the guard
and the standard library alone. It patches one exact version; tests hold what each patch promises.
"""

import os
import random
import threading
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

from ministack import app  # type: ignore[import-not-found]
from ministack.core import lambda_runtime  # type: ignore[import-not-found]
from ministack.services import apigateway_v1, bedrock_runtime, dynamodb, lambda_svc, s3, stepfunctions  # type: ignore[import-not-found]
from ministack.services.cloudformation import provisioners  # type: ignore[import-not-found]

from local.environment.guard import (
    Guard,
    Message,
    Receive,
    Refusal,
    Scope,
    Send,
    headers_of,
    is_presigned_read,
)

PINNED = "1.5.33"

_HEALTH = ("/_ministack/health", "/_ministack/ready")

_REPORTED = '"status": "error", "error": str(e), "trace"'
_RAISED = '"status": "ok", "result": None, "raised": type(e).__name__, "error": str(e), "trace"'
_last = threading.local()


def patch_errors() -> None:
    """Let an exception's class name be the error name of a function, as on AWS, and keep its worker warm.

    MiniStack calls every exception `Runtime.HandlerError` and ends the worker: no Retry or Catch would match
    and each retry would be a cold start. A worker that died becomes `Runtime.ExitError`.
    """
    script = lambda_runtime._PYTHON_WORKER_SCRIPT
    if script.count(_REPORTED) != 1:
        raise SystemExit(f"the launcher does not know how MiniStack {PINNED} reports a function's exception")
    lambda_runtime._PYTHON_WORKER_SCRIPT = script.replace(_REPORTED, _RAISED)
    invoke, execute = lambda_runtime.Worker.invoke, lambda_svc._execute_function_warm

    def remembering_invoke(self: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        _last.response = invoke(self, *args, **kwargs)
        return dict(_last.response)

    def naming_execute(func: Any, event: Any, request_id: str) -> dict[str, Any]:
        _last.response = {}
        outcome: dict[str, Any] = execute(func, event, request_id)
        response = _last.response
        if response.get("raised"):
            body = {"errorMessage": response["error"], "errorType": response["raised"], "stackTrace": []}
            log = "\n".join(filter(None, [response.get("log"), response.get("trace")]))
            return {"body": body, "error": True, "log": log}
        if outcome.get("error") and response.get("error") == "Worker process died":
            outcome["body"]["errorType"] = "Runtime.ExitError"
        return outcome

    lambda_runtime.Worker.invoke = remembering_invoke
    lambda_svc._execute_function_warm = naming_execute


def patch_throttles() -> None:
    """Name a throttled call in a workflow as Step Functions does: MiniStack says `Lambda.Unknown`."""
    throttle = lambda_svc._throttle_response

    def named_throttle(*args: Any, **kwargs: Any) -> dict[str, Any]:
        response: dict[str, Any] = throttle(*args, **kwargs)
        response["body"]["errorType"] = f"Lambda.{response['body']['__type']}"
        return response

    lambda_svc._throttle_response = named_throttle


def patch_request_context() -> None:
    """Give a REST event the id of the API key, which API Gateway sends and MiniStack leaves out."""
    build = apigateway_v1._build_lambda_event_v1

    def event_as_on_aws(*arguments: Any, **options: Any) -> dict[str, Any]:
        event: dict[str, Any] = build(*arguments, **options)
        context, resource = event["requestContext"], arguments[3]
        key = apigateway_v1._resolve_api_key(event["headers"].get("x-api-key"))
        method = resource.get("resourceMethods", {}).get(context["httpMethod"], {})
        if key and method.get("apiKeyRequired"):
            context["identity"] |= {"apiKey": key["value"], "apiKeyId": key["id"]}
        return event

    apigateway_v1._build_lambda_event_v1 = event_as_on_aws


def patch_model_proxy() -> None:
    """Ask the model server for the model that was chosen, and let its silence be an error.

    MiniStack asks for Bedrock's model id, and puts a canned reply in the place of an answer that never came.
    """
    forward = bedrock_runtime._proxy_openai_chat_message

    def forward_or_fail(model: str, *args: Any, **kwargs: Any) -> Any:
        message, counts = forward(os.environ.get("LOCAL_MODEL_NAME") or model, *args, **kwargs)
        if message is None and bedrock_runtime._PROXY_URL:
            raise RuntimeError("the model server did not answer")
        return message, counts

    bedrock_runtime._proxy_openai_chat_message = forward_or_fail


def patch_resource_types() -> None:
    """Take as created what nothing here would use: saved queries, and alarms on other alarms."""

    def create(logical_id: str, _properties: dict[str, Any], stack_name: str) -> tuple[str, dict[str, Any]]:
        name = f"{stack_name}-{logical_id}"
        return name, {
            "QueryDefinitionId": name,
            "Arn": f"arn:aws:cloudwatch:us-east-1:000000000000:alarm:{name}",
        }

    for resource_type in ("AWS::Logs::QueryDefinition", "AWS::CloudWatch::CompositeAlarm"):
        handlers = {"create": create, "delete": lambda *_: None}
        provisioners._RESOURCE_HANDLERS.setdefault(resource_type, handlers)


def patch_method_settings() -> None:
    """Find a method's own settings, such as its throttle: MiniStack keeps a template's path as it is escaped.

    CloudFormation writes `/requests` as `/~1requests`, and MiniStack looks for `/requests/POST`.
    """
    read = provisioners._apigw_method_settings

    def by_path(raw: Any) -> dict[str, Any]:
        found: dict[str, Any] = read(raw)
        return {key.removeprefix("/").replace("~1", "/") if "~1" in key else key: found[key] for key in found}

    provisioners._apigw_method_settings = by_path


def patch_alert_attributes() -> None:
    """Publish a state's MessageAttributes with its message: MiniStack drops them, and filters miss it."""
    publish = stepfunctions._invoke_sns_publish

    def publish_with_attributes(resource: str, parameters: dict[str, Any]) -> Any:
        flat = {**parameters}
        for number, (name, value) in enumerate(flat.pop("MessageAttributes", {}).items(), start=1):
            entry = f"MessageAttributes.entry.{number}"
            flat |= {f"{entry}.Name": name}
            flat |= {f"{entry}.Value.{key}": part for key, part in value.items()}
        return publish(resource, flat)

    stepfunctions._SERVICE_DISPATCH["arn:aws:states:::sns:publish"] = publish_with_attributes


def patch_retry_delays() -> None:
    """Wait between retries as AWS does: up to MaxDelaySeconds, spread by the jitter strategy.

    MiniStack knows neither and caps at 60 s: executions throttled together would come back together.
    """
    find, sleep = stepfunctions._find_matching_retrier, stepfunctions._scaled_sleep
    matched = threading.local()

    def find_and_remember(retriers: Any, error: str, counts: dict[int, int]) -> Any:
        retrier, index = find(retriers, error, counts)
        matched.delay = _retry_delay(retrier, counts.get(index, 0)) if retrier else None
        return retrier, index

    def sleep_as_matched(seconds: float) -> None:
        delay = getattr(matched, "delay", None)
        matched.delay = None
        sleep(seconds if delay is None else delay)

    stepfunctions._find_matching_retrier = find_and_remember
    stepfunctions._scaled_sleep = sleep_as_matched


def _retry_delay(retrier: dict[str, Any], count: int) -> float:
    """Return the seconds before a retry, by the Amazon States Language."""
    delay: float = retrier.get("IntervalSeconds", 1) * retrier.get("BackoffRate", 2.0) ** count
    delay = min(delay, retrier.get("MaxDelaySeconds", delay))
    return random.uniform(0, delay) if retrier.get("JitterStrategy") == "FULL" else delay  # noqa: S311


def patch_deletion() -> None:
    """Let CloudFormation fail where AWS does: on a bucket that holds objects, on a table that is protected.

    MiniStack's own S3 and DynamoDB refuse both; its CloudFormation passes them by. It also ignores a global
    table's replicas, where its protection stands, and takes a changed table for one of another name.
    """
    handlers = provisioners._RESOURCE_HANDLERS
    bucket, table = handlers["AWS::S3::Bucket"], handlers["AWS::DynamoDB::GlobalTable"]

    def delete_bucket(name: str, _properties: dict[str, Any]) -> None:
        status, _, body = s3._delete_bucket(name)
        if status >= 400 and status != 404:
            raise ValueError(body.decode() if isinstance(body, bytes) else body)

    def delete_table(name: str, _properties: dict[str, Any]) -> None:
        status, _, body = dynamodb._delete_table({"TableName": name})
        if status >= 400 and name in dynamodb._tables:
            raise ValueError(body.decode() if isinstance(body, bytes) else body)

    def protected(made: tuple[str, dict[str, Any]], properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        wanted = any(replica.get("DeletionProtectionEnabled") for replica in properties["Replicas"])
        dynamodb._tables[made[0]]["DeletionProtectionEnabled"] = wanted
        return made

    create, update = table["create"], table["update"]

    def create_table(logical_id: str, properties: dict[str, Any], stack: str) -> tuple[str, dict[str, Any]]:
        return protected(create(logical_id, properties, stack), properties)

    def update_table(
        name: str, old: dict[str, Any], new: dict[str, Any], stack: str
    ) -> tuple[str, dict[str, Any]]:
        named = {"TableName": name}
        return protected(update(name, old | named, new | named, stack), new)

    bucket["delete"] = delete_bucket
    table |= {"create": create_table, "update": update_table, "delete": delete_table}


def guard_from_pages() -> None:
    """Let no web page reach anything but the API, and objects that it has presigned URLs of.

    MiniStack answers any Host and Origin, lets every page read its answers, and without IAM takes unsigned
    calls: a page could create and run a function here. The API's CORS headers are the product's own.
    """
    serve = app.app

    async def without_cors(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_stripped(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [
                    one for one in message["headers"] if not one[0].lower().startswith(b"access-control-")
                ]
                message = {**message, "headers": kept}
            await send(message)

        await serve(
            scope, receive, send if scope["type"] == "lifespan" or _is_public(scope) else send_stripped
        )

    # Calls come through the proxy with the Host that they are signed for: the proxy's.
    ports = {int(os.environ["GATEWAY_PORT"]), urlsplit(os.environ["AWS_ENDPOINT_URL"]).port or 0}
    app.app = Guard(without_cors, sorted(ports), is_public=_is_public, check=_refuse_unsigned_read)


def _is_public(scope: Scope) -> bool:
    """Tell whether a request is for the API, or reads an object of a bucket by a presigned URL."""
    host, path = headers_of(scope).get("host", ""), scope["path"]
    if path.startswith("/_aws/execute-api/"):
        return app._parse_execute_api_url(host, path) is not None
    return is_presigned_read(scope) and app._s3_cors_target(host, path) is not None


def _refuse_unsigned_read(scope: Scope) -> Refusal | None:
    """Refuse a GET that no SDK has signed.

    An image on a page sends one without Origin, and to a query protocol it is a call as any other. No page
    can sign one: the header needs a preflight. Every other method comes with an Origin.
    """
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"] in _HEALTH:
        return None
    if headers_of(scope).get("authorization", "").startswith("AWS4-HMAC-SHA256 "):
        return None
    return 403, "a GET must be signed, or be for a presigned URL of an object or for the API"


def main() -> None:
    """Check the version, apply the patches, serve until told to end."""
    if version("ministack") != PINNED:
        installed = version("ministack")
        raise SystemExit(f"ministack {installed} is installed, {PINNED} is needed: run `make setup`")
    patch_errors()
    patch_throttles()
    patch_request_context()
    patch_model_proxy()
    patch_resource_types()
    patch_method_settings()
    patch_alert_attributes()
    patch_retry_delays()
    patch_deletion()
    guard_from_pages()
    os.environ.pop("LOG_LEVEL", None)  # read by now; the functions' logger would take it for its own
    app._port_is_bindable = lambda *_: False  # with TLS it would listen on 443 too
    app.main()


if __name__ == "__main__":
    main()
