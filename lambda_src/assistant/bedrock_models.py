"""The one table of Bedrock models (`data/models.toml`): how each is called, and what it refuses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final

from assistant import data

DATA: Final = ("models.toml",)

PREFIXES: Final = ("us", "eu", "apac", "au", "ca", "jp", "global")
"""Of the ids of inference profiles: the area that one serves from."""


@dataclass(frozen=True, kw_only=True)
class Model:
    """One foundation model; the table says what each field means."""

    id: str
    name: str
    profiles: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    thinking_by_default: bool = False
    no_forced_tool: bool = False
    no_sampling: bool = False
    no_prefill: bool = False
    embeds: bool = False
    retired: bool = False
    end_of_life: datetime | None = None


@cache
def by_id() -> Mapping[str, Model]:
    """Return the table by the models' own ids."""
    return {
        model_id: data.record(Model, {"id": model_id, **_tuples(row)}, f"models.toml: {model_id}")
        for model_id, row in data.read("models").items()
    }


def split_id(model: str) -> tuple[str, str]:
    """Return the prefix of an inference profile's id and the model's own id; no prefix is empty."""
    prefix, _, own = model.partition(".")
    return (prefix, own) if prefix in PREFIXES else ("", model)


def find(model: str) -> Model | None:
    """Return the model behind its own id or that of an inference profile, or None for an unknown one."""
    return by_id().get(split_id(model)[1])


def _tuples(row: Mapping[str, object]) -> dict[str, object]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
