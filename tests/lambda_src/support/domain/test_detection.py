"""The rule that decides a message's language."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from local.standins.detection import detect
from support.domain.detection import Candidate, Decision, decide, is_askable, words_of
from tests.lambda_src.properties import thoroughly

MESSAGES = json.loads((Path(__file__).parents[2] / "languages.json").read_text("utf-8"))


def service(text: str) -> list[Candidate] | None:
    """Answer as the stand-in of Comprehend does."""
    return [Candidate(*found) for found in detect(words_of(text))] if is_askable(text) else None


def decided(text: str, declared: str | None = None) -> Decision:
    return decide(text, declared=declared, candidates=service(text), fallback="fr")


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_messages_are_understood(half: str) -> None:
    """Most are right; of the others, most are marked as assumed; a declared language settles nearly all."""
    cases = [(code, text) for code, texts in MESSAGES[half].items() for text in texts]
    found = [
        (code, decide(text, declared=None, candidates=service(text), fallback="xx")) for code, text in cases
    ]
    wrong = [code for code, decision in found if decision.code not in (code, "xx")]
    declared = [decided(text, code).code == code for code, text in cases]
    assert sum(decision.code == code for code, decision in found) >= 0.95 * len(cases)
    assert len(wrong) <= 0.03 * len(cases)
    assert sum(declared) >= 0.98 * len(cases)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bestellung DE-99112 für anna@example.de!!!!!! 🙂", "Bestellung für"),
        ("see https://example.com/a?b=1 or www.example.org", "see or"),
        ("我的订单4471-B还没到", "我的订单 还没到"),
        ("Ｗｈｅｒｅ is\u200b it", "Where is it"),
        ("WO IST MEIN PAKET", "wo ist mein paket"),
        ("helloooooooo", "helloo"),
        ("می\u200cرسد", "می\u200cرسد"),
        ("12345 !!! 🙃", ""),
    ],
)
def test_only_words_are_asked_about(text: str, kept: str) -> None:
    assert words_of(text) == kept


@pytest.mark.parametrize(
    ("text", "askable"),
    [
        ("a" * 20, False),
        ("order 123456789012345", False),
        ("Where is my big order?", True),
        ("我的包裹在哪里", False),
        ("", False),
    ],
)
def test_the_service_wants_twenty_characters_of_words(text: str, askable: bool) -> None:
    assert is_askable(text) is askable


SAYS_EN = [Candidate("en", 0.98)]
SAYS_GL = [Candidate("gl", 0.6), Candidate("pt", 0.3)]
SAYS_JA = [Candidate("ja", 0.9)]


@pytest.mark.parametrize(
    ("text", "declared", "candidates", "code", "source", "reason"),
    [
        # the text wins over a declared language that does not fit
        ("Where is my parcel, please? I am waiting.", "de", SAYS_EN, "en", "detected", None),
        ("Where is my parcel, please? I am waiting.", "en", SAYS_EN, "en", "declared", None),
        ("Onde está a minha encomenda?", "pt-PT", [Candidate("pt", 0.9)], "pt-PT", "declared", None),
        ("سفارش من هنوز نرسیده است", "fa-AF", [Candidate("fa", 0.9)], "fa-AF", "declared", None),
        ("我的訂單還沒有到，請問什麼時候可以收到", "zh", [Candidate("zh", 0.9)], "zh-TW", "detected", None),
        # too short to ask
        ("Pedido?", "pt", None, "pt", "declared", "too_short"),
        ("어디?", "fr", None, "ko", "detected", "script"),
        ("Wo ist mein Paket?", None, None, "de", "detected", "words"),
        ("Wo ist mein Paket?", "fr", None, "de", "detected", "words"),
        ("Pedido 4471-B", None, None, "fr", "assumed", "too_short"),
        ("OK", None, None, "fr", "assumed", "too_short"),
        ("返品希望", "ja", None, "ja", "declared", "script"),
        ("这里", None, None, "zh", "detected", "script"),
        # the service did not answer
        ("Where is my parcel, please? I am waiting.", None, None, "en", "detected", "words"),
        ("Blorp zinga wopple frat quen dorrip", None, None, "fr", "assumed", "unavailable"),
        # the service is not believed against the script, or when it is unsure
        ("您的产品很好我想再买一个可以给我优惠吗", None, SAYS_JA, "zh", "detected", None),
        ("Где моя посылка, я жду уже неделю", None, SAYS_EN, "ru", "detected", "words"),
        ("Blorp zinga wopple frat quen", None, [Candidate("nl", 0.2)], "fr", "assumed", "unsure"),
        ("Blorp zinga wopple frat quen", "sv", [Candidate("nl", 0.2)], "sv", "declared", "unsure"),
        ("Blorp zinga wopple frat quen", None, [], "fr", "assumed", "unsure"),
        # languages that Translate does not know
        ("Onde está o meu pedido que fixen", None, SAYS_GL, "pt", "detected", "words"),
        ("Non dago nire eskaera mesedez", None, [Candidate("eu", 0.97)], "eu", "detected", None),
        # what is declared among close relatives
        ("Gdje je moj paket?", "bs", None, "bs", "declared", "too_short"),
    ],
)  # fmt: skip
def test_decisions(  # noqa: PLR0917 - the columns of the table
    text: str,
    declared: str | None,
    candidates: list[Candidate] | None,
    code: str,
    source: str,
    reason: str | None,
) -> None:
    decision = decide(text, declared=declared, candidates=candidates, fallback="fr")
    assert (decision.code, decision.source) == (code, source)
    if reason:
        assert decision.reason == reason


def test_both_languages_are_on_record() -> None:
    assert decide(
        "Where is my parcel, please? I am waiting.", declared="de", candidates=SAYS_EN, fallback="fr"
    ) == Decision("en", "detected", 0.98, "en", None)
    assert decide(
        "Onde está a minha encomenda?", declared="pt-PT", candidates=[Candidate("pt", 0.9)], fallback="fr"
    ) == (Decision("pt-PT", "declared", 0.9, "pt", None))


def test_an_unsure_answer_is_shown_as_such() -> None:
    assert decide(
        "Blorp zinga wopple frat quen", declared=None, candidates=[Candidate("nl", 0.2)], fallback="fr"
    ) == Decision("fr", "assumed", 0.2, "nl", "unsure")


def test_a_quotation_does_not_turn_a_message() -> None:
    quoted = '"Your session has expired, please log in again"'
    text = f"Bonjour, votre site affiche {quoted} depuis hier et je ne peux pas commander."
    assert decided(text).code == "fr"
    assert (
        decided('I bought the "Mon Chéri Édition Spéciale" box and it arrived empty, what now?').code == "en"
    )


@pytest.mark.parametrize(
    "unit", ["a", "a@", "1a-", "://", "\u200b", "\u202e", "é\u0301", "字", "a.", "한", "A "]
)
def test_hostile_texts_are_decided_at_once(unit: str) -> None:
    text = (unit * 5_000)[:5_000]
    started = time.perf_counter()
    decision = decide(text, declared=None, candidates=None, fallback="fr")
    assert decision.code
    assert time.perf_counter() - started < 0.5


@thoroughly
@given(
    st.text(),
    st.sampled_from([None, "fr", "zh-TW", "fa-AF"]),
    st.none()
    | st.lists(st.builds(Candidate, st.sampled_from(["en", "ja", "eu", "zh"]), st.floats(0, 1)), max_size=3),
)
def test_any_text_is_decided(text: str, declared: str | None, candidates: list[Candidate] | None) -> None:
    decision = decide(text, declared=declared, candidates=candidates, fallback="fr")
    assert decision.code
    assert (decision.source == "assumed") <= (decision.reason is not None)
