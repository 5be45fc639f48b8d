"""An expected problem is one line."""

from local.errors import LocalError


def test_it_says_its_sentence() -> None:
    assert str(LocalError("port 4566 is taken")) == "port 4566 is taken"
