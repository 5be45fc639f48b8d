"""An update as DynamoDB's expressions."""

from typing import Any

import pytest

from assistant.request.update import Update


def test_an_update_names_paths_and_values_by_aliases() -> None:
    update = Update(
        set_={"message.pivot": "x", "status": "completed"},
        keep={"completed_at": "now"},
        remove=("open_status", "failure"),
        add={"used:polly_characters:neural": 640, "used:kms_calls": 1},
    )
    assert update.expression == (
        "SET #message.#pivot = :message_pivot, #status = :status, "
        "#completed_at = if_not_exists(#completed_at, :completed_at) "
        "REMOVE #open_status, #failure "
        "ADD #add0 :add0, #add1 :add1"
    )
    paths = ("message", "pivot", "status", "completed_at", "open_status", "failure")
    assert update.condition.names == {f"#{name}": name for name in paths} | {
        "#add0": "used:polly_characters:neural",
        "#add1": "used:kms_calls",
    }
    assert update.condition.values == {
        ":message_pivot": "x",
        ":status": "completed",
        ":completed_at": "now",
        ":add0": 640,
        ":add1": 1,
        ":erased": "erased",
    }


@pytest.mark.parametrize(
    ("update", "expression"),
    [
        (Update(set_={"a": 1}), "SET #a = :a"),
        (Update(keep={"a.b": 1}), "SET #a.#b = if_not_exists(#a.#b, :a_b)"),
        (Update(remove=("a",)), "REMOVE #a"),
        (Update(add={"used:kms_calls": 1}), "ADD #add0 :add0"),
        (Update(set_={"a": 1}, add={"used:kms_calls": 1}), "SET #a = :a ADD #add0 :add0"),
    ],
)
def test_parts_that_are_not_asked_for_are_left_out(update: Update, expression: str) -> None:
    assert update.expression == expression


LIVING = "#status <> :erased"


@pytest.mark.parametrize(
    ("options", "conditions", "names", "values"),
    [
        ({}, [LIVING], "status", {":erased": "erased"}),
        ({"while_status": "erased"}, ["#status = :while_status"], "status", {":while_status": "erased"}),
        (
            {"once": "analysis.category"},
            ["attribute_not_exists(#analysis.#category)", LIVING],
            "status analysis category",
            {":erased": "erased"},
        ),
        (
            {"while_equal": {"voice.status": "on_demand", "lease.by": "me"}},
            ["#voice.#status = :equal0", "#lease.#by = :equal1", LIVING],
            "status voice lease by",
            {":equal0": "on_demand", ":equal1": "me", ":erased": "erased"},
        ),
        (
            {"lapsed": ("lease.until", 10)},
            ["(attribute_not_exists(#lease.#until) OR #lease.#until <= :lapsed)", LIVING],
            "status lease until",
            {":lapsed": 10, ":erased": "erased"},
        ),
    ],
    ids=["always", "while_status", "once", "while_equal", "lapsed"],
)
@pytest.mark.parametrize("path", ["a", "status", "voice.status"])
def test_an_option_is_a_condition_even_on_what_the_update_sets(
    options: dict[str, Any], conditions: list[str], names: str, values: dict[str, Any], path: str
) -> None:
    condition = Update(set_={path: "new"}, **options).condition
    assert condition.expression == " AND ".join(["attribute_exists(pk)", *conditions])
    assert condition.names == {f"#{name}": name for name in [*names.split(), *path.split(".")]}
    assert condition.values == {f":{path.replace('.', '_')}": "new", **values}
