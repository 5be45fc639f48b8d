"""The words that a team reads around a request, in each pivot language."""

from dataclasses import dataclass
from typing import Final

from .categories import Category
from .priority import Priority, Sentiment


@dataclass(frozen=True)
class Labels:
    """One pivot language's words."""

    categories: dict[Category, str]
    sentiments: dict[Sentiment, str]
    priorities: dict[Priority, str]
    scores: dict[str, str]
    customer: str
    language: str
    sentiment: str
    priority: str
    category: str
    entities: str
    original: str
    translation: str
    reply: str
    audio: str
    degraded: str
    request: str
    sla: str
    due: str
    none: str
    no_audio: str
    on_demand: str
    not_needed: str
    not_translated: str
    valid_until: str
    transcript: str
    masked: str
    withheld: str
    received: str
    alert_subject: str
    alert_text: str
    set_aside: str
    kinds_aside: dict[str, str]
    end: str
    failure_subject: str
    failure_text: str


IN: Final = {
    "fr": Labels(
        categories={
            Category.DELIVERY: "livraison",
            Category.PRODUCT: "produit",
            Category.REFUND: "remboursement",
            Category.ACCOUNT: "compte",
            Category.BILLING: "facturation",
            Category.GENERAL: "général",
        },
        sentiments={
            Sentiment.POSITIVE: "positif",
            Sentiment.NEGATIVE: "négatif",
            Sentiment.NEUTRAL: "neutre",
            Sentiment.MIXED: "mitigé",
            Sentiment.UNKNOWN: "inconnu",
        },
        priorities={Priority.HIGH: "HAUTE", Priority.MEDIUM: "MOYENNE", Priority.NORMAL: "NORMALE"},
        scores={"Positive": "positif", "Negative": "négatif", "Neutral": "neutre", "Mixed": "mitigé"},
        customer="Client",
        language="Langue",
        sentiment="Sentiment",
        priority="Priorité",
        category="Catégorie",
        entities="Éléments cités",
        original="Message original",
        translation="Traduction",
        reply="Réponse envoyée",
        audio="Réponse audio",
        degraded="Traitement dégradé",
        request="Demande",
        sla="réponse sous {hours} h",
        due="avant le",
        none="aucun",
        no_audio="pas d'audio",
        on_demand="enregistrée à la première ouverture du lien",
        not_needed="sans objet, le message est déjà en français",
        not_translated="indisponible, voir le message original",
        valid_until="valable jusqu'au",
        transcript="Échange complet",
        masked="données personnelles masquées, voir l'échange complet",
        withheld="texte retenu : les données personnelles n'ont pas pu y être repérées ; voir l'échange complet",
        received="Reçue le",
        alert_subject="[HAUTE] Demande urgente à traiter",
        alert_text="Une demande urgente vient d'arriver : {request_id}\n"
        "Catégorie : {category}, langue : {language}, réponse sous 1 h.\n"
        "La réponse automatique suit ; son contenu arrivera dans une deuxième notification.",
        set_aside="mis de côté : {kind}, {characters} caractères",
        kinds_aside={
            "quote": "message cité",
            "signature": "signature",
            "footer": "mention légale",
            "error": "erreur copiée",
            "data": "données",
            "link": "suite d'un lien",
        },
        end="Fin de la notification {request_id}",
        failure_subject="[ÉCHEC] Demande {request_id} sans réponse",
        failure_text="La demande {request_id} n'a pas pu être traitée (code : {code}).\n"
        "Le client n'a pas reçu de réponse. Rien n'est perdu : ce qui est connu est enregistré,\n"
        "et la demande peut être relancée (voir docs/operations.md).",
    ),
    "en": Labels(
        categories={category: category.value for category in Category},
        sentiments={sentiment: sentiment.value.lower() for sentiment in Sentiment},
        priorities={priority: priority.value for priority in Priority},
        scores={name: name.lower() for name in ("Positive", "Negative", "Neutral", "Mixed")},
        customer="Customer",
        language="Language",
        sentiment="Sentiment",
        priority="Priority",
        category="Category",
        entities="Mentioned",
        original="Original message",
        translation="Translation",
        reply="Reply sent",
        audio="Spoken reply",
        degraded="Degraded",
        request="Request",
        sla="answer within {hours} h",
        due="by",
        none="none",
        no_audio="no audio",
        on_demand="spoken when the link is first opened",
        not_needed="not needed, the message is in English",
        not_translated="unavailable, see the original message",
        valid_until="valid until",
        transcript="Whole exchange",
        masked="personal data masked, see the whole exchange",
        withheld="text withheld: personal data could not be found in it; see the whole exchange",
        received="Received",
        alert_subject="[HIGH] Urgent request",
        alert_text="An urgent request has just come in: {request_id}\n"
        "Category: {category}, language: {language}, answer within 1 h.\n"
        "The automatic reply follows; a second notification will bring its content.",
        set_aside="set aside: {kind}, {characters} characters",
        kinds_aside={
            "quote": "quoted message",
            "signature": "signature",
            "footer": "legal notice",
            "error": "pasted error",
            "data": "data",
            "link": "rest of a link",
        },
        end="End of notification {request_id}",
        failure_subject="[FAILED] Request {request_id} has no answer",
        failure_text="Request {request_id} could not be processed (code: {code}).\n"
        "The customer has no answer. Nothing is lost: what is known is stored,\n"
        "and the request can be restarted (see docs/operations.md).",
    ),
}
