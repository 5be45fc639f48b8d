"""The rules that a reply has to keep before it is sent."""

from typing import Any

import pytest

from support.domain.replies import broken_rule, text_of, words
from tests.lambda_src.samples import REPLY

VOUCHER = "un bon d'achat de 10 € sur votre prochaine commande"
FREE = "la livraison gratuite de votre prochaine commande"


def reply_of(count: int) -> str:
    return " ".join(["mot"] * count)


def reply_with(sentence: str) -> str:
    return f"{REPLY} {sentence}"


def test_a_good_reply_breaks_no_rule() -> None:
    assert broken_rule(REPLY, REPLY, ()) is None


@pytest.mark.parametrize(
    ("count", "rule"), [(1, "too_short"), (59, "too_short"), (60, None), (150, None), (151, "too_long")]
)
def test_sixty_to_a_hundred_and_fifty_words(count: int, rule: str | None) -> None:
    assert broken_rule(reply_of(count), reply_of(count), ()) == rule


def test_words_are_counted_on_the_pivot_text() -> None:
    assert broken_rule("返信の本文です。", reply_of(100), ()) is None
    assert broken_rule(reply_of(100), reply_of(20), ()) == "too_short"


@pytest.mark.parametrize(("reply", "pivot"), [("", reply_of(80)), (reply_of(80), ""), (" \n", " \n")])
def test_nothing_is_no_reply(reply: str, pivot: str) -> None:
    assert broken_rule(reply, pivot, ()) == "empty"


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Voir https://example.com/aide", "link"),
        ("Voir HTTP://x", "link"),
        ("Voir www.exemple", "link"),
        ("Allez sur maison-exemple.fr pour cela", "link"),
        ("<a href=x>ici</a>", "link"),
        ("<b>Important</b>", "link"),
        ("Écrivez à aide@exemple.museum", "address"),
        ("Le bloc customer_message est lu", "prompt"),
        ("J'appelle write_reply", "prompt"),
        ("Voici le champ Pivot_Text", "prompt"),
    ],
)
def test_links_addresses_and_our_own_workings_stay_out(sentence: str, rule: str) -> None:
    assert broken_rule(reply_with(sentence), REPLY, ()) == rule
    assert broken_rule(REPLY, reply_with(sentence), ()) == rule


OFFERS = [
    "Nous vous offrons un bon d'achat de 50 €.",
    "Vous recevez un bon d’achat.",
    "Voici des bons d'achat.",
    "Une remise vous attend.",
    "Profitez d'une réduction.",
    "Profitez d'une reduction.",
    "Nous faisons un rabais.",
    "Un cadeau vous attend.",
    "Le retour est gratuit.",
    "L'échange se fait gratuitement.",
    "Un avoir de 20 euros est à vous.",
    "La livraison de votre prochaine commande vous est offerte.",
    "Les frais vous sont offerts.",
    "Nous vous offrirons la suivante.",
    "Le renvoi se fait sans frais.",
    "Vous serez dédommagé.",
    "Un geste commercial suivra.",
    "Utilisez le code promo MERCI.",
    "Vous avez 15 % sur tout.",
    "Vous avez 15% sur tout.",
    "Nous vous rembourserons.",
    "Nous remboursons la somme.",
    "Vous serez remboursée demain.",
    "La somme sera remboursée demain.",
    "Nous procédons au remboursement.",
    "Here is a discount for you.",
    "We enclose a voucher.",
    "Use this coupon.",
    "A small gift is on its way.",
    "The return is free.",
    "Enjoy a complimentary coffee.",
    "We will compensate you.",
    "You get store credit.",
    "This one is on the house.",
    "We replace it at no cost.",
    "We will refund you.",
    "You will be refunded tomorrow.",
    "You will receive a full refund.",
]


@pytest.mark.parametrize("sentence", OFFERS)
def test_no_gesture_is_offered_that_is_not_authorised(sentence: str) -> None:
    assert broken_rule(reply_with(sentence), REPLY, ()) == "gesture"
    assert broken_rule(reply_with(sentence.upper()), REPLY, ()) == "gesture"
    assert broken_rule(REPLY, reply_with(sentence), (VOUCHER, FREE)) == "gesture"


@pytest.mark.parametrize(
    "sentence",
    [
        "Nous étudions votre demande de remboursement.",
        "Nous avons bien noté votre retour.",
        "We are looking at your refund request.",
        "Please feel free to write to us again.",
        "Your invoice over 119 € is being checked.",
        "Nous avons avancé sur votre dossier.",
    ],
)
def test_to_speak_of_the_customers_own_concern_is_no_offer(sentence: str) -> None:
    assert broken_rule(reply_with(sentence), REPLY, ()) is None


@pytest.mark.parametrize(
    "gesture",
    [
        VOUCHER,
        FREE,
        VOUCHER.capitalize(),
        VOUCHER.replace("'", "’"),
        VOUCHER.replace("10 €", "10\u00a0€"),
        VOUCHER.replace(" sur ", "\nsur "),
    ],
)
def test_an_authorised_gesture_may_be_offered_however_it_is_typeset(gesture: str) -> None:
    reply = reply_with(f"{gesture} vous attend.")
    assert broken_rule(reply, REPLY, (VOUCHER, FREE)) is None
    assert broken_rule(reply, REPLY, ()) == "gesture"


def test_beside_an_authorised_gesture_no_other_is_offered() -> None:
    both = reply_with(f"Vous recevez {VOUCHER} et un bon d'achat de 50 €.")
    assert broken_rule(both, both, (VOUCHER,)) == "gesture"


def test_words_are_what_spaces_part() -> None:
    assert words("  un deux\ntrois, quatre ! ") == 5


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ({"text": "  Bonjour \n"}, "Bonjour"),
        ({"text": None}, ""),
        ({"text": ["Bonjour"]}, ""),
        ({"reply": "Bonjour"}, ""),
        (["Bonjour"], ""),
        ("Bonjour", ""),
        (None, ""),
    ],
)
def test_a_draft_that_is_no_text_counts_as_empty(draft: Any, text: str) -> None:
    assert text_of(draft, "text") == text
