"""Writes the matrix of languages into docs/languages.md from the table of languages: `make languages`.

A test compares the page with the table.
"""

import re
import textwrap
from pathlib import Path
from typing import Final

from assistant.language import languages

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "docs" / "languages.md"

_BLOCK: Final = re.compile(r"(?<=<!-- languages -->\n).*?(?=<!-- /languages -->)", re.DOTALL)
_HEAD: Final = (
    "code",
    "in itself",
    "in English",
    "sentiment, entities",
    "personal data",
    "voice",
    "written",
)


def matrix() -> str:
    """Return the sentence with the counts and the table as Markdown."""
    codes = list(languages.by_code())
    analysed = [code for code in codes if languages.analysed_as(code)]
    personal = [code for code in codes if languages.detects_personal_data(code)]
    spoken = [code for code in codes if languages.speech(code)]
    counts = (
        f"{len(codes)} languages and variants are translated and answered. In {len(analysed)} of them "
        f"Comprehend reads sentiment and entities of the message, in the others of its translation. "
        f"In {len(personal)} Comprehend finds personal data, in the others tested patterns do. Polly speaks "
        f"{len(spoken)}; in the others the reply is text only, and the record says why."
    )
    lines = [
        textwrap.fill(counts, 116),
        "",
        _line(_HEAD),
        _line(["---"] * len(_HEAD)),
        *(_line(_row(code)) for code in codes),
    ]
    return "\n".join(lines) + "\n"


def _row(code: str) -> list[str]:
    language = languages.by_code()[code]
    speech = languages.speech(code)
    return [
        f"`{code}`",
        language.own_name,
        language.names["en"],
        _yes(languages.analysed_as(code) is not None),
        _yes(languages.detects_personal_data(code)),
        f"{speech.voice_id} ({speech.language}): {', '.join(speech.engines)}" if speech else "",
        language.direction,
    ]


def _yes(possible: bool) -> str:
    return "yes" if possible else ""


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def written(page: str) -> str:
    """Return the matrix in a page; raise ValueError if it has no block for one."""
    found = _BLOCK.search(page)
    if not found:
        raise ValueError("no block between <!-- languages --> and <!-- /languages -->")
    return found[0]


def main() -> None:
    """Write the matrix into its page."""
    page = PAGE.read_text(encoding="utf-8")
    written(page)
    PAGE.write_text(_BLOCK.sub(lambda _: matrix(), page), encoding="utf-8")


if __name__ == "__main__":
    main()
