"""`erase` and `revoke`: a customer's requests, and the links of one request."""

import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from botocore.config import Config
from botocore.exceptions import ClientError

from assistant.request.customer import normalized
from local.commands.console import STATE, JsonOption, StateOption, out, print_json
from local.commands.trace.command import EnvOption, IdArgument
from local.environment.deployment import stack_outputs
from local.environment.site import Site, find_site, require_request_id
from local.errors import LocalError

FUNCTION_OUTPUT = "EraseCustomerFunction"

# The function stops by itself within a minute; a call that was given up would go on unseen.
_PATIENT = Config(read_timeout=90, retries={"total_max_attempts": 1})

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
    eraser = Eraser.of(find_site(env, state))
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
    revoked_at = revoke_links(find_site(env, state), require_request_id(request_id))
    if json:
        print_json({"revoked_at": revoked_at})
    else:
        out.print(f"the links of {request_id} are revoked since {revoked_at}")


@dataclass(frozen=True)
class Eraser:
    """The operator's function that erases a customer's requests."""

    client: Any
    function: str

    @classmethod
    def of(cls, site: Site) -> "Eraser":
        """Find the function of a stack; raise LocalError if it has none."""
        outputs = stack_outputs(site.clients, site.stack)
        if FUNCTION_OUTPUT not in outputs:
            raise LocalError(f"{site.stack} has no output {FUNCTION_OUTPUT}: deploy it again")
        return cls(site.clients.client("lambda", config=_PATIENT), outputs[FUNCTION_OUTPUT])

    def matching(self, email: str) -> list[dict[str, str]]:
        """Return what there is of a mailbox, however its address was written; nothing is erased."""
        found: list[dict[str, str]] = self._ask({"email": _mailbox(email), "list": True})["requests"]
        return found

    def erase(self, email: str) -> int:
        """Have every request of a mailbox erased; return how many were, raise LocalError if one was not."""
        total = 0
        while True:
            counts = self._ask({"email": _mailbox(email)})
            total += int(counts["erased"])
            # The index lags behind the table: only a call that finds nothing any more is the last.
            if not counts["erased"] and not counts["left"]:
                return total

    def _ask(self, event: dict[str, Any]) -> dict[str, Any]:
        answer = self.client.invoke(FunctionName=self.function, Payload=json.dumps(event).encode())
        said: dict[str, Any] = json.load(answer["Payload"])
        if "FunctionError" in answer:
            code = said.get("errorMessage", "")
            raise LocalError(f"not everything was erased ({code}): repeat the command, it goes on")
        return said


def _mailbox(email: str) -> str:
    """Return the one form of an address; raise LocalError if it is none."""
    try:
        return normalized(email)
    except ValueError as error:
        raise LocalError(f"no e-mail address is given: {error}") from None


def revoke_links(site: Site, request_id: str) -> str:
    """Revoke a request's links and return since when they are; raise LocalError if it is not there."""
    try:
        answer = site.clients.dynamodb.Table(site.table).update_item(
            Key={"pk": request_id},
            UpdateExpression="SET revoked_at = if_not_exists(revoked_at, :now)",
            ConditionExpression="attribute_exists(pk) AND #status <> :erased",
            ExpressionAttributeNames={"#status": "status"},
            ExpressionAttributeValues={
                ":now": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                ":erased": "erased",
            },
            ReturnValues="ALL_NEW",
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            raise LocalError(f"{site.stack} has no request {request_id}, or it is erased") from error
        raise
    return str(answer["Attributes"]["revoked_at"])
