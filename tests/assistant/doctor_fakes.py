"""The checkup's instruments without their services; an error in the place of an answer is raised."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from assistant.aws.account import CatalogModel, OfferedVoice, Profile, Quota, Subscription
from assistant.aws.bedrock import Question
from assistant.aws.cloudformation import Detection, DriftedResource
from assistant.aws.comprehend import Mention, Scored
from assistant.aws.sns import Notification
from assistant.doctor.calls import TextServices
from assistant.doctor.checkup import Instruments
from assistant.doctor.documents import Documents
from assistant.errors import ServiceBusy, ServiceRefused
from assistant.knowledge.indexing import FOLDER, Indexer
from assistant.language.languages import by_code
from tests.assistant.fakes import FakeBucket, FakeEmbedder, FakeVectorIndex

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
HAIKU = "global.anthropic.claude-haiku-5-5"
NOVA = "amazon.nova-lite-v1:0"
CATALOG = {
    "anthropic.claude-haiku-5-5": CatalogModel(
        "Claude Haiku 5.5", "ACTIVE", datetime(2027, 10, 7, tzinfo=UTC)
    ),
    NOVA: CatalogModel("Nova Lite", "ACTIVE"),
}


def refused(operation: str, code: str = "AccessDeniedException") -> ServiceRefused:
    return ServiceRefused("service", operation, code)


def busy(operation: str, code: str = "ThrottlingException") -> ServiceBusy:
    return ServiceBusy("service", operation, code)


def given(answer: Any) -> Any:
    if isinstance(answer, Exception):
        raise answer
    return answer


class FakeCatalog:
    def __init__(self, models: Mapping[str, Any] | None = None, profile: Any = None) -> None:
        self.models = dict(models or CATALOG)
        self._profile = profile or Profile("ACTIVE", ())

    def model(self, model_id: str) -> CatalogModel:
        unknown = refused("GetFoundationModel", "ResourceNotFoundException")
        return given(self.models.get(model_id, unknown))

    def profile(self, profile_id: str) -> Profile:
        return given(self._profile)


class FakeProbe:
    def __init__(self, errors: Mapping[str, Exception] | None = None) -> None:
        self.errors = dict(errors or {})
        self.asked: list[tuple[str, str]] = []

    def ask(self, model: str, question: Question) -> None:
        self.asked.append((model, question.tool["name"]))
        given(self.errors.get(model))


class FakeText:
    """Translate, Comprehend and Polly in one: which operations were called; `errors` are by operation."""

    def __init__(self, **errors: Exception) -> None:
        self.errors = errors
        self.called: list[str] = []
        self.spoken: dict[str, str] = {}

    def _call(self, operation: str, answer: Any) -> Any:
        self.called.append(operation)
        return given(self.errors.get(operation, answer))

    def text(self, text: str, source: str, target: str) -> str:
        assert source != target
        return self._call("TranslateText", text)

    def languages(self, text: str) -> list[Scored]:
        assert len(text) >= 20
        return self._call("DetectDominantLanguage", [])

    def sentiment(self, text: str, language: str) -> tuple[str, dict[str, float]]:
        return self._call("DetectSentiment", ("NEUTRAL", {}))

    def entities(self, text: str, language: str) -> list[Mention]:
        return self._call("DetectEntities", [])

    def personal_data(self, text: str, language: str) -> list[Mention]:
        assert language in ("en", "es")
        return self._call("DetectPiiEntities", [])

    def mp3(self, ssml: str, **voice: str) -> bytes:
        self.spoken = voice
        return self._call("SynthesizeSpeech", b"mp3")

    @property
    def services(self) -> TextServices:
        return TextServices(self, self, self)


class FakeDrift:
    """Finds these resources drifted after so many looks."""

    def __init__(
        self, *drifted: DriftedResource, looks: int = 1, failed: str = "", error: Exception | None = None
    ) -> None:
        self.drifted = drifted
        self.error = error
        self._statuses = ["DETECTION_IN_PROGRESS"] * (looks - 1)
        self._last = Detection("DETECTION_FAILED", failed) if failed else Detection("DETECTION_COMPLETE")

    def detect(self, stack: str) -> str:
        given(self.error)
        assert stack == "stack"
        return "detection"

    def detection(self, detection_id: str) -> Detection:
        assert detection_id == "detection"
        return Detection(self._statuses.pop()) if self._statuses else self._last

    def resources(self, stack: str) -> list[DriftedResource]:
        return list(self.drifted)


class FakeVoices:
    def __init__(self, voices: Any = None) -> None:
        self.offered = every_voice() if voices is None else voices

    def voices(self) -> dict[str, OfferedVoice]:
        return given(self.offered)


class FakeSubscriptions:
    def __init__(self, topics: Mapping[str, Any]) -> None:
        self.topics = topics

    def of(self, topic_arn: str) -> list[Subscription]:
        return given(self.topics[topic_arn])


class FakeQuotas:
    def __init__(self, quotas: Mapping[str, Any] | None = None) -> None:
        self.quotas = quotas or {}

    def of(self, service: str) -> list[Quota]:
        return given(self.quotas.get(service, []))


class FakeOperations:
    def __init__(self) -> None:
        self.published: list[Notification] = []
        self.error: Exception | None = None

    def publish(self, notification: Notification) -> None:
        given(self.error)
        self.published.append(notification)


def every_voice() -> dict[str, OfferedVoice]:
    """Return a Region that offers all that the table of languages uses."""
    spoken = [language.speech for language in by_code().values() if language.speech]
    return {
        speech.voice_id: OfferedVoice(
            frozenset(speech.engines), frozenset(s.language for s in spoken if s.voice_id == speech.voice_id)
        )
        for speech in spoken
    }


def indexed_documents() -> Documents:
    """Return two documents that are indexed as they are."""
    files = {"retours.md": b"# Retours\n\nVous avez 30 jours.", "aide.txt": b"Aide\n\nNous aidons."}
    bucket = FakeBucket({FOLDER + name: body for name, body in files.items()})
    indexer = Indexer(bucket, FakeEmbedder(), FakeVectorIndex())
    list(indexer.bring_in_line(indexer.documents(), {}, change=True))
    return Documents(indexer.embedder, indexer.index, indexer)


def instruments(**changes: Any) -> Instruments:
    """Return instruments that find everything in order, but for the changes."""
    confirmed = {
        "team": [Subscription("email", "team@example.com", confirmed=True)],
        "operations": [Subscription("email", "ops@example.com", confirmed=True)],
    }
    ample = [
        *(
            Quota(f"L-{call}", f"{call} throttle limit in transactions per second", 1e3, True)
            for call in CALLS
        ),
        Quota("L-1", "SynthesizeSpeech, neural voices", 1e3, True),
        Quota("L-2", "TranslateText transactions per second", 1e3, True),
        Quota("L-B99A9384", "Concurrent executions", 1e3, True),
        Quota("L-3", "StartExecution throttle token bucket size", 1e3, True),
        Quota("L-4", "StartExecution throttle token refill rate per second", 1e3, True),
        Quota("L-5", "On-demand model inference tokens per minute for Amazon Nova Lite", 1e9, True),
        Quota(
            "L-6",
            "Global cross-region model inference tokens per minute for Anthropic Claude Haiku 5.5",
            1e9,
            True,
        ),
        Quota("L-7", "Model invocation max tokens per day for Amazon Nova Lite", 1e9, True),
        Quota(
            "L-8",
            "Global cross-region model inference tokens per day for Anthropic Claude Haiku 5.5",
            1e9,
            True,
        ),
    ]
    services = ("polly", "translate", "comprehend", "lambda", "states", "bedrock")
    given_ones = {
        "catalog": FakeCatalog(),
        "probe": FakeProbe(),
        "voices": FakeVoices(),
        "subscriptions": FakeSubscriptions(confirmed),
        "text": FakeText().services,
        "drift": FakeDrift(),
        "quotas": FakeQuotas(dict.fromkeys(services, ample)),
        "documents": indexed_documents(),
    }
    return Instruments(**(given_ones | changes))


CALLS = ("DetectDominantLanguage", "DetectSentiment", "DetectEntities", "DetectPiiEntities")
