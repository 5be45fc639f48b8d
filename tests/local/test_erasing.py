"""Erasing a customer's requests and revoking links, on the small stack."""

import io
import json
import zipfile
from typing import Any

import pytest

from local import erasing
from local.erasing import Eraser
from local.errors import LocalError
from local.site import Site

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


def test_a_function_that_fails_is_told_by_its_code(deployed: Site) -> None:
    with pytest.raises(LocalError, match=r"\(s3.DeleteObject: SlowDown\): repeat the command") as caught:
        Eraser.of(deployed).erase("broken@example.com")
    assert "broken" not in str(caught.value)


@pytest.mark.parametrize("email", ["  ", "zoe", "zoe@\u200bexample.com"])
def test_without_an_address_nothing_is_called(deployed: Site, email: str) -> None:
    with pytest.raises(LocalError, match="no e-mail address is given: "):
        Eraser.of(deployed).erase(email)


def test_a_stack_that_cannot_erase_is_told(site: Site) -> None:
    with pytest.raises(LocalError, match="has no output EraseCustomerFunction: deploy it again"):
        Eraser.of(site)


def test_links_are_revoked_once(site: Site) -> None:
    table = site.clients.dynamodb.Table(site.table)
    table.put_item(Item={"pk": ID, "status": "completed", "attempt": 1})
    revoked_at = erasing.revoke(site, ID)
    assert revoked_at.endswith("Z")
    assert erasing.revoke(site, ID) == revoked_at
    item = table.get_item(Key={"pk": ID})["Item"]
    assert item == {"pk": ID, "status": "completed", "attempt": 1, "revoked_at": revoked_at}


@pytest.mark.parametrize("item", [None, {"status": "erased"}], ids=["absent", "erased"])
def test_what_is_not_there_cannot_be_revoked(site: Site, item: dict[str, str] | None) -> None:
    table = site.clients.dynamodb.Table(site.table)
    table.delete_item(Key={"pk": ID})
    if item:
        table.put_item(Item={"pk": ID, **item})
    with pytest.raises(LocalError, match=f"has no request {ID}, or it is erased"):
        erasing.revoke(site, ID)
    stored = table.get_item(Key={"pk": ID}).get("Item")
    assert json.dumps(stored, default=str) == json.dumps({"pk": ID, **item} if item else None)
