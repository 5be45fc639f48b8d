"""`erase`, `revoke`."""

import sys
from typing import Annotated

import typer

from local import erasing
from local.cli_inspect import EnvOption, IdArgument
from local.console import STATE, JsonOption, StateOption, out, print_json
from local.site import find_site, require_request_id

EmailOption = Annotated[
    str,
    typer.Option(
        "--email",
        envvar="SUPPORT_EMAIL",
        prompt="The customer's e-mail address",
        help="Whose requests; in SUPPORT_EMAIL, or asked for, it stands in no list of processes.",
    ),
]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask, at a terminal either.")]


def erase(
    *,
    email: EmailOption,
    env: EnvOption = "local",
    state: StateOption = STATE,
    yes: YesOption = False,
    json: JsonOption = False,
) -> None:
    """Erase every request of an e-mail address: what runs is stopped, everything that is kept goes.

    What matches is listed first, and at a terminal asked about.
    """
    eraser = erasing.Eraser.of(find_site(env, state))
    found = eraser.matching(email)
    if not json:
        for one in found:
            line = "  ".join(one[key] for key in ("request_id", "received_at", "status", "email"))
            out.print(line, markup=False, soft_wrap=True)
    if found and not (yes or json) and sys.stdin.isatty():
        typer.confirm(f"Erase these {len(found)} requests?", abort=True)
    erased = eraser.erase(email)
    if json:
        print_json({"erased": erased, "requests": found})
    else:
        out.print(f"{erased} requests erased; what expires later: docs/operations.md")


def revoke(
    request_id: IdArgument,
    env: EnvOption = "local",
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Revoke the links of one request: status and audio answer 410 from now on."""
    revoked_at = erasing.revoke(find_site(env, state), require_request_id(request_id))
    if json:
        print_json({"revoked_at": revoked_at})
    else:
        out.print(f"the links of {request_id} are revoked since {revoked_at}")
