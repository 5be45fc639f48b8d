"""The verbs that make an offer of a noun, in the languages of the customers.

"The voucher was refused" speaks of the customer's own voucher; "you receive a voucher" offers one. Wide
on purpose: what is taken for an offer is only written again, what is not goes out. Matched without
regard to case and marks, in one sentence with the noun.
"""

from typing import Final

_REFUSED: Final = r"(?<!not )(?<!n't )(?<!never )(?<!yet )(?<!been )"

VERBS: Final = {
    "fr": r"\boffr(?:ons|e|ir\w*)\b(?! actuelle)|\bofferte?s?\b|accord(?:ons|e|er\w*|[ée]e?s?)\b|octroy|"
    r"attribu|"
    r"recev(?:ez|rez|oir)\b(?! (?:\w+ ){0,2}(?:r[ée]ponse|message|nouvelle|suite))|b[ée]n[ée]fici|profit|"
    r"obt(?:enez|iendr)|avez droit|avez (?:gagn|d[ée]sormais)|disposez|\baurez\b|"
    r"(?<!pas )(?<!pas [ée]t[ée] )(?:accept|valid|approuv|appliqu|cr[ée]dit|activ)(?:ons|er\w*|[ée]e?s?)\b|"
    r"confirm(?:ons|[ée])|(?:donn|propos|ajout|env|adress|remett|rembours|transmett)(?:ons|erons|oyons|"
    r"errons|"
    r"rons)\b(?! (?:\w+ ){0,3}(?:r[ée]ponse|question))|vous (?:envoie|donne|fais|faisons|ferons|propose|"
    r"remets)|"
    r"allons vous (?:envoyer|donner|faire|proposer|remettre|adresser)|"
    r"voici|voil[àa]|vous (?:sont|est) (?:donn|remi|attrib|accord)|vous avez \d|sur tou[ts]|(?:est|"
    r"sont) sur votre compte|ci-joint|vous attend|vous revient|est [àa] vous|pour vous\b|"
    r"prochaine?s? (?:commande|"
    r"achat)|"
    r"utilis(?:ez|able)|valable|sera (?:\w+ )?(?:d[ée]duit|envoy|appliqu)|(?:est|sont) pr[êe]te?s?\b|"
    r"pris en charge|"
    r"(?:\best|:) [a-z-]{0,20}\d",
    "en": r"\bgiv(?:e|es|ing|en)\b|\boffer|\bgrant|\baward|\bsend(?:ing)? |\bissu(?:e|ing) (?:you|a)\b|"
    rf"\badd(?:ed|ing)?\b|{_REFUSED}\b(?:applied|accepted|approved|activated|confirmed|credited|valid)\b|"
    r"\bapply\b|\bapprove\b|\baccept\b|\bconfirm\b|\bcredit(?:ing)? (?:you|to|it)\b|\bprovid\w+ |"
    r"\bpresent you|"
    r"\byou(?:'ll|'ve| will| can| may| now| shall| are)* (?:\w+ )?(?:get|receive|enjoy|use|claim|benefit|"
    r"redeem|"
    r"save|keep|earn|entitled)\b(?! an? (?:answer|reply|update))|\byou have (?:a|an|your|\d|won|earned)\b|"
    r"\bhere(?:'s| is| are| comes)\b|\byours\b|\bfor you\b|\bnext (?:order|purchase)|\bawait|\bwait(?:s|"
    r"ing) for you|"
    r"\bready\b|\benjoy\b|\bon its way|\battached\b|\bhono(?:u)?r|(?:^ ?|please |just )(?:use|"
    r"take) (?:the|your|this|it|code)\b|\bplease accept\b|\btake \d|"
    r"\bwill (?:be|take) (?:deducted|\d)|\b(?:is|are|:) [a-z-]{0,20}\d",
    "de": r"gewähr|schenken|\b(?:geben|bieten|senden|schicken|überreichen|spendieren) (?:wir|ihnen|dir)|"
    r"\bwir (?:\w+ )?(?:geben|bieten|senden|schicken|räumen|schreiben|legen)\b|\b(?:sie|"
    r"du) (?:\w+ )?(?:erhalten|"
    r"bekommen|erhältst|bekommst|sparen|können (?:\w+ )?(?:einlösen|nutzen))|erhalten sie|bekommen sie|"
    r"genehmigt|"
    r"bewilligt|gutgeschrieben|für sie\b|nächste\w* (?:bestellung|einkauf)|\bhier ist|anbei|steht ihnen|"
    r"wartet|"
    r"zukommen|anbieten|ausstellen|zusenden|erlassen|ziehen wir",
    "es": r"ofrec|conced|otorg|\ble (?:damos|daremos|enviamos|enviaremos|regal|hacemos|haremos|aplic|"
    r"entreg)|"
    r"\brecib(?:e|ir[aá]|ir[aá]s|es)\b|obten|disfrut|aprovech|tendr[aá]|tiene derecho|aprobad|para usted|"
    r"(?<!ha )(?<!fue )aplicad|aplicaremos|pr[oó]xim[ao] (?:pedido|compra)|aqu[ií] tiene|adjunt|le espera|"
    r"abon(?:amos|aremos)|ser[aá] suy|utilice|est[aá] listo",
    "it": r"offr|conced|\ble (?:diamo|daremo|inviamo|invieremo|regal|facciamo|faremo|applic|riconosc)|"
    r"\briceve(?:r[aà]|rai)?\b|ricever[aà]|otterr|usufru|approfitt|avr[aà]|ha diritto|approvat|per lei\b|"
    r"prossim[oa] (?:ordine|acquisto)|ecco|in allegato|la aspetta|l'aspetta|accredit|applicheremo|utilizzi",
    "pt": r"oferec|ofert[aá]mos|conced|atribu|\b(?:damos|daremos|enviamos|enviaremos|aplicamos|"
    r"aplicaremos)\b|"
    r"\breceber[aá]?\b|\bvai receber|\brecebe\b|obt[eé]m|aproveit|benefici|ter[aá]|tem direito|aprovad|"
    r"para si\b|para voc[eê]|pr[oó]xim[ao] (?:encomenda|compra|pedido)|aqui (?:est[aá]|tem)|em anexo|"
    r"credit|utilize|"
    r"vamos (?:enviar|dar|aplicar)",
    "nl": r"\bgeven (?:wij|we|u|je)|\bw(?:ij|e) (?:\w+ )?(?:geven|bieten|sturen|schenken|kennen)|bieden|"
    r"toegekend|"
    r"\b(?:u|je) (?:\w+ )?(?:krijgt|ontvangt|kunt (?:\w+ )?gebruiken)|krijgt|ontvangt|goedgekeurd|voor u\b|"
    r"volgende (?:bestelling|aankoop)|hierbij|bijgevoegd|staat klaar|aanbieden|bijschrijven|heeft recht|"
    r"profite|gebruik ",
    "pl": r"przyzna|przekaż|ofer|\bda(?:my|jemy)\b|wyśl|wysyłam|podaruj|otrzyma(?!l|ł)|dostanie|skorzyst|"
    r"dla pan|kolejn\w+ zam|następn\w+ zam|oto |w załącz|czeka na|zatwierdz|zaakceptowaliś|naliczy|"
    r"doliczy|przysługuje",
    "sv": r"\bvi (?:\w+ )?(?:ger|erbjuder|skickar|lägger|bjuder|beviljar)|\b(?:du|ni) (?:\w+ )?(?:får|"
    r"erhåller|kan använda)|"
    r"bevilja|godkän|till dig\b|nästa (?:beställning|köp|order)|här är|bifog|väntar|erbjud|utnyttja|"
    r"\bfår du",
    "da": r"\bvi (?:\w+ )?(?:giver|tilbyder|sender|bevilger|lægger)|\b(?:du|de) (?:\w+ )?(?:får|modtager|"
    r"kan bruge)|"
    r"bevilg|godkend|til dig\b|næste (?:ordre|køb|bestilling)|her er|vedhæft|venter|tilbyd|udnyt|\bfår du",
    "no": r"\bvi (?:\w+ )?(?:gir|tilbyr|sender|innvilger|legger)|\b(?:du|dere) (?:\w+ )?(?:får|mottar|"
    r"kan bruke)|"
    r"innvilg|godkjen|til deg\b|neste (?:ordre|kjøp|bestilling)|her er|vedlagt|venter|tilby|utnytt|"
    r"\bfår du",
    "fi": r"annamme|tarjoamme|lähetämme|myönnä|myönne|\bsaat(?:te)?\b|voit(?:te)? käyttää|hyväksyt|"
    r"seuraava\w* (?:tilau|osto)|"
    r"\btässä on|liitteenä|odottaa|sinulle\b|teille\b|lisäämme|hyvitämme",
    "cs": r"poskyt|nabíz|nabídn|\bdáme|dáváme|pošl|posíl|zašl|přizn|daruj|\bdostan|získ|obdrží|schváli|"
    r"schválen|pro vás|"
    r"další (?:objednáv|nákup)|příští|zde je|v příloze|čeká|uplatni|využij|připíš",
    "sk": r"poskyt|ponúk|\bdáme|dávame|pošl|posiel|zašl|prizn|daruj|\bdostan|získ|obdrží|schváli|schválen|"
    r"pre vás|"
    r"ďalši\w+ (?:objednáv|nákup)|najbliž|tu je|v prílohe|čaká|uplatni|využi|pripíš",
    "ro": r"oferi|acord|\bvă (?:dăm|vom da|trimit|facem)|\bprimi(?:ți|ţi|ți)\b|veți primi|veţi primi|"
    r"beneficia|obține|aprob|"
    r"pentru dumneavoastră|următoare|\biată\b|anexat|vă așteaptă|aplicăm|vom aplica|folosi(?:ți|ţi)|"
    r"aveți dreptul",
    "hu": r"\badunk|adjuk|ajánl|kínál|küld(?:ünk|jük)|biztosít|jóváír|jóváhagy|\bkap(?:ni)?\b|"
    r"megkap(?!tuk)|részesül|következő|"
    r"önnek|íme|mellékel|felhasznál|elfogadtuk|jár önnek",
    "el": r"προσφέρ|παρέχ|χορηγ|δίνουμε|δώσουμε|στέλνουμε|στείλουμε|λάβετε|θα έχετε|κερδίζετε|εγκρίθηκ|"
    r"εγκρίν|για εσάς|"
    r"επόμεν|ορίστε|συνημμέν|περιμένει|επωφεληθ|χρησιμοποιήστε|δικαιούστε|πιστώ",
    "tr": r"sun(?:uyor|aca)|veriyoruz|verece|gönderiyoruz|göndere|tanıml|kazan|\bal(?:acak|ırsınız|"
    r"abilirsin)|onayla|"
    r"sizin için|sizi bekl|sonraki|bir dahaki|işte|ekte|yararlan|kullan(?:ın|abilir)|hediye ed(?:iyor|"
    r"ece)|yapıyoruz|"
    r"uygul(?:uyoruz|ayaca)|iletece",
    "ru": r"предлага|предостав|\bдарим|подарим|\bда(?:ем|ём|дим)\b|отправ(?:им|ля)|вышл|начисл|"
    r"получ(?:ите|аете)|"
    r"одобр|для вас|следующ|ваш\w* ожида|жд[её]т|вот ваш|прилага|воспольз|примен(?:им|яем)|сделаем|делаем|"
    r"положен",
    "uk": r"пропону|нада(?:мо|єм)|дару(?:єм|ва)|подару(?:єм|йм)|\bда(?:мо|ємо)\b|надішл|надсила|відправ|"
    r"нарах|отрима(?:єте|йте)|"
    r"схвал|для вас|наступн|чекає|ось ваш|додаєм|скориста|застосу|зробимо|робимо",
    "bg": r"предлага|предостав|подарява|изпраща|\bдаваме|\bще (?:ви )?(?:дадем|изпратим|получите|подарим)|"
    r"получавате|одобр|за вас|"
    r"следващ|очаква|ето |приложен|възползва|използвайте|прилагаме|начисл",
    "hr": r"nudimo|ponud|odobr|dodjelj|dajemo|dat ćemo|poklanja|šaljemo|poslat ćemo|dobiv|dobit ćete|"
    r"primit ćete|ostvar|"
    r"za vas\b|sljedeć|idućoj|evo |u prilogu|čeka|iskoristi",
    "sr": r"нудимо|понуд|одобр|додељ|дајемо|даћемо|поклања|шаљемо|послаћемо|добиј|добићете|примићете|"
    r"остварујете|за вас\b|"
    r"следећ|наредн|ево |у прилогу|чека|искористи",
    "ar": r"نقدم|سنقدم|نمنح|سنمنح|نعطي|سنعطي|نرسل|سنرسل|نهدي|سنهدي|ستحصل|تحصل|ستتلقى|احصل|استمتع|يسرنا|"
    r"وافقنا|الموافقة|طلبك القادم|القادم|إليك|(?<!سنرد )لكم?\b|استخدم|سنضيف|نضيف|سنطبق",
    "he": r"מעניק|נעניק|מציע|נציע|ניתן|נותנים|שולחים|נשלח|תקבל|מקבל|תיהנ|מגיע ל|אושר|מאשרים|הבאה|עבורך|"
    r"בשבילך|לרשותך|"
    r"הנה|מצורף|מחכה|השתמש|נזכה|תזכ",
    "fa": r"ارائه|اعطا|می ?دهیم|خواهیم داد|می ?فرستیم|ارسال می|ارسال خواهیم|تقدیم|دریافت (?:می|خواهید)|"
    r"بهره|تایید|تأیید|موافقت|"
    r"برای شما|بعدی|پیوست|استفاده کنید|منتظر",
    "hi": r"दे रहे|देंगे|दिया जा|देते|दी जा|भेज रहे|भेजेंगे|प्रदान|मिलेग|मिलेंग|पाएंगे|प्राप्त करेंगे|"
    r"प्राप्त होग|स्वीकृत|मंजूर|मंज़ूर|अगल|आपके लिए|"
    r"यह रहा|लाभ|उपयोग करें|लागू कर",
    "zh": r"为您|為您|给您|給您|送您|送上|赠|贈|提供|您(?:将|將|会|會|可)|获得|獲得|享受|可享|发放|發放|"
    r"批准|同意|领取|領取|使用此|下次|下一|附上|"
    r"补偿您|補償您|奉上|寄送|添加|送给您一|敬请|敬請",
    "ja": r"差し上げ|さしあげ|お送り|送付|進呈|贈呈|付与|いただけます|ご利用|承認|適用(?:いた|し|され)|"
    r"ご用意|発行|お渡し|お受け取り|次回|お使い|"
    r"ご提供|提供いた|プレゼント(?:いた|し|を(?:お|差|い))|させていただきます|となります|にて",
    "ko": r"제공|지급|발급|받으실|받으세요|받게|승인|증정|적용(?:됩|되었|해|하)|보내 ?드|해 ?드리겠|"
    r"해 ?드립니다|[을를] 드|다음|이용하세요|사용하",
    "vi": r"\btặng (?:bạn|quý|anh|chị)|cung cấp|\bcấp\b|gửi (?:bạn|quý|đến|tặng|cho)|dành (?:cho|tặng)|"
    r"nhận được (?:một|mã|phiếu|quà|\d)|"
    r"sẽ (?:nhận|được|tặng|gửi|giảm|áp)|được (?:giảm|hưởng|duyệt|chấp thuận|phê duyệt)|hưởng|tiếp theo|"
    r"lần sau|đây là|đính kèm|sử dụng",
    "th": r"มอบ|เสนอ|เราจะส่ง|ให้คุณ|ให้ท่าน|ให้แก่|ส่งให้|ส่งมอบ|จะได้รับ|คุณได้รับ|ท่านได้รับ|รับสิทธิ์|"
    r"อนุมัติ|"
    r"ครั้งถัดไป|ครั้งต่อไป|ครั้งหน้า|นี่คือ|แนบ|สำหรับคุณ|ใช้ได้|"
    r"แถม|เราแจก|แจก",
    "id": r"memberi|berikan|menawarkan|tawarkan|mengirim(?:kan)?|kirimkan|menghadiahkan|(?:akan|dapat|"
    r"bisa) (?:menerima|"
    r"mendapat)|mendapatkan|menyetujui|disetujui|untuk anda|berikutnya|selanjutnya|berikut adalah|"
    r"terlampir|nikmati|gunakan|"
    r"menambahkan|anda berhak|anda menerima",
    "ca": r"ofer(?:im|ir)|conced|atorg|\b(?:us|et|li) (?:donem|donarem|enviem|enviarem|regal|fem|farem|"
    r"apliqu)|\breb(?:reu|rà|ràs)|"
    r"obtin|gaud|aprofit|tindr|teniu dret|aprovat|per a vostè|pròxim|aquí ten|adjunt|us espera|abon",
}
"""Patterns by base language. One that is not here makes an offer of every noun that its words know."""

GRANTED: Final = (
    r"\b(?:we|i) (?:\w+ )?(?:grant|approve|accept|agree|confirm|honou?r) (?:it|this|that|to|them|"
    r"your request|"
    r"(?:exactly )?what you)\b|\b(?:it|this|that|(?:your )?request) (?:is|has been|was|"
    r"will be) (?:\w+ )?(?:granted|"
    r"approved|accepted|yours)\b|\b(?:consider it done|you have it|it is yours|request granted)\b|"
    r"\b(?:nous|je) (?:vous )?(?:l'|le |la |les |y )(?:\w+ )?(?:accord|offr|accept|valid|approuv|appliqu|"
    r"consent)|"
    r"\b(?:elle|il|c'|cela|(?:votre )?demande)(?: vous)? ?(?:est|a [ée]t[ée]|sera) (?:\w+ )?(?:accord|"
    r"accept[ée]|approuv|"
    r"valid[ée])|\bnous (?:acceptons|accordons|approuvons) (?:cela|ceci|votre demande)|\bvous l'(?:avez|"
    r"aurez)\b"
)
"""Words that grant what another sentence names, in the pivot languages."""
