"""The adapters without their services: they keep what they are given and fail when told to.

Each fake is a subclass of its adapter, so that mypy compares their methods; the adapter's own constructor
never runs, so nothing of it reaches a service.
"""

import copy
import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from assistant.analysis.analyst import Analyst, Mood
from assistant.aws.bedrock import Answer, Models, Question
from assistant.aws.client import Count
from assistant.aws.embeddings import DIMENSIONS, Embedder
from assistant.aws.s3 import Bucket, Stored
from assistant.aws.s3vectors import Match, Vector, VectorIndex
from assistant.aws.sns import Notification, Topic
from assistant.cost import usage
from assistant.cost.meter import Meter
from assistant.errors import Erased, NotFound, ReplyRejected, ServiceBusy, ServiceRefused
from assistant.knowledge.finding import Finder
from assistant.language.detection import Candidate
from assistant.privacy.personal_data import Found
from assistant.request.archive import Archive
from assistant.request.item import Entity, OpenRequest, Passage, Request
from assistant.request.ledger import Day, Ledger
from assistant.request.links import LinkSigner, Token
from assistant.request.priority import Sentiment
from assistant.request.step import Workflow, execution_name
from assistant.request.table import RequestTable, Update
from assistant.translation.translator import Translator
from assistant.voice.speech import Speaker
from assistant.voice.voices import PollyVoice

BUSY = ServiceBusy("service", "Operation", "ThrottlingException")
REFUSED = ServiceRefused("service", "Operation", "ValidationException")


class Fake:
    """Notes each call by its name, and fails the calls that `errors` names, once for each error there.

    `meanwhile` is what somebody else does during a call.
    """

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.errors: dict[str, list[Exception]] = {}
        self.meanwhile: Callable[[], object] = lambda: None

    def _called(self, name: str) -> None:
        self.calls.append(name)
        self.meanwhile()
        if self.errors.get(name):
            raise self.errors[name].pop(0)


class FakeLedger(Fake, Ledger):
    """The ledger of one day: what was added, each time, and whether operations was told."""

    def __init__(self) -> None:
        super().__init__()
        self.added: list[float] = []
        self.told = False

    def add(self, usd: float) -> None:
        self._called("add")
        self.added.append(usd)

    def today(self) -> Day:
        self._called("today")
        return Day(sum(self.added), self.told)

    def claim_telling(self) -> bool:
        self._called("claim_telling")
        claimed, self.told = not self.told, True
        return claimed

    def release_telling(self) -> None:
        self._called("release_telling")
        self.told = False


class FakeTable(Fake, RequestTable):
    """The request table: applies updates as DynamoDB does, conditions and missing parents included."""

    ledger: FakeLedger

    def __init__(self) -> None:
        super().__init__()
        self.ledger = FakeLedger()
        self.items: dict[str, dict[str, Any]] = {}
        self.meter = Meter()
        self._lock = threading.Lock()

    def put(self, item: Mapping[str, Any]) -> None:
        self.items[item["pk"]] = _plain(item)

    def accept(self, item: Mapping[str, Any], idempotency: Mapping[str, Any] | None = None) -> bool:
        self._called("accept")
        known = self.items.get(idempotency["pk"]) if idempotency else None
        if item["pk"] in self.items:
            raise ServiceRefused("dynamodb", "TransactWriteItems", "TransactionCanceledException")
        if known and known["ttl"] >= int(time.time()):
            return False
        if idempotency:
            self.put(idempotency)
        self.put({**item, **usage.attributes(self.meter.take())})
        return True

    def read(self, key: str) -> dict[str, Any] | None:
        self._called("read")
        return copy.deepcopy(self.items.get(key))

    def keep(self, key: str, values: Mapping[str, Any]) -> None:
        self._called("keep")
        self.items[key] = {"pk": key, **_plain(values)}

    def get(self, request_id: str) -> Request:
        return _living(self.read(request_id))

    def update(self, request_id: str, update: Update) -> Request:
        self._called("update")
        with self._lock:
            item = copy.deepcopy(self.items.get(request_id))
            if item is None or not _applies(update, item):
                return _living(item)
            for path, value in update.set_.items():
                _set(item, path, value)
            for path, value in update.keep.items():
                if not _has(item, path):
                    _set(item, path, value)
            for path in update.remove:
                item.pop(path, None)
            for name, amount in usage.attributes(self.meter.take()).items():
                item[name] = item.get(name, 0) + amount
            self.items[request_id] = item
            return cast("Request", copy.deepcopy(item))

    def erase(self, stub: Mapping[str, Any]) -> None:
        self._called("erase")
        with self._lock:
            if _living(self.items.get(stub["pk"]))["attempt"] != stub["attempt"]:
                raise ServiceBusy("dynamodb", "PutItem", "ConditionalCheckFailedException")
            self.put(stub)

    def forget_idempotency(self, key: str, request_id: str) -> None:
        self._called("forget_idempotency")
        if self.items.get(key, {}).get("request_id") == request_id:
            del self.items[key]

    def requests_of(self, customer_hash: str) -> Iterator[str]:
        self._called("requests_of")
        found = [item for item in self.items.values() if item.get("customer_hash") == customer_hash]
        yield from (item["pk"] for item in sorted(found, key=lambda item: str(item["received_at"])))

    def open_requests(self, status: str) -> Iterator[OpenRequest]:
        self._called("open_requests")
        found = [item for item in self.items.values() if item.get("open_status") == status]
        projected = ("pk", "open_status", "received_at", "attempt", "due_at")
        for item in sorted(found, key=lambda item: str(item["received_at"])):
            yield cast("OpenRequest", {key: item[key] for key in projected if key in item})


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def _living(item: dict[str, Any] | None) -> Request:
    if item is None:
        raise NotFound("There is no such request.")
    if item["status"] == "erased":
        raise Erased("This request was erased.")
    return cast("Request", item)


def _applies(update: Update, item: Mapping[str, Any]) -> bool:
    lapsed = update.lapsed
    return (
        ("status" in update.while_equal or item["status"] != "erased")
        and all(
            not _has(item, path) if value is None else _at(item, path) == value
            for path, value in update.while_equal.items()
        )
        and not (lapsed and _has(item, lapsed[0]) and _at(item, lapsed[0]) > lapsed[1])
    )


def _has(item: Mapping[str, Any], path: str) -> bool:
    value: Any = item
    for part in path.split("."):
        if not isinstance(value, dict) or part not in value:
            return False
        value = value[part]
    return True


def _at(item: Mapping[str, Any], path: str) -> Any:
    value: Any = item
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _set(item: dict[str, Any], path: str, value: Any) -> None:
    *parents, last = path.split(".")
    for part in parents:
        if not isinstance(item.get(part), dict):
            raise ServiceRefused("dynamodb", "UpdateItem", "ValidationException")
        item = item[part]
    item[last] = _plain(value)


class FakeArchive(Fake, Archive):
    """The archive: objects by kind and request id."""

    def __init__(self) -> None:
        super().__init__()
        self.objects: dict[tuple[str, str], Any] = {}

    def _put(self, name: str, request_id: str, body: Any) -> None:
        self._called(name)
        self.objects[name.removeprefix("put_"), request_id] = body

    def put_incoming(self, request_id: str, message: Mapping[str, Any]) -> None:
        self._put("put_incoming", request_id, _plain(message))

    def put_record(self, request_id: str, record: Mapping[str, Any]) -> None:
        self._put("put_record", request_id, _plain(record))

    def put_transcript(self, request_id: str, transcript: str) -> None:
        self._put("put_transcript", request_id, transcript)

    def transcript_uri(self, request_id: str) -> str:
        return f"s3://bucket/transcripts/{request_id}.txt"

    def put_audio(self, request_id: str, mp3: bytes) -> None:
        self._put("put_audio", request_id, mp3)

    def has_audio(self, request_id: str) -> bool:
        self._called("has_audio")
        return ("audio", request_id) in self.objects

    def delete_audio(self, request_id: str) -> None:
        self._called("delete_audio")
        self.objects.pop(("audio", request_id), None)

    def delete(self, request_id: str) -> None:
        self._called("delete")
        self.objects = {key: body for key, body in self.objects.items() if key[1] != request_id}

    def presigned_audio(self, request_id: str, *, head: bool = False) -> str:
        self._called("presigned_audio")
        return f"https://bucket.example.com/{request_id}.mp3?signature{'-of-head' if head else ''}"


class FakeLinks(Fake, LinkSigner):
    """The signer: a MAC that anybody could make, and nobody else does."""

    def sign(self, token: Token, request_id: str) -> Token:
        self._called("sign")
        token = replace(token, key="fakekey1")
        return replace(token, mac=hashlib.sha256(token.signed_part(request_id)).digest())

    def is_ours(self, token: Token, request_id: str) -> bool:
        self._called("is_ours")
        return token.mac == hashlib.sha256(token.signed_part(request_id)).digest()


class FakeWorkflow(Fake, Workflow):
    """The workflow: how each execution is, by request and attempt."""

    def __init__(self) -> None:
        super().__init__()
        self.executions: dict[tuple[str, int], str] = {}

    def start(self, request_id: str, attempt: int) -> None:
        self._called("start")
        self.executions.setdefault((request_id, attempt), "RUNNING")

    def stop(self, request_id: str, attempt: int) -> None:
        self._called("stop")
        if self.executions.get((request_id, attempt)) == "RUNNING":
            self.executions[request_id, attempt] = "ABORTED"

    def status(self, request_id: str, attempt: int) -> str | None:
        self._called("status")
        return self.executions.get((request_id, attempt))

    def running(self) -> set[str]:
        self._called("running")
        return {execution_name(*key) for key, status in self.executions.items() if status == "RUNNING"}


class FakeTopic(Fake, Topic):
    """The team topic: what the team was told."""

    def __init__(self) -> None:
        super().__init__()
        self.published: list[Notification] = []

    def publish(self, notification: Notification) -> None:
        self._called("publish")
        self.published.append(notification)


class FakeTranslator(Fake, Translator):
    """Translates everything into the same sentence."""

    def __init__(self, translation: str = "Ma commande est cassée.") -> None:
        super().__init__()
        self.translation = translation
        self.asked: list[tuple[str, str, str]] = []

    def translate(self, text: str, source: str, target: str, names: Sequence[str] = ()) -> str:
        self.names = tuple(names)
        self.asked.append((text, source, target))
        self._called("translate")
        return self.translation


class FakeAnalyst(Fake, Analyst):
    """Finds what it was told to find; `named` are the entities by language, where they are not the usual.

    `asked` are texts and languages for mood and entities, `identified` the texts whose language was asked.
    """

    def __init__(self, language: str = "en") -> None:
        super().__init__()
        self.detected = [Candidate(language, 0.99)]
        self.person = Found("NAME", "Grace")
        self.named: dict[str, list[Entity]] = {}
        self.found = Mood(
            Sentiment.NEGATIVE, {"Positive": 0.01, "Negative": 0.9, "Neutral": 0.05, "Mixed": 0.04}
        )
        self.asked: list[tuple[str, str]] = []
        self.identified: list[str] = []

    def languages(self, text: str) -> list[Candidate]:
        self.identified.append(text)
        self._called("languages")
        return self.detected

    def personal_data(self, text: str, language: str) -> list[Found]:
        self._called("personal_data")
        return [self.person]

    def mood(self, text: str, language: str) -> Mood:
        self.asked.append((text, language))
        self._called("mood")
        return self.found

    def entities(self, text: str, language: str) -> list[Entity]:
        self.asked.append((text, language))
        self._called("entities")
        return self.named.get(language, [{"text": "Monday", "type": "DATE", "score": 0.97}])


class FakeFinder(Fake, Finder):
    """Finds the same passages for every text; `searched` are the texts, `ranked` what they are ranked by."""

    def __init__(self, *passages: Passage) -> None:
        super().__init__()
        self.passages = list(passages)
        self.searched: list[str] = []
        self.ranked: list[str] = []

    def find(self, text: str, translated: Callable[[], str]) -> list[Passage]:
        self.searched.append(text)
        self._called("find")
        self.ranked.append(translated())
        return self.passages


class FakeBucket(Fake, Bucket):
    """A bucket: its objects by key; another content has another tag."""

    def __init__(self, objects: Mapping[str, bytes] | None = None) -> None:
        super().__init__()
        self.objects = dict(objects or {})

    def get(self, key: str) -> Stored | None:
        self._called("get")
        body = self.objects.get(key)
        return None if body is None else Stored(body, hashlib.sha256(body).hexdigest())

    def list_keys(self, prefix: str) -> Iterator[str]:
        self._called("list_keys")
        yield from sorted(key for key in self.objects if key.startswith(prefix))


class FakeEmbedder(Fake, Embedder):
    """Embeds each text as other values; `embedded` are the texts, each one token per letter."""

    def __init__(self, count: Count | None = None) -> None:
        super().__init__()
        self.model = "amazon.titan-embed-text-v2:0"  # type: ignore[misc]  # the adapter's own never ran
        self.embedded: list[str] = []
        self._count = count or (lambda _: None)

    def embed(self, text: str) -> list[float]:
        self._called("embed")
        self.embedded.append(text)
        self._count({"bedrock_calls": 1, f"bedrock_input_tokens:{self.model}": len(text)})
        return [float(byte) for byte in hashlib.sha512(text.encode()).digest()] * (DIMENSIONS // 64)


class FakeVectorIndex(Fake, VectorIndex):
    """An index: its vectors by key, all of them equally near."""

    def __init__(self, size: int = DIMENSIONS) -> None:
        super().__init__()
        self.vectors: dict[str, Vector] = {}
        self.size = size

    def nearest(self, values: Sequence[float], most: int) -> list[Match]:
        self._called("nearest")
        return [Match(one.key, 0.5, one.metadata) for one in self.vectors.values()][:most]

    def list_keys(self) -> Iterator[str]:
        self._called("list_keys")
        yield from list(self.vectors)

    def put(self, vectors: Sequence[Vector]) -> None:
        if vectors:
            self._called("put")
        self.vectors |= {one.key: one for one in vectors}

    def delete(self, keys: Sequence[str]) -> None:
        if keys:
            self._called("delete")
        for key in keys:
            self.vectors.pop(key, None)

    def dimensions(self) -> int:
        self._called("dimensions")
        return self.size


class FakeModels(Fake, Models):
    """Models that hand in their answers, one after the other; what they were asked is kept."""

    def __init__(self, *answers: Any, model: str = "some.model") -> None:
        super().__init__()
        self.answers = list(answers)
        self.model = model
        self.questions: list[Question] = []
        self.last: str | None = None

    def ask(
        self, question: Question, usable: Callable[[Any], bool] | None = None, last: str | None = None
    ) -> Answer:
        self.questions.append(question)
        self.last = last
        self._called("ask")
        fields = self.answers.pop(0)
        if usable and not usable(fields):
            raise ReplyRejected("malformed")
        return Answer(fields=fields, model=self.model)


class FakeSpeaker(Fake, Speaker):
    """Speaks everything as the same few bytes."""

    def __init__(self) -> None:
        super().__init__()
        self.spoken: list[tuple[str, str]] = []

    def speak(self, request_id: str, text: str, voice: PollyVoice) -> bytes:
        self._called("speak")
        self.spoken.append((text, voice.voice_id))
        return b"\xff\xf3mp3"


class Fakes:
    """What the services of a step consist of in its tests: `class Services(Fakes, handler.Services)`."""

    requests: FakeTable
    archive: FakeArchive
    links: FakeLinks
    workflow: FakeWorkflow
    team: FakeTopic
    translator: FakeTranslator
    analyst: FakeAnalyst
    finder: FakeFinder
    writer: FakeModels
    reviewers: FakeModels
    speaker: FakeSpeaker
