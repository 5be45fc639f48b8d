"""Which operation a call is for, who makes it, what it says; and refusals as each protocol writes them."""

import base64
import binascii
import json
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import Response

from local.proxy.services import SERVICES, Service

_SCOPE = re.compile(r"Credential=(?P<key>[^/,&]+)/\d{8}/[^/]+/(?P<service>[^/]+)/aws4_request")
_S3 = {"PUT": "PutObject", "GET": "GetObject", "HEAD": "HeadObject", "DELETE": "DeleteObject"}
_REQUEST_ID = "00000000-0000-0000-0000-000000000000"


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
    if service is not None and service.protocol == "rest-xml":
        # path style: a bucket alone has one part, an object more
        operation = _S3.get(request.method, "") if "/" in request.scope["path"].strip("/") else ""
    elif service is not None and service.protocol == "query":
        operation = parse_qs(body.decode("utf-8", "replace")).get("Action", [""])[0]
    elif service is not None:
        operation = request.headers.get("x-amz-target", "").rpartition(".")[2]
        text += _message(body) if service.signing_name == "kms" else ""
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
    whole = (
        f'<?xml version="1.0" encoding="UTF-8"?><Error>{inner}<RequestId>{_REQUEST_ID}</RequestId></Error>'
    )
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
    except (ValueError, KeyError, TypeError, binascii.Error):
        return ""
