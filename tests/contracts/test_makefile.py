"""What is given as `make … NAME=value` reaches the commands as it is; no shell and no make reads it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TARGETS = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split()  # type: ignore[index]
VARIABLES = (
    *("ID", "EMAIL", "REQUESTS", "STATE", "PORT", "AI", "FORMAT", "DAYS", "RUN", "ARGS"),
    *("VERSION", "REPO", "MESSAGE"),
)
RUN = "touch was-run"
HOSTILE = (
    f"'; {RUN}; '",
    f'"; {RUN}; "',
    f"$(shell {RUN})",
    f"$({RUN})",
    f"`{RUN}`",
    f"x\n{RUN}\n",
    f"$$({RUN}) | {RUN} & {RUN} # \\",
)
PROGRAMS = [
    *(f".venv/bin/{name}" for name in ("python", "node", "npm", "ruff", "mypy", "pytest", "cfn-lint")),
    *(f".venv/bin/{name}" for name in ("zizmor", "check-jsonschema")),
    *(f"build/tools/bin/{name}" for name in ("python", "uv", "pip-audit", "cyclonedx-py", "checkov")),
]
INSTALLED_FROM = (
    *("pyproject.toml", "requirements.lock", "package.json", "package-lock.json"),
    *("local/emulator-requirements.lock", "lambda_src/requirements.txt", "support_stack/layer.py"),
    "tools/requirements.lock",
)
INSTALLED = tuple(
    f"{name}/installed" for name in (".venv", ".venv-emulator", "node_modules", "build/layer", "build/tools")
)
# Writes what it was called with, and calls nobody.
PROGRAM = """#!/bin/sh
for word in "$@"; do printf '%s\\036' "$word" >> calls; done
printf '\\035' >> calls
env -0 > variables
"""
COMMANDS_WITH_ENV = (
    *("demo", "up", "trace ID=req-1", "erase", "revoke ID=req-1", "doctor", "cost REQUESTS=1", "eval"),
    *("synth", "bootstrap", "diff", "deploy", "destroy", "smoke"),
    *("assembly", "rollback", "comment", "deploy APP=folder", "expire DAYS=3"),
)


class Folder:
    """A folder in which everything is installed, and each program only notes its arguments."""

    def __init__(self, path: Path) -> None:
        self.path = path
        shutil.copytree(ROOT / "environments", path / "environments")
        shutil.copy(ROOT / "Makefile", path)  # where the make that `check` and `test` start finds it too
        for assembly in ("folder", "build/rollback/dev", "build/rollback/pr-7"):
            (path / assembly).mkdir(parents=True)
            (path / assembly / "manifest.json").touch()
        # What make compares by age: what is installed is newer than what it is installed from.
        for name in (*INSTALLED_FROM, *INSTALLED):
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).touch()
        for name in PROGRAMS:
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_text(PROGRAM)
            (path / name).chmod(0o755)

    def make(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run make in a bare shell that has these variables."""
        return subprocess.run(
            ["make", *arguments],
            cwd=self.path,
            env={"PATH": "/usr/bin:/bin", **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def calls(self) -> list[list[str]]:
        """Return the words that each program was called with."""
        calls = self.path / "calls"
        text = calls.read_text() if calls.exists() else ""
        return [call.split("\036")[:-1] for call in text.split("\035")[:-1]]

    def variables(self) -> dict[str, str]:
        """Return what the last program found under SUPPORT_, without what is empty."""
        found = (line.partition("=") for line in (self.path / "variables").read_text().split("\0"))
        return {name: value for name, _, value in found if name.startswith("SUPPORT_") and value}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_shell_or_make_that_read_the_values_would_run_them(tmp_path: Path) -> None:
    ways = ("'$(V)'", '"$(V)"', "$(V)", "'$(value V)'", '"$(value V)"', "$(value V)")
    rules = (f"{number}:\n\t-@echo {way}\n" for number, way in enumerate(ways))
    (tmp_path / "Makefile").write_text("".join(rules))
    for value in HOSTILE:
        program = ["make", *map(str, range(len(ways))), f"V={value}"]
        subprocess.run(program, cwd=tmp_path, capture_output=True, check=False)
        assert (tmp_path / "was-run").exists(), value
        (tmp_path / "was-run").unlink()


@pytest.mark.parametrize("target", TARGETS)
def test_no_value_is_run(target: str, tmp_path: Path) -> None:
    for number, value in enumerate(HOSTILE):
        folder = Folder(tmp_path / str(number))
        folder.make(target, "ENV=dev", *(f"{name}={value}" for name in VARIABLES))
        assert folder.calls() or target in ("help", "setup"), "no program was reached"
        folder.make(target, f"ENV={value}", "ID=req-1", "REQUESTS=1")
        assert not (folder.path / "was-run").exists(), value


@pytest.mark.parametrize("failing", [None, "build/tools/bin/pip-audit", ".venv/bin/npm"])
def test_audit_looks_at_all_packages_and_fails_if_any_are_known(failing: str | None, folder: Folder) -> None:
    if failing:
        (folder.path / failing).write_text(PROGRAM + "exit 1\n")
    assert bool(folder.make("audit").returncode) == bool(failing)
    assert [call[0] for call in folder.calls()] == [*["--strict"] * 3, "audit"]


@pytest.mark.parametrize("value", [*HOSTILE, "two  words", "--json", "%"])
@pytest.mark.parametrize(
    ("command", "names", "words"),
    [
        ("demo", ("STATE", "PORT", "AI"), ["--state={}", "--port={}", "--ai={}"]),
        ("up", ("STATE", "PORT", "AI"), ["--state={}", "--port={}", "--ai={}"]),
        ("down", ("STATE",), ["--state={}"]),
        ("status", ("STATE",), ["--state={}"]),
        ("send", ("STATE",), ["--wait", "--state={}"]),
        ("trace", ("ID", "STATE"), ["{}", "--state={}"]),
        ("revoke", ("ID", "STATE"), ["{}", "--state={}"]),
        ("erase", ("STATE",), ["--state={}"]),
        ("cost ENV=dev", ("REQUESTS",), ["--env=dev", "--requests={}"]),
        ("doctor ENV=dev", ("STATE",), ["--env=dev", "--state={}"]),
        ("diff ENV=dev", ("STATE", "FORMAT"), ["--env=dev", "--state={}", "--format={}"]),
        ("expire ENV=pr-1", ("DAYS",), ["--days={}", "--env=pr-1"]),
        ("eval", ("AI",), ["--ai={}"]),
    ],
)
def test_a_value_arrives_as_one_word(
    command: str, names: tuple[str, ...], words: list[str], value: str, folder: Folder
) -> None:
    target = command.split(maxsplit=1)[0]
    done = folder.make(*command.split(), *(f"{name}={value}" for name in names))
    assert done.returncode == 0, done.stderr
    start = ["-m", target] if target == "eval" else ["-m", "local", target]
    assert folder.calls() == [[*start, *(word.replace("{}", value) for word in words)]]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(("target", "name"), [("send", "MESSAGE"), ("erase", "EMAIL"), ("bench", "ARGS")])
def test_texts_and_options_go_through_the_environment_alone(
    target: str, name: str, value: str, folder: Folder
) -> None:
    folder.make(target, f"{name}={value}")
    assert folder.variables() == {f"SUPPORT_{name}": value}
    assert value not in folder.calls()[0]


@pytest.mark.parametrize("command", COMMANDS_WITH_ENV)
def test_what_is_no_environment_is_one_line_and_nothing_starts(command: str, folder: Folder) -> None:
    for value in (
        "nope",
        "dev prod",
        "..",
        "de%",
        "pr-",
        "pr-0",
        "pr-01",
        "pr-1x",
        "1pr-1",
        "pr-1 pr-2",
        "pr-%",
    ):
        done = folder.make(*command.split(), f"ENV={value}")
        assert f"there is no environment {value}: ENV takes one of dev local" in done.stderr
        assert (done.returncode, done.stderr.count("\n"), folder.calls()) == (2, 1, [])


@pytest.mark.parametrize("command", COMMANDS_WITH_ENV)
def test_an_environment_is_passed_on(command: str, folder: Folder) -> None:
    for environment in ("dev", "pr-7"):
        assert folder.make(*command.split(), f"ENV={environment}").returncode == 0
        words = folder.calls()[-1]
        assert any(word in (f"env={environment}", f"--env={environment}", environment) for word in words) or (
            f"support-assistant-{environment}" in words
        )


@pytest.mark.parametrize("value", [*HOSTILE, "no-such-folder", "environments"])
def test_the_cdk_runs_no_app_that_is_no_cloud_assembly(value: str, folder: Folder) -> None:
    done = folder.make("deploy", "ENV=dev", f"APP={value}")
    assert done.returncode == 2
    assert f"{value} is no cloud assembly: it has no manifest.json" in done.stderr
    assert folder.calls() == []
    assert not (folder.path / "was-run").exists()


def test_an_assembly_is_deployed_as_it_is_and_its_environment_is_named(folder: Folder) -> None:
    assert folder.make("deploy", "ENV=dev", "APP=folder").returncode == 0
    (words,) = folder.calls()
    assert words[1:4] == ["--no-notices", "deploy", "--app"]
    assert (words[4], words[-1]) == ("folder", "support-assistant-dev")
    assert "--context" not in words


def test_a_rollback_deploys_what_it_has_found(folder: Folder) -> None:
    assert folder.make("rollback", "ENV=dev", "RUN=1; touch was-run").returncode == 0
    found, deployed = folder.calls()
    assert found[1:] == ["tools.github", "rollback", "dev", "build/rollback/dev", "--run=1; touch was-run"]
    assert deployed[deployed.index("--app") + 1] == "build/rollback/dev"
    assert not (folder.path / "was-run").exists()
    (folder.path / ".venv/bin/python").write_text(PROGRAM + "exit 1\n")
    assert folder.make("rollback", "ENV=dev").returncode == 2
    assert len(folder.calls()) == 3


def test_an_assembly_is_written_and_shown_where_it_is_wanted(folder: Folder) -> None:
    for given, place in (([], "build/assembly/dev"), (["APP=a b"], "a b")):
        assert folder.make("assembly", "ENV=dev", *given).returncode == 0
        assert folder.calls()[-1][-2:] == ["--output", place]
        assert folder.make("comment", "ENV=dev", *given).returncode == 0
        assert folder.calls()[-1] == ["-m", "tools.github", "comment", "dev", place]


def test_what_the_shell_has_under_these_names_is_not_taken(folder: Folder) -> None:
    own = dict.fromkeys(
        ("ID", "EMAIL", "ENV", "REQUESTS", "STATE", "PORT", "AI", "FORMAT", "ARGS"), "the shell's own"
    )
    folder.make("up", **own)
    assert folder.calls() == [["-m", "local", "up"]]
    assert folder.variables() == {}
    assert "ENV is missing: make deploy ENV=dev" in folder.make("deploy", **own).stderr


def test_the_options_of_lock_are_words(folder: Folder) -> None:
    done = folder.make("lock", "ARGS=--upgrade-package 'a b' --index-url \"c;d\"")
    assert done.returncode == 0, done.stderr
    calls = folder.calls()
    assert len(calls) == 3
    assert all({"--upgrade-package", "a b", "--index-url", "c;d"} < set(call) for call in calls)


@pytest.mark.parametrize(
    ("module", "given", "said"),
    [
        ("local", '--no-such "a $(touch was-run) file"', "No such option: --no-such"),
        ("local", "cost --env 'no such' --requests 1", "environments/no such.toml"),
        ("eval", "--env 'no such'", "environments/no such.toml"),
        ("local", "'", "error: ARGS cannot be split into words (no closing quotation): '"),
        ("bench", "'", "error: ARGS cannot be split into words (no closing quotation): '"),
    ],
)
def test_options_are_split_without_a_shell(module: str, given: str, said: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "SUPPORT_ARGS": given, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode
    assert said in done.stderr
    assert not (tmp_path / "was-run").exists()
