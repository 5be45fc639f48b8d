"""How a report calls what stands in a template: constructs by path, references by what they lead to."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from local.commands.diff.comparison import Template

_KINDS: Final[Mapping[str, Any]] = tomllib.loads(
    Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8")
)
_OF_THE_CDK: Final = re.compile(r"/(Resource|Default)$")
_REFERENCE: Final = re.compile(r"\$\{(\w+)( ?\(replaced\))?(?:\.(\w+))?\}|<(\w+)(?:\.(\w+))?>")
"""To a resource: as the CDK's library writes it, which marks what is replaced, and as cdk-nag does."""

_LONGEST: Final = 300
_AROUND: Final = 60


def is_stateful(kind: str) -> bool:
    """Tell whether a type of resource holds data, or an address that others know."""
    return kind in _KINDS["stateful"]


def word(kind: str) -> str:
    """Return what a type of resource is called."""
    words: Mapping[str, str] = _KINDS["words"]
    return words.get(kind) or " ".join(kind.split("::")[1:])


def code(text: str) -> str:
    """Return what stands literally in a template, marked as such: the renderers know the mark."""
    return f"`{' '.join(text.split()).replace('`', chr(39))}`"


@dataclass(frozen=True)
class Names:
    """The construct path of each logical id of both templates, without the stack's name."""

    paths: Mapping[str, str]

    @classmethod
    def of(cls, *templates: Template) -> "Names":
        """Read the paths; what has none is called by its logical id."""
        return cls({id_: _path(id_, one) for each in templates for id_, one in resources(each).items()})

    def path(self, id_: str) -> str:
        """Return the path of a logical id."""
        return self.paths.get(id_, id_)

    def role(self, path: str) -> str:
        """Return whose role it is, by its path."""
        owner = path.removesuffix("/Role")
        return f"the role of {code(owner)}" if owner != path else f"the role {code(path)}"

    def in_text(self, text: str) -> str:
        """Return a text whose references, `${Id.Arn}` or `<Id.Arn>`, are paths."""
        return _REFERENCE.sub(self._reference, text).replace("${AWS::Partition}", "aws")

    def _reference(self, match: re.Match[str]) -> str:
        id_, attribute = match[1] or match[4], match[3] or match[5]
        if id_ not in self.paths:
            return match[0]
        is_itself = not attribute or attribute.endswith("Arn")
        named = self.paths[id_] if is_itself else f"{self.paths[id_]}.{attribute}"
        return f"{named} (replaced)" if match[2] else named

    def leads_inside(self, text: str) -> bool:
        """Tell whether a text refers to a resource of the stack."""
        return any(id_ in self.paths for match in _REFERENCE.finditer(text) for id_ in (match[1], match[4]))

    def resolved(self, value: Any) -> Any:
        """Return a template's value with its references as texts."""
        match value:
            case {"Ref": str(text)} | {"Fn::GetAtt": str(text)}:
                resolved: Any = self.in_text(f"${{{text}}}")
            case {"Fn::GetAtt": [str(id_), str(attribute)]}:
                resolved = self.in_text(f"${{{id_}.{attribute}}}")
            case {"Fn::Join": [str(separator), list(parts)]}:
                resolved = separator.join(shown(self.resolved(part)) for part in parts)
            case {"Fn::Sub": str(text)}:
                resolved = self.in_text(text)
            case Mapping():
                resolved = {name: self.resolved(one) for name, one in value.items()}
            case list():
                resolved = [self.resolved(one) for one in value]
            case _:
                resolved = value
        return resolved


def resources(template: Template) -> Mapping[str, Any]:
    """Return a template's resources by their logical ids."""
    found: Mapping[str, Any] = template.get("Resources", {})
    return found


def shown(value: Any) -> str:
    """Return a resolved value as a text: a text as it is, everything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def excerpts(was: str, now: str) -> tuple[str, str]:
    """Return both texts, where they are long only what differs with some letters around it."""
    if len(was) <= _LONGEST and len(now) <= _LONGEST:
        return was, now
    pairs = zip(was, now, strict=False)
    same = next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(was), len(now)))
    start = max(0, same - _AROUND)
    return _cut(was, start), _cut(now, start)


def _cut(text: str, start: int) -> str:
    end = start + _LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _path(id_: str, resource: Mapping[str, Any]) -> str:
    path: str = resource.get("Metadata", {}).get("aws:cdk:path", "")
    _, _, inside = path.partition("/")
    return _OF_THE_CDK.sub("", inside) or id_
