"""What the README and the pages in docs promise is so."""

import re
from pathlib import Path

import pytest
from aws_cdk.assertions import Template

from support_stack.config import Environment
from tools import languages, picture

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
CONFIGURATION = ROOT / "docs" / "configuration.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]

FOLDERS = (ROOT, ROOT / "lambda_src" / "assistant")
"""A path that stands in a page without being a link begins at one of these."""

PATH = re.compile(r"`([a-z_]+/[\w./-]+\.(?:py|toml|jsonl|md))`")


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub makes of a page's headings."""
    headings = re.findall(r"^#+ (.+)$", _text(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


def test_the_picture_is_that_of_the_synthesized_workflow(template: Template) -> None:
    expected = picture.picture(picture.definition(dict(template.to_json())))
    assert picture.drawn(_text(README)) == expected, "run `make picture`"


def test_the_languages_are_those_of_the_table() -> None:
    assert languages.written(_text(languages.PAGE)) == languages.matrix(), "run `make languages`"


@every_page
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", _text(page)) if "://" not in link]
    paths = [path for path in PATH.findall(_text(page)) if not re.search(r"ENV|NAME", path)]
    missing = [link for link in links if not (page.parent / link).exists()]
    missing += [path for path in paths if not any((folder / path).exists() for folder in FOLDERS)]
    assert missing == []


@every_page
def test_links_to_a_heading_lead_to_one(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]*)#([^)]+)\)", _text(page))
    targets = [((page.parent / file).resolve() if file else page, anchor) for file, anchor in links]
    assert [anchor for target, anchor in targets if anchor not in _anchors(target)] == []


@every_page
def test_every_make_target_that_is_named_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", _text(page), re.MULTILINE))
    assert named <= targets


def test_every_key_of_the_environment_file_is_explained() -> None:
    page = _text(CONFIGURATION)
    for name in Environment.__dataclass_fields__:
        assert name == "name" or f"`{name}`" in page or f"[{name}]" in page, name
