"""All checks of an environment, side by side; voices and subscriptions are checked here."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Final

from assistant.aws.account import ModelCatalog, ModelProbe, Quotas, Subscriptions, VoiceCatalog
from assistant.aws.cloudformation import Drift
from assistant.errors import ServiceError
from assistant.language import languages
from assistant.voice.voices import PollyVoice, voice_for

from .calls import TextServices, check_calls
from .demands import Rate
from .documents import Documents, check_documents
from .drift import check_drift
from .finding import Finding, not_checked
from .models import check_models
from .quotas import check_quotas
from .sample import Sample

OPERATIONS: Final = "operations"
TEAM: Final = "team"


@dataclass(frozen=True, kw_only=True)
class Patient:
    """An environment: its models, voices, rate, topics and stack.

    `topics` are ARNs by the topic's name, and `stack` is the stack's ARN or name, all empty before the
    first deployment; `addresses` are those that should listen to the topics. `speech` is off where nothing
    is spoken.
    """

    sample: Sample
    voice_engine: str
    speech: str
    rate: Rate
    topics: Mapping[str, str]
    addresses: Mapping[str, Sequence[str]]
    stack: str


@dataclass(frozen=True, kw_only=True)
class Instruments:
    """The services that are asked."""

    catalog: ModelCatalog
    probe: ModelProbe
    voices: VoiceCatalog
    subscriptions: Subscriptions
    quotas: Quotas
    text: TextServices
    drift: Drift
    documents: Documents


def examine(
    patient: Patient,
    instruments: Instruments,
    now: datetime,
    show: Callable[[str], str],
    left: Callable[[], float],
) -> list[Finding]:
    """Run every check and return all findings.

    They run side by side, so that one silent service leaves the others their time. `show` is how an address
    may be shown, `left` tells the seconds that may be waited for a slow check.
    """
    questions, engine, catalog = patient.sample.questions(), patient.voice_engine, instruments.catalog
    models = list(dict.fromkeys(model for model, _ in questions))
    calls = partial(check_calls, patient.sample, instruments.text, engine=engine)
    addresses, subscriptions = patient.addresses, instruments.subscriptions
    checks: list[Callable[[], list[Finding]]] = [
        partial(check_drift, patient.stack, instruments.drift, left),
        partial(check_models, questions, catalog, instruments.probe, now),
        partial(calls, speaks=patient.speech != "off", personal_data=patient.rate.personal_data),
        partial(check_documents, instruments.documents),
        partial(check_voices, engine, instruments.voices),
        *(
            partial(check_confirmations, topic, arn, addresses.get(topic, ()), subscriptions, show)
            for topic, arn in patient.topics.items()
        ),
        partial(check_quotas, patient.rate, engine, models, catalog, instruments.quotas),
    ]
    with ThreadPoolExecutor(len(checks)) as pool:
        return list(chain.from_iterable(pool.map(lambda check: check(), checks)))


def check_voices(engine: str, catalog: VoiceCatalog) -> list[Finding]:
    """Check that this Region offers each language's voice; those that it offers make one finding."""
    try:
        offered = catalog.voices()
    except ServiceError as error:
        return [not_checked("voice", engine, error)]
    spoken: dict[PollyVoice, list[str]] = defaultdict(list)
    for code in languages.by_code():
        if voice := voice_for(code, engine):
            spoken[voice].append(code)
    findings = []
    for voice, codes in spoken.items():
        here = offered.get(voice.voice_id)
        if here is None or voice.engine not in here.engines or voice.language not in here.languages:
            detail = f"is not offered in this Region: replies in {', '.join(codes)} go out without audio"
            advice = (
                "Deploy in a Region that has it, or choose another voice for the language "
                "in data/languages.toml."
            )
            findings.append(Finding("voice", f"{voice.voice_id} ({voice.engine})", "warning", detail, advice))
    there = f"{len(spoken) - len(findings)} of {len(spoken)} voices are offered here"
    return [*findings, Finding("voice", engine, "ok", there)]


def check_confirmations(
    topic: str, arn: str, expected: Sequence[str], subscriptions: Subscriptions, show: Callable[[str], str]
) -> list[Finding]:
    """Check who has confirmed to hear from a topic; without an ARN it is not deployed yet.

    `expected` are the configured addresses as `show` returns them, so that masked ones compare too.
    """
    if not arn:
        return [Finding("e-mail", topic, "unknown", "no topic: not deployed yet", "Deploy, and repeat this.")]
    try:
        listed = subscriptions.of(arn)
    except ServiceError as error:
        return [not_checked("e-mail", topic, error)]
    mails = [each for each in listed if each.protocol == "email"]
    confirmed = Counter(show(each.endpoint) for each in mails if each.confirmed)
    pending = Counter(show(each.endpoint) for each in mails if not each.confirmed)
    findings = []
    for address in pending.elements():
        detail = f"{address} has not confirmed and gets nothing"
        advice = "Confirm with the link in AWS's message, within two days of it."
        findings.append(Finding("e-mail", topic, "warning", detail, advice))
    for address in (Counter(expected) - confirmed - pending).elements():
        detail = f"{address} is configured and not subscribed: AWS drops what nobody confirms"
        advice = "Take it out of the environment file, deploy, put it back, deploy, and confirm in time."
        findings.append(Finding("e-mail", topic, "warning", detail, advice))
    if topic == OPERATIONS and not any(each.confirmed for each in listed):
        advice = "Confirm at least one address: alarms and this report reach nobody."
        findings.append(Finding("e-mail", topic, "problem", "nobody has confirmed", advice))
    return [*findings, Finding("e-mail", topic, "ok", f"confirmed addresses: {confirmed.total()}")]
