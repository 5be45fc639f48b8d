"""The schemas of docs/openapi.json, from the types that the functions use."""

import typing
from collections.abc import ItemsView, Iterable, Mapping
from typing import Any, Final

from assistant import errors
from assistant.entrypoints import http
from assistant.intake.request_schema import SCHEMA
from assistant.language import languages
from assistant.language.detection import Language
from assistant.own_words.own_words import SetAside
from assistant.privacy.personal_data import PersonalData
from assistant.reply.draft import ACKNOWLEDGEMENT, DOCUMENTED
from assistant.request import categories, item, links, priority, record
from assistant.status import customer_view
from assistant.voice import handler as voice

Json = dict[str, Any]

_OTHERS: Final = {kind.__name__: kind for kind in (Language, PersonalData, SetAside)}
"""Types that the item names for type checkers alone."""

_JSON_TYPES: Final[Mapping[Any, str]] = {str: "string", int: "integer", float: "number", type(None): "null"}

_VALUES: Final[Mapping[str, list[str]]] = {
    "Language.source": ["detected", "declared", "assumed"],
    "Message.pivot_language": list(languages.PIVOT_LANGUAGES),
    "Analysis.sentiment": [*priority.Sentiment],
    "Analysis.category": [*categories.Category],
    "Analysis.category_source": ["keywords", "model"],
    "Analysis.priority": [*priority.Priority],
    "Reply.source": ["model", "template"],
    "Reply.basis": [DOCUMENTED, ACKNOWLEDGEMENT],
    "Voice.status": ["ready", "on_demand", "unavailable"],
    "Voice.engine": ["standard", "neural", "generative"],
}
"""The values of string fields, by type and field: the record's types do not name them."""

_MOMENT: Final = {"type": "string", "format": "date-time"}
_TEXT: Final = {"type": "string"}
REQUEST_ID: Final = {"type": "string", "pattern": f"^{links.ID_FORM.pattern}$"}


def request() -> Json:
    """Return the request schema as OpenAPI embeds it.

    Its patterns do not mention halves of surrogate pairs, which many regular expression engines reject.
    """
    fields = {name: {**rule} for name, rule in SCHEMA["properties"].items()}
    for rule in fields.values():
        if "pattern" in rule:
            rule["pattern"] = rule["pattern"].replace("\\ud800-\\udfff", "").replace("[^]", "[\\s\\S]")
    rest = {key: value for key, value in SCHEMA.items() if key != "$schema"}
    return {**rest, "properties": fields}


def accepted() -> Json:
    """Return the schema of a 202."""
    return _object(
        {
            "request_id": REQUEST_ID,
            "status": {"const": "processing"},
            "status_url": {"type": "string", "format": "uri"},
            "message": _TEXT,
        }
    )


def record_of_request() -> Json:
    """Return the schema of the record as the status link shows it."""
    parts = {name: _of(kind) for name, kind in _hints(item.Voiced) if name in customer_view.PARTS}
    parts["voice"]["properties"] |= {"expires_at": _MOMENT, "reason": {"enum": [voice.NO_VOICE, voice.OFF]}}
    for name, part in parts.items():
        _keep(customer_view.PARTS[name], part)
    for (owner, listed), fields in customer_view.EACH.items():
        _keep(fields, parts[owner]["properties"][listed]["items"])
    known = {
        "request_id": REQUEST_ID,
        "status": {"enum": ["processing", "completed", "failed"]},
        "step": {
            "enum": [*dict.fromkeys(record.STEP_BY_STAGE.values())],
            "description": "What a request in processing is at.",
        },
        "received_at": _MOMENT,
        "completed_at": _MOMENT,
        **parts,
        "generated": {
            "const": True,
            "description": "Present with a reply: text, and audio where there is some, are machine-made.",
        },
        "degraded": {
            "type": "array",
            "items": _TEXT,
            "description": "The parts of the answer that are less than they should be.",
        },
        "links": _object({"erase": {"type": "string", "format": "uri"}}),
    }
    from_the_first = ("request_id", "status", "received_at", "customer", "message", "degraded", "links")
    return _object(known, required=from_the_first)


def _keep(fields: Iterable[str], schema: Json) -> None:
    """Leave a part's other fields out of its schema."""
    schema["properties"] = {name: of for name, of in schema["properties"].items() if name in fields}
    schema["required"] = [name for name in schema["required"] if name in fields]


def problem() -> Json:
    """Return the schema of problem+json."""
    field_error = _object({name: _of(kind) for name, kind in _hints(errors.FieldError)})
    described = {
        "type": {"const": "about:blank"},
        "title": _TEXT,
        "status": {"type": "integer"},
        "detail": _TEXT,
        "errors": {
            "type": "array",
            "items": field_error,
            "maxItems": http.MOST_ERRORS,
            "description": "The wrong fields, on a 400.",
        },
    }
    return _object(described, required=("type", "title"))


def _object(properties: Json, required: Iterable[str] | None = None) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties if required is None else required),
        "additionalProperties": False,
    }


def _hints(kind: type) -> ItemsView[str, Any]:
    return typing.get_type_hints(kind, localns=_OTHERS).items()


def _of(kind: Any) -> Json:
    """Return the schema of a type that occurs in the record."""
    if typing.is_typeddict(kind):
        fields = {
            name: {**_of(of), **_values(f"{kind.__name__}.{name}")}
            for name, of in typing.get_type_hints(kind, localns=_OTHERS).items()
        }
        return _object(fields, required=kind.__required_keys__)
    if typing.get_origin(kind) is list:
        return {"type": "array", "items": _of(typing.get_args(kind)[0])}
    if typing.get_origin(kind) is dict:
        return {"type": "object", "additionalProperties": _of(typing.get_args(kind)[1])}
    names = [_JSON_TYPES[one] for one in typing.get_args(kind) or (kind,)]
    return {"type": names[0] if len(names) == 1 else names}


def _values(field: str) -> Json:
    return {"enum": _VALUES[field]} if field in _VALUES else {}
