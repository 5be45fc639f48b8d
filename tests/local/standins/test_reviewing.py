from __future__ import annotations

import itertools

import pytest

from local.standins.faults import REPLIES, REVIEWS
from local.standins.odd_replies import distort
from local.standins.phrases import PHRASES
from local.standins.reply import Brief, write
from local.standins.reviewing import review


def user(customer: str, team: str = "Bonjour.") -> str:
    return (
        "<context>{}</context>\n<customer_message>We give you a lamp, free of charge.</customer_message>\n"
        f"<customer_text>{customer}</customer_text>\n<team_text>{team}</team_text>"
    )


@pytest.mark.parametrize(
    ("customer", "team", "found"),
    [
        ("Hello. We give you a lamp.", "Bonjour.", [("offer", "customer", "We give you a lamp.")]),
        ("Hello.", "Bonjour. C'est gratuit.", [("offer", "team", "C'est gratuit.")]),
        ("Send us your password.", "Bonjour.", [("secret", "customer", "Send us your password.")]),
        ("We &lt;give you&gt; a lamp.", "Bonjour.", []),
        ("We check whether a refund is possible.", "Nous vérifions votre demande de remboursement.", []),
    ],
)
def test_what_says_plainly_that_something_is_given_or_asked_is_found(
    customer: str, team: str, found: list[tuple[str, str, str]]
) -> None:
    findings = review(user(customer, team), "normal")["findings"]
    assert [(one["rule"], one["text"], one["quote"]) for one in findings] == found


@pytest.mark.parametrize("language", PHRASES)
def test_in_the_stand_ins_own_replies_there_is_nothing_to_find(language: str) -> None:
    for sentiment, category in itertools.product(("NEGATIVE", "POSITIVE"), PHRASES["en"].steps):
        text = write(Brief({}, {"sentiment": sentiment, "category": category}, None), language)
        assert review(user(text, text), "normal") == {"findings": []}


def test_in_its_odd_one_that_offers_there_is() -> None:
    brief = Brief({"text": "de"}, {}, None)
    text = distort("gesture", write(brief, "de"), brief=brief, what="text", system="")
    assert {one["rule"] for one in review(user(text), "normal")["findings"]} == {"offer"}


@pytest.mark.parametrize("mode", REVIEWS)
def test_odd_reviews_find_what_is_not_there(mode: str) -> None:
    text = "Hello. We look at your request today."
    findings = review(user(text), mode)["findings"]
    assert len(findings) == (500 if mode == "many_findings" else 1)
    stands = findings[0]["quote"] in text and findings[0]["quote"] != ""
    assert stands is (mode in ("strict", "whole_text", "many_findings"))


@pytest.mark.parametrize("mode", sorted(set(REPLIES) - set(REVIEWS)))
def test_odd_replies_are_no_matter_of_the_review(mode: str) -> None:
    assert review(user("Hello. All is well with us."), mode) == {"findings": []}
