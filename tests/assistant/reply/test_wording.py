"""What code says around a draft, in the customer's language and in the team's."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.errors import ReplyRejected, ServiceBusy
from assistant.reply import templates, wording
from assistant.reply.gestures import Gesture
from assistant.reply.wording import Wording
from tests.assistant.configured import REPLY, VOUCHER
from tests.assistant.fakes import BUSY, REFUSED, FakeModels, FakeTable, FakeTranslator
from tests.assistant.reply.test_prompt import order

GESTURE = Gesture.from_settings(VOUCHER)
PIVOT_ENDING = templates.ending("fr", "Maison Exemple", discloses=True)


class Words(FakeTranslator):
    """Says something in Swahili with the figures that it was given."""

    def translate(self, text: str, source: str, target: str, names: Any = ()) -> str:
        super().translate(text, source, target, names)
        return "\n".join(self._said(line) if line else "" for line in text.split("\n"))

    def _said(self, line: str) -> str:
        return " ".join(["Habari", *(kept for kept in ("10 €", "Maison Exemple") if kept in line)])


@pytest.fixture
def services(table: FakeTable) -> Any:
    return SimpleNamespace(
        requests=table,
        translator=Words(),
        reviewers=FakeModels({"findings": []}, {"findings": []}),
        settings=REPLY,
    )


def found(services: Any, language: str, gesture: Gesture | None = GESTURE) -> Wording:
    return Wording.find(order(language=language), gesture, services)


@pytest.mark.parametrize("language", ["fr", "fr-CA", "de"])
def test_what_is_written_needs_nobody(services: Any, language: str) -> None:
    words = found(services, language)
    assert words.ending == templates.ending(language, "Maison Exemple", discloses=True)
    assert words.pivot_ending == PIVOT_ENDING
    assert (words.gesture, words.pivot_sentence) == ("voucher", VOUCHER["sentences"]["fr"])
    assert words.sentence == GESTURE.sentence(language)
    assert services.translator.calls == services.reviewers.calls == services.requests.calls == []
    assert words.degraded == {}


def test_a_gesture_without_words_in_a_language_is_translated_reviewed_and_kept(services: Any) -> None:
    words = found(services, "sv")
    assert (words.gesture, words.sentence) == ("voucher", "Habari 10 €")
    assert words.authorised == (VOUCHER["sentences"]["fr"], "Habari 10 €")
    (asked,) = services.reviewers.questions
    assert "<customer_text>Habari 10 €</customer_text>" in asked.user
    assert f"<team_text>{VOUCHER['sentences']['fr']}</team_text>" in asked.user
    assert "<customer_message></customer_message>" in asked.user  # what one customer wrote has no part in it
    assert "<translation>" not in asked.user
    assert found(services, "sv") == words
    assert len(services.translator.asked) == len(services.reviewers.questions) == 1


def test_the_ending_is_translated_and_kept_without_a_review(services: Any) -> None:
    words = found(services, "sw", None)
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
def test_a_gesture_that_cannot_be_said_is_not_made_and_the_record_says_why(
    services: Any, break_: dict[str, Any], code: str
) -> None:
    services.translator.errors["translate"] = [break_["translation"]] if "translation" in break_ else []
    services.reviewers.answers = [break_.get("review", {"findings": []})]
    words = found(services, "sv")
    assert (words.gesture, words.sentence, words.pivot_sentence) == ("none", "", "")
    assert words.degraded == {"gesture": code}


def test_an_ending_that_cannot_be_translated_is_the_teams(services: Any) -> None:
    services.translator.errors["translate"] = [REFUSED]
    words = found(services, "sw", None)
    assert words.ending == PIVOT_ENDING
    assert words.degraded == {"ending": str(REFUSED)}


@pytest.mark.parametrize("part", ["translator", "reviewers"])
def test_a_busy_service_is_waited_for(services: Any, part: str) -> None:
    getattr(services, part).errors["translate" if part == "translator" else "ask"] = [BUSY]
    with pytest.raises(ServiceBusy):
        found(services, "sv")


def test_the_disclosure_is_left_out_where_the_environment_says_so(services: Any) -> None:
    services.settings = replace(REPLY, discloses=False)
    assert found(services, "de").ending == templates.ending("de", "Maison Exemple", discloses=False)


def test_the_gestures_are_those_of_the_environment() -> None:
    assert [gesture.id for gesture in wording.configured_gestures(REPLY)] == ["voucher", "delivery"]


def test_a_reviewer_that_does_not_answer_leaves_the_gesture_out(services: Any) -> None:
    services.reviewers.errors["ask"] = [ReplyRejected("stopped_end_turn")]
    assert found(services, "sv").degraded == {"gesture": "stopped_end_turn"}
