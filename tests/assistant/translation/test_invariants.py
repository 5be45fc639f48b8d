"""What must survive a translation, in the ways that languages write it."""

import pytest

from assistant.translation import invariants
from tests.assistant.translation.translations import KEPT, LOST, SAME

LANGUAGES = ("de", "fr", "ja")


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_notations_of_the_same_value_are_equal(one: str, other: str) -> None:
    for source, target in ((one, other), (other, one)):
        assert invariants.lost(source, target) == []
        assert invariants.unknown(source, target, ()) is None
        assert invariants.difference(source, target, LANGUAGES) is None


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
def test_lost_values_are_reported_by_kind_and_their_replacements_are_unknown(
    source: str, target: str, kind: str
) -> None:
    assert kind in invariants.lost(source, target)
    if kind in ("code", "number") and "iPhone" not in source:
        unknown = invariants.unknown(target, source, ())
        assert unknown is not None
        assert unknown.kind == kind


@pytest.mark.parametrize(("languages", "source", "target"), KEPT)
def test_faithful_translations_lose_nothing(languages: str, source: str, target: str) -> None:
    assert invariants.lost(source, target) == [], languages
    assert invariants.lost(target, source) == [], languages


@pytest.mark.parametrize(("languages", "source", "target", "kind"), LOST)
def test_unfaithful_translations_are_reported_by_kind(
    languages: str, source: str, target: str, kind: str
) -> None:
    assert kind in invariants.lost(source, target), languages


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
def test_unknown_values_are_reported_as_written(
    known: str, reply: str, found: tuple[str, str] | None
) -> None:
    unknown = invariants.unknown(known, reply, LANGUAGES)
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
def test_difference_ignores_small_numbers_in_words(one: str, other: str, said: str | None) -> None:
    for source, target in ((one, other), (other, one)):
        found = invariants.difference(source, target, LANGUAGES)
        assert (found is None) is (said is None)
    found = invariants.difference(one, other, LANGUAGES)
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
def test_promised_hours_are_known_only_as_hours(text: str, found: str | None) -> None:
    unknown = invariants.unknown("", text, LANGUAGES, 24)
    assert (unknown and unknown.said) == found


@pytest.mark.parametrize(
    ("known", "text", "hours"),
    [
        ("article 4, article 24", "sous 4 heures", 4),
        ("article 4", "4時間以内に", 4),
        ("article 240", "within 240 minutes", 4),
        ("article 24", "sous 24 heures", 24),
        ("depuis 4 heures", "sous 4 heures", None),
        ("depuis quatre heures, article 4", "sous 4 heures", None),
        ("article 4", "dans 4 jours", None),
    ],
)
def test_other_hours_are_unknown_though_their_number_is_known(
    known: str, text: str, hours: int | None
) -> None:
    found = invariants.unknown(known, text, LANGUAGES, 1, (4, 24))
    assert (found and (found.kind, found.said)) == (hours and ("hours", f"{hours} h"))


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
def test_other_spellings_are_no_loss(source: str, target: str, kinds: list[str]) -> None:
    assert invariants.lost(source, target) == kinds


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
def test_swapped_day_and_month_are_a_loss_where_their_order_is_known(
    source: str, target: str, spoken: tuple[str, str] | None, kinds: list[str]
) -> None:
    assert invariants.lost(source, target, (), spoken) == kinds


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("J'ai toujours 2 colis qui manquent.", "I still have two parcels missing."),
        ("vers 8 heures", "around eight o'clock"),
        ("Leurs 2 factures", "Their two invoices"),
        ("Le facteur 2 est passé", "The second postman came"),
        ("Le vendeur 3 le dit", "The third seller says so"),
        ("Alors 3 articles", "So three articles"),
        ("Please confirm 2 items", "Veuillez confirmer deux articles"),
        ("Chaque lift 2 est en panne", "Each second lift is broken"),
    ],
)
def test_a_word_that_ends_like_a_currency_makes_no_amount(source: str, target: str) -> None:
    assert invariants.lost(source, target) == []
