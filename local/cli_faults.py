"""`faults set` and `faults clear`: what goes wrong with the AI stand-ins, while they run."""

from typing import Annotated, Any

import typer

from local import environment
from local.console import STATE, JsonOption, StateOption, out, print_json
from local.errors import LocalError
from local.standins.client import StandinClient
from local.standins.faults import ERRORS, KEYS, InvalidFaultError

app = typer.Typer(help="Latency, rate limits and failures of the AI stand-ins.", no_args_is_help=True)

ServiceArgument = Annotated[
    str, typer.Argument(help="A service (`bedrock`) or operation (`polly.SynthesizeSpeech`).")
]
LatencyOption = Annotated[float | None, typer.Option("--latency", help="Seconds before each answer.")]
RateOption = Annotated[float | None, typer.Option("--rate", help="Calls a second; more are throttled.")]
ErrorOption = Annotated[str | None, typer.Option("--error", help=f"One of: {', '.join(ERRORS)}.")]
ShareOption = Annotated[float | None, typer.Option("--share", help="Share of the calls that fail, 0 to 1.")]
CountOption = Annotated[int | None, typer.Option("--count", help="How many calls fail, then no more.")]
ReplyOption = Annotated[str | None, typer.Option("--reply", help="An odd reply of the model.")]


@app.command(name="set")
def set_fault(
    service: ServiceArgument,
    *,
    latency: LatencyOption = None,
    rate: RateOption = None,
    error: ErrorOption = None,
    share: ShareOption = None,
    count: CountOption = None,
    reply: ReplyOption = None,
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Let something go wrong with one service; the faults of the others stay."""
    if service not in KEYS:
        raise LocalError(f"there is no stand-in {service}: choose one of {', '.join(KEYS)}")
    settings: dict[str, Any] = {
        "latency_seconds": latency,
        "rate_per_second": rate,
        "error": error,
        "error_share": share,
        "error_count": count,
        "reply": reply,
    }
    given = {name: value for name, value in settings.items() if value is not None}
    if not given:
        raise LocalError("nothing to set: give --latency, --rate, --error or --reply")
    with StandinClient(environment.standins_url(state)) as standins:
        try:
            faults = standins.set_faults({**standins.faults(), service: given})
        except InvalidFaultError as invalid:
            raise LocalError(str(invalid)) from invalid
    _show(faults, json=json)


@app.command(name="clear")
def clear(state: StateOption = STATE, json: JsonOption = False) -> None:
    """Let nothing go wrong any more."""
    with StandinClient(environment.standins_url(state)) as standins:
        standins.clear_faults()
    _show({}, json=json)


def _show(faults: dict[str, Any], *, json: bool) -> None:
    if json:
        print_json(faults)
        return
    for service, settings in faults.items():
        out.print(f"{service}: {', '.join(f'{name} {value}' for name, value in settings.items())}")
    if not faults:
        out.print("no faults are set")
