"""A reply as it is stored."""

from dataclasses import replace

from support.written import in_template, reply_in_pivot, reply_of, template_for_team
from tests.lambda_src import samples
from tests.lambda_src.support.domain.test_prompt import ORDER

GERMAN = replace(ORDER, language="de")


def test_a_models_reply_names_the_model_and_counts_the_teams_words() -> None:
    assert reply_of("Ja.", "de", {"pivot_text": "Oui, bien sûr.", "model": "m"}) == {
        "text": "Ja.",
        "language": "de",
        "pivot_text": "Oui, bien sûr.",
        "source": "model",
        "model": "m",
        "words": 3,
    }


def test_without_a_model_it_is_a_template() -> None:
    reply = reply_in_pivot({"pivot_text": "Oui."}, GERMAN)
    assert (reply["text"], reply["language"], reply["source"]) == ("Oui.", "fr", "template")
    assert "model" not in reply


def test_templates_are_written_for_the_customer_and_for_the_team() -> None:
    written = in_template(samples.analysed(), GERMAN, "translation_language")
    assert written.reply["text"].startswith("Guten Tag Grace O'Neill")
    assert written.reply["pivot_text"] == template_for_team(samples.analysed(), GERMAN)["pivot_text"]
    assert written.reply["pivot_text"].startswith("Bonjour Grace O'Neill")
    assert written.degraded == {"reply": "translation_language"}
