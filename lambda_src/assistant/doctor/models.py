"""The models that write replies: known, alive, reachable from this Region, and answering."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from assistant.aws.account import CatalogModel, ModelCatalog, ModelProbe
from assistant.aws.bedrock import Question
from assistant.bedrock_models import split_id
from assistant.errors import ReplyRejected, ServiceBusy, ServiceError, ServiceRefused

from .finding import Finding, not_checked

NOTICE: Final = timedelta(days=60)
"""How long before a model's end of life there is a warning."""

_UNKNOWN_HERE: Final = frozenset({"ResourceNotFoundException", "ValidationException"})
_THROTTLED: Final = frozenset({"ThrottlingException", "ServiceQuotaExceededException"})

_REPLACE: Final = "Put an active model in its place in [reply] models, and deploy."
_WEAK: Final = "Repeat the checkup; if it stays so, put another model in its place in [reply], and deploy."
_FIRST_USE: Final = (
    "Submit Anthropic's first-use form (Bedrock console, Model catalog); check the account's payment method, "
    "the permission to subscribe in Marketplace for the first call, and bedrock:InvokeModel."
)


def foundation(model: str) -> str:
    """Return the foundation model's id behind a model id or the id of an inference profile."""
    return split_id(model)[1]


def check_models(
    questions: Sequence[tuple[str, Question]], catalog: ModelCatalog, probe: ModelProbe, now: datetime
) -> list[Finding]:
    """Check each configured model, and that it answers each question that the product asks it.

    All calls run side by side: together they last as long as the slowest, which leaves time for the report.
    """
    checks: list[Callable[[], Finding]] = []
    for model in dict.fromkeys(model for model, _ in questions):
        checks.append(partial(_listed, model, catalog, now))
        if foundation(model) != model:
            checks.append(partial(_offered, model, catalog))
        checks += [partial(_asked, model, question, probe) for asked, question in questions if asked == model]
    with ThreadPoolExecutor(max(len(checks), 1)) as pool:
        # A model that is refused for every question makes one finding.
        return list(dict.fromkeys(pool.map(lambda check: check(), checks)))


def _listed(model: str, catalog: ModelCatalog, now: datetime) -> Finding:
    try:
        return lifecycle(model, catalog.model(foundation(model)), now)
    except ServiceError as error:
        return _not_listed("model", model, "Bedrock does not know it in this Region", error)


def _offered(model: str, catalog: ModelCatalog) -> Finding:
    try:
        status = catalog.profile(model).status
    except ServiceError as error:
        return _not_listed("profile", model, "this Region does not offer it", error)
    if status == "ACTIVE":
        return Finding("profile", model, "ok", "is offered in this Region")
    return Finding("profile", model, "problem", f"is {status.lower()} in this Region", _REPLACE)


def _not_listed(check: str, model: str, detail: str, error: ServiceError) -> Finding:
    if isinstance(error, ServiceRefused) and error.code in _UNKNOWN_HERE:
        return Finding(check, model, "problem", f"{detail}: retired, or never there", _REPLACE)
    return not_checked(check, model, error)


def _asked(model: str, question: Question, probe: ModelProbe) -> Finding:
    tool = question.tool["name"]
    try:
        probe.ask(model, question)
    except ServiceError as error:
        return no_answer(model, error)
    except ReplyRejected as rejected:
        return Finding("answer", model, "warning", f"does not answer through {tool} ({rejected.code})", _WEAK)
    return Finding("answer", model, "ok", f"answers through {tool}")


def lifecycle(model: str, found: CatalogModel, now: datetime) -> Finding:
    """Return what the catalog's dates mean for a model."""
    end, extended = found.end_of_life, found.extended_access_from
    if end and end <= now:
        return Finding("model", model, "problem", f"reached its end of life on {end:%Y-%m-%d}", _REPLACE)
    if end and end - now <= NOTICE:
        days = (end.date() - now.date()).days
        when = f"reaches its end of life on {end:%Y-%m-%d}, in {days} days"
        return Finding("model", model, "warning", when, _REPLACE)
    if extended and extended <= now:
        detail = f"is in extended access since {extended:%Y-%m-%d}, at a higher price"
        return Finding("model", model, "warning", detail, _REPLACE)
    if found.status != "ACTIVE" and not end:
        return Finding("model", model, "warning", f"is {found.status.lower()}, with no date yet", _REPLACE)
    until = f", end of life {end:%Y-%m-%d}" if end else ""
    return Finding("model", model, "ok", f"is {found.status.lower()}{until}")


def no_answer(model: str, error: ServiceError) -> Finding:
    """Return what the error of a call to a model means."""
    if error.code in _THROTTLED:
        advice = "Repeat the checkup; if it stays so, ask for more tokens a minute (Service Quotas, Bedrock)."
        return Finding("answer", model, "warning", f"is throttled ({error.code})", advice)
    if isinstance(error, ServiceBusy):
        return not_checked("answer", model, error)
    advice = _REPLACE
    if error.code == "ValidationException":
        advice = "Call it by an inference profile, if it wants one: us., eu., au., jp., apac. or global."
    elif error.code in ("AccessDeniedException", "ResourceNotFoundException") and "anthropic." in model:
        advice = _FIRST_USE
    elif error.code == "AccessDeniedException":
        advice = "Allow bedrock:InvokeModel on it, in the organization's policies too."
    return Finding("answer", model, "problem", f"does not answer ({error.code})", advice)
