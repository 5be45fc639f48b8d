"""`erase` and `revoke`: what they are told, and how they answer."""

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from local import cli_erase
from local.cli import app
from local.errors import LocalError

ROOT = Path(__file__).resolve().parents[2]
ID = "req-20261123-101500-revokerevoke"
EMAIL = "zoe@example.com"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    asked: list[Any] = []
    monkeypatch.setattr(cli_erase, "find_site", lambda env, _: env)
    found = {"request_id": ID, "received_at": "2026-11-23", "status": "completed", "email": "zoe@EXAMPLE.com"}

    class Eraser:
        def __init__(self, site: str) -> None:
            self.site = site

        of = classmethod(lambda cls, site: cls(site))

        def matching(self, email: str) -> list[dict[str, str]]:
            asked.append((self.site, email, "matching"))
            return [found]

        def erase(self, email: str) -> int:
            asked.append((self.site, email))
            return 3

    monkeypatch.setattr(cli_erase.erasing, "Eraser", Eraser)
    monkeypatch.setattr(cli_erase.erasing, "revoke", lambda *told: asked.append(told) or "2026-11-23")
    return asked


def run(*arguments: str, **more: Any) -> str:
    result = CliRunner().invoke(app, [*arguments], catch_exceptions=False, **more)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_address_comes_by_the_environment(asked: list[Any]) -> None:
    shown = run("erase", "--env", "dev", env={"SUPPORT_EMAIL": EMAIL})
    assert shown.splitlines() == [
        f"{ID}  2026-11-23  completed  zoe@EXAMPLE.com",
        "3 requests erased; what expires later: docs/operations.md",
    ]
    assert asked == [("dev", EMAIL, "matching"), ("dev", EMAIL)]


@pytest.mark.parametrize(("says", "erased"), [(False, False), (True, True)])
def test_at_a_terminal_what_matches_is_asked_about(
    asked: list[Any], monkeypatch: pytest.MonkeyPatch, says: bool, erased: bool
) -> None:
    def confirm(question: str, *, abort: bool) -> None:
        assert question == "Erase these 1 requests?"
        if abort and not says:
            raise typer.Abort

    monkeypatch.setattr(cli_erase, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    monkeypatch.setattr(cli_erase.typer, "confirm", confirm)
    CliRunner().invoke(app, ["erase", "--email", EMAIL])
    assert (("local", EMAIL) in asked) is erased
    CliRunner().invoke(app, ["erase", "--email", EMAIL, "--yes"])
    assert ("local", EMAIL) in asked


@pytest.mark.parametrize("empty", [{}, {"SUPPORT_EMAIL": ""}])
def test_without_an_address_it_is_asked_for(asked: list[Any], empty: dict[str, str]) -> None:
    run("erase", input=f"{EMAIL}\n", env=empty)
    assert asked[-1] == ("local", EMAIL)


@pytest.mark.usefixtures("asked")
def test_counts_and_moments_are_printed_as_json() -> None:
    assert json.loads(run("erase", "--email", EMAIL, "--json"))["erased"] == 3
    assert json.loads(run("revoke", ID, "--json")) == {"revoked_at": "2026-11-23"}


def test_links_are_revoked_by_the_id(asked: list[Any]) -> None:
    assert run("revoke", ID, "--env", "dev") == f"the links of {ID} are revoked since 2026-11-23\n"
    assert asked == [("dev", ID)]
    with pytest.raises(LocalError, match="is not a request id"):
        run("revoke", "req-1")


def made(*arguments: str, **environment: str) -> str:
    """Return what make would run, and what the command would find in its environment."""
    options = ["--silent", "--assume-old=.venv/installed", "LOCAL=printenv SUPPORT_EMAIL EMAIL; echo"]
    program = ["make", *options, "erase", *arguments]
    path = {"PATH": "/usr/bin:/bin"}
    return subprocess.run(
        program, cwd=ROOT, env=path | environment, capture_output=True, text=True, check=True
    ).stdout


def test_make_passes_the_address_by_the_environment_alone() -> None:
    odd = "zo$e,'$(shell id)`id`@example.com"
    assert made(f"EMAIL={odd}", "ENV=dev") == f"{odd}\nerase --env dev\n"


def test_make_does_not_take_the_address_that_the_shell_has() -> None:
    assert made(EMAIL="me@example.com") == "\nerase\n"
