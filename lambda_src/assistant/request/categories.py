"""What a message can be about."""

from enum import StrEnum


class Category(StrEnum):
    """What a message is about, in the order that decides a tie."""

    DELIVERY = "delivery"
    PRODUCT = "product"
    REFUND = "refund"
    ACCOUNT = "account"
    BILLING = "billing"
    GENERAL = "general"
