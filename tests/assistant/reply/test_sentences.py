"""The company's own sentences that are added to a draft, in the customer's language and in the team's."""

from datetime import timedelta
from typing import Any

import pytest

from assistant import clock
from assistant.errors import ReplyRejected, ServiceBusy
from assistant.reply import templates
from assistant.reply.gestures import Gesture
from assistant.reply.sentences import KEPT_FOR, REJECTED_FOR, Additions, Sentences
from tests.assistant.configured import VOUCHER
from tests.assistant.fakes import BUSY, REFUSED, FakeModels, FakeTable, FakeTranslator
from tests.assistant.reply.test_prompt import order

GESTURE = Gesture.from_settings(VOUCHER)
PIVOT_ENDING = templates.ending("fr", "Maison Exemple", discloses=True)
SOURCE = "Nous vous offrons un bon d'achat de 10 €."
GOOD = "Tunakupa hati ya ununuzi ya 10 €."


class Words(FakeTranslator):
    """Says something in Swahili with the figures that it was given."""

    def translate(self, text: str, source: str, target: str, names: Any = ()) -> str:
        super().translate(text, source, target, names)
        return "\n".join(self._said(line) if line else "" for line in text.split("\n"))

    def _said(self, line: str) -> str:
        return " ".join(["Habari", *(kept for kept in ("10 €", "Maison Exemple") if kept in line)])


@pytest.fixture
def services(table: FakeTable) -> Any:
    return Sentences(table, Words(), FakeModels({"findings": []}, {"findings": []}))


def added(services: Any, language: str, gesture: Gesture | None = GESTURE, **changes: Any) -> Additions:
    return services.additions(order(language=language, **changes), gesture)


@pytest.mark.parametrize("language", ["fr", "fr-CA", "de"])
def test_sentences_in_a_served_language_need_no_service(services: Any, language: str) -> None:
    words = added(services, language)
    assert words.ending == templates.ending(language, "Maison Exemple", discloses=True)
    assert words.pivot_ending == PIVOT_ENDING
    assert (words.gesture, words.pivot_sentence) == ("voucher", VOUCHER["sentences"]["fr"])
    assert words.sentence == GESTURE.sentence(language)
    assert services.translator.calls == services.reviewers.calls == services.requests.calls == []
    assert words.degraded == {}


def test_a_gesture_without_a_sentence_is_translated_reviewed_and_kept(services: Any) -> None:
    words = added(services, "sv")
    assert (words.gesture, words.sentence) == ("voucher", "Habari 10 €")
    assert words.authorised == (VOUCHER["sentences"]["fr"], "Habari 10 €")
    (asked,) = services.reviewers.questions
    assert "<customer_text>Habari 10 €</customer_text>" in asked.user
    assert f"<team_text>{VOUCHER['sentences']['fr']}</team_text>" in asked.user
    assert "<customer_message></customer_message>" in asked.user  # what one customer wrote has no part in it
    assert "<translation>" not in asked.user
    assert added(services, "sv") == words
    assert len(services.translator.asked) == len(services.reviewers.questions) == 1


def test_the_ending_is_translated_and_kept_without_a_review(services: Any) -> None:
    words = added(services, "sw", None)
    assert (words.ending, words.pivot_ending) == ("Habari\n\nHabari\nHabari Maison Exemple", PIVOT_ENDING)
    assert services.translator.asked == [(PIVOT_ENDING, "fr", "sw")]
    assert services.reviewers.calls == []
    assert (words.gesture, words.sentence, words.authorised) == ("none", "", ())


@pytest.mark.parametrize(
    ("break_", "code"),
    [
        ({"translation": REFUSED}, str(REFUSED)),
        (
            {"review": {"findings": [{"rule": "offer", "text": "customer", "quote": "Habari 10"}]}},
            "translation_offer",
        ),
        ({"review": {"findings": "none"}}, "malformed"),
    ],
)
def test_a_gesture_that_cannot_be_translated_is_not_made_and_recorded(
    services: Any, break_: dict[str, Any], code: str
) -> None:
    services.translator.errors["translate"] = [break_["translation"]] if "translation" in break_ else []
    services.reviewers.answers = [break_.get("review", {"findings": []})]
    words = added(services, "sv")
    assert (words.gesture, words.sentence, words.pivot_sentence) == ("none", "", "")
    assert words.degraded == {"gesture": code}


def test_an_ending_that_cannot_be_translated_stays_in_the_teams_language(services: Any) -> None:
    services.translator.errors["translate"] = [REFUSED]
    words = added(services, "sw", None)
    assert words.ending == PIVOT_ENDING
    assert words.degraded == {"ending": str(REFUSED)}


@pytest.mark.parametrize(("part", "call"), [("translator", "translate"), ("reviewers", "ask")])
def test_a_busy_service_is_waited_for_and_nothing_kept(services: Any, part: str, call: str) -> None:
    getattr(services, part).errors[call] = [BUSY]
    with pytest.raises(ServiceBusy):
        added(services, "sv")
    assert services.requests.items == {}


def test_disclosure_can_be_turned_off(services: Any) -> None:
    assert added(services, "de", discloses=False).ending == templates.ending(
        "de", "Maison Exemple", discloses=False
    )


def test_without_a_review_the_gesture_is_not_made(services: Any) -> None:
    services.reviewers.errors["ask"] = [ReplyRejected("stopped_end_turn")]
    assert added(services, "sv").degraded == {"gesture": "stopped_end_turn"}


def ttl(lasts: timedelta) -> int:
    return int((clock.now() + lasts).timestamp())


@pytest.fixture
def swahili(table: FakeTable) -> Any:
    return Sentences(table, FakeTranslator(GOOD), FakeModels())


def translated(services: Any, source: str = SOURCE, *, reviewed: bool = False) -> str:
    return services.translated(order(language="sw"), source, reviewed=reviewed)


def test_a_sentence_is_translated_once_and_kept(swahili: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now)
    assert translated(swahili) == translated(swahili) == GOOD
    assert swahili.translator.asked == [(SOURCE, "fr", "sw")]
    assert swahili.translator.names == ("Maison Exemple",)
    ((key, kept),) = swahili.requests.items.items()
    assert key.startswith("sentence-sw-")
    assert kept == {"pk": key, "text": GOOD, "reason": "", "ttl": ttl(KEPT_FOR)}


def test_a_changed_sentence_is_translated_anew(swahili: Any) -> None:
    translated(swahili)
    translated(swahili, source="Nous vous offrons 10 €.")
    assert len(swahili.translator.asked) == 2


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
def test_a_wrong_translation_is_rejected_and_not_asked_for_again_today(
    swahili: Any, said: str, code: str
) -> None:
    swahili.translator.translation = said
    for _ in range(2):
        with pytest.raises(ReplyRejected, match=f"translation_{code}$"):
            translated(swahili)
    assert len(swahili.translator.asked) == 1


def test_a_rejected_translation_is_tried_again_tomorrow(
    swahili: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    swahili.translator.translation = ""
    with pytest.raises(ReplyRejected):
        translated(swahili)
    swahili.translator.translation = GOOD
    later = clock.now() + REJECTED_FOR
    monkeypatch.setattr(clock, "now", lambda: later)
    assert translated(swahili) == GOOD


def test_a_translation_can_be_rejected_by_its_review(swahili: Any) -> None:
    swahili.reviewers.answers = [{"findings": [{"rule": "offer", "text": "customer", "quote": GOOD}]}]
    for _ in range(2):
        with pytest.raises(ReplyRejected, match="translation_offer"):
            translated(swahili, reviewed=True)
    assert swahili.reviewers.calls == ["ask"]
