"""docs/openapi.json is what the code makes of it, and what the code answers fits it."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import schemathesis

from assistant.entrypoints import http
from assistant.errors import ApiError, FieldError
from assistant.intake.request_schema import SCHEMA
from assistant.request import item
from assistant.status import customer_view
from support_stack.problems import PROBLEMS
from tests.assistant import samples
from tests.assistant.intake.test_request_schema import BAD_FIELDS, GOOD, GOOD_FIELDS
from tools import openapi

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs" / "openapi.json"
DESCRIBED: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


def validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(DESCRIBED["components"]["schemas"][name])


def test_the_file_is_what_the_code_describes() -> None:
    assert FILE.read_text(encoding="utf-8") == openapi.written(), "run `make openapi`"


def test_it_is_an_openapi_description() -> None:
    schemathesis.openapi.from_path(FILE).validate()


def test_it_publishes_the_one_request_schema() -> None:
    published = DESCRIBED["components"]["schemas"][SCHEMA["title"]]
    assert without_patterns(published) == without_patterns(SCHEMA)


# Half of a surrogate pair is left to the function: no JSON in UTF-8 holds one unescaped.
VALUES = [row for row in (*GOOD_FIELDS, *BAD_FIELDS) if row[1] not in ("\ud83d", "\udfff")]


@pytest.mark.parametrize(("field", "value"), VALUES)
def test_it_tells_good_values_from_bad_as_the_function_does(field: str, value: Any) -> None:
    assert validator(SCHEMA["title"]).is_valid({**GOOD, field: value}) == ((field, value) in GOOD_FIELDS)


@pytest.mark.parametrize(
    "item",
    [
        samples.accepted(),
        samples.analysed(),
        samples.answered(),
        samples.completed(),
        samples.completed(voice={"status": "unavailable", "reason": "no_voice_for_language"}),
        samples.completed(voice={**samples.completed()["voice"], "status": "on_demand"}),
        samples.answered(status="failed", degraded={"voice": "polly.SynthesizeSpeech: X"}),
    ],
    ids=["accepted", "analysed", "answered", "completed", "silent", "on demand", "failed"],
)
def test_a_record_at_each_point_of_its_way_fits(item: item.Voiced) -> None:
    metered = {**item, "used:polly_calls": 1, "used:polly_characters:neural": 640}
    for stored in (item, metered):
        validator("Record").validate(customer_view.of(stored))


def test_a_record_with_more_than_the_contract_does_not() -> None:
    more = {**customer_view.of(samples.completed()), "customer_hash": "0" * 64}
    assert not validator("Record").is_valid(more)


@pytest.mark.parametrize("error", [ApiError, *ApiError.__subclasses__()])
def test_every_error_of_the_functions_fits_and_is_described(error: type[ApiError]) -> None:
    wrong = [FieldError(field="name", detail="is required")]
    body = json.loads(http.problem(error("What went wrong.", errors=wrong))["body"])
    validator("Problem").validate(body)
    assert str(error.status) in statuses()


def test_every_error_of_the_gateway_is_described() -> None:
    assert {str(problem.status) for problem in PROBLEMS} <= statuses()


def without_patterns(schema: dict[str, Any]) -> dict[str, Any]:
    fields = {
        name: {key: value for key, value in rule.items() if key != "pattern"}
        for name, rule in schema["properties"].items()
    }
    return {**schema, "$schema": "", "properties": fields}


def statuses() -> set[str]:
    return {
        status
        for path in DESCRIBED["paths"].values()
        for method in ("get", "post", "delete")
        for status in path.get(method, {}).get("responses", ())
    }
