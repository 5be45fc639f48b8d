"""Whether what an environment names is there, in its Region: services, Polly's engine, models, prices."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from assistant import bedrock_models
from assistant.bedrock_models import Model, split_id
from assistant.cost.prices import PRICES

from .environment import Environment

_REGIONS: Final[Mapping[str, Any]] = tomllib.loads(
    Path(__file__).with_name("regions.toml").read_text(encoding="utf-8")
)
SERVICES: Final[Mapping[str, list[str]]] = _REGIONS["services"]
"""Regions by service; an engine of Polly stands in brackets."""

AREAS: Final[Mapping[str, list[str]]] = _REGIONS["areas"]
"""Regions by the prefix of the inference profiles that are called from them; `global` is not among them."""


EMBEDDING: Final = "knowledge.embedding_model"


def unusable_model(environment: Environment) -> str | None:
    """Return the first model that can answer in no Region, as one line that starts with its key, or None."""
    for key, model in _named(environment):
        if key != EMBEDDING and environment.reply.allow_unknown_models and bedrock_models.find(model) is None:
            continue
        if wrong := _unusable(model, embeds=key == EMBEDDING):
            return f"{key}: {model} {wrong}"
    return None


def outside(environment: Environment) -> str | None:
    """Return what would leave the area of `residency`, as one line that starts with its key, or None."""
    area = environment.residency
    if area is None:
        return None
    if environment.region is None:
        return f"region: residency {area} needs it, one of {', '.join(AREAS[area])}"
    if environment.region not in AREAS[area]:
        return f"region: {environment.region} is outside of residency {area}: {', '.join(AREAS[area])}"
    for key, model in _named(environment):
        prefix, own = split_id(model)
        if prefix not in ("", area):
            known = bedrock_models.find(model)
            inside = f"; {area}.{own} stays inside" if known and area in known.profiles else ""
            return f"{key}: {model} may be served from outside of residency {area}{inside}"
    return None


def missing(environment: Environment, region: str) -> str | None:
    """Return what is not there in a Region, as one line that names Regions near by that have all, or None."""
    if lacking := _lacking(environment, region):
        near = [other for other in _near(region) if not _lacking(environment, other)]
        others = f"Regions near by that have all: {', '.join(near)}" if near else "no Region near by has all"
        return f"region: {region} does not have {', '.join(lacking)}; {others}"
    for key, model in _named(environment):
        if wrong := _unreachable(model, region):
            return f"{key}: {model} {wrong}"
    return None


def unwatched(region: str) -> str | None:
    """Return which alarm and which limit cannot work in a Region, and why, or None."""
    if region in PRICES:
        return None
    return (
        f"there are no prices for {region}, only for {', '.join(PRICES)}: what a request or a day costs is "
        "not known, so the alarm Budget stays silent, and CostUnknown is raised in its place; stop under "
        "[budget] stops nothing there either"
    )


def _named(environment: Environment) -> Iterable[tuple[str, str]]:
    reply = environment.reply
    return (
        *(("reply.models", model) for model in reply.models),
        *(("reply.reviewers", model) for model in reply.reviewers),
        (EMBEDDING, environment.knowledge.embedding_model),
    )


def _unusable(model: str, *, embeds: bool) -> str | None:
    prefix, own = split_id(model)
    known = bedrock_models.find(model)
    if known is None or known.embeds != embeds:
        return _unfit(known, embeds=embeds)
    if refused := _refused(known):
        return refused
    if prefix and prefix not in known.profiles:
        profiles = ", ".join(f"{one}.{own}" for one in known.profiles)
        return f"is no inference profile of {own}; there are {profiles}"
    if not prefix and not known.regions:
        profiles = ", ".join(f"{one}.{own}" for one in known.profiles)
        return f"is called by an inference profile only: {profiles}"
    return None


def _unfit(model: Model | None, *, embeds: bool) -> str:
    """Return why a model that is unknown (None) or made for something else cannot be taken."""
    fitting = (one for one in bedrock_models.by_id().values() if one.embeds == embeds)
    ids = ", ".join(one.id for one in fitting if not _refused(one))
    if embeds:
        return f"is no model that the product embeds with; there is {ids}"
    if model:
        return f"embeds texts, and answers no conversation; known are {ids}"
    return f"is no known model; known are {ids}; allow_unknown_models = true lets it pass unchecked"


def _refused(model: Model) -> str | None:
    if model.retired:
        return "is retired: calls fail"
    return "cannot be made to answer with a tool, as every call wants" if model.no_forced_tool else None


def _lacking(environment: Environment, region: str) -> list[str]:
    wanted = ["Amazon Comprehend", "Amazon Translate", "Amazon S3 Vectors"]
    if environment.voice.speech != "off":
        wanted.append(f"Amazon Polly ({environment.voice.engine})")
    return [service for service in wanted if region not in SERVICES[service]]


def _unreachable(model: str, region: str) -> str | None:
    prefix, own = split_id(model)
    known = bedrock_models.find(model)
    if known is None or prefix == "global":
        return None
    if region in (AREAS[prefix] if prefix else known.regions):
        return None
    usable = [f"{one}.{own}" for one in known.profiles if one == "global" or region in AREAS[one]]
    instead = f"call it by {' or '.join(usable)}" if usable else "choose another model"
    return f"cannot be called from {region}; {instead}"


def _near(region: str) -> list[str]:
    """Return the other Regions of a continent, by the first part of their names."""
    continent = region.partition("-")[0] + "-"
    known = {one for regions in SERVICES.values() for one in regions}
    return sorted(one for one in known if one.startswith(continent) and one != region)
