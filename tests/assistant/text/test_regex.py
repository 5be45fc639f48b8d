"""Patterns are compiled once."""

from assistant.text.regex import compiled


def test_a_pattern_is_compiled_once() -> None:
    assert compiled(r"\d+") is compiled(r"\d+")
    assert compiled(r"\d+").findall("12 a 3") == ["12", "3"]
