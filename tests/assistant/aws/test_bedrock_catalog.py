"""Bedrock's catalog, and the probe of a model."""

from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.stub import ANY

from assistant.aws.bedrock_catalog import CatalogModel, ModelCatalog, ModelProbe, Profile
from assistant.errors import ServiceBusy
from tests.assistant.stubs import Stub

ARN = "arn:aws:bedrock:eu-west-3::foundation-model/amazon.nova-lite-v1:0"
EU_NOVA = "eu.amazon.nova-lite-v1:0"
END = datetime(2027, 1, 22, tzinfo=UTC)
DETAILS = {"modelArn": ARN, "modelId": "amazon.nova-lite-v1:0", "modelName": "Nova Lite"}


@pytest.mark.parametrize(
    ("lifecycle", "found"),
    [
        (
            {"status": "LEGACY", "endOfLifeTime": END, "publicExtendedAccessTime": END},
            CatalogModel("Nova Lite", "LEGACY", END, END),
        ),
        ({"status": "ACTIVE"}, CatalogModel("Nova Lite", "ACTIVE", None, None)),
    ],
)
def test_a_model_comes_with_the_dates_that_it_has(
    bedrock: Stub, lifecycle: dict[str, Any], found: CatalogModel
) -> None:
    answer = {"modelDetails": DETAILS | {"modelLifecycle": lifecycle}}
    bedrock.add_response("get_foundation_model", answer, {"modelIdentifier": "amazon.nova-lite-v1:0"})
    assert ModelCatalog(bedrock.client).model("amazon.nova-lite-v1:0") == found


def test_an_answer_without_a_lifecycle_is_malformed(bedrock: Stub) -> None:
    bedrock.add_response("get_foundation_model", {"modelDetails": DETAILS})
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        ModelCatalog(bedrock.client).model("m")


def test_a_profile_comes_with_the_models_that_it_reaches(bedrock: Stub) -> None:
    answer = {
        "inferenceProfileName": "EU Nova Lite",
        "inferenceProfileArn": f"arn:aws:bedrock:eu-west-3:123456789012:inference-profile/{EU_NOVA}",
        "inferenceProfileId": EU_NOVA,
        "models": [{"modelArn": ARN}],
        "status": "ACTIVE",
        "type": "SYSTEM_DEFINED",
    }
    bedrock.add_response("get_inference_profile", answer, {"inferenceProfileIdentifier": EU_NOVA})
    assert ModelCatalog(bedrock.client).profile(EU_NOVA) == Profile("ACTIVE", (ARN,))


@pytest.mark.parametrize(
    ("model", "extra"),
    [
        ("global.anthropic.claude-haiku-5-5", {"thinking": {"type": "disabled"}}),
        ("amazon.nova-lite-v1:0", {}),
    ],
)
@pytest.mark.parametrize("stop", ["tool_use", "max_tokens", "refusal"])
def test_a_probe_asks_as_replies_are_asked_for_and_takes_any_answer(
    bedrock_runtime: Stub, model: str, extra: dict[str, object], stop: str
) -> None:
    answer = {
        "output": {"message": {"role": "assistant", "content": []}},
        "stopReason": stop,
        "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
        "metrics": {"latencyMs": 1},
    }
    asked = {
        "modelId": model,
        "messages": ANY,
        "inferenceConfig": {"maxTokens": 50},
        "toolConfig": {"tools": ANY, "toolChoice": {"tool": {"name": "report_ready"}}},
        "additionalModelRequestFields": extra,
    }
    bedrock_runtime.add_response("converse", answer, asked)
    ModelProbe(bedrock_runtime.client).ask(model)
