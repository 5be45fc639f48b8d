"""What leaves the store masked."""

import pytest

from assistant.privacy import privacy
from assistant.privacy.personal_data import Found
from assistant.privacy.privacy import Masker

TEXT = "Je suis Grace O'Neill, appelez-moi : 06 12 34 56 78. La commande 4471-B fuit."
FOUND = (Found("PHONE", "06 12 34 56 78"),)


def test_what_was_found_and_the_customers_own_name_are_masked() -> None:
    masked = Masker(FOUND, "Grace O'Neill", "grace@example.com").mask(TEXT)
    assert masked == "Je suis [NAME], appelez-moi : [PHONE]. La commande 4471-B fuit."


def test_a_text_that_nobody_searched_is_withheld() -> None:
    assert Masker(None, "Grace O'Neill", "grace@example.com").mask(TEXT) == privacy.WITHHELD


@pytest.mark.parametrize(
    ("language", "rule", "needed"),
    [
        ("en", "notifications", True),
        ("es-MX", "all", True),
        ("fr", "all", False),
        ("ja", "notifications", True),
        ("ru", "notifications", False),
        ("zh-TW", "off", False),
        ("en", "off", False),
    ],
)
def test_comprehend_looks_where_it_speaks_the_language(language: str, rule: str, needed: bool) -> None:
    assert privacy.needs_detector(language, rule) is needed
