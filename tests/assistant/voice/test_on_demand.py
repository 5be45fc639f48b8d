"""Speech on demand: one speaks, the others wait, whatever happens to the one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assistant.errors import Gone, ServiceBusy, ServiceRefused, TryAgainLater
from assistant.request.item import voiced
from assistant.voice import on_demand
from tests.assistant import samples
from tests.assistant.fakes import BUSY, REFUSED, FakeArchive, FakeSpeaker, FakeTable

START = datetime(2026, 11, 24, tzinfo=UTC)
NOW = int(START.timestamp())
ANOTHER = {"by": "another", "until": NOW + 30}
MP3 = {("audio", samples.REQUEST_ID): b"\xff\xf3mp3"}
UNSPEAKABLE = ServiceRefused("polly", "SynthesizeSpeech", "InvalidSsmlException")


def on_its_way(**changes: Any) -> dict[str, Any]:
    item = samples.completed(**changes)
    item["voice"]["status"] = "on_demand"
    return item


class Time:
    """A clock that goes on by pauses alone; `at` is what happens at which second."""

    def __init__(self) -> None:
        self.now = START
        self.at: dict[float, Callable[[], None]] = {}

    @property
    def seconds(self) -> float:
        return (self.now - START).total_seconds()

    def pause(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        for second in [second for second in self.at if second <= self.seconds]:
            self.at.pop(second)()


@dataclass
class Services:
    """Table, bucket and Polly."""

    requests: FakeTable
    archive: FakeArchive = field(default_factory=FakeArchive)
    speaker: FakeSpeaker = field(default_factory=FakeSpeaker)
    marks_audio: bool = False


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    time = Time()
    monkeypatch.setattr("assistant.clock.now", lambda: time.now)
    monkeypatch.setattr("assistant.clock.pause", time.pause)
    return time


@pytest.fixture
def services(table: FakeTable, time: Time) -> Services:
    table.put(on_its_way())
    return Services(table)


def stored(services: Services) -> dict[str, Any]:
    return services.requests.items[samples.REQUEST_ID]


def opened(services: Services) -> dict[str, Any]:
    """Return what an opened link leads to, by the link's rules."""

    def look() -> dict[str, Any]:
        item = services.requests.read(samples.REQUEST_ID)
        if item is None or item["status"] == "erased" or "revoked_at" in item:
            raise Gone("gone")
        return item

    return dict(on_demand.settled(look(), look, services))


def erased(services: Services) -> None:
    services.requests.put({"pk": samples.REQUEST_ID, "status": "erased"})


def test_the_first_speaks_stores_and_leaves_no_lease(services: Services, time: Time) -> None:
    during: list[Any] = []
    services.speaker.meanwhile = lambda: during.append(stored(services)["audio_lease"]["until"])
    assert opened(services)["voice"]["status"] == "ready"
    assert during == [NOW + 30]
    assert services.speaker.spoken == [(samples.REPLY, "Lea")]
    assert services.archive.objects == MP3
    assert stored(services) == samples.completed()
    assert time.seconds == 0


def test_who_finds_a_lease_waits_for_the_other(services: Services, time: Time) -> None:
    services.requests.put(on_its_way(audio_lease=ANOTHER))
    time.at[3] = lambda: services.requests.put(samples.completed())
    assert opened(services)["voice"]["status"] == "ready"
    assert time.seconds == 3
    assert services.speaker.calls == []


def test_of_two_that_find_none_the_faster_speaks(services: Services, time: Time) -> None:
    def faster() -> None:
        services.requests.meanwhile = lambda: None
        services.requests.put(on_its_way(audio_lease=ANOTHER))

    item = on_its_way()
    services.requests.meanwhile = faster
    time.at[1] = lambda: services.requests.put(samples.completed())
    found = on_demand.settled(item, lambda: voiced(services.requests.get(samples.REQUEST_ID)), services)
    assert found["voice"]["status"] == "ready"
    assert services.speaker.calls == []


def test_waiting_ends_after_twenty_seconds(services: Services, time: Time) -> None:
    services.requests.put(on_its_way(audio_lease=ANOTHER))
    with pytest.raises(TryAgainLater):
        opened(services)
    assert time.seconds == 20
    assert services.speaker.calls == []
    assert stored(services)["audio_lease"] == ANOTHER


@pytest.mark.parametrize(("ends", "spoken"), [(5, 1), (7.5, 1), (8, 0), (15, 0)])
def test_a_lease_that_ends_is_taken_over_by_who_has_the_time(
    services: Services, time: Time, ends: float, spoken: int
) -> None:
    services.requests.put(on_its_way(audio_lease=ANOTHER))
    time.at[ends] = lambda: stored(services).pop("audio_lease")
    if spoken:
        assert opened(services)["voice"]["status"] == "ready"
        assert time.seconds == ends
    else:
        with pytest.raises(TryAgainLater):
            opened(services)
    assert len(services.speaker.spoken) == spoken


@pytest.mark.parametrize(("until", "seconds"), [(NOW - 1, 0), (NOW, 0), (NOW + 2, 2)])
def test_a_lease_that_nobody_gave_back_is_over_by_itself(
    services: Services, time: Time, until: int, seconds: int
) -> None:
    services.requests.put(on_its_way(audio_lease={"by": "dead", "until": until}))
    assert opened(services)["voice"]["status"] == "ready"
    assert time.seconds == seconds


@pytest.mark.parametrize("service", ["archive.has_audio", "speaker.speak", "archive.put_audio"])
@pytest.mark.parametrize("error", [BUSY, REFUSED])
def test_who_fails_gives_the_lease_back_and_the_next_one_speaks(
    services: Services, service: str, error: Exception
) -> None:
    adapter, _, call = service.partition(".")
    getattr(services, adapter).errors[call] = [error]
    with pytest.raises(type(error)):
        opened(services)
    assert stored(services) == on_its_way()
    assert opened(services)["voice"]["status"] == "ready"
    assert services.archive.objects == MP3


def test_a_lease_that_is_anothers_by_now_is_not_given_back(services: Services) -> None:
    services.speaker.errors["speak"] = [BUSY]
    services.speaker.meanwhile = lambda: stored(services).update(audio_lease=ANOTHER)
    with pytest.raises(ServiceBusy):
        opened(services)
    assert stored(services)["audio_lease"] == ANOTHER


def test_a_lease_that_cannot_be_given_back_does_not_hide_what_failed(services: Services) -> None:
    def table_fails_too() -> None:
        services.requests.errors["update"] = [BUSY]

    services.speaker.errors["speak"] = [ServiceBusy("polly", "SynthesizeSpeech", "ThrottlingException")]
    services.speaker.meanwhile = table_fails_too
    with pytest.raises(ServiceBusy, match="ThrottlingException"):
        opened(services)


def test_audio_that_an_earlier_caller_stored_is_not_paid_for_again(services: Services) -> None:
    services.requests.put(on_its_way(audio_lease={"by": "dead", "until": NOW}))
    services.archive.objects.update(MP3)
    assert opened(services)["voice"]["status"] == "ready"
    assert services.speaker.calls == []


def test_what_polly_will_not_speak_is_unavailable_for_everybody(services: Services) -> None:
    services.speaker.errors["speak"] = [UNSPEAKABLE]
    reason = "polly.SynthesizeSpeech: InvalidSsmlException"
    assert opened(services)["voice"] == {"status": "unavailable", "reason": reason}
    assert stored(services)["degraded"] == {"voice": reason}
    assert "audio_lease" not in stored(services)
    assert services.archive.objects == {}


def test_what_another_settled_meanwhile_stays(services: Services) -> None:
    services.speaker.errors["speak"] = [UNSPEAKABLE]
    services.speaker.meanwhile = lambda: services.requests.put(samples.completed())
    assert opened(services) == samples.completed()


def test_of_a_request_that_is_erased_meanwhile_nothing_is_left_or_served(services: Services) -> None:
    services.speaker.meanwhile = lambda: erased(services)
    with pytest.raises(Gone):
        opened(services)
    assert services.archive.objects == {}
    assert stored(services) == {"pk": samples.REQUEST_ID, "status": "erased"}


def test_audio_that_cannot_be_deleted_is_left_to_the_sweep(services: Services) -> None:
    services.speaker.meanwhile = lambda: erased(services)
    services.archive.errors["delete_audio"] = [BUSY]
    with pytest.raises(Gone):
        opened(services)


def test_who_waits_is_told_of_an_erasure_or_a_revocation(services: Services, time: Time) -> None:
    for happens in (lambda: erased(services), lambda: stored(services).update(revoked_at="now")):
        services.requests.put(on_its_way(audio_lease=ANOTHER))
        time.at[time.seconds + 1] = happens
        with pytest.raises(Gone):
            opened(services)
    assert services.speaker.calls == []


def test_a_link_that_is_revoked_meanwhile_serves_nothing(services: Services) -> None:
    services.speaker.meanwhile = lambda: stored(services).update(revoked_at="now")
    with pytest.raises(Gone):
        opened(services)


def test_what_speaking_and_waiting_used_is_stored(services: Services, time: Time) -> None:
    services.requests.meter.start({"api_calls": 1})
    opened(services)
    assert stored(services)["used:api_calls"] == 1
    services.requests.put(on_its_way(audio_lease=ANOTHER))
    services.requests.meter.start({"api_calls": 1})
    with pytest.raises(TryAgainLater):
        opened(services)
    assert stored(services)["used:api_calls"] == 1
    services.requests.put(on_its_way(audio_lease=ANOTHER))
    services.requests.meter.start({"api_calls": 1})
    time.at[time.seconds + 1] = lambda: services.requests.put(samples.completed())
    opened(services)
    assert stored(services)["used:api_calls"] == 1
    services.requests.meter.close()
