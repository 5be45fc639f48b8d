"""Calls of the emulator's own to the stand-ins beside it."""

import os
import urllib.error
import urllib.request

_SECONDS = 30.0


def call(service: str, path: str, body: bytes) -> tuple[int, bytes]:
    """Post to a service's stand-in; return the status and the body of its answer.

    The address is that of vectors, which are always kept by a stand-in of ours.
    """
    scope = f"Credential=test/20260101/us-east-1/{service}/aws4_request"
    headers = {"Authorization": f"AWS4-HMAC-SHA256 {scope}", "Content-Type": "application/json"}
    url = os.environ["AWS_ENDPOINT_URL_S3VECTORS"] + path
    request = urllib.request.Request(url, body, headers, method="POST")  # noqa: S310 - our own address
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            return answer.status, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read()
