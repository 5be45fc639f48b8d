"""What Translate is told to leave alone: codes, addresses, and a person's own name."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from assistant.translation import invariants, protection
from tests.assistant.properties import thoroughly


def found(text: str, *names: str) -> list[str]:
    return [text[start:end] for start, end in protection.name_spans(text, names)]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Best, Grace O'Neill", "Grace O'Neill", ["Grace O'Neill"]),
        ("This is Grace. O'Neill, Grace", "Grace O'Neill", ["Grace", "O'Neill", "Grace"]),
        ("Will you refund", "Will Smith", []),
        ("Hello,\nWill you refund?", "Will Smith", []),
        ("Der Stein im Ring fehlt", "Anna Stein", []),
        ("Will Smith asks: will you, Will, pay?", "Will Smith", ["Will Smith"]),
        ("Will it come?\nThanks\n\nWill", "Will Smith", ["Will"]),
        ("It broke.\nWill S. Smith.\nSent from my phone", "Will Smith", ["Smith"]),
        ("Will pays.\nThanks\nand\nregards", "Will Smith", []),
        ("Herr Stein wartet, Mrs. Stein auch", "Anna Stein", ["Stein", "Stein"]),
        ("Graceful and gracious, grace", "Grace O'Neill", []),
        ("佐藤花子です。", "佐藤花子", ["佐藤花子"]),
        ("أنا ليلى حداد", "ليلى حداد", ["ليلى حداد"]),
        ("Jo here, may I ask Will", "Jo Will", ["Will"]),
        ("you may", "may", ["may"]),
        ("a+b a.b", "A.b", []),
        ("Anything", "", []),
        ("Anything", " ", []),
    ],
)
def test_a_name_is_found_whole_or_by_parts_in_a_signature(text: str, name: str, expected: list[str]) -> None:
    assert found(text, name) == expected


def test_several_names_do_not_overlap() -> None:
    assert found("Ana Maria Lopez", "Ana Maria", "Maria Lopez") == ["Ana Maria", "Lopez"]


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("I am Grace", "Je suis Grace", False),
        ("I am Grace", "Je suis Grâce", True),
        ("I am here", "Je suis là", False),
        ("Grace was asked of me", "On m'a demandé la grâce", False),
    ],
)
def test_a_name_in_the_source_must_be_in_the_target(source: str, target: str, lost: bool) -> None:
    assert protection.lost_names(source, target, ("Grace O'Neill",)) is lost


@given(st.text(), st.lists(st.text(), max_size=3))
@thoroughly
def test_places_of_names_are_in_order_without_overlaps(text: str, names: list[str]) -> None:
    places = list(protection.name_spans(text, names))
    assert places == sorted(places)
    assert all(end > start for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))


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
def test_codes_and_links_are_protected_within_the_cost_limit(text: str, marked: str) -> None:
    protected = protection.protect(text)
    assert protected.text == marked
    assert protected.read(marked) == text
    assert len(protected.text) <= protection.MOST_SENT * len(text)


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
    assert protection.Marked("", is_html=True).read(marked) == "4471-B & plus"


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
    protected = protection.protect(text)
    assert protected.read(protected.text) == text
    assert len(protected.text) <= protection.MOST_SENT * len(text)
    assert invariants.lost(text, text) == []
    assert invariants.unknown(text, text, ()) is None
    assert invariants.difference(text, text, ()) is None


@pytest.mark.slow
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
    invariants.lost(text, text)
    invariants.unknown("", text, ())
    protection.protect(text)
    assert time.process_time() - began < 1


def test_names_are_protected_first_and_their_loss_is_reported() -> None:
    text = "Mit Gruß, Jürgen Groß, Bestellung 4471-B"
    protected = protection.protect(text, ("Jürgen Groß",))
    assert protected.text == "Mit Gruß, <i translate=no>Jürgen Groß</i>, Bestellung 4471-B"
    protected = protection.protect(f"{text} {REST[:30]}", ("Jürgen Groß",))
    assert protected.text.startswith("Mit Gruß, <i translate=no>Jürgen Groß</i>, Bestellung 4471-B")
    protected = protection.protect(f"{text} {REST} {REST}", ("Jürgen Groß",))
    assert "Bestellung <i translate=no>4471-B</i>" in protected.text
    assert invariants.lost(text, "Cordialement, Georges Grand, commande 4471-B", ("Jürgen Groß",)) == ["name"]
    assert invariants.lost(text, "Cordialement, Jürgen Groß, commande 4471-B", ("Jürgen Groß",)) == []


def test_a_name_that_is_part_of_an_address_is_protected_once() -> None:
    text = f"{REST} Write to Grace@example.com"
    protected = protection.protect(text, ("Grace",))
    assert protected.read(protected.text) == text
