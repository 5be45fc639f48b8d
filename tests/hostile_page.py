"""What a hostile web page can send from a developer's browser, by the rules that browsers keep.

A page sends simple requests at once and any other after a preflight has allowed it; it cannot leave out or
choose `Origin`, `Host` and `Sec-Fetch-Site`. Once its own name points at 127.0.0.1 (DNS rebinding), it sends
what it likes, but under that name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from local.environment.processes import trusting

SIMPLE_METHODS = ("GET", "HEAD", "POST")
SIMPLE_TYPES = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")
ATTACKER = "attacker.example"


@dataclass(frozen=True)
class Attempt:
    """One request that a page makes."""

    method: str
    path: str
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_simple(self) -> bool:
        """Whether a browser sends it without asking first."""
        names = {name.lower() for name in self.headers}
        kind = self.headers.get("Content-Type", SIMPLE_TYPES[0])
        return self.method in SIMPLE_METHODS and names <= {"content-type"} and kind in SIMPLE_TYPES


@dataclass(frozen=True)
class Outcome:
    """What became of an attempt: the answer if it was sent, and whether the page may read it."""

    answer: httpx.Response | None
    is_readable: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether it was never sent, or refused with a line that says why and that the page cannot read."""
        if self.answer is None:
            return True
        reason = self.answer.text if self.answer.request.method != "HEAD" else "refused must"
        said = any(word in reason for word in ("refused", "must"))
        return self.answer.status_code in (403, 421) and said and not self.is_readable


class Page:
    """A page of another origin that attacks the server at `url`, in each way that browsers know."""

    def __init__(self, url: str, ca_bundle: Path | None = None) -> None:
        self._port = urlsplit(url).port
        self._scheme = urlsplit(url).scheme
        self._client = httpx.Client(base_url=url, verify=trusting(ca_bundle), trust_env=False, timeout=20)

    def outcomes(self, attempt: Attempt) -> Iterator[tuple[str, Outcome]]:
        """Try it in every way; return each way's name and outcome."""
        for origin in ("https://attacker.example", "null", f"http://127.0.0.1:{(self._port or 0) + 1}"):
            yield f"fetch from {origin}", self.fetch(attempt, origin)
        if attempt.method in ("GET", "HEAD") and attempt.is_simple:
            yield "image", self._outcome(self._send(attempt, {"Sec-Fetch-Site": "cross-site"}), "")
            yield "image in a browser without fetch metadata", self._outcome(self._send(attempt, {}), "")
        for name in (f"{ATTACKER}:{self._port}", ATTACKER, f"127.0.0.1.{ATTACKER}:{self._port}"):
            origin = f"{self._scheme}://{name}"
            own = {"Host": name, "Sec-Fetch-Site": "same-origin"}
            own |= {} if attempt.method in ("GET", "HEAD") else {"Origin": origin}
            # Of its own origin a page may read everything.
            yield f"rebinding by {name}", Outcome(self._send(attempt, own), is_readable=False)

    def fetch(self, attempt: Attempt, origin: str) -> Outcome:
        """Send what a script's fetch sends, a preflight first where one is due."""
        if not attempt.is_simple and not self._is_allowed(attempt, origin):
            return Outcome(None)
        sent = self._send(attempt, {"Origin": origin, "Sec-Fetch-Site": "cross-site"})
        return self._outcome(sent, origin)

    def _is_allowed(self, attempt: Attempt, origin: str) -> bool:
        asked = {"Origin": origin, "Access-Control-Request-Method": attempt.method}
        names = {name.lower() for name in attempt.headers}
        if names:
            asked["Access-Control-Request-Headers"] = ",".join(sorted(names))
        answer = self._client.options(attempt.path, headers=asked)
        methods = _listed(answer, "access-control-allow-methods")
        allowed = _listed(answer, "access-control-allow-headers")
        return (
            answer.is_success
            and answer.headers.get("access-control-allow-origin") in ("*", origin)
            and (attempt.method in SIMPLE_METHODS or bool({attempt.method.lower(), "*"} & methods))
            and ("*" in allowed or names <= allowed)
        )

    def _send(self, attempt: Attempt, headers: Mapping[str, str]) -> httpx.Response:
        kind = {"Content-Type": SIMPLE_TYPES[0]} if attempt.body else {}
        sent = {**kind, **attempt.headers, **headers}
        return self._client.request(attempt.method, attempt.path, content=attempt.body, headers=sent)

    @staticmethod
    def _outcome(answer: httpx.Response, origin: str) -> Outcome:
        return Outcome(answer, answer.headers.get("access-control-allow-origin") in ("*", origin))


def _listed(answer: httpx.Response, name: str) -> set[str]:
    return {word.strip().lower() for word in answer.headers.get(name, "").split(",")}


_FUNCTION = (
    '{"FunctionName": "hostile", "Runtime": "python3.14", "Handler": "x.y",'
    ' "Role": "arn:aws:iam::000000000000:role/x", "Code": {"ZipFile": "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="}}'
)
_FORM = {"Content-Type": SIMPLE_TYPES[1]}
_QUEUE = "Action=CreateQueue&QueueName=hostile&Version=2012-11-05"
# As if it were a presigned URL.
_LIKE_SIGNED = (
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=0"
    "&X-Amz-Credential=test%2F20261201%2Fus-east-1%2Fs3%2Faws4_request"
)

ON_THE_EMULATOR = (
    Attempt("POST", "/2015-03-31/functions", _FUNCTION),
    Attempt("POST", "/2015-03-31/functions", _FUNCTION, {"Content-Type": "application/json"}),
    Attempt("POST", "/2015-03-31/functions/contract/invocations", "{}"),
    Attempt("POST", "/", _QUEUE, _FORM),
    Attempt("POST", "/", _QUEUE),
    Attempt("POST", "/", _QUEUE, {"Content-Type": SIMPLE_TYPES[2]}),
    Attempt("GET", f"/?{_QUEUE}"),
    Attempt("GET", f"/000000000000/hostile?{_QUEUE}&{_LIKE_SIGNED}"),
    Attempt("GET", f"/2015-03-31/functions?{_LIKE_SIGNED}"),
    Attempt("GET", f"/_aws/execute-api/?{_QUEUE}"),
    Attempt("POST", "/_aws/execute-api/", _QUEUE, _FORM),
    Attempt("POST", "/_aws/execute-api", _QUEUE, _FORM),
    Attempt("POST", "//_aws/execute-api/x/v1", _QUEUE, _FORM),
    Attempt("POST", "/", '{"QueueName": "hostile"}', {"X-Amz-Target": "AmazonSQS.CreateQueue"}),
    Attempt("PUT", "/hostile"),
    Attempt("POST", "/_ministack/reset"),
    Attempt("GET", "/_ministack/health"),
    Attempt("GET", "/_ministack/sqs/messages"),
    Attempt("DELETE", "/2015-03-31/functions/contract"),
)


def on_a_controlled_server(prefix: str) -> tuple[Attempt, ...]:
    """Return attempts on the control endpoints of the stand-ins or the proxy."""
    fault = '{"polly": {"error": "500"}, "s3": {"error": "500"}}'
    return (
        Attempt("PUT", f"{prefix}/faults", fault),
        Attempt("PATCH", f"{prefix}/faults", fault, {"Content-Type": "application/json"}),
        Attempt("POST", f"{prefix}/faults", fault),
        Attempt("DELETE", f"{prefix}/calls"),
        Attempt("GET", f"{prefix}/calls"),
        Attempt("GET", f"{prefix}/faults"),
    )


ON_THE_STANDINS = (
    *on_a_controlled_server("/_standins"),
    Attempt("POST", "/v1/speech", '{"Text": "x", "OutputFormat": "mp3", "VoiceId": "Joanna"}'),
    Attempt("POST", "/", "{}", {"X-Amz-Target": "AWSShineFrontendService_20170701.TranslateText"}),
    Attempt("GET", "/v1/voices"),
)
