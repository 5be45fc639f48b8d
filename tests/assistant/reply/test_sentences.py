"""The company's sentences in languages that nobody wrote them in."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from assistant import clock
from assistant.errors import ReplyRejected, ServiceBusy
from assistant.reply import sentences
from assistant.reply.checks import Checks
from tests.assistant.fakes import BUSY, FakeTable, FakeTranslator

SOURCE = "Nous vous offrons un bon d'achat de 10 €."
GOOD = "Tunakupa hati ya ununuzi ya 10 €."
CHECKS = Checks(company="Maison Exemple", language="sw", pivot_language="fr", hours=1, known="")


@pytest.fixture
def services(table: FakeTable) -> Any:
    return SimpleNamespace(requests=table, translator=FakeTranslator(GOOD))


def ttl(lasts: timedelta) -> int:
    return int((clock.now() + lasts).timestamp())


def translated(services: Any, review: Any = None, source: str = SOURCE) -> str:
    return sentences.translated(source, CHECKS, services, review)


def test_a_sentence_is_translated_once_and_kept(services: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now)
    assert translated(services) == translated(services) == GOOD
    assert services.translator.asked == [(SOURCE, "fr", "sw")]
    assert services.translator.names == ("Maison Exemple",)
    ((key, kept),) = services.requests.items.items()
    assert key.startswith("sentence-sw-")
    assert kept == {"pk": key, "text": GOOD, "reason": "", "ttl": ttl(sentences.KEPT_FOR)}


def test_another_sentence_or_language_is_another_translation(services: Any) -> None:
    translated(services)
    translated(services, source="Nous vous offrons 10 €.")
    assert len(services.translator.asked) == 2


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Tunakupa hati.", "numbers"),
        ("", "empty"),
        ("赠送10 €", "language"),
        (SOURCE, "language"),
        (f"{GOOD}\nHabari.", "form"),
        (f"{GOOD} Maison Exemple", "form"),
        (f"{GOOD} evil.com", "link"),
        (f"{GOOD} @evil", "address"),
        (f"{GOOD} 20 %", "number"),
    ],
)
def test_a_wrong_one_is_not_used_and_not_asked_for_again_today(services: Any, said: str, code: str) -> None:
    services.translator.translation = said
    for _ in range(2):
        with pytest.raises(ReplyRejected, match=f"translation_{code}$"):
            translated(services)
    assert len(services.translator.asked) == 1


def test_tomorrow_it_is_tried_again(services: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    services.translator.translation = ""
    with pytest.raises(ReplyRejected):
        translated(services)
    services.translator.translation = GOOD
    later = clock.now() + sentences.REJECTED_FOR
    monkeypatch.setattr(clock, "now", lambda: later)
    assert translated(services) == GOOD


def test_a_reviewer_may_object(services: Any) -> None:
    with pytest.raises(ReplyRejected, match="translation_offer"):
        translated(services, lambda text: "offer" if text == GOOD else None)
    with pytest.raises(ReplyRejected, match="translation_offer"):
        translated(services, pytest.fail)


@pytest.mark.parametrize("part", ["translator", "review"])
def test_a_failure_keeps_nothing(services: Any, part: str) -> None:
    def review(_: str) -> str | None:
        if part == "review":
            raise BUSY
        return None

    services.translator.errors["translate"] = [BUSY] if part == "translator" else []
    with pytest.raises(ServiceBusy):
        translated(services, review)
    assert services.requests.items == {}
