"""What a message is about, by a small table of word beginnings in thirteen languages: a guess, no model."""

from __future__ import annotations

import re
import unicodedata

GENERAL = "general"

# en, fr, de, es, it, pt, nl, tr, then ar, hi, ja, ko, zh. An underscore is a space.
_STEMS = {
    "delivery": (
        "deliver shipp parcel package courier tracking livr colis expedi liefer paket sendung versand ankomm "
        "zustell envio entreg paquete consegn spedi pacco encomenda bezorg aflever verzend verzonden pakket "
        "kargo teslimat gonderi يصل وصل توصيل شحن تأخير डिलीवरी पार्सल 配送 配達 発送 荷物 届か 배송 배달 "
        "택배 发货 物流 快递 包裹 發貨 快遞 出貨"
    ),
    "product": (
        "broke crack leak defect faulty damag not_work wrong_size casse abime fuit fissure en_panne kaputt "
        "beschadigt defekt funktioniert rot[oa]\\b danad averiad funciona rott[oa] difett quebr defeit kapot "
        "stuk beschadig bozuk kirik yanlis مكسور تالف معطل टूट खराब 壊れ 故障 不良 音が出 動か 고장 파손 불량 "
        "坏 损坏 质量 壞 損壞 品質"
    ),
    "refund": (
        "refund money_back send_back return rembours retourn renvoy erstatt zurucksend zuruckgeb umtausch "
        "reembols devol rimbors restitu troca terugbetal retour ruilen iade استرداد استرجاع रिफंड वापस 返金 "
        "返品 交換 환불 반품 교환 退款 退货 换货 退貨 換貨"
    ),
    "account": (
        "account log_?in password sign_in compte mot_de_passe connexion konto passwort anmeld cuenta "
        "contrasena iniciar_sesion acced conta\\b senha wachtwoord inlog hesab sifre حساب كلمة_المرور खाता "
        "पासवर्ड アカウント パスワード ログイン 계정 비밀번호 로그인 账号 账户 密码 登录 帳號 密碼 登入"
    ),
    "billing": (
        "invoice bill charged payment factur prelev debit paiement rechnung abgebucht bezahl factura cobr "
        "fattura addebit fatura pagament afgeschreven betal odeme فاتورة دفع बिल भुगतान 請求 領収 支払 청구 "
        "결제 영수증 发票 账单 付款 报销 發票 帳單"
    ),
}


def category(text: str) -> str:
    """The category with the most words in the text, the first listed of equals; "general" without any."""
    folded = _fold(text)
    found = {name: len(pattern.findall(folded)) for name, pattern in _PATTERNS.items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] else GENERAL


def _fold(text: str) -> str:
    """Small letters without accents, and ı as i."""
    decomposed = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _pattern(stems: str) -> re.Pattern[str]:
    """Latin stems begin a word; the other scripts join words, so theirs may stand anywhere."""
    folded = _fold(stems).replace("_?", r"[\s-]?").replace("_", r"\s+").split()
    latin = "|".join(stem for stem in folded if stem.isascii())
    others = "|".join(stem for stem in folded if not stem.isascii())
    return re.compile(rf"\b(?:{latin})|{others}")


_PATTERNS = {name: _pattern(stems) for name, stems in _STEMS.items()}
