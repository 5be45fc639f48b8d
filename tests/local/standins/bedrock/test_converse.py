import json
import math
import re
from typing import Any

import pytest

from local.standins.client import StandinClient
from local.standins.comprehend.detection import detect
from local.standins.faults.settings import READINGS, REPLIES, REVIEWS
from tests.local.standins.support import conversation, reading, refused, user_text

NO_CALL = {"no_tool", "refusal", "content_filtered"}
SAMPLE = "Mein Paket 4471-B ist nach 6 Tagen noch nicht da, ich bin sehr enttäuscht."


def tool_input(answer: dict[str, Any]) -> dict[str, Any]:
    given: dict[str, Any] = answer["output"]["message"]["content"][0]["toolUse"]["input"]
    return given


def test_the_forced_tool_is_called_with_every_required_text(bedrock: Any) -> None:
    answer = bedrock.converse(**conversation())
    content = answer["output"]["message"]["content"]
    assert (answer["stopReason"], len(content)) == ("tool_use", 1)
    assert content[0]["toolUse"]["name"] == "write_reply"
    given = tool_input(answer)
    assert {name: detect(text)[0][0] for name, text in given.items()} == {"text": "es", "pivot_text": "fr"}


@pytest.mark.parametrize("language", ["zh-TW", "ar", "th", "pl"])
def test_the_customer_and_the_team_read_the_same_in_their_own_languages(bedrock: Any, language: str) -> None:
    system = f"Write text in a language (of a region) ({language}).\nWrite pivot_text in French (fr)."
    context = '<context>{"sentiment": "NEGATIVE", "category": "delivery", "sla_hours": 24}</context>'
    given = tool_input(bedrock.converse(**conversation(context, system=[{"text": system}])))
    assert {name: detect(text)[0][0] for name, text in given.items()} == {
        "text": language,
        "pivot_text": "fr",
    }
    assert {name: re.findall(r"\d+", text) for name, text in given.items()} == {
        "text": ["24"],
        "pivot_text": ["24"],
    }


@pytest.mark.parametrize("request_", [conversation(), reading(SAMPLE, customer_name="Jürgen Groß")])
def test_tokens_are_a_third_of_the_bytes(bedrock: Any, request_: dict[str, Any]) -> None:
    answer = bedrock.converse(**request_)
    text = request_["messages"][0]["content"][0]["text"]
    said = request_["system"][0]["text"] + text + json.dumps(request_["toolConfig"], ensure_ascii=False)
    written = json.dumps(tool_input(answer), ensure_ascii=False)
    usage = answer["usage"]
    assert usage["inputTokens"] == math.ceil(len(said.encode()) / 3)
    assert usage["outputTokens"] == math.ceil(len(written.encode()) / 3)
    assert usage["totalTokens"] == usage["inputTokens"] + usage["outputTokens"]


def test_without_a_tool_the_answer_is_text(bedrock: Any) -> None:
    request = conversation()
    del request["toolConfig"]
    answer = bedrock.converse(**request)
    assert answer["stopReason"] == "end_turn"
    assert detect(answer["output"]["message"]["content"][0]["text"])[0][0] == "es"


def test_what_is_chosen_and_listed_comes_from_context_and_message(bedrock: Any) -> None:
    schema = {
        "type": "object",
        "properties": {name: {"type": "string"} for name in ("gesture", "category", "personal")},
    }
    config = {
        "tools": [{"toolSpec": {"name": "write_reply", "inputSchema": {"json": schema}}}],
        "toolChoice": {"any": {}},
    }
    text = user_text(
        "Where is my parcel? My name is Ana Lopez.", sentiment="NEGATIVE", gestures={"voucher": "A voucher."}
    )
    assert tool_input(bedrock.converse(**conversation(text, toolConfig=config))) == {
        "gesture": "voucher",
        "category": "delivery",
        "personal": ["Ana Lopez"],
    }


def test_an_unknown_tool_is_refused(bedrock: Any) -> None:
    config = conversation()["toolConfig"]
    config["tools"][0]["toolSpec"]["name"] = config["toolChoice"]["tool"]["name"] = "send_reply"
    assert refused(bedrock.converse, **conversation(toolConfig=config)) == ("ValidationException", 400)


def test_a_review_is_returned_by_its_tool(bedrock: Any) -> None:
    order = "<customer_text>Hello. We give you a lamp.</customer_text><team_text>Bonjour.</team_text>"
    schema = {"type": "object", "properties": {"findings": {"type": "array"}}, "required": ["findings"]}
    config = {
        "tools": [{"toolSpec": {"name": "review_reply", "inputSchema": {"json": schema}}}],
        "toolChoice": {"tool": {"name": "review_reply"}},
    }
    found = tool_input(bedrock.converse(**conversation(order, toolConfig=config)))
    assert found == {"findings": [{"rule": "offer", "text": "customer", "quote": "We give you a lamp."}]}


def test_a_message_is_read_and_answered_in_one_call(bedrock: Any) -> None:
    request = reading(SAMPLE)
    answer = bedrock.converse(**request)
    given = tool_input(answer)
    schema = request["toolConfig"]["tools"][0]["toolSpec"]["inputSchema"]["json"]
    assert (answer["stopReason"], list(given)) == ("tool_use", schema["required"])
    assert (given["language"], given["category"], given["sentiment"]) == ("de", "delivery", "NEGATIVE")
    assert {name: detect(given[name])[0][0] for name in ("text", "pivot_text")} == {
        "text": "de",
        "pivot_text": "fr",
    }


def test_what_the_schema_does_not_ask_for_is_not_written(bedrock: Any) -> None:
    assert "pivot_text" not in tool_input(bedrock.converse(**reading(SAMPLE, pivot_text=False)))


@pytest.mark.parametrize("forced", [True, False])
def test_an_answer_stops_at_its_token_limit(bedrock: Any, forced: bool) -> None:
    request = conversation(inferenceConfig={"maxTokens": 20})
    if not forced:
        del request["toolConfig"]
    answer = bedrock.converse(**request)
    assert (answer["stopReason"], answer["usage"]["outputTokens"]) == ("max_tokens", 20)
    block = answer["output"]["message"]["content"][0]
    assert tool_input(answer) == {} if forced else len(block["text"].encode()) <= 60


@pytest.mark.parametrize(
    ("request_", "modes"),
    [
        (conversation(), set(REPLIES) - {"normal", *NO_CALL, *READINGS, *REVIEWS}),
        (reading(SAMPLE), set(REPLIES) - {"normal", *NO_CALL, *REVIEWS}),
    ],
)
def test_odd_replies_still_call_the_tool(
    bedrock: Any, standins: StandinClient, request_: dict[str, Any], modes: set[str]
) -> None:
    normal = tool_input(bedrock.converse(**request_))
    for mode in sorted(modes):
        standins.set_faults({"bedrock": {"reply": mode, "reply_count": 1}})
        assert tool_input(bedrock.converse(**request_)) != normal, mode
        assert tool_input(bedrock.converse(**request_)) == normal


@pytest.mark.parametrize("request_", [conversation(), reading(SAMPLE)])
@pytest.mark.parametrize(
    ("mode", "stop"),
    [("no_tool", "end_turn"), ("refusal", "refusal"), ("content_filtered", "content_filtered")],
)
def test_a_model_may_not_call_the_tool(
    bedrock: Any, standins: StandinClient, request_: dict[str, Any], mode: str, stop: str
) -> None:
    standins.set_faults({"bedrock": {"reply": mode}})
    answer = bedrock.converse(**request_)
    assert answer["stopReason"] == stop
    assert list(answer["output"]["message"]["content"][0]) == ["text"]
