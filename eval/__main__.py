"""`python -m eval`: runs the reply step over the sets, or judges the drafts of a file."""

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant import telemetry
from assistant.aws.bedrock import Models
from assistant.aws.translate import Translate
from assistant.cost.meter import Meter
from assistant.translation.translator import Translator
from eval import answering, config, documents, finding, incoming, lines, report, sets
from eval.judging import judge
from eval.openai import OpenAiModel
from eval.sets import EvaluationSet
from eval.step import Asks
from local.arguments import add_options
from local.commands.console import JsonOption, err, out, print_json

EnvOption = Annotated[str, typer.Option("--env", help="An environment, by the name of its file.")]
DraftsOption = Annotated[
    Path | None, typer.Option("--drafts", help="Judge the drafts of a file (JSON lines), without a model.")
]
IncomingOption = Annotated[
    bool,
    typer.Option("--incoming", help="Evaluate the reading of messages: language, own words, personal data."),
]
QuestionsOption = Annotated[
    Path | None,
    typer.Option(
        "--questions",
        help="Find documents for the questions of a file: JSON lines of lang, question, document.",
    ),
]
AiOption = Annotated[
    str, typer.Option("--ai", help="recorded, or aws: the environment's models by your own credentials.")
]
UrlOption = Annotated[
    str | None, typer.Option("--model-url", help="An OpenAI-compatible server, as http://localhost:11434/v1.")
]
ModelOption = Annotated[str, typer.Option("--model-name", help="The model to ask that server for.")]


def main(
    *,
    env: EnvOption = "local",
    drafts: DraftsOption = None,
    incoming_messages: IncomingOption = False,
    questions: QuestionsOption = None,
    ai: AiOption = "recorded",
    model_url: UrlOption = None,
    model_name: ModelOption = "default",
    json: JsonOption = False,
) -> None:
    """Evaluate replies: offline with recorded answers, or with real models; or judge a file of drafts."""
    try:
        environment = config.load(env)
    except config.ConfigError as error:
        raise typer.BadParameter(str(error), param_hint="--env") from error
    if drafts:
        sys.exit(_judge(drafts, environment, as_json=json))
    if questions:
        sys.exit(_find(questions, environment, ai, as_json=json))
    if ai not in ("recorded", "aws"):
        raise typer.BadParameter(f"recorded or aws, not {ai}", param_hint="--ai")
    if incoming_messages:
        _show(incoming.read(environment), as_json=json)
        return
    meter = Meter()
    models, translator = _models(environment, meter, ai, model_url, model_name)
    figures: dict[str, Any] = {}
    for name in sets.SETS:
        chosen = EvaluationSet.load(name)
        figures[name] = report.replies(sets.run(chosen, environment, meter, models, translator))
        figures[name] |= report.drafts(chosen.judged(environment, models[1] if models else None))
    for name in documents.SETS:
        asked = documents.Asked.load(name)
        figures[f"documents, {name}"] = asked.figures(environment, meter, models, ai)
    hostile = documents.Asked.load(documents.PLANTED).answered(environment, meter, models)
    figures["documents, hostile"] = answering.withstood(hostile)
    _show(figures, as_json=json)
    if models is None and not json:
        out.print(
            "Drafts and verdicts were recorded from a large model, not from the configured ones: smaller "
            "models do less well. Tokens are estimated as bytes / 3, seconds are those of our own code."
        )


def _show(figures: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(figures)
        return
    for name, found in figures.items():
        out.print(report.table(name, found))
        out.print()


def _find(file: Path, environment: config.Environment, ai: str, *, as_json: bool) -> int:
    """Print what is found for the questions of a file; return 1 if a line cannot be read, else 0."""
    try:
        read = lines.questions(file, {one.document.name for one in finding.sections(documents.DOCUMENTS)})
    except OSError as error:
        err.print(f"{file}: {error.strerror}", markup=False, soft_wrap=True)
        return 1
    for sentence in read.unreadable:
        err.print(sentence, markup=False, soft_wrap=True)
    _show({file.name: documents.found(read.objects, environment, ai)}, as_json=as_json)
    return 1 if read.unreadable else 0


def _models(
    environment: config.Environment, meter: Meter, ai: str, url: str | None, name: str
) -> tuple[tuple[Asks, Asks] | None, object]:
    """Return writer and reviewers, and Translate where it may be called; None where answers are recorded."""
    if url:
        model = OpenAiModel(url, name, meter)
        return (model, model), None
    if ai == "recorded":
        return None, None
    reply = environment.reply

    def skipped(refused: Exception, model: str) -> None:
        err.print(f"{model} is skipped: {refused}")

    return (
        (Models(reply.models, skipped, meter.add), Models(reply.reviewers, skipped, meter.add)),
        Translator(Translate(meter.add)),
    )


def _judge(file: Path, environment: config.Environment, *, as_json: bool) -> int:
    """Judge the drafts of a file and print the result; return 1 if a line cannot be read, else 0."""
    try:
        read = lines.drafts(file)
    except OSError as error:
        err.print(f"{file}: {error.strerror}", markup=False, soft_wrap=True)
        return 1
    for sentence in read.unreadable:
        err.print(sentence, markup=False, soft_wrap=True)
    judged = [judge(draft, environment) for draft in read.objects]
    rejected = [one for one in judged if one.objection]
    by_check = dict(Counter(one.objection.rule for one in judged if one.objection).most_common())
    if as_json:
        summary = {"drafts": len(judged), "rejected": len(rejected), "by_check": by_check}
        print_json({**summary, "unreadable": read.unreadable, "judged": [one.to_json() for one in judged]})
    else:
        for one in rejected:
            words = f": {one.objection.quote}" if one.objection and one.objection.quote else ""
            check = one.objection.rule if one.objection else ""
            out.print(f"{one.id} ({one.lang})  {check}{words}", markup=False, soft_wrap=True)
        said = ", ".join(f"{check} {count}" for check, count in by_check.items())
        out.print(f"{len(rejected)} of {len(judged)} drafts rejected{f' ({said})' if said else ''}")
    return 1 if read.unreadable else 0


if __name__ == "__main__":
    # What the functions would log and measure is told by the figures.
    telemetry.logger.setLevel("CRITICAL")
    os.environ["POWERTOOLS_METRICS_DISABLED"] = "true"
    add_options()
    typer.run(main)
