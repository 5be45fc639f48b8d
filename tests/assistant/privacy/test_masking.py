"""Masking: nothing known is left, the rest is untouched, whatever the text."""

import time

import pytest
from hypothesis import given, strategies as st

from assistant.privacy.masking import LABELS, mask
from assistant.privacy.patterns import patterns
from assistant.privacy.personal_data import KINDS, Found
from assistant.text.normalized import folded
from tests.assistant.properties import thoroughly

PHONE = Found("PHONE", "06 12 34 56 78")


@pytest.mark.parametrize(
    ("text", "names", "masked"),
    [
        ("Bonjour Marie Dupont,", ["Marie Dupont"], "Bonjour [NAME],"),
        ("MARIE a écrit. Mme dupont aussi.", ["Marie Dupont"], "MARIE a écrit. Mme [NAME] aussi."),
        ("Dear Zoe Lefevre", ["Zoé Lefèvre"], "Dear [NAME]"),
        ("YILMAZ, Ayse", ["Ayşe Yılmaz"], "[NAME], [NAME]"),
        ("Le colis de Sanne", ["Sanne de Vries"], "Le colis de [NAME]"),
        ("It may arrive. Dear May,", ["May Li"], "It may arrive. Dear [NAME],"),
        ("Marietta", ["Marie Dupont"], "Marietta"),
        ("王伟您好", ["王伟"], "[NAME]您好"),
        ("王先生您好", ["王伟"], "[NAME]您好"),
        ("佐藤様、ご連絡", ["佐藤花子"], "[NAME]、ご連絡"),
        ("김민수입니다", ["김민수"], "[NAME]입니다"),
        ("وليلى حداد كتبت", ["ليلى حداد"], "[NAME] كتبت"),
        ("नमस्ते अनिता शर्मा", ["अनिता शर्मा"], "नमस्ते [NAME]"),
        # a name that is a word, too
        (
            "The price is wrong: will you fix it? Will",
            ["Will Price"],
            "The price is wrong: will you fix it? [NAME]",
        ),
        ("Will you fix the price, Mr Price?", ["Will Price"], "Will you fix the price, Mr [NAME]?"),
        ("Price and quality are bad.", ["Will Price"], "Price and quality are bad."),
        ("un petit souci, signé Petit", ["Rose Petit"], "un petit souci, signé [NAME]"),
        ("Im Winter war das Paket klein.", ["Eva Winter"], "Im Winter war das Paket klein."),
        ("una camisa blanco y verde", ["Rosa Blanco"], "una camisa blanco y verde"),
        ("Your service is bad", ["Customer Service"], "Your service is bad"),
        ("كان عندي أمل أن يصل", ["أمل سعيد"], "كان عندي أمل أن يصل"),
        ("森の香りの入浴剤", ["森 みどり"], "森の香りの入浴剤"),
        ("मुझे आशा थी", ["आशा किरण"], "मुझे आशा थी"),
        ("O’Neill wrote", ["Grace O'Neill"], "[NAME] wrote"),
        ("Hello", ["", " "], "Hello"),
    ],
)
def test_the_customers_own_name(text: str, names: list[str], masked: str) -> None:
    assert mask(text, [], names=names) == masked


@pytest.mark.parametrize(
    ("text", "found", "masked"),
    [
        ("au 06.12.34.56.78", [PHONE], "au [PHONE]"),
        ("au 0612345678!", [PHONE], "au [PHONE]!"),
        ("au 10612345678", [PHONE], "au 10612345678"),
        ("HAUPTSTRASSE 5", [Found("ADDRESS", "Hauptstraße 5")], "[ADDRESS]"),
        ("Mr Baker took it", [Found("NAME", "John Baker")], "Mr [NAME] took it"),
        ("cvv123", [Found("CARD", "123")], "cvv[CARD]"),
        ("cvv 123, SKU 1234567", [Found("CARD", "123")], "cvv [CARD], SKU 1234567"),
        ("Anais", [Found("NAME", "Ana")], "Anais"),
        ("xhunter2x", [Found("PASSWORD", "hunter2")], "x[PASSWORD]x"),
        ("a new kind: ABC", [Found("SOMETHING", "abc")], "a new kind: [ID]"),
        ("Order 4471-B of 12/11/2026, 49,99 €", [PHONE], "Order 4471-B of 12/11/2026, 49,99 €"),
    ],
)
def test_found_data_is_masked_in_other_notations(text: str, found: list[Found], masked: str) -> None:
    assert mask(text, found) == masked


def test_unknown_data_stays() -> None:
    assert mask("Ring 06 12 34 56 78", []) == "Ring 06 12 34 56 78"


def test_the_customers_own_address_in_any_case() -> None:
    assert mask("to MARIE@Example.com", [], email="marie@example.com") == "to [EMAIL]"


def test_labels_are_in_the_pivot_language() -> None:
    assert mask("tél 06 12 34 56 78", [PHONE], labels_language="fr") == "tél [TÉLÉPHONE]"
    assert all(set(labels) == set(KINDS) for labels in LABELS.values())


def test_a_name_like_a_label_is_masked_once() -> None:
    assert mask("Nom et [NOM]", [], names=["Nom"], labels_language="fr") == "[NOM] et [NOM]"


HOSTILE = [
    "1 ", "a", "A", "Aa ", "12 rue ", "0", "@", "a.", "一", "市", "가 ", "de la ", "1-", " ", "\n", "Best,\n",
    "password: ", "passport ", "+1 ", "١", "Calle A ", "ул.А ", "FR76 ", "شارع من ", "12 A",
    "a@b.co ", "[NAME]",
    "मेरा नाम अ ", "Mr A ", "路1", "order ", "tel 1234567 ",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_masking_time_grows_with_the_length_of_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * size)[:size]
        begin = time.process_time()
        mask(text, patterns(text, "fr"), names=["Anna Schmidt"])
        return time.process_time() - begin

    patterns("warm 字", "fr")
    small, large = min(seconds(1_250) for _ in range(2)), seconds(5_000)
    assert large < 0.2 or large < 10 * small


words = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=5, max_size=12)


@thoroughly
@given(st.text(), st.lists(words, max_size=4), st.text(alphabet="0123456789 @.-a[]NAME王", max_size=80))
def test_nothing_found_is_left_and_masking_twice_changes_nothing(
    around: str, found: list[str], more: str
) -> None:
    text = f"{around} {' '.join(found)} {more}"
    masked = mask(text, [Found("NAME", one) for one in found])
    bare = folded(masked).text
    for label in LABELS["en"].values():
        bare = bare.replace(f"[{label.lower()}]", "")
    assert not any(f" {folded(one).text} " in f" {bare} " for one in found)
    assert mask(masked, [Found("NAME", one) for one in found]) == masked


@thoroughly
@given(st.text(), st.lists(st.builds(Found, st.text(), st.text())), st.lists(st.text()), st.text())
def test_masking_takes_whatever_comes(text: str, found: list[Found], names: list[str], email: str) -> None:
    assert isinstance(mask(text, found, names=names, email=email), str)
