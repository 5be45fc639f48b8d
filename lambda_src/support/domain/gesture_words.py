"""The words that offer something, in the languages of the customers.

Discount, voucher, gift, free of charge, compensation, money back, percent, and a refund that is promised or
granted. Words that a support reply needs every day are left out, or bound to what makes them an offer: asking
for a refund, a debited amount, trust that was given, a free choice. Matched without regard to case and marks.
"""

from typing import Final

WORDS: Final = {
    "de": r"rabatt|preisnachl[aä]ss|\bnachl[aä]ss|gutschein|kostenlos|kostenfrei|\bgratis|geschenk(?!t)|"
    r"entschädig|"
    r"ermäßig|prozent\b|kulanz|\beine gutschrift|gutschrift (?:von|über|in höhe)|cashback|zum halben preis|"
    r"geld zurück|\bwir (?:\w+ ){0,2}(?:erstatten|vergüten)\b|"
    r"\bwir werden (?:[^ ]+ ){0,6}(?:erstatten|vergüten)\b|"
    r"\b(?:erstatten|vergüten) wir\b|\bvoll\w* (?:rück)?erstattung|wird (?:[^ ]+ ){0,4}erstattet|"
    r"erstattung (?:[^ ]+ ){0,4}(?:genehmigt|bewilligt|veranlasst|gewährt)|auf unsere kosten|"
    r"übernehmen (?:[^ ]+ ){0,3}\w*kosten|bonuspunkte",
    "es": r"descuent|\bcup[oó]n|\bvales?\b(?! la pena)(?= de| por| para| reg)|\bregal|obsequi|\bgratis\b|"
    r"gratuit|"
    r"sin (?:ning[uú]n )?(?:costes?|costos?|cargos?)\b|compensa|indemniza|por ?ciento|rebaja|bonifica|"
    r"cashback|"
    r"\bmitad de precio|le (?:re)?embols(?:amos|aremos)|(?:re)?embolsaremos|\ble devolv(?:emos|eremos)|"
    r"devolveremos (?:el|su|todo)|vamos a (?:reembolsar|devolver)|"
    r"(?:reembolso|devoluci[oó]n) (?:total|completo|completa|[ií]ntegr)|"
    r"reembolso (?:[^ ]+ ){0,4}(?:aprobad|concedid|aceptad|autorizad)|ser[aá] reembolsad|"
    r"c[oó]digo promocional|abonaremos|cr[eé]dito de \d",
    "it": r"\bscont[oi]\b|scontat|\bbuon[oi] (?:sconto|acquisto|regalo|di|da|del)|omaggi|\bregal|"
    r"\bgratis\b|"
    r"gratuit|"
    r"risarci|indennizz|per ?cento|percentuale di sconto|\bcompens[ao]|"
    r"senza (?:alcun )?(?:costi|spese|addebit)|"
    r"a nostre spese|met[aà] prezzo|cashback|rimborseremo|\bla rimborsiamo|le rimborsiamo|"
    r"(?:verr[aà]|sar[aà]) rimborsat|rimborso (?:completo|totale|integrale)|"
    r"rimborso (?:[^ ]+ ){0,4}(?:approvat|accettat|concess|autorizzat)|codice promozionale|"
    r"le restituiremo|accrediteremo|rimborso di [^ ]+ (?:euro|€)|approv\w+ (?:un|il) rimborso",
    "pt": r"descont[oa]|\bcup[oã]|\bcupo[mn]|\bvales?[ -](?:compras?|presente|de|desconto)|\bbrinde|"
    r"presente de|"
    r"\bofert[aá]mos|\boferecemos[ -](?:lhe )?(?:um|uma|o|a|\d)|\bde gra[cç]a|gr[aá]tis|"
    r"gratuit|compensa[cç]|indeniza|indemniza|por ?cento|sem (?:qualquer |nenhum )?(?:custos?|encargos?)|"
    r"reembolsaremos|vamos reembols|iremos reembols|reembolsamos|ser[aá] reembolsad|"
    r"reembolso (?:total|integral|completo)|reembolso (?:[^ ]+ ){0,4}(?:aprovad|concedid|aceit|autorizad)|"
    r"devolveremos (?:o|a|seu|todo)|cashback|metade do preço|abatimento|c[oó]digo promocional",
    "nl": r"korting|waardebon|cadeau|tegoedbon|\bgratis|kosteloos|vergoeding|schadeloos|compens|procent\b|"
    r"kwijtschel|zonder (?:extra )?kosten|op onze kosten|halve prijs|geld terug|cashback|tegoed van|"
    r"\bw(?:ij|e) (?:[^ ]+ ){0,5}terugbetalen\b|\b(?:betalen|storten) (?:wij|we|u) (?:[^ ]+ ){0,5}terug\b|"
    r"\bw(?:ij|e) (?:betalen|storten) (?:[^ ]+ ){0,5}terug\b|volledige (?:terugbetaling|restitutie)|"
    r"(?:terugbetaling|restitutie) (?:[^ ]+ ){0,4}(?:goedgekeurd|toegekend)|spaarpunten",
    "pl": r"rabat|zniżk|\bupust|bon(?:u|em|y)? (?:podarunk|zakup|upomin|na|o wart)|voucher|kupon|"
    r"prezent(?!acj|uj|ow)|"
    r"upomin(?:ek|ku|kiem)\b|gratis|bezpłatn|za darmo|darmow|rekompensat|odszkodowan|zadośćuczyn|procent|"
    r"na nasz koszt|bez (?:dodatkowych )?(?:kosztów|opłat)|za pół ceny|zwrócimy|zwracamy pan|zwracamy ca|"
    r"pełn\w* zwrot|zwrot całej|zwrot (?:[^ ]+ ){0,4}(?:przyznan|zaakceptowan|zatwierdzon)|"
    r"otrzyma pan\w? zwrot|"
    r"cashback|kod promocyjn",
    "sv": r"rabatt|värdebevis|presentkort|\bpresent\b|\bgåv|tillgodokvitto|kupong|\bgratis|kostnadsfri|"
    r"utan (?:extra )?kostnad|kompens|ersättning|procent\b|på vår bekostnad|halva priset|pengarna tillbaka|"
    r"\bvi (?:kommer att )?(?:\w+ )?(?:återbetal|ersätt)|full återbetalning|hela beloppet tillbaka|"
    r"återbetalning (?:[^ ]+ ){0,4}(?:godkän|bevilja)|bonuspoäng|cashback|bjuder på",
    "da": r"rabat|værdibevis|gavekort|\bgave\b|\bgaver|kupon|\bgratis|omkostningsfri|"
    r"uden (?:ekstra )?(?:beregning|omkostning)|"
    r"kompens|erstatning|godtgør|procent\b|på vores regning|halv pris|pengene tilbage|"
    r"\bvi (?:vil )?(?:\w+ )?(?:refunder|tilbagebetal)|fuld (?:refusion|refundering|tilbagebetaling)|"
    r"(?:refusion|refundering|tilbagebetaling) (?:[^ ]+ ){0,4}(?:godkend|bevilg)|bonuspoint|cashback",
    "no": r"rabatt|verdikupong|gavekort|\bgave\b|\bgaver|kupong|\bgratis|kostnadsfri|vederlagsfri|"
    r"uten (?:ekstra )?(?:kostnad|beregning)|kompens|erstatning|godtgjør|prosent\b|på vår regning|"
    r"halv pris|"
    r"pengene tilbake|\bvi (?:vil )?(?:\w+ )?(?:refunder|tilbakebetal)|full (?:refusjon|tilbakebetaling)|"
    r"(?:refusjon|tilbakebetaling) (?:[^ ]+ ){0,4}(?:godkjen|innvilg)|bonuspoeng|cashback",
    "fi": r"alennu|lahjakort|lahja|kuponki|kupongi|arvoseteli|ilmai(?:nen|se|si)(?!m|v|t|n n)|"
    r"maksut(?:ta|on|toma)|"
    r"veloituksetta|hyvity(?:s|kse|st)|korvau(?:s|kse|st)|prosent|puoleen hintaan|rahat takaisin|"
    r"\b(?:palautamme|hyvitämme|korvaamme) (?:[^ ]+ ){0,3}(?:rahat|summan|hinnan|teille|sinulle|koko|"
    r"maksun)|"
    r"täy(?:si|den|sim\w+) (?:hyvity|palautu)|bonuspiste|cashback|kustannuksellamme",
    "cs": r"\bslev|poukaz|kup[oó]n|dárek|dárk|dárce|zdarma|bezplatn|gratis|kompenzac|odškodn|procent|"
    r"na naše náklady|bez (?:dalších )?poplatk|za polovi|vrátíme (?:vám|peníze|celou|plnou)|"
    r"(?:peníze|částku) (?:[^ ]+ ){0,2}vrátíme|proplatíme|refundujeme|pln\w+ (?:refundac|vrácení|náhrad)|"
    r"vrácení peněz (?:[^ ]+ ){0,4}(?:schválen|přizn)|cashback|bonusov|promo kód|slevov",
    "sk": r"\bzľav|poukaz|kup[oó]n|darček|zadarmo|zdarma|bezplatn|gratis|kompenzác|odškodn|percent|"
    r"na naše náklady|bez (?:ďalších )?poplatk|za polovi|vrátime (?:vám|peniaze|celú|plnú)|"
    r"(?:peniaze|sumu) (?:[^ ]+ ){0,2}vrátime|preplatíme|refundujeme|pln\w+ (?:refundác|vrátenie|náhrad)|"
    r"vrátenie peňazí (?:[^ ]+ ){0,4}(?:schválen|prizn)|cashback|bonusov|promo kód|zľavov",
    "ro": r"reducer|discount|voucher|cupon|\bcadou|gratis|gratuit|despăgub|compensa[țt]|la sut[ăa]|"
    r"procente?\b|"
    r"pe cheltuiala noastr|fără (?:niciun )?(?:cost|taxe|costuri)|jumătate de preț|banii înapoi|cashback|"
    r"vă (?:vom )?(?:ramburs|restitui)(?:a|ăm|m)?\b|rambursare (?:complet|integral|total)|"
    r"rambursare\w* (?:[^ ]+ ){0,4}(?:aprobat|acordat)|puncte de fidelitate|cod promo",
    "hu": r"kedvezmény|utalvány|kupon|ajándék|ingyen|díjmentes|térítésmentes|gratis|kárpótl|kártérít|"
    r"kompenzá|"
    r"százalék|a mi költségünk|félár|pénzvisszafizet|visszatérítjük|visszafizetjük|megtérítjük|"
    r"teljes (?:\w+ )?visszatérít|visszatérít[^ ]* (?:[^ ]+ ){0,4}(?:jóváhagy|elfogad)|jóváír(?:unk|juk)|"
    r"cashback|"
    r"hűségpont|promóciós kód",
    "el": r"έκπτωσ|εκπτωσ|εκπτώσ|κουπόνι|δωροεπιταγ|δωροκάρτ|\bδώρο|δωρεάν|"
    r"χωρίς (?:καμία )?(?:χρέωση|κόστος)|αποζημ|"
    r"τοις εκατό|με δικά μας έξοδα|μισή τιμή|επιστρέψουμε (?:τα χρήματα|το ποσό|όλο|ολόκληρο|τα λεφτά)|"
    r"επιστρέφουμε (?:τα χρήματα|το ποσό)|σας αποζημι|πλήρη επιστροφή|"
    r"επιστροφή (?:[^ ]+ ){0,4}(?:εγκρίθηκε|εγκριθεί)|"
    r"πόντους επιβράβευσης|cashback",
    "tr": r"indirim|hediye|kupon|ücretsiz|bedava|bedelsiz|tazminat|telafi olarak|yüzde|yarı fiyat|"
    r"masraf\w* bize ait|ücret alınmadan|"
    r"(?:paranızı|ücretinizi|tutarı|bedelini|tamamını) (?:[^ ]+ ){0,3}iade ede|"
    r"iade edeceğiz|iade ediyoruz|para iadesi yapacağız|tam (?:para )?iade|"
    r"iadeniz (?:[^ ]+ ){0,2}(?:onaylan|kabul)|promosyon kodu|cashback|puan hediye",
    "ru": r"скидк|скидок|купон|ваучер|промокод|подарок|подарк|подарочн|бесплатн|даром\b|безвозмездн|"
    r"компенсац|компенсир|возмещение|возместим|процент|за наш счет|за наш счёт|за полцены|кешб|кэшб|бонус|"
    r"\bвернем (?:вам|деньги|всю|полную)|\bвернём (?:вам|деньги|всю|полную)|мы вернем|мы вернём|"
    r"полн\w+ возврат|возврат (?:[^ ]+ ){0,4}(?:одобрен|утвержд)|уступк",
    "uk": r"знижк|знижок|купон|ваучер|промокод|подарунок|подарунк|подарунков|безкоштовн|безоплатн|даром\b|"
    r"компенсац|компенсу|відшкоду|відсотк|за наш рахунок|за півціни|кешб|бонус|"
    r"повернемо (?:вам|гроші|кошти|всю|повну)|ми повернемо|повн\w+ (?:повернення|відшкод)|"
    r"повернення (?:[^ ]+ ){0,4}(?:схвален|затверд)",
    "bg": r"отстъпк|намаление|ваучер|купон|подар(?:ък|ъц)|безплатн|гратис|даром\b|обезщет|компенсац|"
    r"компенсир|процент|"
    r"на сто\b|за наша сметка|на половин цена|кешбек|бонус|ще (?:ви )?(?:възстановим|върнем)|"
    r"пълно възстанов|възстановяване\w* (?:[^ ]+ ){0,4}(?:одобрен)|промо код",
    "hr": r"popust|vaučer|kupon|poklon|darovn|\bdar\b|besplatn|gratis|odštet|"
    r"naknad[auiom]+ (?:štete|za neug)|kompenzac|"
    r"posto\b|postotak|o našem trošku|bez (?:dodatnih )?(?:naknade|troškova)|pola cijene|cashback|"
    r"vratit ćemo (?:vam|novac|cijeli|puni)|vraćamo vam|refundirat|nadoknadit ćemo|"
    r"(?:puni|cjelokupni|potpuni) povrat|povrat\w* (?:[^ ]+ ){0,4}odobren|promotivni kod",
    "ar": r"كوبون|قسيم|مجان|هدي[ةه]|هدايا|تعويض|نعوض|سنعوض|تخفيض|بالم[ئا]|في الم[ئا]ئ?[ةه]|"
    r"دون (?:أي )?(?:رسوم|تكلف|مقابل)|"
    r"على نفقتنا|نصف السعر|استرداد نقدي|كاش ?باك|رصيد مجاني|"
    r"خصم[اًً]+|خصم (?:بنسبة|قدره|خاص|بقيمة|على)|(?:رمز|كود|قسيمة) (?:ال)?خصم|"
    r"سن(?:عيد|رد|رجع) (?:لك|لكم|إليك|إليكم|المبلغ|أموال|كامل)|سنسترد لك|"
    r"استرداد(?: [^ ]+){0,2} (?:كامل|بالكامل)|استرداد كامل|"
    r"(?:تم(?:ت)? الموافقة على) (?:طلب )?(?:ال)?استرداد",
    "he": r"(?<!ב)הנחה|הנחות|(?:ל|ב)הנחה של|שובר|קופון|מתנה|מתנות|חינם|ללא (?:כל )?(?:תשלום|עלות|חיוב)|"
    r"פיצוי|נפצה|"
    r"אחוז|על חשבוננו|חצי מחיר|קאשבק|זיכוי (?:של|בסך|מלא)|נזכה אתכם|נזכה אותך|"
    r"(?:נחזיר|נשיב) (?:לך|לכם|את)|החזר (?:כספי )?מלא|ההחזר (?:[^ ]+ ){0,3}אושר|קוד הטבה|הטבה",
    "fa": r"تخفیف|کوپن|بن خرید|کارت هدیه|هدیه|رایگان|مجانی|جبران خسارت|غرامت|درصد|بدون هزینه|به هزینه ما|"
    r"نصف قیمت|"
    r"کش ?بک|بازپرداخت کامل|(?:پول|مبلغ|وجه) (?:[^ ]+ ){0,5}(?:بازمیگردانیم|بازمی گردانیم|برمیگردانیم|"
    r"برمی گردانیم|پس می ?دهیم|پس خواهیم داد|باز خواهیم گرداند)|بازپرداخت (?:[^ ]+ ){0,4}(?:تایید|"
    r"تأیید) شد",
    "ur": r"رعایت|ڈسکاؤنٹ|واؤچر|کوپن|تحفہ|تحفے|مفت|معاوضہ|ہرجانہ|فیصد|بلا معاوضہ|"
    r"بغیر کسی (?:اضافی )?(?:قیمت|خرچ|فیس)|"
    r"آدھی قیمت|کیش ?بیک|مکمل (?:رقم کی )?(?:واپسی|ریفنڈ)|"
    r"(?:رقم|پیسے) (?:[^ ]+ ){0,3}واپس کر(?:یں گے|دیں گے| دیں گے)|"
    r"ریفنڈ (?:[^ ]+ ){0,3}منظور",
    "hi": r"छूट(?!ा|े|ी| गय| गई| जा)|डिस्काउंट|वाउचर|कूपन|उपहार|तोहफ|मुफ्त|मुफ़्त|निशुल्क|निःशुल्क|"
    r"नि:शुल्क|"
    r"मुआवज|मुआवज़|हर्जान|"
    r"प्रतिशत|फीसदी|फ़ीसदी|आधी कीमत|कैशबैक|बिना किसी (?:अतिरिक्त )?(?:शुल्क|लागत)|"
    r"पू(?:रा|री) (?:रिफंड|रिफ़ंड|धनवापसी|धन वापसी)|"
    r"(?:पैसे|पैसा|राशि|रकम)(?: [^ ]+){0,3} (?:वापस कर(?:ेंगे| देंगे)|लौटा(?:एंगे|एँगे| देंगे))|"
    r"(?:रिफंड|रिफ़ंड) (?:[^ ]+ ){0,3}(?:मंजूर|मंज़ूर|स्वीकृत)",
    "bn": r"ছাড়(?!া|ে|ু)|ডিসকাউন্ট|ভাউচার|কুপন|উপহার|বিনামূল্যে|বিনা মূল্যে|ফ্রি|ক্ষতিপূরণ|শতাংশ|"
    r"পার্সেন্ট|"
    r"অর্ধেক দাম|ক্যাশব্যাক|"
    r"সম্পূর্ণ (?:রিফান্ড|টাকা ফেরত|অর্থ ফেরত|ফেরত)|"
    r"(?:টাকা|অর্থ|মূল্য) (?:[^ ]+ ){0,2}ফেরত (?:দেব|দিয়ে দেব|দেবো|দিচ্ছি)|"
    r"রিফান্ড (?:[^ ]+ ){0,3}(?:অনুমোদিত|মঞ্জুর)|কোনো (?:অতিরিক্ত )?খরচ ছাড়া",
    "th": r"ส่วนลด|ลดราคา|คูปอง|บัตรกำนัล|เวาเชอร์|ของขวัญ|ของแถม|ฟรี|ไม่คิดค่า|ไม่มีค่าใช้จ่าย|ชดเชย|"
    r"ค่าเสียหาย|เปอร์เซ็นต์|"
    r"ร้อยละ|ครึ่งราคา|เงินคืนพิเศษ|แคชแบ็ก|คืนเงินเต็มจำนวน|คืนเงินให้(?:คุณ|ท่าน)เต็ม|"
    r"เราจะ(?:ทำการ)?คืนเงิน|เราจะโอนเงินคืน|อนุมัติ(?:การ)?คืนเงิน(?:แล้ว|ให้)|โค้ดโปรโมชั่น|เครดิตฟรี",
    "ja": r"割引|割り引|値引|クーポン|バウチャー|商品券|ギフト|プレゼント|贈呈|進呈|無料|無償|補償|賠償|"
    r"弁償|パーセント|半額|キャッシュバック|"
    r"ポイント(?:を|の)?(?:付与|進呈|プレゼント)|[0-9一二三四五六七八九]割引?(?:引|オフ)|"
    r"全額(?:を)?(?:ご)?返金|"
    r"(?:ご)?返金(?:いたします|させていただきます|致します)|返金(?:は|が)(?:[^ ]{0,8})?承認され|弊社負担|"
    r"当社負担|"
    r"(?:返金|払い戻し)を(?:承認|実施)(?:いた|し)|払い戻しいたします",
    "ko": r"할인|쿠폰|바우처|상품권|기프트|선물|사은품|무료|무상|보상|배상|퍼센트|프로 할인|반값|캐시백|"
    r"적립금|포인트를 (?:드리|지급)|"
    r"전액 ?환불|환불해 ?드리|환불(?:을)? (?:[^ ]+ ){0,2}(?:진행해 드리|해 드리|승인)|"
    r"환불이 (?:[^ ]+ )?승인|저희가 부담|당사 부담",
    "zh": r"折扣|打折|[一二三四五六七八九0-9]\.?[0-9]?折|优惠|優惠|代金券|代金券|抵用券|购物券|購物券|"
    r"禮券|礼券|礼品|禮品|礼物|禮物|赠送|"
    r"贈送|赠品|贈品|免费|免費|补偿|補償|赔偿|賠償|赔付|百分之|巴仙|半价|半價|返现|返現|现金回馈|"
    r"現金回饋|全额退款|全額退款|"
    r"(?:我们|我們)(?:将|將|会|會)(?:为您|為您|给您|給您|向您)?(?:全额|全額)?(?:办理|辦理)?(?:退款|退还|"
    r"退還)|"
    r"退款(?:申请|申請)?已(?:获|獲|经|經)?(?:批准|通过|通過|核准)|红包|紅包|积分奖励|點數回饋|全额退还|"
    r"全額退還",
    "vi": r"giảm giá|chiết khấu|phiếu (?:mua hàng|quà|giảm|ưu)|voucher|mã (?:giảm|khuyến|ưu)|ưu đãi|"
    r"quà tặng|tặng (?:bạn|quý|kèm|quà)|"
    r"miễn phí|bồi thường|đền bù|phần trăm|nửa giá|hoàn (?:tiền|lại) (?:[^ ]+ )?(?:toàn bộ|đầy đủ|100)|"
    r"hoàn (?:lại )?toàn bộ|(?:chúng tôi|công ty) (?:sẽ )hoàn (?:tiền|lại|trả)|cashback|"
    r"(?:hoàn tiền) (?:[^ ]+ ){0,4}(?:được chấp thuận|được phê duyệt|được duyệt)",
    "id": r"\bdiskon|potongan harga|voucher|kupon|hadiah|gratis|cuma-cuma|percuma|kompensasi|ganti rugi|"
    r"persen\b|"
    r"setengah harga|cashback|tanpa (?:biaya|bayaran)|atas biaya kami|pengembalian dana penuh|"
    r"kami akan (?:mengembalikan (?:uang|dana|seluruh)|me-?refund)|"
    r"(?:pengembalian dana|refund) (?:[^ ]+ ){0,4}(?:disetujui|dikabulkan)|"
    r"dana anda akan (?:kami )?dikembalikan|"
    r"kode promo|poin bonus",
    "ca": r"descompte|\bval (?:de|per)\b(?! la pena)|cup[oó]\b|cupons|\bregal|obsequi|gratis|gratuï|"
    r"de franc|compensac|"
    r"indemnitz|per cent\b|sense (?:cap )?(?:cost|càrrec)|a càrrec nostre|meitat de preu|"
    r"\b(?:us|et|li) (?:re(?:em)?borsarem|reemborsem|tornarem els diners|retornarem (?:els diners|"
    r"l'import))|"
    r"reemborsarem|reemborsament (?:complet|total|íntegre)|"
    r"reemborsament (?:[^ ]+ ){0,4}(?:aprovat|acceptat|concedit)|cashback|codi promocional",
    "sr": r"попуст|ваучер|купон|поклон|бесплатн|гратис|одштет|компензац|\bпосто\b|проценат|о нашем трошку|"
    r"вратићемо (?:вам|новац)|пун\w* повраћај|рефундира|кешбек",
}
"""Patterns by base language, which are casefolded as the texts are: so none has a class in capitals."""

SAME_WORDS: Final = {"bs": "hr", "ms": "id"}
"""Languages that share another one's words."""
