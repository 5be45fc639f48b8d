"""The scripts of a text, and the languages that each can hold."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from typing import Final

from . import languages

# First and last code point of each script's letters (Unicode blocks).
_RANGES: Final = (
    (0x41, 0x24F, "Latin"),
    (0x370, 0x3FF, "Greek"),
    (0x400, 0x52F, "Cyrillic"),
    (0x530, 0x58F, "Armenian"),
    (0x590, 0x5FF, "Hebrew"),
    (0x600, 0x6FF, "Arabic"),
    (0x750, 0x77F, "Arabic"),
    (0x8A0, 0x8FF, "Arabic"),
    (0x900, 0x97F, "Devanagari"),
    (0x980, 0x9FF, "Bengali"),
    (0xA00, 0xA7F, "Gurmukhi"),
    (0xA80, 0xAFF, "Gujarati"),
    (0xB00, 0xB7F, "Odia"),
    (0xB80, 0xBFF, "Tamil"),
    (0xC00, 0xC7F, "Telugu"),
    (0xC80, 0xCFF, "Kannada"),
    (0xD00, 0xD7F, "Malayalam"),
    (0xD80, 0xDFF, "Sinhala"),
    (0xE00, 0xE7F, "Thai"),
    (0xE80, 0xEFF, "Lao"),
    (0x1000, 0x109F, "Burmese"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "Hangul"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1E00, 0x1EFF, "Latin"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x3041, 0x30FF, "Kana"),
    (0x3130, 0x318F, "Hangul"),
    (0x31F0, 0x31FF, "Kana"),
    (0x3400, 0x9FFF, "Han"),
    (0xAC00, 0xD7AF, "Hangul"),
    (0xF900, 0xFAFF, "Han"),
    (0x20000, 0x323AF, "Han"),
)
_STARTS: Final = [first for first, _, _ in _RANGES]

# A syllable or a word in one character says as much as several letters.
_WEIGHT: Final = {"Han": 3, "Kana": 2, "Hangul": 2}

# The languages of each script but Latin; the first is the one that a text is in if nothing says otherwise.
_LANGUAGES: Final[Mapping[str, tuple[str, ...]]] = {
    "Greek": ("el",),
    "Cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn", "ky", "tg", "tt", "ba", "cv", "uz", "az"),
    "Armenian": ("hy",),
    "Hebrew": ("he", "yi"),
    "Arabic": ("ar", "fa", "fa-AF", "ur", "ps", "ku", "sd", "ug"),
    "Devanagari": ("hi", "mr", "ne", "sa"),
    "Bengali": ("bn", "as"),
    "Gurmukhi": ("pa",),
    "Gujarati": ("gu",),
    "Odia": ("or",),
    "Tamil": ("ta",),
    "Telugu": ("te",),
    "Kannada": ("kn",),
    "Malayalam": ("ml",),
    "Sinhala": ("si",),
    "Thai": ("th",),
    "Lao": ("lo",),
    "Burmese": ("my",),
    "Georgian": ("ka",),
    "Hangul": ("ko",),
    "Ethiopic": ("am",),
    "Khmer": ("km",),
    "Kana": ("ja",),
    "Han": ("zh", "zh-TW", "ja"),
}
_ALSO_LATIN: Final = frozenset({"sr", "uz", "az", "ku"})
_NOT_LATIN: Final = frozenset().union(*_LANGUAGES.values()) - _ALSO_LATIN

# Frequent characters that only one of the two Chinese scripts has, and such as Japan alone writes.
_SIMPLIFIED: Final = frozenset(
    "们这个来时说国会对学还没过为后么样种现发经点实电话请问订单谢产图书见写让应该买卖货坏给当开关长门间东"
    "车马鱼龙风飞义习乡亲从众优传伤价两严丽举乐乱争亏云仅仓钱银错键镜闻阅队难顺题颜饭馆验骗鸡齐换认设许诉"
    "词试详语误读课调谁账户码页项顾领频贴贵费质购赔转轮软较载输达迟运进远连适选递"
)
_TRADITIONAL: Final = frozenset(
    "們這個來時說國會對學還沒過為後麼樣種現發經點實電話請問訂單謝產圖書見寫讓應該買賣貨壞給當開關長門間東"
    "車馬魚龍風飛義習鄉親從眾優傳傷價兩嚴麗舉樂亂爭虧雲僅倉錢銀錯鍵鏡聞閱隊難順題顏飯館驗騙雞齊換認設許訴"
    "詞試詳語誤讀課調誰帳戶碼頁項顧領頻貼貴費質購賠轉輪軟較載輸達遲運進遠連適選遞裡"
)
_JAPANESE: Final = frozenset("払込円発売応対駅気実価働検経済様変仮戻渋収桜竜関軽焼壊読続労悩浄")


def shares(text: str) -> dict[str, float]:
    """Return the share of each script in a text's letters, weighted by what a character says; most first."""
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        script = _of(char) if char.isalpha() else None
        if script:
            counts[script] += times * _WEIGHT.get(script, 1)
    total = counts.total()
    return {script: count / total for script, count in counts.most_common()}


def _of(char: str) -> str | None:
    index = bisect_right(_STARTS, ord(char)) - 1
    return _RANGES[index][2] if index >= 0 and ord(char) <= _RANGES[index][1] else None


def main(text: str) -> str | None:
    """Return the script that most of a text is in, Kana for Japanese with its Han; None without letters."""
    found = shares(text)
    kana, han = found.get("Kana", 0.0), found.get("Han", 0.0)
    rest = {script: share for script, share in found.items() if script not in ("Kana", "Han")}
    other = max(rest, key=lambda script: rest[script], default=None)
    if kana + han > (rest[other] if other else 0.0):
        # A Chinese text may quote a brand or spell の; a Japanese one is a third kana or more.
        return "Kana" if kana > 0.12 * (kana + han) else "Han"
    return other


def holds(script: str | None, language: str) -> bool:
    """Tell whether a language can be written in a script."""
    base = languages.base(language)
    if script is None:
        return True
    if script == "Latin":
        return base in _ALSO_LATIN or base not in _NOT_LATIN
    return base in _LANGUAGES[script]


def only(script: str | None) -> str | None:
    """Return the language that a script belongs to, for one that no other language of the product uses."""
    known = _LANGUAGES.get(script or "", ())
    ours = [code for code in known if code in languages.BY_CODE]
    return (ours or list(known))[0] if known and len(ours) <= 1 else None


def han(text: str) -> str | None:
    """Return the language of a text in Han characters alone: zh, zh-TW or ja; None if no character tells."""
    characters = set(text)
    simplified, traditional, japanese = (
        len(characters & own) for own in (_SIMPLIFIED, _TRADITIONAL, _JAPANESE)
    )
    best = max(simplified, traditional, japanese)
    if best == 0 or [simplified, traditional, japanese].count(best) > 1:
        return None
    return "zh" if best == simplified else "zh-TW" if best == traditional else "ja"
