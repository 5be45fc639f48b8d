"""What the watch sees of an API that works, and of one of which a part does not."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.aws.apigateway import ApiKeys
from assistant.errors import ServiceRefused
from assistant.language.languages import by_code
from assistant.settings import WatchSettings
from assistant.watch import handler
from assistant.watch.client import Answer, CallError
from assistant.watch.handler import Services, run
from assistant.watch.messages import message_for, messages
from tests.assistant.conftest import Log

SETTINGS = WatchSettings(
    environment="test",
    watched_url="https://api/requests",
    watch_key_id="key-id",
    watch_minutes=60,
    answer_seconds=10,
)
LINK, AUDIO, ERASE = (
    "https://api/requests/1?t=s",
    "https://api/requests/1/audio?t=a",
    "https://api/requests/1?t=e",
)


class Keys(ApiKeys):
    read = 0

    def value(self, key_id: str) -> str:
        Keys.read += 1
        return f"value of {key_id}"


@dataclass
class Api:
    """An API that answers a request at the third look; `broken` maps a call to what it answers instead."""

    broken: dict[str, Any] = field(default_factory=dict)
    voice: dict[str, Any] = field(default_factory=lambda: {"status": "ready", "url": AUDIO})
    calls: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[dict[str, str]] = field(default_factory=list)
    is_erased: bool = False

    def __call__(self, url: str, *, method: str = "GET", **given: Any) -> Answer:
        self.calls.append((method, url))
        name = self._name(method, url)
        if isinstance(wrong := self.broken.get(name), CallError):
            raise wrong
        if wrong is not None:
            return Answer("application/json", json.dumps(wrong).encode())
        if name == "accept":
            assert given["headers"] == {"x-api-key": "value of key-id"}
            self.bodies.append(given["body"])
            return self._json({"status_url": LINK})
        if name == "audio":
            return Answer("audio/mpeg", b"ID3\x04")
        if name == "erase":
            self.is_erased = True
            return Answer("", b"")
        if self.is_erased:
            raise CallError("410")
        looks = self.calls.count(("GET", LINK))
        record = {"status": "processing"} if looks < 3 else self._completed()
        return self._json(record | {"links": {"erase": ERASE}})

    def _name(self, method: str, url: str) -> str:
        if method == "POST" and url == SETTINGS.watched_url:
            return "accept"
        return {AUDIO: "audio", ERASE: "erase"}.get(url, "gone" if self.is_erased else "text")

    def _completed(self) -> dict[str, Any]:
        return {"status": "completed", "reply": {"text": "Hola"}, "voice": self.voice}

    def _json(self, said: dict[str, Any]) -> Answer:
        return Answer("application/json", json.dumps(said).encode())


@pytest.fixture
def metrics(capsys: pytest.CaptureFixture[str]) -> Callable[[], dict[str, Any]]:
    """The metrics that were written, by name."""

    def read() -> dict[str, Any]:
        found: dict[str, Any] = {}
        for line in map(json.loads, capsys.readouterr().out.splitlines()):
            (metric,) = line["_aws"]["CloudWatchMetrics"][0]["Metrics"]
            found[metric["Name"]] = line[metric["Name"]][0]
        return found

    return read


def looked(api: Api, left: int = 300_000) -> dict[str, int]:
    services = Services(SETTINGS, Keys(), call=api, pause=lambda _: None)
    return run(services, lambda: left)


def test_a_desk_that_answers_passes_and_keeps_nothing(metrics: Callable[[], dict[str, Any]]) -> None:
    api = Api()
    assert looked(api) == {"failed": 0}
    assert api.is_erased
    assert [call for call in api.calls if call != ("GET", LINK)] == [
        ("POST", SETTINGS.watched_url),
        ("GET", AUDIO),
        ("DELETE", ERASE),
    ]
    assert api.calls[-1] == ("GET", LINK), "nobody looked whether it is gone"
    written = metrics()
    assert written["WatchFailed"] == 0
    assert {"WatchTextSeconds", "WatchAudioSeconds"} < written.keys()


def test_a_reply_on_demand_is_spoken_first() -> None:
    api = Api(voice={"status": "on_demand", "url": AUDIO})
    assert looked(api) == {"failed": 0}
    assert ("POST", AUDIO) in api.calls


@pytest.mark.parametrize("reason", ["speech_off", "no_voice_for_language"])
def test_silence_that_is_meant_passes(reason: str) -> None:
    assert looked(Api(voice={"status": "unavailable", "reason": reason})) == {"failed": 0}


@pytest.mark.parametrize(
    ("broken", "code", "erased"),
    [
        ({"accept": CallError("403")}, "accept: 403", False),
        ({"accept": {"no": "link"}}, "accept: UnexpectedAnswer", False),
        ({"text": {"status": "failed", "links": {"erase": ERASE}}}, "text: failed", True),
        (
            {"text": {"status": "completed", "reply": {"text": " "}, "links": {"erase": ERASE}}},
            "text: EmptyReply",
            True,
        ),
        ({"text": {"status": "completed", "links": {"erase": ERASE}}}, "text: UnexpectedAnswer", True),
        ({"text": CallError("503")}, "text: 503", False),
        ({"audio": CallError("404")}, "audio: 404", True),
        ({"audio": {"not": "audio"}}, "audio: NoMp3", True),
        ({"erase": CallError("500")}, "erase: 500", False),
        ({"gone": {"status": "completed"}}, "gone: StillThere", True),
        ({"gone": CallError("500")}, "gone: 500", True),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_part_that_does_not_work_is_named_and_the_request_erased_all_the_same(
    broken: dict[str, Any], code: str, erased: bool, metrics: Callable[[], dict[str, Any]], log: Log
) -> None:
    api = Api(broken)
    assert looked(api) == {"failed": 1}
    assert metrics()["WatchFailed"] == 1
    assert [line["code"] for line in log.lines if line["message"] == "watch failed"] == [code]
    assert api.is_erased == erased


def test_audio_that_failed_is_a_failure() -> None:
    assert looked(Api(voice={"status": "unavailable"})) == {"failed": 1}


def test_what_is_not_answered_before_the_time_is_up_is_too_late(log: Log) -> None:
    api = Api({"text": {"status": "processing", "links": {"erase": ERASE}}})
    assert looked(api, left=handler.FOR_ERASING_MS - 1) == {"failed": 1}
    assert log.lines[0]["code"] == "text: TooLate"
    assert api.is_erased


def test_the_key_is_read_once_by_each_container() -> None:
    services = Services(SETTINGS, Keys(), call=Api(), pause=lambda _: None)
    before = Keys.read
    assert services.key == services.key == "value of key-id"
    assert Keys.read == before + 1


def test_a_key_that_cannot_be_read_is_an_error_of_the_function() -> None:
    class Refused(Keys):
        def value(self, key_id: str) -> str:
            raise ServiceRefused("apigateway", "GetApiKey", "AccessDenied")

    services = Services(SETTINGS, Refused(), call=Api(), pause=lambda _: None)
    with pytest.raises(ServiceRefused):
        run(services, lambda: 300_000)


def test_messages_take_turns_by_the_interval() -> None:
    start = datetime(2026, 12, 1, tzinfo=UTC).timestamp()
    asked = [message_for(start + hour * 3600 + 59, 60)["language"] for hour in range(len(messages()))]
    assert sorted(asked) == sorted(message["language"] for message in messages())
    assert message_for(start, 60) == message_for(start + 3599, 60)


def test_each_message_is_in_a_language_that_is_translated() -> None:
    assert all(
        message["language"] in by_code() and message["language"] not in ("fr", "en") for message in messages()
    )
