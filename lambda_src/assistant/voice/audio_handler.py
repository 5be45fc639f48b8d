"""GetAudio: the audio link; presigns anew at each click, since no presigned URL lives for days."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from assistant.aws.kms import MacKey
from assistant.aws.polly import Polly
from assistant.aws.s3 import Bucket
from assistant.cost.meter import Meter
from assistant.entrypoints import http
from assistant.entrypoints.access import look_again, open_link
from assistant.errors import Conflict, NotFound
from assistant.request.archive import Archive
from assistant.request.item import has_reached, voiced
from assistant.request.links import LinkSigner
from assistant.request.table import RequestTable
from assistant.settings import GetAudioSettings

from . import listening, on_demand
from .speech import Speaker

NAME: Final = "GetAudio"


@dataclass(frozen=True)
class Services(on_demand.Services):
    """What speaking on demand needs, and the links."""

    links: LinkSigner
    meter: Meter
    allowed_origins: list[str]

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GetAudioSettings.from_env(env)
        meter = Meter()
        return cls(
            requests=RequestTable(settings.table_name, meter),
            links=LinkSigner([MacKey(key, meter.add) for key in settings.link_key_ids]),
            # API Gateway gives up after 29 s: two tries of each service have to fit (`on_demand.py`).
            archive=Archive(Bucket(settings.bucket_name, meter.add, read_timeout_seconds=3)),
            speaker=Speaker(Polly(meter.add, read_timeout_seconds=7)),
            meter=meter,
            allowed_origins=settings.allowed_origins,
            marks_audio=settings.marks_audio,
        )


def run(request: http.Request, services: Services) -> http.Response:
    """Lead to the MP3, by 302, after a POST by 303.

    A reply on demand is spoken first, by one caller for all, but only for a POST: what opens links by itself,
    such as a scanner of mails, must cost nothing. GET asks, with a button for browsers.

    A click is charged to the request where it makes, or waits for, the audio.

    Raises:
        NotFound: not a link of ours, or the request has no audio.
        Conflict: the reply is not spoken yet, and the call was no POST.
        Gone: the link expired or was revoked, or the request was erased.
        TryAgainLater: another caller's audio is not ready yet.
        ServiceError: a service failed; the next click tries again.
    """
    found = open_link(request, "audio", services.links, services.requests)
    if not has_reached(found, "voiced"):
        raise NotFound("This request has no audio.")
    item = voiced(found)
    posted = request.method == "POST"
    if item["voice"]["status"] == "on_demand":
        if not posted:
            if request.wants_html:
                return http.page(listening.page(item["reply"]["language"]))
            raise Conflict("This reply is not spoken yet. A POST to this link has it spoken.")
        item = on_demand.settled(item, lambda: voiced(look_again(request, services.requests)), services)
    if item["voice"]["status"] != "ready":
        raise NotFound("This request has no audio.")
    # The bucket's URL is good for the one method that it is signed for.
    url = services.archive.presigned_audio(item["pk"], head=request.is_head)
    return http.redirect(url, 303 if posted else 302)


handler = http.handler(NAME, run, Services.from_env)
