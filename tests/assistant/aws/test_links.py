"""Signing and checking links."""

from typing import Any

import pytest
from botocore.stub import Stubber

from assistant.errors import ServiceRefused
from assistant.request.links import LinkSigner, Token
from tests.assistant.stubs import refuse

MAC = bytes(range(32))
TOKEN = Token("audio", 1_800_000_000)
ASKED: dict[str, Any] = {
    "KeyId": "key",
    "MacAlgorithm": "HMAC_SHA_256",
    "Message": b"v1.audio.1800000000.req-1",
}


def test_a_token_is_signed_for_its_request(kms: Stubber) -> None:
    kms.add_response("generate_mac", {"Mac": MAC}, ASKED)
    assert LinkSigner("key", kms.client).sign(TOKEN, "req-1") == Token("audio", 1_800_000_000, MAC)


def test_our_own_token_is_known(kms: Stubber) -> None:
    kms.add_response("verify_mac", {"MacValid": True}, ASKED | {"Mac": MAC})
    assert LinkSigner("key", kms.client).is_ours(Token("audio", 1_800_000_000, MAC), "req-1")


def test_anothers_token_is_told_apart(kms: Stubber) -> None:
    refuse(kms, "verify_mac", "KMSInvalidMacException")
    assert not LinkSigner("key", kms.client).is_ours(Token("audio", 1_800_000_000, MAC), "req-1")


def test_a_key_that_cannot_be_used_is_not_a_wrong_token(kms: Stubber) -> None:
    refuse(kms, "verify_mac", "DisabledException")
    with pytest.raises(ServiceRefused):
        LinkSigner("key", kms.client).is_ours(Token("audio", 1_800_000_000, MAC), "req-1")
