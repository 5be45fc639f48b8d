"""A draft of a reply, and the reply that comes of it: what they hold, and how the item keeps them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, Self, cast

from assistant.request import item as stored
from assistant.request.categories import Category
from assistant.request.item import Request
from assistant.request.reply_length import count_words
from assistant.text.normalized import clean

from . import gestures
from .prompt_texts import VERSION

DOCUMENTED: Final = "documented"
ACKNOWLEDGEMENT: Final = "acknowledgement"

MAX_PERSONAL: Final = 40
MAX_PERSONAL_CHARACTERS: Final = 100
"""How many pieces of personal data that a model lists are believed, and how long one is at most."""


class Status(StrEnum):
    """How far a draft has come; each is stored before the next call is paid for."""

    NONE = "none"
    """No model was asked yet."""
    MISSING = "missing"
    """A model was asked, and none came of it."""
    WRITTEN = "written"
    """Handed in by a model, and checked by nobody."""
    CHECKED = "checked"
    """Passed what code can decide, and waits for its review."""
    REJECTED = "rejected"
    """Broke a rule; the prompt for the next draft contains it."""


@dataclass(frozen=True)
class Objection:
    """Why a draft was rejected: the rule, and the words that break it, if it is about words."""

    rule: str
    quote: str = ""


@dataclass(frozen=True)
class Review:
    """What came of reviewing all drafts of a reply; `attempt` is the draft that was reviewed last."""

    models: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    dropped: int = 0
    attempt: int = 0
    prompt_version: str = ""


@dataclass(frozen=True)
class Draft:
    """A reply that is not sent yet.

    `text` is for the customer, in `language`, `pivot_text` for the team; `gesture` is an id, `sources` are
    ids of passages, and `answered` tells that these leave nothing to do for people. `category` (None if the
    model named none) and `personal` are what its writer read in the message. `attempt` counts the drafts of a
    request. Of a rejected draft the `objection` is left instead of its texts.
    """

    status: Status = Status.NONE
    attempt: int = 0
    text: str = ""
    language: str = ""
    pivot_text: str = ""
    gesture: str = gestures.NONE
    sources: list[str] = field(default_factory=list)
    answered: bool = False
    category: Category | None = None
    personal: list[str] = field(default_factory=list)
    model: str = ""
    prompt_version: str = ""
    objection: Objection | None = None
    review: Review | None = None

    @classmethod
    def from_item(cls, item: Request) -> Self:
        """Read the draft of a request that has no reply yet."""
        if item["draft"]["status"] == Status.NONE:
            return cls()
        kept: dict[str, Any] = {**item["draft"]}
        return cls(
            **kept
            | {
                "status": Status(kept["status"]),
                "category": kept["category"] and Category(kept["category"]),
                "objection": kept["objection"] and Objection(**kept["objection"]),
                "review": kept["review"] and Review(**kept["review"]),
            }
        )

    def to_item(self) -> stored.Draft:
        """Return the draft as the request's item keeps it."""
        return cast("stored.Draft", asdict(self))

    def written(
        self, fields: Any, *, language: str, message: str, model: str, passages: Sequence[stored.Passage]
    ) -> Self:
        """Return the next draft, of what a model handed in: any JSON, each part empty where it is none.

        `language` is that of the text for the customer, `message` and `passages` what the model was shown.
        """
        return replace(
            self,
            status=Status.WRITTEN,
            attempt=self.attempt + 1,
            text=clean(text_of(fields, "text")),
            language=language,
            pivot_text=clean(text_of(fields, "pivot_text")),
            gesture=clean(text_of(fields, "gesture")),
            sources=sources_of(fields, passages),
            answered=isinstance(fields, dict) and fields.get("answered") is True,
            category=next((one for one in Category if one == text_of(fields, "category")), self.category),
            personal=personal_of(fields, message),
            model=model,
            prompt_version=VERSION,
            objection=None,
        )

    def rejected(self, objection: Objection) -> Self:
        """Return the draft without its texts, with what is objected to."""
        return replace(
            self,
            status=Status.REJECTED,
            text="",
            pivot_text="",
            gesture=gestures.NONE,
            sources=[],
            answered=False,
            objection=objection,
        )


@dataclass(frozen=True)
class FinishedReply:
    """A reply that may be sent, the draft that it comes from, and which parts fell back, with the reason.

    `sources` are the passages that it is based on; a template has none.

    A template's reply has no draft of its own: `draft` is the one that it replaces.
    """

    text: str
    language: str
    pivot_text: str
    draft: Draft
    by_model: bool
    degraded: Mapping[str, str] = field(default_factory=dict)
    sources: Sequence[stored.Source] = ()

    @property
    def basis(self) -> str:
        """Whether documents answer the message, as its review confirmed, or people have to."""
        return DOCUMENTED if self.sources and self.draft.answered else ACKNOWLEDGEMENT

    def to_item(self) -> stored.Reply:
        """Return the reply as the request's item and its record keep it."""
        reply = stored.Reply(text=self.text, language=self.language, pivot_text=self.pivot_text)
        reply["words"] = count_words(self.pivot_text)
        reply["source"] = "model" if self.by_model else "template"
        reply["basis"], reply["sources"] = self.basis, list(self.sources)
        if self.by_model:
            reply["model"], reply["gesture"] = self.draft.model, self.draft.gesture
            reply["prompt_version"] = self.draft.prompt_version
        if self.draft.review:
            reply["review"] = cast("stored.Review", asdict(self.draft.review))
        return reply


def text_of(fields: Any, name: str) -> str:
    """Return a text field of a tool's input; anything else there counts as empty."""
    value = fields.get(name) if isinstance(fields, dict) else None
    return value.strip() if isinstance(value, str) else ""


def sources_of(fields: Any, passages: Sequence[stored.Passage]) -> list[str]:
    """Return the ids of those passages that a model names as its sources, nearest first."""
    named = fields.get("sources") if isinstance(fields, dict) else None
    return [one["id"] for one in passages if one["id"] in named] if isinstance(named, list) else []


def personal_of(fields: Any, message: str) -> list[str]:
    """Return what a model lists as personal data and really stands in the message, each once, in its order.

    One letter is no name, and a line of more than a hundred characters is the message itself; so is a list
    of more than half of it, and nobody could read what is left.
    """
    listed = fields.get("personal") if isinstance(fields, dict) else None
    named = (clean(one).strip() for one in listed if isinstance(one, str)) if isinstance(listed, list) else ()
    believed = (one for one in named if 2 <= len(one) <= MAX_PERSONAL_CHARACTERS and one in message)
    each = list(dict.fromkeys(believed))[:MAX_PERSONAL]
    return each if sum(map(len, each)) <= max(MAX_PERSONAL_CHARACTERS, len(message) / 2) else []
