"""Reading a request body: strict JSON, then the one schema, naming every wrong field."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import fastjsonschema

from .domain.request_schema import AUTO, SCHEMA
from .errors import FieldError, InvalidRequest, PayloadTooLarge

MAX_BYTES: Final = 65_536
"""5,000 characters of message, each escaped as a surrogate pair, fit with room to spare."""

_validate: Final[Callable[[Any], Any]] = fastjsonschema.compile(SCHEMA)
_field_rules: Final[dict[str, Callable[[Any], Any]]] = {
    name: fastjsonschema.compile(rule) for name, rule in SCHEMA["properties"].items()
}


def parse(body: bytes) -> dict[str, str]:
    """Return the request's fields, trimmed, `language` filled in.

    Raises:
        PayloadTooLarge: more bytes than any valid request has.
        InvalidRequest: not JSON, or not as the schema says; names each wrong field.
    """
    if len(body) > MAX_BYTES:
        raise PayloadTooLarge(f"The body may have at most {MAX_BYTES:,} bytes.")
    fields = _object(body)
    trimmed = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    try:
        _validate(trimmed)
    except fastjsonschema.JsonSchemaValueException:
        raise InvalidRequest("The body does not fit the schema.", errors=_errors(trimmed)) from None
    return {"language": AUTO, **trimmed}


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body.decode(), object_pairs_hook=_unique, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise InvalidRequest("The body is not valid UTF-8.") from None
    except RecursionError:
        raise InvalidRequest("The body is nested too deeply; a flat JSON object is expected.") from None
    except json.JSONDecodeError as error:
        raise InvalidRequest(
            f"The body is not valid JSON (line {error.lineno}, column {error.colno})."
        ) from None
    except ValueError:
        # What the decoder itself refuses: a number with more digits than Python converts.
        raise InvalidRequest("The body holds a number that cannot be read.") from None
    if not isinstance(value, dict):
        raise InvalidRequest(f"The body must be {SCHEMA['description']}.")
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise InvalidRequest("The body names a field twice.")
    return dict(pairs)


def _no_constant(_: str) -> None:
    raise InvalidRequest("NaN and Infinity are not JSON.")


def _errors(fields: Mapping[str, Any]) -> list[FieldError]:
    errors = [
        FieldError(field=name, detail="is required") for name in SCHEMA["required"] if name not in fields
    ]
    for name, value in fields.items():
        if name not in _field_rules:
            errors.append(
                FieldError(
                    field=_shown(name),
                    detail="is not a field of this request; " + ", ".join(_field_rules) + " are",
                )
            )
            continue
        try:
            _field_rules[name](value)
        except fastjsonschema.JsonSchemaValueException:
            errors.append(
                FieldError(field=name, detail="must be " + SCHEMA["properties"][name]["description"])
            )
    return errors


def _shown(name: str) -> str:
    """Return an unknown field's name if it is a plain one; it is input, so anything else is not repeated."""
    return name if name.isascii() and name.isidentifier() and len(name) <= 40 else "(other)"
