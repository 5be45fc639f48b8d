"""What must survive a translation, in the ways that languages write it; and how it is protected."""

import time

import pytest
from hypothesis import given, strategies as st

from assistant.translation import literals
from tests.assistant.properties import thoroughly
from tests.assistant.translation.translations import KEPT, LOST

LANGUAGES = ("de", "fr", "ja")
SAME = [
    ("Bestellung 4471-B kam an", "la commande 4471-B est arrivée"),
    ("A 4471-B-t kérem", "je demande la 4471-B"),
    ("注文番号は4471-Bです", "commande 4471-B"),
    ("Bestellung 4471-b", "commande 4471-B"),
    ("WH-1000XM5-Kopfhörer", "casque WH-1000XM5"),
    ("Rechnung INV/2026/07", "facture INV/2026/07"),
    ("2026‑1188", "2026-1188"),
    ("2026-1188", "20261188"),
    ("cmd 2201", "CMD-2201"),
    ("заказ А-123", "order A-123"),
    ("№ 55218", "#55218"),
    ("iPhone 15 Pro", "mon iPhone 15 Pro"),
    ("1.250,00 €", "1 250,00 €"),
    ("1.250,00 €", "€1,250"),
    ("CHF 1’250.50", "1 250,5 CHF"),
    ("₹1,25,000", "₹125,000"),
    ("١٬٢٥٠٫٥٠ ريال", "1 250,50 riyals"),
    ("１２５０円", "1250 yens"),
    ("10万円", "100,000 yen"),
    ("49,90 €", "49€90"),
    ("costs 49.90.", "coûte 49,90"),
    ("50EUR", "50 euros"),
    ("%20", "۲۰٪"),
    ("5 €", "5 euros"),
    ("16GB", "16 Go"),
    ("60x40 cm", "60 × 40 cm"),
    ("12/11/2026", "on 12 November 2026"),
    ("12. 11. 2026", "le 12/11/2026"),
    ("November 12, 2026", "2026年11月12日"),
    ("12 novembre 2026", "ngày 12 tháng 11 năm 2026"),
    ("12/11/26", "12 novembre 2026"),
    ("12 nov. 26", "12 November 2026"),
    ("30.11. bestellt", "commandé le 30 novembre"),
    ("พ.ศ. 2569", "2026"),
    ("2:30 pm", "14:30 Uhr"),
    ("14h30", "klo 14.30"),
    ("at 2:30 pm", "下午2点30分"),
    ("at 2 pm", "um 14 Uhr"),
    ("9h-18h", "9am-6pm"),
    ("the 23rd", "le 23"),
    ("on the 3rd", "le 3e jour"),
    ("two parcels", "2 Pakete"),
    ("24-Stunden-Frist", "un délai de 24 heures"),
    ("2026-os", "de 2026"),
    ("100-200 euros", "de 100 à 200 euros"),
    ("06 12 34 56 78", "0612345678"),
    ("Jo@Example.com", "jo@example.com"),
    ("siehe https://shop.example/a?b=1.", "voir https://shop.example/a?b=1"),
    ("order 4471-B, 4471-B again", "commande 4471-B"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_ways_to_write_the_same_are_no_change(one: str, other: str) -> None:
    for source, target in ((one, other), (other, one)):
        assert literals.lost(source, target) == []
        assert literals.unknown(source, target, ()) is None
        assert literals.difference(source, target, LANGUAGES) is None


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("4471-B", "4471-C", "code"),
        ("4471-B", "4471", "code"),
        ("2026-1188", "2026-1189", "code"),
        ("WH-1000XM5", "WH-1000XM4", "code"),
        ("INV/2026/07", "INV/2026/08", "code"),
        ("iPhone 15", "téléphone 15", "code"),
        ("iPhone 15", "iPhone 16", "number"),
        ("#55218", "#55219", "number"),
        ("1250 €", "1520 €", "number"),
        ("1250,50 €", "1250 €", "number"),
        ("49.90", "49.80", "number"),
        ("1.250", "1.25", "number"),
        ("20 %", "30 %", "number"),
        ("5 €", "6 €", "number"),
        ("12/11/2026", "13/10/2026", "number"),
        ("14:30", "15:30", "number"),
        ("a@b.com", "a@c.com", "email"),
        ("https://a.fr/x", "https://a.fr/y", "link"),
    ],
)
def test_what_is_lost_is_told_by_its_kind_and_what_came_instead_is_added(
    source: str, target: str, kind: str
) -> None:
    assert kind in literals.lost(source, target)
    if kind in ("code", "number") and "iPhone" not in source:
        unknown = literals.unknown(target, source, ())
        assert unknown is not None
        assert unknown.kind == kind


@pytest.mark.parametrize(("languages", "source", "target"), KEPT)
def test_a_translation_that_keeps_what_it_says_is_no_loss(languages: str, source: str, target: str) -> None:
    assert literals.lost(source, target) == [], languages
    assert literals.lost(target, source) == [], languages


@pytest.mark.parametrize(("languages", "source", "target", "kind"), LOST)
def test_a_translation_that_loses_something_is_told(
    languages: str, source: str, target: str, kind: str
) -> None:
    assert kind in literals.lost(source, target), languages


@pytest.mark.parametrize(
    ("known", "reply", "found"),
    [
        ("cmd 2201", "la commande CMD-2201", None),
        ("A 20391", "la commande A-20391", None),
        ("commande 2201 3 articles", "la commande CMD-2201", None),
        ("заказ А-123", "la commande A-123", None),
        ("", "une réponse sous 24-48 h", ("number", "24")),
        ("CMD-2201", "la commande CMD-2202", ("code", "CMD-2202")),
        ("A-20391", "la commande B-20391", ("code", "B-20391")),
        ("4471", "la commande 4471-B", ("code", "4471-B")),
        ("a 12", "la commande A-12", ("code", "A-12")),
        ("", "la commande 2026-1188", ("code", "2026-1188")),
        ("", "le 14/03/2026", ("number", "14/03/2026")),
        ("", "à 14h30", ("number", "14h30")),
        ("", "１２５０円", ("number", "1250")),
        ("मेरा आईफोन 15", "mon iPhone 15", None),
        ("mon colis", "mon colis, a@b.com, b.com", None),
        ("seit zwölf Tagen", "depuis 12 jours", None),
        ("cent vingt euros", "120 €", None),
        ("cent vingt-et-un euros", "120 €", ("number", "120")),
        ("", "sous 3 jours", ("number", "3")),
        ("", "sous 2 heures", ("number", "2")),
        ("depuis trois jours", "3 jours", None),
        ("3 lampes", "3 jours", None),
    ],
)
def test_what_comes_from_nothing_known_is_found_as_it_is_written(
    known: str, reply: str, found: tuple[str, str] | None
) -> None:
    unknown = literals.unknown(known, reply, LANGUAGES)
    assert (unknown and (unknown.kind, unknown.said)) == found


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("nach 12 Tagen", "après douze jours", None),
        ("nach 12 Tagen, 30 Stück", "après douze jours, trente pièces", None),
        ("nach 12 Tagen", "après 13 jours", "12"),
        ("12 €", "douze euros", None),
        ("12 %", "douze pour cent", None),
        ("12 €", "treize euros", "12"),
        ("101 Tage", "cent un jours", None),
        ("101 Tage", "cent deux jours", "101"),
        ("15 Tage und zwanzig Stück", "quinze jours et 20 pièces", None),
        ("15.000 Yen", "一万五千円", None),
        ("4471-B", "", "4471-B"),
        ("AirPro 3", "エアプロ3", None),
    ],
)
def test_two_texts_differ_but_for_a_small_number_in_words(one: str, other: str, said: str | None) -> None:
    for source, target in ((one, other), (other, one)):
        found = literals.difference(source, target, LANGUAGES)
        assert (found is None) is (said is None)
    found = literals.difference(one, other, LANGUAGES)
    assert (found and found.said) == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sous 24 heures", None),
        ("sous 24 שעות, 1 440 minutes", None),
        ("un rabais de 24 %", "24"),
        ("24 € rendus", "24"),
        ("sous 48 heures", "48"),
    ],
)
def test_promised_hours_are_known_as_hours_alone(text: str, found: str | None) -> None:
    unknown = literals.unknown("", text, LANGUAGES, 24)
    assert (unknown and unknown.said) == found


@pytest.mark.parametrize(
    ("known", "text", "hours"),
    [
        ("", "sous 4 heures", 4),
        ("", "4時間以内に", 4),
        ("", "within 240 minutes", 4),
        ("", "sous 24 heures", 24),
        ("depuis 4 heures", "sous 4 heures", None),
        ("depuis quatre heures", "sous 4 heures", None),
        ("", "dans 4 jours", None),
    ],
)
def test_hours_that_nobody_named(known: str, text: str, hours: int | None) -> None:
    assert literals.unknown_hours(known, text, (4, 24)) == hours


REST = "Guten Tag, das ist der Rest einer Nachricht."


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Wo ist mein Paket? 12 Stück & 20 € < 30 €", "Wo ist mein Paket? 12 Stück & 20 € < 30 €"),
        (f"{REST} Paket 4471-B & mehr", f"{REST} Paket <i translate=no>4471-B</i> &amp; mehr"),
        (f"{REST} jo@x.de.", f"{REST} <i translate=no>jo@x.de</i>."),
        (f"{REST} https://x.io/?a=1&b=2", f"{REST} <i translate=no>https://x.io/?a=1&amp;b=2</i>"),
        (f"{REST} WH-1000XM5-Kopfhörer", f"{REST} <i translate=no>WH-1000XM5</i>-Kopfhörer"),
        (f"{REST} Das iPhone 15", f"{REST} Das <i translate=no>iPhone</i> 15"),
        # what would cost more than half as much again is sent as it is
        ("Paket 4471-B", "Paket 4471-B"),
        ("a &amp; <i translate=no>", "a &amp; <i translate=no>"),
        ("A1-B2 " * 10, "<i translate=no>A1-B2</i> " + "A1-B2 " * 9),
        ("&" * 200 + " 4471-B", "&" * 200 + " 4471-B"),
    ],
)
def test_what_is_at_risk_is_protected_as_far_as_that_is_worth_it(text: str, marked: str) -> None:
    protected = literals.protect(text)
    assert protected.text == marked
    assert protected.read(marked) == text
    assert len(protected.text) <= literals.MOST_SENT * len(text)


@pytest.mark.parametrize(
    "marked",
    [
        '<i translate="no">4471-B</i> &amp; plus',
        "< i Translate = No >4471-B</ I > &amp; plus",
        "<i traduire=non>4471-B</i> &amp; plus",
        "4471-B</i> & plus",
    ],
)
def test_tags_that_a_service_has_changed_do_not_reach_a_reader(marked: str) -> None:
    assert literals.unprotect(marked) == "4471-B & plus"


PARTS = st.sampled_from(
    [
        "<i translate=no>",
        "</i>",
        "&amp;",
        "&lt;",
        "&copy",
        "<",
        "&",
        "4471-B",
        "a@b.com",
        "iPhone",
        "https://a.fr/?x",
    ]
)


@thoroughly
@given(st.lists(PARTS | st.text()).map("".join))
def test_any_text_comes_back_from_its_protection(text: str) -> None:
    protected = literals.protect(text)
    assert protected.read(protected.text) == text
    assert len(protected.text) <= literals.MOST_SENT * len(text)
    assert literals.lost(text, text) == []
    assert literals.unknown(text, text, ()) is None
    assert literals.difference(text, text, ()) is None


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "1",
        "1 ",
        "1-",
        "1.1",
        "aB",
        "A1-",
        "a.b",
        "a@b.",
        "http://",
        "www.",
        "12:",
        "<i ",
        "&",
        "12.11.",
        "9 ",
        "14.30-",
    ],
)
def test_no_text_takes_long(part: str) -> None:
    text = (part * 5000)[:5000]
    began = time.process_time()
    literals.lost(text, text)
    literals.unknown("", text, ())
    literals.protect(text)
    assert time.process_time() - began < 1


def test_names_are_protected_first_and_missed() -> None:
    text = "Mit Gruß, Jürgen Groß, Bestellung 4471-B"
    protected = literals.protect(text, ("Jürgen Groß",))
    assert protected.text == "Mit Gruß, <i translate=no>Jürgen Groß</i>, Bestellung 4471-B"
    protected = literals.protect(f"{text} {REST[:30]}", ("Jürgen Groß",))
    assert protected.text.startswith("Mit Gruß, <i translate=no>Jürgen Groß</i>, Bestellung 4471-B")
    protected = literals.protect(f"{text} {REST} {REST}", ("Jürgen Groß",))
    assert "Bestellung <i translate=no>4471-B</i>" in protected.text
    assert literals.lost(text, "Cordialement, Georges Grand, commande 4471-B", ("Jürgen Groß",)) == ["name"]
    assert literals.lost(text, "Cordialement, Jürgen Groß, commande 4471-B", ("Jürgen Groß",)) == []


def test_a_name_that_is_part_of_an_address_is_protected_once() -> None:
    text = f"{REST} Write to Grace@example.com"
    protected = literals.protect(text, ("Grace",))
    assert protected.read(protected.text) == text


@pytest.mark.parametrize(
    ("source", "target", "kinds"),
    [
        # fractions and powers
        ("3½ weeks", "3 semaines et demie", []),
        ("1½ Stunden", "une heure et demie", []),
        ("42⅔ cm", "42 cm", []),
        ("5½ let", "5 ans et demi", []),
        ("10⁵ kpl", "10 kpl", []),
        ("20 m²", "20 m2", []),
        # years of other calendars
        ("15/03/2569", "15 mars 2026", []),
        ("le 15 mars 2026", "15/03/2569", []),
        ("2569/03/15", "15/03/2026", []),
        ("115/03/15", "15 mars 2026", []),
        ("115/3/5", "2026-03-05", []),
        ("15/03/2569", "15 mars 2027", ["number"]),
        # noon and midnight
        ("I ordered at 12:00 AM", "J'ai commandé à minuit", []),
        ("um 12:00 Uhr", "à midi", []),
        ("Lieferung um 12:00 Uhr", "livraison à 15h00", ["number"]),
        ("at 00:00", "à 03:00", ["number"]),
        ("a las 00:00", "à minuit", []),
        ("klockan 24:00", "à minuit", []),
        ("alle 12:00", "à midi", []),
        ("at 12:15", "à midi", ["number"]),
        # words glued to digits
        ("14denní lhůta", "délai de 14 jours", []),
        ("48stündige Frist", "délai de 48 heures", []),
        ("24tímová lhůta", "délai de 24 heures", []),
        ("30dniowy zwrot", "retour sous 30 jours", []),
        ("100procentní", "à 100 %", []),
        ("USt-IdNr. fehlt", "numéro de TVA manquant", []),
        ("mein iPhone ist kaputt", "mon téléphone est cassé", ["code"]),
    ],
)
def test_what_is_written_otherwise_is_no_loss(source: str, target: str, kinds: list[str]) -> None:
    assert literals.lost(source, target) == kinds


@pytest.mark.parametrize(
    ("source", "target", "spoken", "kinds"),
    [
        ("Bestellung vom 03.04.2026", "commande du 04/03/2026", ("de", "fr"), ["number"]),
        ("Bestellung vom 03.04.2026", "commande du 03/04/2026", ("de", "fr"), []),
        ("pedido del 3/4/2026", "commande du 04/03/2026", ("es", "fr"), ["number"]),
        ("zamówienie z 03.04.2026", "commande du 04/03/2026", ("pl", "fr"), ["number"]),
        ("beställt 2026-04-03", "commande du 04/03/2026", ("sv", "fr"), ["number"]),
        ("注文日2026年4月3日", "commande du 04/03/2026", ("ja", "fr"), ["number"]),
        ("注文日2026年4月3日", "commande du 03/04/2026", ("ja", "fr"), []),
        # an American's 3/4 is the fourth of March
        ("order on 03/04/2026", "commande du 04/03/2026", ("en", "fr"), []),
        ("order on 03/04/2026", "commande du 04/03/2026", None, []),
    ],
)
def test_day_and_month_that_change_places_are_a_loss_where_their_order_is_known(
    source: str, target: str, spoken: tuple[str, str] | None, kinds: list[str]
) -> None:
    assert literals.lost(source, target, (), spoken) == kinds
