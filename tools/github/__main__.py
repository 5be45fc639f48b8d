"""`python -m tools.github`: `make comment` and `make rollback` call it; an expected problem is one line."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from httpx import HTTPError

from local.arguments import add_options
from tools.github import artifacts, comments
from tools.github.api import GitHubError, connect, read_event

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.command()
def comment(environment: str, assembly: Path, base: Annotated[Path | None, typer.Option()] = None) -> None:
    """Show what deploying an assembly would change: in the job's summary, and on the pull request.

    Without credentials, as for a fork's pull request, `--base` is the assembly to compare with.
    """
    report = comments.report(environment, assembly, base)
    comments.add_to_summary(report, os.environ)
    pull_request = None if base else comments.pull_request_of(read_event(os.environ))
    if pull_request is None:
        typer.echo("not for a comment: the report is in the job's summary alone")
        return
    with connect(os.environ) as github:
        typer.echo(comments.publish(github, pull_request, environment, report, os.environ))


@app.command()
def rollback(environment: str, folder: Path, run: Annotated[int, typer.Option(min=1)] | None = None) -> None:
    """Download the assembly that last passed its smoke test, or that of an earlier workflow run."""
    with connect(os.environ) as github:
        found = artifacts.last_deployed(github, environment, run=run)
        artifacts.download(github, found, folder)
    typer.echo(
        f"{found.name} of workflow run {found.run}, commit {found.commit}, kept since {found.created_at}"
    )


def main() -> None:
    """Run one command; exit 1 with a line on stderr if it cannot do what was asked."""
    try:
        add_options()
        app()
    except GitHubError as error:
        sys.exit(f"error: {error}")
    except HTTPError as error:
        sys.exit(f"error: no answer from GitHub: {error}")


if __name__ == "__main__":
    main()
