"""Arabic, Hindi, Japanese, Korean and Chinese."""

import re
import unicodedata

import pytest

from assistant.reply import templates
from assistant.request.categories import Category
from assistant.request.priority import Priority, Sentiment
from tests.assistant.reply.template_texts.script import every_text, promised, share

SCRIPTS = {"ar": "ARABIC", "hi": "DEVANAGARI", "ko": "HANGUL", "zh": "CJK", "zh-TW": "CJK"}


@pytest.mark.parametrize("language", SCRIPTS)
def test_it_is_written_in_its_own_letters(language: str) -> None:
    assert all(share(text, SCRIPTS[language]) == 1 for text in every_text(language))


def test_japanese_mixes_its_three_scripts() -> None:
    for text in every_text("ja"):
        assert share(text, "HIRAGANA") > 0.3
        assert share(text, "CJK") > 0.15
        assert share(text, "HANGUL") == share(text, "LATIN") == 0


@pytest.mark.parametrize(
    ("language", "hours"),
    [
        ("ar", ("خلال ساعة واحدة،", "خلال 4 ساعات،", "خلال 24 ساعة،")),
        ("hi", (" 1 घंटे के भीतर", " 4 घंटे के भीतर", " 24 घंटे के भीतर")),
        ("ja", ("が1時間以内に", "が4時間以内に", "が24時間以内に")),
        ("ko", (" 1시간 이내에", " 4시간 이내에", " 24시간 이내에")),
        ("zh", ("在 1 小时内", "在 4 小时内", "在 24 小时内")),
        ("zh-TW", ("在 1 小時內", "在 4 小時內", "在 24 小時內")),
    ],
)
def test_hours_are_said_as_the_language_says_them(language: str, hours: tuple[str, ...]) -> None:
    assert all(hour in text for hour, text in zip(hours, promised(language), strict=True))


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        ("hi", r"(?<!\w)(तुम|तू|तुम्हारा|तुम्हारी|तेरा)(?!\w)"),
        ("ja", r"あなた|だよ|である"),
        ("ko", r"당신|너의|해라|한다\."),
        ("zh", r"[們請編號後務絡檔單閱與為將帳戶審訂發貨]"),
        ("zh-TW", r"[们请编号后务络档单阅与为将账户审订发货]"),
    ],
)
def test_no_word_of_another_register_and_no_character_of_the_other_script(
    language: str, foreign: str
) -> None:
    assert not [text for text in every_text(language) if re.search(foreign, text)]


def test_each_line_of_arabic_runs_from_right_to_left_with_latin_words_in_it() -> None:
    text = templates.write(
        "ar",
        name="Grace O'Neill",
        company="Maison Exemple",
        reference="req-20261123-101530-abcdefghijkl",
        sentiment=Sentiment.NEGATIVE,
        category=Category.DELIVERY,
        priority=Priority.NORMAL,
        discloses=True,
    )
    lines = [line for line in text.split("\n") if line]
    assert len(lines) == 6
    for line in lines:
        first = next(char for char in line if char.isalpha())
        assert unicodedata.bidirectional(first) == "AL"
        assert len(re.findall(r"[A-Za-z][\w' -]*[A-Za-z]", line)) <= 1
