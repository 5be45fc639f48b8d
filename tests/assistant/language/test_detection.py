"""The rule that decides a message's language."""

import time
from typing import Any

import pytest
from hypothesis import given, strategies as st

from assistant.language.detection import Candidate, Decision, decide, words_of
from eval import incoming
from local.standins.comprehend.detection import detect
from tests.assistant.properties import thoroughly
from tests.messages import MESSAGES

LONG_ENOUGH = "Where is my parcel, please? I am waiting."


def service(text: str) -> list[Candidate] | None:
    """Answer as the stand-in of Comprehend does."""
    return [Candidate(*found) for found in detect(words_of(text))] if words_of(text) else None


def decided(text: str, declared: str | None = None) -> Decision:
    return decide(text, declared=declared, candidates=service(text), fallback="fr")


def test_messages_are_understood() -> None:
    wrong = [one.id for one in MESSAGES if decided(one.message).code != one.language]
    assert len(wrong) <= 0.015 * len(MESSAGES)


def test_without_the_service_most_are_understood() -> None:
    found = [(one, decide(one.message, declared=None, candidates=None, fallback="fr")) for one in MESSAGES]
    assert sum(decision.code == one.language for one, decision in found) >= 0.95 * len(MESSAGES)


@pytest.mark.parametrize("name", incoming.SETS)
def test_short_messages_are_mostly_understood_and_never_taken_across_scripts(name: str) -> None:
    figures = incoming.language(incoming.load("short", name))
    assert figures["language right"] >= 0.8 * figures["short messages"] >= 48
    assert figures["in another script"] == []


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
        ("x 4471", ""),
        ("네", "네"),
        ("7a8b9c ab12cd34", ""),
        ("ไม่ได้รับ", "ไม่ได้รับ"),
    ],
)
def test_only_words_are_asked_about(text: str, kept: str) -> None:
    assert words_of(text) == kept


SAYS_EN = [Candidate("en", 0.98)]
SAYS_JA = [Candidate("ja", 0.9)]
SAYS_ZH = [Candidate("zh", 0.99)]
SAYS_BE = [Candidate("be", 0.45), Candidate("ru", 0.3)]
NORDIC = [Candidate("no", 0.45), Candidate("da", 0.44)]
PRODUCT = "Samsung Galaxy Watch Ultra Titanium Grey"
KANJI = "返品希望。領収書再送依頼。注文番号一二三四五、担当者名不明、至急回答願。"


@pytest.mark.parametrize(
    ("text", "declared", "candidates", "code", "source", "reason"),
    [
        # the service's answer counts, also against a declared language
        (LONG_ENOUGH, "de", SAYS_EN, "en", "detected", None),
        (LONG_ENOUGH, "en", SAYS_EN, "en", "declared", None),
        ("Onde está a minha encomenda?", "pt-PT", [Candidate("pt", 0.9)], "pt-PT", "declared", None),
        ("سفارش من هنوز نرسیده است", "fa-AF", [Candidate("fa", 0.9)], "fa-AF", "declared", None),
        ("Non dago nire eskaera mesedez", None, [Candidate("eu", 0.97)], "eu", "detected", None),
        # also where most letters are those of products
        (f"{PRODUCT} 배송이 안 왔어요", None, [Candidate("ko", 0.98)], "ko", "detected", None),
        (f"הזמנתי שעון {PRODUCT}", None, [Candidate("he", 0.9)], "he", "detected", None),
        # unless the script rules it out
        ("Где моя посылка, я жду уже неделю", None, SAYS_EN, "ru", "assumed", "unsure"),
        ("어디?", "fr", None, "ko", "detected", "script"),
        ("Πού είναι;", "fr", SAYS_EN, "el", "detected", "script"),
        # of a short text the declared language counts, if its script fits, else the best guess
        ("Pedido?", "pt", None, "pt", "declared", "too_short"),
        ("Wo ist mein Paket?", "fr", [Candidate("de", 0.9)], "fr", "declared", "too_short"),
        ("Wo ist mein Paket?", None, [Candidate("de", 0.9)], "de", "assumed", "too_short"),
        ("Wo ist mein Paket?", None, None, "de", "assumed", "too_short"),
        ("Где мой заказ?", "fr", [Candidate("ru", 0.4)], "ru", "assumed", "too_short"),
        ("Где мой заказ?", None, SAYS_BE, "ru", "assumed", "too_short"),
        ("Верните деньги!", None, [], "ru", "assumed", "too_short"),
        ("Дякую!", None, [Candidate("uk", 0.3)], "uk", "assumed", "too_short"),
        ("Hvor er pakken min?", None, NORDIC, "no", "assumed", "too_short"),
        ("Gdje je moj paket?", "bs", None, "bs", "declared", "too_short"),
        # where nothing is known: the environment's language, or the one of most who write the script
        ("Pedido 4471-B", None, [], "fr", "assumed", "too_short"),
        ("OK", None, None, "fr", "assumed", "too_short"),
        ("OK", None, [Candidate("en", 0.12)], "fr", "assumed", "too_short"),
        ("ЖЖЖ", None, None, "ru", "assumed", "too_short"),
        ("ضضض", None, None, "ar", "assumed", "too_short"),
        ("ऌऌऌ", None, None, "hi", "assumed", "too_short"),
        ("", "de", None, "de", "declared", "too_short"),
        # the service is unsure, or did not answer
        ("Blorp zinga wopple frat quen", None, [Candidate("nl", 0.2)], "nl", "assumed", "unsure"),
        ("Blorp zinga wopple frat quen", "sv", [Candidate("nl", 0.2)], "sv", "declared", "unsure"),
        ("Blorp zinga wopple frat quen", None, [], "fr", "assumed", "unsure"),
        ("Blorp zinga wopple frat quen dorrip", None, None, "fr", "assumed", "unavailable"),
        (LONG_ENOUGH, None, None, "en", "assumed", "unavailable"),
        # close relatives that tie are one answer together
        ("Hvor er pakken min, jeg har ventet lenge", None, NORDIC, "no", "detected", "siblings"),
        ("Hvor er pakken min, jeg har ventet lenge", "da", NORDIC, "da", "declared", "siblings"),
        # Japanese
        ("株式会社山田商事、営業部佐藤です。商品未着。返金希望。", None, SAYS_ZH, "ja", "detected", "script"),
        ("返品希望", "ja", None, "ja", "declared", "script"),
        (KANJI, "ja", SAYS_ZH, "ja", "declared", "script"),
        (KANJI, None, [Candidate("ja", 0.99)], "ja", "detected", None),
        ("私の荷物", None, SAYS_JA, "ja", "detected", None),
        ("私の荷物", None, None, "ja", "detected", "script"),
        ("払込済", None, None, "ja", "detected", "script"),
        # Chinese
        ("奈雪の茶", None, SAYS_ZH, "zh", "detected", None),
        ("这里", None, None, "zh", "detected", "script"),
        ("我的訂單還沒有到，請問什麼時候可以收到", "zh", SAYS_ZH, "zh-TW", "detected", "script"),
        ("您的产品很好我想再买一个可以给我优惠吗", None, SAYS_JA, "zh", "detected", "script"),
        ("我在奈雪の茶买的杯子坏了，请问怎么办", None, SAYS_ZH, "zh", "detected", None),
        ("我的包裹", "zh-TW", None, "zh-TW", "declared", "script"),
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
    assert (decision.code, decision.source, decision.reason) == (code, source, reason)


@pytest.mark.parametrize(
    ("text", "declared", "candidates", "decision"),
    [
        (LONG_ENOUGH, "de", SAYS_EN, Decision("en", "detected", 0.98, "en", None)),
        (
            "Onde está a minha encomenda?",
            "pt-PT",
            [Candidate("pt", 0.9)],
            Decision("pt-PT", "declared", 0.9, "pt", None),
        ),
        ("Где мой заказ?", None, SAYS_BE, Decision("ru", "assumed", 0.45, "be", "too_short")),
    ],
)
def test_what_is_seen_is_on_record_also_where_it_does_not_decide(
    text: str, declared: str | None, candidates: list[Candidate], decision: Decision
) -> None:
    assert decide(text, declared=declared, candidates=candidates, fallback="fr") == decision


def test_a_quotation_does_not_turn_a_message() -> None:
    quoted = '"Your session has expired, please log in again"'
    text = f"Bonjour, votre site affiche {quoted} depuis hier et je ne peux pas commander."
    assert decided(text).code == "fr"
    assert (
        decided('I bought the "Mon Chéri Édition Spéciale" box and it arrived empty, what now?').code == "en"
    )


@pytest.mark.parametrize(
    ("decision", "declared", "fallback", "values"),
    [
        (
            Decision("de", "detected", 0.9, "de", None),
            "auto",
            None,
            {"language": {"code": "de", "name": "allemand", "source": "detected", "confidence": 0.9}},
        ),
        (
            Decision("pt-PT", "declared", 0.9, "pt", "unsure"),
            "pt-PT",
            None,
            {
                "language": {
                    "code": "pt-PT",
                    "name": "portugais européen",
                    "source": "declared",
                    "confidence": 0.9,
                    "declared": "pt-PT",
                    "declared_as": "pt-PT",
                    "detected": "pt",
                    "reason": "unsure",
                }
            },
        ),
        (
            Decision("fr", "assumed", None, None, "too_short"),
            "auto",
            None,
            {
                "language": {
                    "code": "fr",
                    "name": "français",
                    "source": "assumed",
                    "confidence": None,
                    "reason": "too_short",
                },
                "degraded.language": "too_short",
            },
        ),
        (
            Decision("fr", "assumed", None, None, "unavailable"),
            "auto",
            "comprehend.DetectDominantLanguage: X",
            {
                "language": {
                    "code": "fr",
                    "name": "français",
                    "source": "assumed",
                    "confidence": None,
                    "reason": "unavailable",
                },
                "degraded.language": "comprehend.DetectDominantLanguage: X",
            },
        ),
    ],
)
def test_a_language_is_stored_with_what_it_rests_on(
    decision: Decision, declared: str, fallback: str | None, values: Any
) -> None:
    assert decision.to_item(declared, "fr", fallback) == values


@pytest.mark.slow
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
