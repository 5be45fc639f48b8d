"""The lines of a message, each with its kind if it is not the customer's own.

Finds two kinds at the end of a message: signatures, and legal footers with what mail gateways add.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from assistant.language.language_evidence import is_foreign
from assistant.text.formats import compiled
from assistant.text.normalized import without_invisible

MOST_CHARACTERS: Final = 300
"""Length of a line that is matched by a pattern; a longer one is a paragraph."""

RULE: Final = r"\s?[-_=—*]{2,}\s?"
"""A line of dashes."""

SENTENCE_END: Final = r"[.!?…。！？؟।՞;](?:[\"'”»)]|\s)*\Z"
"""What ends a sentence, at a text's end."""

# "Confidential" and "addressee" in many languages, and what mail gateways add, mostly in English.
_CONFIDENTIAL: Final = (
    r"(?i)\b(?:[ck]onfiden|vertrau?l|vertroul|fortroli|luottamu|poufn|důvěrn|dôvern|bizalmas|gizli|конфиденц|"
    r"конфіденц|поверител|εμπιστευτ|privileged|disclaimer|bảo mật|rahasia)|"
    r"機密|机密|保密|기밀|سرية|محرمان|חסוי|गोपनीय|ความลับ"
)
_ADDRESSED: Final = (
    r"(?i)\b(?:addresse[de]|recipient|intended|destinat|empfänger|adres[sa]|geadress|ontvanger|mottag|mottak|modtag|"
    r"vastaanott|par erreur|per errore|"
    r"por error|por engano|irrtümlich|versehentlich|příjem|príjem|címzett|alıcı|получател|адресат|"
    r"одержувач|παραλήπτ|αποδέκτ|penerima|người nhận)|"
    r"受信者|收件人|수신인|المستلم|المرسل إليه|گیرنده|נמען|ผู้รับ|प्राप्तकर्ता"
)
_ADDED: Final = (
    r"(?i)\b(?:(?:receiving this|recevez ce).{0,200}\b(?:unsubscribe|désabonner)|"
    r"(?:consider|aan) (?:the|het) (?:environment|milieu)|"
    r"(?:scanned|checked) (?:for|by)\b.{0,40}\bvirus|received (?:it|this).{0,30} (?:by mistake|in error))"
)
_LEAST_FOOTER: Final = 40
"""Characters of a paragraph that can be a legal footer."""

_DASHES: Final = r"--[ \u00a0]?"
"""What begins a signature since RFC 3676."""

_PROGRAMS: Final = (
    r"(?i)(?<![^\W\d_])(?:iphon|ipad|ios|android|outlook|yahoo|gmail|samsung|galaxy|huawei|xiaomi|redmi|"
    r"blackberry|proton|thunderbird|mail\.ru|foxmail|naver)"
)
# One word, "sent" (or "get", of the program), where it begins or ends the line.
_SENT: Final = (
    r"(?i)(?:sent (?:from|with|via)|get|gesendet (?:von|mit)|envoy|télécharg|enviad|inviat|trimis|"
    r"odesl|odosl|wysłan|verzonden|verstuurd|skickat|sendt|lähetet|отправлен|надіслан|изпратен|poslan|"
    r"послат|küld|gửi từ|dikirim|ส่งจาก|נשלח|أرسل|ارسال|"
    r"στάλθ|εστάλ|发自|發自)|.*(?:gesendet|gönderildi|送信|发送|發送|보냄|भेजा गया)\W*\Z"
)
_MOST_SIGNATURE_WORDS: Final = 8
_MOST_SIGNATURE_LINES: Final = 10
_MOST_SIGNATURE_CHARACTERS: Final = 80
_SENTENCE: Final = rf"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z]){SENTENCE_END}"
"""Where a sentence ends, but for names of companies ("Freight Solutions Ltd.")."""


@dataclass(frozen=True)
class Aside:
    """A part of a message that is none of the customer's own words: its kind and its place."""

    kind: str
    start: int
    end: int


@dataclass
class Line:
    """One line: its visible text, its place in the message, its kind (empty for the customer's own words)."""

    text: str
    start: int
    end: int
    kind: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether it has no visible text."""
        return not self.text.strip()

    def fits(self, pattern: str) -> bool:
        """Tell whether the whole line is of a form."""
        return len(self.text) <= MOST_CHARACTERS and compiled(pattern).fullmatch(self.text) is not None


def lines_of(text: str) -> list[Line]:
    """Return the lines of a message."""
    found, start = [], 0
    for line in text.split("\n"):
        bare = line.rstrip("\r")
        found.append(Line(without_invisible(bare, keep=""), start, start + len(bare)))
        start += len(line) + 1
    return found


def next_line(lines: Sequence[Line], index: int) -> int | None:
    """Return the first line from one on that is not blank."""
    return next((at for at in range(index, len(lines)) if not lines[at].is_blank), None)


def mark(lines: Iterable[Line], kind: str) -> None:
    """Give lines a kind, but for those that have one."""
    for line in lines:
        line.kind = line.kind or kind


def paragraphs(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the paragraphs of the customer's own lines; a line of dashes parts them, too."""
    rest = [line for line in lines if not line.kind]
    parted = groupby(rest, lambda line: not (line.is_blank or line.fits(RULE)))
    return [list(group) for is_text, group in parted if is_text]


def mark_signatures(lines: list[Line]) -> None:
    """Mark what is below a line of two dashes, and a last line that names the program that sent it."""
    own_lines = [line for line in lines if not line.kind]
    dashes = [at for at, line in enumerate(own_lines) if at and line.fits(_DASHES)]
    if len(dashes) == 1 and _is_block([one for one in own_lines[dashes[0] + 1 :] if not one.is_blank]):
        mark(own_lines[dashes[0] :], "signature")
    last = next((at for at in range(len(lines) - 1, -1, -1) if not (lines[at].kind or lines[at].is_blank)), 0)
    apart = last and (lines[last - 1].is_blank or any(line.kind for line in lines[last + 1 : last + 2]))
    if apart and _names_program(lines[last].text):
        lines[last].kind = "signature"


def _is_block(below: Sequence[Line]) -> bool:
    """Tell whether lines form a signature: a few short ones that are no sentences, or a legal footer."""
    return len(below) <= _MOST_SIGNATURE_LINES and all(
        (len(line.text) <= _MOST_SIGNATURE_CHARACTERS and not compiled(_SENTENCE).search(line.text))
        or (at and is_near_legal(line.text))
        for at, line in enumerate(below)
    )


def _names_program(text: str) -> bool:
    return (
        len(text.split()) <= _MOST_SIGNATURE_WORDS
        and compiled(_SENT).match(text.strip().rstrip(".")) is not None
        and compiled(_PROGRAMS).search(text) is not None
        and not any(sign in re.sub(r"https?:\S*", "", text) for sign in "?!:,;@？！：、。，")
    )


def mark_footers(lines: list[Line]) -> None:
    """Mark the last paragraphs that are legal footers, or that a mail gateway added."""
    found = paragraphs(lines)
    for at in range(len(found) - 1, 0, -1):
        said = " ".join(line.text.strip() for line in found[at])
        above = "\n".join(line.text for paragraph in found[:at] for line in paragraph)
        if len(said) < _LEAST_FOOTER or not (
            is_legal(said) or (is_near_legal(said) and is_foreign(said, above))
        ):
            return
        first, last = lines.index(found[at][0]), lines.index(found[at][-1])
        previous = next((one for one in range(first - 1, -1, -1) if not lines[one].is_blank), first)
        mark(lines[previous if lines[previous].fits(RULE) else first : last + 1], "footer")


def is_legal(text: str) -> bool:
    """Tell whether a text is a legal footer: it says that it is confidential, and for whom it is."""
    return "?" not in text and (
        compiled(_ADDED).search(text) is not None
        or (
            compiled(_CONFIDENTIAL).search(text) is not None and compiled(_ADDRESSED).search(text) is not None
        )
    )


def is_near_legal(text: str) -> bool:
    """Tell whether a text has one of the two, which is enough in another language than the message's."""
    return any(compiled(concept).search(text) is not None for concept in (_CONFIDENTIAL, _ADDRESSED, _ADDED))
