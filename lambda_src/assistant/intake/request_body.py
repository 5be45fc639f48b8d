"""Reading a request body: strict JSON, then the one schema, naming every wrong field."""

import json
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Final

import fastjsonschema

from assistant.errors import FieldError, InvalidRequest, PayloadTooLarge
from assistant.language.languages import AUTO
from assistant.request import customer
from assistant.text.normalized import is_blank, one_line, without_invisible

from .request_schema import SCHEMA

MAX_BYTES: Final = 65_536
"""5,000 characters of message, each escaped as a surrogate pair, fit with room to spare."""

MOST_TAG_CHARACTERS: Final = 35
"""Of a language tag that is kept (RFC 5646, 4.4.1)."""

_LINE_ENDS: Final = str.maketrans("\u2028\u2029", "  ")
"""Line ends that are no control characters, which the schema refuses in a name."""

_field_rules: Final[dict[str, Callable[[Any], Any]]] = {
    name: fastjsonschema.compile(rule) for name, rule in SCHEMA["properties"].items()
}


def parse(body: bytes) -> dict[str, str]:
    """Return the request's fields in their one form: composed (NFC), trimmed, `language` a tag or auto.

    Raises:
        PayloadTooLarge: more bytes than any valid request has.
        InvalidRequest: not JSON, or not as the schema says; names each wrong field.
    """
    if len(body) > MAX_BYTES:
        raise PayloadTooLarge(f"The body may have at most {MAX_BYTES:,} bytes.")
    fields = _object(body)
    tidy = {name: _tidy(name, value) for name, value in fields.items()}
    if errors := _errors(tidy):
        raise InvalidRequest("The body does not fit the schema.", errors=errors)
    language = one_line(tidy.get("language") or AUTO, MOST_TAG_CHARACTERS)
    return tidy | {"email": customer.normalized(tidy["email"]), "language": language}


def _tidy(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    tidy = unicodedata.normalize("NFC", value).strip()
    return without_invisible(tidy.translate(_LINE_ENDS)) if name == "name" else tidy


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
            # The name is input too: it is repeated only if it is a plain one.
            is_plain = name.isascii() and name.isidentifier() and len(name) <= 40
            detail = f"is not a field of this request; {', '.join(_field_rules)} are"
            errors.append(FieldError(field=name if is_plain else "(other)", detail=detail))
        elif not _fits(name, value):
            detail = f"must be {SCHEMA['properties'][name]['description']}"
            errors.append(FieldError(field=name, detail=detail))
    return errors


def _fits(name: str, value: Any) -> bool:
    """Tell whether a field's value is as the schema says, and as no pattern of a schema can say."""
    try:
        _field_rules[name](value)
        if name == "email":
            customer.normalized(value)
    except (fastjsonschema.JsonSchemaValueException, ValueError):
        return False
    return name not in ("name", "message") or not is_blank(value)
