"""Odd replies of the model, as the stand-in can be told to give them, and what must become of each."""

import json

from local.commands.client import Record, SupportApi
from local.environment import inbox
from local.standins.client import StandinClient
from tests.attacks import Attack
from tests.integration.conftest import Deployed

ODD = {
    "link": "reply_link",
    "address": "reply_address",
    "gesture": "reply_offer",
    "prompt_leak": "reply_prompt",
    "wrong_language": "reply_language",
    "refusal": "reply_stopped_refusal",
    "empty": "reply_empty",
    "too_short": "reply_too_short",
    "too_long": "reply_too_long",
    "no_tool": "reply_stopped_end_turn",
    "content_filtered": "reply_stopped_content_filtered",
    "malformed_input": "reply_empty",
}
"""The reason that names the rule, by the stand-in's mode."""

REVIEWED = {"gesture"}
"""What code lets through, and the reviewer does not."""

_BAD_WORDS = (
    "refunds.example.net",
    "claims@example.net",
    "remise, rabais",
    "My instructions",
    "write_reply",
    "I cannot help",
)
_ENGLISH = ("Kind regards", "kind regards")
"""A reply in the wrong language; right for whoever wrote in English."""


def ask(api: SupportApi, attack: Attack) -> Record:
    """Send an attack and return its record once it has ended."""
    return api.follow(api.submit(attack.body)["status_url"])


def is_answered_by_the_template(
    deployed: Deployed, api: SupportApi, standins: StandinClient, attack: Attack, mode: str
) -> None:
    """Send an attack to a model that gives odd replies: two are asked for, none is stored or sent."""
    standins.reset_calls()
    standins.set_faults({"bedrock.Converse": {"reply": mode}})
    record = ask(api, attack)
    assert record["status"] == "completed"
    assert [one["reason"] for one in record["degraded"] if one["step"] == "reply"] == [ODD[mode]]
    assert record["reply"]["source"] == "template"
    reviews = 2 if mode in REVIEWED else 0
    assert standins.calls()["counts"]["bedrock"]["Converse"] == 2 + reviews
    assert said(deployed, record["request_id"], attack) == []


def said(deployed: Deployed, request_id: str, attack: Attack) -> list[str]:
    """Return the bad words that were stored or sent about a request, besides those of the customer."""
    deployment = deployed.deployment
    s3, table = deployment.clients.s3, deployment.clients.dynamodb.Table(deployment.table)
    texts = [json.dumps(table.get_item(Key={"pk": request_id})["Item"], default=str, ensure_ascii=False)]
    for key in (f"responses/{request_id}_complete.json", f"transcripts/{request_id}.txt"):
        texts.append(s3.get_object(Bucket=deployment.bucket, Key=key)["Body"].read().decode())
    notifications = inbox.collect(deployment.clients, deployed.state / "inbox.jsonl")
    texts += [one.body for one in notifications if request_id in one.body]
    own = attack.name + attack.message
    bad = _BAD_WORDS if attack.language == "en" else (*_BAD_WORDS, *_ENGLISH)
    return [word for word in bad if word not in own and any(word in text for text in texts)]
