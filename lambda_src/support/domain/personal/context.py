"""What the words around a number say it is: an order or parcel, a telephone, a payment card."""

import re
from typing import Final

from support.domain.regex import compiled
from support.domain.views import IN_WORD

# Beginnings of words, so that compounds and endings count: "Bestellnummer", "zamówienia".
_WORDS: Final = {
    "reference": (
        "commande suivi colis livraison facture réf dossier ticket article série modèle bestell rechnung "
        "auftrag sendung paket lieferung artikel seriennummer vorgang kundennummer order invoice tracking "
        "parcel package shipment reference ref item serial model sku ean imei customer case pedido "
        "factura seguimiento paquete envío referencia ordine fattura spedizione pacco riferimento codice "
        "encomenda fatura rastreio rastreamento pacote bestel factuur pakket verzend zamówieni faktur "
        "przesyłk paczk beställning sändning sipariş kargo takip заказ посылк отправлени накладн трек "
        "счёт счет 注文 伝票 追跡 請求 订单 訂單 编号 編號 货号 快递 运单 单号 發票 发票 物流 주문 송장 운송 배송 طلب الطلب فاتورة شحنة الشحنة "
        "تتبع ऑर्डर आर्डर चालान ट्रैकिंग पार्सल"
    ),
    "phone": (
        "tel tél phone telephone mobile mob gsm cell portable appel joign handy call reach whatsapp "
        "signal sms rückruf mobil telefon teléfono móvil celular cellulare telemóvel ligue bel nummer_is "
        "komórk zadzwo ringa numaram cep ara тел моб звон номер_телефона 電話 携帯 电话 電話 手机 致电 전화 휴대폰 연락처 "
        "هاتف الهاتف هاتفي جوال جوالي اتصل फोन फ़ोन मोबाइल कॉल"
    ),
    "card": (
        "carte card visa mastercard amex kreditkarte karte tarjeta carta cartão kart карт カード 信用卡 卡号 카드 "
        "بطاقة कार्ड"
    ),
}
_WORD: Final = (
    rf"(?i)(?<!{IN_WORD})(?:ال|لل)?(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(words.split()).replace('_', ' ')})" for kind, words in _WORDS.items())
    + r")[^\W\d]{0,16}"
)
_CLAUSE_END: Final = r"[,;!?。、，！？\n]|\.\s(?=[A-ZÀ-Þ])|\d(?=\D)"
_LINK: Final = (
    r"(?i)[\s:#°º.()=-]{0,6}(?:(?:n|no|nr|nº|num\w{0,8}|nummer|number|numer|номер|id|code|de|of|the|is|are|est|ist|es|"
    r"è|é|to|番号|号|は|是|رقم|رقمها|هو|नंबर|नं|번호|는|은|है|का|suivi|tracking)[\s:#°º.()=-]{1,6}){0,4}"
)
_BEFORE: Final = 45
_AFTER: Final = 25


def says(text: str, start: int, end: int) -> str:
    """Return "reference", "phone" or "card" by the nearest word in the clause around a number, else "".

    The words before it decide; those after it only where none stand before.
    """
    last = _last_word(text, start)
    if last:
        return last.lastgroup or ""
    after = text[end : end + _AFTER]
    stop = compiled(r"[,.;!?。、，\n\d]").search(after)
    first = compiled(_WORD).search(after[: stop.start()] if stop else after)
    return (first.lastgroup or "") if first else ""


def names_reference(text: str, start: int) -> bool:
    """Tell whether the number is introduced as that of an order, an invoice or a parcel."""
    last = _last_word(text, start)
    if not last or last.lastgroup != "reference":
        return False
    return bool(compiled(_LINK).fullmatch(text[max(0, start - _BEFORE) : start][last.end() :] + " "))


def _last_word(text: str, start: int) -> re.Match[str] | None:
    """Return the last telling word before a number, its place counted from `_BEFORE` characters before."""
    before = text[max(0, start - _BEFORE) : start]
    clause = max((stop.end() for stop in compiled(_CLAUSE_END).finditer(before)), default=0)
    found = list(compiled(_WORD).finditer(before, clause))
    return found[-1] if found else None
