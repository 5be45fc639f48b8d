"""The economy profile: one model call reads and answers, and the services are there where it fails."""

from collections.abc import Iterator

import pytest

from local.commands.client import Record
from local.standins.client import StandinClient
from tests.integration.conftest import Deployed
from tests.integration.test_answers import ask
from tests.team import TeamApi

pytestmark = pytest.mark.integration

GERMAN = (
    "Guten Morgen, ich warte seit sechs Tagen auf meine Bestellung 4471-B und die Sendungsverfolgung zeigt "
    "leider nichts Neues. Können Sie mir bitte sagen, wann das Paket ankommt?"
)
SEARCHED = {"s3vectors": {"QueryVectors": 1}}


def models(calls: int) -> dict[str, dict[str, int]]:
    """Return the calls of models, and what finds the documents before them."""
    return {"bedrock": {"InvokeModel": 1, "Converse": calls}} | SEARCHED


BOTH = models(2)
"""One call reads and answers, one reviews."""

DETECTED = {"comprehend": {"DetectDominantLanguage": 1}}
ANALYSED = {"comprehend": {"DetectSentiment": 1}}
NAMED = {"comprehend": {"DetectEntities": 1}}
TRANSLATED = {"translate": {"TranslateText": 1}}
QUALITY = {
    "comprehend": {"DetectDominantLanguage": 1, "DetectEntities": 1, "DetectSentiment": 1},
    "translate": {"TranslateText": 1},
}


@pytest.fixture(scope="module")
def api(economy: Deployed) -> Iterator[TeamApi]:
    deployment = economy.deployment
    with TeamApi(deployment) as api:
        yield api


@pytest.fixture
def standins(economy: Deployed) -> Iterator[StandinClient]:
    with StandinClient(economy.deployment.ai_url) as standins:
        standins.clear_faults()
        standins.reset_calls()
        yield standins
        standins.clear_faults()


def answered(record: Record) -> Record:
    assert (record["status"], record["degraded"]) == ("completed", [])
    assert record["reply"]["source"] == "model"
    assert record["language"]["code"] == record["reply"]["language"] == "de"
    return record


def test_one_call_reads_and_answers_and_one_reviews(api: TeamApi, standins: StandinClient) -> None:
    record = answered(ask(api, GERMAN, name="Jürgen Groß"))
    assert standins.calls()["counts"] == BOTH
    assert record["analysis"]["category"] == "delivery"
    assert record["analysis"]["entities"][0]["text"] in GERMAN
    assert set(record["analysis"]["scores"]) == {"Positive", "Negative", "Neutral", "Mixed"}
    assert record["message"]["pivot"] != GERMAN
    assert "Jürgen Groß" in record["reply"]["text"]
    assert record["usage"]["bedrock"]["calls"] == 3
    assert record["cost_usd"] < 0.0014
    assert record["analysis"]["category_source"] == "model"


@pytest.mark.parametrize(
    ("reply", "asked"),
    [
        # a text whose language nobody knew is no reply
        ("unknown_language", models(3) | DETECTED),
        ("lost_numbers_translation", BOTH | TRANSLATED),
        # without a mood that is believed there is no draft: the model writes the reply once it is known
        ("bad_scores", models(3) | ANALYSED),
        ("no_tool", models(3) | QUALITY),
        ("malformed_input", models(3) | QUALITY),
    ],
)
def test_what_is_not_believed_is_asked_of_the_services(
    api: TeamApi, standins: StandinClient, reply: str, asked: dict[str, dict[str, int]]
) -> None:
    standins.set_faults({"bedrock.Converse": {"reply": reply, "reply_count": 1}})
    answered(ask(api, GERMAN, name="Jürgen Groß"))
    assert standins.calls()["counts"] == asked


@pytest.mark.parametrize(
    ("reply", "calls"),
    [
        ("gesture", 4),  # which the reviewer finds
        ("link", 3),
        ("wrong_number", 3),
    ],
)
def test_a_draft_that_breaks_a_rule_is_written_anew(
    api: TeamApi, standins: StandinClient, reply: str, calls: int
) -> None:
    standins.set_faults({"bedrock.Converse": {"reply": reply, "reply_count": 1}})
    answered(ask(api, GERMAN, name="Jürgen Groß"))
    assert standins.calls()["counts"] == models(calls)


@pytest.mark.parametrize("error", ["throttled", "500", "disconnect"])
def test_a_model_that_fails_while_reading_costs_no_answer(
    api: TeamApi, standins: StandinClient, error: str
) -> None:
    standins.set_faults({"bedrock.Converse": {"error": error, "error_count": 2}})
    record = answered(ask(api, GERMAN, name="Jürgen Groß"))
    counts = standins.calls()["counts"]
    assert counts["translate"] == QUALITY["translate"]
    assert counts["comprehend"] == QUALITY["comprehend"]
    assert record["message"]["pivot"]
