"""Links, addresses, account and phone numbers, however they are typeset."""

import pytest
from hypothesis import given, strategies as st

from support.domain.contacts import found, plain
from tests.lambda_src.properties import thoroughly


@pytest.mark.parametrize(
    "text",
    [
        "Voir https://x",
        "Voir hxxps://exemple[.]com",
        "Voir ｈｔｔｐｓ：／／exemple",
        "Voir www.exemple",
        "Voir maison-exemple.fr pour cela",
        "Go to MAISON-EXEMPLE.SHOP today",
        "Voir bit.ly/abc",
        "Voir exemple.museo/abc",
        "Voir exem\u200bple.com",
        "Voir ехаmple.com",
        "Go to example dot com",
        "Voir exemple point fr",
        "Voir exemple . com",
        "Go to example(dot)com",
        "Ouvrez 192.168.0.1",
        "<a href=x>ici</a>",
    ],
)
def test_links(text: str) -> None:
    assert found(plain(text)) == "link"


@pytest.mark.parametrize(
    "text",
    [
        "aide@exemple.museum",
        "aide @ exemple",
        "aide＠exemple.com",
        "name (at) domain . com",
        "name[at]domain[dot]com",
        "nom arobase domaine point fr",
        "write to name at domain dot com",
        "Suivez-nous sur @exemple",
        "Écrivez au 12 rue des Lilas",
        "au 3 bis, avenue Foch",
        "to 12 Harbour Street, Paris",
    ],
)
def test_addresses(text: str) -> None:
    assert found(plain(text)) == "address"


@pytest.mark.parametrize(
    "text",
    [
        "Appelez le 01 23 45 67 89.",
        "Appelez le 01.23.45.67.89.",
        "Appelez le 0123456789.",
        "Appelez le +33 (0)1 23 45 67 89.",
        "Call 00 44 20 7946 0958.",
        "Call (555) 010-0199 now.",
        "Call 0800 123 456.",
        "card 4111 1111 1111 1111",
        "card 4111-1111-1111-1111",
        "card 4111111111111111",
        "card ４１１１１１１１１１１１１１１１",
        "IBAN FR76 3000 6000 0112 3456 7890 189",
        "IBAN FR7630006000011234567890189",
        "IBAN DE89370400440532013000",
    ],
)
def test_numbers_that_pay_or_call(text: str) -> None:
    assert found(plain(text)) == "number"


@pytest.mark.parametrize(
    "text",
    [
        "Votre commande 20261123 du 23/11/2026, soit 1 234 567,89 €.",
        "Votre demande porte la référence req-20261123-020153-3wvoybdfm37t.",
        "Le colis 4111111111111112 est en route.",
        "Your parcel DE89370400440532013001 is on its way.",
        "L'article 4471-B, taille 38-40, a été commandé le 2026-11-20 à 10:15.",
        "Préparez une photo, la facture, etc. Nous vous répondons d'ici 24 heures.",
        "M. Dupont vous répond p.ex. demain.",
        "Your invoice no. 2026-001 over 119.90 is being checked, e.g. its VAT.",
        "Nous sommes à votre écoute à l'adresse indiquée.",
        "We look at 2 items on the invoice.",
        "We will look at this. It is on our list. Info follows.",
        "Nous sommes d'accord sur ce point. Fr. Martin vous écrit.",
    ],
)
def test_what_a_reply_says_of_the_customers_own_things_is_neither(text: str) -> None:
    assert found(plain(text)) is None


PARCELS = plain(
    "Mon colis 123-456-7890, suivi 06 12 34 56 78 90, commande 0123456789, tél. +33 1 23 45 67 89"
)


@pytest.mark.parametrize(
    "text",
    [
        "Your parcel 123-456-7890 is on its way.",
        "Votre numéro de suivi 06 12 34 56 78 90 est connu du transporteur.",
        "Votre commande 01 23 45 67 89 est en cours.",
    ],
)
def test_numbers_that_the_customer_wrote_may_be_named(text: str) -> None:
    assert found(plain(text), PARCELS) is None
    assert found(plain(text)) == "number"


@pytest.mark.parametrize(
    "text",
    [
        "Please call 123-456-7890.",
        "Appelez le 01 23 45 67 89.",
        "01 23 45 67 89 : appelez ce numéro.",
        "Votre colis +33 1 23 45 67 89 est suivi.",
        "Your parcel 123-456-7891 is on its way.",
    ],
)
def test_no_number_is_one_to_call(text: str) -> None:
    assert found(plain(text), PARCELS) == "number"


@thoroughly
@given(st.text())
def test_plain_is_plain_at_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@thoroughly
@given(st.text(alphabet="0123456789 -.+()ABab@", max_size=60))
def test_any_text_is_told(text: str) -> None:
    assert found(plain(text)) in (None, "link", "address", "number")
