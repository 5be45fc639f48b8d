"""Passes the functions' AI calls on to AWS, signed with the developer's own credentials (`--ai aws`).

The functions hold the emulator's credentials, which AWS would refuse; this process signs each call anew.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import botocore.session
import httpx
import typer
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from local.environment.paths import REGION
from local.errors import LocalError
from local.standins.faults.connection import serve

# By the name that a call is signed for, but for the second of Bedrock.
CLIENT_NAMES = {
    "translate": "translate",
    "comprehend": "comprehend",
    "bedrock": "bedrock-runtime",
    "bedrock-catalog": "bedrock",
    "polly": "polly",
    "servicequotas": "service-quotas",
}

# Bedrock's two services are signed alike.
_CATALOG = ("/foundation-models/", "/inference-profiles/")

_SCOPE = re.compile(r"Credential=[^/]+/\d{8}/[^/]+/(?P<service>[^/]+)/aws4_request")
_HOP = {"content-encoding", "content-length", "transfer-encoding", "connection"}
_OWN = _HOP | {"host", "authorization", "x-amz-date", "x-amz-security-token", "accept-encoding"}


@dataclass(frozen=True)
class Forwarder:
    """Signs a call for the service that its signature names, sends it there, returns the answer.

    `credentials` is asked at each call: those of a session are renewed as they end.
    """

    endpoints: Mapping[str, str]
    region: str
    credentials: Callable[[], ReadOnlyCredentials]
    client: httpx.AsyncClient

    async def forward(self, request: Request) -> Response:
        """Answer one call."""
        scope = _SCOPE.search(request.headers.get("authorization", ""))
        name = scope["service"] if scope else ""
        if name == "bedrock" and request.url.path.startswith(_CATALOG):
            name = "bedrock-catalog"
        endpoint = self.endpoints.get(name)
        if scope is None or endpoint is None:
            return PlainTextResponse("not a signed call of an AI service", status_code=400)
        headers = {name: value for name, value in request.headers.items() if name not in _OWN}
        query = request.scope["query_string"].decode()
        url = endpoint + request.scope["raw_path"].decode() + (f"?{query}" if query else "")
        signed = AWSRequest(request.method, url, headers, await request.body())
        SigV4Auth(self.credentials(), scope["service"], self.region).add_auth(signed)
        sent = dict(signed.headers.items())
        try:
            answer = await self.client.request(request.method, url, headers=sent, content=signed.data)
        except httpx.HTTPError as error:
            return PlainTextResponse(f"{endpoint} cannot be reached: {type(error).__name__}", status_code=503)
        kept = {name: value for name, value in answer.headers.items() if name not in _HOP}
        return Response(answer.content, answer.status_code, kept)


def account_forwarder(session: botocore.session.Session) -> Forwarder:
    """Return a forwarder to the account and Region of a session; raise LocalError without credentials."""
    found = session.get_credentials()
    if found is None:
        raise LocalError("no AWS credentials found for --ai aws: run `aws configure`, or set AWS_PROFILE")
    region = session.get_config_variable("region") or REGION
    endpoints = {
        signing: session.create_client(client, region_name=region).meta.endpoint_url
        for signing, client in CLIENT_NAMES.items()
    }
    return Forwarder(endpoints, region, found.get_frozen_credentials, httpx.AsyncClient(timeout=60.0))


def application(forwarder: Forwarder) -> Starlette:
    """Return the server: its health and everything else."""

    async def health(_: Request) -> Response:
        return PlainTextResponse("ok")

    rest = Route("/{path:path}", forwarder.forward, methods=["GET", "POST"])
    return Starlette(routes=[Route("/_forward/health", health), rest])


def main(port: int = typer.Option()) -> None:
    """Serve on the given port until told to end."""
    try:
        forwarder = account_forwarder(botocore.session.get_session())
    except LocalError as error:
        raise SystemExit(str(error)) from error
    serve(application(forwarder), port, log_level="warning")


if __name__ == "__main__":
    typer.run(main)
