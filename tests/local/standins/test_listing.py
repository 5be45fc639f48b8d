"""What the model's stand-in lists as personal."""

import pytest

from local.standins.listing import listed


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Je m'appelle Zoé. 12 rue du Pin, 69003 Lyon.", "fr", ["Zoé", "12 rue du Pin, 69003 Lyon"]),
        ("안녕하세요, 제 이름은 김민수입니다.", "ko", ["김민수"]),
        ("Ich heiße Karl. Am Weg 5,\u00a010115 Berlin", "de", ["Karl", "Am Weg 5,\u00a010115 Berlin"]),
        ("Order 4471-B of 12/11/2026", "en", []),
    ],
)  # fmt: skip
def test_names_and_addresses_are_listed_as_they_stand(text: str, language: str, found: list[str]) -> None:
    assert listed(text, language) == found
