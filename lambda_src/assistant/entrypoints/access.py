"""Who may read a request: the holder of a link that we signed, while it lives."""

from datetime import datetime
from typing import Any, Protocol, cast

from assistant.errors import Gone, NotFound
from assistant.request import request_id as ids
from assistant.request.item import Request, Stub, is_being_erased
from assistant.request.links import LinkSigner, Purpose, Token
from assistant.request.table import RequestTable

from . import http


class Services(Protocol):
    """What checking a link needs."""

    @property
    def requests(self) -> RequestTable:
        """The request table."""

    @property
    def links(self) -> LinkSigner:
        """The signer of links."""


def open_link(request: http.Request, purpose: Purpose, services: Services, now: datetime) -> Request:
    """Return the request behind a link.

    Raises:
        NotFound: not a link of ours; the table was not read.
        Gone: a link of ours that expired or was revoked, or whose request was erased.
    """
    item, token = _behind(request, purpose, services, now)
    return _living(item, token, now)


def look_again(request: http.Request, services: Services, now: datetime) -> Request:
    """Return the request behind a link that was opened before, as it now is; its MAC is not checked again.

    Raises:
        Gone: as `open_link`.
    """
    token = cast("Token", Token.parse(request.query("t")))
    return _living(services.requests.read(request.path_parameter("request_id")), token, now)


def open_link_to_erase(request: http.Request, services: Services, now: datetime) -> Request | Stub:
    """Return the request behind a status link, or its stub while its erasure is not finished.

    Raises:
        NotFound, Gone: as `open_link`.
    """
    item, token = _behind(request, "status", services, now)
    return cast("Stub", item) if item and is_being_erased(item) else _living(item, token, now)


def _behind(
    request: http.Request, purpose: Purpose, services: Services, now: datetime
) -> tuple[dict[str, Any] | None, Token]:
    """Return what the table holds under a link of ours, and the link's token."""
    request_id = request.path_parameter("request_id")
    token = Token.parse(request.query("t"))
    if (
        token is None
        or token.purpose != purpose
        or not ids.is_valid(request_id)
        or not services.links.is_ours(token, request_id)
    ):
        raise NotFound("There is nothing under this link. Check that it was copied whole.")
    if now.timestamp() >= token.expires:
        raise Gone("This link has expired.")
    return services.requests.read(request_id), token


def _living(item: dict[str, Any] | None, token: Token, now: datetime) -> Request:
    if item is None or item["status"] == "erased":
        raise Gone("This request is no longer stored.")
    if "revoked_at" in item or now.timestamp() >= item.get("links_expire_at", token.expires):
        raise Gone("This link has expired or was revoked.")
    return cast("Request", item)
