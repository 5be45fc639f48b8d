"""Erasing a customer's requests and revoking links, on the small stack."""

import io
import json
import zipfile
from types import SimpleNamespace
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from local.commands import erase as erasing
from local.commands.app import app
from local.commands.erase import Eraser, revoke_links
from local.environment.site import Site
from local.errors import LocalError

ID = "req-20261123-101500-revokerevoke"

# Erases two at each of its first two calls, and answers with what it was told.
ERASER = """
import json, os, pathlib

def handler(event, context):
    if event.get("list"):
        one = {"request_id": "req-1", "status": "completed", "email": event["email"]}
        return {"requests": [one]}
    if event["email"] == "broken@example.com":
        raise RuntimeError("s3.DeleteObject: SlowDown")
    calls = pathlib.Path("/tmp", "erasing-" + context.function_name + "-" + event["email"])
    number = int(calls.read_text()) + 1 if calls.exists() else 1
    calls.write_text(str(number))
    return {"erased": 2 if number < 3 else 0, "left": 2 if number == 1 else 0}
"""


@pytest.fixture(scope="module")
def eraser(clients: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    code = ERASER.replace('"/tmp"', repr(str(tmp_path_factory.mktemp("eraser"))))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr("code.py", code)
    awslambda = clients.session.client("lambda", **clients.options)
    made = awslambda.create_function(
        FunctionName="eraser",
        Runtime="python3.14",
        Handler="code.handler",
        Role="arn:aws:iam::000000000000:role/any",
        Code={"ZipFile": archive.getvalue()},
        Timeout=10,
    )
    return str(made["FunctionName"])


@pytest.fixture
def deployed(site: Site, eraser: str, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(erasing, "stack_outputs", lambda *_: {erasing.FUNCTION_OUTPUT: eraser})
    return site


def test_the_function_is_called_until_it_finds_nothing_more(deployed: Site) -> None:
    eraser = Eraser.of(deployed)
    assert eraser.erase("zoe@example.com") == 4
    assert eraser.erase(" zoe@EXAMPLE.com ") == 0


def test_what_matches_is_listed_by_the_one_form_of_the_address(deployed: Site) -> None:
    (found,) = Eraser.of(deployed).matching("jürgen@xn--mller-kva.example")
    assert found["email"] == "jürgen@müller.example"


def test_a_failing_function_is_reported_with_its_code(deployed: Site) -> None:
    with pytest.raises(LocalError, match=r"\(s3.DeleteObject: SlowDown\): repeat the command") as caught:
        Eraser.of(deployed).erase("broken@example.com")
    assert "broken" not in str(caught.value)


@pytest.mark.parametrize("email", ["  ", "zoe", "zoe@\u200bexample.com"])
def test_without_an_address_nothing_is_called(deployed: Site, email: str) -> None:
    with pytest.raises(LocalError, match="no e-mail address is given: "):
        Eraser.of(deployed).erase(email)


def test_a_stack_without_the_erasing_function_is_an_error(site: Site) -> None:
    with pytest.raises(LocalError, match="has no output EraseCustomerFunction: deploy it again"):
        Eraser.of(site)


def test_links_are_revoked_once(site: Site) -> None:
    table = site.clients.dynamodb.Table(site.table)
    table.put_item(Item={"pk": ID, "status": "completed", "attempt": 1})
    revoked_at = revoke_links(site, ID)
    assert revoked_at.endswith("Z")
    assert revoke_links(site, ID) == revoked_at
    item = table.get_item(Key={"pk": ID})["Item"]
    assert item == {"pk": ID, "status": "completed", "attempt": 1, "revoked_at": revoked_at}


@pytest.mark.parametrize("item", [None, {"status": "erased"}], ids=["absent", "erased"])
def test_what_is_not_there_cannot_be_revoked(site: Site, item: dict[str, str] | None) -> None:
    table = site.clients.dynamodb.Table(site.table)
    table.delete_item(Key={"pk": ID})
    if item:
        table.put_item(Item={"pk": ID, **item})
    with pytest.raises(LocalError, match=f"has no request {ID}, or it is erased"):
        revoke_links(site, ID)
    stored = table.get_item(Key={"pk": ID}).get("Item")
    assert json.dumps(stored, default=str) == json.dumps({"pk": ID, **item} if item else None)


EMAIL = "zoe@example.com"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    asked: list[Any] = []
    monkeypatch.setattr(erasing, "find_site", lambda env, _: env)
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

    def revoke_links(*told: Any) -> str:
        asked.append(told)
        return "2026-11-23"

    monkeypatch.setattr(erasing, "Eraser", Eraser)
    monkeypatch.setattr(erasing, "revoke_links", revoke_links)
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

    monkeypatch.setattr(erasing, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    monkeypatch.setattr(typer, "confirm", confirm)
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
