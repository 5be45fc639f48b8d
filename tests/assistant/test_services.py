"""Each function's services are composed from the environment that its settings write."""

from importlib import import_module
from typing import Any, get_origin, get_type_hints

import pytest

from assistant.voice import on_demand
from tests.assistant.configured import SETTINGS

API_GATEWAY_SECONDS = 29
"""After so long API Gateway gives up on a function."""


def composed(handler: str) -> Any:
    return import_module(handler).Services.from_env(SETTINGS[handler].to_env())


def patience(connection: Any) -> float:
    """Return the seconds that a client waits for a service that takes calls and stays silent."""
    config = connection.client.meta.config
    return float(config.retries["total_max_attempts"] * config.read_timeout)


@pytest.mark.parametrize("handler", SETTINGS)
def test_everything_is_composed_from_the_environment_that_the_settings_write(handler: str) -> None:
    services, settings = composed(handler), SETTINGS[handler]
    for name, kind in get_type_hints(type(services)).items():
        value = getattr(services, name)
        assert isinstance(value, get_origin(kind) or kind), name
        if name == "settings":
            assert value == settings
        elif isinstance(value, str | bool | list):
            assert value == getattr(settings, name)


@pytest.mark.parametrize("handler", SETTINGS)
def test_what_is_counted_is_stored_by_the_table(handler: str) -> None:
    services = composed(handler)
    if hasattr(services, "meter"):
        assert services.requests._meter is services.meter


def test_intake_answers_the_origins_of_its_settings() -> None:
    assert composed("assistant.intake.handler").allowed_origins == ["https://shop.example.com"]


def test_the_doctor_examines_what_is_configured() -> None:
    settings: Any = SETTINGS["assistant.doctor.handler"]
    services = composed("assistant.doctor.handler")
    patient = services.patient
    sample = patient.sample
    assert (list(sample.writers), list(sample.reviewers)) == (settings.models, settings.reviewers)
    assert (patient.voice_engine, patient.stack) == (settings.voice_engine, settings.stack_id)
    assert patient.topics == {"team": settings.topic_arn, "operations": settings.operations_topic_arn}
    assert patient.addresses == settings.addresses
    assert vars(patient.rate) == {
        "per_second": 5.0,
        "burst": 10,
        "per_day": 2000,
        "answer_seconds": 10,
        "personal_data": True,
    }


def test_speech_that_was_paid_for_is_stored_if_the_bucket_answers_at_the_fourth_try() -> None:
    bucket = composed("assistant.voice.handler").archive._bucket._s3
    assert bucket.client.meta.config.retries["total_max_attempts"] == 4
    assert patience(bucket) < 20


def test_who_opens_the_audio_link_is_answered_before_api_gateway_gives_up() -> None:
    services = composed("assistant.voice.audio_handler")
    speaking = patience(services.speaker._service._polly) + patience(services.archive._bucket._s3)
    assert on_demand.LATEST_START.total_seconds() + speaking < API_GATEWAY_SECONDS
    assert on_demand.WAIT.total_seconds() < API_GATEWAY_SECONDS


def test_indexing_searching_and_the_doctor_use_one_bucket_model_and_index() -> None:
    indexing: Any = SETTINGS["assistant.knowledge.index_handler"]
    indexer = composed("assistant.knowledge.index_handler").indexer
    finder = composed("assistant.analysis.handler").finder
    documents = composed("assistant.doctor.handler").instruments.documents
    assert (finder._most, finder._language) == (4, "fr")
    assert {indexer.bucket.name, documents.indexer.bucket.name} == {indexing.bucket_name}
    for embedder in (indexer.embedder, finder._embedder, documents.embedder, documents.indexer.embedder):
        assert embedder.model == indexing.embedding_model
    for index in (indexer.index, finder._index, documents.index, documents.indexer.index):
        assert index._arn == indexing.vector_index_arn


def test_who_indexes_thousands_of_passages_waits_for_a_model_that_is_busy_and_a_customer_does_not() -> None:
    indexing = composed("assistant.knowledge.index_handler").indexer.embedder._bedrock
    searching = composed("assistant.analysis.handler").finder._embedder._bedrock
    assert indexing.client.meta.config.retries["total_max_attempts"] == 8
    assert patience(searching) <= 10
