"""An address as a report may show it."""

import pytest

from assistant.request.customer import mask


@pytest.mark.parametrize(
    ("address", "shown"),
    [("operations@example.com", "o…@example.com"), ("a@b.fr", "a…@b.fr"), ('"x@y"@b.fr', '"…@b.fr')],
)
def test_only_the_first_letter_and_the_domain_are_shown(address: str, shown: str) -> None:
    assert mask(address) == shown
