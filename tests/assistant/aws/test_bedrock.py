"""Models that are asked through one forced tool."""

from typing import Any

import pytest

from assistant.aws.bedrock import Answer, Models, Question
from assistant.cost.meter import Meter
from assistant.errors import ReplyRejected, ServiceBusy, ServiceRefused
from tests.assistant.stubs import SECRET, Stub, refuse, told

CLAUDE = "global.anthropic.claude-haiku-5-5"
NOVA = "amazon.nova-lite-v1:0"
TOOL = {"name": "write_reply", "inputSchema": {"json": {"type": "object"}}}
QUESTION = Question(system="You answer.", user=SECRET, tool=TOOL, max_tokens=2500)


def asked(model: str) -> dict[str, Any]:
    """Return the one request that Converse may be sent."""
    return {
        "modelId": model,
        "system": [{"text": "You answer."}],
        "messages": [{"role": "user", "content": [{"text": SECRET}]}],
        "inferenceConfig": {"maxTokens": 2500},
        "toolConfig": {
            "tools": [{"toolSpec": TOOL}],
            "toolChoice": {"tool": {"name": "write_reply"}},
        },
        "additionalModelRequestFields": {"thinking": {"type": "disabled"}} if model == CLAUDE else {},
    }


def answer(*content: dict[str, Any], stop_reason: str = "tool_use") -> dict[str, Any]:
    return {
        "output": {"message": {"role": "assistant", "content": list(content)}},
        "stopReason": stop_reason,
        "usage": {"inputTokens": 800, "outputTokens": 450, "totalTokens": 1250},
        "metrics": {"latencyMs": 1},
    }


def use(fields: Any) -> dict[str, Any]:
    return {"toolUse": {"toolUseId": "t", "name": "write_reply", "input": fields}}


class Configured:
    """Models over a stub, which queues what Converse answers, and what they report and count."""

    def __init__(self, stub: Stub) -> None:
        self.stub = stub
        self.passed_over: list[tuple[str, str]] = []
        self.meter = Meter()

    def answers(self, *answers: Any) -> None:
        """Queue answers: content of a tool's input, a whole answer, or an error as (code, status)."""
        for each in answers:
            if isinstance(each, tuple):
                refuse(self.stub, "converse", *each)
            else:
                self.stub.add_response("converse", each)

    def models(self, *models: str) -> Models:
        self.meter.start({})
        return Models(models, self._report, self.meter.add, self.stub.client)

    def _report(self, refused: ServiceRefused, model: str) -> None:
        self.passed_over.append((model, refused.code))


@pytest.fixture
def configured(bedrock_runtime: Stub) -> Configured:
    return Configured(bedrock_runtime)


DENIED = ("AccessDeniedException", 403)
RETIRED = ("ResourceNotFoundException", 404)


@pytest.mark.parametrize("model", [CLAUDE, NOVA])
def test_the_model_is_asked_with_one_forced_tool_and_without_thinking(
    configured: Configured, model: str
) -> None:
    configured.stub.add_response("converse", answer(use({"text": "Bonjour"})), asked(model))
    assert configured.models(model).ask(QUESTION) == Answer({"text": "Bonjour"}, model)
    assert configured.meter.used == {
        "bedrock_calls": 1,
        f"bedrock_input_tokens:{model}": 800,
        f"bedrock_output_tokens:{model}": 450,
    }


def test_blocks_are_recognized_by_their_type(configured: Configured) -> None:
    thought = {"reasoningContent": {"reasoningText": {"text": "Hm."}}}
    configured.answers(answer(thought, {"text": "Here:"}, use({"text": "Bonjour"})))
    assert configured.models(CLAUDE).ask(QUESTION).fields == {"text": "Bonjour"}


@pytest.mark.parametrize("fields", [["Bonjour"], "Bonjour", 5, None])
def test_a_tool_input_of_any_kind_is_handed_on_unchecked(configured: Configured, fields: Any) -> None:
    configured.answers(answer(use({})))
    configured.stub.client.meta.events.register(
        "after-call.bedrock-runtime.Converse",
        lambda parsed, **_: parsed["output"]["message"]["content"][0]["toolUse"].update(input=fields),
    )
    assert configured.models(NOVA).ask(QUESTION).fields == fields


@pytest.mark.parametrize(
    ("content", "stop_reason", "code"),
    [
        ([{"text": "I will not."}], "refusal", "stopped_refusal"),
        ([{"text": "Bonjour"}], "end_turn", "stopped_end_turn"),
        ([use({"text": "Bonjour, nous"})], "max_tokens", "stopped_max_tokens"),
        ([], "content_filtered", "stopped_content_filtered"),
        ([], "guardrail_intervened", "stopped_guardrail_intervened"),
        ([use({"text": "Bonjour"}), use({"text": "Bonsoir"})], "tool_use", "malformed"),
    ],
)
def test_a_model_that_does_not_answer_through_one_use_of_the_tool_is_rejected_but_paid(
    configured: Configured, content: list[dict[str, Any]], stop_reason: str, code: str
) -> None:
    configured.answers(answer(*content, stop_reason=stop_reason))
    with pytest.raises(ReplyRejected) as caught:
        configured.models(CLAUDE, NOVA).ask(QUESTION)
    assert caught.value.code == code
    assert configured.meter.used[f"bedrock_output_tokens:{CLAUDE}"] == 450


@pytest.mark.parametrize("error", [DENIED, RETIRED, ("ValidationException", 400)])
def test_a_denied_retired_or_unknown_model_is_passed_over_and_reported(
    configured: Configured, error: tuple[str, int]
) -> None:
    configured.answers(error)
    configured.stub.add_response("converse", answer(use({"text": "Bonjour"})), asked(NOVA))
    assert configured.models(CLAUDE, NOVA).ask(QUESTION).model == NOVA
    assert configured.passed_over == [(CLAUDE, error[0])]


def test_the_last_refusal_is_raised_when_no_model_may_be_used(configured: Configured) -> None:
    configured.answers(RETIRED, DENIED)
    with pytest.raises(ServiceRefused, match="AccessDeniedException") as caught:
        configured.models(CLAUDE, NOVA).ask(QUESTION)
    assert configured.passed_over == [(CLAUDE, "ResourceNotFoundException")]
    assert SECRET not in told(caught.value)


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("ThrottlingException", 429, ServiceBusy),
        ("ModelTimeoutException", 408, ServiceBusy),
        ("ServiceQuotaExceededException", 400, ServiceRefused),
    ],
)
def test_a_busy_model_or_another_refusal_is_no_missing_model(
    configured: Configured, code: str, status: int, kind: type[Exception]
) -> None:
    configured.answers((code, status))
    with pytest.raises(kind):
        configured.models(CLAUDE, NOVA).ask(QUESTION)
    assert configured.passed_over == []


BROKEN = ("ModelErrorException", 424)


def test_the_next_model_is_asked_if_one_writes_a_broken_use_of_the_tool(configured: Configured) -> None:
    configured.answers(BROKEN, answer(use({"text": "Bonjour"})))
    assert configured.models(NOVA, CLAUDE).ask(QUESTION).model == CLAUDE
    assert configured.passed_over == []  # neither retired nor denied: no alarm


def test_a_draft_is_rejected_if_the_last_model_writes_a_broken_use_of_the_tool(
    configured: Configured,
) -> None:
    configured.answers(DENIED, BROKEN)
    with pytest.raises(ReplyRejected, match="broken_tool_use") as caught:
        configured.models(CLAUDE, NOVA).ask(QUESTION)
    assert SECRET not in told(caught.value)


def test_the_model_that_is_named_last_is_asked_last(configured: Configured) -> None:
    models = configured.models(NOVA, CLAUDE)
    configured.answers(answer(use({})))
    assert models.ask(QUESTION, last=NOVA).model == CLAUDE
    configured.answers(DENIED, answer(use({})))
    assert models.ask(QUESTION, last=NOVA).model == NOVA
    assert configured.passed_over == [(CLAUDE, "AccessDeniedException")]


def usable(fields: Any) -> bool:
    return bool(fields == {"findings": []})


@pytest.mark.parametrize(
    "first",
    [answer(use({"findings": "none"})), answer({"text": "All is well."}, stop_reason="end_turn")],
    ids=["something else", "no tool"],
)
def test_the_next_model_is_asked_if_an_answer_is_not_usable(
    configured: Configured, first: dict[str, Any]
) -> None:
    configured.answers(first, answer(use({"findings": []})))
    assert configured.models(NOVA, CLAUDE).ask(QUESTION, usable) == Answer({"findings": []}, CLAUDE)
    assert configured.passed_over == []


def test_the_last_answer_is_rejected_if_none_is_usable(configured: Configured) -> None:
    configured.answers(answer(use({})), answer(use({"findings": 7})))
    with pytest.raises(ReplyRejected, match="malformed"):
        configured.models(NOVA, CLAUDE).ask(QUESTION, usable)
