"""Finding an environment to look at."""

from pathlib import Path

import pytest

from local.errors import LocalError
from local.site import Site, find_site, require_request_id


def test_log_groups_are_named_without_their_hash(site: Site) -> None:
    assert list(site.log_groups()) == ["Function"]


def test_an_unknown_environment_is_told_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="no environment nowhere: choose one of dev, local, prod, staging"):
        find_site("nowhere", tmp_path)


def test_the_local_one_must_run(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="nothing is running"):
        find_site("local", tmp_path)


def test_an_id_must_look_like_one() -> None:
    assert require_request_id("req-20261123-101500-abcdefghijkl")
    for wrong in ("", "req-1", "req-20261123-101500-abcdefghijkl/../x", "req-20261123-101500-abcdefghijkl\n"):
        with pytest.raises(LocalError, match="is not a request id"):
            require_request_id(wrong)
