"""What dominates a month's bill, what would cut it, and what that gives up."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from assistant.privacy import privacy
from local.commands.cost.bill import Bill, month
from local.commands.cost.profile import MessageProfile
from support_stack import config

_ECONOMY_GIVES_UP: Final = (
    "the translation and the scores behind the priority are then the model's own, not those of services made "
    "for it"
)

_ON_DEMAND_GIVES_UP: Final = "whoever opens an audio link first waits until the reply is spoken"


@dataclass(frozen=True)
class Cut:
    """A change of the environment, as its file says it, and what it gives up."""

    setting: str
    environment: config.Environment
    gives_up: str


def recommend(bill: Bill, environment: config.Environment, profile: MessageProfile, region: str) -> str:
    """Return in one sentence what dominates a bill and what would cut it; empty where its total is absent."""
    dearest = bill.dearest
    if bill.total is None or dearest is None or dearest.usd is None:
        return ""
    share = f"{dearest.name} is {dearest.usd / bill.total:.0%} of it"
    for cut in _cuts(dearest.name, environment):
        then = month(cut.environment, profile, bill.requests, region).total
        # Less than a cent is no reason to give anything up.
        if then is not None and bill.total - then >= 0.01:
            return f"{share}: {cut.setting} saves ${bill.total - then:,.2f} a month; {cut.gives_up}"
    return f"{share}, and no setting of the environment cuts it"


def variants(environment: config.Environment) -> dict[tuple[str, str], config.Environment]:
    """Return the environment with every profile and every way of speaking that it may have."""
    profiles: tuple[Literal["quality", "economy"], ...] = ("quality", "economy")
    speeches: tuple[Literal["always", "on_demand", "off"], ...] = ("always", "on_demand", "off")
    return {
        (profile, speech): replace(
            environment, profile=profile, voice=replace(environment.voice, speech=speech)
        )
        for profile in profiles
        for speech in speeches
        # Where the model may read masked messages alone, it cannot be the first to read them.
        if profile == "quality" or environment.personal_data != privacy.ALL
    }


def _cuts(line: str, environment: config.Environment) -> list[Cut]:
    """Return the changes that may cut a line, the one that gives up least first."""
    may = variants(environment)
    if line == "speech":
        on_demand, silent = (may[environment.profile, speech] for speech in ("on_demand", "off"))
        neural = replace(environment, voice=replace(environment.voice, engine="neural"))
        return [
            Cut(
                'speech = "on_demand" in [voice]',
                on_demand,
                _ON_DEMAND_GIVES_UP,
            ),
            Cut('engine = "neural" in [voice]', neural, "the voices sound less alive"),
            Cut('speech = "off" in [voice]', silent, "nobody can listen any more"),
        ]
    if line in ("translation", "analysis"):
        economy = may.get(("economy", environment.voice.speech))
        return [Cut('profile = "economy"', economy, _ECONOMY_GIVES_UP)] if economy else []
    if line == "model":
        return [_first(model, environment) for model in environment.reply.models[1:]]
    return []


def _first(model: str, environment: config.Environment) -> Cut:
    """Return the change that has another of the environment's models tried first."""
    models = (model, *(other for other in environment.reply.models if other != model))
    changed = replace(environment, reply=replace(environment.reply, models=models))
    return Cut(f'"{model}" as the first of the models in [reply]', changed, "it writes the replies then")
