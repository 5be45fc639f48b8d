"""The exchange as a person reads it later."""

from assistant.delivery import transcript
from assistant.own_words import own_words
from tests.assistant import samples


def test_both_sides_in_both_languages() -> None:
    item = samples.completed()
    item["reply"] |= {"text": "Hello Grace", "language": "en", "pivot_text": "Bonjour Grace"}
    assert transcript.write(item, "fr").split("\n\n") == [
        samples.REQUEST_ID,
        f"{samples.RECEIVED_AT}  Grace O'Neill <grace@example.com>, anglais",
        "[en]\nThe machine you delivered on Monday is cracked and leaks.",
        "[fr]\nLa machine livrée lundi est cassée et fuit.",
        f"{samples.COMPLETED_AT}  global.anthropic.claude-haiku-5-5",
        "[en]\nHello Grace",
        "[fr]\nBonjour Grace\n",
    ]


def test_what_is_the_same_in_both_languages_stands_there_once() -> None:
    item = samples.completed(message={"original": "Bonjour", "pivot": "Bonjour", "pivot_language": "fr"})
    item["language"]["code"] = "fr"
    written = transcript.write(item, "fr")
    assert written.count("Bonjour\n") == 1
    assert written.count(samples.REPLY) == 1


def test_what_was_set_aside_stands_in_it_under_its_kind() -> None:
    original = "Wo ist es?\n\nAm 23.11.2026 schrieb Support:\n> Guten Tag\n> Danke"
    message = {"original": original, "set_aside": own_words.set_aside(original), "pivot": "Où est-ce ?"}
    written = transcript.write(samples.completed(message=message), "fr")
    assert (
        "Wo ist es?\n[mis de côté : message cité, 50 caractères]\nAm 23.11.2026 schrieb Support:\n> Guten"
        in written
    )
    assert written.index("> Danke") < written.index("[fr]\nOù est-ce ?")


def test_a_template_signs_as_such_and_a_missing_translation_is_left_out() -> None:
    item = samples.completed(message={"original": "Hello"})
    item["reply"] = {"text": "Bonjour", "language": "fr", "pivot_text": "Bonjour", "source": "template"}
    assert f"{samples.COMPLETED_AT}  template\n\n[fr]\nBonjour" in transcript.write(item, "fr")
