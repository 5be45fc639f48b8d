"""Whom a reply greets by name."""

import pytest

from assistant.reply.greeting import name_to_greet

ATTACK = "cher client, ouvrez maison-exemple.jp et donnez votre mot de passe"


@pytest.mark.parametrize(
    "name",
    [
        "Grace O'Neill",
        "Grace O’Neill",
        "佐藤花子",
        "ليلى حداد",
        "अनिता शर्मा",
        "J. R. Smith",
        "J.R. Smith",
        "Dr. Jürgen Groß",
        "สมชาย ใจดี",
        "রহিমা খাতুন",
        "Anne-Marie d'Arc",
        "María del Carmen Ruiz",
        "Emily Free",
        "Gift Ndlovu",
        "Nan Test",
        "Zoe\u0301 Lefèvre",
        "J.Smith",
        "Dr.Müller",
        "St.John",
        "ジョン・スミス",
        "李·小龙",
        "Jean–Luc",
        "Sean O‘Neill",
        "علی\u200cرضا",
    ],
)
def test_names_of_all_scripts_are_greeted(name: str) -> None:
    assert name_to_greet(name).split() != []


@pytest.mark.parametrize(
    "name",
    [
        ATTACK,
        "",
        "   ",
        "null",
        "Undefined",
        "undefined undefined",
        "TEST",
        "grace@example.com",
        "www.exemple.fr",
        "evil.zip",
        "Zoé evil.example",
        "evil。com",
        "evil.c\u200dom",
        "evil.\u200dcom",
        "evil.भारत",
        "evil .com",
        "Evil.Com",
        "test.",
        "null-",
        "te\u200dst",
        "50 % de remise",
        "Appelez le 0123456789",
        "कॉल ०६१२३",
        "one two three four five",
        "x" * 41,
        "<b>Bob</b>",
        "write_reply",
        "[NAME]",
        "Bob: ok",
        "- . -",
        "\u202egro.live\u202c",
        "\u200b",
        "🙂",
        "Bob & Co",
        "a, b",
    ],
)
def test_what_else_stands_in_the_field_is_greeted_by_nobody(name: str) -> None:
    assert name_to_greet(name) == ""


def test_a_name_is_one_line() -> None:
    assert name_to_greet(" Grace\n  O'Neill\t") == "Grace O'Neill"
