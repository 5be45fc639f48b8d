"""What a customer sees of a request."""

from typing import Any

import pytest

from assistant.request import record
from assistant.status import customer_view
from tests.assistant import samples

SECRET = "polly.SynthesizeSpeech: AccessDeniedException"


def names(value: Any) -> set[str]:
    """Return every key in a document."""
    if isinstance(value, dict):
        return set(value) | {name for one in value.values() for name in names(one)}
    return {name for one in value for name in names(one)} if isinstance(value, list) else set()


def test_costs_models_scores_and_service_codes_are_the_teams() -> None:
    item = samples.completed(**{"used:polly_calls": 1}, degraded={"sentiment": SECRET})
    team, shown = record.of(item, lambda _: 0.01), customer_view.of(item)
    ours = {"cost_usd", "usage", "timings_ms", "scores", "score", "confidence", "model", "models", "review"}
    ours |= {"prompt_version", "category_source", "engine", "reason"}
    assert ours <= names(team)
    assert not ours & names(shown)
    assert shown["degraded"] == ["sentiment"]
    assert SECRET not in str(shown)
    for model in ("anthropic", "nova"):
        assert model not in str(shown)


def test_a_field_that_is_new_to_the_record_is_not_shown() -> None:
    item = samples.completed()
    for part in customer_view.PARTS:
        item[part]["new"] = "new"
    item["analysis"]["entities"][0]["new"] = "new"
    known = samples.completed()
    for one in (item, known):
        one["reply"]["sources"] = [{"title": "Retours"}]
    item["reply"]["sources"][0]["new"] = "new"
    assert customer_view.of(item) == customer_view.of(known)


def test_what_is_shown_is_as_the_record_has_it() -> None:
    item = samples.completed()
    team, shown = record.of(item, lambda _: None), customer_view.of(item)
    for part, fields in customer_view.PARTS.items():
        for name in set(fields) & set(team[part]) - {"entities"}:
            assert shown[part][name] == team[part][name]
    assert shown["analysis"]["entities"] == [{"text": "Monday", "type": "DATE"}]
    assert [name for name in shown if name in team] == [name for name in team if name in shown]


@pytest.mark.parametrize(
    "item", [samples.accepted(), samples.analysed(), samples.answered(), samples.completed()]
)
def test_the_link_that_erases_is_there_from_the_first(item: dict[str, Any]) -> None:
    assert customer_view.of(item)["links"] == {"erase": samples.ERASE_URL}


def test_silence_that_is_meant_has_a_reason_and_a_failure_none() -> None:
    silent = samples.completed(voice={"status": "unavailable", "reason": "speech_off"})
    assert customer_view.of(silent)["voice"] == {"status": "unavailable", "reason": "speech_off"}
    failed = samples.completed(voice={"status": "unavailable", "reason": SECRET}, degraded={"voice": SECRET})
    shown = customer_view.of(failed)
    assert (shown["voice"], shown["degraded"]) == ({"status": "unavailable"}, ["voice"])


def test_the_stored_item_is_left_as_it_is() -> None:
    item = samples.completed()
    customer_view.of(item)
    assert item == samples.completed()


def test_of_a_source_a_customer_sees_where_to_read_it() -> None:
    passage: Any = samples.PASSAGE
    item = samples.completed(passages=[passage], gap={"category": "refund"}, gap_month="2026-11")
    source = {key: passage[key] for key in ("id", "document", "title", "heading", "link", "updated")}
    item["reply"] |= {"basis": "documented", "sources": [source, source | {"link": "", "updated": ""}]}
    shown = customer_view.of(item)
    seen = {
        "title": "Retours",
        "heading": "Délai",
        "link": "https://www.example.com/aide/retours",
        "updated": "2026-09-01",
    }
    assert shown["reply"]["basis"] == "documented"
    assert shown["reply"]["sources"] == [seen, seen | {"link": "", "updated": ""}]
    assert not {"passages", "gap", "gap_month", "distance", "document"} & names(shown)
    assert passage["text"] not in str(shown)
    assert "retours.md" not in str(shown)


def test_of_an_acknowledgement_a_customer_sees_that_it_is_one() -> None:
    shown = customer_view.of(samples.completed())["reply"]
    assert (shown["basis"], shown["sources"]) == ("acknowledgement", [])
