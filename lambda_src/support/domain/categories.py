"""The category of a message, by weighted keywords."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from . import languages


class Category(StrEnum):
    """What a message is about, in the order that decides a tie."""

    DELIVERY = "delivery"
    PRODUCT = "product"
    REFUND = "refund"
    ACCOUNT = "account"
    BILLING = "billing"
    GENERAL = "general"


# Beginnings of words or phrases, without accents, apostrophes as spaces; the weight is how surely
# the word names the category. Each counts once however often it stands in the text.
_KEYWORDS: Final[Mapping[str, Mapping[Category, str]]] = {
    "fr": {
        Category.DELIVERY: "livraison 3, colis 3, transporteur 3, expedi 2, suivi 2, retard 2, en route 2, paquet 2, "
        "livreur 3, livrer 2, arriv 1, commande 1",
        Category.PRODUCT: "defectueu 3, casse 3, fissur 3, abim 3, endommag 3, panne 3, fonctionne pas 2, fonctionne plus 2, "
        "fuit 2, garantie 2, produit 2, appareil 2, taille 2, qualite 1, echang 2, article 1, modele 1, notice 2",
        Category.REFUND: "rembours 4, retourner 2, renvoyer 2, retour 2, retractation 4, rendre 1, annul 2",
        Category.ACCOUNT: "mot de passe 4, mon compte 3, compte 1, connecter 3, connexion 3, identifiant 3, profil 2, "
        "acceder 2, inscription 2, desinscri 2, reinitialis 3, mes donnees 3, adresse mail 2",
        Category.BILLING: "factur 4, preleve 3, prelevement 3, debit 3, paiement 3, paye 2, carte bancaire 3, tva 3, "
        "montant 2, double 1, tarif 2, releve 2",
    },
    "en": {
        Category.DELIVERY: "deliver 2, delivery 2, shipping 3, shipment 3, shipped 2, parcel 3, package 3, courier 3, "
        "tracking 3, arrive 2, late 1, order 1",
        Category.PRODUCT: "broken 3, crack 3, damaged 3, defect 3, leak 3, faulty 3, not work 2, t work 2, stopped working 3, "
        "warranty 3, product 2, device 2, size 2, quality 1, replac 2, item 1, manual 2",
        Category.REFUND: "refund 4, money back 4, return 2, send back 2, send it back 2, cancel 2, reimburse 4",
        Category.ACCOUNT: "password 4, my account 3, account 1, log in 3, login 3, sign in 3, username 3, profile 2, reset 2, "
        "unsubscribe 2, my data 3, email address 2",
        Category.BILLING: "invoice 4, bill 3, charged 3, payment 3, paid 2, credit card 3, vat 3, amount 2, twice 1, "
        "price 2, statement 2",
    },
    "es": {
        Category.DELIVERY: "entrega 3, envio 3, paquete 3, transportista 3, seguimiento 3, lleg 2, retraso 2, pedido 1, enviado 2",
        Category.PRODUCT: "roto 3, rota 3, defectuos 3, danad 3, estropead 3, no funciona 3, averia 3, garantia 3, producto 2, "
        "aparato 2, talla 2, calidad 1, cambi 1, articulo 1",
        Category.REFUND: "reembols 4, devolucion 3, devolver 3, devuelv 3, cancel 2",
        Category.ACCOUNT: "contrasena 4, mi cuenta 3, cuenta 1, iniciar sesion 3, acceder 2, usuario 2, perfil 2, restablec 3, "
        "mis datos 3",
        Category.BILLING: "factura 4, cobra 3, cobro 3, cargo 2, pago 3, pagado 2, tarjeta 3, iva 3, importe 2, dos veces 1, precio 2",
    },
    "de": {
        Category.DELIVERY: "liefer 3, paket 3, sendung 3, versand 3, versend 2, zustell 3, bote 2, ankomm 2, angekommen 2, "
        "verspat 2, bestellung 1",
        Category.PRODUCT: "kaputt 3, defekt 3, beschadig 3, zerbroch 3, riss 2, funktioniert nicht 3, garantie 3, produkt 2, "
        "gerat 2, grosse 2, qualitat 1, umtausch 2, artikel 1, anleitung 2",
        Category.REFUND: "erstatt 4, geld zuruck 4, zuruckgeb 3, zurucksend 3, rucksend 3, ruckgabe 3, widerruf 4, stornier 2, "
        "retoure 3",
        Category.ACCOUNT: "passwort 4, kennwort 4, mein konto 3, meinem konto 3, konto 1, anmeld 3, einlogg 3, benutzername 3, "
        "profil 2, zurucksetz 2, meine daten 3",
        Category.BILLING: "rechnung 4, abgebucht 3, abbuch 3, zahlung 3, bezahl 2, kreditkarte 3, mehrwertsteuer 3, betrag 2, "
        "doppelt 1, preis 2",
    },
    "it": {
        Category.DELIVERY: "consegn 3, spedizion 3, spedit 2, pacco 3, corriere 3, tracciamento 3, arriv 1, ritardo 2, ordine 1",
        Category.PRODUCT: "rotto 3, rotta 3, difettos 3, danneggiat 3, guast 3, garanzia 3, prodotto 2, apparecchio 2, taglia 2, "
        "qualita 1, sostitu 2, articolo 1, non si accende 3",
        Category.REFUND: "rimbors 4, restitu 3, reso 3, rendere 2, annull 2, recesso 4",
        Category.ACCOUNT: "password 4, mio account 3, account 2, acced 3, login 3, nome utente 3, profilo 2, reimpost 3, i miei dati 3",
        Category.BILLING: "fattur 4, addebit 3, pagament 3, pagato 2, carta di credito 3, iva 3, importo 2, due volte 1, prezzo 2",
    },
    "pt": {
        Category.DELIVERY: "entrega 3, envio 3, encomenda 2, pacote 3, transportadora 3, rastre 3, cheg 2, atras 2, pedido 1",
        Category.PRODUCT: "quebrad 3, partid 2, defeito 3, defeituos 3, danificad 3, avaria 3, nao funciona 3, garantia 3, "
        "produto 2, aparelho 2, tamanho 2, qualidade 1, troca 2, artigo 1",
        Category.REFUND: "reembols 4, devolv 2, devolu 3, estorno 4, cancel 2",
        Category.ACCOUNT: "senha 4, palavra passe 4, minha conta 3, conta 1, entrar 1, aceder 2, acessar 2, login 3, perfil 2, "
        "redefin 3, meus dados 3",
        Category.BILLING: "fatura 4, cobrad 3, cobranca 3, pagamento 3, paguei 2, cartao 3, iva 3, valor 2, duas vezes 1, preco 2",
    },
    "nl": {
        Category.DELIVERY: "bezorg 3, lever 3, aflever 3, pakket 3, verzend 3, verzonden 2, zending 3, vertraging 2, bestelling 1",
        Category.PRODUCT: "kapot 3, defect 3, beschadigd 3, werkt niet 3, garantie 3, product 2, apparaat 2, maat 2, omruil 2",
        Category.REFUND: "terugbetal 4, geld terug 4, retour 3, terugstur 3, annuler 2",
        Category.ACCOUNT: "wachtwoord 4, mijn account 3, account 2, inlog 3, gebruikersnaam 3, profiel 2, mijn gegevens 3",
        Category.BILLING: "factuur 4, afgeschreven 3, betaling 3, betaald 2, creditcard 3, btw 3, bedrag 2, prijs 2",
    },
}


def categorise(pivot: str | None, pivot_language: str, original: str, language: str | None) -> Category:
    """Return the category of a message: by its pivot text; where that says nothing, by the original.

    An original in a language without keywords of its own, or in an unknown one, is read with all of them.
    """
    category = _best(pivot, (pivot_language,)) if pivot else Category.GENERAL
    if category is not Category.GENERAL:
        return category
    known = languages.base(language) if language else ""
    return _best(original, (known,) if known in _KEYWORDS else tuple(_KEYWORDS))


def _best(text: str, codes: tuple[str, ...]) -> Category:
    words = f" {_plain(text)}"
    scores = dict.fromkeys(Category, 0)
    for code in codes:
        for category, keywords in _keywords(code).items():
            scores[category] += sum(weight for start, weight in keywords if start in words)
    best = max(scores, key=lambda category: scores[category])
    return best if scores[best] else Category.GENERAL


@cache
def _keywords(code: str) -> dict[Category, tuple[tuple[str, int], ...]]:
    """Return a language's table, each entry as (" beginning", weight)."""
    return {
        category: tuple(
            (f" {entry.rsplit(' ', 1)[0].strip()}", int(entry.rsplit(" ", 1)[1])) for entry in row.split(",")
        )
        for category, row in _KEYWORDS[code].items()
    }


def _plain(text: str) -> str:
    """Return the text's words in small letters, without accents and punctuation, one space apart."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", bare.casefold()))
