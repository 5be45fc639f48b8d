"""All checks, side by side."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain

from assistant.aws.bedrock_catalog import ModelCatalog, ModelProbe
from assistant.aws.polly import VoiceCatalog
from assistant.aws.quotas import Quotas
from assistant.aws.sns import Subscriptions

from .confirmations import check_confirmations
from .demands import Rate
from .finding import Finding
from .models import check_models
from .quotas import check_quotas
from .voices import check_voices


@dataclass(frozen=True, kw_only=True)
class Patient:
    """What is looked at: an environment's models, voices, rate and topics.

    `topics` are ARNs by the topic's name, empty before the first deployment; `addresses` are those that
    should listen there.
    """

    models: Sequence[str]
    voice_engine: str
    rate: Rate
    topics: Mapping[str, str]
    addresses: Mapping[str, Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Instruments:
    """What it is looked at with."""

    catalog: ModelCatalog
    probe: ModelProbe
    voices: VoiceCatalog
    subscriptions: Subscriptions
    quotas: Quotas


def examine(
    patient: Patient, instruments: Instruments, now: datetime, show: Callable[[str], str]
) -> list[Finding]:
    """Run every check and return all findings; `show` is how an address may be shown.

    They run side by side, so that one silent service leaves the others their time.
    """
    catalog = instruments.catalog
    checks: list[Callable[[], list[Finding]]] = [
        partial(check_models, patient.models, catalog, instruments.probe, now),
        partial(check_voices, patient.voice_engine, instruments.voices),
        *(
            partial(
                check_confirmations,
                topic,
                arn,
                patient.addresses.get(topic, ()),
                instruments.subscriptions,
                show,
            )
            for topic, arn in patient.topics.items()
        ),
        partial(
            check_quotas, patient.rate, patient.voice_engine, patient.models, catalog, instruments.quotas
        ),
    ]
    with ThreadPoolExecutor(len(checks)) as pool:
        return list(chain.from_iterable(pool.map(lambda check: check(), checks)))
