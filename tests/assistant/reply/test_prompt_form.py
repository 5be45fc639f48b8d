"""The form of every prompt."""

import re

import pytest
from hypothesis import given, strategies as st

from assistant.reply.prompt_form import bounded, named, tool_of
from tests.assistant.properties import thoroughly

TAGS = ["<context>", "</context>", "<customer_message>", "</customer_message>"]


@given(st.lists(st.sampled_from([*TAGS, "&lt;", '"', "\\", "\n", "<", "x"])).map("".join))
@thoroughly
def test_data_cannot_close_its_bounds(text: str) -> None:
    turn = bounded({text: text}, customer_message=text)
    assert re.findall("<[^>]*>?", turn) == TAGS
    assert turn.endswith("</customer_message>")


@pytest.mark.parametrize(
    ("code", "name"), [("fr", "French (fr)"), ("zh-TW", "Chinese (Traditional) (zh-TW)"), ("eu", "eu (eu)")]
)
def test_a_language_is_named_with_its_code(code: str, name: str) -> None:
    assert named(code) == name


def test_a_tool_has_the_three_keys_that_every_model_takes() -> None:
    assert tool_of("x", "Does it.", {"a": {"type": "string"}}) == {
        "name": "x",
        "description": "Does it.",
        "inputSchema": {
            "json": {
                "type": "object",
                "properties": {"a": {"type": "string"}},
                "required": ["a"],
            }
        },
    }
