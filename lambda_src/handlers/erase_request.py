"""EraseRequest: DELETE on the status link erases its one request, whoever else has the same address."""

from typing import Final

from support import api, clock, erasure, http
from support.access import open_link_to_erase
from support.services.erase_request import Services

NAME: Final = "EraseRequest"


def run(request: http.Request, services: Services) -> http.Response:
    """Answer 204 once everything that is kept of the request is gone.

    Raises:
        NotFound: not a link of ours.
        Gone: the link expired or was revoked, or the request is erased already.
        ServiceError: it is not finished; the same call goes on.
    """
    item = open_link_to_erase(request, services, clock.now())
    erasure.erase(item, "customer", NAME, services)
    return http.no_content()


handler = api.handler(NAME, run, Services.from_env)
