"""A small message, asked about as the product asks about a customer's."""

from dataclasses import dataclass
from typing import Final

from assistant.analysis import reading_prompt
from assistant.aws.bedrock import Question
from assistant.reply import prompt, review
from assistant.request.categories import Category
from assistant.request.priority import Priority, Sentiment

TEXTS: Final = {
    "en": "Hello, when will my order arrive? Thank you.",
    "fr": "Bonjour, quand ma commande arrivera-t-elle ? Merci.",
}

_REPLIES: Final = {
    "en": "Thank you for your message. We will look at it within 24 hours.",
    "fr": "Merci de votre message. Nous l'examinerons sous 24 heures.",
}


@dataclass(frozen=True, kw_only=True)
class Sample:
    """What decides the calls of models: the team's language, and which models write and review."""

    company: str
    pivot_language: str
    writers: tuple[str, ...]
    reviewers: tuple[str, ...]
    profile: str

    @property
    def language(self) -> str:
        """The customer's language: another one than the team's, so that both texts are asked for."""
        return "en" if self.pivot_language == "fr" else "fr"

    def questions(self) -> list[tuple[str, Question]]:
        """Return each call of a model that the product makes, by the model."""
        order = self._order()
        review_order = review.ReviewOrder(order, _REPLIES[self.language], _REPLIES[self.pivot_language], ())
        asked = [(model, prompt.question(order)) for model in self.writers]
        asked += [(model, review.question(review_order)) for model in self.reviewers]
        if self.profile == "economy":
            reading = reading_prompt.question(self._reading())
            asked += [(model, reading) for model in self.writers]
        return asked

    def _order(self) -> prompt.ReplyOrder:
        return prompt.ReplyOrder(
            company=self.company,
            language=self.language,
            pivot_language=self.pivot_language,
            customer_name="",
            message=TEXTS[self.language],
            translation=TEXTS[self.pivot_language],
            sentiment=Sentiment.NEUTRAL,
            scores=None,
            category=Category.GENERAL,
            priority=Priority.NORMAL,
            gestures=(),
        )

    def _reading(self) -> reading_prompt.ReadingOrder:
        return reading_prompt.ReadingOrder(
            company=self.company,
            pivot_language=self.pivot_language,
            in_pivot=False,
            customer_name="",
            message=TEXTS[self.language],
            declared=None,
            gestures=(),
        )
