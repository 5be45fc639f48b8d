from __future__ import annotations

import pytest

from local.standins.services import ServiceError
from local.standins.ssml import spoken_text


@pytest.mark.parametrize(
    ("ssml", "text"),
    [
        ("<speak>Hello</speak>", "Hello"),
        ("<speak>Fish &amp; <prosody rate='slow'>chips</prosody></speak>", "Fish & chips"),
        ('<speak>A<break time="1s"/>B</speak>', "AB"),
        ('<speak><amazon:domain name="news">N</amazon:domain></speak>', "N"),
    ],
)
def test_tags_are_not_billed(ssml: str, text: str) -> None:
    assert spoken_text(ssml, "neural") == text


@pytest.mark.parametrize(
    "ssml",
    [
        "Hello",
        "<speak>Hello",
        "<p>Hello</p>",
        "<speak><video/></speak>",
        "<speak>A & B</speak>",
        "<!DOCTYPE speak [<!ENTITY a 'b'>]><speak>&a;</speak>",
        "<speak>" + " " * 6_000 + "</speak>",
    ],
)
def test_broken_or_dangerous_markup_is_refused(ssml: str) -> None:
    with pytest.raises(ServiceError) as refusal:
        spoken_text(ssml, "standard")
    assert refusal.value.code == "InvalidSsmlException"


def test_some_tags_are_for_the_standard_engine_only() -> None:
    ssml = "<speak><emphasis>Now</emphasis></speak>"
    assert spoken_text(ssml, "standard") == "Now"
    with pytest.raises(ServiceError):
        spoken_text(ssml, "neural")
