"""What a customer wrote, told from what stands around it; nothing of it is lost."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from assistant.language.languages import PIVOT_LANGUAGES
from assistant.own_words import own_words
from assistant.own_words.own_words import KINDS, find, marked, own, set_aside, text_of
from assistant.request.labels import Labels
from eval import incoming
from tests.assistant.properties import thoroughly
from tests.messages import MESSAGES

HOSTILE = [
    *(
        "On 1:\n",
        "Am 1 schrieb:\n ",
        "1 schrieb a:\n",
        "1:\n",
        "> ",
        "\n",
        " \n",
        "a: <a@b.cc>\n",
        "From:\n",
        "\n\n_",
    ),
    *(
        "--\n",
        "X-",
        "A/",
        "at a.b(",
        "x.Error",
        "{",
        "<",
        "“a",
        '"',
        "data:a;",
        "https://",
        "a, ",
        "2026年11月23日 <a@b.cc>:\n",
        "> a\n\n",
        "On 12:30 2026:\n> a\n",
        "at a.",
        "x.Exception",
        '"a": ',
        "confidential recipient ",
    ),
]


@pytest.mark.parametrize("name", incoming.SETS)
def test_most_foreign_parts_are_set_aside_and_no_own_word_is_lost(name: str) -> None:
    figures = incoming.own(incoming.load("quoted", name))
    assert figures["quoted messages"] >= 80
    assert figures["set aside"] >= 0.9 * figures["parts to set aside"]
    assert figures["own words lost"] == []


def test_messages_with_nothing_around_them_stay_whole() -> None:
    assert [one.id for one in MESSAGES if find(one.message)] == []


def test_nothing_is_set_aside_if_no_words_would_be_left() -> None:
    assert find("> Bonjour\n> Merci") == []
    assert find("From: Shop <a@b.example>\nDate: 1 Nov\nSubject: x\nTo: y\n\nHello") == []


def test_the_record_has_kinds_and_places_and_the_text_is_all_there() -> None:
    text = "Wo ist es?\r\n\r\nAm 23.11.2026 um 10:29 schrieb Support:\r\n> Guten Tag"
    (part,) = set_aside(text)
    assert part["kind"] == "quote"
    assert text[part["start"] :][: part["characters"]] == text[part["start"] :]
    assert text_of({"original": text, "set_aside": [part]}) == "Wo ist es?"


def test_a_message_without_set_aside_parts_is_all_own_words() -> None:
    assert text_of({"original": "Hallo\x07"}) == "Hallo"


@pytest.mark.parametrize("language", PIVOT_LANGUAGES)
def test_what_is_set_aside_is_shown_under_its_kind(language: str) -> None:
    labels = Labels.of(language)
    assert set(labels.kinds_aside) == set(KINDS)
    text = "Hi there\n\n-- \nJo Smith\nHead of Sales"
    message: own_words.Message = {"original": text, "set_aside": set_aside(text)}
    whole, short = (
        marked(message, labels.set_aside, labels.kinds_aside, whole=whole) for whole in (True, False)
    )
    assert whole.startswith("Hi there\n[")
    assert whole.endswith("]\n-- \nJo Smith\nHead of Sales")
    assert short == whole.partition("\n-- ")[0]


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
def test_no_text_takes_long(unit: str) -> None:
    find("warm")
    began = time.process_time()
    find((unit * 5_000)[:5_000])
    assert time.process_time() - began < 1


@thoroughly
@given(st.text(alphabet=st.sampled_from("> -:\n@.<a1{Zé字")) | st.text())
def test_own_words_and_set_aside_parts_cover_any_text(text: str) -> None:
    aside = find(text)
    assert all(one.kind in KINDS and 0 <= one.start < one.end <= len(text) for one in aside)
    assert all(one.end <= other.start for one, other in pairwise(aside))
    kept = own(text, aside)
    assert aside == [] or any(map(str.isalnum, kept))
    assert aside != [] or kept == text
