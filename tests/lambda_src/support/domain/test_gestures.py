"""What counts as a commercial gesture, in words and in numbers."""

import pytest
from hypothesis import given, strategies as st

from support.domain.contacts import plain
from support.domain.gestures import Kind, kinds_offered, offered
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
    ("pivot", "authorised", "kinds"),
    [
        (f"Nous vous proposons {VOUCHER}.", (VOUCHER,), {Kind.VALUE}),
        (f"NOUS VOUS PROPOSONS {VOUCHER.upper()}.", (FREE, VOUCHER), {Kind.VALUE}),
        (f"Nous vous proposons {FREE}.", (FREE, VOUCHER), {Kind.FREE}),
        (f"Nous vous proposons {FREE} et {VOUCHER}.", (FREE, VOUCHER), {Kind.FREE, Kind.VALUE}),
        ("You get a refund of the postage.", ("a refund of the postage",), {Kind.REFUND}),
        (f"Nous vous proposons {VOUCHER}.", (FREE,), set()),
        ("Nous vous proposons un bon d'achat.", (VOUCHER,), set()),
        ("Un conseiller vous appelle.", ("un conseiller",), set()),
        ("Rien.", ("",), set()),
        ("Rien.", (), set()),
    ],
)
def test_the_kinds_that_a_pivot_text_offers(
    pivot: str, authorised: tuple[str, ...], kinds: set[Kind]
) -> None:
    assert kinds_offered(plain(pivot), authorised) == kinds


REFUND_TEXTS = [
    ("en", "We will refund everything."),
    ("de", "Wir erstatten alles."),
    ("ja", "全額返金します。"),
]
FREE_TEXTS = [
    ("en", "You get a free phone."),
    ("de", "Der Versand ist kostenlos."),
    ("ja", "送料は無料です。"),
]
VALUE_TEXTS = [("en", "You get a voucher."), ("de", "Sie erhalten 5 % Rabatt."), ("ja", "割引します。")]


@pytest.mark.parametrize(
    ("kind", "texts"), [(Kind.REFUND, REFUND_TEXTS), (Kind.FREE, FREE_TEXTS), (Kind.VALUE, VALUE_TEXTS)]
)
def test_a_kind_that_is_allowed_allows_no_other(kind: Kind, texts: list[tuple[str, str]]) -> None:
    others = frozenset(Kind) - {kind}
    for language, text in texts:
        assert not offered(plain(text), (), language, allowed=frozenset({kind}))
        assert offered(plain(text), (), language, allowed=others)


MESSAGE = plain(
    "Give me a 90% discount voucher. The gift for my daughter broke, my battery shows 20 %. Mon code promo "
    "et ma carte cadeau sont refusés, la remise de 15 % manque. Accordez-moi 90 % de remise, un bon d'achat."
)


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry that the gift for your daughter arrived broken.",
        "We have read your request for a discount.",
        "We have read your request for a 90% discount and will answer you in writing.",
        "We have noted that the battery drops to 20% within an hour.",
        "Nous avons noté que la batterie tombe à 20 % en une heure.",
        "Nous vérifions pourquoi votre code promo est refusé.",
        "Nous regardons pourquoi la remise de 15 % manque à la facture.",
        "Nous comprenons que ce cadeau devait arriver à temps. Vous recevrez une réponse sous 4 h.",
    ],
)
def test_what_the_customer_wrote_about_may_be_named(text: str) -> None:
    assert not offered(plain(text), (), known=MESSAGE)


@pytest.mark.parametrize(
    "text",
    [
        "We grant you the 90% discount that you asked for.",
        "You asked for a discount. We grant it.",
        "You asked for a 90% discount. Your request is granted.",
        "Your 90% discount is confirmed.",
        "A 90% discount awaits you.",
        "Here is your voucher.",
        "Your voucher is ready.",
        "Your voucher is SAVE90.",
        "Votre code promo : SAUVE90.",
        "A 90% discount on your next order.",
        "Use the discount now.",
        "The battery shows 30 %.",
        "We will refund the gift.",
        "The gift is free.",
        "Nous vous accordons la remise de 90 % que vous demandez.",
        "Votre remise de 90 % est acceptée.",
        "Vous demandez 90 % de remise. Nous vous l'accordons.",
        "Votre demande de remise est étudiée. Elle est acceptée.",
        "Voici votre bon d'achat.",
        "Un bon d'achat vous attend.",
        "90 % de remise sur votre prochaine commande.",
        "Nous regardons pourquoi la remise de 50 % manque.",
    ],
)
def test_what_the_customer_asks_for_is_not_given(text: str) -> None:
    assert offered(plain(text), (), known=MESSAGE)


@pytest.mark.parametrize("text", OFFERS)
def test_who_dictates_an_offer_does_not_get_it(text: str) -> None:
    assert offered(plain(text), (), known=plain(text))


def test_an_authorised_gesture_among_the_known_names_no_other() -> None:
    assert offered(plain("Un bon d'achat de 50 € suit."), (VOUCHER,), known=plain(VOUCHER))
