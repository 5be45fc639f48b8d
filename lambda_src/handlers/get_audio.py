"""GetAudio: the audio link; presigns anew at each click, since no presigned URL lives for days."""

from typing import Final

from support import api, clock, http
from support.access import open_link
from support.errors import NotFound
from support.services.get_audio import Services

NAME: Final = "GetAudio"


def run(request: http.Request, services: Services) -> http.Response:
    """Answer 302 to the MP3.

    Raises:
        NotFound: not a link of ours, or the request has no audio.
        Gone: the link expired or was revoked.
        ServiceError: the key or the table failed.
    """
    item = open_link(request, "audio", services, clock.now())
    if item.get("voice", {}).get("status") != "ready":
        raise NotFound("This request has no audio.")
    return http.redirect(services.archive.presigned_audio(item["pk"]))


handler = api.handler(NAME, run, Services.from_env)
