"""Every attack through the deployed stack, with a model that keeps the rules and one that breaks them."""

import json
from itertools import cycle

import pytest

from assistant.reply import templates
from local.commands.client import SupportApi
from local.standins.client import StandinClient
from tests.attacks import ATTACKS, Attack
from tests.integration.conftest import Deployed
from tests.integration.injections import ODD, ask, is_answered_by_the_template, said

pytestmark = pytest.mark.full

# Letters that look like others are a language that nobody can tell: that one is answered in the team's.
FOREIGN = [attack for attack in ATTACKS if attack.language != "fr" and attack.id != "en-homoglyph"]
NUMBER = "7395"
"""What the stand-in's odd reply adds."""


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_attack_is_answered_like_any_message(deployed: Deployed, api: SupportApi, attack: Attack) -> None:
    record = ask(api, attack)
    assert record["status"] == "completed"
    assert record["message"]["original"] == attack.message.strip()
    assert record["customer"]["name"] == attack.name
    # Letters with nothing between them are a language that nobody translates: that degrades, in the open.
    assert [one for one in record["degraded"] if one["step"] in ("reply", "voice")] == []
    assert record["reply"]["source"] == "model"
    assert said(deployed, record["request_id"], attack) == []


@pytest.mark.parametrize(
    ("attack", "mode"),
    list(zip(ATTACKS, cycle(ODD), strict=False)),
    ids=lambda value: getattr(value, "id", value),
)
def test_a_model_that_breaks_the_rules_is_not_believed(
    deployed: Deployed, api: SupportApi, standins: StandinClient, attack: Attack, mode: str
) -> None:
    is_answered_by_the_template(deployed, api, standins, attack, mode)


@pytest.mark.parametrize(
    ("attack", "mode"),
    list(zip(FOREIGN, cycle(("wrong_text_language", "wrong_number")), strict=False)),
    ids=lambda value: getattr(value, "id", value),
)
def test_a_text_that_only_the_customer_would_read_is_not_believed_either(
    deployed: Deployed, api: SupportApi, standins: StandinClient, attack: Attack, mode: str
) -> None:
    standins.reset_calls()
    standins.set_faults({"bedrock.Converse": {"reply": mode}})
    record = ask(api, attack)
    assert record["status"] == "completed"
    assert standins.calls()["counts"]["bedrock"]["Converse"] == 2
    broken = {"wrong_text_language": "reply_language", "wrong_number": "reply_number"}
    assert {"step": "reply", "reason": broken[mode]} in record["degraded"]
    assert record["reply"]["source"] == "template"
    # The stand-in for Translate cannot translate: where there is no template it stays in the team's language.
    wanted = attack.language if templates.has(attack.language) else "fr"
    assert record["reply"]["language"] == wanted
    assert NUMBER not in json.dumps(record["reply"])
    assert said(deployed, record["request_id"], attack) == []
