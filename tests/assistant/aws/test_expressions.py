"""DynamoDB update expressions."""

import pytest

from assistant.request.update import Update


def test_an_update_names_paths_and_values_by_aliases() -> None:
    update = Update(
        set_={"message.pivot": "x", "status": "completed"},
        keep={"completed_at": "now"},
        remove=("open_status", "failure"),
    )
    assert update.expression == (
        "SET #message.#pivot = :message_pivot, #status = :status, "
        "#completed_at = if_not_exists(#completed_at, :completed_at) "
        "REMOVE #open_status, #failure"
    )
    assert update.names == {
        f"#{name}": name for name in ("message", "pivot", "status", "completed_at", "open_status", "failure")
    }
    assert update.values == {
        "message_pivot": "x",
        "status": "completed",
        "completed_at": "now",
        "erased": "erased",
    }


@pytest.mark.parametrize(
    ("update", "expression"),
    [
        (Update(set_={"a": 1}), "SET #a = :a"),
        (Update(keep={"a.b": 1}), "SET #a.#b = if_not_exists(#a.#b, :a_b)"),
        (Update(remove=("a",)), "REMOVE #a"),
    ],
)
def test_parts_that_are_not_asked_for_are_left_out(update: Update, expression: str) -> None:
    assert update.expression == expression


def test_every_update_needs_the_request_to_exist_and_not_to_be_erased() -> None:
    update = Update(set_={"a": 1})
    assert update.condition == "attribute_exists(pk) AND #status <> :erased"
    assert update.names == {"#status": "status", "#a": "a"}
    assert update.values == {"a": 1, "erased": "erased"}


def test_only_an_update_that_asks_for_it_may_touch_an_erased_request() -> None:
    update = Update(remove=("open_status",), while_status="erased")
    assert update.condition == "attribute_exists(pk) AND #status = :while_status"
    assert update.values == {"while_status": "erased"}


def test_once_asks_that_the_path_is_absent() -> None:
    update = Update(set_={"analysis": {}}, once="analysis.category")
    assert update.condition == (
        "attribute_exists(pk) AND attribute_not_exists(#analysis.#category) AND #status <> :erased"
    )
    assert update.names == {"#status": "status", "#analysis": "analysis", "#category": "category"}


def test_while_status_asks_for_the_status_even_if_the_update_sets_it() -> None:
    update = Update(set_={"status": "failed"}, while_status="processing")
    assert update.condition == "attribute_exists(pk) AND #status = :while_status"
    assert update.values == {"status": "failed", "while_status": "processing"}
    assert Update(set_={"a": 1}, while_status="x").names == {"#a": "a", "#status": "status"}


def test_counters_are_added_to_whatever_is_there() -> None:
    update = Update(
        set_={"a": 1}, remove=("b",), add={"used:polly_characters:neural": 640, "used:kms_calls": 1}
    )
    assert update.expression == "SET #a = :a REMOVE #b ADD #add0 :add0, #add1 :add1"
    assert update.names == {
        "#status": "status",
        "#a": "a",
        "#b": "b",
        "#add0": "used:polly_characters:neural",
        "#add1": "used:kms_calls",
    }
    assert update.values == {"a": 1, "add0": 640, "add1": 1, "erased": "erased"}
    assert Update(add={"used:kms_calls": 1}).expression == "ADD #add0 :add0"


def test_while_equal_asks_for_values_at_paths_even_if_the_update_sets_them() -> None:
    update = Update(
        set_={"voice.status": "ready"}, while_equal={"voice.status": "on_demand", "lease.by": "me"}
    )
    assert update.condition == (
        "attribute_exists(pk) AND #voice.#status = :equal0 AND #lease.#by = :equal1 AND #status <> :erased"
    )
    assert update.names == {f"#{name}": name for name in ("status", "voice", "lease", "by")}
    assert update.values == {
        "voice_status": "ready",
        "equal0": "on_demand",
        "equal1": "me",
        "erased": "erased",
    }


def test_lapsed_asks_that_a_number_is_absent_or_reached() -> None:
    update = Update(set_={"lease": {"until": 40}}, lapsed=("lease.until", 10))
    assert update.condition == (
        "attribute_exists(pk) AND (attribute_not_exists(#lease.#until) OR #lease.#until <= :lapsed)"
        " AND #status <> :erased"
    )
    assert update.names == {f"#{name}": name for name in ("status", "lease", "until")}
    assert update.values == {"lease": {"until": 40}, "lapsed": 10, "erased": "erased"}
