"""The tiny call of a model."""

import pytest
from botocore.stub import ANY, Stubber

from assistant.aws.bedrock_catalog import ModelProbe
from assistant.errors import ServiceBusy, ServiceRefused
from tests.assistant.stubs import refuse


@pytest.mark.parametrize(
    ("model", "extra"),
    [
        ("global.anthropic.claude-haiku-5-5", {"thinking": {"type": "disabled"}}),
        ("amazon.nova-lite-v1:0", {}),
    ],
)
@pytest.mark.parametrize("stop", ["tool_use", "max_tokens", "refusal"])
def test_any_answer_will_do_and_it_is_asked_for_as_replies_are(
    bedrock_runtime: Stubber, model: str, extra: dict[str, object], stop: str
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


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [("AccessDeniedException", 403, ServiceRefused), ("ThrottlingException", 429, ServiceBusy)],
)
def test_errors_come_by_type(bedrock_runtime: Stubber, code: str, status: int, kind: type) -> None:
    refuse(bedrock_runtime, "converse", code, status)
    with pytest.raises(kind):
        ModelProbe(bedrock_runtime.client).ask("amazon.nova-lite-v1:0")
