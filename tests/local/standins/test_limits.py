from __future__ import annotations

from typing import Any

import pytest

from local.standins.limits import check_bytes
from local.standins.services import ServiceError


@pytest.mark.parametrize("params", [{"Text": "éé"}, {"Text": "abcd"}, {"Text": 5}, {}])
def test_up_to_the_limit_texts_pass(params: dict[str, Any]) -> None:
    check_bytes(params, 4)


@pytest.mark.parametrize("text", ["ééa", "abcde", "日本"])
def test_bytes_are_counted_not_characters(text: str) -> None:
    with pytest.raises(ServiceError) as refusal:
        check_bytes({"Text": text}, 4)
    assert refusal.value.code == "TextSizeLimitExceededException"
    assert text not in refusal.value.message
