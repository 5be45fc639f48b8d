"""French, Spanish, Italian and Portuguese."""

import re

import pytest

from assistant.reply.template_texts.romance import TEXTS
from tests.assistant.reply.template_texts.script import every_text, promised, share


@pytest.mark.parametrize("language", TEXTS)
def test_it_is_written_in_latin_letters(language: str) -> None:
    assert all(share(text, "LATIN") == 1 for text in every_text(language))


@pytest.mark.parametrize(
    ("language", "hours"),
    [
        ("fr", ("sous 1 heure et", "sous 4 heures et", "sous 24 heures et")),
        ("es", ("plazo de 1 hora y", "plazo de 4 horas y", "plazo de 24 horas y")),
        ("it", ("entro 1 ora e", "entro 4 ore e", "entro 24 ore e")),
        ("pt", ("em até 1 hora e", "em até 4 horas e", "em até 24 horas e")),
        ("pt-PT", ("prazo de 1 hora e", "prazo de 4 horas e", "prazo de 24 horas e")),
    ],
)
def test_hours_have_the_right_number(language: str, hours: tuple[str, ...]) -> None:
    assert all(hour in text for hour, text in zip(hours, promised(language), strict=True))


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        ("pt-PT", r"\b(você|equipe|registrad\w*|senha|celular|cadastr\w*|contato|faturamento)\b"),
        ("pt", r"\b(equipa|registad\w*|palavra-passe|morada|telemóvel|contacto|consigo|faturação)\b"),
        ("es", r"\b(tú|tu|tus|te|vosotros|os|vuestr\w*|vos|ordenador|computadora)\b"),
        ("it", r"\b(tu|tuo|tua|tuoi|tue|ti)\b"),
        ("fr", r"\b(tu|te|ton|ta|tes)\b"),
    ],
)
def test_no_word_of_another_register_or_country(language: str, foreign: str) -> None:
    assert not [text for text in every_text(language) if re.search(foreign, text, re.IGNORECASE)]
