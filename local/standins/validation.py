"""Checks a request against the operation's service model, as the service does before all else."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from botocore.model import ListShape, MapShape, OperationModel, Shape, StringShape, StructureShape
from botocore.validate import ParamValidator

from local.standins.services import ServiceError

_NUMBERS = frozenset({"integer", "long", "float", "double"})


def check(operation: OperationModel, params: dict[str, Any]) -> None:
    """Refuse unknown and missing fields, wrong types, lengths, ranges, enum values and patterns.

    Raises:
        ServiceError: ValidationException; its message names fields and rules, never a value.
    """
    shape = operation.input_shape
    if shape is None:
        return
    # Required fields, types and minima; the report quotes values, so only its first words are passed on.
    report = ParamValidator().validate(params, shape)
    problems = [_without_values(kind, name, extra) for kind, name, extra in report._errors]
    problems = problems or [
        f"Value at '{path[1:]}' failed to satisfy constraint: {rule}"
        for path, rule in _violations(params, shape, "")
    ]
    if problems:
        count = f"{len(problems)} validation error{'s' if len(problems) > 1 else ''} detected: "
        raise ServiceError("ValidationException", count + "; ".join(problems[:10]))


def _without_values(kind: str, name: str, extra: dict[str, Any]) -> str:
    field = extra.get("required_name") or extra.get("unknown_param") or ""
    where = ".".join(part for part in (name.lstrip("."), str(field)) if part) or "request"
    return f"Value at '{where}' failed to satisfy constraint: {kind}"


def _violations(value: Any, shape: Shape, path: str) -> Iterator[tuple[str, str]]:
    """Return what ParamValidator leaves to the server: maxima, enum values and patterns, by path."""
    if isinstance(shape, StructureShape):
        if not shape.is_document_type:
            for name, item in value.items():
                yield from _violations(item, shape.members[name], f"{path}.{name}")
        return
    size = value if shape.type_name in _NUMBERS else len(value) if hasattr(value, "__len__") else 0
    maximum = shape.metadata.get("max")
    if maximum is not None and size > maximum:
        yield path, f"at most {maximum}"
    if isinstance(shape, ListShape):
        for index, item in enumerate(value):
            yield from _violations(item, shape.member, f"{path}.{index}")
    elif isinstance(shape, MapShape):
        for key, item in value.items():
            yield from _violations(item, shape.value, f"{path}.{key}")
    elif isinstance(shape, StringShape):
        if shape.enum and value not in shape.enum:
            yield path, f"enum value set: [{', '.join(shape.enum)}]"
        pattern = shape.metadata.get("pattern")
        if pattern and not _matches(pattern, value):
            yield path, f"regular expression pattern: {pattern}"


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern)
    except re.error:
        return None  # Java's Unicode classes (\p{M}); in these models they only repeat the length


def _matches(pattern: str, value: str) -> bool:
    compiled = _compiled(pattern)
    return compiled is None or compiled.fullmatch(value) is not None
