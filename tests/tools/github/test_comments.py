"""One comment per environment, kept up to date; without the right to comment, the summary alone."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tools.github.conftest import REPOSITORY, TOKEN, FakeGitHub
from tools.github import __main__ as command, comments
from tools.github.api import GitHubError, connect

COMMENTS = "issues/7/comments"
MARK = "<!-- support-assistant: diff of dev -->"
BOT = {"login": "github-actions[bot]"}


def comment(number: int, body: str, user: dict[str, str] | None = BOT) -> dict[str, Any]:
    return {"id": number, "body": body, "user": user, "html_url": f"https://github.test/comment/{number}"}


def publish(github: FakeGitHub, text: str = "a report\n", environment: str = "dev") -> str:
    with connect(github.variables) as connected:
        return comments.publish(connected, 7, environment, text, github.variables)


def written(github: FakeGitHub) -> list[tuple[str, str, Any, str | None]]:
    return [one for one in github.requests if one[0] != "GET"]


def test_the_first_report_is_a_new_comment_with_the_hidden_mark(github: FakeGitHub) -> None:
    others = [
        comment(1, "looks good"),
        comment(2, MARK.replace("dev", "prod")),
        comment(3, f"{MARK}\nnot ours", {"login": "mallory"}),
        comment(4, f"{MARK}\nof a user who left", None),
        comment(5, f"quoted: {MARK}"),
    ]
    github.answer(f"GET {COMMENTS}", others)
    github.answer(f"POST {COMMENTS}", comment(9, ""), status=201)
    assert publish(github) == "https://github.test/comment/9"
    path = f"/repos/{REPOSITORY}/{COMMENTS}"
    assert written(github) == [("POST", path, {"body": f"{MARK}\na report\n"}, f"Bearer {TOKEN}")]


def test_the_next_one_takes_its_place_wherever_it_stands(github: FakeGitHub) -> None:
    def page(path: str, _body: Any) -> list[dict[str, Any]]:
        return [comment(8, f"{MARK}\nold")] if "page=2" in path.split("&") else [comment(1, "hello")] * 100

    following = f"<{github.url}/repos/{REPOSITORY}/{COMMENTS}?per_page=100&page=2>"
    github.answer(f"GET {COMMENTS}", page, Link=f'{following}; rel="next"')
    github.answer("PATCH issues/comments/8", comment(8, ""))
    assert publish(github, "new\n") == "https://github.test/comment/8"
    assert [(one[0], one[2]) for one in written(github)] == [("PATCH", {"body": f"{MARK}\nnew\n"})]


def test_what_is_too_long_begins_with_the_way_to_all_of_it(github: FakeGitHub) -> None:
    github.answer(f"GET {COMMENTS}", [])
    github.answer(f"POST {COMMENTS}", comment(9, ""))
    variables = {"GITHUB_SERVER_URL": "https://github.test", "GITHUB_RUN_ID": "42"}
    with connect(github.variables) as connected:
        comments.publish(connected, 7, "dev", "a line of é\n" * 8_000, github.variables | variables)
    body = written(github)[0][2]["body"]
    assert len(body) < 65_536
    assert f"(https://github.test/{REPOSITORY}/actions/runs/42)" in body.partition("a line")[0]
    assert body.endswith("a line of é\n")


def test_a_refusal_names_what_was_refused(github: FakeGitHub) -> None:
    github.answer(f"GET {COMMENTS}", {"message": "Resource not accessible by integration"}, status=403)
    with pytest.raises(GitHubError, match=r"GET /repos/.*/comments with 403: Resource not accessible"):
        publish(github)
    github.answer(f"GET {COMMENTS}", b"<html>", status=502)
    with pytest.raises(GitHubError, match="with 502: Bad Gateway"):
        publish(github)


def pull_request(head: str | None) -> dict[str, Any]:
    repo = {"full_name": head} if head else None
    return {
        "pull_request": {"number": 7, "head": {"repo": repo}, "base": {"repo": {"full_name": REPOSITORY}}}
    }


@pytest.mark.parametrize(
    ("event", "number"),
    [
        (pull_request(REPOSITORY), 7),
        (pull_request("mallory/support"), None),
        (pull_request(None), None),
        ({"ref": "refs/heads/main"}, None),
    ],
    ids=["ours", "fork", "deleted fork", "push"],
)
def test_only_a_pull_request_of_the_repository_itself_is_commented(event: Any, number: int | None) -> None:
    assert comments.pull_request_of(event) == number


def diff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    """Put a program in place of `diff` that prints its arguments."""
    program = tmp_path / "diff.py"
    no_token = "assert 'GITHUB_TOKEN' not in os.environ"
    lines = ("import os, sys", no_token, "print('### dev é', *sys.argv[1:])", f"sys.exit({status})")
    program.write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr(comments, "_DIFF", (sys.executable, "-X", "utf8", str(program)))


@pytest.mark.parametrize("status", [0, 2, 3])
def test_the_report_is_that_of_diff_whatever_it_found(
    status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diff(tmp_path, monkeypatch, status)
    options = "--env dev --format markdown --app build/assembly/dev"
    assert comments.report("dev", Path("build/assembly/dev")) == f"### dev é {options}\n"
    deployed = "--deployed build/base/dev/support-assistant-dev.template.json"
    assert comments.report("dev", Path("build/assembly/dev"), Path("build/base/dev")).endswith(
        f"{deployed}\n"
    )


def test_a_comparison_that_failed_is_no_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diff(tmp_path, monkeypatch, 1)
    with pytest.raises(GitHubError, match="dev cannot be compared: `diff` ended with 1"):
        comments.report("dev", tmp_path)


@pytest.fixture
def workflow(github: FakeGitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a job's event and summary; `diff` finds changes."""
    diff(tmp_path, monkeypatch, 2)
    (tmp_path / "summary.md").write_text("before\n")
    files = {"GITHUB_EVENT_PATH": "event.json", "GITHUB_STEP_SUMMARY": "summary.md"}
    for name, value in (
        github.variables | {name: str(tmp_path / file) for name, file in files.items()}
    ).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["github"])
    return tmp_path


@pytest.mark.parametrize(
    ("head", "options", "commented"),
    [(REPOSITORY, [], True), ("mallory/support", [], False), (REPOSITORY, ["--base", "base"], False)],
    ids=["ours", "fork", "without credentials"],
)
def test_the_summary_has_every_report_and_the_pull_request_those_with_credentials(
    head: str, options: list[str], commented: bool, github: FakeGitHub, workflow: Path
) -> None:
    github.answer(f"GET {COMMENTS}", [])
    github.answer(f"POST {COMMENTS}", comment(9, ""))
    (workflow / "event.json").write_text(json.dumps(pull_request(head)))
    sys.argv += ["comment", "dev", "build/assembly/dev", *options]
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code in (0, None)
    assert (workflow / "summary.md").read_text("utf-8").startswith("before\n### dev é --env dev")
    assert bool(written(github)) == commented
