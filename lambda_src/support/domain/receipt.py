"""What a customer is told at once, before anything is known about the message."""

from typing import Final

_ACCEPTED: Final = {
    "fr": "Votre message est bien enregistré. Le lien de suivi donne la réponse dès qu'elle est prête.",
    "en": "Your message is safely recorded. The status link shows the answer as soon as it is ready.",
}


def accepted(language: str, pivot_language: str) -> str:
    """Return the receipt, in the declared language where we have the words, else in the pivot language."""
    return _ACCEPTED.get(language) or _ACCEPTED[pivot_language]
