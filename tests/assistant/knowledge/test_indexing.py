"""The index is brought in line with the documents, whatever happens meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from assistant.errors import ServiceBusy
from assistant.knowledge.indexing import AT_ONCE, FOLDER, MOST_PASSAGES, Indexer, Row
from tests.assistant.fakes import BUSY, FakeBucket, FakeEmbedder, FakeVectorIndex


class Indexing(Indexer):
    """An indexer of fakes."""

    bucket: FakeBucket
    embedder: FakeEmbedder
    index: FakeVectorIndex

    def upload(self, **files: str | bytes | None) -> None:
        """Put files into the bucket, by their names without `.md`; None removes one."""
        for name, text in files.items():
            key = f"{FOLDER}{name}.md"
            self.bucket.objects.pop(key, None)
            if text is not None:
                self.bucket.objects[key] = text if isinstance(text, bytes) else text.encode()

    def run(self, *, change: bool = True) -> list[Row]:
        """Bring everything in line, as IndexKnowledge does in one call."""
        names, keys = self.documents(), self.keys()
        rows = [row for some in self.bring_in_line(names, keys, change=change) for row in some]
        return [*rows, *self.remove_gone(names, keys, change=change)]

    @property
    def texts(self) -> list[str]:
        """What is indexed."""
        return sorted(one.metadata["text"] for one in self.index.vectors.values())


@pytest.fixture
def indexing() -> Indexing:
    return Indexing(FakeBucket(), FakeEmbedder(), FakeVectorIndex())


RETURNS = "# Retours\n\n## Délai\n\n30 jours.\n\n## Prix\n\n4,90 €.\n\n## Soldes\n\n14 jours."
DELIVERY = "# Livraison\n\nEn 3 jours."


def test_the_first_run_puts_every_passage(indexing: Indexing) -> None:
    indexing.upload(retours=RETURNS, livraison=DELIVERY)
    assert indexing.run() == [
        Row("livraison.md", passages=1, new=1),
        Row("retours.md", passages=3, new=3),
    ]
    assert indexing.texts == ["14 jours.", "30 jours.", "4,90 €.", "En 3 jours."]
    assert sorted(indexing.embedder.embedded) == [
        "Livraison\nLivraison\nEn 3 jours.",
        "Retours\nRetours › Délai\n30 jours.",
        "Retours\nRetours › Prix\n4,90 €.",
        "Retours\nRetours › Soldes\n14 jours.",
    ]
    for one in indexing.index.vectors.values():
        title, heading = one.metadata["title"], one.metadata["heading"]
        embedded = "\n".join((title, heading, one.metadata["text"]))
        assert one.values == FakeEmbedder().embed(embedded)


def test_a_second_run_does_nothing(indexing: Indexing) -> None:
    indexing.upload(retours=RETURNS, livraison=DELIVERY)
    indexing.run()
    vectors = dict(indexing.index.vectors)
    for fake in (indexing.bucket, indexing.embedder, indexing.index):
        fake.calls.clear()
    assert indexing.run() == [
        Row("livraison.md", passages=1, kept=1),
        Row("retours.md", passages=3, kept=3),
    ]
    assert indexing.index.vectors == vectors
    assert indexing.embedder.calls == []
    assert indexing.index.calls == ["list_keys"]
    assert indexing.bucket.calls == ["list_keys", "get", "get"]


def test_of_a_changed_document_the_changed_passage_is_put_and_removed(indexing: Indexing) -> None:
    indexing.upload(retours=RETURNS)
    indexing.run()
    kept = dict(indexing.index.vectors)
    indexing.embedder.embedded.clear()
    indexing.index.calls.clear()
    indexing.upload(retours=RETURNS.replace("4,90", "5,90"))
    assert indexing.run() == [Row("retours.md", passages=3, new=1, kept=2, removed=1)]
    assert indexing.texts == ["14 jours.", "30 jours.", "5,90 €."]
    assert indexing.embedder.embedded == ["Retours\nRetours › Prix\n5,90 €."]
    assert len([key for key, one in kept.items() if indexing.index.vectors.get(key) == one]) == 2
    # At no moment is there less than one version.
    assert indexing.index.calls == ["list_keys", "put", "delete"]


def test_a_changed_title_changes_every_passage(indexing: Indexing) -> None:
    indexing.upload(retours=f"---\ntitle: Retour\n---\n{RETURNS}")
    indexing.run()
    indexing.upload(retours=f"---\ntitle: Retours\n---\n{RETURNS}")
    assert indexing.run() == [Row("retours.md", passages=3, new=3, removed=3)]


def test_a_document_that_is_gone_leaves_the_index(indexing: Indexing) -> None:
    indexing.upload(retours=RETURNS, livraison=DELIVERY)
    indexing.run()
    indexing.upload(retours=None)
    assert indexing.run() == [Row("livraison.md", passages=1, kept=1), Row("retours.md", removed=3)]
    assert indexing.texts == ["En 3 jours."]


def test_an_emptied_folder_empties_the_index(indexing: Indexing) -> None:
    indexing.upload(retours=RETURNS)
    indexing.run()
    indexing.bucket.objects = {"knowledge/": b"", "transcripts/x.md": b"Un"}
    assert indexing.run() == [Row("retours.md", removed=3)]
    assert indexing.texts == []


@pytest.mark.parametrize("name", ["a#b", "#1#", "é 返品"])
def test_documents_of_any_name_are_told_apart(indexing: Indexing, name: str) -> None:
    indexing.upload(**{name: "Un", "a": "Deux"})
    indexing.run()
    indexing.upload(**{name: None})
    assert Row(f"{name}.md", removed=1) in indexing.run()
    assert indexing.texts == ["Deux"]


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        (b"\xff", "it is not UTF-8 (byte 0)"),
        (b"", "it has no text"),
        (b"---\nauteur: x\n---\nUn", "its front matter takes the keys title, link, updated"),
        (
            "\n\n".join(f"# {number}\n\nUn" for number in range(MOST_PASSAGES + 1)).encode(),
            "it makes 501 passages, of at most 500: split it",
        ),
    ],
)
def test_a_document_that_cannot_be_read_keeps_its_passages_and_the_others_go_on(
    indexing: Indexing, broken: bytes, error: str
) -> None:
    indexing.upload(a="Un", retours=RETURNS, z="Deux")
    indexing.run()
    indexing.upload(a="Trois", retours=broken, z="Quatre")
    assert indexing.run() == [
        Row("a.md", passages=1, new=1, removed=1),
        Row("retours.md", kept=3, error=error),
        Row("z.md", passages=1, new=1, removed=1),
    ]
    assert indexing.texts == ["14 jours.", "30 jours.", "4,90 €.", "Quatre", "Trois"]
    indexing.upload(retours=DELIVERY)
    assert Row("retours.md", passages=1, new=1, removed=3) in indexing.run()


def test_as_many_passages_as_a_document_may_have_are_put(indexing: Indexing) -> None:
    indexing.upload(a="\n\n".join(f"# {number}\n\nUn" for number in range(MOST_PASSAGES)))
    assert indexing.run() == [Row("a.md", passages=500, new=500)]


def test_without_change_it_is_told_what_would_become_and_nothing_is(indexing: Indexing) -> None:
    indexing.upload(retours=RETURNS, livraison=DELIVERY)
    indexing.run()
    indexing.upload(retours=RETURNS.replace("4,90", "5,90"), livraison=None, z="Un", y=b"\xff")
    vectors, embedded = dict(indexing.index.vectors), list(indexing.embedder.embedded)
    told = indexing.run(change=False)
    assert told == [
        Row("retours.md", passages=3, new=1, kept=2, removed=1),
        Row("y.md", error="it is not UTF-8 (byte 0)"),
        Row("z.md", passages=1, new=1),
        Row("livraison.md", removed=1),
    ]
    assert (indexing.index.vectors, indexing.embedder.embedded) == (vectors, embedded)
    assert told == indexing.run()


def failing_after(calls: int) -> Callable[[], None]:
    left = iter(range(calls))

    def hook() -> None:
        if next(left, None) is None:
            raise BUSY

    return hook


MANY = {
    f"d{number:02}": f"# D{number}\n\n## A\n\nun {number}\n\n## B\n\ndeux {number}" for number in range(20)
}


@pytest.mark.parametrize("fake", ["embedder", "index", "bucket"])
@pytest.mark.parametrize("calls", [0, 1, 3, 7, 20, 33])
def test_what_was_interrupted_is_finished_by_the_next_run(indexing: Indexing, fake: str, calls: int) -> None:
    indexing.upload(**(MANY | {"gone": "Autrefois", "d05": "Avant"}))
    indexing.run()
    indexing.upload(**MANY, gone=None)
    broken = getattr(indexing, fake)
    broken.meanwhile = failing_after(calls)
    with suppress(ServiceBusy):
        indexing.run()
    done = set(indexing.index.vectors)
    broken.meanwhile = lambda: None
    indexing.embedder.embedded.clear()
    indexing.run()
    complete = Indexing(indexing.bucket, FakeEmbedder(), FakeVectorIndex())
    complete.run()
    assert indexing.index.vectors == complete.index.vectors
    assert len(indexing.embedder.embedded) == len(set(complete.index.vectors) - done)


def test_an_embedder_that_fails_fails_the_run_and_keeps_what_was_put(indexing: Indexing) -> None:
    indexing.upload(**MANY)
    indexing.embedder.meanwhile = failing_after(2 * AT_ONCE + 4)
    with pytest.raises(ServiceBusy):
        indexing.run()
    assert len(indexing.index.vectors) >= 2 * AT_ONCE
    assert len(indexing.index.vectors) < 2 * len(MANY)


def test_what_became_of_them_is_told_as_it_goes(indexing: Indexing) -> None:
    indexing.upload(**MANY)
    told: Iterator[list[Row]] = indexing.bring_in_line(indexing.documents(), {}, change=True)
    assert [row.document for row in next(told)] == [f"d{number:02}.md" for number in range(AT_ONCE)]
    assert len(indexing.index.vectors) == 2 * AT_ONCE
    assert [len(rows) for rows in told] == [8, 4]


def once(fake: FakeBucket | FakeEmbedder | FakeVectorIndex, call: str, happens: Callable[[], object]) -> None:
    """Let something happen at the first such call of a fake."""
    waiting = [happens]

    def hook() -> None:
        if fake.calls[-1] == call and waiting:
            waiting.pop()()

    fake.meanwhile = hook


OLD = "# Retours\n\n## Délai\n\n30 jours.\n\n## Prix\n\n4,90 €."
NEWER = [
    "# Retours\n\n## Délai\n\n60 jours.\n\n## Prix\n\n4,90 €.\n\n## Cadeaux\n\nUn an.",
    "# Retours\n\n## Délai\n\n30 jours.",
    "Rien de commun.",
    "# Retours\n\n## Avant\n\nToujours.",
    None,
]
BEFORE = [None, "# Retours\n\n## Avant\n\nToujours.", "# Retours\n\n## Délai\n\n30 jours."]


def other_run(indexing: Indexing) -> Indexing:
    """Return another run over the same bucket and index."""
    return Indexing(indexing.bucket, FakeEmbedder(), indexing.index)


def fresh(indexing: Indexing) -> list[str]:
    """Return what is indexed of the bucket as it now is, by a first run."""
    complete = Indexing(indexing.bucket, FakeEmbedder(), FakeVectorIndex())
    complete.run()
    return complete.texts


@pytest.mark.parametrize("also_run", [False, True], ids=["uploaded", "uploaded and indexed"])
@pytest.mark.parametrize("call", ["get", "embed", "put"])
@pytest.mark.parametrize("newer", NEWER)
@pytest.mark.parametrize("before", BEFORE)
def test_a_version_that_comes_while_an_older_one_is_put_is_what_is_indexed(
    indexing: Indexing, before: str | None, newer: str | None, call: str, also_run: bool
) -> None:
    indexing.upload(retours=before)
    indexing.run()
    indexing.upload(retours=OLD)

    def comes() -> None:
        indexing.upload(retours=newer)
        if also_run:
            other_run(indexing).run()

    fakes = {"get": indexing.bucket, "embed": indexing.embedder, "put": indexing.index}
    once(fakes[call], call, comes)
    indexing.run()
    assert indexing.texts == fresh(indexing)


def test_a_version_that_cannot_be_read_and_comes_meanwhile_leaves_the_older_one(indexing: Indexing) -> None:
    indexing.upload(retours=OLD)
    once(indexing.index, "put", lambda: indexing.upload(retours=b"\xff"))
    indexing.run()
    assert indexing.texts == ["30 jours.", "4,90 €."]


def test_a_document_that_never_rests_is_read_again_until_it_does(indexing: Indexing) -> None:
    versions = [f"Version {number}." for number in range(5)]
    indexing.upload(retours="Version.")

    def hook() -> None:
        if indexing.index.calls[-1] == "put" and versions:
            indexing.upload(retours=versions.pop(0))

    indexing.index.meanwhile = hook
    indexing.run()
    assert indexing.texts == ["Version 4."]


@pytest.mark.parametrize("newer", [OLD, "# Retours\n\n## Prix\n\n4,90 €."])
def test_a_version_that_brings_back_what_is_being_removed_is_what_is_indexed(
    indexing: Indexing, newer: str
) -> None:
    """The other run sees the passage in the index, and has nothing to put; then this one removes it."""
    indexing.upload(retours=OLD)
    indexing.run()
    indexing.upload(retours="# Retours\n\n## Délai\n\n30 jours.")

    def comes() -> None:
        indexing.upload(retours=newer)
        other_run(indexing).run()

    once(indexing.index, "delete", comes)
    indexing.run()
    assert indexing.texts == fresh(indexing)


def test_a_document_that_comes_back_while_it_is_removed_is_indexed(indexing: Indexing) -> None:
    indexing.upload(retours=OLD)
    indexing.run()
    indexing.upload(retours=None)

    def comes() -> None:
        indexing.upload(retours=OLD)
        other_run(indexing).run()

    once(indexing.index, "delete", comes)
    indexing.run()
    assert indexing.texts == fresh(indexing)
