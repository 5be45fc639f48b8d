"""What an estimate takes for granted is so in the stack, in the functions' code and in the docs."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest
from aws_cdk.assertions import Template

from local.commands.cost import bill as cost
from local.commands.cost.profile import MessageProfile
from local.commands.cost.usage import MEMORY_MB, STATES
from support_stack import config
from tests.support_stack.conftest import render

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("AWS::CloudWatch::Alarm", "alarms"),
        ("AWS::CloudWatch::CompositeAlarm", "composite_alarms"),
        ("AWS::CloudWatch::Dashboard", "dashboard"),
        ("AWS::KMS::Key", "key"),
    ],
)
def test_what_is_paid_by_the_month_is_in_the_stack(kind: str, line: str, template: Template) -> None:
    watched = cost.WATCH_ALARMS if line == "alarms" else 0  # production is watched
    assert cost.FIXED[line][1] + watched == len(template.find_resources(kind))


def test_the_functions_emit_the_metrics_that_are_paid_for() -> None:
    emitted = {
        call.args[1].value
        for file in (ROOT / "lambda_src").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("count", "count_in_all")
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Constant)
    }
    assert emitted == {*cost.METRICS, *cost.WATCH_METRICS}


def test_every_function_has_the_memory_that_is_paid_for(template: Template) -> None:
    functions = template.find_resources("AWS::Lambda::Function").values()
    assert {function["Properties"]["MemorySize"] for function in functions} == {MEMORY_MB}


def test_a_request_enters_the_states_that_are_paid_for(template: Template) -> None:
    machine = next(iter(template.find_resources("AWS::StepFunctions::StateMachine").values()))
    definition: dict[str, Any] = json.loads(render(machine["Properties"]["DefinitionString"]))
    entered = [definition["StartAt"]]
    while (state := definition["States"][entered[-1]])["Type"] != "Succeed":
        entered.append(state["Default"] if state["Type"] == "Choice" else state["Next"])
    assert len(entered) == STATES, entered


def test_the_figures_in_the_docs_are_todays() -> None:
    """Of each request; within three in a hundred, since a prompt's wording changes."""
    page = (ROOT / "docs" / "costs.md").read_text(encoding="utf-8")
    written = {
        (profile, speech): float(usd)
        for profile, speech, usd in re.findall(r"^\| `(\w+)` \| `(\w+)` \| [\d.]+ \| ([\d.]+) \|", page, re.M)
    }
    prod = config.load("prod")
    bills = {
        key: cost.month(one, MessageProfile(), 10_000, cost.region_of(prod)).per_request
        for key, one in cost.variants(prod).items()
    }
    assert written == pytest.approx(bills, rel=0.03)
