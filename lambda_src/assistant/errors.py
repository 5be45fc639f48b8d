"""The errors of the product.

The class names are the error names that the workflow retries and catches. A message holds codes and
names only, never a customer's text: it ends up in logs and in the execution history.
"""

from collections.abc import Sequence
from typing import ClassVar, TypedDict


class SupportError(Exception):
    """The root of every error that the product raises on purpose."""


class ServiceError(SupportError):
    """An AWS service call failed; `code` is the service's own error code."""

    def __init__(self, service: str, operation: str, code: str) -> None:
        super().__init__(f"{service}.{operation}: {code}")
        self.service = service
        self.operation = operation
        self.code = code


class ServiceBusy(ServiceError):  # noqa: N818 - the name is the workflow's error name
    """Throttled, failing or silent: the workflow repeats the step later."""


class ServiceRefused(ServiceError):  # noqa: N818 - the name is the workflow's error name
    """Refused for good: repeating the call would not help."""


class ReplyRejected(SupportError):  # noqa: N818 - the name is the workflow's error name
    """The model's answer cannot be sent; `code` names the rule that it breaks."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnexpectedError(SupportError):
    """A defect: the original error's type and place, without its message."""


class FieldError(TypedDict):
    """One wrong field of a request body, and what would be right."""

    field: str
    detail: str


class ApiError(SupportError):
    """An error that the caller of the API sees, with its HTTP status and title."""

    status: ClassVar[int] = 500
    title: ClassVar[str] = "Internal error"

    def __init__(self, detail: str, *, errors: Sequence[FieldError] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = tuple(errors)


class InvalidRequest(ApiError):  # noqa: N818 - named after its HTTP title
    """The body, a header or a field is not as the contract says."""

    status = 400
    title = "Invalid request"


class NotFound(ApiError):  # noqa: N818 - named after its HTTP title
    """Nothing under this link, or the link is not one of ours."""

    status = 404
    title = "Not found"


class Erased(NotFound):
    """The request was erased: nothing may be written to it any more."""


class Conflict(ApiError):  # noqa: N818 - named after its HTTP title
    """The idempotency key was used for another body, or a reply is not spoken yet."""

    status = 409
    title = "Conflict"


class Gone(ApiError):  # noqa: N818 - named after its HTTP title
    """The link was valid once: expired, revoked or erased."""

    status = 410
    title = "Gone"


class PayloadTooLarge(ApiError):  # noqa: N818 - named after its HTTP title
    """The body is larger than any valid request."""

    status = 413
    title = "Payload too large"


class UnsupportedMedia(ApiError):  # noqa: N818 - named after its HTTP title
    """The body is not declared as JSON."""

    status = 415
    title = "Unsupported media type"


class TryAgainLater(ApiError):  # noqa: N818 - named after its HTTP title
    """A service is busy, or the day's budget is used up; repeat the call after `Retry-After` seconds."""

    status = 503
    title = "Try again later"

    def __init__(
        self, detail: str, *, errors: Sequence[FieldError] = (), retry_after_seconds: int = 5
    ) -> None:
        super().__init__(detail, errors=errors)
        self.retry_after_seconds = retry_after_seconds
