"""Calls the reviewer for a text, and adds its verdict to what the record keeps."""

from typing import Final, Protocol

from assistant.aws.bedrock import Models
from assistant.request.item import Draft, Review

from . import review
from .review import ReviewOrder, Verdict
from .review_texts import VERSION

SECONDS: Final = 12
"""How long a reviewer may be silent: it writes little."""


class Services(Protocol):
    """What reviewing needs."""

    @property
    def reviewers(self) -> Models:
        """The reviewers, in the order in which they are asked."""


def verdict(order: ReviewOrder, services: Services, writer: str | None = None) -> tuple[Verdict, str]:
    """Return what the first reviewer that answers as it should makes of a text, and its model.

    The model that wrote the text reviews it only if no other one can.

    Raises:
        ReplyRejected: the last of them did not use the tool, or handed in something else than findings.
        ServiceError: none may be asked, or one is busy.
    """
    found: list[Verdict] = []

    def is_list_of_findings(said: object) -> bool:
        if read := review.verdict(said, order):
            found.append(read)
        return bool(found)

    answer = services.reviewers.ask(review.question(order), is_list_of_findings, last=writer)
    return found[0], answer.model


def reviewed(draft: Draft, order: ReviewOrder, services: Services) -> tuple[Draft, Verdict]:
    """Return a draft with what came of its review, added to what earlier drafts were told.

    Raises: as `verdict` does.
    """
    found, model = verdict(order, services, draft["model"])
    earlier = draft.get("review", Review(models=[], rules=[], dropped=0))
    so_far = Review(
        models=list(dict.fromkeys([*earlier["models"], model])),
        rules=sorted({*earlier["rules"], *found.rules}),
        dropped=earlier["dropped"] + found.dropped,
        attempt=draft["attempt"],
        prompt_version=VERSION,
    )
    return draft | Draft(review=so_far), found
