"""Writes docs/categories.md, how well the category rule does on unseen messages: `make categories`.

A test compares the file with the rule. Whoever changes keywords after a look at the messages makes the
figures worthless: write new messages first.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
FILE: Final = ROOT / "docs" / "categories.md"
MESSAGES: Final = ROOT / "tests" / "messages.json"
sys.path.insert(0, str(ROOT / "lambda_src"))

from support.domain import languages  # noqa: E402 - only after the path to it
from support.domain.categories import Category  # noqa: E402
from support.domain.category_rule import categorise  # noqa: E402

DEEP: Final = ("fr", "en", "es", "de", "it", "pt", "nl")
"""Languages with the larger tables; the pivot languages first."""

_TEXT: Final = """# How well the category rule does

The rule is a table of weighted keywords
([category_words.py](../lambda_src/support/domain/category_words.py)). It was measured on {count} messages
in {languages} languages ([messages.json](../tests/messages.json)), each labelled with one category by
what its writer wants. They were written without a look at the keywords, about a third of them on purpose
without the usual words, or with words of another category; the keywords were then chosen without a look
at them. Every message is read in its own language, as if Translate had failed. In production the rule
reads the translation into the pivot language, which was not measured: there is no translator here.

{deep}

{table}

{rest}

| language | right |
|---|---|
{by_language}

Rows are what a message is about, columns what the rule says.
"""


def page() -> str:
    """Return the page as Markdown."""
    messages = json.loads(MESSAGES.read_text(encoding="utf-8"))["messages"]
    said = [(one, categorise(None, "fr", one["message"], one["language"]).value) for one in messages]
    deep = [pair for pair in said if pair[0]["language"] in DEEP]
    rest = [pair for pair in said if pair[0]["language"] not in DEEP]
    names = ", ".join(languages.name(code, "en") for code in DEEP)
    return _TEXT.format(
        count=len(said),
        languages=len({one["language"] for one, _ in said}),
        deep=f"In {names}: {_right(deep)}.",
        table=_confusion(deep),
        rest=f"In the other languages, whose tables are smaller: {_right(rest)}.",
        by_language="\n".join(_by_language(said)),
    )


def _right(said: list[tuple[dict[str, Any], str]]) -> str:
    right = sum(one["category"] == category for one, category in said)
    return f"**{right} of {len(said)} right ({right / len(said):.0%})**"


def _confusion(said: list[tuple[dict[str, Any], str]]) -> str:
    counts = Counter((one["category"], category) for one, category in said)
    head = ["", *Category]
    rows = [[f"**{row}**", *(str(counts[row, column]) for column in Category)] for row in Category]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def _by_language(said: list[tuple[dict[str, Any], str]]) -> Iterable[str]:
    for code in dict.fromkeys(one["language"] for one, _ in said):
        pairs = [pair for pair in said if pair[0]["language"] == code]
        right = sum(one["category"] == category for one, category in pairs)
        yield f"| {languages.name(code, 'en')} | {right} of {len(pairs)} |"


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
