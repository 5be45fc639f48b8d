from typing import Any

import pytest

from local.standins.comprehend.detection import COMPREHEND_LANGUAGES, detect


def test_the_samples_languages_are_found(samples: dict[str, Any]) -> None:
    for sample in samples.values():
        assert detect(sample["message"])[0][0] == sample["expect"]["language"], sample["id"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hei, jeg lurer på når pakken min kommer fram til meg.", "no"),
        ("Hvornår kommer min pakke? Jeg har ventet i to uger.", "da"),
        ("請問我的訂單什麼時候會到貨？謝謝。", "zh-TW"),
        ("请问我的订单什么时候会到货？谢谢。", "zh"),
        ("Dzień dobry, gdzie jest moja paczka?", "pl"),
        ("Where is my parcel?\nI have waited for a week.", "en"),
    ],
)
def test_codes_are_comprehends(text: str, code: str) -> None:
    assert detect(text)[0][0] == code


@pytest.mark.parametrize("text", ["12345", "!!!", "🙂", "Hello there, wie geht es dir heute?"])
def test_there_is_always_an_answer_best_first(text: str) -> None:
    found = detect(text)
    scores = [score for _, score in found]
    assert 1 <= len(found) <= 3
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert {code for code, _ in found} <= COMPREHEND_LANGUAGES
