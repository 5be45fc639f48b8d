"""Workflows pin their actions, run one make target a step, and give credentials to nobody else."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from support_stack import config
from support_stack.delivery import SESSION

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = {file.stem: file.read_text("utf-8") for file in GITHUB.glob("workflows/*.yml")}
ACTIONS = {file.parent.name: file.read_text("utf-8") for file in GITHUB.glob("actions/*/action.yml")}
TEXTS = WORKFLOWS | ACTIONS
TARGETS = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split()  # type: ignore[index]

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
OURS = "$/.github/"
"""Begins what is of this repository, taken from the commit that runs."""

RUN = re.compile(r"""make ([a-z-]+)(?: [A-Z]+=(?:[\w/.-]+|"[\w/$.-]+"|'[^'"$`\\]*'))*""")
"""One target, and values that are literal or variables of the step in double quotes."""

SETUP, CHECKOUT = "$/.github/actions/setup", "actions/checkout@"
CREDENTIALS = "aws-actions/configure-aws-credentials@"
DEPLOYING = ("make deploy", "make rollback", "make expire")
NEED_A_TOKEN = ("make comment", "make rollback")

Job = dict[str, Any]


def parsed(text: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(text)
    return found


def triggers(workflow: str) -> set[str]:
    """YAML 1.1 reads the key `on` as true."""
    return {*parsed(WORKFLOWS[workflow])[True]}


def jobs() -> Iterator[tuple[str, str, Job]]:
    for workflow, text in sorted(WORKFLOWS.items()):
        for name, job in parsed(text)["jobs"].items():
            yield workflow, name, job


JOBS = {f"{workflow}: {name}": (workflow, job) for workflow, name, job in jobs()}
RUNNING = {name: job for name, (_, job) in JOBS.items() if "steps" in job}
each_job = pytest.mark.parametrize("name", JOBS)
each_running_job = pytest.mark.parametrize("name", RUNNING)


def runs(job: Job) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def index(job: Job, start: str) -> int:
    """Return the place of the first step that uses or runs something; beyond the last one if none does."""
    steps = [step.get("uses") or step["run"] for step in job["steps"]]
    return next((place for place, step in enumerate(steps) if step.startswith(start)), len(steps))


def test_there_are_workflows() -> None:
    assert {"check", "deploy", "diff", "expire", "pull-request-environment", "rollback", "weekly"} < {
        *WORKFLOWS
    }
    assert len(RUNNING) > 8


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_action_is_pinned_by_a_commit_with_its_version(text: str) -> None:
    used = re.findall(r"\buses: *(.*)", text)
    assert used
    assert [one for one in used if not (PINNED.fullmatch(one) or one.startswith(OURS))] == []
    for one in used:
        if one.startswith(OURS):
            path = ROOT / one.removeprefix("$/")
            assert path.is_file() or (path / "action.yml").is_file(), one


def test_one_version_of_an_action_is_used() -> None:
    used = {one for text in TEXTS.values() for one in re.findall(r"\buses: (\w.*)", text)}
    assert len(used) == len({one.partition("@")[0] for one in used})


def test_each_step_runs_one_make_target() -> None:
    commands = [command for job in RUNNING.values() for command in runs(job)]
    commands += [command for text in ACTIONS.values() for command in runs(parsed(text)["runs"])]
    for command in commands:
        found = RUN.fullmatch(command)
        assert found, command
        assert found[1] in TARGETS, command


@each_running_job
def test_each_variable_of_a_step_is_set(name: str) -> None:
    job = RUNNING[name]
    for command in runs(job):
        assert {*re.findall(r"\$(\w+)", command)} <= {*job.get("env", ())}, command


def test_no_workflow_runs_with_more_rights_than_its_event_has() -> None:
    for name in WORKFLOWS:
        assert not triggers(name) & {"pull_request_target", "workflow_run", "issue_comment"}, name


@each_job
def test_each_job_says_what_it_may(name: str) -> None:
    workflow, job = JOBS[name]
    assert parsed(WORKFLOWS[workflow])["permissions"] == {}
    assert job["permissions"]
    assert job["permissions"]["contents"] == "read"
    writes = {right for right, access in job["permissions"].items() if access == "write"}
    assert writes <= {"id-token"} | ({"pull-requests"} if workflow == "diff" else set())


@each_running_job
def test_each_job_has_a_time_limit_and_leaves_no_token_behind(name: str) -> None:
    job = RUNNING[name]
    assert 0 < job["timeout-minutes"] <= 120
    checkouts = [step for step in job["steps"] if step.get("uses", "").startswith(CHECKOUT)]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert index(job, CHECKOUT) < index(job, SETUP) < index(job, "make ")


@each_job
def test_no_secret_is_used_and_the_token_goes_to_the_steps_that_call_github(name: str) -> None:
    workflow, job = JOBS[name]
    assert "secrets" not in WORKFLOWS[workflow]
    assert "token" not in str(job.get("env", ""))
    assert "env" not in parsed(WORKFLOWS[workflow])
    for step in job.get("steps", ()):
        has_token = "github.token" in str(step)
        assert not has_token or step["env"] == {"GITHUB_TOKEN": "${{ github.token }}"}, step
        calls = step.get("run", "").startswith(NEED_A_TOKEN) and "--base" not in step["run"]
        assert has_token == calls, step


@each_running_job
def test_whoever_signs_in_to_aws_has_an_environment_and_only_then_asks_for_it(name: str) -> None:
    job = RUNNING[name]
    signs_in = index(job, CREDENTIALS) < len(job["steps"])
    assert (job["permissions"].get("id-token") == "write") == signs_in
    assert ("environment" in job) == signs_in
    if signs_in:
        step = job["steps"][index(job, CREDENTIALS)]
        assert {*step["with"]} - {"role-duration-seconds"} == {"role-to-assume", "aws-region"}
        assert index(job, SETUP) < index(job, CREDENTIALS)
        assert index(job, "make assembly") == len(job["steps"]) or index(job, "make assembly") < index(
            job, CREDENTIALS
        ), "a synthesis needs no credentials"


@each_running_job
def test_a_forks_code_never_meets_credentials(name: str) -> None:
    workflow, job = JOBS[name]
    if "pull_request" in triggers(workflow) and "environment" in job:
        condition = " ".join(job["if"].split())
        assert "&& github.event.pull_request.head.repo.full_name == github.repository &&" in condition
        assert condition.startswith("vars.DELIVERY == 'on' && ")
    for step in job["steps"]:
        ref = step.get("with", {}).get("ref", "")
        assert ref in (
            "",
            "${{ github.event.pull_request.base.sha }}",
            "${{ github.event.repository.default_branch }}",
        )


@each_running_job
def test_one_deployment_of_an_environment_at_a_time_and_none_is_cut_off(name: str) -> None:
    job = RUNNING[name]
    deploys = any(command.startswith(DEPLOYING) for command in runs(job))
    if not deploys:
        assert not job.get("environment", "read-").startswith("${{")
        return
    group = job["concurrency"]["group"]
    assert job["concurrency"]["cancel-in-progress"] is False
    variable = job.get("env", {}).get("ENVIRONMENT")
    assert group == (f"deploy-{variable}" if variable else "expire")


def test_what_is_deployed_is_what_was_assembled_for_that_environment() -> None:
    names = ("dev", "staging", "prod")
    assemble, *deploying = (parsed(WORKFLOWS["deploy"])["jobs"][name] for name in ("assemble", *names))
    assert runs(assemble) == [f"make assembly ENV={name}" for name in names]
    uploads = [step["with"] for step in assemble["steps"] if "path" in step.get("with", {})]
    assert [(one["name"], one["path"]) for one in uploads] == [
        (f"assembly-{name}", f"build/assembly/{name}") for name in names
    ]
    assert [job["with"]["environment"] for job in deploying] == ["dev", "staging", "prod"]
    assert [job["needs"] for job in deploying] == ["assemble", "dev", "staging"]
    deploy = RUNNING["deploy-environment: deploy"]
    assert "make assembly" not in str(deploy)
    assert runs(deploy)[0] == 'make deploy ENV="$ENVIRONMENT" APP="build/assembly/$ENVIRONMENT"'


def test_what_fails_its_smoke_test_is_taken_back_and_not_kept() -> None:
    deploy = RUNNING["deploy-environment: deploy"]
    deployed, smoke, rollback, again = (step for step in deploy["steps"] if "run" in step)
    assert smoke["run"] == again["run"] == 'make smoke ENV="$ENVIRONMENT"'
    assert rollback["if"] == f"failure() && steps.{smoke['id']}.outcome == 'failure'"
    assert again["if"] == f"failure() && steps.{rollback['id']}.outcome == 'success'"
    assert "if" not in deployed
    _, kept = (step for step in deploy["steps"] if "path" in step.get("with", {}))
    assert kept["with"]["name"] == "deployed-${{ inputs.environment }}"
    assert "if" not in kept
    assert deploy["steps"].index(smoke) < deploy["steps"].index(kept) < deploy["steps"].index(rollback)


def test_a_pull_request_is_tested_as_by_any_other_ci() -> None:
    *_, command = (ROOT / ".ci" / "run").read_text().splitlines()
    assert command in runs(RUNNING["check: test"])
    assert {*runs(RUNNING["check: supply-chain"])} == {"make sbom", "make checkov", "make audit"}
    assert parsed(WORKFLOWS["deploy"])["jobs"]["assemble"]["needs"] == "check"


@pytest.mark.parametrize("name", ["deploy-environment: deploy", "rollback: rollback"])
def test_the_credentials_of_what_deploys_production_outlive_a_gradual_rollout(name: str) -> None:
    rollout = config.load("prod").rollout
    steps = 100 / (rollout.percent or 100) - 1
    job = RUNNING[name]
    seconds = job["steps"][index(job, CREDENTIALS)]["with"]["role-duration-seconds"]
    assert steps * (rollout.minutes or 0) * 60 + 1800 < seconds <= SESSION.to_seconds()
