"""Lists in pages: a token says behind what the next page begins, so that one may delete between two pages."""

from collections.abc import Mapping
from typing import Any, TypeVar

from local.standins.s3vectors.limits import invalid

MOST = 500
"""Of a page that does not say how many it wants."""

_Item = TypeVar("_Item")


def page(items: Mapping[str, _Item], params: dict[str, Any]) -> tuple[list[_Item], dict[str, str]]:
    """Return the items of one page, which go by their tokens, and the `nextToken` if there are more."""
    after = params.get("nextToken", "")
    if after and not all(one.isalnum() or one in ".-" for one in after):
        raise invalid("the nextToken is of no list", "/nextToken")
    left = sorted(token for token in items if token > after)
    some = left[: params.get("maxResults", MOST)]
    more = {"nextToken": some[-1]} if len(left) > len(some) else {}
    return [items[token] for token in some], more
