"""Translating texts of any length, with what has to survive protected."""

import re
from typing import Any

import pytest

from assistant.aws.translate import MAX_BYTES
from assistant.text.splitting import size
from assistant.translation.protection import protect
from assistant.translation.translator import Translator, pieces

REST = "This is the rest of a message, and there is nothing in it to protect."


class FakeTranslate:
    """Translates the texts that it knows, and any other into its number; notes what it is asked."""

    def __init__(self, **translations: str) -> None:
        self.translations = translations
        self.asked: list[str] = []

    def text(self, text: str, source: str, target: str) -> str:
        assert (source, target) == ("en", "fr")
        assert size(text) <= MAX_BYTES
        self.asked.append(text)
        return self.translations.get(text, f"Partie {len(self.asked)}.")


def translated(text: str, translations: dict[str, str], *names: str) -> str:
    """Return the translation of a text by a service that knows these translations, and is asked for all."""
    service: Any = FakeTranslate(**translations)
    translation = Translator(service).translate(text, "en", "fr", names)
    assert service.asked == list(translations)
    return translation


@pytest.mark.parametrize(
    ("text", "sent", "answered", "translation"),
    [
        ("Hello", "Hello", "Bonjour", "Bonjour"),
        ("\n Hello \n\n", "Hello", "Bonjour", "\n Bonjour \n\n"),
        (
            f"Order 4471-B & a@b.com {REST}",
            f"Order <i translate=no>4471-B</i> &amp; <i translate=no>a@b.com</i> {REST}",
            'Commande <i translate="no">4471-B</i> &amp; < I translate=no >a@b.com</ i>',
            "Commande 4471-B & a@b.com",
        ),
        (
            f"Order 4471-B {REST}",
            f"Order <i translate=no>4471-B</i> {REST}",
            "Commande &lt;i translate=no&gt;4471-B&lt;/i&gt;",
            "Commande 4471-B",
        ),
        (
            "<i translate=no> &amp;",
            "<i translate=no> &amp;",
            "<i translate=no> &amp;",
            "<i translate=no> &amp;",
        ),
    ],
    ids=["words", "white space", "codes and addresses", "escaped tags", "the customer's own tags"],
)
def test_a_text_is_sent_with_its_codes_protected_and_comes_back_plain(
    text: str, sent: str, answered: str, translation: str
) -> None:
    assert translated(text, {sent: answered}) == translation


def test_names_are_protected_too() -> None:
    sent = f"<i translate=no>Grace</i> writes. {REST}"
    assert translated(f"Grace writes. {REST}", {sent: "<i translate=no>Grace</i> écrit."}, "Grace") == (
        "Grace écrit."
    )


def test_a_blank_text_is_not_sent() -> None:
    assert translated(" \n", {}) == " \n"


def test_a_long_text_is_sent_in_pieces_and_nothing_is_dropped() -> None:
    text = "とても残念です。\n" * 600
    service: Any = FakeTranslate()
    translation = Translator(service).translate(text, "en", "fr")
    assert len(service.asked) > 1
    assert re.sub(r"\s", "", "".join(service.asked)) == re.sub(r"\s", "", text)
    assert translation == "".join(f"Partie {number}.\n" for number in range(1, len(service.asked) + 1))


@pytest.mark.parametrize(
    "text",
    [
        "Où est A1-B2 ? " * 330,
        "注文番号は4471-Bです" * 350,
        "&" * 5_000 + "4471-B",
        "あ" * 3_331 + "4471-B" + "い" * 1_000,
        "あA1" * 1_600,
        "https://shop.example/?a&b " * 190,
    ],
)
def test_pieces_fit_with_their_tags_and_cut_no_code(text: str) -> None:
    cut = list(pieces(text))
    assert "".join(cut) == text
    sent = [protect(piece).text for piece in cut]
    assert all(size(piece) <= MAX_BYTES for piece in sent)
    assert sum(map(len, sent)) <= 1.5 * len(text)
