"""Numbers in words: "zwölf", "quinze", "一万五千", by the spelling rules of Unicode's CLDR."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from assistant.text.text import plain

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

_CLDR_NAMES: Final = {"tl": "fil", "zh-TW": "zh_Hant"}
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af]")
"""Letters of languages that write words without spaces."""


def written(number: int, text: str, languages: Iterable[str]) -> bool:
    """Tell whether a text has a number in words of one of some languages, in any form that CLDR knows.

    A language that CLDR has no rules for writes none.
    """
    folded = plain(text)
    return any(
        re.search(pattern, folded) for language in languages for pattern in _patterns(number, language)
    )


def _patterns(number: int, language: str) -> Iterator[str]:
    from unicode_rbnf import FormatPurpose  # noqa: PLC0415 - few replies need it, and it takes 50 ms

    engine = _engine(language)
    if engine is None:
        return
    for said in set(engine.format_number(number, FormatPurpose.CARDINAL).text_by_ruleset.values()):
        words = r"[\s-]?".join(map(re.escape, re.split(r"[\s-]+", plain(said))))
        yield words if _UNSPACED.search(words) else rf"(?<![\w-]){words}(?![\w-])"


@cache
def _engine(language: str) -> "RbnfEngine | None":
    from unicode_rbnf import RbnfEngine  # noqa: PLC0415 - as above

    base = language.partition("-")[0]
    names = (_CLDR_NAMES.get(language), language.replace("-", "_"), _CLDR_NAMES.get(base), base)
    supported = set(RbnfEngine.get_supported_languages())
    name = next((name for name in names if name in supported), None)
    return RbnfEngine.for_language(name) if name else None
