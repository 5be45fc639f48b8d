"""`faults set` and `faults clear`: what goes wrong with the AI stand-ins and the emulator, while they run."""

from pathlib import Path
from typing import Annotated, Any

import typer

from local.commands.console import STATE, JsonOption, StateOption, out, print_json
from local.environment.site import access_keys
from local.environment.state import current, has_proxy, proxy_url, standins_url
from local.errors import LocalError
from local.proxy.protocol import KEYS as PROXY_KEYS
from local.standins.client import ProxyClient, StandinClient
from local.standins.faults.settings import ERRORS, KEYS, MODEL_ERRORS, InvalidFaultError

app = typer.Typer(help="Latency, rate limits and failures of the services.", no_args_is_help=True)

ServiceArgument = Annotated[
    str, typer.Argument(help="A service (`bedrock`) or operation (`polly.SynthesizeSpeech`, `s3.PutObject`).")
]
LatencyOption = Annotated[float | None, typer.Option("--latency", help="Seconds before each answer.")]
SigmaOption = Annotated[
    float | None,
    typer.Option("--latency-sigma", help="Spread: the latency is lognormal about --latency, its median."),
]
RateOption = Annotated[float | None, typer.Option("--rate", help="Calls a second; more are throttled.")]
ErrorOption = Annotated[
    str | None,
    typer.Option("--error", help=f"One of: {', '.join(ERRORS)}; of bedrock also: {', '.join(MODEL_ERRORS)}."),
]
ShareOption = Annotated[float | None, typer.Option("--share", help="Share of the calls that fail, 0 to 1.")]
CountOption = Annotated[int | None, typer.Option("--count", help="How many calls fail, then no more.")]
SecondsOption = Annotated[float | None, typer.Option("--seconds", help="How long from its first call on.")]
FunctionOption = Annotated[
    str | None, typer.Option("--function", help="Only this function's calls (with --enforce-iam).")
]
ContainingOption = Annotated[
    str | None, typer.Option("--containing", help="Only calls with this text, such as a request's id.")
]
ReplyOption = Annotated[
    str | None, typer.Option("--reply", help="An odd reply of the model, or an odd translation.")
]


@app.command(name="set")
def set_fault(
    service: ServiceArgument,
    *,
    latency: LatencyOption = None,
    latency_sigma: SigmaOption = None,
    rate: RateOption = None,
    error: ErrorOption = None,
    share: ShareOption = None,
    count: CountOption = None,
    seconds: SecondsOption = None,
    function: FunctionOption = None,
    containing: ContainingOption = None,
    reply: ReplyOption = None,
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Let something go wrong with one service; the faults of the others stay."""
    if service not in (*KEYS, *PROXY_KEYS):
        raise LocalError(f"there is no {service} to fail: choose one of {', '.join((*KEYS, *PROXY_KEYS))}")
    wrong = {"latency_seconds": latency, "rate_per_second": rate, "error": error, "reply": reply}
    if all(value is None for value in wrong.values()):
        raise LocalError("nothing to set: give --latency, --rate, --error or --reply")
    settings: dict[str, Any] = wrong | {
        "latency_sigma": latency_sigma,
        "error_share": share,
        "error_count": count,
        "seconds": seconds,
        "caller": _caller(state, function),
        "containing": containing,
    }
    given = {name: value for name, value in settings.items() if value is not None}
    with _proxy(state) if service in PROXY_KEYS else StandinClient(standins_url(state, service)) as server:
        try:
            faults = server.change_faults({service: given})
        except InvalidFaultError as invalid:
            raise LocalError(str(invalid)) from invalid
    _show(faults, json=json)


@app.command(name="clear")
def clear(state: StateOption = STATE, json: JsonOption = False) -> None:
    """Let nothing go wrong any more."""
    with StandinClient(standins_url(state)) as standins:
        standins.clear_faults()
    if has_proxy(state):
        with _proxy(state) as proxy:
            proxy.clear_faults()
    _show({}, json=json)


def _proxy(state: Path) -> ProxyClient:
    return ProxyClient(proxy_url(state), ca_bundle=current(state).ca_bundle)


def _caller(state: Path, function: str | None) -> str | None:
    if function is None:
        return None
    deployment = current(state)
    if deployment.ca_bundle is None:
        raise LocalError("functions can be told apart with their roles alone: `up --enforce-iam`")
    keys = access_keys(deployment.clients, deployment.stack)
    if function not in keys:
        raise LocalError(f"there is no function {function}: choose one of {', '.join(sorted(keys))}")
    return keys[function]


def _show(faults: dict[str, Any], *, json: bool) -> None:
    if json:
        print_json(faults)
        return
    for service, settings in faults.items():
        out.print(f"{service}: {', '.join(f'{name} {value}' for name, value in settings.items())}")
    if not faults:
        out.print("no faults are set")
