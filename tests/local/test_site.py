"""Finding an environment to look at."""

from dataclasses import replace
from pathlib import Path

import pytest

from local.errors import LocalError
from local.site import Site, find_site, require_request_id, runs_here
from tests.local.test_state import DEPLOYMENT


def test_log_groups_are_named_without_their_hash(site: Site) -> None:
    assert list(site.log_groups()) == ["Function"]


def test_an_unknown_environment_is_told_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(
        LocalError, match="no environment nowhere: choose one of dev, local, local-economy, prod, staging"
    ):
        find_site("nowhere", tmp_path)


def test_the_local_one_must_run(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="nothing is running"):
        find_site("local", tmp_path)


def test_an_id_must_look_like_one() -> None:
    assert require_request_id("req-20261123-101500-abcdefghijkl")
    for wrong in ("", "req-1", "req-20261123-101500-abcdefghijkl/../x", "req-20261123-101500-abcdefghijkl\n"):
        with pytest.raises(LocalError, match="is not a request id"):
            require_request_id(wrong)


@pytest.mark.parametrize(
    ("name", "here"),
    [("local", True), ("local-economy", True), ("dev", False), ("localhost", False)],
)
def test_an_environment_of_this_machine_is_told_by_its_name(name: str, here: bool) -> None:
    assert runs_here(name) is here


def test_local_is_whatever_runs_here_and_another_name_must_be_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    economy = replace(DEPLOYMENT, stack="support-assistant-local-economy")
    monkeypatch.setattr("local.site.current", lambda _: economy)
    outputs = dict.fromkeys(("BucketName", "TableName", "StateMachineArn"), "x")
    monkeypatch.setattr("local.site.stack_outputs", lambda *_: outputs)
    assert find_site("local", tmp_path).stack == find_site("local-economy", tmp_path).stack == economy.stack
    with pytest.raises(LocalError, match=r"support-assistant-local-economy that runs .*, not local-other"):
        find_site("local-other", tmp_path)
