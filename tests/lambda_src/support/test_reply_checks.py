"""The rules that a reply to one request has to keep."""

from dataclasses import replace
from typing import Any

import pytest

from support.domain.priority import Priority
from support.reply_checks import ReplyChecks
from tests.lambda_src import samples
from tests.lambda_src.configured import VOUCHER
from tests.lambda_src.support.domain.test_prompt import ORDER

HIGH = replace(ORDER, language="de", priority=Priority.HIGH, gestures=(VOUCHER,))
MESSAGE = {"original": "My order 4471-B [gift] leaks.", "pivot": "Ma commande 4471-B fuit."}
CHECKS = ReplyChecks.of(samples.analysed(message=MESSAGE), HIGH)
GERMAN = "Guten Tag, wir sehen uns Ihre Anfrage an und melden uns bei Ihnen, sobald wir mehr wissen."


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("", None),
        ("Votre commande 4471-B.", None),
        ("Votre commande 4472-C.", "invented"),
        (f"Vous recevez {VOUCHER}.", None),
        ("Vous recevez un cadeau.", "gesture"),
        ("Nous répondons sous 1 h.", None),
        ("Nous répondons sous 4 h.", "hours"),
        ("Bonjour [gift].", None),
        ("Bonjour [NOM].", "label"),
    ],
)
def test_the_text_for_the_team_is_held_against_the_request(sentence: str, code: str | None) -> None:
    assert CHECKS.wrong_pivot(f"{samples.REPLY} {sentence}") == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, None),
        ({"language": "de-AT"}, None),
        ({"language": "nl"}, "language"),
        ({"text": samples.REPLY}, "language"),
        ({"text": f"{GERMAN} [NAME]"}, "label"),
        ({"text": f"{GERMAN} 12"}, "numbers"),
        ({"text": ""}, "empty"),
    ],
)
def test_the_text_for_the_customer_is_held_against_its_language_and_the_other_text(
    changes: dict[str, Any], code: str | None
) -> None:
    draft: Any = {"text": GERMAN, "language": "de", "pivot_text": samples.REPLY} | changes
    assert CHECKS.wrong_text(draft) == code


def test_one_text_for_both_is_checked_once() -> None:
    checks = replace(CHECKS, order=replace(HIGH, language="fr-CA"))
    assert checks.wrong_text({"text": "", "language": "de", "pivot_text": ""}) is None
