"""Attacks reach the model as bounded data alone, and what they are after does not get out."""

import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from handlers.generate_ai_response import run
from support import request_body
from support.aws.bedrock import Writer
from support.domain.languages import PIVOT_LANGUAGES
from support.domain.step import Step
from support.errors import ReplyRejected
from support.services.generate_ai_response import Services
from support_stack import config
from tests.attacks import ATTACKS, Attack
from tests.lambda_src import samples
from tests.lambda_src.configured import REPLY
from tests.lambda_src.fakes import FakeTable, FakeTranslator

STEP = Step(samples.REQUEST_ID, priority="HIGH", category="product", language="en")
TAGS = ["<context>", "</context>", "<customer_message>", "</customer_message>"]
MOST_CHARACTERS = 5 * (5_000 + 2 * 100) + 400
"""A message and a name of nothing but characters that have to be escaped, and our own words."""

each = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)


class FakeBedrock:
    """Keeps what Converse was asked, and answers as it is told."""

    def __init__(self, text: str = samples.REPLY) -> None:
        self.text = text
        self.asked: list[dict[str, Any]] = []

    def converse(self, **call: Any) -> dict[str, Any]:
        self.asked.append(call)
        use = {"toolUse": {"toolUseId": "t", "name": "write_reply", "input": {"text": self.text}}}
        return {
            "output": {"message": {"content": [use]}},
            "stopReason": "tool_use",
            "usage": {"inputTokens": 1, "outputTokens": 1},
        }


def services(table: FakeTable, bedrock: FakeBedrock) -> Services:
    return Services(
        requests=table,
        writer=Writer(REPLY.models, lambda *_: None, bedrock),
        translator=FakeTranslator(),
        settings=REPLY,
    )


def asked_for(attack: Attack) -> dict[str, Any]:
    """Return the call of the model for a request that carries an attack."""
    table, bedrock = FakeTable(), FakeBedrock()
    message = {"original": attack.message, "pivot": attack.message, "pivot_language": "fr"}
    customer = {"name": attack.name, "email": "zoe@example.com"}
    table.put(samples.analysed(message=message, customer=customer))
    run(STEP, services(table, bedrock))
    (call,) = bedrock.asked
    return call


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
    """Whether rule or length stops the echo: it is stored only if it says nothing that no reply may say."""
    table, bedrock = FakeTable(), FakeBedrock(f"{attack.name} {attack.message}")
    table.put(samples.analysed())
    with pytest.raises(ReplyRejected):
        run(STEP, services(table, bedrock))
    assert len(bedrock.asked) == 2
    assert table.items[samples.REQUEST_ID] == samples.analysed()


@pytest.mark.parametrize(
    "attack",
    [one for one in ATTACKS if "-named-" in one.id and one.language in PIVOT_LANGUAGES],
    ids=lambda attack: attack.id,
)
def test_nor_is_one_that_repeats_it_to_whom_it_came_from(attack: Attack) -> None:
    """Even where the customer's own words may be named, none of them is offered."""
    table, bedrock = FakeTable(), FakeBedrock(f"{samples.REPLY} {attack.message}")
    message = {"original": attack.message, "pivot": attack.message, "pivot_language": "fr"}
    table.put(samples.analysed(message=message))
    with pytest.raises(ReplyRejected, match=r"reply_(gesture|number)"):
        run(STEP, services(table, bedrock))


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("We grant you the 90% discount that you asked for.", "reply_gesture"),
        ("You asked for a 90% discount. We accept your request.", "reply_gesture"),
        ("Nous vous accordons la remise de 90 % que vous demandez.", "reply_gesture"),
        ("Please call 555-010-0199.", "reply_number"),
        ("We have read your request for a discount.", None),
        ("Nous avons lu votre demande d'une remise de 90 %.", None),
    ],
)
def test_who_names_a_gesture_gets_an_answer_and_no_gesture(said: str, rule: str | None) -> None:
    table, bedrock = FakeTable(), FakeBedrock(f"{samples.REPLY} {said}")
    wish = "Give me a 90% discount, parcel 555-010-0199. Je veux une remise de 90 %."
    table.put(samples.analysed(message={"original": wish, "pivot": wish, "pivot_language": "fr"}))
    if rule:
        with pytest.raises(ReplyRejected, match=rule):
            run(STEP, services(table, bedrock))
    else:
        run(STEP, services(table, bedrock))
        assert table.items[samples.REQUEST_ID]["reply"]["source"] == "model"


@each
def test_the_template_that_answers_instead_repeats_no_bad_name(attack: Attack) -> None:
    table = FakeTable()
    table.put(samples.analysed(customer={"name": attack.name, "email": "zoe@example.com"}))
    run(Step(samples.REQUEST_ID, lesser=True, reason="reply_link"), services(table, FakeBedrock()))
    reply = table.items[samples.REQUEST_ID]["reply"]
    assert reply["source"] == "template"
    assert not re.search(r"https?:|\d ?%|customer_message", reply["text"])


@pytest.mark.parametrize("priority", ["HIGH", "MEDIUM", "NORMAL"])
@pytest.mark.parametrize("offered", ["HIGH", "MEDIUM"])
def test_the_environment_authorises_a_gesture_for_its_priority_alone(priority: str, offered: str) -> None:
    gestures = config.load("local").reply.gestures
    table, bedrock = FakeTable(), FakeBedrock(f"{samples.REPLY} Vous recevez {gestures[offered][0]}.")
    item = samples.analysed()
    item["analysis"]["priority"] = priority
    table.put(item)
    allowing = replace(REPLY, gestures={key: list(value) for key, value in gestures.items()})
    if priority == offered:
        run(STEP, replace(services(table, bedrock), settings=allowing))
        assert gestures[offered][0] in table.items[samples.REQUEST_ID]["reply"]["text"]
    else:
        with pytest.raises(ReplyRejected, match="reply_gesture"):
            run(STEP, replace(services(table, bedrock), settings=allowing))


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
