"""The CDK's own comparison of two templates, made by its library in Node."""

import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from local.environment.paths import NODE, ROOT, clean_environment
from local.errors import LocalError

Template = Mapping[str, Any]

_PROGRAM: Final = Path(__file__).with_name("compare.mjs")
_LIBRARY: Final = ROOT / "node_modules" / "@aws-cdk" / "cloudformation-diff"
_VERSION: Final = re.compile(r"(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}")
"""The logical id of a function's published version, which ends in a hash of it. A version is one more
with each change of its function; the function's own change says it all, and the former version stays."""

_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_UNTOLD: Final = ("AWS::CDK::Metadata",)
_CONDITION: Final = "Conditions.CDKMetadata"
"""What the CDK adds for its own statistics, unless it is told not to."""


@dataclass(frozen=True)
class Value:
    """A property, an attribute or an output that differs; None on a side where it is not there.

    `impact` is the CDK's word for what CloudFormation does about it, such as WILL_UPDATE.
    """

    name: str
    old: Any
    new: Any
    impact: str = ""


@dataclass(frozen=True)
class Difference:
    """A resource that differs, by its logical id; `impact` as above, the worst of its properties."""

    id: str
    type: str
    impact: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Iam:
    """Every statement and every attached managed policy of a template, as the CDK's library reads them."""

    statements: tuple[Mapping[str, Any], ...]
    managed: tuple[Mapping[str, str], ...]


@dataclass(frozen=True)
class Comparison:
    """How two templates differ; `others` is what is neither a resource nor an output."""

    resources: tuple[Difference, ...]
    outputs: tuple[Value, ...]
    others: tuple[Value, ...]
    old_iam: Iam
    new_iam: Iam


def as_returned(made: Template, deployed: Template) -> Template:
    """Return a new template as CloudFormation would return it, if that returned the deployed one.

    GetTemplate has a question mark for every letter beyond ASCII; `cdk diff` compares likewise. The emulator
    returns what it was given.
    """
    if not json.dumps(deployed, ensure_ascii=False).isascii():
        return made
    text = json.dumps(made, ensure_ascii=False)
    template: Template = json.loads(_BEYOND_ASCII.sub("?", text))
    return template


def compare(deployed: Template, made: Template) -> Comparison:
    """Return how a new template differs from the deployed one; the deployed one of a new stack is empty.

    Raises LocalError: the library is not installed, or cannot read a template.
    """
    if not _LIBRARY.exists():
        raise LocalError(f"{_LIBRARY.relative_to(ROOT)} is missing: run `make setup`")
    with tempfile.TemporaryDirectory(prefix="support-diff-") as folder:
        files = [Path(folder) / "deployed.json", Path(folder) / "new.json"]
        for file, template in zip(files, (deployed, made), strict=True):
            text = json.dumps(template, ensure_ascii=False)
            file.write_text(_VERSION.sub(r"\1", text), encoding="utf-8")
        done = subprocess.run(
            [str(NODE), str(_PROGRAM), *map(str, files)],
            env=clean_environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        raise LocalError(f"the templates cannot be compared: {done.stderr.strip()}")
    return _read(json.loads(done.stdout))


def _read(found: Mapping[str, Any]) -> Comparison:
    resources = (
        Difference(
            one["id"],
            one["type"],
            one["impact"],
            # A change of Metadata alone is no change of the resource.
            tuple(
                Value(**value)
                for value in (*one["properties"], *one["others"])
                if value["name"] != "Metadata"
            ),
        )
        for one in sorted(found["resources"], key=lambda each: each["id"])
        if one["type"] not in _UNTOLD
    )
    updates = ("WILL_UPDATE", "NO_CHANGE")
    return Comparison(
        tuple(one for one in resources if one.values or one.impact not in updates),
        tuple(Value(**value) for value in sorted(found["outputs"], key=lambda each: each["name"])),
        tuple(
            Value(**value)
            for value in sorted(found["others"], key=lambda each: each["name"])
            if not value["name"].startswith(_CONDITION)
        ),
        *(Iam(tuple(found[side]["statements"]), tuple(found[side]["managed"])) for side in ("old", "new")),
    )
