"""The passages nearest to a message."""

from unittest.mock import Mock

import pytest

from assistant.aws.s3vectors import Match
from assistant.errors import ServiceBusy, ServiceError, ServiceRefused
from assistant.knowledge.documents import Document
from assistant.knowledge.finding import MOST_BYTES, Finder
from assistant.knowledge.passages import Section, found
from assistant.text.splitting import size
from tests.assistant.fakes import BUSY, REFUSED, FakeEmbedder, FakeVectorIndex


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def index() -> FakeVectorIndex:
    return FakeVectorIndex()


def finder(embedder: FakeEmbedder, index: FakeVectorIndex, most: int = 4) -> Finder:
    return Finder(embedder, index, most=most, language="fr")


def match(distance: float, title: str, text: str) -> Match:
    section = Section(Document(f"{title}.md", title, ""), "", text)
    return Match(section.key, distance, section.metadata)


MATCHES = [match(0.1, "A", "Vos retours"), match(0.2, "B", "La livraison"), match(0.3, "C", "La facture")]


def french() -> str:
    return "Où est ma livraison ?"


@pytest.mark.parametrize(("most", "titles"), [(4, ["B", "A", "C"]), (2, ["B", "A"]), (1, ["B"])])
def test_the_best_of_thirty_are_numbered_as_they_come(
    embedder: FakeEmbedder,
    index: FakeVectorIndex,
    monkeypatch: pytest.MonkeyPatch,
    most: int,
    titles: list[str],
) -> None:
    nearest = Mock(return_value=MATCHES)
    monkeypatch.setattr(index, "nearest", nearest)
    passages = finder(embedder, index, most).find("Wo ist die Lieferung?", french)
    assert embedder.embedded == ["Wo ist die Lieferung?"]
    nearest.assert_called_once_with(embedder.embed("Wo ist die Lieferung?"), 30)
    by_title = {one.metadata["title"]: one for one in MATCHES}
    assert passages == [found(by_title[title], number) for number, title in enumerate(titles, 1)]


def test_while_nothing_is_indexed_nothing_is_found(embedder: FakeEmbedder, index: FakeVectorIndex) -> None:
    assert finder(embedder, index).find("Wo ist es?", french) == []


@pytest.mark.parametrize("text", ["Wo ist es? " * 1_000, "語" * 5_000, "x" * MOST_BYTES])
def test_of_a_long_message_the_beginning_is_searched_for(
    embedder: FakeEmbedder, index: FakeVectorIndex, text: str
) -> None:
    finder(embedder, index).find(text, french)
    (searched,) = embedder.embedded
    assert text.startswith(searched)
    assert MOST_BYTES - 20 < size(searched) <= MOST_BYTES


def test_the_translation_is_waited_for_after_the_search(
    embedder: FakeEmbedder, index: FakeVectorIndex
) -> None:
    calls: list[str] = []

    def translated() -> str:
        calls.extend(embedder.calls + index.calls)
        return ""

    finder(embedder, index).find("x", translated)
    assert calls == ["embed", "nearest"]


@pytest.mark.parametrize("error", [BUSY, REFUSED])
@pytest.mark.parametrize("failing", ["embed", "nearest"])
def test_what_fails_is_told(
    embedder: FakeEmbedder, index: FakeVectorIndex, failing: str, error: ServiceBusy | ServiceRefused
) -> None:
    failed: dict[str, FakeEmbedder | FakeVectorIndex] = {"embed": embedder, "nearest": index}
    failed[failing].errors[failing] = [error]
    with pytest.raises(ServiceError) as caught:
        finder(embedder, index).find("Wo ist es?", french)
    assert caught.value is error
