"""What a deployment would change, as one comment per environment on a pull request."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from local.environment.cdk import stack_name
from tools.github.api import GitHub, GitHubError, Json

_AUTHOR: Final = "github-actions[bot]"
"""Who a workflow's own token writes as: a comment of anybody else is not touched, whatever stands in it."""

_LONGEST: Final = 65_000
"""Characters of a comment, whose end GitHub refuses after 65,536."""

_DIFFERENCES: Final = (0, 2, 3)
"""How `diff` ends when it could compare: nothing, changes, and something stateful replaced or removed."""


_DIFF: Final = (sys.executable, "-m", "local", "diff")


def report(environment: str, assembly: Path, base: Path | None = None) -> str:
    """Return what `make diff` says of an assembly, as Markdown; raise GitHubError if it cannot compare.

    `base` is another assembly, to compare with in place of what is deployed: that needs no credentials.
    """
    words = ["--env", environment, "--format", "markdown", "--app", str(assembly)]
    if base:
        words += ["--deployed", str(base / f"{stack_name(environment)}.template.json")]
    variables = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
    done = subprocess.run(
        [*_DIFF, *words], env=variables, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False
    )
    if done.returncode not in _DIFFERENCES:
        raise GitHubError(f"{environment} cannot be compared: `diff` ended with {done.returncode}")
    return done.stdout


def add_to_summary(text: str, variables: Mapping[str, str]) -> None:
    """Append a report to the job's summary; without one, print it."""
    summary = variables.get("GITHUB_STEP_SUMMARY")
    if not summary:
        sys.stdout.write(text)
        return
    with Path(summary).open("a", encoding="utf-8") as file:
        file.write(f"{text}\n")


def pull_request_of(event: Json) -> int | None:
    """Return the number of the pull request of an event, if its workflow may comment on it.

    A workflow for a fork has a token that may not.
    """
    found = event.get("pull_request")
    if not found:
        return None
    ours, theirs = found["base"]["repo"]["full_name"], (found["head"]["repo"] or {}).get("full_name")
    return int(found["number"]) if ours == theirs else None


def publish(github: GitHub, number: int, environment: str, text: str, variables: Mapping[str, str]) -> str:
    """Write a report into the environment's comment, made when it is first needed; return its address."""
    mark = f"<!-- support-assistant: diff of {environment} -->"
    body = {"body": f"{mark}\n{_short_enough(text, variables)}"}
    path = f"issues/{number}/comments"
    comments = (one for page in github.pages(path) for one in page)
    ours = next((one for one in comments if _is_ours(one, mark)), None)
    written = (
        github.call("PATCH", f"issues/comments/{ours['id']}", json=body)
        if ours
        else github.call("POST", path, json=body)
    )
    return str(written["html_url"])


def _is_ours(comment: Mapping[str, Any], mark: str) -> bool:
    return (comment["user"] or {}).get("login") == _AUTHOR and comment["body"].startswith(mark)


def _short_enough(text: str, variables: Mapping[str, str]) -> str:
    """Return the report, or its beginning below a line that leads to the whole."""
    if len(text) <= _LONGEST:
        return text
    run = "/".join(variables.get(name, "") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"))
    link = f"{run}/actions/runs/{variables.get('GITHUB_RUN_ID', '')}"
    beginning = text[:_LONGEST].rpartition("\n")[0]
    longer = f"The report is longer than a comment may be: [all of it]({link}) is in the job's summary."
    return f"{longer}\n\n{beginning}\n"
