"""The comment on a pull request: its form, its folds, and its limit."""

import re
from dataclasses import replace

from local.commands.diff.markdown import LIMIT, as_markdown
from local.commands.diff.report import Change, Costs, Line, Money, Property, Report, Section

CHANGE = Change(
    id="TableAB12",
    path="Storage/Table",
    type="AWS::DynamoDB::Table",
    kind="table",
    impact="replaced",
    stateful=True,
    properties=(Property("KeySchema", "pk", "id", replaces=True),),
)
REPORT = Report(
    stack="support-assistant-dev",
    place="what is deployed in eu-west-1",
    new=False,
    changes=(CHANGE,),
    sections=(
        Section("Resources", (Line("!", "replaced: `Storage/Table` (table, stateful): `KeySchema`"),)),
    ),
    costs=Costs(
        10_000,
        (Money("speech", 120.0, 12.0),),
        Money("total", 192.75, 84.75),
        Money("each request", 0.017, 0.006),
    ),
    notes=("A note.",),
)

LOST = "the stack uses another one from then on, without what is in this one"
EXPECTED = f"""\
### `support-assistant-dev`: 1 replaced

Compared with what is deployed in eu-west-1.

> [!CAUTION]
> - The table `Storage/Table` would be replaced: {LOST}.

#### Resources

- `!` replaced: `Storage/Table` (table, stateful): `KeySchema`

#### Cost in USD of a month of 10,000 messages, as `make cost` assumes them

|  | was | now | change |
| --- | ---: | ---: | ---: |
| speech | 120.00 | 12.00 | -108.00 |
| total | 192.75 | 84.75 | -108.00 |
| each request | 0.017000 | 0.006000 | -0.011000 |

<details><summary>Every resource, property by property (1)</summary>

- `Storage/Table` (table, `TableAB12`): replaced
  - `KeySchema` (requires replacement): `pk` → `id`

</details>

> [!NOTE]
> A note.
"""


def test_the_whole_comment() -> None:
    assert as_markdown(REPORT) == EXPECTED


def test_of_a_long_section_the_rest_is_folded() -> None:
    section = Section("Permissions", tuple(Line("+", f"line {number}") for number in range(20)))
    before, _, fold = as_markdown(replace(REPORT, sections=(section,))).partition("<details>")
    assert "line 11" in before
    assert "line 12" not in before
    assert fold.startswith("<summary>8 more</summary>\n\n- `+` line 12\n")


def test_what_a_template_says_is_no_markup() -> None:
    hostile = "</details><img src=x> [a](http://x) *b*\n\n# c"
    section = Section("Settings", (Line("~", f"a {hostile}", f"`{hostile}", "now"),))
    text = as_markdown(replace(REPORT, sections=(section,)))
    (line,) = [one for one in text.splitlines() if one.startswith("- `~` a ")]
    assert r"\</details\>\<img src=x\> \[a\](http://x) \*b\*" in line
    assert "  - was: `` `</details><img" in text or ": `` `</details><img" in text
    assert "\n# c" not in text


def test_a_comment_that_is_too_long_is_cut_and_says_so() -> None:
    many = tuple(
        replace(CHANGE, path=f"Storage/Bücher{number}", properties=(Property("Name", "é" * 200, None),))
        for number in range(500)
    )
    text = as_markdown(replace(REPORT, changes=many))
    assert LIMIT - 2_000 < len(text.encode()) <= LIMIT
    assert text.count("<details>") == len(re.findall(r"^</details>$", text, re.MULTILINE))
    assert text.endswith("Without `FORMAT=markdown` the same command prints all of it.\n")
    assert "a comment may have 65,536 characters" in text


def test_a_comment_that_just_fits_is_whole() -> None:
    assert "Cut here" not in as_markdown(REPORT)
