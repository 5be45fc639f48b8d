"""An update as DynamoDB's expressions."""

from typing import Any

import pytest

from assistant.request.table import Update

USED = {"used:polly_characters:neural": 640, "used:kms_calls": 1}


def test_an_update_names_paths_and_values_by_placeholders() -> None:
    update = Update(
        set_={"message.pivot": "x", "status": "completed"},
        keep={"completed_at": "now"},
        remove=("open_status", "failure"),
    )
    expression, condition = update.expressed(USED)
    assert expression == (
        "SET #message.#pivot = :v0, #status = :v1, #completed_at = if_not_exists(#completed_at, :v2) "
        "REMOVE #open_status, #failure "
        "ADD #add0 :v3, #add1 :v4"
    )
    paths = ("message", "pivot", "status", "completed_at", "open_status", "failure")
    assert condition.names == {f"#{name}": name for name in paths} | {
        "#add0": "used:polly_characters:neural",
        "#add1": "used:kms_calls",
    }
    assert condition.values == {
        ":v0": "x",
        ":v1": "completed",
        ":v2": "now",
        ":v3": 640,
        ":v4": 1,
        ":v5": "erased",
    }


@pytest.mark.parametrize(
    ("update", "add", "expression"),
    [
        (Update(set_={"a": 1}), {}, "SET #a = :v0"),
        (Update(keep={"a.b": 1}), {}, "SET #a.#b = if_not_exists(#a.#b, :v0)"),
        (Update(remove=("a",)), {}, "REMOVE #a"),
        (Update(), {"used:kms_calls": 1}, "ADD #add0 :v0"),
        (Update(set_={"a": 1}), {"used:kms_calls": 1}, "SET #a = :v0 ADD #add0 :v1"),
    ],
)
def test_parts_that_are_not_asked_for_are_left_out(
    update: Update, add: dict[str, int], expression: str
) -> None:
    assert update.expressed(add)[0] == expression


@pytest.mark.parametrize(
    ("options", "conditions", "names", "values"),
    [
        ({}, ["#status <> :v1"], "", ["erased"]),
        ({"while_equal": {"status": "erased"}}, ["#status = :v1"], "", ["erased"]),
        (
            {"while_equal": {"analysis.category": None}},
            ["attribute_not_exists(#analysis.#category)", "#status <> :v1"],
            "analysis category",
            ["erased"],
        ),
        (
            {"while_equal": {"voice.status": "on_demand", "lease.by": "me"}},
            ["#voice.#status = :v1", "#lease.#by = :v2", "#status <> :v3"],
            "voice lease by",
            ["on_demand", "me", "erased"],
        ),
        (
            {"lapsed": ("lease.until", 10)},
            ["(attribute_not_exists(#lease.#until) OR #lease.#until <= :v1)", "#status <> :v2"],
            "lease until",
            [10, "erased"],
        ),
    ],
    ids=["always", "by status", "absent", "equal", "lapsed"],
)
@pytest.mark.parametrize("path", ["a", "status", "voice.status"])
def test_an_option_is_a_condition_even_on_what_the_update_sets(
    options: dict[str, Any], conditions: list[str], names: str, values: list[object], path: str
) -> None:
    _, condition = Update(set_={path: "new"}, **options).expressed({})
    assert condition.expression == " AND ".join(["attribute_exists(pk)", *conditions])
    assert condition.names == {f"#{name}": name for name in ["status", *names.split(), *path.split(".")]}
    assert condition.values == {f":v{number}": value for number, value in enumerate(["new", *values])}
