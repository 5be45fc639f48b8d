from typing import Any

import pytest

from local.standins.bedrock.categories import category


def test_the_samples_have_their_category(samples: dict[str, dict[str, Any]]) -> None:
    for name, sample in samples.items():
        expected = sample["expect"].get("category")
        assert expected is None or category(sample["message"]) in expected, name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When will my parcel be delivered?", "delivery"),
        ("Où est mon colis expédié lundi ?", "delivery"),
        ("Die Lampe ist beschädigt und kaputt.", "product"),
        ("La caja llegó rota.", "product"),
        ("Vorrei un rimborso.", "refund"),
        ("申请退款", "refund"),
        ("返金してください", "refund"),
        ("Ik ben mijn wachtwoord kwijt", "account"),
        ("비밀번호를 잊었습니다", "account"),
        ("I cannot log in", "account"),
        ("Esqueci a senha da minha conta", "account"),
        ("A fatura está errada", "billing"),
        ("FATURA ÖDEME", "billing"),
        ("أريد فاتورة", "billing"),
        ("मेरा बिल", "billing"),
        ("Thank you", "general"),
        ("", "general"),
    ],
)
def test_words_of_thirteen_languages_decide(text: str, expected: str) -> None:
    assert category(text) == expected


def test_the_most_words_win_and_the_first_listed_of_equals() -> None:
    assert category("refund, refund, parcel") == "refund"
    assert category("refund for a parcel") == "delivery"


def test_a_latin_stem_begins_a_word() -> None:
    assert category("I use sharebill") == "general"
