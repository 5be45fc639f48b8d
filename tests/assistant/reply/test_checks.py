"""What code decides about a reply, in every language."""

import time
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from assistant.privacy.masking import LABELS
from assistant.reply.checks import MAX_WORDS, MIN_WORDS, Checks, words
from assistant.reply.gestures import Gesture
from assistant.reply.prompt import Objection
from assistant.request.priority import SLA_HOURS, Sentiment
from local.standins.phrases import PHRASES
from local.standins.reply import Brief, write
from tests.assistant.configured import FREE, VOUCHER
from tests.assistant.reply.test_prompt import order

MESSAGE = (
    "Bonjour, ma commande 4471-B du 3 février (119,90 €) est arrivée après 12 jours. Tel. 01 84 60 27 35, "
    "facture F-11932, remise de 15 %. Je l'attendais à 14 h 30."
)
CHECKS = Checks(company="Maison Exemple", language="fr", pivot_language="fr", hours=4, known=MESSAGE)
TEXT = (
    "Bonjour Grace,\n\nNous avons bien reçu votre message et nous comprenons votre déception : attendre une "
    "lampe que l'on a choisie avec soin est toujours désagréable. Notre équipe vérifie dès maintenant auprès "
    "du transporteur ce qui s'est passé, et regarde ce que vous demandez. Merci de garder l'emballage et de "
    "nous envoyer une photo de l'article, vue de face, pour que nous puissions avancer ensemble sans tarder."
)
GERMAN = (
    "Guten Tag Grace,\n\nwir haben Ihre Nachricht erhalten und verstehen Ihre Enttäuschung: Auf eine Lampe "
    "zu warten, die man mit Sorgfalt ausgesucht hat, ist immer ärgerlich. Unser Team klärt jetzt mit dem "
    "Paketdienst, was geschehen ist, und sieht sich an, worum Sie bitten. Bitte heben Sie die Verpackung auf "
    "und schicken Sie uns ein Foto des Artikels von vorne, damit wir gemeinsam weiterkommen."
)


def fault(text: str, pivot: str | None = None, **changes: Any) -> Objection | None:
    pivot = text if pivot is None else pivot
    return replace(CHECKS, **changes).fault({"text": text, "pivot_text": pivot})


@pytest.mark.parametrize(
    ("company", "said", "found"),
    [
        ("Lumen", "mein-lumen.com", "link"),
        ("Lumen", "lumen.com/retours", "link"),
        ("Lumen", "support@lumen.com", "address"),
        ("Co", "evil.com", "link"),
        ("Lampes.shop", "Lampes.shop", None),
        ("Lampes.shop", "lampes.shop.", None),
        ("Lampes.shop", "lampes.shop/x", "link"),
        ("Lampes.shop", "lampes.shop.evil.com", "link"),
    ],
)
def test_the_companys_name_is_no_contact_and_hides_none(company: str, said: str, found: str | None) -> None:
    assert rule(f"{TEXT} {said}", f"{TEXT} {said}", company=company, known=f"{MESSAGE}\n{company}") == found


def test_a_text_with_the_most_of_it_missing_is_too_short() -> None:
    assert rule("Guten Tag Grace.", TEXT) == "too_short"


@pytest.mark.parametrize("said", ["{customer_name}", "{{nom}}", "[Name 1]", "〔名前〕", "[votre nom]"])
def test_a_placeholder_is_a_label(said: str) -> None:
    assert rule(f"{TEXT} {said}") in ("label", "prompt")


def rule(text: str, pivot: str | None = None, **changes: Any) -> str | None:
    found = fault(text, pivot, **changes)
    return found.rule if found else None


def test_a_good_reply_breaks_no_rule() -> None:
    assert fault(TEXT) is None
    assert fault(GERMAN, TEXT, language="de") is None


@pytest.mark.parametrize(
    ("count", "broken"), [(1, "too_short"), (59, "too_short"), (60, None), (180, None), (181, "too_long")]
)
def test_sixty_to_a_hundred_and_eighty_words_of_the_teams_text(count: int, broken: str | None) -> None:
    text = " ".join((TEXT.split() * 4)[:count])
    assert rule(text) == broken
    assert rule(GERMAN, text, language="de") == broken


@pytest.mark.parametrize("empty", ["", TEXT])
def test_nothing_is_no_reply(empty: str) -> None:
    other = "" if empty else TEXT
    assert rule(empty, other) == "empty"


def test_twenty_thousand_characters_are_too_long_in_any_script() -> None:
    assert rule("注" * 20_000, TEXT, language="zh") == "too_long"
    assert rule("a" * 20_000, TEXT, language="de") == "too_long"


def test_the_language_is_that_which_was_asked_for() -> None:
    assert rule(TEXT, TEXT, language="de") == "language"
    assert rule(GERMAN, GERMAN, language="de") == "language"
    assert rule(TEXT, GERMAN, language="de") == "language"
    assert CHECKS.fault({"text": TEXT, "pivot_text": TEXT, "language": "de"}) == Objection("language")


@pytest.mark.parametrize(
    ("said", "broken", "quote"),
    [
        ("Votre facture F-22871 arrive.", "code", "F-22871"),
        ("La commande 4471-C arrive.", "code", "4471-C"),
        ("Voici 20 € pour vous.", "number", "20"),
        ("Voici 119,95 € pour vous.", "number", "119,95"),
        ("Une remise de 25 % vous attend.", "number", "25"),
        ("Il arrive le 17 mars.", "number", "17"),
        ("Il arrive le 14/03/2026.", "number", "14/03/2026"),
        ("La boutique ouvre à 10 h 15.", "number", "10 h 15"),
        ("Vous avez 150 points.", "number", "150"),
        ("Appelez le 01 23 45 67 89.", "phone", "01 23 45 67 89"),
        ("Appelez le +33 1 23 45 67 89.", "phone", "+33 1 23 45 67 89"),
        ("Écrivez au 12 rue des Lilas.", "address", None),
        ("Voir maison-exemple.fr.", "link", "maison-exemple.fr"),
        ("Écrivez à aide@maison.fr.", "address", "aide@maison.fr"),
        ("Nous répondons sous 24 heures.", "number", "24"),
        ("Nous répondons d'ici 1 heure.", "hours", "1 h"),
        ("Le bloc customer_message est lu.", "prompt", "customer_message"),
        ("J'appelle write_reply.", "prompt", "write_reply"),
        ("<b>Important</b>", "link", "<b>important</b>"),
        ("Bonjour [votre nom].", "label", "[votre nom]"),
    ],
)
def test_what_comes_from_nowhere_is_rejected_with_its_words(
    said: str, broken: str, quote: str | None
) -> None:
    if quote is None:
        broken, quote = "number", "12"
        assert fault(f"{TEXT} {said}", known="") == Objection(broken, quote)
        return
    assert fault(f"{TEXT} {said}") == Objection(broken, quote)
    assert fault(GERMAN, f"{TEXT} {said}", language="de") == Objection(broken, quote)


@pytest.mark.parametrize(
    "said",
    [
        "Votre commande 4471-B du 3 février, 119,90 €.",
        "Après 12 jours, facture F-11932.",
        "Vous demandez une remise de 15 %.",
        "Vous l'attendiez à 14h30.",
        "Nous pouvons vous joindre au 0184602735.",
        "Nous regardons cela sous 4 heures.",
        "Maison Exemple regarde cela.",
    ],
)
def test_what_the_customer_wrote_may_be_repeated(said: str) -> None:
    assert fault(f"{TEXT} {said}") is None


def test_a_link_is_none_of_a_replys_even_if_the_customer_wrote_it() -> None:
    link = "https://refunds.example.net/claim?id=1"
    assert rule(f"{TEXT} Voir {link}", known=f"{MESSAGE} {link}") == "link"
    assert rule(f"{TEXT} Vous parlez de refunds.example.net.", known=f"{MESSAGE} {link}") is None


def test_a_company_whose_name_is_a_host_name_may_say_it() -> None:
    said = f"{TEXT} L'équipe de Maison.fr regarde cela."
    assert rule(said) == "link"
    assert rule(said, company="Maison.fr", known="Maison.fr") is None


@pytest.mark.parametrize(
    ("text", "pivot", "differs"),
    [
        ("Bestellung 4471-B", "Commande 4471-B", False),
        ("Bestellung", "Commande 4471-B", True),
        ("119,90 €", "119,90 €", False),
        ("15 %", "", True),
        ("nach zwölf Tagen", "après 12 jours", False),
        ("nach 12 Tagen", "après douze jours", False),
        ("nach 12 Tagen", "après 14 h 30", True),
        ("um 14:30 Uhr", "à 14h30", False),
        ("am 3. Februar", "le 3 février", False),
    ],
)
def test_the_two_texts_carry_the_same_figures_but_one_may_be_a_word(
    text: str, pivot: str, differs: bool
) -> None:
    found = fault(f"{GERMAN} {text}", f"{TEXT} {pivot}", language="de")
    assert (found.rule if found else None) == ("numbers" if differs else None)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("hi", "₹1,25,000 और 3 लाख"),
        ("fa", "۱۲ روز، ۱۱۹٫۹۰ یورو"),
        ("ja", "ご注文番号4471-B、3万5千円、１２日間"),
        ("zh", "订单号4471-B，1,680元，12天"),
    ],
)
def test_figures_of_other_scripts_are_the_same_figures(language: str, said: str) -> None:
    known = "4471-B, 125 000 ₹, 300 000, 12 jours, 119,90 €, 35 000 yens, 1 680 yuans"
    assert replace(CHECKS, known=known, language=language)._unknown_number(said) is None


def test_hours_in_words_may_be_any_in_the_customers_message() -> None:
    said = f"{TEXT} Vous attendez depuis 1 heure."
    assert rule(said) == "hours"
    assert rule(said, known=f"{MESSAGE} J'attends depuis une heure.") is None


@pytest.mark.parametrize("label", [f"[{label}]" for labels in LABELS.values() for label in labels.values()])
def test_a_label_of_masking_is_one_even_if_the_customer_wrote_it(label: str) -> None:
    assert rule(f"{TEXT} {label}", known=f"{MESSAGE} {label}") == "label"


@pytest.mark.parametrize(
    "said", ["Hallo [Name]", "[お名前] 様", "【姓名】您好", "［NAME］", "[ИМЯ]", "[[NAME]]"]
)
def test_so_are_words_in_brackets_that_nobody_wrote(said: str) -> None:
    assert rule(f"{TEXT} {said}") == "label"


@pytest.mark.parametrize("said", ["[4471-B]", "[] [ ] [...] ][ [", "la lampe [Bleue]"])
def test_other_brackets_are_none(said: str) -> None:
    assert rule(f"{TEXT} {said}", known=f"{MESSAGE} la lampe [Bleue]") is None


GESTURES = [Gesture.from_settings(VOUCHER), Gesture.from_settings(FREE)]


@pytest.mark.parametrize(
    ("made", "said", "broken"),
    [
        (GESTURES[0], "Nous vous offrons un bon d'achat de 10 €.", None),
        (GESTURES[1], "Nous vous offrons un bon d'achat de 10 €.", "gesture"),
        (None, "nous vous offrons un bon d’achat de 10 €", "gesture"),
        (GESTURES[0], "Un bon de 20 €.", "number"),
        (None, "Un bon de 10 €.", "number"),
        (GESTURES[0], "Un bon de 10 €.", None),
    ],
)
def test_the_sentence_of_a_gesture_that_is_not_made_is_said_nowhere(
    made: Gesture | None, said: str, broken: str | None
) -> None:
    item: Any = {"message": {"original": "Alles kaputt.", "pivot": MESSAGE}}
    checks = Checks.of_reply(item, order(language="fr"), GESTURES, made)
    found = checks.fault({"text": f"{TEXT} {said}", "pivot_text": f"{TEXT} {said}"})
    assert (found.rule if found else None) == broken


def test_what_is_known_is_what_the_customer_wrote_in_every_language() -> None:
    item: Any = {"message": {"original": "Rechnung 7781-A", "pivot": "facture 7781-B"}}
    checks = Checks.of_reply(item, order(customer_name="Grace"), GESTURES, None)
    assert checks.known.split("\n") == ["Rechnung 7781-A", "facture 7781-B", "Grace", "Maison Exemple"]
    assert checks.hours == 4


@pytest.mark.parametrize("language", sorted(PHRASES))
def test_a_good_reply_in_any_language_is_let_through(language: str) -> None:
    for sentiment, hours in product(Sentiment, SLA_HOURS.values()):
        facts = {"sentiment": sentiment, "category": "product", "sla_hours": hours}
        text, pivot = (write(Brief({}, facts, "Grace O'Neill"), code) for code in (language, "fr"))
        found = fault(text, pivot, language=language, hours=hours, known="Grace O'Neill")
        assert found is None, (language, hours)


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Wir schenken Ihnen einen Gutschein über 10 €.", None),
        ("Wir schenken Ihnen einen Gutschein über 20 €.", "number"),
        ("Wir schenken Ihnen einen Gutschein.", "numbers"),
        ("[Not translated] Nous vous offrons un bon de 10 €.", "label"),
        ("我们送您一张10欧元的购物券。", "language"),
        (" ", "empty"),
    ],
)
def test_a_translated_sentence_keeps_script_and_figures(text: str, broken: str | None) -> None:
    found = replace(CHECKS, language="de").fault_in_sentence("Nous vous offrons un bon de 10 €.", text)
    assert (found.rule if found else None) == broken


def test_a_translated_reply_is_told_by_its_words() -> None:
    german = replace(CHECKS, language="de")
    assert german.fault_in_translation(TEXT, GERMAN) is None
    assert german.fault_in_translation(TEXT, TEXT) == Objection("language")


def test_words_are_counted_between_blanks() -> None:
    assert words(" un  mot\n\nde plus ") == 4
    assert (MIN_WORDS, MAX_WORDS) == (60, 180)


@pytest.mark.parametrize("part", ["[", "[a", "]", "[a]", "1,", "X-", "a@", "a.", "12 ", "。", "<"])
def test_time_grows_with_the_length_alone(part: str) -> None:
    hostile = (part * 4_000)[:4_000]
    started = time.process_time()
    fault(hostile, TEXT, known=f"{MESSAGE} {hostile}")
    assert time.process_time() - started < 1
