"""The request body's schema, as any reader of it sees it."""

import json
import re
import time
from typing import Any

import fastjsonschema
import pytest

from assistant.intake.request_schema import SCHEMA
from assistant.language import languages

validate = fastjsonschema.compile(SCHEMA)
GOOD = {"name": "Zoé Lefèvre", "email": "zoe@example.com", "message": "Bonjour"}

GOOD_FIELDS = [
    ("name", "a"),
    ("name", "x" * 100),
    ("name", "😀" * 100),
    ("name", "Grace O'Neill <b>&amp;</b> الاسم"),
    ("email", "a@b.co"),
    ("email", "first.last+tag@sub.example.co.uk"),
    ("email", "o'neill@exämple.de"),
    ("email", "x" * 64 + "@example.com"),
    ("message", "x"),
    ("message", "あ" * 5_000),
    ("message", "line\nline\ttab\x07bell"),
    ("language", "auto"),
    ("language", "fr"),
    ("language", "pt-PT"),
]

BAD_FIELDS = [
    ("name", ""),
    ("name", " \u00a0"),
    ("name", "x" * 101),
    ("name", "a\nb"),
    ("name", "a\x00"),
    ("name", "a\x9f"),
    ("name", "a\n"),
    ("name", "\ud83d"),
    ("name", None),
    ("name", 5),
    ("name", ["a"]),
    ("email", ""),
    ("email", "no-at.example.com"),
    ("email", "a@b"),
    ("email", "a@b..com"),
    ("email", "a@.com"),
    ("email", "a@b.com."),
    ("email", "a b@example.com"),
    ("email", "a@@example.com"),
    ("email", "a@example.com, b@example.com"),
    ("email", "Name <a@example.com>"),
    ("email", "a\r\nBcc: b@example.com@example.com"),
    ("email", "x" * 65 + "@example.com"),
    ("email", "a@" + "x" * 250 + ".com"),
    ("email", {"address": "a@b.co"}),
    ("message", ""),
    ("message", "x" * 5_001),
    ("message", "\udfff"),
    ("message", 42),
    ("message", True),
    ("language", 5),
    ("language", ["fr"]),
    ("language", False),
]


@pytest.mark.parametrize(("field", "value"), GOOD_FIELDS)
def test_good_values_pass(field: str, value: Any) -> None:
    validate(GOOD | {field: value})


@pytest.mark.parametrize(("field", "value"), BAD_FIELDS)
def test_bad_values_do_not(field: str, value: Any) -> None:
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        validate(GOOD | {field: value})


@pytest.mark.parametrize("missing", ["name", "email", "message"])
def test_three_fields_are_required(missing: str) -> None:
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        validate({field: value for field, value in GOOD.items() if field != missing})


def test_language_is_optional_and_nothing_else_is_taken() -> None:
    validate(GOOD)
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        validate(GOOD | {"priority": "HIGH"})


@pytest.mark.slow
@pytest.mark.parametrize("text", ["x" * 100_000 + "\ud800", " " * 100_000, "\x00" * 100_000 + "\ud800"])
def test_no_text_makes_a_pattern_try_many_ways(text: str) -> None:
    started = time.perf_counter()
    for rule in SCHEMA["properties"].values():
        assert not re.match(rule.get("pattern", "$."), text)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "tag", ["", None, "FR", "de-DE", "zh-Hant", "iw", "tlh", "french", "x" * 500, *languages.by_code()]
)
def test_any_language_may_be_declared_since_it_is_a_hint(tag: str | None) -> None:
    validate(GOOD | {"language": tag})


def test_every_field_says_what_would_be_right() -> None:
    assert all(rule["description"] for rule in SCHEMA["properties"].values())


def test_it_is_draft_four_and_plain_json() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-04/schema#"
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
