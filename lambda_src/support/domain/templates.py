"""Replies without a model: written once, in a team's language, promising nothing that is not configured."""

from collections.abc import Mapping
from typing import Final

from .categories import Category
from .priority import SLA_HOURS, Priority, Sentiment

_OPENING: Final[Mapping[str, Mapping[Sentiment, str]]] = {
    "fr": {
        Sentiment.NEGATIVE: "Nous sommes sincèrement désolés de la situation que vous décrivez et nous comprenons votre mécontentement.",
        Sentiment.MIXED: "Merci pour ce retour nuancé ; nous sommes désolés pour ce qui ne s'est pas passé comme prévu.",
        Sentiment.POSITIVE: "Merci beaucoup pour votre message, qui fait très plaisir à toute l'équipe.",
        Sentiment.NEUTRAL: "Merci d'avoir pris le temps de nous écrire.",
    },
    "en": {
        Sentiment.NEGATIVE: "We are truly sorry about the situation you describe, and we understand that you are not satisfied.",
        Sentiment.MIXED: "Thank you for telling us both sides; we are sorry about what did not go as it should have.",
        Sentiment.POSITIVE: "Thank you very much for your message, which the whole team is delighted to read.",
        Sentiment.NEUTRAL: "Thank you for taking the time to write to us.",
    },
}

_NEXT_STEP: Final[Mapping[str, Mapping[Category, str]]] = {
    "fr": {
        Category.DELIVERY: "Nous vérifions maintenant où en est votre livraison. Pour aller plus vite, préparez votre numéro de "
        "commande et l'adresse de livraison prévue.",
        Category.PRODUCT: "Nous examinons maintenant le problème rencontré avec votre article. Pour aller plus vite, préparez votre "
        "numéro de commande et, si possible, une photo de l'article.",
        Category.REFUND: "Nous étudions maintenant votre demande de retour ou de remboursement. Pour aller plus vite, préparez votre "
        "numéro de commande et la date de votre achat.",
        Category.ACCOUNT: "Nous regardons maintenant ce qui se passe avec votre compte. Ne nous envoyez jamais votre mot de passe : "
        "l'adresse électronique du compte nous suffit.",
        Category.BILLING: "Nous vérifions maintenant les éléments de facturation que vous signalez. Pour aller plus vite, préparez le "
        "numéro de la facture et le montant concerné.",
        Category.GENERAL: "Nous lisons maintenant votre message avec attention. Si vous avez un numéro de commande, gardez-le à portée "
        "de main : il nous aidera à vous répondre.",
    },
    "en": {
        Category.DELIVERY: "We are now checking where your delivery stands. To speed things up, please have your order number and the "
        "delivery address at hand.",
        Category.PRODUCT: "We are now looking into the problem with your item. To speed things up, please have your order number and, "
        "if you can, a photo of the item at hand.",
        Category.REFUND: "We are now going through your return or refund request. To speed things up, please have your order number "
        "and the date of your purchase at hand.",
        Category.ACCOUNT: "We are now looking at what happens with your account. Please never send us your password: the e-mail "
        "address of the account is all we need.",
        Category.BILLING: "We are now checking the billing details that you mention. To speed things up, please have the invoice "
        "number and the amount in question at hand.",
        Category.GENERAL: "We are now reading your message with care. If you have an order number, please keep it at hand: it will "
        "help us to answer you.",
    },
}

_FRAME: Final = {
    "fr": (
        "Bonjour{name},\n\n{opening} Votre demande porte la référence {reference} et elle est bien enregistrée ; rappelez-la si vous nous écrivez de nouveau.\n\n"
        "{next_step} Un membre de notre équipe prend connaissance de votre demande sous {sla} et revient vers vous avec une "
        "réponse adaptée à votre situation.\n\nBien à vous,\nLe service client {company}"
    ),
    "en": (
        "Hello{name},\n\n{opening} Your request is safely recorded as {reference}; please quote it if you write to us again.\n\n"
        "{next_step} A member of our team will look at your request within {sla} and come back to you with an answer that fits "
        "your situation.\n\nKind regards,\nThe {company} customer support team"
    ),
}

_HOURS: Final = {"fr": ("{n} heure", "{n} heures"), "en": ("{n} hour", "{n} hours")}

LANGUAGES: Final = tuple(_FRAME)


def write(
    language: str,
    *,
    name: str,
    company: str,
    reference: str,
    sentiment: Sentiment,
    category: Category,
    priority: Priority,
) -> str:
    """Return the template reply in one of `LANGUAGES`; without a name it greets nobody by name."""
    opening = _OPENING[language].get(sentiment, _OPENING[language][Sentiment.NEUTRAL])
    hours = SLA_HOURS[priority]
    return _FRAME[language].format(
        name=f" {name}" if name else "",
        opening=opening,
        reference=reference,
        next_step=_NEXT_STEP[language][category],
        sla=_HOURS[language][hours > 1].format(n=hours),
        company=company,
    )
