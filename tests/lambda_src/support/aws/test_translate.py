"""Amazon Translate."""

from botocore.stub import Stubber

from support.aws.translate import MAX_BYTES, Translator
from support.domain.text import size, split


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
