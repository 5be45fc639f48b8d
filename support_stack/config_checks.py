"""What an environment's file says wrong, in one line: a key and what is allowed."""

from dataclasses import fields, is_dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from pydantic import ValidationError

from assistant.reply.gestures import NONE
from assistant.request.links import LIFETIME

if TYPE_CHECKING:
    from .config import Environment, Retention


MOST_BYTES: Final = 3_000
"""Of all gestures' sentences. Lambda takes 4,096 bytes of environment variables for a function in all."""


def contradiction(environment: "Environment") -> str | None:
    """Return what in an environment does not go together, each value being allowed by itself."""
    retention = environment.retention
    if environment.profile == "economy" and environment.personal_data == "all":
        return (
            "personal_data: all needs profile quality: in economy the model reads the message before anybody "
            "has searched it"
        )
    if wrong := _gestures(environment):
        return f"reply.gestures: {wrong}"
    longest = retention.audio_days + LIFETIME.days
    if environment.voice.speech == "on_demand" and retention.requests_days < longest:
        return (
            f"retention.requests_days: with speech on_demand at least audio_days + {LIFETIME.days}: audio "
            "that is made on the link's last day must be found by an erasure"
        )
    if longer := _outliving(retention):
        return (
            f"retention.{longer}: may not be longer than requests_days, or an erasure would not find what it "
            "keeps"
        )
    return None


def _gestures(environment: "Environment") -> str | None:
    """Return what is wrong among the gestures: an id that stands twice, no sentence for the team."""
    ids = [gesture.id for gesture in environment.reply.gestures]
    if twice := next((one for one in ids if ids.count(one) > 1), None):
        return f"the id {twice} stands there twice; each gesture has its own"
    if NONE in ids:
        return f"the id {NONE} stands for no gesture; take another"
    team = environment.pivot_language
    if silent := next((one.id for one in environment.reply.gestures if team not in one.sentences), None):
        return f"{silent} has no sentence in the team's language, {team}"
    taken = sum(len(said.encode()) for one in environment.reply.gestures for said in one.sentences.values())
    if taken > MOST_BYTES:
        return (
            f"their sentences take {taken} bytes, of {MOST_BYTES} that a function has room for; "
            "leave languages out: they get a translation, which is made once and kept"
        )
    return None


def _outliving(retention: "Retention") -> str | None:
    """Return the first kind of object that would outlive the item that leads to it."""
    kinds = ("incoming_days", "responses_days", "audio_days", "transcripts_days")
    return next((kind for kind in kinds if getattr(retention, kind) > retention.requests_days), None)


def first_fault(error: ValidationError, model: type) -> str:
    """Return the first thing that is wrong as `key: what is allowed`, misspelt keys before missing ones."""
    found = error.errors(include_url=False)
    details = next((one for one in found if one["type"] == "unexpected_keyword_argument"), found[0])
    path = details["loc"]
    key = ".".join(str(part) for part in path if part != "[key]")
    if details["type"] == "unexpected_keyword_argument":
        return f"{key}: unknown key; allowed are {', '.join(_keys(path[:-1], model))}"
    if details["type"] == "missing":
        return f"{key}: is missing"
    return f"{key}: {details['msg'][0].lower()}{details['msg'][1:]}, not {details['input']!r}"


def _keys(path: tuple[int | str, ...], model: type) -> list[str]:
    """Return the keys allowed at a place of the file; the name is the file's own."""
    holder = reduce(_inside, path, model)
    return [part.name for part in fields(holder) if (holder, part.name) != (model, "name")]


def _inside(holder: Any, step: int | str) -> Any:
    return holder if isinstance(step, int) else _class_in(get_type_hints(holder)[step])


def _class_in(hint: Any) -> Any:
    if is_dataclass(hint):
        return hint
    return next(_class_in(part) for part in getattr(hint, "__args__", ()) if is_dataclass(part))
