"""The request body's one JSON Schema.

API Gateway publishes it as the model, the function validates by it, the documentation and the tests
read it. Draft-04, the subset that API Gateway takes. A field's description is also the error
text for a wrong value.
"""

import re
from typing import Any, Final

KEY_FORM: Final = re.compile(r"[\x21-\x7e]{1,128}")
"""Of the header Idempotency-Key."""

_CONTROL: Final = "\\u0000-\\u001f\\u007f-\\u009f"
_HALF: Final = "\\ud800-\\udfff"

# Something visible is looked for once, after the blanks: no text makes these patterns try many ways.
_VISIBLE_LINE: Final = f"^[^\\S{_CONTROL}]*[^\\s{_CONTROL}{_HALF}][^{_CONTROL}{_HALF}]*$"
_VISIBLE_TEXT: Final = f"^[\\s{_CONTROL}]*[^\\s{_CONTROL}{_HALF}][^{_HALF}]*$"

SCHEMA: Final[dict[str, Any]] = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "title": "SupportRequest",
    "description": "a JSON object with name, email and message, optionally language, and nothing else",
    "type": "object",
    "required": ["name", "email", "message"],
    "additionalProperties": False,
    "properties": {
        "name": {
            "description": "1 to 100 characters, some of them visible, no control characters",
            "type": "string",
            "minLength": 1,
            "maxLength": 100,
            "pattern": _VISIBLE_LINE,
        },
        "email": {
            "description": "an e-mail address of at most 254 characters, like grace@example.com",
            "type": "string",
            "format": "email",
            "minLength": 3,
            "maxLength": 254,
            "pattern": "^[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+$",
        },
        "message": {
            "description": "1 to 5,000 characters of text, some of them visible",
            "type": "string",
            "minLength": 1,
            "maxLength": 5000,
            "pattern": _VISIBLE_TEXT,
        },
        "language": {
            "description": "a language tag (BCP 47) like fr or zh-Hant, or auto, empty or null; a hint",
            "type": ["string", "null"],
        },
    },
}
