"""Whose account it is."""

import pytest
from botocore.stub import Stubber

from assistant.aws.sts import Identity
from assistant.errors import ServiceRefused
from tests.assistant.stubs import refuse


def test_the_account_and_the_region_are_told(sts: Stubber) -> None:
    sts.add_response("get_caller_identity", {"Account": "123456789012"}, {})
    identity = Identity(sts.client)
    assert (identity.account(), identity.region) == ("123456789012", "us-east-1")


def test_credentials_that_have_ended_are_an_error_by_type(sts: Stubber) -> None:
    refuse(sts, "get_caller_identity", "ExpiredToken", 403)
    with pytest.raises(ServiceRefused, match="ExpiredToken"):
        Identity(sts.client).account()
