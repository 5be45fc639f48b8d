from typing import Any


def test_a_fallback_state_runs_the_same_function(definition: dict[str, Any]) -> None:
    states = definition["States"]
    for state, fallback in (
        ("TranslateAndAnalyze", "AnalyzeByRules"),
        ("GenerateAIResponse", "ReplyByTemplate"),
        ("GenerateVoiceResponse", "ReplyWithoutVoice"),
    ):
        assert states[fallback]["Resource"] == states[state]["Resource"]
        assert states[fallback]["Parameters"] == {"fallback": True, "step.$": "$"}


def test_busy_services_are_waited_for_at_least_a_quarter_of_an_hour(definition: dict[str, Any]) -> None:
    for state in definition["States"].values():
        if "Function" not in state.get("Resource", ""):
            continue
        busy, faults = state["Retry"]
        assert busy["ErrorEquals"] == ["ServiceBusy", "Lambda.TooManyRequestsException"]
        assert busy["JitterStrategy"] == "FULL"
        waits = [
            min(busy["MaxDelaySeconds"], busy["IntervalSeconds"] * busy["BackoffRate"] ** n)
            for n in range(busy["MaxAttempts"])
        ]
        assert sum(waits) / 2 >= 15 * 60
        assert {"Runtime.ExitError", "Runtime.OutOfMemory", "Sandbox.Timedout"} <= set(faults["ErrorEquals"])
