"""`erase`, `revoke`."""

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


def erase(
    email: EmailOption,
    env: EnvOption = "local",
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Erase every request of an e-mail address: what runs is stopped, everything that is kept goes."""
    erased = erasing.erase(find_site(env, state), email)
    if json:
        print_json({"erased": erased})
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
