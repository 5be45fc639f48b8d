"""What counts as an entity."""

from typing import get_args

from mypy_boto3_comprehend.literals import EntityTypeType

from assistant.analysis import entities


def test_the_types_are_comprehends() -> None:
    assert set(entities.TYPES) == set(get_args(EntityTypeType))
