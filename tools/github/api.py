"""GitHub's REST API, for one repository: https://docs.github.com/en/rest."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx

Json = dict[str, Any]

_TIMEOUT_SECONDS: Final = 60
_PAGE: Final = {"per_page": 100}
"""The most that GitHub puts on one page."""


class GitHubError(Exception):
    """An expected problem: one line that names what is wrong and what would be right."""


@dataclass(frozen=True)
class GitHub:
    """One repository, and the client that is signed in to it."""

    repository: str
    client: httpx.Client

    def call(self, method: str, path: str = "", **options: Any) -> Json:
        """Return GitHub's answer at a path below the repository; raise GitHubError if it refuses."""
        answer: Json = self._send(method, self.url(path), **options).json()
        return answer

    def pages(self, path: str, **parameters: Any) -> Iterator[Any]:
        """Yield the pages of a list, as its `Link` header leads from one to the next."""
        answer = self._send("GET", self.url(path), params=parameters | _PAGE)
        yield answer.json()
        while following := answer.links.get("next"):
            answer = self._send("GET", following["url"])
            yield answer.json()

    def download(self, path: str, file: Path) -> None:
        """Write what is at a path to a file.

        GitHub leads on to a storage on another host, to which the client does not send its token.
        """
        with self.client.stream("GET", self.url(path)) as answer, file.open("wb") as output:
            _require_success(answer)
            for part in answer.iter_bytes():
                output.write(part)

    def url(self, path: str) -> str:
        """Return the address of a path below the repository."""
        return f"/repos/{self.repository}/{path}".rstrip("/")

    def _send(self, method: str, url: str, **options: Any) -> httpx.Response:
        answer = self.client.request(method, url, **options)
        _require_success(answer)
        return answer


@contextmanager
def connect(variables: Mapping[str, str]) -> Iterator[GitHub]:
    """Yield the repository that a workflow runs for; raise GitHubError if a variable is missing."""
    token = required(variables, "GITHUB_TOKEN")
    headers = {
        "Authorization": f"Bearer {token}",
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": "2022-11-28",
    }
    base = variables.get("GITHUB_API_URL", "https://api.github.com")
    with httpx.Client(
        base_url=base, headers=headers, timeout=_TIMEOUT_SECONDS, follow_redirects=True
    ) as client:
        yield GitHub(required(variables, "GITHUB_REPOSITORY"), client)


def required(variables: Mapping[str, str], name: str) -> str:
    """Return a variable that GitHub sets in a workflow; raise GitHubError if it is missing."""
    if not variables.get(name):
        raise GitHubError(f"{name} is not set: GitHub sets it in a workflow, a workflow's token by `env:`")
    return variables[name]


def read_event(variables: Mapping[str, str]) -> Json:
    """Return the event that started the workflow."""
    event: Json = json.loads(Path(required(variables, "GITHUB_EVENT_PATH")).read_text(encoding="utf-8"))
    return event


def _require_success(answer: httpx.Response) -> None:
    if answer.is_success:
        return
    answer.read()
    try:
        reason = answer.json().get("message", "")
    except ValueError:
        reason = answer.reason_phrase
    request = f"{answer.request.method} {answer.request.url.path}"
    raise GitHubError(f"GitHub refuses {request} with {answer.status_code}: {reason}")
