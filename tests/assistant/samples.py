"""Requests as the table holds them at each point of their way."""

from typing import Any

REQUEST_ID = "req-20261123-101530-abcdefghijkl"
RECEIVED_AT = "2026-11-23T10:15:30.000Z"
COMPLETED_AT = "2026-11-23T10:15:36.500Z"
LINKS_EXPIRE_AT = 1_796_033_736
"""Seven days after the answer."""

ERASE_URL = f"https://api.example.com/v1/requests/{REQUEST_ID}?t=v1.erase.1.key.x"

SECRETS = ("Grace", "grace@example.com", "leaks", "cassée", "Nous examinons", "v1.audio", "v1.erase")
"""Words of the sample request that belong in no log, error, metric or execution."""

SCORES = {"Positive": 0.012, "Negative": 0.871, "Neutral": 0.1, "Mixed": 0.017}

REPLY = (
    "Bonjour Grace,\n\nNous examinons dès maintenant le problème que vous décrivez avec votre machine et "
    "nous comprenons combien cette situation est pénible pour vous. "
    + "Chaque détail de votre message a été lu avec attention par notre service. "
    * 4
    + "Pour avancer plus vite, merci de préparer votre numéro de commande ainsi qu'une photo du défaut. Un "
    "membre de notre équipe regarde votre dossier sous une heure."
)
"""The text of a draft of about a hundred words that keeps every rule, without what code adds to it."""


PASSAGE = {
    "id": "p1",
    "document": "retours.md",
    "title": "Retours",
    "heading": "Délai",
    "link": "https://www.example.com/aide/retours",
    "updated": "2026-09-01",
    "text": "Vous disposez de 30 jours à compter de la réception pour retourner un article.",
    "distance": 0.18,
}
"""A passage of a document, as it was found for a request."""


def accepted(**changes: Any) -> dict[str, Any]:
    """Return a request as intake stores it."""
    return {
        "pk": REQUEST_ID,
        "status": "processing",
        "stage": "accepted",
        "open_status": "processing",
        "attempt": 1,
        "origin": "customer",
        "received_at": RECEIVED_AT,
        "customer": {"name": "Grace O'Neill", "email": "grace@example.com"},
        "customer_hash": "0" * 64,
        "declared_language": "auto",
        "message": {"original": "The machine you delivered on Monday is cracked and leaks."},
        "draft": {"status": "none", "attempt": 0},
        "degraded": {},
        "timings_ms": {},
        "base_url": "https://api.example.com/v1",
        "erase_url": ERASE_URL,
        "ttl": 1_800_000_000,
    } | changes


def analysed(**changes: Any) -> dict[str, Any]:
    """Return a request as translation and analysis leave it."""
    item = accepted(
        stage="analysed",
        due_at="2026-11-23T11:15:30.000Z",
        version="1.2.3",
        language={"code": "en", "name": "anglais", "source": "detected", "confidence": 0.99},
        analysis={
            "sentiment": "NEGATIVE",
            "scores": dict(SCORES),
            "entities": [{"text": "Monday", "type": "DATE", "score": 0.97}],
            "category": "product",
            "category_source": "keywords",
            "priority": "HIGH",
            "sla_hours": 1,
            "due_at": "2026-11-23T11:15:30.000Z",
        },
        personal=[{"kind": "NAME", "text": "Grace"}],
        timings_ms={"TranslateAndAnalyze": 310},
    )
    item["message"] |= {
        "pivot": "La machine livrée lundi est cassée et fuit.",
        "pivot_language": "fr",
    }
    return item | changes


def answered(**changes: Any) -> dict[str, Any]:
    """Return a request with a reply and a voice, not yet sent."""
    item = analysed(
        stage="voiced",
        reply={
            "text": REPLY,
            "language": "fr",
            "pivot_text": REPLY,
            "source": "model",
            "model": "global.anthropic.claude-haiku-5-5",
            "words": len(REPLY.split()),
            "basis": "acknowledgement",
            "sources": [],
            "gesture": "none",
            "prompt_version": "reply-2",
            "review": {
                "models": ["amazon.nova-lite-v1:0"],
                "rules": [],
                "dropped": 0,
                "attempt": 1,
                "prompt_version": "review-1",
            },
        },
        voice={
            "status": "ready",
            "voice_id": "Lea",
            "engine": "neural",
            "language": "fr-FR",
            "url": f"https://api.example.com/v1/requests/{REQUEST_ID}/audio?t=v1.audio.1.x",
        },
    )
    del item["draft"]
    item["timings_ms"] |= {"GenerateAIResponse": 2100, "GenerateVoiceResponse": 800}
    return item | changes


def completed(**changes: Any) -> dict[str, Any]:
    """Return a request that was answered and sent."""
    item = answered(
        status="completed",
        stage="completed",
        completed_at=COMPLETED_AT,
        links_expire_at=LINKS_EXPIRE_AT,
    )
    del item["open_status"]
    return item | changes
