"""Three programs that make a reply and its audio, against stand-ins that are as slow as the services."""

import json
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, Self

import boto3
from botocore.config import Config

from bench import stream_time
from bench.stream_time import MODEL, SPEECH, Stream
from local.paths import REGION
from local.product import config
from local.samples import Sample
from support.aws import client as clients
from support.aws.bedrock import Writer
from support.aws.polly import Speaker
from support.domain import prompt, replies
from support.domain.priority import Priority, Sentiment
from support.domain.voices import voice_for

_STEPS: Final = 40
"""Speech calls take one of so many lengths of time."""

_PIECE: Final = 12
"""Characters that come at once: a few tokens."""


def order(sample: Sample, environment: config.Environment) -> prompt.ReplyOrder:
    """Return what the model is asked for a sample that was understood as it should be."""
    first = {name: found[0] for name, found in sample.expect.items() if isinstance(found, list)}
    return prompt.ReplyOrder(
        company=environment.company,
        language=sample.expect["language"],
        pivot_language=environment.pivot_language,
        customer_name=sample.name,
        message=sample.message,
        sentiment=Sentiment(first.get("sentiment", "NEUTRAL")),
        scores=None,
        category=first.get("category", "general"),
        priority=Priority(first.get("priority", "NORMAL")),
        gestures=(),
    )


class Services:
    """Clients of the stand-ins; a caller's name is the milliseconds that its calls take."""

    def __init__(self, url: str, model: str) -> None:
        self._url = url
        self._model = model
        self._session: Any = boto3.Session(region_name=REGION)
        self.faults: dict[str, dict[str, Any]] = {}
        self._models = {seconds: self._client("bedrock", seconds) for seconds in (0, MODEL.median_seconds)}
        self._speakers = [
            self._client("polly", SPEECH.median_seconds * step / _STEPS) for step in range(_STEPS + 1)
        ]

    def write(self, asked: prompt.ReplyOrder, seconds: float) -> dict[str, str]:
        """Return the tool's input, whole; seconds are the model's median, or none."""
        draft = Writer([self._model], lambda *_: None, self._models[seconds]).write(asked)
        fields: dict[str, str] = draft.fields
        return fields

    def speak(self, text: str, language: str, share: float = 1.0) -> bytes:
        """Return a text's audio; `share` is its part of the time that a whole reply takes."""
        voice = voice_for(language)
        if voice is None:
            raise RuntimeError(f"no voice speaks {language}")
        return Speaker(self._speakers[round(share * _STEPS)]).speak("-", text, voice)

    def _client(self, service: str, seconds: float) -> Any:
        ms = round(seconds * 1000)
        self.faults[f"{service}#{ms}"] = {"caller": f"MS{ms}", "latency_seconds": seconds}
        return self._session.client(
            "bedrock-runtime" if service == "bedrock" else service,
            endpoint_url=self._url,
            aws_access_key_id=f"MS{ms}",
            aws_secret_access_key="-",  # noqa: S106 - the stand-ins ask for none
            config=clients.config(25).merge(Config(proxies={})),
        )


@dataclass(frozen=True)
class Reply:
    """What is asked of the model for one sample, and how its answer would come."""

    order: prompt.ReplyOrder
    stream: Stream

    @classmethod
    def of(cls, asked: prompt.ReplyOrder, services: Services) -> Self:
        """Return the reply that the stand-in writes."""
        return cls(asked, Stream.of(services.write(asked, 0)))

    def check(self, fields: Mapping[str, str]) -> None:
        """Hold the rules against the whole texts; raise RuntimeError if one is broken."""
        asked, text = self.order, fields["text"]
        pivot = fields.get("pivot_text", text)
        known = f"{asked.message} {asked.customer_name} {asked.company}"
        broken = replies.wrong_pivot(
            pivot, (), company=asked.company, pivot_language=asked.pivot_language, known=known
        ) or replies.wrong_text(text, pivot, (), company=asked.company, language=asked.language, known=known)
        if broken:
            raise RuntimeError(f"the reply in {asked.language} breaks a rule: {broken}")


def as_built(reply: Reply, services: Services) -> bytes:
    """The whole reply, its rules, one speech call."""
    fields = services.write(reply.order, MODEL.median_seconds)
    reply.check(fields)
    return services.speak(fields["text"], reply.order.language)


def by_sentences(reply: Reply, services: Services) -> bytes:
    """A speech call for each sentence once it is complete; heard once the rules hold."""
    received, spoken = "", list[Future[bytes]]()
    with ThreadPoolExecutor(16) as calls:
        for piece in _pieces(reply.stream.raw):
            received += piece
            text, whole = stream_time.text_so_far(received)
            for sentence in stream_time.sentences(text, whole=whole)[len(spoken) :]:
                share = reply.stream.speech_share(sentence)
                spoken.append(calls.submit(services.speak, sentence, reply.order.language, share))
        reply.check(json.loads(received))
        return b"".join(each.result() for each in spoken)


def text_first(reply: Reply, services: Services) -> bytes:
    """One speech call once the customer's text is complete, while the team's is still being written."""
    received, spoken = "", list[Future[bytes]]()
    with ThreadPoolExecutor(1) as calls:
        for piece in _pieces(reply.stream.raw):
            received += piece
            text, whole = stream_time.text_so_far(received)
            if whole and not spoken:
                spoken.append(calls.submit(services.speak, text, reply.order.language))
        reply.check(json.loads(received))
        return spoken[0].result()


def _pieces(raw: str) -> Iterator[str]:
    """Yield a tool's JSON at the times at which the stream would bring it."""
    began = time.monotonic()
    for start in range(0, len(raw), _PIECE):
        due = began + MODEL.median_seconds * stream_time.arrival(raw, start + _PIECE)
        time.sleep(max(0.0, due - time.monotonic()))
        yield raw[start : start + _PIECE]
