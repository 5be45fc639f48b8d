"""Is every voice of the table of languages offered here?"""

from dataclasses import replace

from assistant.doctor.voices import check_voices
from tests.assistant.doctor_fakes import FakeVoices, busy, every_voice


def test_all_voices_make_one_finding() -> None:
    (finding,) = check_voices("neural", FakeVoices())
    assert finding.status == "ok"


def test_a_voice_that_is_not_offered_names_the_languages_that_lose_it() -> None:
    offered = every_voice()
    del offered["Lea"]
    missing, rest = check_voices("neural", FakeVoices(offered))
    assert (missing.status, missing.subject) == ("warning", "Lea (neural)")
    assert "fr" in missing.detail
    assert missing.advice
    assert rest.status == "ok"


def test_a_voice_without_the_engine_is_missing_too() -> None:
    offered = every_voice()
    offered["Lea"] = replace(offered["Lea"], engines=frozenset({"standard"}))
    assert check_voices("neural", FakeVoices(offered))[0].subject == "Lea (neural)"


def test_a_list_that_cannot_be_read_is_unknown() -> None:
    (finding,) = check_voices("neural", FakeVoices(busy("DescribeVoices")))
    assert finding.status == "unknown"
