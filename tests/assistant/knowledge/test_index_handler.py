"""An operator has the documents indexed, call by call."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.errors import ServiceBusy
from assistant.knowledge import index_handler
from assistant.knowledge.index_handler import NAME, RESERVE_MS, SECONDS_A_CALL, run
from assistant.knowledge.indexing import AT_ONCE, FOLDER
from tests.assistant.conftest import Log
from tests.assistant.fakes import BUSY, FakeBucket, FakeEmbedder, FakeTable, FakeVectorIndex
from tests.assistant.knowledge.test_indexing import Indexing

SECRET = "Ce que dit un document"
COUNT = 20


class Services(index_handler.Services):
    """With the fakes as its fields."""

    indexer: Indexing
    requests: FakeTable


@pytest.fixture
def services(table: FakeTable) -> Services:
    meter = Meter(charged=False)
    indexing = Indexing(FakeBucket(), FakeEmbedder(meter.add), FakeVectorIndex())
    indexing.upload(**{f"d{number:02}": f"Texte {number}" for number in range(COUNT)})
    return Services(indexer=indexing, requests=table, meter=meter)


class FakeStopwatch:
    """Shows the time that a test says is gone."""

    milliseconds = 0


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> FakeStopwatch:
    watch = FakeStopwatch()
    monkeypatch.setattr("assistant.clock.Stopwatch", lambda: watch)
    return watch


def plenty() -> int:
    return 300_000


def hurried() -> int:
    return RESERVE_MS - 1


def names(answer: dict[str, Any]) -> list[str]:
    return [row["document"] for row in answer["rows"]]


def all_calls(
    services: Services, left: Callable[[], int], **event: Any
) -> tuple[list[dict[str, Any]], list[Any]]:
    """Call as the command does, until all is done; return the answers, and where each call went on."""
    answers: list[dict[str, Any]] = []
    cursors: list[Any] = []
    after = None
    while not answers or after is not None:
        cursors.append(after)
        answers.append(run(event | {"after": after}, services, left))
        after = answers[-1]["after"]
    return answers, cursors


def test_one_call_does_all_that_it_has_time_for(services: Services) -> None:
    answer = run({}, services, plenty)
    assert names(answer) == [f"d{number:02}.md" for number in range(COUNT)]
    assert answer["rows"][0] == {
        "document": "d00.md",
        "passages": 1,
        "new": 1,
        "kept": 0,
        "removed": 0,
        "error": "",
    }
    assert (answer["after"], answer["documents"]) == (None, COUNT)
    assert len(services.indexer.index.vectors) == COUNT


@pytest.mark.parametrize("after", [None, ""])
def test_a_call_may_begin_at_the_beginning_by_saying_so(services: Services, after: str | None) -> None:
    assert len(names(run({"after": after}, services, plenty))) == COUNT


def test_each_call_goes_on_where_the_last_one_ended(services: Services) -> None:
    run({}, services, plenty)
    services.indexer.upload(d03=None, d19=None, d04="Autre")
    answers, cursors = all_calls(services, hurried)
    assert cursors == [None, "d08.md", "d16.md"]
    assert [len(answer["rows"]) for answer in answers] == [8, 8, 4]
    # What is gone is removed in the last one.
    assert names(answers[2]) == ["d17.md", "d18.md", "d03.md", "d19.md"]
    assert [answer["documents"] for answer in answers] == [18] * 3
    rows = [row for answer in answers for row in answer["rows"]]
    assert [row["document"] for row in rows if row["new"]] == ["d04.md"]
    assert [row["document"] for row in rows if row["removed"]] == ["d04.md", "d03.md", "d19.md"]
    assert len(services.indexer.index.vectors) == 18


@pytest.mark.parametrize(("gone", "calls"), [(SECONDS_A_CALL * 1_000, 1), (SECONDS_A_CALL * 1_000 + 1, 3)])
def test_a_call_that_has_taken_long_ends(
    services: Services, watch: FakeStopwatch, gone: int, calls: int
) -> None:
    watch.milliseconds = gone
    answers, _ = all_calls(services, plenty)
    assert len(answers) == calls
    assert sum(len(answer["rows"]) for answer in answers) == COUNT


@pytest.mark.parametrize(("left", "calls"), [(RESERVE_MS, 1), (RESERVE_MS - 1, 3), (0, 3)])
def test_a_call_that_is_left_little_time_ends(services: Services, left: int, calls: int) -> None:
    assert len(all_calls(services, lambda: left)[0]) == calls


def test_a_call_that_ends_with_the_last_document_is_the_last(services: Services) -> None:
    services.indexer.bucket.objects = {f"{FOLDER}d{number}.md": b"Un" for number in range(AT_ONCE)}
    assert run({}, services, hurried)["after"] is None


def test_documents_that_come_and_go_between_two_calls_are_found_or_left_out(services: Services) -> None:
    first = run({}, services, hurried)
    services.indexer.upload(d00="Changé", d07=None, d05a="Nouveau", d07a="Nouveau", d12=None)
    answer = run({"after": first["after"]}, services, plenty)
    assert names(answer)[:2] == ["d07a.md", "d08.md"]
    assert names(answer)[-1] == "d07.md"
    assert answer["after"] is None
    # What changed behind the call's back is for the next run.
    assert names(run({}, services, plenty)) == [
        key.removeprefix(FOLDER) for key in sorted(services.indexer.bucket.objects)
    ]
    assert services.indexer.texts == sorted(
        body.decode() for body in services.indexer.bucket.objects.values()
    )


def test_an_empty_folder_is_done_at_once(services: Services) -> None:
    services.indexer.bucket.objects.clear()
    answer = run({}, services, hurried)
    assert (answer["rows"], answer["after"], answer["documents"]) == ([], None, 0)


def test_a_dry_run_changes_nothing_in_any_call(services: Services) -> None:
    run({}, services, plenty)
    services.indexer.upload(d00="Changé", d01=None, d20="Nouveau")
    vectors, calls = dict(services.indexer.index.vectors), list(services.indexer.embedder.calls)
    answers, _ = all_calls(services, hurried, dry_run=True)
    rows = [row for answer in answers for row in answer["rows"]]
    assert sum(row["new"] for row in rows) == 2
    assert sum(row["removed"] for row in rows) == 2
    assert (services.indexer.index.vectors, services.indexer.embedder.calls) == (vectors, calls)


def test_what_a_call_cost_is_answered_and_in_the_days_ledger(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    answer = run({}, services, plenty)
    # A token a letter, at $0.02 a million, and an invocation at $0.20.
    tokens = sum(map(len, services.indexer.embedder.embedded))
    assert tokens == sum(len(f"d{number:02}\nTexte {number}") for number in range(COUNT))
    assert answer["usd"] == pytest.approx(tokens * 0.02e-6 + 0.2e-6, abs=1e-7)
    assert services.requests.ledger.added == [answer["usd"]]
    assert services.requests.calls == []
    again = run({}, services, plenty)
    assert services.requests.ledger.added == [answer["usd"], 2e-7]
    assert again["usd"] == 2e-7


def test_without_a_price_there_is_no_cost(services: Services) -> None:
    assert run({}, services, plenty)["usd"] is None
    assert services.requests.ledger.added == []


def test_what_a_failed_call_cost_is_in_the_ledger_too(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with a failed step: it was paid for all the same, and the next call counts anew."""
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    services.indexer.index.errors["put"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run({}, services, plenty)
    assert len(services.requests.ledger.added) == 1


def test_a_call_that_failed_is_finished_by_the_same_one(services: Services) -> None:
    services.indexer.index.errors["put"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run({}, services, plenty)
    assert run({}, services, plenty)["after"] is None
    assert len(services.indexer.index.vectors) == COUNT


class Context:
    """What Lambda tells a function of its own run."""

    @staticmethod
    def get_remaining_time_in_millis() -> int:
        return 300_000


def test_nothing_that_a_document_says_is_logged(services: Services, log: Log) -> None:
    services.indexer.upload(
        secret=f"# {SECRET}\n\n{SECRET}",
        yaml=f"---\nlink: {SECRET}\n---\n{SECRET}",
        front=f"---\n{SECRET}: x\n---\n",
        latin=SECRET.replace("que", "qué").encode("latin-1"),
    )
    handler = wrappers.operated(NAME, run, lambda _: services)
    answer = handler({}, Context())
    assert len([row for row in answer["rows"] if row["error"]]) == 3
    (line,) = log.lines
    assert (line["message"], line["documents"], line["step"]) == ("done", COUNT + 4, "IndexKnowledge")
    assert SECRET not in log.text


@pytest.mark.parametrize("fake", ["bucket", "embedder", "index"])
def test_neither_is_it_where_a_call_breaks(services: Services, log: Log, fake: str) -> None:
    def breaks() -> None:
        raise ValueError(SECRET)

    getattr(services.indexer, fake).meanwhile = breaks
    with pytest.raises(Exception, match=r"^ValueError at test_index_handler\.py:\d+$"):
        wrappers.operated(NAME, run, lambda _: services)({}, Context())
    assert SECRET not in log.text
