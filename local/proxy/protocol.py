"""Which operation a call is for, who makes it, what it says; and refusals as each protocol writes them."""

import base64
import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import Response

_SCOPE = re.compile(r"Credential=(?P<key>[^/,&]+)/\d{8}/[^/]+/(?P<service>[^/]+)/aws4_request")
_S3 = {"PUT": "PutObject", "GET": "GetObject", "HEAD": "HeadObject", "DELETE": "DeleteObject"}
_REQUEST_ID = "00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True)
class Service:
    """One service; `signing_name` is its name in a call's signature. Errors are (code, HTTP status)."""

    signing_name: str
    protocol: str
    operations: list[str]
    throttled: tuple[str, int]
    internal: tuple[str, int]
    denied: tuple[str, int]


_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SERVICES = {name: Service(name, **row) for name, row in _TABLE.items()}
KEYS = (*SERVICES, *(f"{name}.{operation}" for name, s in SERVICES.items() for operation in s.operations))


@dataclass(frozen=True)
class AwsCall:
    """One call; without a service it is one that the proxy only passes on."""

    service: Service | None
    operation: str
    caller: str
    text: str


def read(request: Request, body: bytes) -> AwsCall:
    """Tell a call by its signature's scope, and its operation as the service's protocol names it."""
    query = request.scope["query_string"].decode("latin-1")
    scope = _SCOPE.search(request.headers.get("authorization", "")) or _SCOPE.search(unquote(query))
    if scope is None:
        return AwsCall(None, "", "", "")
    service = SERVICES.get(scope["service"])
    text = request.scope["path"] + body.decode("utf-8", "replace")
    operation = ""
    match service and service.protocol:
        case "rest-xml":  # path style: a bucket alone has one part, an object more
            of_an_object = "/" in request.scope["path"].strip("/")
            lists = "ListObjectsV2" if "list-type=2" in query else ""
            operation = _S3.get(request.method, "") if of_an_object else lists
        case "query":
            operation = parse_qs(body.decode("utf-8", "replace")).get("Action", [""])[0]
        case "json":
            operation = request.headers.get("x-amz-target", "").rpartition(".")[2]
    if scope["service"] == "kms":
        text += _message(body)
    return AwsCall(service, operation, scope["key"], text)


def refusal(service: Service, error: str, operation: str) -> Response:
    """Return the error `throttled`, `500` or `denied` in the service's own words."""
    code, status = {"throttled": service.throttled, "500": service.internal, "denied": service.denied}[error]
    message = f"The proxy lets {service.signing_name}:{operation} fail."
    if service.protocol == "json":
        body = json.dumps({"__type": code, "message": message})
        return Response(body, status, {"x-amzn-errortype": code}, "application/x-amz-json-1.0")
    inner = f"<Code>{code}</Code><Message>{escape(message)}</Message>"
    if service.protocol == "query":
        kind = "Receiver" if status >= 500 else "Sender"
        inner = f"<Error><Type>{kind}</Type>{inner}</Error><RequestId>{_REQUEST_ID}</RequestId>"
        return Response(f"<ErrorResponse>{inner}</ErrorResponse>", status, media_type="text/xml")
    inner += f"<RequestId>{_REQUEST_ID}</RequestId>"
    whole = f'<?xml version="1.0" encoding="UTF-8"?><Error>{inner}</Error>'
    return Response(whole, status, media_type="application/xml")


def malformed(service: Service, operation: str) -> Response:
    """Return a success that breaks off; one without a body has a header that cannot be read."""
    if operation == "HeadObject":
        return Response(headers={"last-modified": "cut short"})
    if service.protocol == "json":
        return Response(b'{"cut short": ', media_type="application/x-amz-json-1.0")
    return Response(b"<CutShort", media_type="application/xml")


def _message(body: bytes) -> str:
    """Return what a call of KMS signs, which it sends in base-64."""
    try:
        return base64.b64decode(json.loads(body)["Message"]).decode("utf-8", "replace")
    except (ValueError, KeyError, TypeError):
        return ""
