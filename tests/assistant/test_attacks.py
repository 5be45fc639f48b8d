"""Attacks reach the model as bounded data alone, and what they are after does not get out."""

import json
import re
from collections import Counter
from typing import Any

import pytest

from assistant.aws.bedrock import Models
from assistant.errors import ReplyRejected
from assistant.intake import request_body
from assistant.reply.handler import Services, run
from assistant.request.step import Step
from tests.assistant import samples
from tests.assistant.configured import FREE, REPLY, VOUCHER
from tests.assistant.fakes import FakeTable, FakeTranslator
from tests.attacks import ATTACKS, Attack

pytestmark = pytest.mark.slow

STEP = Step(samples.REQUEST_ID, priority="HIGH", category="product", language="en")
TAGS = ["<context>", "</context>", "<customer_message>", "</customer_message>"]
MOST_CHARACTERS = 5 * (5_000 + 2 * 100) + 400
"""A message and a name of nothing but characters that have to be escaped, and our own words."""

each = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)


class FakeBedrock:
    """Keeps what Converse was asked; it writes what it is told, and finds nothing wrong with any reply."""

    def __init__(self, text: str = samples.REPLY, gesture: str = "none") -> None:
        self.fields = {"text": text, "gesture": gesture, "category": "product", "personal": []}
        self.asked: list[dict[str, Any]] = []

    def converse(self, **call: Any) -> dict[str, Any]:
        self.asked.append(call)
        reviews = call["toolConfig"]["toolChoice"]["tool"]["name"] == "review_reply"
        fields = {"findings": []} if reviews else self.fields
        use = {"toolUse": {"toolUseId": "t", "name": "tool", "input": fields}}
        return {
            "output": {"message": {"content": [use]}},
            "stopReason": "tool_use",
            "usage": {"inputTokens": 1, "outputTokens": 1},
        }


def services(table: FakeTable, bedrock: FakeBedrock) -> Services:
    models = Models(REPLY.models, lambda *_: None, client=bedrock)
    return Services(
        requests=table,
        writer=models,
        reviewers=models,
        translator=FakeTranslator(),
        meter=table.meter,
        settings=REPLY,
    )


def asked_for(attack: Attack) -> dict[str, Any]:
    """Return the call of the writer for a request that carries an attack."""
    table, bedrock = FakeTable(), FakeBedrock()
    message = {"original": attack.message, "pivot": attack.message, "pivot_language": "fr"}
    customer = {"name": attack.name, "email": "zoe@example.com"}
    table.put(samples.analysed(message=message, customer=customer))
    run(STEP, services(table, bedrock))
    return bedrock.asked[0]


NEUTRAL = asked_for(Attack("", "fr", "", "Où est mon colis ?"))


def test_there_are_enough_of_them() -> None:
    assert len(ATTACKS) >= 60
    assert len({attack.id for attack in ATTACKS}) == len(ATTACKS)
    assert len(Counter(attack.language for attack in ATTACKS)) >= 8


@each
def test_intake_lets_it_in_as_it_would_any_message(attack: Attack) -> None:
    fields = request_body.parse(json.dumps(attack.body).encode())
    assert fields["name"] == attack.name
    assert fields["message"] == attack.message.strip()


@each
def test_only_the_customers_turn_of_the_call_differs(attack: Attack) -> None:
    call = asked_for(attack)
    (turn,) = call.pop("messages")
    assert call == {key: value for key, value in NEUTRAL.items() if key != "messages"}
    assert (turn["role"], len(turn["content"])) == ("user", 1)


@each
def test_name_and_message_stay_within_their_bounds(attack: Attack) -> None:
    context, message = bounded(asked_for(attack))
    # A name that says what no reply may say is not told to the model at all.
    assert context["customer_name"] in (attack.name, "")
    assert context == {**bounded(NEUTRAL)[0], "customer_name": context["customer_name"]}
    assert message == attack.message


@each
def test_a_model_that_repeats_it_is_not_believed(attack: Attack) -> None:
    """Code alone stops the echo, before any reviewer reads it."""
    table, bedrock = FakeTable(), FakeBedrock(f"{attack.name} {attack.message}")
    table.put(samples.analysed())
    with pytest.raises(ReplyRejected):
        run(STEP, services(table, bedrock))
    assert len(bedrock.asked) == 2
    assert "reply" not in table.items[samples.REQUEST_ID]


@each
def test_the_reviewer_reads_it_within_bounds_too(attack: Attack) -> None:
    table, bedrock = FakeTable(), FakeBedrock()
    message = {"original": attack.message, "pivot": attack.message, "pivot_language": "fr"}
    table.put(samples.analysed(message=message))
    run(STEP, services(table, bedrock))
    (review,) = [call for call in bedrock.asked if "review_reply" in str(call["toolConfig"])]
    text = review["messages"][0]["content"][0]["text"]
    assert re.findall("<[^>]*>?", text) == [*TAGS, "<customer_text>", "</customer_text>"]
    assert attack.message not in review["system"][0]["text"]


@each
def test_the_template_that_answers_instead_repeats_no_bad_name(attack: Attack) -> None:
    table = FakeTable()
    table.put(samples.analysed(customer={"name": attack.name, "email": "zoe@example.com"}))
    run(Step(samples.REQUEST_ID, fallback=True, reason="reply_link"), services(table, FakeBedrock()))
    reply = table.items[samples.REQUEST_ID]["reply"]
    assert reply["source"] == "template"
    assert not re.search(r"https?:|\d ?%|customer_message", reply["text"])


@pytest.mark.parametrize("priority", ["HIGH", "MEDIUM", "NORMAL"])
@pytest.mark.parametrize("gesture", [VOUCHER, FREE], ids=lambda gesture: gesture["id"])
def test_the_environment_authorises_a_gesture_for_its_priority_alone(priority: str, gesture: Any) -> None:
    table, bedrock = FakeTable(), FakeBedrock(gesture=gesture["id"])
    item = samples.analysed()
    item["analysis"]["priority"] = priority
    item["message"]["original"] = "I was told: one hour, no, four hours."
    table.put(item)
    run(STEP, services(table, bedrock))
    reply = table.items[samples.REQUEST_ID]["reply"]
    made = priority in gesture["priorities"]
    assert (gesture["sentences"]["fr"] in reply["text"]) is made
    assert reply["gesture"] == (gesture["id"] if made else "none")


def bounded(call: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the context and the message of a call, which has one block of each and nothing else."""
    text = call["messages"][0]["content"][0]["text"]
    assert re.findall("<[^>]*>?", text) == TAGS
    assert len(text) <= MOST_CHARACTERS
    parts = re.fullmatch(
        "<context>(.*)</context>\n<customer_message>(.*)</customer_message>", text, re.DOTALL
    )
    assert parts
    return json.loads(unescaped(parts[1])), unescaped(parts[2])


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
