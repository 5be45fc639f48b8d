"""Signatures in a message: the block below two dashes, and the line that names the program that sent it."""

import re
from collections.abc import Sequence
from typing import Final

from assistant.text.regex import compiled

from .footers import is_near_legal
from .message_lines import SENTENCE_END, Line, mark

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
    """Tell whether lines are a signature's: a few short ones that are no sentences, or the law."""
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
