import pytest

from local.standins.services import SERVICES, ServiceError, check_bytes, service_model


@pytest.mark.parametrize("key", SERVICES)
def test_every_operation_and_internal_error_is_in_the_service_model(key: str) -> None:
    service, model = SERVICES[key], service_model(key)
    for name in service.operations:
        declared = [shape.name for shape in model.operation_model(name).error_shapes]
        assert service.internal in declared


def test_throttling_has_the_declared_name_where_there_is_one() -> None:
    for service in SERVICES.values():
        for name in service.operations:
            declared = [shape.name for shape in service_model(service.key).operation_model(name).error_shapes]
            throttling = [code for code in declared if "Throttl" in code or "TooManyRequests" in code]
            assert throttling in ([], [service.throttled[0]])


def test_details_travel_with_an_error() -> None:
    assert ServiceError("Code", "message", SourceLanguageCode="en").details == {"SourceLanguageCode": "en"}


def test_bytes_are_counted_not_characters() -> None:
    for text in ("éé", "abcd", 5):
        check_bytes({"Text": text}, 4)
    with pytest.raises(ServiceError) as refusal:
        check_bytes({"Text": "日本"}, 4)
    assert refusal.value.code == "TextSizeLimitExceededException"
    assert "日本" not in refusal.value.message
