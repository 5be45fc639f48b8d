"""Who may read a request: the holder of a link that we signed, while it lives."""

from datetime import datetime
from typing import Protocol

from .aws.links import LinkSigner
from .aws.table import RequestTable
from .domain import request_id as ids
from .domain.links import Purpose, Token
from .domain.record import StoredRequest
from .errors import Gone, NotFound
from .http import Request


class Services(Protocol):
    """What checking a link needs."""

    @property
    def requests(self) -> RequestTable:
        """The request table."""

    @property
    def links(self) -> LinkSigner:
        """The signer of links."""


def open_link(request: Request, purpose: Purpose, services: Services, now: datetime) -> StoredRequest:
    """Return the request behind a link.

    Raises:
        NotFound: not a link of ours; the table was not read.
        Gone: a link of ours that expired or was revoked, or whose request was erased.
    """
    request_id = request.path_parameter("request_id")
    token = Token.parse(request.query("t"))
    if (
        token is None
        or token.purpose != purpose
        or not ids.is_valid(request_id)
        or not services.links.is_ours(token, request_id)
    ):
        raise NotFound("There is nothing under this link. Check that it was copied whole.")
    seconds = now.timestamp()
    if seconds >= token.expires:
        raise Gone("This link has expired.")
    try:
        item = services.requests.get(request_id)
    except NotFound:
        raise Gone("This request is no longer stored.") from None
    if "revoked_at" in item or seconds >= item.get("links_expire_at", token.expires):
        raise Gone("This link has expired or was revoked.")
    return item
