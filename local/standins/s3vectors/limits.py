"""What S3 Vectors refuses of a vector, beside what its model says.

From the S3 user guide, "Limitations and restrictions", November 2026, without the size of a request.
"""

import json
from collections.abc import Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray

from local.standins.services import ServiceError

MAX_TOP_K = 100
_MAX_METADATA_BYTES, _MAX_FILTERABLE_BYTES, _MAX_METADATA_KEYS = 40 * 1024, 2 * 1024, 50

Values = NDArray[np.float32]


def invalid(message: str, path: str) -> ServiceError:
    """Return a ValidationException for one field."""
    fields = [{"path": path, "message": message}]
    return ServiceError("ValidationException", f"Invalid request: {message}", fieldList=fields)


def checked_values(data: dict[str, Any], dimension: int, metric: str, path: str) -> Values:
    """Return a vector's values; raise ServiceError unless they fit the index."""
    given = data["float32"]
    if len(given) != dimension:
        raise invalid(f"the vector has {len(given)} values, the index {dimension}", path)
    with np.errstate(over="ignore"):  # what is too large for 32 bits becomes infinite
        values = np.array(given, np.float32)
    if not np.isfinite(values).all():
        raise invalid("a vector's values must be finite", path)
    if metric == "cosine" and not values.any():
        raise invalid("a vector of zeros has no direction, and the index compares directions", path)
    return values


def check_metadata(metadata: Any, non_filterable: Collection[str], path: str) -> None:
    """Refuse metadata that is too much, or says something that S3 Vectors does not keep."""
    if not isinstance(metadata, dict):
        raise invalid("metadata must be an object", path)
    if len(metadata) > _MAX_METADATA_KEYS:
        raise invalid(f"Metadata object must have at most {_MAX_METADATA_KEYS} keys", path)
    for value in metadata.values():
        parts = value if isinstance(value, list) else [value]
        # that an empty text is refused is not documented
        if not parts or any(part == "" or not isinstance(part, str | int | float) for part in parts):
            raise invalid(
                "metadata must be texts, numbers, booleans, or lists of these, none of it empty", path
            )
    if _bytes(metadata) > _MAX_METADATA_BYTES:
        raise invalid(f"Metadata must have at most {_MAX_METADATA_BYTES} bytes", path)
    if _bytes({key: metadata[key] for key in metadata.keys() - set(non_filterable)}) > _MAX_FILTERABLE_BYTES:
        raise invalid(f"Filterable metadata must have at most {_MAX_FILTERABLE_BYTES} bytes", path)


def _bytes(metadata: dict[str, Any]) -> int:
    return len(json.dumps(metadata, ensure_ascii=False, separators=(",", ":")).encode())
