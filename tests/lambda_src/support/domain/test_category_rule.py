"""The category of a message, by weighted keywords."""

import json
from pathlib import Path

import pytest

from support.domain.categories import Category
from support.domain.category_rule import categorise

# Written before the words and read while they were chosen: they guard against regressions, they do not
# measure the rule.
SORTED = json.loads((Path(__file__).parents[2] / "category_messages.json").read_text("utf-8"))
LEAST_RIGHT = 0.95

MESSAGES = [
    ("fr", "Mon colis n'est jamais arrivé, le suivi ne bouge plus.", Category.DELIVERY),
    ("fr", "La machine est cassée et elle fuit.", Category.PRODUCT),
    ("fr", "Je souhaite être remboursée de mon achat.", Category.REFUND),
    ("fr", "J'ai oublié mon mot de passe.", Category.ACCOUNT),
    ("fr", "Ma facture comporte une erreur de TVA.", Category.BILLING),
    ("fr", "Quels sont vos horaires d'ouverture ?", Category.GENERAL),
    ("en", "Where is my parcel? The tracking shows nothing.", Category.DELIVERY),
    ("en", "The lamp is broken, it stopped working.", Category.PRODUCT),
    ("en", "I want my money back.", Category.REFUND),
    ("en", "I cannot log in, my password is refused.", Category.ACCOUNT),
    ("en", "Please send me the invoice, my credit card was charged.", Category.BILLING),
    ("en", "What are your opening hours?", Category.GENERAL),
    ("es", "El paquete no llega y no hay seguimiento del envío.", Category.DELIVERY),
    ("es", "La pantalla está rota y no funciona.", Category.PRODUCT),
    ("es", "Quiero un reembolso.", Category.REFUND),
    ("es", "He olvidado mi contraseña.", Category.ACCOUNT),
    ("es", "La factura tiene un importe incorrecto.", Category.BILLING),
    ("de", "Wann kommt mein Paket an? Die Lieferung ist verspätet.", Category.DELIVERY),
    ("de", "Das Gerät ist kaputt.", Category.PRODUCT),
    ("de", "Ich möchte mein Geld zurück, bitte erstatten Sie den Kauf.", Category.REFUND),
    ("de", "Ich kann mich nicht anmelden, das Passwort ist falsch.", Category.ACCOUNT),
    ("de", "Auf der Rechnung steht ein falscher Betrag.", Category.BILLING),
    ("it", "Il pacco non arriva, il corriere non risponde.", Category.DELIVERY),
    ("it", "Il prodotto è rotto.", Category.PRODUCT),
    ("it", "Vorrei un rimborso.", Category.REFUND),
    ("it", "Non riesco ad accedere al mio account.", Category.ACCOUNT),
    ("it", "La fattura riporta un addebito sbagliato.", Category.BILLING),
    ("pt", "A entrega está atrasada, onde está o pacote?", Category.DELIVERY),
    ("pt", "O aparelho veio com defeito e não funciona.", Category.PRODUCT),
    ("pt", "Quero o reembolso.", Category.REFUND),
    ("pt", "Esqueci a senha da minha conta.", Category.ACCOUNT),
    ("pt", "Fui cobrado na fatura por engano.", Category.BILLING),
    ("nl", "Het pakket is nog niet bezorgd.", Category.DELIVERY),
    ("nl", "De lamp is kapot.", Category.PRODUCT),
    ("nl", "Ik wil mijn geld terug.", Category.REFUND),
    ("nl", "Ik ben mijn wachtwoord vergeten.", Category.ACCOUNT),
    ("nl", "Er staat een fout op de factuur.", Category.BILLING),
]


@pytest.mark.parametrize(("language", "message", "category"), MESSAGES)
def test_a_message_without_translation_is_read_in_its_own_language(
    language: str, message: str, category: Category
) -> None:
    assert categorise(None, "fr", message, language) is category


@pytest.mark.parametrize(
    ("language", "message", "category"), [row for row in MESSAGES if row[0] in ("fr", "en")]
)
def test_the_pivot_text_is_read_in_either_pivot_language(
    language: str, message: str, category: Category
) -> None:
    assert categorise(message, language, "日本語の文章", "ja") is category


@pytest.mark.parametrize("language", sorted(SORTED))
def test_the_messages_of_each_language_are_sorted_right(language: str) -> None:
    sorted_right = [
        categorise(None, "fr", message, language) == category
        for category, messages in SORTED[language].items()
        for message in messages
    ]
    assert sum(sorted_right) / len(sorted_right) >= LEAST_RIGHT


def test_pivot_text_and_original_add_up() -> None:
    assert categorise("Il manque quelque chose.", "fr", "My password", "en") is Category.ACCOUNT
    assert categorise("Ma facture est fausse.", "fr", "It is missing", "en") is Category.BILLING


def test_a_text_in_the_pivot_language_counts_once() -> None:
    message = "colis perdu, facture"
    alone = categorise(None, "fr", message, "fr")
    assert categorise(message, "fr", message, "fr-CA") is alone


@pytest.mark.parametrize("pivot", [None, "", "Rien de particulier."])
@pytest.mark.parametrize("language", ["en", None, "ca"])
def test_where_the_pivot_text_says_nothing_the_original_is_read(
    pivot: str | None, language: str | None
) -> None:
    assert categorise(pivot, "fr", "I forgot my password", language) is Category.ACCOUNT


def test_an_original_in_an_unknown_language_does_not_outvote_the_pivot_text() -> None:
    assert (
        categorise("Ma facture est fausse.", "fr", "my password, my account, login", None) is Category.BILLING
    )


@pytest.mark.parametrize(
    ("pivot_language", "note"),
    [
        ("fr", "[Non traduit : remplaçant local de Translate] "),
        ("en", "[Not translated: local stand-in for Translate] "),
    ],
)
def test_the_note_of_an_untranslated_text_says_nothing(pivot_language: str, note: str) -> None:
    assert categorise(note, pivot_language, "", None) is Category.GENERAL
    message = "Ich habe mein Passwort vergessen"
    assert categorise(note + message, pivot_language, message, "de") is Category.ACCOUNT


@pytest.mark.parametrize("language", [None, "ca", "sw"])
@pytest.mark.parametrize("message", ["Passwort vergessen", "contraseña olvidada", "senha esquecida"])
def test_a_message_in_a_language_without_words_is_read_with_all_of_them(
    language: str | None, message: str
) -> None:
    assert categorise(None, "fr", message, language) is Category.ACCOUNT


def test_a_regional_code_is_read_as_its_language() -> None:
    assert categorise(None, "fr", "Esqueci a senha", "pt-PT") is Category.ACCOUNT


@pytest.mark.parametrize(
    "message",
    ["défectueux", "DÉFECTUEUX", "defectueux", "de\u0301fectueux", "L’appareil", "il ne « fonctionne pas »"],
)
def test_case_accents_and_punctuation_make_no_difference(message: str) -> None:
    assert categorise(message, "fr", "", "fr") is Category.PRODUCT


def test_a_sharp_s_is_read_as_two() -> None:
    assert categorise(None, "fr", "Die GRÖSSE und die Größe", "de") is Category.PRODUCT


def test_the_highest_sum_of_weights_wins() -> None:
    assert categorise("colis 1, mais remboursement et retour", "fr", "", "fr") is Category.REFUND


@pytest.mark.parametrize(
    ("message", "category"),
    [
        ("voisin, cassé", Category.DELIVERY),
        ("cassé, profil bloqué au profil", Category.PRODUCT),
        ("newsletter, facture", Category.ACCOUNT),
    ],
)
def test_a_tie_goes_to_the_category_listed_first(message: str, category: Category) -> None:
    assert categorise(message, "fr", "", "fr") is category
    assert categorise(" ".join(reversed(message.split())), "fr", "", "fr") is category


def test_a_word_counts_once_however_often_it_stands_there() -> None:
    assert (
        categorise("commande commande commande commande commande, cassé", "fr", "", "fr") is Category.PRODUCT
    )


@pytest.mark.parametrize(
    "message", ["bicolis", "Wir danken mit freundlichen Grüßen", "mit schwungvollem Hut"]
)
def test_a_word_counts_at_its_beginning_only(message: str) -> None:
    assert categorise(None, "fr", message, "de" if " " in message else "fr") is Category.GENERAL


def test_a_marked_word_counts_at_the_end_of_a_compound() -> None:
    assert categorise(None, "fr", "Die Stromrechnung", "de") is Category.BILLING


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("ar", "وبالفاتورة"),
        ("he", "והחשבונית"),
        ("ja", "お客様請求書"),
        ("zh", "我的发票"),
        ("th", "ขอใบเสร็จ"),
    ],
)
def test_where_words_run_together_they_count_anywhere(language: str, message: str) -> None:
    assert categorise(None, "fr", message, language) is Category.BILLING


@pytest.mark.parametrize(
    ("language", "message", "category"),
    [
        ("fr", "La facture était dans le colis, mais le vase est en morceaux.", Category.PRODUCT),
        ("fr", "Le canapé est en retard, annulez ma commande.", Category.REFUND),
        ("en", "The kettle is broken and leaks, I want a refund.", Category.REFUND),
        ("en", "I don't want a refund, I want to exchange it for a large.", Category.PRODUCT),
        ("de", "Ich heiße Meier und möchte meine Treuepunkte.", Category.ACCOUNT),
    ],
)
def test_a_wish_wins_over_its_reason_and_a_defect_over_the_things_named(
    language: str, message: str, category: Category
) -> None:
    assert categorise(None, "fr", message, language) is category


@pytest.mark.parametrize(
    ("language", "message"),
    [("vi", "Cảm ơn, tôi viết mà"), ("th", "รับทราบครับ"), ("th", "ร"), ("hi", "नमस्ते")],
)
def test_marks_that_tell_words_apart_are_kept(language: str, message: str) -> None:
    assert categorise(None, "fr", message, language) is Category.GENERAL


@pytest.mark.parametrize("message", ["ılık şifre", "ILIK ŞİFRE", "sifre"])
def test_letters_that_do_not_decompose_are_read_as_their_base(message: str) -> None:
    assert categorise(None, "fr", message, "tr") is Category.ACCOUNT


def test_an_empty_message_is_general() -> None:
    assert categorise(None, "fr", "", None) is Category.GENERAL
