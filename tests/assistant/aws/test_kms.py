"""Message authentication codes of AWS KMS."""

from typing import Any

import pytest

from assistant.aws.kms import MacKey
from assistant.cost.meter import Meter
from assistant.errors import ServiceRefused
from tests.assistant.stubs import Stub, refuse

MAC = bytes(range(32))
ASKED: dict[str, Any] = {"KeyId": "key", "MacAlgorithm": "HMAC_SHA_256", "Message": b"message"}


def test_a_code_is_made_with_the_key(kms: Stub, meter: Meter) -> None:
    kms.add_response("generate_mac", {"Mac": MAC}, ASKED)
    assert MacKey("key", meter.add, kms.client).generate(b"message") == MAC
    assert meter.used == {"kms_calls": 1}


def test_our_own_code_is_recognized(kms: Stub) -> None:
    kms.add_response("verify_mac", {"MacValid": True}, ASKED | {"Mac": MAC})
    assert MacKey("key", client=kms.client).verify(b"message", MAC)


def test_another_code_is_not_ours(kms: Stub, meter: Meter) -> None:
    refuse(kms, "verify_mac", "KMSInvalidMacException")
    assert not MacKey("key", meter.add, kms.client).verify(b"message", MAC)
    assert meter.used == {"kms_calls": 1}


def test_a_key_that_cannot_be_used_does_not_make_a_code_wrong(kms: Stub) -> None:
    refuse(kms, "verify_mac", "DisabledException")
    with pytest.raises(ServiceRefused):
        MacKey("key", client=kms.client).verify(b"message", MAC)
