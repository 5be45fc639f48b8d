"""The exchange as a person reads it later."""

from support.domain import transcript
from tests.lambda_src import samples


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
    written = transcript.write(item, "fr")
    assert written.count("Bonjour\n") == 1
    assert written.count(samples.REPLY) == 1


def test_a_template_signs_as_such_and_a_missing_translation_is_left_out() -> None:
    item = samples.completed(message={"original": "Hello"})
    item["reply"] = {"text": "Bonjour", "language": "fr", "pivot_text": "Bonjour", "source": "template"}
    assert f"{samples.COMPLETED_AT}  template\n\n[fr]\nBonjour" in transcript.write(item, "fr")
