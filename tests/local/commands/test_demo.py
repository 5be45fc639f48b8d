"""The demonstration's judgement."""

from pathlib import Path
from typing import Any

import pytest

from local.commands.client import SupportApi
from local.commands.demo import Outcome, run
from local.commands.samples import load
from tests.local.conftest import SmallApi, mp3


def outcomes(small_api: SmallApi, folder: Path, count: int = 1) -> list[Outcome]:
    done: list[Outcome] = []
    with SupportApi(small_api.url, "k") as api:
        found = run(api, load()[:count], folder, lambda _id: small_api.records[-1], done=done.append)
    assert len(done) == count
    return found


def test_an_answer_as_expected_has_no_faults_and_its_audio_is_kept(
    small_api: SmallApi, completed: dict[str, Any], tmp_path: Path
) -> None:
    completed["voice"]["url"] = f"{small_api.url}/audio"
    small_api.records, small_api.audio = [completed], mp3(8000)
    outcome = outcomes(small_api, tmp_path)[0]
    assert outcome.faults == ()
    assert (tmp_path / "en-damaged.mp3").read_bytes() == small_api.audio
    assert outcome.as_json()["record"] == completed


def test_silence_is_a_fault(small_api: SmallApi, completed: dict[str, Any], tmp_path: Path) -> None:
    completed["voice"]["url"] = f"{small_api.url}/audio"
    small_api.records, small_api.audio = [completed], mp3(0)
    assert "silent" in outcomes(small_api, tmp_path)[0].faults[0]


def test_an_answer_without_audio_is_a_fault_with_its_reason(
    small_api: SmallApi, completed: dict[str, Any], tmp_path: Path
) -> None:
    completed["voice"] = {"status": "unavailable", "reason": "no voice for it"}
    small_api.records = [completed]
    assert outcomes(small_api, tmp_path)[0].faults == ("there is no audio: no voice for it",)


@pytest.mark.parametrize("reason", ["no_voice_for_language", "speech_off"])
def test_intended_silence_is_no_fault(
    small_api: SmallApi, completed: dict[str, Any], tmp_path: Path, reason: str
) -> None:
    completed["voice"] = {"status": "unavailable", "reason": reason}
    small_api.records = [completed]
    assert outcomes(small_api, tmp_path)[0].faults == ()


def test_a_reply_that_is_not_in_the_customers_language_is_a_fault(
    small_api: SmallApi, completed: dict[str, Any], tmp_path: Path
) -> None:
    completed["voice"] = {"status": "unavailable", "reason": "no_voice_for_language"}
    completed["degraded"] = [{"step": "reply_language", "reason": "translated"}]
    small_api.records = [completed]
    (fault,) = outcomes(small_api, tmp_path)[0].faults
    assert fault == "the reply is not written in the customer's language: translated"


def test_a_failed_request_leads_to_its_trace(small_api: SmallApi, tmp_path: Path) -> None:
    small_api.records = [{"request_id": "req-9", "status": "failed"}]
    assert "status is failed: see `make trace ID=req-9`" in outcomes(small_api, tmp_path)[0].faults


def test_a_refused_message_is_a_fault(small_api: SmallApi, tmp_path: Path) -> None:
    small_api.accept = (429, {"message": "Too Many Requests"})
    assert outcomes(small_api, tmp_path)[0].faults == ("the API answered 429: Too Many Requests",)


def test_only_the_first_four_are_held_to_what_is_expected(
    small_api: SmallApi, completed: dict[str, Any], tmp_path: Path
) -> None:
    completed["voice"]["url"] = f"{small_api.url}/audio"
    small_api.records, small_api.audio = [completed], mp3(8000)
    found = outcomes(small_api, tmp_path, 12)
    assert [bool(outcome.faults) for outcome in found] == [False, True, True, True] + [False] * 8
