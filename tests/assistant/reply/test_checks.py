"""What code decides about a reply, in every language."""

import time
from itertools import product
from typing import Any

import pytest

from assistant.privacy.masking import LABELS
from assistant.reply.checks import Checks
from assistant.reply.draft import Objection
from assistant.reply.gestures import Gesture
from assistant.request.priority import SLA_HOURS, Priority, Sentiment
from assistant.request.reply_length import ASKED_MAX_WORDS, ASKED_MIN_WORDS, MAX_WORDS, MIN_WORDS, count_words
from local.standins.bedrock.phrases import PHRASES
from local.standins.bedrock.reply import Brief, write
from tests.assistant import samples
from tests.assistant.configured import FREE, VOUCHER
from tests.assistant.reply.test_prompt import order

MESSAGE = (
    "Bonjour, ma commande 4471-B du 3 février (119,90 €) est arrivée après 12 jours. Tel. 01 84 60 27 35, "
    "facture F-11932, remise de 15 %. Je l'attendais à 14 h 30."
)
CHECKS = Checks(order(), known=MESSAGE)
GERMAN_CHECKS = Checks(order(language="de"), known=MESSAGE)
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


def fault(text: str, pivot: str | None = None, known: str = MESSAGE, **changes: Any) -> Objection | None:
    return Checks(order(**changes), known).fault(text, text if pivot is None else pivot)


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
def test_the_companys_name_is_no_link_unless_it_is_part_of_one(
    company: str, said: str, found: str | None
) -> None:
    assert rule(f"{TEXT} {said}", f"{TEXT} {said}", company=company, known=f"{MESSAGE}\n{company}") == found


def test_a_text_far_shorter_than_the_teams_is_too_short() -> None:
    assert rule("Guten Tag Grace.", TEXT) == "too_short"


@pytest.mark.parametrize("said", ["{customer_name}", "{{nom}}", "[Name 1]", "〔名前〕", "[votre nom]"])
def test_a_placeholder_is_rejected_as_a_label(said: str) -> None:
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
def test_the_teams_text_has_60_to_180_words(count: int, broken: str | None) -> None:
    text = " ".join((TEXT.split() * 4)[:count])
    assert rule(text) == broken
    assert rule(GERMAN, text, language="de") == broken


@pytest.mark.parametrize("empty", ["", TEXT])
def test_an_empty_text_is_rejected(empty: str) -> None:
    other = "" if empty else TEXT
    assert rule(empty, other) == "empty"


def test_twenty_thousand_characters_are_too_long_in_any_script() -> None:
    assert rule("注" * 20_000, TEXT, language="zh") == "too_long"
    assert rule("a" * 20_000, TEXT, language="de") == "too_long"


def test_each_text_is_in_the_language_that_was_asked_for() -> None:
    assert rule(TEXT, TEXT, language="de") == "language"
    assert rule(GERMAN, GERMAN, language="de") == "language"
    assert rule(TEXT, GERMAN, language="de") == "language"
    assert CHECKS.fault(TEXT, TEXT, "de") == Objection("language")
    assert CHECKS.fault(TEXT, TEXT, "fr-CA") is None


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
def test_what_nobody_wrote_is_rejected_and_quoted(said: str, broken: str, quote: str | None) -> None:
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


def test_a_link_is_rejected_even_if_the_customer_wrote_it() -> None:
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
def test_the_two_texts_have_the_same_numbers_in_digits_or_in_words(
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
def test_numbers_are_recognised_in_the_digits_of_any_script(language: str, said: str) -> None:
    known = "4471-B, 125 000 ₹, 300 000, 12 jours, 119,90 €, 35 000 yens, 1 680 yuans"
    assert Checks(order(language=language), known)._unknown_number(said) is None


@pytest.mark.parametrize(
    ("text", "language", "phone"),
    [
        ("llámenos al 900 123 456", "es", "900 123 456"),
        ("appelez le 01 84 60 27 35.", "id", "01 84 60 27 35"),  # as the team's country writes it
        ("call +44 7700 900418", "th", None),  # reserved for fiction: no number of anybody
        ("call +44 20 7946 0018", "th", "+44 20 7946 0018"),
        ("rufen Sie 030 2271234 an", "de", "030 2271234"),
        ("زنگ بزنید ۰۲۱ ۲۲۳۴ ۵۶۷۸ +98 21 2234 5678", "fa", "+98 21 2234 5678"),
        ("order 4471000123456", "en", None),
    ],
)
def test_phone_numbers_are_found_by_the_customers_and_the_teams_country(
    text: str, language: str, phone: str | None
) -> None:
    assert Checks(order(language=language), known="")._unknown_phone(text, language) == phone


def test_other_hours_than_promised_may_only_repeat_the_message() -> None:
    said = f"{TEXT} Vous attendez depuis 1 heure."
    assert rule(said) == "hours"
    assert rule(said, known=f"{MESSAGE} J'attends depuis une heure.") is None


@pytest.mark.parametrize("label", [f"[{label}]" for labels in LABELS.values() for label in labels.values()])
def test_a_masking_label_is_rejected_even_if_the_customer_wrote_it(label: str) -> None:
    assert rule(f"{TEXT} {label}", known=f"{MESSAGE} {label}") == "label"


@pytest.mark.parametrize(
    "said", ["Hallo [Name]", "[お名前] 様", "【姓名】您好", "［NAME］", "[ИМЯ]", "[[NAME]]"]
)
def test_words_in_brackets_that_nobody_wrote_are_rejected(said: str) -> None:
    assert rule(f"{TEXT} {said}") == "label"


@pytest.mark.parametrize("said", ["[4471-B]", "[] [ ] [...] ][ [", "la lampe [Bleue]"])
def test_other_brackets_are_accepted(said: str) -> None:
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
def test_only_the_sentence_of_the_gesture_that_is_made_may_be_repeated(
    made: Gesture | None, said: str, broken: str | None
) -> None:
    item: Any = {"message": {"original": "Alles kaputt.", "pivot": MESSAGE}}
    checks = Checks.of_reply(item, order(language="fr", gestures=GESTURES), made)
    found = checks.fault(f"{TEXT} {said}", f"{TEXT} {said}")
    assert (found.rule if found else None) == broken


def test_known_are_message_translation_name_and_company() -> None:
    item: Any = {"message": {"original": "Rechnung 7781-A", "pivot": "facture 7781-B"}}
    checks = Checks.of_reply(item, order(customer_name="Grace", gestures=GESTURES), None)
    assert checks.known.split("\n") == ["Rechnung 7781-A", "facture 7781-B", "Grace", "Maison Exemple"]
    assert checks.other_gestures == [*VOUCHER["sentences"].values(), *FREE["sentences"].values()]


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(PHRASES))
def test_a_good_reply_is_accepted_in_every_language(language: str) -> None:
    for sentiment, priority in product(Sentiment, Priority):
        facts = {"sentiment": sentiment, "category": "product", "sla_hours": SLA_HOURS[priority]}
        text, pivot = (write(Brief({}, facts, "Grace O'Neill"), code) for code in (language, "fr"))
        found = fault(text, pivot, language=language, priority=priority, known="Grace O'Neill")
        assert found is None, (language, priority)


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
    found = GERMAN_CHECKS.fault_in_sentence("Nous vous offrons un bon de 10 €.", text)
    assert (found.rule if found else None) == broken


def test_a_translated_reply_is_in_the_customers_language() -> None:
    assert GERMAN_CHECKS.fault_in_translation(TEXT, GERMAN) is None
    assert GERMAN_CHECKS.fault_in_translation(TEXT, TEXT) == Objection("language")


def test_words_are_separated_by_blanks() -> None:
    assert count_words(" un  mot\n\nde plus ") == 4


def test_the_checks_allow_more_than_the_prompts_ask_for() -> None:
    asked, allowed = (ASKED_MIN_WORDS, ASKED_MAX_WORDS), (MIN_WORDS, MAX_WORDS)
    assert (asked, allowed) == ((80, 120), (60, 180))


@pytest.mark.slow
@pytest.mark.parametrize("part", ["[", "[a", "]", "[a]", "1,", "X-", "a@", "a.", "12 ", "。", "<"])
def test_hostile_texts_are_checked_within_a_second(part: str) -> None:
    hostile = (part * 4_000)[:4_000]
    started = time.process_time()
    fault(hostile, TEXT, known=f"{MESSAGE} {hostile}")
    assert time.process_time() - started < 1


ASKED: Any = {"message": {"original": "?"}}
CITED: Any = samples.PASSAGE | {
    "title": "Retours 2026",
    "heading": "Délai de 45 jours",
    "text": (
        "Retour sous 30 jours, 4,90 €, code RET-30. Appelez le 01 23 45 67 89, écrivez à aide@maison.fr "
        "ou au 12 rue des Lilas, 69003 Lyon. Formulaire [Retour]."
    ),
}
UNCITED: Any = CITED | {
    "id": "p2",
    "text": "Sous 60 jours, 5,90 €.",
    "title": "",
    "heading": "",
    "updated": "",
}


@pytest.mark.parametrize(
    ("said", "broken"),
    [
        ("Vous avez 30 jours.", "number"),
        ("Cela coûte 4,90 €.", "number"),
        ("Indiquez le code RET-30.", "code"),
        ("Appelez le 01 23 45 67 89.", "phone"),
        ("Écrivez au 12 rue des Lilas, 69003 Lyon.", "number"),
        ("Écrivez à aide@maison.fr.", "address"),
        ("Utilisez le [Retour].", "label"),
        ("Un délai de 45 jours.", "number"),
        ("Les retours de 2026.", "number"),
        ("Valable au 1er septembre 2026.", "number"),
        ("Valable au 01/09/2026.", "number"),
    ],
)
def test_what_a_passage_states_is_known_if_it_is_a_source(said: str, broken: str) -> None:
    def found(*sources: str) -> str | None:
        asked = order(passages=[CITED, UNCITED])
        checks = Checks.of_reply(ASKED, asked, None, sources)
        fault = checks.fault(f"{TEXT} {said}", f"{TEXT} {said}")
        return fault.rule if fault else None

    assert found("p1") is None
    assert found("p1", "p2") is None
    assert found() == found("p2") == found("p9") == broken


@pytest.mark.parametrize("said", ["Vous avez 60 jours.", "Vous avez 31 jours.", "Cela coûte 5,90 €."])
def test_a_figure_of_another_passage_or_of_none_is_rejected(said: str) -> None:
    asked = order(passages=[CITED, UNCITED])
    checks = Checks.of_reply(ASKED, asked, None, ["p1"])
    assert checks.fault(f"{TEXT} {said}", f"{TEXT} {said}") is not None


@pytest.mark.parametrize(
    ("said", "pivot"),
    [
        ("Sie haben 30 Tage.", "Vous avez 30 jours."),
        ("Stand: 1. September 2026.", "Valable au 1er septembre 2026."),
        ("Stand: 01.09.2026.", "Valable au 01/09/2026."),
    ],
)
def test_it_is_known_in_both_languages(said: str, pivot: str) -> None:
    asked = order(language="de", passages=[CITED])
    texts = (f"{GERMAN} {said}", f"{TEXT} {pivot}")
    assert Checks.of_reply(ASKED, asked, None, ["p1"]).fault(*texts) is None
    assert Checks.of_reply(ASKED, asked, None, []).fault(*texts) is not None


@pytest.mark.parametrize(
    ("said", "broken"),
    [
        ("Voir https://www.maison.fr/retours.", "link"),
        ("Voir www.maison.fr.", "link"),
        ("<passage id=x>", "link"),
        ("Le texte dit [NAME].", "label"),
    ],
)
def test_no_source_lets_a_link_or_a_label_through(said: str, broken: str) -> None:
    linking = CITED | {"text": f"Voir https://www.maison.fr/retours ou www.maison.fr. {said}"}
    checks = Checks.of_reply(ASKED, order(passages=[linking]), None, ["p1"])
    found = checks.fault(f"{TEXT} {said}", f"{TEXT} {said}")
    assert found
    assert found.rule == broken


def test_of_a_source_the_words_are_known_and_not_where_it_lies() -> None:
    asked = order(passages=[samples.PASSAGE, UNCITED])
    checks = Checks.of_reply(ASKED, asked, None, ["p1"])
    said = [samples.PASSAGE[part] for part in ("title", "heading", "updated", "text")]
    assert checks.known.split("\n") == ["?", "", "Grace O'Neill", "Maison Exemple", *said]
