"""Prompt injections through the deployed stack: bad replies are rejected, asked for once more, replaced."""

import pytest

from local.commands.client import SupportApi
from local.standins.client import StandinClient
from tests.attacks import ATTACKS
from tests.integration.conftest import Deployed
from tests.integration.injections import ask, is_answered_by_the_template

pytestmark = pytest.mark.integration

BY_ID = {attack.id: attack for attack in ATTACKS}


@pytest.mark.parametrize(
    ("attack", "mode"),
    [
        ("en-link", "link"),
        ("en-contact", "address"),
        ("fr-remise", "gesture"),
        ("de-prompt", "prompt_leak"),
        ("ja-ignore", "wrong_language"),
        ("en-role", "refusal"),
        ("en-tool", "malformed_input"),
    ],
)
def test_a_bad_reply_is_replaced_by_the_template(
    deployed: Deployed, api: SupportApi, standins: StandinClient, attack: str, mode: str
) -> None:
    is_answered_by_the_template(deployed, api, standins, BY_ID[attack], mode)


def test_one_bad_reply_is_asked_for_once_more(api: SupportApi, standins: StandinClient) -> None:
    standins.set_faults({"bedrock.Converse": {"reply": "gesture", "reply_count": 1}})
    record = ask(api, BY_ID["en-close-tag"])
    assert record["degraded"] == []
    assert record["reply"]["source"] == "model"
    # Written, reviewed, written anew, reviewed.
    assert standins.calls()["counts"]["bedrock"]["Converse"] == 4
    assert record["reply"]["review"]["rules"] == ["offer"]


def test_a_name_with_a_link_greets_nobody(api: SupportApi, standins: StandinClient) -> None:
    standins.set_faults({"bedrock.Converse": {"error": "denied"}})
    record = ask(api, BY_ID["en-name-link"])
    assert record["reply"]["source"] == "template"
    assert "https:" not in record["reply"]["text"]
