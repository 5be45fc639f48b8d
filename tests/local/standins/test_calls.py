from __future__ import annotations

from local.standins.calls import KEPT, Call, CallLog


def call(service: str = "polly", operation: str = "SynthesizeSpeech") -> Call:
    return Call(service, operation, "AKIDTEST", "2026-11-01T00:00:00.000+00:00", 1.5, 200, None)


def test_counts_go_on_where_the_list_ends() -> None:
    log = CallLog()
    log.add(call("translate", "TranslateText"))
    for _ in range(KEPT + 5):
        log.add(call())
    shown = log.to_json()
    assert shown["counts"] == {"polly": {"SynthesizeSpeech": KEPT + 5}, "translate": {"TranslateText": 1}}
    assert shown["total"] == KEPT + 6
    assert len(shown["calls"]) == KEPT


def test_a_reset_forgets_everything() -> None:
    log = CallLog()
    log.add(call())
    log.reset()
    assert log.to_json() == {"total": 0, "counts": {}, "calls": []}
