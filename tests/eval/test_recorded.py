"""What the recorded sets say of checks, review and the reply step: the promises that a change must keep."""

from collections import Counter
from dataclasses import replace

import pytest

from assistant.cost.meter import Meter
from assistant.reply import prompt_texts
from eval import config, lines, report, sets
from eval.sets import EvaluationSet, JudgedDraft
from eval.step import Outcome, Recorded

ENVIRONMENT = config.load("local")
CATEGORIES = {"delivery", "product", "refund", "account", "billing", "general"}


@pytest.fixture(scope="module", params=sets.SETS)
def chosen(request: pytest.FixtureRequest) -> EvaluationSet:
    return EvaluationSet.load(request.param)


@pytest.fixture(scope="module")
def judged(chosen: EvaluationSet) -> list[JudgedDraft]:
    return chosen.judged(ENVIRONMENT)


@pytest.fixture(scope="module")
def outcomes(chosen: EvaluationSet) -> list[Outcome]:
    return sets.run(chosen, ENVIRONMENT, Meter())


def test_the_golden_set_is_large_and_mixed_enough_to_say_something() -> None:
    golden = EvaluationSet.load("golden")
    assert len(golden.messages) >= 60
    assert len({message["lang"] for message in golden.messages}) >= 20
    assert {message["category"] for message in golden.messages} == CATEGORIES
    assert len({message["sentiment"] for message in golden.messages}) == 4
    assert sum(message["hostile"] for message in golden.messages) >= 12
    assert set(Counter(draft["id"] for draft in golden.drafts).values()) == {2}
    assert len(golden.breaking) >= 60
    assert len({draft["lang"] for draft in golden.breaking}) >= 20


def test_a_set_is_kept_apart() -> None:
    held_out, golden = EvaluationSet.load("held_out"), EvaluationSet.load("golden")
    assert len(held_out.messages) >= 30
    assert len({message["lang"] for message in held_out.messages}) >= 15
    assert not {one["message"] for one in held_out.messages} & {one["message"] for one in golden.messages}


@pytest.mark.parametrize("name", sets.SETS)
@pytest.mark.parametrize("kind", ["messages", "drafts", "rule_breaking", "verdicts"])
def test_each_file_says_who_wrote_it_and_when(name: str, kind: str) -> None:
    first = (sets.FOLDER / name / f"{kind}.jsonl").read_text(encoding="utf-8").partition("\n")[0]
    assert lines.ABOUT in first
    for part in ("a large model", "not by the one that an environment configures", "2026-"):
        assert part in first
    version = {"drafts": prompt_texts.VERSION, "verdicts": prompt_texts.REVIEW_VERSION}.get(kind)
    assert version is None or f"prompt version {version}" in first, "a changed prompt needs new answers"


def test_good_drafts_get_through(judged: list[JudgedDraft]) -> None:
    found = report.drafts(judged)
    assert len(found["rejected by code"]) <= found["good drafts"] / 100
    rejected = {*found["rejected by code"], *found["rejected by review"]}
    assert len(rejected) <= 2 * found["good drafts"] / 100
    assert found["rejected for HIGH"] == []


def test_drafts_that_break_a_rule_do_not_and_the_words_are_named(judged: list[JudgedDraft]) -> None:
    found = report.drafts(judged)
    assert found["caught by either"] >= 0.95 * found["rule-breaking drafts"]
    for one in judged:
        if one.breaks and one.rejected:
            assert one.words or any(one.findings.values()), one.id


def test_a_draft_that_no_reviewer_answered_for_is_named() -> None:
    held_out = EvaluationSet.load("held_out")
    few = replace(held_out, drafts=held_out.drafts[:1], breaking=held_out.breaking[:1])
    answers = [{"findings": []}, "rubbish"]
    found = report.drafts(few.judged(ENVIRONMENT, Recorded(answers, "some.model", Meter())))
    assert found["rejected by review"] == []
    assert found["not reviewed"] == [f"{few.breaking[0]['id']}: malformed"]


def test_every_message_is_answered_by_the_model(outcomes: list[Outcome]) -> None:
    found = report.replies(outcomes)
    assert found["answered by the model"] == found["messages"]
    assert found["right language"] == found["same numbers"] == found["messages"]
    assert found["mean USD of models"] < 0.001


def test_the_model_knows_the_category_better_than_keywords(outcomes: list[Outcome]) -> None:
    found = report.replies(outcomes)
    assert found["category right, model"] >= 0.9 * found["messages"]
    assert found["category right, model"] > found["category right, keywords"]


def test_who_denies_a_wish_does_not_have_it() -> None:
    """Negated wishes, by the ids of the messages that have one."""
    golden = EvaluationSet.load("golden")
    categories = {draft["id"]: draft["input"]["category"] for draft in golden.drafts}
    assert [categories[one] for one in ("g12", "g17")] == ["delivery", "delivery"]
