"""Calls the API as a customer's system does: over HTTPS, by its public URL."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from assistant.errors import SupportError

TIMEOUT_SECONDS: Final = 20
"""Of one call, cold starts included."""


class CallError(SupportError):
    """The API answered otherwise than it should; the message is an HTTP status, or the name of an error."""


@dataclass(frozen=True)
class Answer:
    """What came back, redirects followed: its type, and the beginning of its body."""

    content_type: str
    body: bytes

    def json(self) -> dict[str, Any]:
        """Return the body as an object.

        Raises:
            CallError: it is none.
        """
        try:
            found = json.loads(self.body)
        except ValueError:
            raise CallError("NotJson") from None
        if not isinstance(found, dict):
            raise CallError("NotAnObject")
        return found


def call(
    url: str,
    *,
    method: str = "GET",
    body: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    most_bytes: int = 1_000_000,
) -> Answer:
    """Return the answer to a call, as far as `most_bytes` of it.

    Raises:
        CallError: there was none, or it is an error.
    """
    data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
    sent = {**(headers or {}), **({"content-type": "application/json"} if data else {})}
    try:
        request = Request(url, data=data, method=method, headers=sent)  # noqa: S310 - our own URL, or its links
        with urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310 - as above
            return Answer(answer.headers.get_content_type(), answer.read(most_bytes))
    except HTTPError as error:
        with error:
            raise CallError(str(error.code)) from None
    except URLError as error:
        raise CallError(type(error.reason).__name__) from None
    except (OSError, ValueError) as error:  # a time-out while reading, a URL that is none
        raise CallError(type(error).__name__) from None
