"""Quoted and forwarded mails, as mail programs lay them out in many languages."""

import pytest

from assistant.own_words.own_words import find, own

OWN = "Merci, tout est parfait !"


def left(text: str) -> str:
    return own(text, find(text))


@pytest.mark.parametrize(
    "quoted",
    [
        "On Mon, 23 Nov 2026 at 09:12, Support <support@shop.example> wrote:\n> Hello",
        "On Mon, 23 Nov 2026 at 09:12, Support\n<support@shop.example> wrote:\n> Hello",
        "Am 23.11.2026 um 10:29 schrieb Support:\n>\n> Guten Tag",
        "Le lun. 23 nov. 2026 à 10:12, Service client <sav@shop.example> a écrit :\n> Bonjour",
        "El lun, 23 nov 2026 a las 10:12, Tienda (<a@b.example>) escribió:\n> Hola",
        "пн, 23 нояб. 2026 г. в 12:05, Поддержка <a@b.example>:\n> Привет",
        "2026年11月23日(月) 11:20 サポート <a@b.example>:\n> こんにちは",
        "> El 23 nov 2026, a las 10:12, Tienda <a@b.example> escribió:\n>\n> Hola",
        "发件人： 客服\n发送时间： 2026-11-10 15:36\n收件人： 王\n主题： x\n\n您好",
        "در تاریخ ۲۳ نوامبر ۲۰۲۶،\u200f ۱۲:۱۶ پشتیبانی <a@b.example> نوشت:\n> سلام",
        "On 5 Mar 2025, at 17:40, Store <care@store.example> wrote:\n\nDear Khalid,\n\nThanks.",
        "-----Original Message-----\nFrom: Shop [mailto:a@b.example]\nSent: Monday\nTo: Ana\nSubject: Order\n\nHi",
        "________________________________\nVon: Shop <a@b.example>\nGesendet: Montag\nAn: Eva\nBetreff: x\n\nHallo",
        "---------- Forwarded message ---------\nFrom: Shop <a@b.example>\nDate: Mon\nSubject: x\nTo: <c@d.example>\n\nHi",
        "-------- Přeposlaná zpráva --------\nPředmět: x\nDatum: 1. 11. 2026\nOd: Obchod <a@b.example>\nKomu: c\n\nAhoj",
        "------------------ 原始邮件 ------------------\n发件人: \"客服\" <a@b.example>;\n发送时间: 2026年\n收件人: 王\n主题: x\n\n您好",
        "From: Shop\nSent: Monday, November 23, 2026 9:12 AM\nTo: Ana\nSubject: Your order\n\nHi Ana",
        "##- Please type your reply above this line -##\n\nOlivia\nMar 10\n\nHello",
    ],
)  # fmt: skip
def test_quoted_and_forwarded_mail_is_set_aside(quoted: str) -> None:
    assert left(f"{OWN}\n\n{quoted}") == OWN
    assert {one.kind for one in find(f"{OWN}\n\n{quoted}")} == {"quote"}


def test_answers_between_and_below_quoted_lines_stay() -> None:
    assert (
        left("Hej!\n\n> Vilken modell?\n\nNorrvik D450.\n\n> När köpt?\n\nI maj.")
        == "Hej!\n\nNorrvik D450.\n\nI maj."
    )
    assert left("> Cablul?\nNu.\n> Altul?\nDa.") == "Nu.\n\nDa."
    assert left("> Votre adresse ?\n> Merci.\n14 Abbey Road, Bristol") == "14 Abbey Road, Bristol"


@pytest.mark.parametrize(
    "text",
    [
        "Wrote you on Monday: no answer. Wrote you on Wednesday: still no answer.",
        "Halo, saya mau menanyakan:\nDari: Bandung\nKe: Surabaya\nTanggal: Senin depan\nApakah bisa?",
        "Nombre: Marta Iglesias\nCorreo: marta@correo.example\nPedido: 20931\nMensaje: El ventilador hace ruido",
        "Hei, lasku on väärin.\n\n----------\n\nToinen asia: poistakaa numeroni.",
        "Цената е > 200 лв., а виждам 149 лв.\nКоя е вярната?",
        "Ik ga naar Account\n> Ook na opnieuw inloggen niet.\nHoe kan ik opzeggen?",
        "Proszę o wymianę.\nMój model to iPhone 14 Pro",
        "Cordialement,\nJean Petit\n4 rue des Lilas",
        "From: Paris\nTo: Lyon\nDate: 12.11.2026\nSeats: 2\n\nPlease change it to 14.11.",
        "Good morning,\n\nName: Ann Lee\nE-mail: <ann@x.example>\nOrder: 4471\n\nIt never came.",
        "On 12 March your agent wrote:\nwe refund you.\nI have seen no money.",
        "Le 12/03/2026 votre collègue m'a écrit :\nvous serez remboursé.\nJe n'ai rien reçu.",
        "I went to\nSettings > Privacy > Delete:\n> no button\n> no link",
        "What I need:\n> a new cable.\n> a refund.",
        "It does not work.\n\nIt never worked on my iPhone",
        "Ne marche pas.\n\nMon téléphone est un Samsung Galaxy",
        "First point.\n--\nSecond point: I want my money back.\n--\nThird",
        "My question\n--\nThe parcel 4471 is lost, please find it.",
        "My question\n--\nThe parcel 4471 has not come. Please send it again.",
        "> Dear Ana\n> We are here.\n\nSent from my iPhone",
        "Bună, am trei probleme:\n- factura\n- parola\n- aplicația",
    ],
)  # fmt: skip
def test_lookalikes_stay(text: str) -> None:
    assert left(text) == text
