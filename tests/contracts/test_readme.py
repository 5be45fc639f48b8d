"""What the README promises is so."""

import re
from pathlib import Path

import pytest
from aws_cdk.assertions import Template

from support_stack.config import Environment
from tools import languages, picture

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_picture_is_that_of_the_synthesized_workflow(template: Template) -> None:
    expected = picture.picture(picture.definition(template.to_json()))
    assert picture.drawn(README) == expected, "run `make picture`"


def test_the_languages_are_those_of_the_table() -> None:
    assert languages.written(README) == languages.matrix(), "run `make languages`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_make_target_that_is_named_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets


def test_every_key_of_the_environment_file_is_explained() -> None:
    for name in Environment.__dataclass_fields__:
        assert name == "name" or f"`{name}`" in README or f"[{name}]" in README, name
