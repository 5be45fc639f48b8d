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

    Raises ServiceError: ValidationException; its message names fields and rules, never a value.
    """
    shape = operation.input_shape
    if shape is None:
        return
    # Required fields, types and minima; the report quotes values, so only its first words are passed on.
    errors = ParamValidator().validate(params, shape)._errors
    found = [(_path(name, extra), kind) for kind, name, extra in errors] or [*_violations(params, shape, "")]
    if found:
        count = f"{len(found)} validation error{'s' if len(found) > 1 else ''} detected: "
        first = [(path.lstrip("."), rule) for path, rule in found[:10]]
        rules = (f"Value at '{path}' failed to satisfy constraint: {rule}" for path, rule in first)
        error = ServiceError("ValidationException", count + "; ".join(rules))
        if any("fieldList" in getattr(one, "members", ()) for one in operation.error_shapes):
            fields = [{"path": f"/{path.replace('.', '/')}", "message": rule} for path, rule in first]
            error.details["fieldList"] = fields
        raise error


def _path(name: str, extra: dict[str, Any]) -> str:
    field = extra.get("required_name") or extra.get("unknown_param") or ""
    return ".".join(part for part in (name, str(field)) if part) or "request"


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
        if pattern and not _compiled(pattern).fullmatch(value):
            yield path, f"regular expression pattern: {pattern}"


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error:  # Java's Unicode classes (\p{M}); in these models they only repeat the length
        return re.compile("(?s).*")
