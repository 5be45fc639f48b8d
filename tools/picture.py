"""Draws the workflow in README.md from the synthesized definition: `make picture`.

The picture is Mermaid, which GitHub and editors render. A test compares the README with the definition.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
README: Final = ROOT / "README.md"
TEMPLATE: Final = ROOT / "build" / "synth" / "prod" / "support-assistant-prod.template.json"

_BLOCK: Final = re.compile(r"(?<=<!-- workflow -->\n```mermaid\n).*?(?=```\n<!-- /workflow -->)", re.DOTALL)


def definition(template: dict[str, Any]) -> dict[str, Any]:
    """Return the state machine's definition of a template, references replaced by the resources' names."""
    resources = template["Resources"].values()
    (machine,) = [one for one in resources if one["Type"] == "AWS::StepFunctions::StateMachine"]
    parts = machine["Properties"]["DefinitionString"]["Fn::Join"][1]
    text = "".join(part if isinstance(part, str) else _name(part) for part in parts)
    return dict(json.loads(text))


def picture(machine: dict[str, Any]) -> str:
    """Return a definition as a Mermaid flow chart; transitions are full lines, catches dotted ones."""
    lines = ["flowchart TD", f'    Start(["POST /requests"]) --> {machine["StartAt"]}']
    shapes = {"Choice": ("{", "}"), "Succeed": ("([", "])"), "Fail": ("([", "])")}
    for name in _in_order(machine):
        state = machine["States"][name]
        if state["Type"] in shapes:
            left, right = shapes[state["Type"]]
            lines.append(f"    {name}{left}{name}{right}")
        for choice in state.get("Choices", ()):
            lines.append(f"    {name} -- {choice['StringEquals']} --> {choice['Next']}")
        onward = state.get("Next") or state.get("Default")
        if onward:
            lines.append(f"    {name} --> {onward}")
        for catch in state.get("Catch", ()):
            lines.append(f"    {name} -. fails permanently .-> {catch['Next']}")
    return "\n".join(lines) + "\n"


def _in_order(machine: dict[str, Any]) -> list[str]:
    """Return the states on the way without errors, in order, then the others."""
    path, name = [], machine["StartAt"]
    while name:
        path.append(name)
        name = machine["States"][name].get("Next") or machine["States"][name].get("Default")
    return [*path, *(other for other in machine["States"] if other not in path)]


def drawn(readme: str) -> str:
    """Return the picture in a README; raise ValueError if it has no block for one."""
    found = _BLOCK.search(readme)
    if not found:
        raise ValueError("README.md has no block between <!-- workflow --> and <!-- /workflow -->")
    return found[0]


def main() -> None:
    """Write the picture into the README."""
    readme = README.read_text(encoding="utf-8")
    new = picture(definition(json.loads(TEMPLATE.read_text(encoding="utf-8"))))
    drawn(readme)
    README.write_text(_BLOCK.sub(lambda _: new, readme), encoding="utf-8")
    sys.stdout.write(new)


def _name(reference: dict[str, Any]) -> str:
    return str(reference.get("Ref") or ".".join(reference["Fn::GetAtt"]))


if __name__ == "__main__":
    main()
