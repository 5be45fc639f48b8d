"""The calls of models are those of the product."""

from dataclasses import replace

import pytest

from tests.assistant.doctor.test_checkup import PATIENT
from tests.assistant.doctor_fakes import HAIKU, NOVA

SAMPLE = PATIENT.sample
NOVA_KEYS = {"type", "properties", "required"}
"""All that Amazon Nova takes at the top of a tool's schema, by its user guide."""


def test_writers_are_asked_to_write_and_reviewers_to_review() -> None:
    assert [(model, question.tool["name"]) for model, question in SAMPLE.questions()] == [
        (HAIKU, "write_reply"),
        (NOVA, "write_reply"),
        (NOVA, "review_reply"),
        (HAIKU, "review_reply"),
    ]


def test_with_the_economy_profile_writers_read_too() -> None:
    tools = [question.tool["name"] for _, question in replace(SAMPLE, profile="economy").questions()]
    assert tools[-2:] == ["read_and_reply", "read_and_reply"]


@pytest.mark.parametrize("pivot_language", ["fr", "en"])
def test_every_tool_has_a_schema_that_nova_takes(pivot_language: str) -> None:
    sample = replace(SAMPLE, profile="economy", pivot_language=pivot_language)
    for _, question in sample.questions():
        assert set(question.tool["inputSchema"]["json"]) == NOVA_KEYS


@pytest.mark.parametrize("pivot_language", ["fr", "en"])
def test_both_texts_are_asked_for(pivot_language: str) -> None:
    _, question = replace(SAMPLE, pivot_language=pivot_language).questions()[0]
    assert {"text", "pivot_text"} <= set(question.tool["inputSchema"]["json"]["properties"])
