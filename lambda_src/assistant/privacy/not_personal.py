"""Numbers that are not personal: dates, times, amounts, and the numbers of orders, contracts or meters."""

from typing import Final

from assistant.text import formats
from assistant.text.formats import (
    CURRENCY_ABBREVIATIONS,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    compiled,
)
from assistant.text.normalized import IN_WORD, simplified

# Beginnings of words, so that compounds and endings count: "Bestellnummer", "zamówienia". Without them 16 of the 493
# harmless numbers were masked in 150 messages (docs/evaluation.md), with them 5.
_WORDS: Final = (
    # English, French: the languages that others are translated to
    "order invoice bill tracking parcel package shipment ticket claim request booking reservation voucher "
    "coupon meter contract subscri serial model item policy flight receipt protocol file supply member sku "
    "ean imei awb complaint incident commande facture suivi colis dossier réclamation demande réservation bon compteur "
    "contrat abonn série modèle article police vol envoi expédition adhérent fidélité "
    # others, as far as their words differ
    "bestel rechnung auftrag sendung paket lieferschein artikel vorgang vertrag zähler gutschein pedido factura "
    "seguimiento paquete envío contrato contador ordine fattura spedizione pacco riferimento codice contatore "
    "encomenda fatura rastre pacote contador factuur pakket verzend zamówieni faktur przesyłk paczk licznik "
    "umow beställning sändning mätare sipariş kargo takip abone tesisat заказ посылк отправлени "
    "накладн трек счёт счет договор 注文 伝票 追跡 請求 お客様番号 会員番号 订单 訂單 编号 編號 货号 快递 运单 单号 發票 发票 單號 貨運 受付番号 접수번호 "
    "物流 주문 송장 운송 배송 고객번호 طلب فاتورة شحنة تتبع ऑर्डर आर्डर चालान ट्रैकिंग पार्सल incidencia queja reclam keluhan bestilling ordre regning παραγγελί τιμολόγ "
    "замовлен objednáv comandă comenz rendelés tilau הזמנ سفارش đơn คำสั่งซื้อ"
)
# "Client" alone may introduce a telephone number, so that it counts only with a word for number.
_PEOPLE: Final = "client|customer|kunde|klant|klient|kund|müşteri|клиент|عميل"
_NUMBER: Final = r"(?:n[°ºo]|nr|num\w{0,8}|numéro|nummer|number|номер\w?|id|code|ref|réf)"
_THEIR_NUMBER: Final = (
    rf"(?:{_PEOPLE})[^\W\d]{{0,4}}?[\s.:-]{{0,3}}{_NUMBER}|{_NUMBER}[\s.]{{1,2}}(?:d[eu]l? |of |the )?(?:{_PEOPLE})[^\W\d]{{0,4}}|"
    r"r[eé]f(?:[eé]ren[a-z]{1,5})?|case (?:n|id|#)[a-z]{0,5}"
)
_OTHERS: Final = (
    r"(?i)(?<![^\W\d_])(?:t[eé]l|phone|mobil|handy|portable|contact|kontakt|call|reach|appel|rappel|anruf|ruf|whatsapp|gsm|cell|"
    r"bellen|llam|chiam|тел|звон|card|carte|kart|tarjeta|cartão|carta|kaart|kort|карт)|カード|카드|信用卡|بطاقة|handy|phone|telefon|电话|電話|手机|手機|携帯|전화|휴대폰|هاتف|फ़ोन|फोन"
)
"""Words that introduce a telephone or a card number, whatever else is said."""

_LINK: Final = (
    r"[.]?[\s:#°º()=-]{0,6}(?:(?:n|no|nr|nº|num\w{0,8}|numéro|nummer|number|numer|номер|id|code|de|of|the|le|la|el|il|lo|my|ma|mon|du|is|s|'s|"
    r"are|was|porte|lleva|lautet|ima|est|sont|ist|es|è|é|to|client|customer|produit|番号|号|は|是|رقم|رقمها|هو|नंबर|नं|번호|는|은|है|का)[\s:#°º.()=-]{1,6}){0,4}"
)
_INTRODUCES: Final = rf"(?i)(?<!{IN_WORD})(?:(?:ال|لل)?(?:{'|'.join(_WORDS.split())})[^\W\d]{{0,16}}|(?:{_THEIR_NUMBER})){_LINK}\Z"
_SENTENCE: Final = r"(?:[^\W\d]{5,}[.]|[!?。！？])\s|[^\s:：]\s*\n|\d{3,}[,;]\s"
"""The end of a sentence, of a line without a colon, or of the number before; short words with a point are
abbreviations."""

_BEFORE: Final = 60

_FEWEST_OF_CODE: Final = 3
_MOST_OF_CODE: Final = 4
"""Words of a code with its introduction, or of a date; an address has more."""

_MOST_BESIDE_DATE: Final = 1
"""Words beside a date or an amount: two may be a name with a date of birth."""

_AROUND: Final = 60

_AMOUNT: Final = r"\d{1,3}(?:[ .,']\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_CURRENCY: Final = rf"(?:R?[{CURRENCY_SIGNS}]|(?<![^\W\d_])(?:{CURRENCY_CODES})\b)"
# What is also a word or a name does not make an amount of a telephone number, a street or a room: "please TRY 202 555
# 0143", "0891234 eure Anna", "45 Pound Lane", "14 Rm 3", and 원 in a Korean street.
_BEFORE_AMOUNT: Final = rf"(?!TRY|RON|CAD){_CURRENCY}"
_AFTER: Final = (
    rf"(?:{_CURRENCY}|(?i:(?!eure|pound|lir|r[mps])(?:(?:{CURRENCY_ABBREVIATIONS})\b|"
    rf"(?:{CURRENCY_WORDS})[a-zà-ɏа-ѿ]{{0,3}}(?![a-zà-ɏа-ѿ]|[가-힣]{{2}}))))"
)
_NOT_PERSONAL: Final = (
    rf"{_BEFORE_AMOUNT}\s?(?:{_AMOUNT})(?![ .-]?\d)|"
    rf"(?<![\d.,])(?<!\d\d\d )(?<!\d\d \d\d )(?:{_AMOUNT})\s?{_AFTER}"
    r"|(?<!\d)(?<!\d[-/.])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))(?!\d|[-/.]\d)"
    r"|(?<!\d)\d{1,2}(?:[:hH]\d{2}){1,2}(?!\d)"
)


def blanked(text: str) -> str:
    """Return the text with dates, times and amounts overwritten by NUL characters, its length kept."""
    return compiled(_NOT_PERSONAL).sub(lambda match: "\0" * len(match[0]), text)


def is_reference(words: str) -> bool:
    """Tell whether words contain a date, an amount, or a code of letters and digits like an order number."""
    plain = simplified(words).text
    if len(plain.split()) > _MOST_OF_CODE:
        return False
    found = [plain[one.start : one.end] for one in formats.spans(plain) if one.kind == "code"]
    bare = blanked(plain)
    dated = "\0" in bare and len(compiled(r"[^\W\d_]{2,}").findall(bare)) <= _MOST_BESIDE_DATE
    # Fewer digits are a house, a flat or a floor.
    return dated or any(sum(map(str.isdigit, code)) >= _FEWEST_OF_CODE for code in found)


def is_known(text: str, start: int, end: int) -> bool:
    """Tell whether a number in a text is a date, an amount, or that of an order or the like."""
    before, number, after = (
        simplified(part).text
        for part in (text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
    )
    around, place = before + number + after, len(before)
    return introduces(text[:start]) or set(blanked(around)[place : place + len(number)]) <= set("\0 ")


def is_introduced(number: str, text: str) -> bool:
    """Tell whether a text introduces a number as an order number or the like wherever it contains it."""
    if any(map(str.isalpha, number)):
        return False
    said, digits = simplified(text), simplified(number).text.strip()
    places = [at for at in range(len(said.text)) if digits and said.text.startswith(digits, at)]
    return bool(places) and all(introduces(text[: said.starts[at]]) for at in places)


def introduces(before: str) -> bool:
    """Tell whether the words before a number introduce it as an order number or the like, in their sentence."""
    near = before[-_BEFORE:]
    ends = [match.end() for match in compiled(_SENTENCE).finditer(near)]
    said = simplified(near[ends[-1] if ends else 0 :]).text
    if compiled(_OTHERS).search(said):
        return False
    return compiled(_INTRODUCES).search(said + ("" if said[-1:].isspace() else " ")) is not None
