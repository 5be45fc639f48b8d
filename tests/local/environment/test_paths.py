"""What started programs get to know of the developer's shell."""

import pytest

from local.environment import paths
from local.errors import LocalError


def test_profiles_and_python_paths_are_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "work")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    assert not {"AWS_PROFILE", "PYTHONPATH"} & set(paths.clean_environment())


def test_a_proxy_is_passed_on_but_not_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example.com")
    environment = paths.clean_environment()
    assert environment["HTTPS_PROXY"] == "http://proxy.example.com"
    assert "127.0.0.1" in environment["NO_PROXY"]


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "CDK", paths.ROOT / "nowhere" / "cdk")
    with pytest.raises(LocalError, match="nowhere/cdk is missing: run `make setup`"):
        paths.require_installed()
