from typing import Any

import pytest

from tests.local.standins.support import conversation, refused

TEXT = [{"text": "Hello"}]
USER, ASSISTANT = {"role": "user", "content": TEXT}, {"role": "assistant", "content": TEXT}
HAIKU_4_5 = "global.anthropic.claude-haiku-4-5-20251001-v1:0"
WITH_ANOTHER_KEY = conversation()["toolConfig"]
WITH_ANOTHER_KEY["tools"][0]["toolSpec"]["inputSchema"]["json"]["additionalProperties"] = False
NO_OBJECT = {"tools": [{"toolSpec": {"name": "t", "inputSchema": {"json": {"type": "string"}}}}]}


@pytest.mark.parametrize(
    "model",
    [
        "amazon.titan-unknown-v9",
        "anthropic.claude-3-haiku-20240307-v1:0",
        "us.anthropic.claude-3-5-haiku-20241022-v1:0",
    ],
)
def test_unknown_and_retired_models_are_not_found(bedrock: Any, model: str) -> None:
    assert refused(bedrock.converse, **conversation(modelId=model)) == ("ResourceNotFoundException", 404)


@pytest.mark.parametrize(
    "changes",
    [
        {"modelId": "anthropic.claude-haiku-5-5"},
        {"inferenceConfig": {"temperature": 0.2}},
        {"inferenceConfig": {"topP": 0.9}},
        {"additionalModelRequestFields": {"thinking": {"type": "disabled"}, "top_k": 5}},
        {"additionalModelRequestFields": {}},
        {"additionalModelRequestFields": {"thinking": {"type": "adaptive"}}},
        {"messages": [USER, ASSISTANT]},
        {"messages": [ASSISTANT, USER]},
        {"messages": [USER, USER]},
        {"messages": []},
        {"messages": [{"role": "user", "content": [{"text": " "}]}]},
        {"toolConfig": NO_OBJECT},
        {"toolConfig": conversation()["toolConfig"] | {"toolChoice": {"tool": {"name": "other"}}}},
        {"modelId": "amazon.nova-lite-v1:0", "toolConfig": WITH_ANOTHER_KEY},
        {"modelId": "eu.amazon.nova-2-lite-v1:0", "toolConfig": WITH_ANOTHER_KEY},
    ],
)
def test_what_haiku_5_5_or_nova_refuses(bedrock: Any, changes: dict[str, Any]) -> None:
    assert refused(bedrock.converse, **conversation(**changes)) == ("ValidationException", 400)


@pytest.mark.parametrize(
    "changes",
    [
        {"modelId": HAIKU_4_5, "inferenceConfig": {"temperature": 0.2}},
        {"modelId": HAIKU_4_5, "additionalModelRequestFields": {}},
        {"modelId": HAIKU_4_5, "messages": [USER, ASSISTANT]},
        {"modelId": "amazon.nova-micro-v1:0", "additionalModelRequestFields": {}},
        {"messages": [USER, ASSISTANT, USER]},
        {"toolConfig": WITH_ANOTHER_KEY},
    ],
)
def test_what_other_models_accept(bedrock: Any, changes: dict[str, Any]) -> None:
    assert bedrock.converse(**conversation(**changes))["stopReason"] == "tool_use"


def test_thinking_is_allowed_beside_a_tool_that_is_not_forced(bedrock: Any) -> None:
    request = conversation(additionalModelRequestFields={})
    del request["toolConfig"]["toolChoice"]
    assert bedrock.converse(**request)["stopReason"] == "end_turn"
