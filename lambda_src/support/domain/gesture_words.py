"""The words that offer something, in the languages of the customers, by kind.

Discount, voucher, gift, compensation and percent are of value; the rest is free of charge, or a refund that is
promised or granted. Words that a support reply needs every day are left out, or bound to what makes them an
offer: asking for a refund, answering ("we will return to you"), a debited amount, trust that was given, a free
choice. Matched without regard to case and marks.
"""

from typing import Final, NamedTuple


class Words(NamedTuple):
    """Patterns of a language by kind; they are casefolded as the texts are: so none has a class in capitals."""

    refund: str
    free: str
    value: str


FRENCH: Final = Words(
    refund=(
        r"\b(?:nous|je|on) (?:allons )?(?:vous )?(?:le |la |les )?rembours(?:ons|erons|e|er|erai)\b|"
        r"\b(?:ser(?:ez|a|ont)|[êe]tes|est) (?:\w+ )?rembours|\bproc[ée]d\w+ (?:\w+ )?au rembours|"
        r"\brecevrez (?:\w+ ){1,2}rembours|\bremboursement (?:int[ée]gral|total|complet|de \d)|"
        r"\brembours\w+ (?:\w+ ){0,3}(?:accept|accord|approuv|valid)"
    ),
    free=(
        r"\bgratuit|\bgracieu|\bsans frais\b|\b[àa] nos frais|"
        r"\bfrais (?:\w+ ){0,3}(?:[àa] notre charge|pris en charge)"
    ),
    value=(
        r"\bbons? (?:d'achat|de r[ée]duc)|"
        r"(?<!preuve de )(?<!date de )(?<!avis de )(?<!lieu de )(?<!mode de )\bremises?\b(?! (?:en (?:main"
        r"|mains|propre|état|service|place|route)|contre|d['ue] ?(?:votre |vos |la |l'|ce |cet |"
        r"cette )?(?:colis|paquet|courrier|pli|commande|article))\b)|"
        r"\br[ée]ductions?\b(?! (?:de |du |d')(?:bruit|d[ée]bit|volume|d[ée]lai|taille|vitesse))|\brabais\b|"
        r"\bristournes?\b|"
        r"\bcadeau(?! (?:est|a [ée]t[ée]|n'est|n'a|ne) (?:\w+ ){0,2}(?:refus|pas |accept|reconnu|abîm|"
        r"cass))|\b(?:un|cet|votre|des|vos) avoirs?\b(?! n)|\bavoirs? de \w+ ?(?:€|euros?)|\bd[ée]dommag|"
        r"\bgestes? commerc|\bcodes? (?:promo|de r[ée]duc)(?!\w* (?:n'|ne |est refus|a [ée]t[ée] refus))|"
        r"\bmoiti[ée] prix|\bprix r[ée]duits?|\btarif (?:pr[ée]f[ée]renti|r[ée]duit)|\bpoints de fid[ée]lit|"
        r"\bcr[ée]dit(?:ons|erons)\b|\bcr[ée]dit (?:\w+ )?de \w+ ?(?:€|euros?)|\bpour[ -]?cents?\b"
    ),
)

FRENCH_OFFER: Final = (
    r"\boffert(?:e?s?)\b|\boffr(?:ons|e|ir\w*)\b(?! (?:(?:\w+ ){0,2}(?:solution|réponse|service|aide|suivi|"
    r"expérience)|actuelle|souscrite|en cours|d'abonnement|mobile|internet))"
)
"""Words that French shares with its neighbours, where they are harmless: Italian offre, Swedish offert."""

ENGLISH: Final = Words(
    refund=(
        r"\bmoney back\b|"
        r"\b(?:we|i)(?:'ll| will| shall| can| are going to| am going to)? (?:fully )?refund(?:ing)? |"
        r"\b(?:we are|we're|i am|i'm) refunding|\b(?:will|shall|'ll) (?:now )?be (?:fully )?refunded|"
        r"\b(?:will|shall|'ll) (?:get|receive) (?:a|your) (?:full |complete )?refund|\bfull refund|"
        r"\brefund\w* (?:\w+ ){0,4}(?:accepted|granted|approved|issued|on its way)|\bcash ?back"
    ),
    free=(
        r"(?<!feel )(?<!-)\bfree\b(?! (?:to|trial (?:is|was|has|did|could|not)) )|"
        r"\bfreebie|\b(?:cost|charge|fee)-free\b|\bcomplimentary|\bon the house|"
        r"\bno (?:extra )?(?:charge|cost)\b(?! (?:left )?(?:on|in) (?:the|your) (?:battery|device|phone))|"
        r"\bat our (?:expense|cost)|\bwaive"
    ),
    value=(
        r"\bdiscount|\bvoucher|\bcoupon|"
        r"\bgifts?\b(?! (?:cards? (?:is|was|were|are|has|have|could|did)(?:n't|"
        r" not)? (?:\w+ ){0,2}(?:declined|refused|reject|accepted|recogni|work)|wrap\w* (?:is|was|has)))|"
        r"\bgiveaway|\bcompensat|\bstore credit|\bcredit(?:ed)? (?:of|your account|to your account)|"
        r"\brebate|\bbonus\b(?! (?:track|disc|chapter|material))|\bper ?cents?\b|"
        r"(?:\d|€|\$|£|\beuros?|\bdollars?|\bpounds?|\bhalf) off\b|\boff your next|\bhalf[ -]price|"
        r"\bpromo(?:tional)? codes?|\bgoodwill gesture|\bloyalty points"
    ),
)

WORDS: Final = {
    "de": Words(
        refund=(
            r"cashback|geld zurück|\bwir (?:\w+ ){0,2}(?:erstatten|vergüten)\b|"
            r"\bwir werden (?:[^ ]+ ){0,6}(?:erstatten|vergüten)\b|\b(?:erstatten|vergüten) wir\b|"
            r"\bvoll\w* (?:rück)?erstattung|wird (?:[^ ]+ ){0,4}erstattet|"
            r"erstattung (?:[^ ]+ ){0,4}(?:genehmigt|bewilligt|veranlasst|gewährt)"
        ),
        free=r"kostenlos|kostenfrei|\bgratis|auf unsere kosten|übernehmen (?:[^ ]+ ){0,3}\w*kosten",
        value=(
            r"rabatt|preisnachl[aä]ss|\bnachl[aä]ss|gutschein|geschenk(?!t)|entschädig|ermäßig|prozent\b|"
            r"kulanz|\beine gutschrift|gutschrift (?:von|über|in höhe)|zum halben preis|bonuspunkte"
        ),
    ),
    "es": Words(
        refund=(
            r"cashback|le (?:re)?embols(?:amos|aremos)|(?:re)?embolsaremos|"
            r"\ble devolv(?:emos|eremos)(?! (?:la llamada|(?:una|la|su) respuesta|(?:el|su) (?:mensaje|"
            r"correo|art[ií]culo|producto|paquete)))|"
            r"devolveremos (?:el|su|todo)\b(?! (?:mensaje|correo|art[ií]culo|producto|paquete))|"
            r"vamos a (?:reembolsar|devolver)|"
            r"(?:reembolso|devoluci[oó]n) (?:total|completo|completa|[ií]ntegr)|"
            r"reembolso (?:[^ ]+ ){0,4}(?:aprobad|concedid|aceptad|autorizad)|ser[aá] reembolsad"
        ),
        free=r"\bgratis\b|gratuit|sin (?:ning[uú]n )?(?:costes?|costos?|cargos?)\b",
        value=(
            r"descuent|\bcup[oó]n|\bvales?\b(?! la pena)(?= de| por| para| reg)|\bregal|obsequi|compensa|"
            r"indemniza|por ?ciento|rebaja|bonifica|\bmitad de precio|c[oó]digo promocional|abonaremos|"
            r"cr[eé]dito de \d"
        ),
    ),
    "it": Words(
        refund=(
            r"cashback|rimborseremo|\bla rimborsiamo|le rimborsiamo|(?:verr[aà]|sar[aà]) rimborsat|"
            r"rimborso (?:completo|totale|integrale)|"
            r"rimborso (?:[^ ]+ ){0,4}(?:approvat|accettat|concess|autorizzat)|"
            r"le restituiremo(?! (?:una (?:risposta|chiamata)|la chiamata|(?:il|l') ?(?:modulo|articolo|"
            r"prodotto)))|rimborso di [^ ]+ (?:euro|€)|approv\w+ (?:un|il) rimborso"
        ),
        free=r"\bgratis\b|gratuit|senza (?:alcun )?(?:costi|spese|addebit)|a nostre spese",
        value=(
            r"\bscont[oi]\b|scontat|\bbuon[oi] (?:sconto|acquisto|regalo|di|da|del)|omaggi|\bregal|risarci|"
            r"indennizz|per ?cento|percentuale di sconto|\bcompens[ao]|met[aà] prezzo|codice promozionale|"
            r"accrediteremo"
        ),
    ),
    "pt": Words(
        refund=(
            r"reembolsaremos|vamos reembols|iremos reembols|reembolsamos|ser[aá] reembolsad|"
            r"reembolso (?:total|integral|completo)|"
            r"reembolso (?:[^ ]+ ){0,4}(?:aprovad|concedid|aceit|autorizad)|devolveremos (?:o|a|seu|todo)|"
            r"cashback"
        ),
        free=r"\bde gra[cç]a|gr[aá]tis|gratuit|sem (?:qualquer |nenhum )?(?:custos?|encargos?)",
        value=(
            r"descont[oa]|\bcup[oã]|\bcupo[mn]|\bvales?[ -](?:compras?|presente|de|desconto)|\bbrinde|"
            r"presente de\b(?! (?:anivers[aá]rio|natal|casamento)\b)|\bofert[aá]mos|"
            r"\boferecemos[ -](?:lhe )?(?:um|uma|o|a|\d)\b(?! (?:noss|ajuda|apoio|solução|resposta|"
            r"assistência))|compensa[cç]|indeniza|indemniza|por ?cento|metade do preço|abatimento|"
            r"c[oó]digo promocional"
        ),
    ),
    "nl": Words(
        refund=(
            r"cashback|\bw(?:ij|e) (?:[^ ]+ ){0,5}terugbetalen\b|"
            r"\b(?:betalen|storten) (?:wij|we|u) (?:[^ ]+ ){0,5}terug\b|"
            r"\bw(?:ij|e) (?:betalen|storten) (?:[^ ]+ ){0,5}terug\b|volledige (?:terugbetaling|restitutie)|"
            r"(?:terugbetaling|restitutie) (?:[^ ]+ ){0,4}(?:goedgekeurd|toegekend)|geld terug"
        ),
        free=r"\bgratis|kosteloos|kwijtschel|zonder (?:extra )?kosten|op onze kosten",
        value=(
            r"korting|waardebon|cadeau|tegoedbon|vergoeding|schadeloos|compens|procent\b|halve prijs|"
            r"tegoed van|spaarpunten"
        ),
    ),
    "pl": Words(
        refund=(
            r"zwr(?:ócimy|acamy) (?:[^ ]+ ){0,3}(?:pieni|kwot|cał|koszt|pełn|należno|środk|zapłat|opłat|"
            r"wpłat|wszystk|\d[\d.,]{0,8} ?(?:€|\$|£|₪|₽|₴|eur|zł|руб|грн|лв|lei|дин|שקל))|pełn\w* zwrot|"
            r"zwrot całej|zwrot (?:[^ ]+ ){0,4}(?:przyznan|zaakceptowan|zatwierdzon)|otrzyma pan\w? zwrot|"
            r"cashback"
        ),
        free=r"gratis|bezpłatn|za darmo|darmow|na nasz koszt|bez (?:dodatkowych )?(?:kosztów|opłat)",
        value=(
            r"rabat|zniżk|\bupust|bon(?:u|em|y)? (?:podarunk|zakup|upomin|na|o wart)|voucher|kupon|"
            r"prezent(?!acj|uj|ow)|upomin(?:ek|ku|kiem)\b|rekompensat|odszkodowan|zadośćuczyn|procent|"
            r"za pół ceny|kod promocyjn"
        ),
    ),
    "sv": Words(
        refund=(
            r"pengarna tillbaka|"
            r"\bvi (?:kommer att )?(?:\w+ )?(?:återbetal|ersätt(?!ning|er (?:vara|artik|produk|"
            r"den trasiga)))|full återbetalning|hela beloppet tillbaka|"
            r"återbetalning (?:[^ ]+ ){0,4}(?:godkän|bevilja)|cashback"
        ),
        free=r"\bgratis|kostnadsfri|utan (?:extra )?kostnad|på vår bekostnad",
        value=(
            r"rabatt|värdebevis|presentkort|\bpresent\b|\bgåv|tillgodokvitto|kupong|kompens|"
            r"ersättning(?!s(?:var|prod|art|ex|lev|enh|del))|procent\b|halva priset|bonuspoäng|bjuder på"
        ),
    ),
    "da": Words(
        refund=(
            r"pengene tilbage|\bvi (?:vil )?(?:\w+ )?(?:refunder|tilbagebetal)|"
            r"fuld (?:refusion|refundering|tilbagebetaling)|"
            r"(?:refusion|refundering|tilbagebetaling) (?:[^ ]+ ){0,4}(?:godkend|bevilg)|cashback"
        ),
        free=r"\bgratis|omkostningsfri|uden (?:ekstra )?(?:beregning|omkostning)|på vores regning",
        value=(
            r"rabat|værdibevis|gavekort|\bgave\b|\bgaver|kupon|kompens|"
            r"erstatning(?!s(?:var|prod|art|eks|lev|send|enh|del))|godtgør|procent\b|halv pris|bonuspoint"
        ),
    ),
    "no": Words(
        refund=(
            r"pengene tilbake|\bvi (?:vil )?(?:\w+ )?(?:refunder|tilbakebetal)|"
            r"full (?:refusjon|tilbakebetaling)|"
            r"(?:refusjon|tilbakebetaling) (?:[^ ]+ ){0,4}(?:godkjen|innvilg)|cashback"
        ),
        free=r"\bgratis|kostnadsfri|vederlagsfri|uten (?:ekstra )?(?:kostnad|beregning)|på vår regning",
        value=(
            r"rabatt|verdikupong|gavekort|\bgave\b|\bgaver|kupong|kompens|"
            r"erstatning(?!s(?:var|prod|art|eks|lev|send|enh|del))|godtgjør|prosent\b|halv pris|bonuspoeng"
        ),
    ),
    "fi": Words(
        refund=(
            r"rahat takaisin|"
            r"\b(?:palautamme|hyvitämme|korvaamme) (?:[^ ]+ ){0,3}(?:rahat|summan|hinnan|koko|maksun|"
            r"ostoksen)|\b(?:hyvitämme|korvaamme) (?:teille|sinulle)|"
            r"täy(?:si|den|sim\w+) (?:hyvity|palautu)|cashback"
        ),
        free=r"ilmai(?:nen|se|si)(?!m|v|t|n n)|maksut(?:ta|on|toma)|veloituksetta|kustannuksellamme",
        value=(
            r"alennu|lahjakort|lahja|kuponki|kupongi|arvoseteli|hyvity(?:s(?!pyyn)|kse|st)|"
            r"korvau(?:s(?!tuot)|kse|st(?!uot))|prosent|puoleen hintaan|bonuspiste"
        ),
    ),
    "cs": Words(
        refund=(
            r"vrátíme (?:vám (?!odpověď|formulář|vyplněn|zpráv)|peníze|celou|plnou)|"
            r"(?:peníze|částku) (?:[^ ]+ ){0,2}vrátíme|proplatíme|refundujeme|"
            r"pln\w+ (?:refundac|vrácení|náhrad)|cashback|vrácení peněz (?:[^ ]+ ){0,4}(?:schválen|přizn)"
        ),
        free=r"zdarma|bezplatn|gratis|na naše náklady|bez (?:dalších )?poplatk",
        value=(
            r"\bslev|poukaz|kup[oó]n|dárek|dárk|dárce|kompenzac|odškodn|procent|za polovi|bonusov|promo kód|"
            r"slevov"
        ),
    ),
    "sk": Words(
        refund=(
            r"vrátime (?:vám (?!odpoveď|formulár|vyplnen|správ)|peniaze|celú|plnú)|"
            r"(?:peniaze|sumu) (?:[^ ]+ ){0,2}vrátime|preplatíme|refundujeme|"
            r"pln\w+ (?:refundác|vrátenie|náhrad)|cashback|vrátenie peňazí (?:[^ ]+ ){0,4}(?:schválen|prizn)"
        ),
        free=r"zadarmo|zdarma|bezplatn|gratis|na naše náklady|bez (?:ďalších )?poplatk",
        value=r"\bzľav|poukaz|kup[oó]n|darček|kompenzác|odškodn|percent|za polovi|bonusov|promo kód|zľavov",
    ),
    "ro": Words(
        refund=(
            r"banii înapoi|cashback|"
            r"vă (?:vom )?ramburs(?:a|ăm)\b|(?:vom restitui|restituim) (?:[^ ]+ ){0,3}(?:ban|sum|"
            r"contraval|plat|pre[țt]|integral|\d[\d.,]{0,8} ?(?:€|\$|£|₪|₽|₴|eur|zł|руб|грн|лв|lei|дин|"
            r"שקל))|rambursare (?:complet|integral|total)|rambursare\w* (?:[^ ]+ ){0,4}(?:aprobat|acordat)"
        ),
        free=r"gratis|gratuit|pe cheltuiala noastr|fără (?:niciun )?(?:cost|taxe|costuri)",
        value=(
            r"reducer|discount|voucher|cupon|\bcadou|despăgub|compensa[țt]|la sut[ăa]|procente?\b|"
            r"jumătate de preț|puncte de fidelitate|cod promo"
        ),
    ),
    "hu": Words(
        refund=(
            r"pénzvisszafizet|visszatérítjük|visszafizetjük|megtérítjük|teljes (?:\w+ )?visszatérít|"
            r"visszatérít[^ ]* (?:[^ ]+ ){0,4}(?:jóváhagy|elfogad)|cashback"
        ),
        free=r"ingyen|díjmentes|térítésmentes|gratis|a mi költségünk",
        value=(
            r"kedvezmény|utalvány|kupon|ajándék|kárpótl|kártérít|kompenzá|százalék|félár|jóváír(?:unk|juk)|"
            r"hűségpont|promóciós kód"
        ),
    ),
    "el": Words(
        refund=(
            r"επιστρέψουμε (?:τα χρήματα|το ποσό|όλο|ολόκληρο|τα λεφτά)|επιστρέφουμε (?:τα χρήματα|το ποσό)|"
            r"πλήρη επιστροφή|επιστροφή (?:[^ ]+ ){0,4}(?:εγκρίθηκε|εγκριθεί)|cashback"
        ),
        free=r"δωρεάν|χωρίς (?:καμία )?(?:χρέωση|κόστος)|με δικά μας έξοδα",
        value=(
            r"έκπτωσ|εκπτωσ|εκπτώσ|κουπόνι|δωροεπιταγ|δωροκάρτ|\bδώρο|αποζημ|τοις εκατό|μισή τιμή|"
            r"σας αποζημι|πόντους επιβράβευσης"
        ),
    ),
    "tr": Words(
        refund=(
            r"(?:paranızı|ücretinizi|tutarı|bedelini|tamamını) (?:[^ ]+ ){0,3}iade ede|iade edeceğiz|"
            r"iade ediyoruz|para iadesi yapacağız|tam (?:para )?iade|"
            r"iadeniz (?:[^ ]+ ){0,2}(?:onaylan|kabul)|cashback"
        ),
        free=r"ücretsiz|bedava|bedelsiz|masraf\w* bize ait|ücret alınmadan",
        value=r"indirim|hediye|kupon|tazminat|telafi olarak|yüzde|yarı fiyat|promosyon kodu|puan hediye",
    ),
    "ru": Words(
        refund=(
            r"кешб|кэшб|"
            r"\bверн[её]м (?:[^ ]+ ){0,4}(?:деньг|денеж|средств|сумм|стоимост|оплат|плат[её]ж|вс[её]\b|"
            r"всю|полную|рубл|\d[\d.,]{0,8} ?(?:€|\$|£|₪|₽|₴|eur|zł|руб|грн|лв|lei|дин|שקל))|"
            r"полн\w+ возврат|возврат (?:[^ ]+ ){0,4}(?:одобрен|утвержд)|возмещение|возместим"
        ),
        free=r"бесплатн|даром\b|безвозмездн|за наш счет|за наш счёт",
        value=(
            r"скидк|скидок|купон|ваучер|промокод|подарок|подарк|подарочн|компенсац|компенсир|процент|"
            r"за полцены|бонус|уступк"
        ),
    ),
    "uk": Words(
        refund=(
            r"кешб|"
            r"\bповернемо (?:[^ ]+ ){0,4}(?:грош|кошт|сум|вартіст|оплат|плат[іе]ж|усе\b|все\b|всю|повну|"
            r"грив|\d[\d.,]{0,8} ?(?:€|\$|£|₪|₽|₴|eur|zł|руб|грн|лв|lei|дин|שקל))|"
            r"повн\w+ (?:повернення|відшкод)|повернення (?:[^ ]+ ){0,4}(?:схвален|затверд)|відшкоду"
        ),
        free=r"безкоштовн|безоплатн|даром\b|за наш рахунок",
        value=(
            r"знижк|знижок|купон|ваучер|промокод|подарунок|подарунк|подарунков|компенсац|компенсу|відсотк|"
            r"за півціни|бонус"
        ),
    ),
    "bg": Words(
        refund=(
            r"кешбек|"
            r"ще (?:ви )?(?:възстановим|върнем) (?:[^ ]+ ){0,3}(?:пари|сума|цял|плат|плащ|средств|лева|"
            r"стойност|вси|евро|\d[\d.,]{0,8} ?(?:€|\$|£|₪|₽|₴|eur|zł|руб|грн|лв|lei|дин|שקל))|"
            r"пълно възстанов|възстановяване\w* (?:[^ ]+ ){0,4}(?:одобрен)"
        ),
        free=r"безплатн|гратис|даром\b|за наша сметка",
        value=(
            r"отстъпк|намаление|ваучер|купон|подар(?:ък|ъц)|обезщет|компенсац|компенсир|процент|на сто\b|"
            r"на половин цена|бонус|промо код"
        ),
    ),
    "hr": Words(
        refund=(
            r"cashback|(?:vratit ćemo|vraćamo) (?:[^ ]+ ){0,3}(?:novac|cijel|puni|iznos|sredstv|uplat|sve\b|"
            r"\d[\d.,]{0,8} ?(?:€|\$|£|₪|₽|₴|eur|zł|руб|грн|лв|lei|дин|שקל))|refundirat|"
            r"(?:puni|cjelokupni|potpuni) povrat|povrat\w* (?:[^ ]+ ){0,4}odobren"
        ),
        free=r"besplatn|gratis|o našem trošku|bez (?:dodatnih )?(?:naknade|troškova)",
        value=(
            r"popust|vaučer|kupon|poklon|darovn|\bdar\b|odštet|naknad[auiom]+ (?:štete|za neug)|kompenzac|"
            r"posto\b|postotak|pola cijene|nadoknadit ćemo|promotivni kod"
        ),
    ),
    "ar": Words(
        refund=(
            r"استرداد نقدي|كاش ?باك|"
            r"سن(?:عيد|رد|رجع) (?:(?:لك|لكم|إليك|إليكم) )?(?:[^ ]+ )?(?:المبلغ|مبلغ|أموال|كامل|النقود|"
            r"نقود|ثمن|قيمة|ما دفع)|سنسترد لك|استرداد(?: [^ ]+){0,2} (?:كامل|بالكامل)|استرداد كامل|"
            r"(?:تم(?:ت)? الموافقة على) (?:طلب )?(?:ال)?استرداد"
        ),
        free=r"مجان|دون (?:أي )?(?:رسوم|تكلف|مقابل)|على نفقتنا|رصيد مجاني",
        value=(
            r"كوبون|قسيم|هدي[ةه]|هدايا|تعويض|نعوض|سنعوض|تخفيض|بالم[ئا]|في الم[ئا]ئ?[ةه]|نصف السعر|خصم[اًً]+|"
            r"خصم (?:بنسبة|قدره|خاص|بقيمة|على)|(?:رمز|كود|قسيمة) (?:ال)?خصم"
        ),
    ),
    "he": Words(
        refund=(
            r"קאשבק|"
            r"(?:נחזיר|נשיב) (?:[^ ]+ ){0,3}(?:ה?כסף|כספ|ה?סכום|ה?תשלום|ה?עלות|ה?תמורה|ה?מחיר|הכל\b|מלוא|"
            r"\d[\d.,]{0,8} ?(?:€|\$|£|₪|₽|₴|eur|zł|руб|грн|лв|lei|дин|שקל))|החזר (?:כספי )?מלא|"
            r"ההחזר (?:[^ ]+ ){0,3}אושר"
        ),
        free=r"חינם|ללא (?:כל )?(?:תשלום|עלות|חיוב)|על חשבוננו",
        value=(
            r"(?<!ב)הנחה|הנחות|(?:ל|ב)הנחה של|שובר|קופון|מתנה|מתנות|פיצוי|נפצה|אחוז|חצי מחיר|"
            r"זיכוי (?:של|בסך|מלא)|נזכה אתכם|נזכה אותך|קוד הטבה|הטבה"
        ),
    ),
    "fa": Words(
        refund=(
            r"بازپرداخت کامل|"
            r"(?:پول|مبلغ|وجه) (?:[^ ]+ ){0,5}(?:بازمیگردانیم|بازمی گردانیم|برمیگردانیم|برمی گردانیم|"
            r"پس می ?دهیم|پس خواهیم داد|باز خواهیم گرداند)|بازپرداخت (?:[^ ]+ ){0,4}(?:تایید|تأیید) شد|"
            r"کش ?بک"
        ),
        free=r"رایگان|مجانی|بدون هزینه|به هزینه ما",
        value=r"تخفیف|کوپن|بن خرید|کارت هدیه|هدیه|جبران خسارت|غرامت|درصد|نصف قیمت",
    ),
    "ur": Words(
        refund=(
            r"کیش ?بیک|مکمل (?:رقم کی )?(?:واپسی|ریفنڈ)|"
            r"(?:رقم|پیسے) (?:[^ ]+ ){0,3}واپس کر(?:یں گے|دیں گے| دیں گے)|ریفنڈ (?:[^ ]+ ){0,3}منظور"
        ),
        free=r"مفت|بلا معاوضہ|بغیر کسی (?:اضافی )?(?:قیمت|خرچ|فیس)",
        value=r"رعایت|ڈسکاؤنٹ|واؤچر|کوپن|تحفہ|تحفے|معاوضہ|ہرجانہ|فیصد|آدھی قیمت",
    ),
    "hi": Words(
        refund=(
            r"कैशबैक|पू(?:रा|री) (?:रिफंड|रिफ़ंड|धनवापसी|धन वापसी)|"
            r"(?:पैसे|पैसा|राशि|रकम)(?: [^ ]+){0,3} (?:वापस कर(?:ेंगे| देंगे)|लौटा(?:एंगे|एँगे| देंगे))|"
            r"(?:रिफंड|रिफ़ंड) (?:[^ ]+ ){0,3}(?:मंजूर|मंज़ूर|स्वीकृत)"
        ),
        free=r"मुफ्त|मुफ़्त|निशुल्क|निःशुल्क|नि:शुल्क|बिना किसी (?:अतिरिक्त )?(?:शुल्क|लागत)",
        value=(
            r"छूट(?!ा|े|ी| गय| गई| जा)|डिस्काउंट|वाउचर|कूपन|उपहार|तोहफ|मुआवज|मुआवज़|हर्जान|प्रतिशत|फीसदी|"
            r"फ़ीसदी|आधी कीमत"
        ),
    ),
    "bn": Words(
        refund=(
            r"ক্যাশব্যাক|সম্পূর্ণ (?:রিফান্ড|টাকা ফেরত|অর্থ ফেরত|ফেরত)|"
            r"(?:টাকা|অর্থ|মূল্য) (?:[^ ]+ ){0,2}ফেরত (?:দেব|দিয়ে দেব|দেবো|দিচ্ছি)|"
            r"রিফান্ড (?:[^ ]+ ){0,3}(?:অনুমোদিত|মঞ্জুর)"
        ),
        free=r"বিনামূল্যে|বিনা মূল্যে|ফ্রি|কোনো (?:অতিরিক্ত )?খরচ ছাড়া",
        value=r"ছাড়(?!া|ে|ু)|ডিসকাউন্ট|ভাউচার|কুপন|উপহার|ক্ষতিপূরণ|শতাংশ|পার্সেন্ট|অর্ধেক দাম",
    ),
    "th": Words(
        refund=(
            r"เงินคืนพิเศษ|แคชแบ็ก|คืนเงินเต็มจำนวน|คืนเงินให้(?:คุณ|ท่าน)เต็ม|เราจะ(?:ทำการ)?คืนเงิน|"
            r"เราจะโอนเงินคืน|อนุมัติ(?:การ)?คืนเงิน(?:แล้ว|ให้)"
        ),
        free=r"ฟรี|ไม่คิดค่า|ไม่มีค่าใช้จ่าย|เครดิตฟรี",
        value=(
            r"ส่วนลด|ลดราคา|คูปอง|บัตรกำนัล|เวาเชอร์|ของขวัญ|ของแถม|ชดเชย|ค่าเสียหาย|เปอร์เซ็นต์|ร้อยละ|"
            r"ครึ่งราคา|โค้ดโปรโมชั่น"
        ),
    ),
    "ja": Words(
        refund=(
            r"キャッシュバック|全額(?:を)?(?:ご)?返金|(?:ご)?返金(?:いたします|させていただきます|致します)(?!か)|返金(?:は|が)(?:[^ ]{0,8})?承認され|"
            r"(?:返金|払い戻し)を(?:承認|実施)(?:いた|し)|払い戻しいたします"
        ),
        free=r"無料|無償|弊社負担|当社負担",
        value=(
            r"割引|割り引|値引|クーポン|バウチャー|商品券|ギフト|プレゼント|贈呈|進呈|補償|賠償|弁償|パーセント|半額|ポイント(?:を|の)?(?:付与|進呈|プレゼント)|"
            r"[0-9一二三四五六七八九]割引?(?:引|オフ)"
        ),
    ),
    "ko": Words(
        refund=r"캐시백|전액 ?환불|환불해 ?드리|환불(?:을)? (?:[^ ]+ ){0,2}(?:진행해 드리|해 드리|승인)|환불이 (?:[^ ]+ )?승인",
        free=r"무료|무상|저희가 부담|당사 부담",
        value=r"할인|쿠폰|바우처|상품권|기프트|선물|사은품|보상|배상|퍼센트|프로 할인|반값|적립금|포인트를 (?:드리|지급)",
    ),
    "zh": Words(
        refund=(
            r"返现|现金回馈|現金回饋|全额退款|全額退款|"
            r"(?:我们|我們)(?:将|將|会|會)(?:为您|為您|给您|給您|向您)?(?:全额|全額)?(?:办理|辦理)?(?:退款|退还|退還)(?!查询|查詢|申请|申請|请求|請求|"
            r"问题|問題|事宜|进度|進度)|退款(?:申请|申請)?已(?:获|獲|经|經)?(?:批准|通过|通過|核准)|全额退还|全額退還|返現"
        ),
        free=r"免费|免費",
        value=(
            r"折扣|打折|[一二三四五六七八九0-9]\.?[0-9]?折|优惠|優惠|代金券|抵用券|购物券|購物券|禮券|礼券|礼品|禮品|礼物|禮物|赠送|贈送|赠品|贈品|补偿|補償|赔偿|"
            r"賠償|赔付|百分之|巴仙|半价|半價|红包|紅包|积分奖励|點數回饋"
        ),
    ),
    "vi": Words(
        refund=(
            r"hoàn (?:tiền|lại) (?:[^ ]+ )?(?:toàn bộ|đầy đủ|100)|hoàn (?:lại )?toàn bộ|"
            r"(?:chúng tôi|công ty) (?:sẽ )hoàn (?:tiền|lại|trả)|cashback|"
            r"(?:hoàn tiền) (?:[^ ]+ ){0,4}(?:được chấp thuận|được phê duyệt|được duyệt)"
        ),
        free=r"miễn phí",
        value=(
            r"giảm giá|chiết khấu|phiếu (?:mua hàng|quà|giảm|ưu)|voucher|mã (?:giảm|khuyến|ưu)|ưu đãi|"
            r"quà tặng|tặng (?:bạn|quý|kèm|quà)|bồi thường|đền bù|phần trăm|nửa giá"
        ),
    ),
    "id": Words(
        refund=(
            r"cashback|pengembalian dana penuh|kami akan (?:mengembalikan (?:uang|dana|seluruh)|me-?refund)|"
            r"(?:pengembalian dana|refund) (?:[^ ]+ ){0,4}(?:disetujui|dikabulkan)|"
            r"dana anda akan (?:kami )?dikembalikan"
        ),
        free=r"gratis|cuma-cuma|percuma|tanpa (?:biaya|bayaran)|atas biaya kami",
        value=(
            r"\bdiskon|potongan harga|voucher|kupon|hadiah|kompensasi|ganti rugi|persen\b|setengah harga|"
            r"kode promo|poin bonus"
        ),
    ),
    "ca": Words(
        refund=(
            r"\b(?:us|et|li) (?:re(?:em)?borsarem|reemborsem|tornarem els diners|retornarem (?:els diners|"
            r"l'import))|reemborsarem|reemborsament (?:complet|total|íntegre)|"
            r"reemborsament (?:[^ ]+ ){0,4}(?:aprovat|acceptat|concedit)|cashback"
        ),
        free=r"gratis|gratuï|de franc|sense (?:cap )?(?:cost|càrrec)|a càrrec nostre",
        value=(
            r"descompte|\bval (?:de|per)\b(?! la pena)|cup[oó]\b|cupons|\bregal|obsequi|compensac|indemnitz|"
            r"per cent\b|meitat de preu|codi promocional"
        ),
    ),
    "sr": Words(
        refund=(
            r"(?:вратићемо|враћамо) (?:[^ ]+ ){0,3}(?:новац|цео|пун|износ|средств|уплат|све\b|"
            r"\d[\d.,]{0,8} ?(?:€|\$|£|₪|₽|₴|eur|zł|руб|грн|лв|lei|дин|שקל))|пун\w* повраћај|кешбек|"
            r"рефундира"
        ),
        free=r"бесплатн|гратис|о нашем трошку",
        value=r"попуст|ваучер|купон|поклон|одштет|компензац|\bпосто\b|проценат",
    ),
}
"""Patterns by base language, apart from the pivot languages."""

SAME_WORDS: Final = {"bs": "hr", "ms": "id"}
"""Languages that share another one's words."""
