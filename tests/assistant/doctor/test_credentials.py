"""Whose account it is, and whether it is the right one."""

import pytest

from assistant.doctor.credentials import check_credentials
from tests.assistant.doctor_fakes import busy, given, refused


class FakeIdentity:
    region = "eu-west-3"

    def __init__(self, account: object) -> None:
        self._account = account

    def account(self) -> str:
        return given(self._account)


@pytest.mark.parametrize(
    ("account", "expected", "status", "detail"),
    [
        ("111122223333", None, "ok", "account 111122223333"),
        ("111122223333", "111122223333", "ok", "account 111122223333"),
        ("111122223333", "444455556666", "problem", "not to the environment's 444455556666"),
        (refused("GetCallerIdentity", "ExpiredToken"), None, "problem", "ExpiredToken"),
        (busy("GetCallerIdentity"), None, "unknown", "ThrottlingException"),
    ],
)
def test_credentials_are_judged(account: object, expected: str | None, status: str, detail: str) -> None:
    finding = check_credentials(FakeIdentity(account), expected)
    assert (finding.subject, finding.status) == ("eu-west-3", status)
    assert detail in finding.detail
