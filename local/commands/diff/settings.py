"""What changed in the environment's settings and in the reasons for cdk-nag, by the templates' Metadata."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from assistant.language.languages import by_code
from local.commands.diff.comparison import Template
from local.commands.diff.names import Names, code, shown
from local.commands.diff.report import Line
from support_stack.made_from import ENVIRONMENT, REASONS

_NAMED_BY: Final = ("id", "email")
"""What tells the entries of a list apart: gestures, subscribers."""

_ENTRIES: Final = {"reply.gestures": "gesture", "subscribers": "subscriber"}


def environment_of(template: Template) -> dict[str, Any] | None:
    """Return the environment that a template was made from; None if it does not say."""
    text = template.get("Metadata", {}).get(ENVIRONMENT)
    return json.loads(text) if text else None


def setting_lines(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Line, ...]:
    """Return every setting that is new, gone or different, in the order of its keys."""
    return tuple(_lines("", old, new))


def _lines(key: str, old: Any, new: Any) -> Iterator[Line]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in sorted(old.keys() | new.keys()):
            yield from _lines(f"{key}.{name}" if key else name, old.get(name), new.get(name))
    elif key in _ENTRIES:
        yield from _entries(key, _by_name(old or ()), _by_name(new or ()))
    elif isinstance(old, list) and isinstance(new, list) and set(map(shown, old)) != set(map(shown, new)):
        added, removed = (
            [one for one in side if one not in other] for side, other in ((new, old), (old, new))
        )
        yield from (Line("+", f"{code(key)}: {code(shown(one))} is new") for one in added)
        yield from (Line("-", f"{code(key)}: {code(shown(one))} is gone") for one in removed)
    else:
        yield Line("~", code(key), *(None if one is None else shown(one) for one in (old, new)))


def _entries(key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Line]:
    word = _ENTRIES[key]
    for name in dict.fromkeys((*new, *old)):
        if name not in old:
            yield Line("+", f"{word} {code(name)} is new: {_inside(new[name])}")
        elif name not in new:
            yield Line("-", f"{word} {code(name)} is gone (was: {_inside(old[name])})")
        else:
            yield from (_of_entry(f"{word} {code(name)}", line) for line in _lines("", old[name], new[name]))
    if old.keys() == new.keys() and list(old) != list(new):
        yield Line("~", f"the order of {code(key)}", ", ".join(old), ", ".join(new))


def _of_entry(entry: str, line: Line) -> Line:
    key, _, language = line.text.strip("`").partition(".")
    if key == "sentences" and language in by_code():
        named = by_code()[language].names["en"]
        mark = line.mark if line.was and line.now else ("+" if line.now else "-")
        return Line(mark, f"{entry}: its sentence in {named}", line.was, line.now)
    return Line(line.mark, f"{entry}: {line.text}", line.was, line.now)


def _by_name(entries: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {str(next(one[key] for key in _NAMED_BY if key in one)): one for one in entries}


def _inside(entry: Mapping[str, Any]) -> str:
    """Return what an entry says, without its name and what is empty; of its sentences one, in English."""
    values = {key: value for key, value in entry.items() if key not in _NAMED_BY and value}
    if sentences := values.pop("sentences", None):
        first = sentences.get("en") or next(iter(sentences.values()))
        values["sentence"] = f"{first} ({len(sentences)} languages)"
    told = [f"{key} {_words(value)}" for key, value in values.items()]
    return ", ".join(told) or "everything"


def _words(value: Any) -> str:
    return code(", ".join(value) if isinstance(value, list) else shown(value))


def reason_lines(old: Template, new: Template, names: Names) -> tuple[Line, ...]:
    """Return the acknowledged cdk-nag findings that came, went, or have another reason."""
    before, after = (dict(_reasons(template, names)) for template in (old, new))
    lines = []
    for subject in sorted(before.keys() | after.keys()):
        was, now = before.get(subject), after.get(subject)
        if was is None:
            lines.append(Line("+", f"{subject} is acknowledged: {now}"))
        elif now is None:
            lines.append(Line("-", f"{subject} is acknowledged no longer (was: {was})"))
        elif was != now:
            lines.append(Line("~", f"{subject} has another reason", was, now))
    return tuple(lines)


def _reasons(template: Template, names: Names) -> Iterator[tuple[str, str]]:
    for key, one in template.get("Metadata", {}).items():
        if key.startswith(REASONS):
            yield f"{code(names.in_text(one['finding']))} on {code(one['construct'])}", one["reason"]
