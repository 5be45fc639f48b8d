"""Scripts and the languages that they hold."""

import pytest

from assistant.language import languages, scripts


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Where is my 小米 phone?", "Latin"),
        ("我的iPhone订单在哪里", "Han"),
        ("我的Sony耳机坏了の", "Han"),
        ("注文番号が届きません", "Kana"),
        ("iPhone 15 주문 아직", "Hangul"),
        ("Где мой Dyson?", "Cyrillic"),
        ("12345 🙂", None),
    ],
)
def test_the_main_script_is_that_of_the_sentence(text: str, script: str | None) -> None:
    assert scripts.main(text) == script


@pytest.mark.parametrize(
    ("script", "code", "holds"),
    [
        ("Latin", "fr-CA", True),
        ("Latin", "ru", False),
        ("Latin", "sr", True),
        ("Cyrillic", "sr", True),
        ("Cyrillic", "en", False),
        ("Han", "zh-TW", True),
        ("Han", "ko", False),
        ("Arabic", "fa-AF", True),
        (None, "fr", True),
    ],
)
def test_a_script_holds_its_languages(script: str | None, code: str, holds: bool) -> None:
    assert scripts.holds(script, code) is holds


@pytest.mark.parametrize("code", sorted(languages.by_code()))
def test_every_language_has_a_script(code: str) -> None:
    sample = languages.by_code()[code].own_name
    assert scripts.holds(scripts.main(sample), code)


@pytest.mark.parametrize(
    ("script", "code"),
    [
        *(
            ("Thai", "th"),
            ("Greek", "el"),
            ("Hebrew", "he"),
            ("Hangul", "ko"),
            ("Kana", "ja"),
            ("Tamil", "ta"),
        ),
        *(("Bengali", "bn"), ("Lao", "lo"), ("Latin", None), ("Cyrillic", None), ("Han", None), (None, None)),
    ],
)
def test_some_scripts_leave_no_choice(script: str | None, code: str | None) -> None:
    assert scripts.only(script) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("订单还没到", "zh"), ("訂單還沒到", "zh-TW"), ("返金対応", "ja"), ("我的包裹", None), ("", None)],
)
def test_han_is_told_apart_by_its_characters(text: str, code: str | None) -> None:
    assert scripts.han(text) == code
