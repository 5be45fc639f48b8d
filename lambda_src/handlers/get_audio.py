"""GetAudio: the audio link; presigns anew at each click, since no presigned URL lives for days."""

from typing import Final

from support import api, clock, http, on_demand
from support.access import look_again, open_link
from support.errors import NotFound
from support.meter import METER
from support.services.get_audio import Services
from support.telemetry import count_cost

NAME: Final = "GetAudio"
CLICK: Final = {"api_calls": 1, "lambda_calls": 1}
"""What a click uses by itself; it is charged to the request where it makes, or waits for, the audio."""


def run(request: http.Request, services: Services) -> http.Response:
    """Answer 302 to the MP3; a reply on demand is spoken first, by one caller for all.

    Raises:
        NotFound: not a link of ours, or the request has no audio.
        Gone: the link expired or was revoked, or the request was erased.
        TryAgainLater: another caller's audio is not ready yet.
        ServiceError: a service failed; the next click tries again.
    """
    METER.start(CLICK)
    item = open_link(request, "audio", services, clock.now())
    if item.get("voice", {}).get("status") == "on_demand":
        try:
            item = on_demand.settled(item, lambda: look_again(request, services, clock.now()), services)
        finally:
            count_cost(NAME, METER.used)
    if item.get("voice", {}).get("status") != "ready":
        raise NotFound("This request has no audio.")
    # The bucket's URL is good for the one method that it is signed for.
    return http.redirect(services.archive.presigned_audio(item["pk"], head=request.is_head))


handler = api.handler(NAME, run, Services.from_env)
