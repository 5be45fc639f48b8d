"""Signatures of people and of mail programs."""

import pytest

from assistant.own_words.own_words import find, own


def left(text: str) -> str:
    return own(text, find(text))


@pytest.mark.parametrize(
    "signed",
    [
        *(
            "Sent from my iPhone",
            "Gesendet von meinem iPhone",
            "Von meinem iPhone gesendet",
            "Wysłane z iPhone'a",
        ),
        *(
            "Get Outlook for Android<https://aka.example/x>",
            "Trimis de pe iPhone-ul meu",
            "Отправлено из Mail.ru",
        ),
        "-- \nClaire Dumontel\nHead of Procurement, Balkan Freight Solutions Ltd.\nTel. +33 1 55 00 12 34",
    ],
)
def test_signatures_of_programs_and_below_two_dashes(signed: str) -> None:
    assert left(f"No funciona\n\n{signed}") == "No funciona"
    assert {one.kind for one in find(f"No funciona\n\n{signed}")} == {"signature"}


def test_a_signature_may_stand_right_above_the_quoted_mail() -> None:
    head = "-------- Originalmeddelande --------\nFrån: Butik <a@b.example>\nDatum: 2026-05-21 07:58\nTill: x"
    assert left(f"Hej!\nJag ångrar köpet.\nSkickat från min Android-telefon\n{head}\n\nTack!") == (
        "Hej!\nJag ångrar köpet."
    )


@pytest.mark.parametrize(
    "text",
    [
        "It does not work.\n\nIt never worked on my iPhone",
        "First point.\n--\nSecond point: I want my money back.\n--\nThird",
        "My question\n--\nThe parcel 4471 is lost, please find it.",
    ],
)
def test_sentences_are_no_signature(text: str) -> None:
    assert left(text) == text
