import itertools

import pytest

from local.standins.bedrock.phrases import PHRASES
from local.standins.bedrock.reply import Brief, reply, write
from local.standins.bedrock.review import review
from local.standins.faults.settings import REPLIES, REVIEWS


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
def test_plain_offers_and_requests_for_secrets_are_found(
    customer: str, team: str, found: list[tuple[str, str, str]]
) -> None:
    findings = review(user(customer, team), "normal")["findings"]
    assert [(one["rule"], one["text"], one["quote"]) for one in findings] == found


@pytest.mark.parametrize("language", PHRASES)
def test_normal_replies_have_no_findings(language: str) -> None:
    for sentiment, category in itertools.product(("NEGATIVE", "POSITIVE"), PHRASES["en"].steps):
        text = write(Brief({}, {"sentiment": sentiment, "category": category}, None), language)
        assert review(user(text, text), "normal") == {"findings": []}


def test_the_odd_reply_that_offers_is_found() -> None:
    brief = Brief({"text": "de"}, {}, None)
    text = reply(brief, "text", "gesture")
    assert {one["rule"] for one in review(user(text), "normal")["findings"]} == {"offer"}


@pytest.mark.parametrize("mode", REVIEWS)
def test_odd_reviews_have_false_findings(mode: str) -> None:
    text = "Hello. We look at your request today."
    findings = review(user(text), mode)["findings"]
    assert len(findings) == (500 if mode == "many_findings" else 1)
    stands = findings[0]["quote"] in text and findings[0]["quote"] != ""
    assert stands is (mode in ("strict", "whole_text", "many_findings"))


@pytest.mark.parametrize("mode", sorted(set(REPLIES) - set(REVIEWS)))
def test_odd_replies_do_not_change_the_review(mode: str) -> None:
    assert review(user("Hello. All is well with us."), mode) == {"findings": []}
