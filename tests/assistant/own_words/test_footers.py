"""Legal footers in a message."""

import pytest

from assistant.own_words.own_words import find, own


def kinds(text: str) -> tuple[str, list[str]]:
    aside = find(text)
    return own(text, aside), [one.kind for one in aside]


@pytest.mark.parametrize(
    ("own_text", "footer"),
    [
        ("Hallo, wann kommt es?", "This email and any attachments are confidential and intended for the addressee."),
        ("Dov'è il mio pacco?", "---\nCe message et toutes les pièces jointes sont confidentiels et réservés à leurs destinataires."),
        ("Hej! Var är den?", "This message is private. If you have received it by mistake, please delete it from your system."),
        ("領収書をください。", "CONFIDENTIALITY NOTICE: This communication is for the intended recipient only."),
        ("Τι ώρα είναι;", "Please consider the environment before printing this e-mail."),
        ("Gdzie jest paczka?", "Diese E-Mail enthält vertrauliche Informationen und ist nur für den Adressaten bestimmt."),
        ("Onde está?", "Este mensaje es confidencial y va dirigido únicamente a su destinatario, no lo copie."),
        ("Où est-il ?", "Ce courriel est confidentiel ; si vous l'avez reçu par erreur, merci de le supprimer."),
    ],
)  # fmt: skip
def test_a_legal_footer_is_set_aside(own_text: str, footer: str) -> None:
    assert kinds(f"{own_text}\n\n{footer}") == (own_text, ["footer"])


@pytest.mark.parametrize(
    "text",
    [
        "Hello.\n\nPlease treat this as confidential: my ex-husband opened my account and changed it.",
        "Hi, your download has a virus.\n\nI printed the e-mail you sent me but the bar code is missing on it.",
    ],
)
def test_own_words_about_secrets_are_no_footer(text: str) -> None:
    assert kinds(text) == (text, [])
