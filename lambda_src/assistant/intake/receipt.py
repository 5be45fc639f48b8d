"""What a customer is told at once, before anything is known about the message."""

from typing import Final

from assistant.language import languages

_ACCEPTED: Final = {
    "ar": "تم تسجيل رسالتكم. ستجدون الرد عبر رابط المتابعة فور جاهزيته.",
    "bg": "Съобщението Ви е регистрирано. Отговорът ще се появи на връзката за проследяване веднага щом е готов.",
    "bn": "আপনার বার্তা নথিভুক্ত হয়েছে। উত্তর তৈরি হলেই স্ট্যাটাস লিংকে দেখা যাবে।",
    "ca": "El seu missatge ha quedat registrat. L'enllaç de seguiment mostrarà la resposta tan bon punt estigui disponible.",
    "cs": "Vaše zpráva je zaznamenána. Odpověď najdete pod odkazem pro sledování, jakmile bude hotová.",
    "da": "Din besked er registreret. Statuslinket viser svaret, så snart det foreligger.",
    "de": "Ihre Nachricht ist sicher erfasst. Der Statuslink zeigt die Antwort, sobald sie fertig ist.",
    "el": "Το μήνυμά σας έχει καταχωριστεί. Η απάντηση θα εμφανιστεί στον σύνδεσμο παρακολούθησης μόλις είναι έτοιμη.",
    "en": "Your message has been recorded. The status link will show the answer as soon as it is ready.",
    "es": "Su mensaje ha quedado registrado. El enlace de seguimiento mostrará la respuesta en cuanto esté lista.",
    "et": "Teie sõnum on registreeritud. Vastus ilmub jälgimislingile kohe, kui see valmis saab.",
    "fa": "پیام شما ثبت شد. پاسخ به‌محض آماده شدن در پیوند پیگیری نمایش داده می‌شود.",
    "fi": "Viestinne on kirjattu. Vastaus näkyy seurantalinkin kautta heti, kun se on valmis.",
    "fr": "Votre message est bien enregistré. Le lien de suivi donne la réponse dès qu'elle est prête.",
    "he": "הודעתכם נרשמה. התשובה תופיע בקישור המעקב מיד כשתהיה מוכנה.",
    "hi": "आपका संदेश दर्ज कर लिया गया है। उत्तर तैयार होते ही स्टेटस लिंक पर दिखाई देगा।",
    "hr": "Vaša je poruka zabilježena. Poveznica za praćenje prikazat će odgovor čim bude spreman.",
    "hu": "Üzenetét rögzítettük. A válasz a követési hivatkozáson jelenik meg, amint elkészül.",
    "id": "Pesan Anda telah tercatat. Tautan status akan menampilkan jawaban begitu sudah siap.",
    "it": "Il suo messaggio è stato registrato. Il link di stato mostrerà la risposta non appena sarà pronta.",
    "ja": "メッセージを受け付けました。回答の準備ができ次第、状況確認用のリンクに表示されます。",
    "ko": "메시지가 정상적으로 접수되었습니다. 답변이 준비되는 대로 상태 확인 링크에 표시됩니다.",
    "lt": "Jūsų žinutė užregistruota. Atsakymas bus rodomas būsenos nuorodoje, kai tik bus parengtas.",
    "lv": "Jūsu ziņa ir reģistrēta. Atbilde būs redzama statusa saitē, tiklīdz tā būs gatava.",
    "ms": "Mesej anda telah direkodkan. Pautan status akan memaparkan jawapan sebaik sahaja ia siap.",
    "nl": "Uw bericht is geregistreerd. De statuslink toont het antwoord zodra het klaar is.",
    "no": "Meldingen din er registrert. Statuslenken viser svaret så snart det er klart.",
    "pl": "Wiadomość została zarejestrowana. Odpowiedź pojawi się pod linkiem do śledzenia, gdy tylko będzie gotowa.",
    "pt": "A sua mensagem está registrada. O link de acompanhamento mostrará a resposta assim que ela estiver pronta.",
    "pt-PT": "A sua mensagem está registada. A ligação de acompanhamento mostrará a resposta assim que esta estiver pronta.",
    "ro": "Mesajul dumneavoastră a fost înregistrat. Linkul de urmărire va afișa răspunsul imediat ce este gata.",
    "ru": "Ваше сообщение зарегистрировано. Ответ появится по ссылке для отслеживания, как только будет готов.",
    "sk": "Vaša správa je zaznamenaná. Odpoveď nájdete pod odkazom na sledovanie hneď, ako bude hotová.",
    "sl": "Vaše sporočilo je zabeleženo. Povezava za spremljanje bo prikazala odgovor, takoj ko bo pripravljen.",
    "sr": "Ваша порука је забележена. Веза за праћење ће приказати одговор чим буде спреман.",
    "sv": "Ditt meddelande är registrerat. Statuslänken visar svaret så snart det är klart.",
    "sw": "Ujumbe wako umepokelewa na kusajiliwa. Kiungo cha ufuatiliaji kitaonyesha jibu mara tu litakapokuwa tayari.",
    "th": "เราได้บันทึกข้อความของคุณแล้ว คำตอบจะแสดงที่ลิงก์ติดตามสถานะทันทีที่พร้อม",
    "tr": "Mesajınız kaydedildi. Yanıt hazır olur olmaz durum bağlantısında görünecektir.",
    "uk": "Ваше повідомлення зареєстровано. Відповідь з'явиться за посиланням для відстеження, щойно буде готова.",
    "ur": "آپ کا پیغام درج کر لیا گیا ہے۔ جواب تیار ہوتے ہی اسٹیٹس لنک پر نظر آئے گا۔",
    "vi": "Tin nhắn của quý khách đã được ghi nhận. Câu trả lời sẽ hiển thị ở liên kết theo dõi ngay khi sẵn sàng.",
    "zh": "您的留言已登记。答复准备好后，即可通过状态链接查看。",
    "zh-TW": "您的訊息已登記。回覆準備好後，即可透過狀態連結查看。",
}

LANGUAGES: Final = tuple(_ACCEPTED)


def accepted(language: str, pivot_language: str) -> str:
    """Return the receipt, in the declared language where we have the words, else in the pivot language."""
    return _ACCEPTED.get(language) or _ACCEPTED.get(languages.base(language)) or _ACCEPTED[pivot_language]
