"""The services: their names, their botocore models and the errors each has for its own troubles."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from botocore.loaders import Loader
from botocore.model import ServiceModel


class ServiceError(Exception):
    """A refusal in the service's own words; without a status, the service model's one applies (else 400).

    Details are the further members that some errors have.
    """

    def __init__(self, code: str, message: str, status: int | None = None, **details: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
        self.details = details


@dataclass(frozen=True)
class Service:
    """What tells one service from the others on the wire; `throttled` is (code, HTTP status, message)."""

    key: str
    botocore_name: str
    signing_name: str
    throttled: tuple[str, int, str]
    internal: str
    operations: tuple[str, ...]


_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SERVICES = {
    key: Service(
        key=key,
        botocore_name=row.get("botocore_name", key),
        signing_name=row.get("signing_name", key),
        throttled=tuple(row["throttled"]),
        internal=row["internal"],
        operations=tuple(row["operations"]),
    )
    for key, row in _TABLE.items()
}


@cache
def service_model(key: str) -> ServiceModel:
    """Return the service's botocore model, read from disk once."""
    name = SERVICES[key].botocore_name
    return ServiceModel(Loader().load_service_model(name, "service-2"), name)


def check_bytes(params: dict[str, Any], most: int) -> None:
    """Refuse a larger Text, in bytes of UTF-8, by the name that Translate and Comprehend have for it."""
    text = params.get("Text")
    size = len(text.encode()) if isinstance(text, str) else 0
    if size > most:
        message = f"Input text size exceeds limit: {most} bytes are allowed, this request has {size}."
        raise ServiceError("TextSizeLimitExceededException", message)
