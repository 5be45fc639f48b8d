from __future__ import annotations

import re
from dataclasses import astuple

import pytest

from local.standins.phrases import PHRASES

GESTURES = re.compile(
    r"discount|voucher|gift|remise|bon d'achat|cadeau|descuento|Rabatt|Gutschein|sconto|korting", re.I
)


@pytest.mark.parametrize("language", PHRASES)
def test_every_language_has_every_tone_and_category(language: str) -> None:
    assert list(PHRASES[language].openings) == list(PHRASES["en"].openings)
    assert list(PHRASES[language].steps) == list(PHRASES["en"].steps)


@pytest.mark.parametrize("language", PHRASES)
def test_no_phrase_offers_a_gesture_or_holds_a_link(language: str) -> None:
    text = str(astuple(PHRASES[language]))
    assert not GESTURES.search(text)
    assert "http" not in text
    assert "@" not in text
