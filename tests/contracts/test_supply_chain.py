"""What is installed is locked by hash, and what is shipped is named with its licence."""

import re
from importlib.metadata import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "local/emulator-requirements.lock", "tools/requirements.lock")
LICENCES = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")


def pinned(file: str) -> list[str]:
    """Return the names of the packages that a requirements file pins."""
    return re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / file).read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert len(blocks) > 10
    for block in blocks:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==", block), block
        assert "--hash=sha256:" in block, block


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_pip_installs_by_hash_and_nothing_else() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installing = [line for line in makefile.splitlines() if "$(PIP_INSTALL)" in line and ":=" not in line]
    assert len(installing) == 4
    for line in installing:
        assert "--require-hashes" in line or "--no-deps --no-build-isolation --editable ." in line, line
    assert "--require-hashes" in (ROOT / "support_stack" / "layer.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("package", pinned("lambda_src/requirements.txt"))
def test_what_is_deployed_stands_with_its_licence(package: str) -> None:
    (licence,) = re.findall(rf"^\| {re.escape(package)} \| \**([\w.-]+)\** \|", LICENCES, re.M)
    about = metadata(package)
    declared = " ".join(filter(None, (about["License-Expression"], about["License"], *classifiers(package))))
    family = re.split(r"[-.\d]", licence)[0]
    assert family.lower() in declared.lower(), f"{package}: {declared}"


def classifiers(package: str) -> list[str]:
    return [one for one in metadata(package).get_all("Classifier") or [] if one.startswith("License ::")]


def test_what_only_this_machine_uses_stands_there_if_its_licence_has_conditions() -> None:
    copyleft = [
        package
        for package in pinned("requirements-dev.txt")
        if re.search(
            r"\bL?GPL", " ".join((str(metadata(package)["License-Expression"]), *classifiers(package)))
        )
    ]
    assert {"lameenc", "pykakasi"} <= {*copyleft}
    assert not [package for package in (*copyleft, "espeakng-loader") if package not in LICENCES]


def test_the_readme_leads_there() -> None:
    assert "docs/licences.md" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_checkov_may_find_has_a_reason() -> None:
    lines = (
        (ROOT / "tools" / "checkov.yaml")
        .read_text(encoding="utf-8")
        .partition("skip-check:\n")[2]
        .splitlines()
    )
    skipped = [number for number, line in enumerate(lines) if line.startswith("  - CKV_")]
    assert skipped
    assert not [lines[number] for number in skipped if not lines[number - 1].startswith("  # ")]
