"""Whose account it is."""

from assistant.aws.sts import Identity
from tests.assistant.stubs import Stub


def test_the_account_and_the_region_are_told(sts: Stub) -> None:
    sts.add_response("get_caller_identity", {"Account": "123456789012"}, {})
    identity = Identity(sts.client)
    assert (identity.account(), identity.region) == ("123456789012", "us-east-1")
