"""The sets of questions about the company's documents: what is found for them, and what is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from assistant.aws.embeddings import DIMENSIONS, Embedder
from assistant.cost.meter import Meter
from eval import answering, config, finding, lines
from eval.answering import Answered, Recordings
from eval.step import Asks
from local.standins.bedrock import embedding

FOLDER: Final = Path(__file__).parent / "knowledge"
SETS: Final = ("tuned", "held_out")
PLANTED: Final = "hostile"
"""The set whose documents have instructions planted in them."""

DOCUMENTS: Final = Path(__file__).parents[1] / "knowledge"

Fields = Mapping[str, Any]


def found(questions: Sequence[Fields], environment: config.Environment, ai: str) -> dict[str, Any]:
    """Return whether the right documents are found, by the stand-in's model or (`aws`) the environment's."""
    embedder = (
        Embedder(environment.knowledge.embedding_model)
        if ai == "aws"
        else finding.Local(partial(embedding.embed, dimensions=DIMENSIONS))
    )
    search = finding.finder(environment, embedder, DOCUMENTS)
    return finding.figures(finding.find_all(questions, search))


@dataclass(frozen=True)
class Asked:
    """A set of questions, with what a large model answered them."""

    questions: Sequence[Fields]
    recordings: Recordings

    @classmethod
    def load(cls, name: str) -> "Asked":
        """Read a set from its folder."""
        read = {
            kind: lines.load(FOLDER / name / f"{kind}.jsonl") for kind in ("questions", "drafts", "verdicts")
        }
        sections = {one.key: one for one in finding.sections(DOCUMENTS)}
        return cls(read["questions"], Recordings(read["drafts"], read["verdicts"], sections))

    def figures(
        self, environment: config.Environment, meter: Meter, models: tuple[Asks, Asks] | None, ai: str
    ) -> dict[str, Any]:
        """Return what is found and what is answered; by recorded drafts and verdicts without models."""
        answered = self.answered(environment, meter, models)
        return found(self.questions, environment, ai) | answering.figures(answered)

    def answered(
        self, environment: config.Environment, meter: Meter, models: tuple[Asks, Asks] | None = None
    ) -> list[Answered]:
        """Return what becomes of each question that a model was shown."""
        recorded = {one["id"] for one in self.recordings.drafts}
        return answering.answer_all(
            [one for one in self.questions if one["id"] in recorded],
            environment,
            self.recordings.shown,
            lambda question: models or self.recordings.models(question, environment, meter),
            meter=meter,
        )
