"""Models that are asked through one forced tool."""

from typing import Any

import pytest
from botocore.stub import Stubber

from assistant.analysis import reading_prompt
from assistant.aws import bedrock
from assistant.aws.bedrock import Models
from assistant.errors import ReplyRejected, ServiceBusy, ServiceRefused
from assistant.reply import prompt
from assistant.reply.draft import Objection
from tests.assistant.analysis.test_reading_prompt import ORDER as READING
from tests.assistant.aws.test_client import ORDER
from tests.assistant.stubs import SECRET, refuse, told

CLAUDE = "global.anthropic.claude-haiku-5-5"
NOVA = "amazon.nova-lite-v1:0"
QUESTION = prompt.question(ORDER)


def asked(model: str, rejected: Objection | None = None) -> dict[str, Any]:
    """Return the one request that Converse may be sent."""
    return {
        "modelId": model,
        "system": [{"text": prompt.system(ORDER)}],
        "messages": [{"role": "user", "content": [{"text": prompt.user(ORDER, rejected)}]}],
        "inferenceConfig": {"maxTokens": 2500},
        "toolConfig": {
            "tools": [{"toolSpec": prompt.tool(ORDER)}],
            "toolChoice": {"tool": {"name": "write_reply"}},
        },
        "additionalModelRequestFields": {"thinking": {"type": "disabled"}} if model == CLAUDE else {},
    }


def answer(*content: dict[str, Any], stop_reason: str = "tool_use") -> dict[str, Any]:
    return {
        "output": {"message": {"role": "assistant", "content": list(content)}},
        "stopReason": stop_reason,
        "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
        "metrics": {"latencyMs": 1},
    }


def use(fields: Any) -> dict[str, Any]:
    return {"toolUse": {"toolUseId": "t", "name": "write_reply", "input": fields}}


class Report:
    """Keeps which models were passed over, and why."""

    def __init__(self) -> None:
        self.passed_over: list[tuple[str, str]] = []

    def __call__(self, refused: ServiceRefused, model: str) -> None:
        self.passed_over.append((model, refused.code))


@pytest.fixture
def report() -> Report:
    return Report()


@pytest.mark.parametrize("model", [CLAUDE, NOVA])
def test_the_model_is_asked_with_one_forced_tool_and_without_thinking(
    bedrock_runtime: Stubber, report: Report, model: str
) -> None:
    bedrock_runtime.add_response("converse", answer(use({"text": "Bonjour"})), asked(model))
    draft = Models([model], report, bedrock_runtime.client).ask(QUESTION)
    assert (draft.fields, draft.model) == ({"text": "Bonjour"}, model)


def test_a_second_draft_is_asked_for_with_the_rule_that_the_first_broke(
    bedrock_runtime: Stubber, report: Report
) -> None:
    bedrock_runtime.add_response("converse", answer(use({})), asked(NOVA, Objection("too_short")))
    Models([NOVA], report, bedrock_runtime.client).ask(prompt.question(ORDER, Objection("too_short")))


def test_blocks_are_told_apart_by_their_type(bedrock_runtime: Stubber, report: Report) -> None:
    thought = {"reasoningContent": {"reasoningText": {"text": "Hm."}}}
    bedrock_runtime.add_response("converse", answer(thought, {"text": "Here:"}, use({"text": "Bonjour"})))
    assert Models([CLAUDE], report, bedrock_runtime.client).ask(QUESTION).fields == {"text": "Bonjour"}


def test_a_message_is_read_in_the_same_way(bedrock_runtime: Stubber, report: Report) -> None:
    question = reading_prompt.question(READING)
    expected = {
        "modelId": CLAUDE,
        "system": [{"text": question.system}],
        "messages": [{"role": "user", "content": [{"text": question.user}]}],
        "inferenceConfig": {"maxTokens": question.max_tokens},
        "toolConfig": {
            "tools": [{"toolSpec": question.tool}],
            "toolChoice": {"tool": {"name": "read_and_reply"}},
        },
        "additionalModelRequestFields": {"thinking": {"type": "disabled"}},
    }
    refuse(bedrock_runtime, "converse", "AccessDeniedException", 403)
    bedrock_runtime.add_response("converse", answer(use({"language": "en"})), expected)
    draft = Models([NOVA, CLAUDE], report, bedrock_runtime.client).ask(question)
    assert (draft.fields, draft.model) == ({"language": "en"}, CLAUDE)
    assert report.passed_over == [(NOVA, "AccessDeniedException")]


def test_a_model_that_wrote_the_text_is_asked_last(bedrock_runtime: Stubber, report: Report) -> None:
    models = Models([NOVA, CLAUDE], report, bedrock_runtime.client)
    bedrock_runtime.add_response("converse", answer(use({"findings": []})))
    assert models.ask(QUESTION, last=NOVA).model == CLAUDE
    refuse(bedrock_runtime, "converse", "AccessDeniedException", 403)
    bedrock_runtime.add_response("converse", answer(use({"findings": []})))
    assert models.ask(QUESTION, last=NOVA).model == NOVA
    assert report.passed_over == [(CLAUDE, "AccessDeniedException")]


@pytest.mark.parametrize(("options", "seconds"), [({}, 25), ({"seconds": 20}, 20)])
def test_a_silent_model_is_asked_once_and_left_in_time(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, int], seconds: int
) -> None:
    made: list[Any] = []

    def connect(_: str, settings: Any) -> Any:
        made.append(settings)
        raise ServiceBusy("bedrock", "Converse", "ReadTimeoutError")

    monkeypatch.setattr(bedrock, "connect", connect)
    models = Models([NOVA], print, **options)
    assert made == []
    with pytest.raises(ServiceBusy):
        models.ask(QUESTION)
    (settings,) = made
    assert (settings.connect_timeout, settings.read_timeout) == (2, seconds)
    assert settings.retries == {"mode": "standard", "total_max_attempts": 1}


@pytest.mark.parametrize("fields", [["Bonjour"], "Bonjour", 5, None])
def test_a_tool_input_of_any_kind_is_handed_on_unchecked(
    bedrock_runtime: Stubber, report: Report, fields: Any
) -> None:
    bedrock_runtime.add_response("converse", answer(use({})))
    bedrock_runtime.client.meta.events.register(
        "after-call.bedrock-runtime.Converse",
        lambda parsed, **_: parsed["output"]["message"]["content"][0]["toolUse"].update(input=fields),
    )
    assert Models([NOVA], report, bedrock_runtime.client).ask(QUESTION).fields == fields


@pytest.mark.parametrize(
    ("content", "stop_reason"),
    [
        ([{"text": "I will not."}], "refusal"),
        ([{"text": "Bonjour"}], "end_turn"),
        ([use({"text": "Bonjour, nous"})], "max_tokens"),
        ([], "content_filtered"),
        ([], "guardrail_intervened"),
    ],
)
def test_a_model_that_does_not_finish_through_the_tool_is_rejected_by_its_stop_reason(
    bedrock_runtime: Stubber, report: Report, content: list[dict[str, Any]], stop_reason: str
) -> None:
    bedrock_runtime.add_response("converse", answer(*content, stop_reason=stop_reason))
    with pytest.raises(ReplyRejected) as caught:
        Models([CLAUDE, NOVA], report, bedrock_runtime.client).ask(QUESTION)
    assert caught.value.code == f"stopped_{stop_reason}"


@pytest.mark.parametrize(
    ("code", "status"),
    [("AccessDeniedException", 403), ("ResourceNotFoundException", 404), ("ValidationException", 400)],
)
def test_a_denied_retired_or_unknown_model_is_passed_over_and_reported(
    bedrock_runtime: Stubber, report: Report, code: str, status: int
) -> None:
    refuse(bedrock_runtime, "converse", code, status)
    bedrock_runtime.add_response("converse", answer(use({"text": "Bonjour"})), asked(NOVA))
    assert Models([CLAUDE, NOVA], report, bedrock_runtime.client).ask(QUESTION).model == NOVA
    assert report.passed_over == [(CLAUDE, code)]


def test_when_no_model_may_be_used_the_last_refusal_is_raised(
    bedrock_runtime: Stubber, report: Report
) -> None:
    refuse(bedrock_runtime, "converse", "ResourceNotFoundException", 404)
    refuse(bedrock_runtime, "converse", "AccessDeniedException", 403)
    with pytest.raises(ServiceRefused, match="AccessDeniedException") as caught:
        Models([CLAUDE, NOVA], report, bedrock_runtime.client).ask(QUESTION)
    assert report.passed_over == [(CLAUDE, "ResourceNotFoundException")]
    assert SECRET not in told(caught.value)


@pytest.mark.parametrize(("code", "status"), [("ThrottlingException", 429), ("ModelErrorException", 424)])
def test_a_busy_model_is_waited_for_not_passed_over(
    bedrock_runtime: Stubber, report: Report, code: str, status: int
) -> None:
    refuse(bedrock_runtime, "converse", code, status)
    with pytest.raises(ServiceBusy):
        Models([CLAUDE, NOVA], report, bedrock_runtime.client).ask(QUESTION)
    assert report.passed_over == []


def test_another_refusal_is_not_taken_for_a_missing_model(bedrock_runtime: Stubber, report: Report) -> None:
    refuse(bedrock_runtime, "converse", "ServiceQuotaExceededException")
    with pytest.raises(ServiceRefused):
        Models([CLAUDE, NOVA], report, bedrock_runtime.client).ask(QUESTION)
    assert report.passed_over == []


def usable(fields: Any) -> bool:
    return fields == {"findings": []}


@pytest.mark.parametrize(
    "first",
    [answer(use({"findings": "none"})), answer({"text": "All is well."}, stop_reason="end_turn")],
    ids=["something else", "no tool"],
)
def test_who_judges_an_answer_gets_that_of_the_next_model_if_it_is_not_usable(
    bedrock_runtime: Stubber, report: Report, first: dict[str, Any]
) -> None:
    bedrock_runtime.add_response("converse", first)
    bedrock_runtime.add_response("converse", answer(use({"findings": []})))
    found = Models([NOVA, CLAUDE], report, bedrock_runtime.client).ask(QUESTION, usable)
    assert (found.fields, found.model) == ({"findings": []}, CLAUDE)
    assert report.passed_over == []


def test_if_no_answer_is_usable_the_last_one_is_rejected(bedrock_runtime: Stubber, report: Report) -> None:
    bedrock_runtime.add_response("converse", answer(use({})))
    bedrock_runtime.add_response("converse", answer(use({"findings": 7})))
    with pytest.raises(ReplyRejected, match="malformed"):
        Models([NOVA, CLAUDE], report, bedrock_runtime.client).ask(QUESTION, usable)
