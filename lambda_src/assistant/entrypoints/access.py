"""Who may read a request: the holder of a link that we signed, while it lives."""

from typing import Any, cast

from assistant import clock
from assistant.errors import Gone, NotFound
from assistant.request.item import Request, Stub, is_being_erased
from assistant.request.links import LinkSigner, Purpose, Token, is_id
from assistant.request.table import RequestTable

from . import http


def open_link(request: http.Request, purpose: Purpose, links: LinkSigner, requests: RequestTable) -> Request:
    """Return the request behind a link.

    Raises:
        NotFound: not a link of ours; the table was not read.
        Gone: a link of ours that expired or was revoked, or whose request was erased.
    """
    token = _our_token(request, purpose, links)
    return _living(requests.read(request.request_id), token)


def look_again(request: http.Request, requests: RequestTable) -> Request:
    """Return the request behind a link that was opened before, as it now is; its MAC is not checked again.

    Raises:
        Gone: as `open_link`.
    """
    return _living(requests.read(request.request_id), cast("Token", Token.parse(request.token)))


def open_link_to_erase(request: http.Request, links: LinkSigner, requests: RequestTable) -> Request | Stub:
    """Return the request behind an erase link, or its stub while its erasure is not finished.

    Raises:
        NotFound, Gone: as `open_link`.
    """
    token = _our_token(request, "erase", links)
    item = requests.read(request.request_id)
    return cast("Stub", item) if item and is_being_erased(item) else _living(item, token)


def _our_token(request: http.Request, purpose: Purpose, links: LinkSigner) -> Token:
    token = Token.parse(request.token)
    has_form = token and token.purpose == purpose and is_id(request.request_id)
    if not (token and has_form and links.is_ours(token, request.request_id)):
        raise NotFound("There is nothing under this link. Check that it was copied whole.")
    if clock.now().timestamp() >= token.expires:
        raise Gone("This link has expired.")
    return token


def _living(item: dict[str, Any] | None, token: Token) -> Request:
    if item is None or item["status"] == "erased":
        raise Gone("This request is no longer stored.")
    if "revoked_at" in item or clock.now().timestamp() >= item.get("links_expire_at", token.expires):
        raise Gone("This link has expired or was revoked.")
    return cast("Request", item)
