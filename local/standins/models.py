"""The Bedrock models that the stand-in knows: what each refuses, and until when, from their model cards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


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

MODELS = {
    model.id: model
    for model in (
        Model("anthropic.claude-3-haiku-20240307-v1:0", "Claude 3 Haiku", ("us", "eu", "apac"), retired=True),
        Model("anthropic.claude-3-5-haiku-20241022-v1:0", "Claude 3.5 Haiku", ("us",), retired=True),
        Model(
            "anthropic.claude-haiku-4-5-20251001-v1:0", "Claude Haiku 4.5", ("us", "eu", "global", "jp", "au")
        ),
        Model(
            "anthropic.claude-haiku-5-5",
            "Claude Haiku 5.5",
            ("us", "eu", "au", "jp", "global"),
            profile_required=True,
            sampling=False,
            thinking_by_default=True,
            prefill=False,
            end_of_life=datetime(2027, 10, 7, tzinfo=UTC),
        ),
        Model("amazon.nova-micro-v1:0", "Nova Micro", ("us", "eu", "apac")),
        Model("amazon.nova-lite-v1:0", "Nova Lite", ("us", "eu", "apac")),
        Model("amazon.nova-2-lite-v1:0", "Nova 2 Lite", ("us", "eu", "global")),
        Model(ENDING, "Ending Soon"),
    )
}
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
