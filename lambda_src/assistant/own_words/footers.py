"""Legal footers in a message, and what mail gateways add."""

from typing import Final

from assistant.text.regex import compiled

from .message_lines import RULE, Line, mark, paragraphs
from .pasted_text import is_foreign

# Two concepts of the law in the alphabets of the product, and what mail gateways add, mostly in English.
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
    """Tell whether a text is a mail's legal footer: it speaks of a secret and of whom it is meant for."""
    return "?" not in text and (
        compiled(_ADDED).search(text) is not None
        or (
            compiled(_CONFIDENTIAL).search(text) is not None and compiled(_ADDRESSED).search(text) is not None
        )
    )


def is_near_legal(text: str) -> bool:
    """Tell whether a text in another language than the message is such: there one of the two is enough."""
    return any(compiled(concept).search(text) is not None for concept in (_CONFIDENTIAL, _ADDRESSED, _ADDED))
