"""Amazon Translate."""

import pytest
from assistant.translation.literals import protect
from botocore.stub import Stubber

from assistant.aws.translate import MAX_BYTES
from assistant.text.normalized import size, split
from assistant.translation.translator import Translator, pieces

REST = "This is the rest of a message, and there is nothing in it to protect."


def queue(stub: Stubber, text: str, translation: str, source: str = "en") -> None:
    stub.add_response(
        "translate_text",
        {"TranslatedText": translation, "SourceLanguageCode": source, "TargetLanguageCode": "fr"},
        {"Text": text, "SourceLanguageCode": source, "TargetLanguageCode": "fr"},
    )


def test_a_text_is_translated_by_one_call(translate: Stubber) -> None:
    queue(translate, "Hello", "Bonjour")
    assert Translator(translate.client).translate("Hello", "en", "fr") == "Bonjour"


def test_white_space_around_the_words_stays(translate: Stubber) -> None:
    queue(translate, "Hello", "Bonjour")
    assert Translator(translate.client).translate("\n Hello \n\n", "en", "fr") == "\n Bonjour \n\n"


def test_a_long_text_is_translated_in_pieces_and_nothing_is_dropped(translate: Stubber) -> None:
    text = "とても残念です。\n" * 600
    pieces = split(text, MAX_BYTES)
    assert len(pieces) > 1
    for number, piece in enumerate(pieces):
        assert size(piece) <= 10_000
        queue(translate, piece.strip(), f"Partie {number}.", source="ja")
    translation = Translator(translate.client).translate(text, "ja", "fr")
    assert translation == "".join(f"Partie {number}.\n" for number in range(len(pieces)))


def test_a_blank_text_is_not_asked_about(translate: Stubber) -> None:
    assert Translator(translate.client).translate(" \n", "en", "fr") == " \n"


def test_codes_addresses_and_links_are_protected_and_come_back_plain(translate: Stubber) -> None:
    queue(
        translate,
        f"Order <i translate=no>4471-B</i> &amp; <i translate=no>a@b.com</i> {REST}",
        'Commande <i translate="no">4471-B</i> &amp; < I translate=no >a@b.com</ i>',
    )
    translation = Translator(translate.client).translate(f"Order 4471-B & a@b.com {REST}", "en", "fr")
    assert translation == "Commande 4471-B & a@b.com"


def test_tags_that_the_service_escapes_do_not_reach_a_reader(translate: Stubber) -> None:
    sent = f"Order <i translate=no>4471-B</i> {REST}"
    queue(translate, sent, "Commande &lt;i translate=no&gt;4471-B&lt;/i&gt;")
    assert Translator(translate.client).translate(f"Order 4471-B {REST}", "en", "fr") == "Commande 4471-B"


def test_the_customers_own_tags_are_text(translate: Stubber) -> None:
    queue(translate, "<i translate=no> &amp;", "<i translate=no> &amp;")
    assert (
        Translator(translate.client).translate("<i translate=no> &amp;", "en", "fr")
        == "<i translate=no> &amp;"
    )


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


def test_characters_are_counted_as_sent(translate: Stubber) -> None:
    METER.start({})
    sent = f"Order <i translate=no>4471-B</i> {REST}"
    queue(translate, sent, "Commande <i translate=no>4471-B</i>")
    Translator(translate.client).translate(f"Order 4471-B {REST}", "en", "fr")
    assert METER.used == {"translate_calls": 1, "translate_characters": len(sent)}
