"""What counts as a commercial gesture, in words and in numbers."""

import pytest
from hypothesis import given, strategies as st

from support.domain.contacts import plain
from support.domain.gestures import may_offer, offered
from tests.lambda_src.properties import thoroughly

VOUCHER = "un bon d'achat de 10 € sur votre prochaine commande"
FREE = "la livraison gratuite de votre prochaine commande"

OFFERS = [
    "Nous vous faisons dix euros de remise.",
    "Profitez de cinquante pour cent.",
    "Profitez de cinquante pour-cent sur tout.",
    "Vous avez ５０ ％ sur tout.",
    "Votre prochain achat est à moitié prix.",
    "Une ristourne vous attend.",
    "Nous créditons votre compte de vingt euros.",
    "Un crédit de 20 euros est sur votre compte.",
    "Vous avez droit à un avoir.",
    "Nous prendrons les frais de port à notre charge.",
    "L'échange se fait à nos frais.",
    "L'échange se fait gracieusement.",
    "Des points de fidélité vous sont donnés.",
    "Voici un bon de réduction.",
    "Vous profitez d'un tarif préférentiel.",
    "Votre remboursement est accepté.",
    "Votre demande de remboursement a été approuvée, le remboursement est accordé.",
    "Vous recevrez un remboursement.",
    "Un remboursement intégral suit.",
    "Nous allons vous rembourser.",
    "On vous rembourse tout de suite.",
    "Votre demande de remise de 90 % est acceptée.",
    "Here is 50 percent off.",
    "Here is fifty per cent for you.",
    "You get ten euros off.",
    "You get half off.",
    "Your next order is half-price.",
    "We'll refund you today.",
    "I will refund you today.",
    "We are refunding your order.",
    "You'll be refunded today.",
    "You will receive your refund today.",
    "Your refund has been approved.",
    "We waive the shipping.",
    "A goodwill gesture is on its way.",
    "We will add loyalty points.",
    "We credited your account.",
    "You get your money back.",
    "Use the promo code THANKS.",
    "This is at our expense.",
    "A dis\u200bcount for you.",
    "A disсount for you.",
    "𝐀 𝐟𝐫𝐞𝐞 𝐠𝐢𝐟𝐭 for you.",
]


@pytest.mark.parametrize("text", OFFERS)
def test_offers_in_words_numbers_and_odd_letters(text: str) -> None:
    assert offered(plain(text), ())
    assert offered(plain(text), (VOUCHER, FREE))


@pytest.mark.parametrize(
    "text",
    [
        "Nous étudions votre demande de remboursement intégral.",
        "Vous avez posé une demande de dédommagement.",
        "Nous regrettons que vous soyez resté sans avoir de réponse.",
        "Merci d'avoir pris le temps de nous écrire.",
        "Nous faisons tout pour vous offrir une solution adaptée.",
        "Le montant débité sur votre carte de crédit est vérifié.",
        "We read your request for a refund with care.",
        "Please feel free to write to us again.",
        "You are free to choose the day.",
        "The amount was charged to your credit card.",
        "We will switch the alarm off.",
    ],
)
def test_what_the_customer_asked_for_may_be_named(text: str) -> None:
    assert not offered(plain(text), ())


@pytest.mark.parametrize("gesture", [VOUCHER, FREE])
def test_an_authorised_gesture_passes_and_only_that(gesture: str) -> None:
    (other,) = {VOUCHER, FREE} - {gesture}
    assert not offered(plain(f"Nous vous proposons {gesture}."), (gesture,))
    assert offered(plain(f"Nous vous proposons {gesture} et {other}."), (gesture,))
    assert offered(plain(f"Nous vous proposons {gesture}."), (other,))


@thoroughly
@given(st.text(), st.sampled_from(OFFERS), st.text())
def test_an_offer_is_found_wherever_it_stands(before: str, offer: str, after: str) -> None:
    assert offered(plain(f"{before}. {offer} {after}"), ())


@pytest.mark.parametrize("language", ["de", "de-AT", "ja", "qq", ""])
@pytest.mark.parametrize("text", ["Here is a voucher.", "Une remise vous attend.", "٢٠٪", "%20", "２０％"])
def test_french_english_and_percent_are_understood_everywhere(text: str, language: str) -> None:
    assert offered(plain(text), (), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il nostro servizio le offre una risposta."),
        ("sv", "Vi skickar en offert."),
        ("de", "Sie haben die Wahl."),
        ("en", "Wir gewähren Ihnen Rabatt."),
    ],
)
def test_a_languages_words_count_in_its_own_texts(language: str, text: str) -> None:
    assert not offered(plain(text), (), language)


def test_regions_and_relatives_share_a_languages_words() -> None:
    assert offered(plain("免費"), (), "zh-TW")
    assert offered(plain("um desconto"), (), "pt-PT")
    assert offered(plain("Odobravamo popust."), (), "bs")


def test_vowel_points_hide_nothing() -> None:
    assert offered(plain("التَّوْصِيلُ مَجَّانِيٌّ"), (), "ar")
    assert offered(plain("הֲנָחָה"), (), "he")


@pytest.mark.parametrize(
    ("pivot", "authorised", "may"),
    [
        (f"Nous vous proposons {VOUCHER}.", (VOUCHER,), True),
        (f"NOUS VOUS PROPOSONS {VOUCHER.upper()}.", (FREE, VOUCHER), True),
        (f"Nous vous proposons {VOUCHER}.", (FREE,), False),
        ("Nous vous proposons un bon d'achat.", (VOUCHER,), False),
        ("Rien.", ("",), False),
        ("Rien.", (), False),
    ],
)
def test_another_language_may_offer_what_the_pivot_text_offers(
    pivot: str, authorised: tuple[str, ...], *, may: bool
) -> None:
    assert may_offer(plain(pivot), authorised) is may
