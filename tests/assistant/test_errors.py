"""The errors of the product."""

import inspect

import pytest

from assistant import errors
from assistant.errors import ApiError, ServiceBusy, ServiceError, ServiceRefused, SupportError

ALL = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, Exception) and kind.__module__ == errors.__name__
]


def test_every_error_is_ours() -> None:
    assert all(issubclass(kind, SupportError) for kind in ALL)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (errors.ApiError, 500),
        (errors.InvalidRequest, 400),
        (errors.NotFound, 404),
        (errors.Conflict, 409),
        (errors.Gone, 410),
        (errors.PayloadTooLarge, 413),
        (errors.UnsupportedMedia, 415),
        (errors.TryAgainLater, 503),
    ],
)
def test_an_error_of_the_api_has_its_status_title_and_detail(kind: type[ApiError], status: int) -> None:
    error = kind("What to do.", errors=[{"field": "name", "detail": "is required"}])
    assert error.status == status
    assert error.title
    assert error.detail == str(error) == "What to do."
    assert error.errors == ({"field": "name", "detail": "is required"},)


@pytest.mark.parametrize("kind", [ServiceBusy, ServiceRefused])
def test_an_error_of_a_service_says_service_operation_and_code(kind: type[ServiceError]) -> None:
    assert str(kind("polly", "SynthesizeSpeech", "Throttling")) == "polly.SynthesizeSpeech: Throttling"


def test_busy_and_refused_are_told_apart_by_the_workflow() -> None:
    assert not issubclass(ServiceBusy, ServiceRefused)
    assert not issubclass(ServiceRefused, ServiceBusy)
