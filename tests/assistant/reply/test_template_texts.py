"""What the templates' texts promise, language by language."""

import re
import string
import unicodedata
from itertools import product
from typing import Any

import pytest

from assistant import data
from assistant.reply import templates
from assistant.request.categories import Category
from assistant.request.priority import SLA_HOURS, Priority, Sentiment
from tests.assistant.reply.test_prompt import order

CODES = sorted(data.names("templates"))
FILLED_IN = {
    "greeting_by_name": {"name"},
    "recorded": {"reference"},
    "look": {"hours"},
    "closing": {"company"},
}
TABLES = {
    "openings": ["negative", "mixed", "positive", "neutral"],
    "next_steps": list(Category),
    "hours": [str(hours) for hours in SLA_HOURS.values()],
}
SCRIPTS = {
    "ARABIC": "ar",
    "CJK": "zh zh-TW",
    "CYRILLIC": "ru uk",
    "DEVANAGARI": "hi",
    "HANGUL": "ko",
    "LATIN": "fr es it pt pt-PT en de nl sv da no pl cs fi tr",
}
SCRIPT_OF = {code: script for script, codes in SCRIPTS.items() for code in codes.split()}
HOURS = {
    "ar": ("خلال ساعة واحدة،", "خلال 4 ساعات،", "خلال 24 ساعة،"),
    "cs": ("do 1 hodiny a", "do 4 hodin a", "do 24 hodin a"),
    "da": ("inden for 1 time og", "inden for 4 timer og", "inden for 24 timer og"),
    "de": ("von 1 Stunde an", "von 4 Stunden an", "von 24 Stunden an"),
    "en": ("within 1 hour and", "within 4 hours and", "within 24 hours and"),
    "es": ("plazo de 1 hora y", "plazo de 4 horas y", "plazo de 24 horas y"),
    "fi": (" 1 tunnin kuluessa", " 4 tunnin kuluessa", " 24 tunnin kuluessa"),
    "fr": ("sous 1 heure et", "sous 4 heures et", "sous 24 heures et"),
    "hi": (" 1 घंटे के भीतर", " 4 घंटे के भीतर", " 24 घंटे के भीतर"),
    "it": ("entro 1 ora e", "entro 4 ore e", "entro 24 ore e"),
    "ja": ("が1時間以内に", "が4時間以内に", "が24時間以内に"),
    "ko": (" 1시간 이내에", " 4시간 이내에", " 24시간 이내에"),
    "nl": ("binnen 1 uur en", "binnen 4 uur en", "binnen 24 uur en"),
    "no": ("innen 1 time og", "innen 4 timer og", "innen 24 timer og"),
    "pl": ("w ciągu 1 godziny i", "w ciągu 4 godzin i", "w ciągu 24 godzin i"),
    "pt": ("em até 1 hora e", "em até 4 horas e", "em até 24 horas e"),
    "pt-PT": ("prazo de 1 hora e", "prazo de 4 horas e", "prazo de 24 horas e"),
    "ru": ("в течение 1 часа и", "в течение 4 часов и", "в течение 24 часов и"),
    "sv": ("inom 1 timme och", "inom 4 timmar och", "inom 24 timmar och"),
    "tr": (" 1 saat içinde", " 4 saat içinde", " 24 saat içinde"),
    "uk": ("протягом 1 години і", "протягом 4 годин і", "протягом 24 годин і"),
    "zh": ("在 1 小时内", "在 4 小时内", "在 24 小时内"),
    "zh-TW": ("在 1 小時內", "在 4 小時內", "在 24 小時內"),
}
FOREIGN = {
    # Another form of address, or the words, letters and characters of a neighbour's language.
    "cs": r"(?i)\b(ty|tě|ti|tvůj|tvoj\w*|tvé)\b|\bjste\b",
    "da": r"\b(De|Dem|Deres|etter|noen)\b|[äöÄÖ]",
    "de": r"\b(du|dich|dir|deine?[mnrs]?|euch|ihr|ihre[mnrs]?)\b|ä{2}",
    "es": r"(?i)\b(tú|tu|tus|te|vosotros|os|vuestr\w*|vos|ordenador|computadora)\b",
    "fi": r"(?i)\b(sinä|sinun|sinulle|viestistäsi)\b",
    "fr": r"(?i)\b(tu|te|ton|ta|tes)\b",
    "hi": r"(?<!\w)(तुम|तू|तुम्हारा|तुम्हारी|तेरा)(?!\w)",
    "it": r"(?i)\b(tu|tuo|tua|tuoi|tue|ti)\b",
    "ja": r"あなた|だよ|である",
    "ko": r"당신|너의|해라|한다\.",
    "nl": r"\b(je|jij|jou|jouw|jullie)\b|\w,? Uw?\b",
    "no": r"\b(De|Dem|Deres|af|hvad|blev)\b|[äöÄÖ]",
    "pl": r"(?i)\b(Pani?|Pana|Państw\w*|ty|twoj\w*|twój|ci|cię)\b",
    "pt": r"(?i)\b(equipa|registad\w*|palavra-passe|morada|telemóvel|contacto|consigo|faturação)\b",
    "pt-PT": r"(?i)\b(você|equipe|registrad\w*|senha|celular|cadastr\w*|contato|faturamento)\b",
    "ru": r"(?i)\b(ты|тебя|тебе|твой|твоё|твоя)\b|[іїєґ]",
    "sv": r"\b(er|ert|era|Ni|ikke)\b|[æø]",
    "tr": r"(?i)\b(sen|sana|senin|seni)\b",
    "uk": r"(?i)\b(ти|тебе|тобі|твій|твоє|твоя)\b|[ыэёъ]",
    "zh": r"[們請編號後務絡檔單閱與為將帳戶審訂發貨]",
    "zh-TW": r"[们请编号后务络档单阅与为将账户审订发货]",
}


def written(language: str, **case: Any) -> str:
    """Return a template without what it may write in other letters: names, reference."""
    return templates.write(language, order(customer_name="", company="", **case), "")


def every_text(language: str) -> list[str]:
    """Return every template of a language, without "AI", which may be in other letters."""
    return [
        written(language, sentiment=sentiment, category=category, priority=priority, discloses=False)
        for sentiment, category, priority in product(Sentiment, Category, Priority)
    ]


def share(text: str, script: str) -> float:
    """Return the share of a text's letters whose Unicode name begins with a script's name."""
    letters = [char for char in text if char.isalpha()]
    return sum(unicodedata.name(char).startswith(script) for char in letters) / len(letters)


def test_every_language_has_its_promises() -> None:
    assert set(CODES) == set(HOURS) == {*SCRIPT_OF, "ja"}


@pytest.mark.parametrize("language", CODES)
def test_each_sentence_names_what_is_filled_in_and_nothing_else(language: str) -> None:
    texts = dict(data.read(f"templates/{language}"))
    for table, keys in TABLES.items():
        assert list(texts[table]) == keys
        texts |= {f"{table}.{key}": text for key, text in texts.pop(table).items()}
    for key, text in texts.items():
        assert text or key == "joint"
        fields = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        assert fields == FILLED_IN.get(key, set()), key


@pytest.mark.parametrize("language", SCRIPT_OF)
def test_it_is_written_in_its_own_letters(language: str) -> None:
    assert all(share(text, SCRIPT_OF[language]) == 1 for text in every_text(language))


def test_japanese_mixes_its_three_scripts() -> None:
    for text in every_text("ja"):
        assert share(text, "HIRAGANA") > 0.3
        assert share(text, "CJK") > 0.15
        assert share(text, "HANGUL") == share(text, "LATIN") == 0


@pytest.mark.parametrize("language", HOURS)
def test_hours_have_the_number_and_the_case_that_the_language_asks_for(language: str) -> None:
    for priority, hours in zip(SLA_HOURS, HOURS[language], strict=True):
        assert hours in written(language, sentiment=Sentiment.NEUTRAL, priority=priority)


@pytest.mark.parametrize("language", FOREIGN)
def test_no_word_of_another_register_or_neighbour_and_no_form_that_guesses_a_gender(language: str) -> None:
    assert not [text for text in every_text(language) if re.search(FOREIGN[language], text)]


def test_each_line_of_arabic_runs_from_right_to_left_with_latin_words_in_it() -> None:
    asked = order(category=Category.DELIVERY, priority=Priority.NORMAL)
    text = templates.write("ar", asked, "req-20261123-101530-abcdefghijkl")
    lines = [line for line in text.split("\n") if line]
    assert len(lines) == 6
    for line in lines:
        first = next(char for char in line if char.isalpha())
        assert unicodedata.bidirectional(first) == "AL"
        assert len(re.findall(r"[A-Za-z][\w' -]*[A-Za-z]", line)) <= 1
