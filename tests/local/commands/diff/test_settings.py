"""Settings and reasons in words."""

from typing import Any

import pytest

from local.commands.diff.names import Names
from local.commands.diff.report import Line
from local.commands.diff.settings import environment_of, reason_lines, setting_lines
from support_stack.made_from import REASONS

GESTURE = {"id": "voucher", "priorities": ["HIGH"], "sentences": {"en": "Ten.", "fr": "Dix."}}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"a": 1}, {"a": 1}, []),
        (
            {"retention": {"logs_days": 7}},
            {"retention": {"logs_days": 30}},
            [("~", "`retention.logs_days`", "7", "30")],
        ),
        ({"api": {"waf": False}}, {"api": {"waf": True}}, [("~", "`api.waf`", "false", "true")]),
        ({"region": None}, {"region": "eu-west-1"}, [("~", "`region`", None, "eu-west-1")]),
        (
            {"models": ["a", "b"]},
            {"models": ["b", "c"]},
            [("+", "`models`: `c` is new", None, None), ("-", "`models`: `a` is gone", None, None)],
        ),
        ({"models": ["a", "b"]}, {"models": ["b", "a"]}, [("~", "`models`", '["a", "b"]', '["b", "a"]')]),
        (
            {"reply": {"gestures": []}},
            {"reply": {"gestures": [GESTURE]}},
            [
                (
                    "+",
                    "gesture `voucher` is new: priorities `HIGH`, sentence `Ten. (2 languages)`",
                    None,
                    None,
                )
            ],
        ),
        (
            {"reply": {"gestures": [GESTURE]}},
            {"reply": {"gestures": [{**GESTURE, "sentences": {"en": "Ten.", "fr": "Onze.", "de": "Elf."}}]}},
            [
                ("+", "gesture `voucher`: its sentence in German", None, "Elf."),
                ("~", "gesture `voucher`: its sentence in French", "Dix.", "Onze."),
            ],
        ),
        (
            {"reply": {"gestures": [GESTURE]}},
            {"reply": {"gestures": [{**GESTURE, "priorities": ["MEDIUM"]}]}},
            [
                ("+", "gesture `voucher`: `priorities`: `MEDIUM` is new", None, None),
                ("-", "gesture `voucher`: `priorities`: `HIGH` is gone", None, None),
            ],
        ),
        (
            {"subscribers": [{"email": "a@example.com", "kinds": []}]},
            {"subscribers": []},
            [("-", "subscriber `a@example.com` is gone (was: everything)", None, None)],
        ),
        (
            {"subscribers": [{"email": "a@b.cd"}, {"email": "e@f.gh"}]},
            {"subscribers": [{"email": "e@f.gh"}, {"email": "a@b.cd"}]},
            [("~", "the order of `subscribers`", "a@b.cd, e@f.gh", "e@f.gh, a@b.cd")],
        ),
    ],
)
def test_settings_are_told(old: Any, new: Any, expected: list[Any]) -> None:
    assert list(setting_lines(old, new)) == [Line(*one) for one in expected]


def test_a_template_that_does_not_say_what_it_was_made_from() -> None:
    assert environment_of({"Resources": {}}) is None


def test_reasons_that_came_went_and_changed() -> None:
    def template(**reasons: str) -> dict[str, Any]:
        return {
            "Metadata": {
                f"{REASONS}Storage/{name}:S1": {
                    "construct": f"Storage/{name}",
                    "finding": "S1",
                    "reason": reason,
                }
                for name, reason in reasons.items()
            }
        }

    lines = reason_lines(template(A="One.", B="Two."), template(B="Three.", C="Four."), Names({}))
    assert lines == (
        Line("-", "`S1` on `Storage/A` is acknowledged no longer (was: One.)"),
        Line("~", "`S1` on `Storage/B` has another reason", "Two.", "Three."),
        Line("+", "`S1` on `Storage/C` is acknowledged: Four."),
    )
