"""The tokens of one average request: what the model is asked, and what it hands in.

Counted as the stand-ins count them, three bytes each.
"""

import json
import math
from typing import Final

from assistant.analysis import reading_prompt
from assistant.aws.bedrock import Question
from assistant.knowledge.passages import ABOUT
from assistant.language import languages
from assistant.reply import prompt, review
from assistant.reply.gestures import Gesture
from assistant.request.categories import Category
from assistant.request.item import Passage
from assistant.request.priority import Priority, Sentiment
from local.commands.cost.profile import MessageProfile, is_translated, reply_language, width
from support_stack import config

_BYTES_PER_TOKEN: Final = 3
_CITED: Final = 1
"""Of the passages, so many are the sources of a usual reply; the reviewer reads these alone."""

_NAME: Final = "Camille Example"
_SCORES: Final = {"Positive": 0.05, "Negative": 0.8, "Neutral": 0.1, "Mixed": 0.05}
_READING: Final = {
    "language": "en",
    "confidence": 0.98,
    "translation": "",
    "sentiment": "NEGATIVE",
    "scores": _SCORES,
    "entities": [
        {"text": "Monday", "type": "DATE", "score": 0.95},
        {"text": "order 4471-B", "type": "OTHER", "score": 0.95},
    ],
}
"""What the one call of `economy` says of a message, its translation apart."""


def of_reply(code: str, environment: config.Environment, profile: MessageProfile) -> dict[str, float]:
    """Return the counters of the call that answers a message that was read before (`quality`)."""
    asked = prompt.question(reply_order(code, environment, profile))
    return _counters(environment.reply.models[0], asked, _reply_bytes(code, environment, profile))


def of_review(code: str, environment: config.Environment, profile: MessageProfile) -> dict[str, float]:
    """Return the counters of the call that reviews a draft, and finds nothing."""
    order = reply_order(code, environment, profile)
    text, pivot = (
        "x" * round(profile.reply_length * width(one)) for one in (order.language, order.pivot_language)
    )
    sentences = [gesture.sentences[order.pivot_language] for gesture in order.authorised[:1]]
    cited = [passage["id"] for passage in order.passages[:_CITED]]
    asked = review.question(review.ReviewOrder(order, text, pivot, sentences, cited))
    return _counters(environment.reply.reviewers[0], asked, len(json.dumps({"findings": []})))


def of_reading(code: str, environment: config.Environment, profile: MessageProfile) -> dict[str, float]:
    """Return the counters of the one call that reads a message and answers it (`economy`)."""
    pivot = width(environment.pivot_language) if is_translated(code, environment) else 0
    asked = reading_prompt.question(reading_order(environment, "x" * round(profile.length * width(code))))
    said = len(json.dumps(_READING)) + profile.length * pivot + _reply_bytes(code, environment, profile)
    return _counters(environment.reply.models[0], asked, said)


def of_search(code: str, environment: config.Environment, profile: MessageProfile) -> dict[str, float]:
    """Return the counters of finding the documents' passages for a message."""
    count = math.ceil(profile.length * width(code) / _BYTES_PER_TOKEN)
    return {
        "bedrock_calls": 1,
        f"bedrock_input_tokens:{environment.knowledge.embedding_model}": count,
        "s3vectors_queries": 1,
    }


def _counters(model: str, asked: Question, bytes_out: float) -> dict[str, float]:
    forced = {"toolChoice": {"tool": {"name": asked.tool["name"]}}}
    tools = json.dumps({"tools": [{"toolSpec": asked.tool}], **forced}, ensure_ascii=False)
    bytes_in = len((asked.system + asked.user + tools).encode())
    return {
        "bedrock_calls": 1,
        f"bedrock_input_tokens:{model}": math.ceil(bytes_in / _BYTES_PER_TOKEN),
        f"bedrock_output_tokens:{model}": math.ceil(bytes_out / _BYTES_PER_TOKEN),
    }


def _reply_bytes(code: str, environment: config.Environment, profile: MessageProfile) -> float:
    """Return the bytes of the reply as the model hands it in, for the customer and for the team."""
    codes = {"text": reply_language(code, environment)}
    if languages.base(codes["text"]) != environment.pivot_language:
        codes["pivot_text"] = environment.pivot_language
    form = json.dumps({**dict.fromkeys(codes, ""), "gesture": "none", "category": "delivery", "personal": []})
    return len(form) + sum(profile.reply_length * width(one) for one in codes.values())


def reply_order(code: str, environment: config.Environment, profile: MessageProfile) -> prompt.ReplyOrder:
    """Return the longest order that is usual: a disappointed customer, and the gestures for that."""
    message = "x" * round(profile.length * width(code))
    pivot = "x" * round(profile.length * width(environment.pivot_language))
    return prompt.ReplyOrder(
        company=environment.company,
        language=reply_language(code, environment),
        pivot_language=environment.pivot_language,
        customer_name=_NAME,
        message=message,
        translation=pivot if is_translated(code, environment) else None,
        sentiment=Sentiment.NEGATIVE,
        scores=_SCORES,
        category=Category.DELIVERY,
        priority=Priority.HIGH,
        gestures=_gestures(environment),
        passages=_passages(environment),
    )


def reading_order(environment: config.Environment, message: str) -> reading_prompt.ReadingOrder:
    """Return the order to read a message, whose language the caller did not name, and to answer it."""
    return reading_prompt.ReadingOrder(
        company=environment.company,
        pivot_language=environment.pivot_language,
        in_pivot=environment.reply_language == "pivot",
        customer_name=_NAME,
        message=message,
        declared=None,
        gestures=_gestures(environment),
        passages=_passages(environment),
    )


def _passages(environment: config.Environment) -> list[Passage]:
    text = "x" * round(ABOUT * width(environment.pivot_language))
    return [
        Passage(
            id=f"p{number}",
            document="retours.md",
            title="Retours et remboursements",
            heading="Retourner un article",
            link="https://www.example.com/aide/retours",
            updated="2026-09-01",
            text=text,
            distance=0.2,
        )
        for number in range(1, environment.knowledge.passages + 1)
    ]


def _gestures(environment: config.Environment) -> list[Gesture]:
    return [Gesture(one.id, one.priorities, one.sentences) for one in environment.reply.gestures]
