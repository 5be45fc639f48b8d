"""The Bedrock models that the stand-in knows, in `models.toml`: what each refuses, and until when."""

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Model:
    """One foundation model. Profiles are the prefixes of its cross-Region inference profiles."""

    id: str
    name: str
    profiles: tuple[str, ...] = ()
    retired: bool = False
    profile_required: bool = False
    sampling: bool = True
    thinking_by_default: bool = False
    prefill: bool = True
    end_of_life: datetime | None = None

    @property
    def provider(self) -> str:
        """Who made it, as the catalog writes it."""
        return self.id.partition(".")[0].capitalize()


ENDING = "local.ending-soon-v1:0"
"""A model of our own, with 30 days to live whenever it is looked at: there is none such at Bedrock."""


def _model(model_id: str, row: dict[str, Any]) -> Model:
    return Model(id=model_id, profiles=tuple(row.pop("profiles", ())), **row)


_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
MODELS = {model_id: _model(model_id, row) for model_id, row in _TABLE.items()}
_ARN = re.compile(r"arn:aws[\w-]*:bedrock:[a-z0-9-]*:\d*:(?:foundation-model|inference-profile)/(?P<id>.+)")


def find_model(model_id: str) -> tuple[Model, bool] | None:
    """The model that an id, profile id or ARN names, and whether it is reached through a profile."""
    arn = _ARN.fullmatch(model_id)
    name = arn["id"] if arn else model_id
    if name in MODELS:
        return MODELS[name], False
    prefix, _, rest = name.partition(".")
    model = MODELS.get(rest)
    return (model, True) if model and prefix in model.profiles else None


def end_of_life(model: Model) -> datetime | None:
    """When the model ends, as far as AWS has said."""
    return datetime.now(UTC) + timedelta(days=30) if model.id == ENDING else model.end_of_life
