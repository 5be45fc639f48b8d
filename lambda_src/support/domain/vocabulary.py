"""The frequent words of each language, and the letters that it has beyond its script's common ones; data.

Words: articles, pronouns, question words, and what customers and their support write about: orders, parcels,
invoices, accounts. In lower case with their accents; a text may lack them.
"""

from typing import Final

WORDS: Final = {
    "fr": "le la les un une des du de d l et est nous vous votre vos notre nos pour que qu qui dans sur "
    "avec ce cette ces au aux en pas ne n par plus à il elle on ou où se sa son ses je j ai suis mon "
    "ma mes c s y a été être avez avons sont était mais donc si quand comment pourquoi quel quelle "
    "très bien encore toujours depuis jours semaine hier aujourd hui bonjour bonsoir merci salut svp "
    "colis commande livraison livré reçu facture remboursement rembourser compte produit retour "
    "adresse mot passe reçois attends arrivé rien aidez besoin voudrais veux peux pouvez fait cassé "
    "commandé fois deux tout toute tous jamais aussi cela ça peu combien temps beaucoup désolés "
    "demande réponse équipe",
    "en": "the a an of and to is are was were we you your our for that which in on with this these it as be "
    "will have has had not by or at from us if can i my me am do does did don t what where when why "
    "how who please thank thanks hello hi dear order ordered parcel package delivery delivered "
    "received refund invoice account password product return still yet no been but would could should "
    "want need help got get today yesterday week days ago since broken again they he she there here "
    "just any all much many long never more after before only sorry team now out up about some then "
    "because request reply",
    "de": "der die das den dem des ein eine einen einer und ist sind war wir sie ihr ihre ihren ihnen uns "
    "unser unsere für dass in auf mit zu zum zur von vom nicht es bei aus wird werden haben habe hat "
    "hatte ich mein meine meinen meiner mir mich du dein bitte danke hallo guten tag morgen wo wann "
    "wie warum was wer kann können könnte möchte noch immer schon seit nach aber oder wenn auch nur "
    "sehr kein keine bestellung bestellt paket lieferung geliefert rechnung konto rückerstattung "
    "rückgabe angekommen erhalten kaputt geld zurück heute gestern woche wochen tage tagen als an am "
    "im um so sich über wieder vielen gut leider nie mehr lange viel team anfrage bis vor hier da "
    "kommt",
    "es": "el la los las un una de del y e es son nosotros usted ustedes su sus nuestro nuestra para que en "
    "con por no se lo le les al hemos está están estoy más como mi mis me yo tu te he ha han sido fue "
    "era muy pero cuando cuándo donde dónde qué cómo quién si sí ya aún todavía desde hace días "
    "semana ayer hoy hola buenos buenas tardes gracias favor pedido paquete envío entrega entregado "
    "factura reembolso devolución cuenta contraseña producto llegado llegó recibido quiero quisiera "
    "necesito puedo pueden tengo nada esto este esta dinero ayuda cuánto mucho mucha muchas todo "
    "todos nunca también sobre tiempo equipo solicitud",
    "it": "il lo la i gli le un uno una di del della dei delle dello e è sono noi lei suo sua nostro nostra "
    "per che in con non si da dal dalla al alla ai abbiamo più come mio mia miei mi io ho hai ha "
    "hanno stato stata era molto ma quando dove dov cosa perché chi se ancora già ieri oggi giorni "
    "settimana ciao buongiorno salve grazie favore prego ordine pacco consegna consegnato fattura "
    "rimborso reso prodotto arrivato ricevuto vorrei posso potete devo voglio niente questo questa "
    "soldi aiuto nel nella sul sulla ci vi anche dopo fa mai quanto tempo tutto mille sempre solo "
    "quale quali gentile account richiesta squadra essere",
    "pt": "o a os as um uma de do da dos das e é são nós você vocês seu sua nosso nossa para que em com não "
    "se por no na nos nas ao à temos está estou mais como meu minha meus me eu tu te foi era fui ser "
    "muito mas quando onde qual porque quem sim já ainda desde há dias semana ontem hoje olá oi bom "
    "boa tarde dia obrigado obrigada favor pedido encomenda pacote entrega entregue fatura reembolso "
    "devolução conta senha produto chegou recebi quero gostaria preciso posso podem tenho nada isto "
    "este esta dinheiro ajuda até pela pelo quanto tempo demora tudo sempre também só muita muitas "
    "equipe equipa vou vai ou ter lhe",
    "nl": "de het een van en is zijn was wij we u uw ons onze voor dat die in op met te niet er bij aan "
    "wordt worden hebben heb heeft had ik mijn mij me je jij jullie maar als waar wanneer hoe waarom "
    "wat wie kan kunt kunnen wil graag nog al sinds na ook geen zeer heel alstublieft bedankt dank "
    "hallo goedendag beste bestelling besteld pakket pakketje levering geleverd bezorgd factuur "
    "rekening terugbetaling retour ontvangen aangekomen kapot geld terug vandaag gisteren week weken "
    "dagen naar om uit over door dit deze of zo steeds veel hoeveel lang hartelijk dan nooit team "
    "verzoek zal zullen",
    "af": "die en is nie het van in n ek my jy u ons met vir wat op te om dit aan by wees was sal kan maar "
    "of as ook nog net baie waar wanneer hoekom hoe asseblief dankie hallo goeie bestelling pakkie "
    "aflewering faktuur terugbetaling rekening produk gekry aangekom dae week weke gister vandag geld "
    "terug hulp wil hierdie jou julle sy",
    "pl": "i w we na z ze do nie się to jest są był było być że o od po za dla przez przy jak co czy kiedy "
    "gdzie dlaczego kto ale lub albo już jeszcze tylko bardzo mój moja moje mojego moją mi mnie ja "
    "pan pani państwo państwa nasz nasza naszego nam nas my ten ta tego tej tym które który która "
    "jego ich mam ma mogę można proszę dziękuję dziękujemy dzień dobry witam cześć zamówienie "
    "zamówienia zamówiłem paczka paczkę paczki przesyłka dostawa faktura fakturę zwrot konto konta "
    "hasło produkt dni tygodni tydzień wczoraj dzisiaj dotarła otrzymałem chcę chciałbym pomoc "
    "pieniądze oraz aby wszystko nigdy zawsze ile zespół będzie zostało",
    "sv": "och i att det som en ett på är av för med den till inte har de om var jag vi du ni er ert era "
    "vår vårt våra min mitt mina mig dig sig han hon man kan ska skulle vill när hur varför vad vem "
    "men eller så också från här där bara mycket inga inget ingen tack hej god snälla beställning "
    "beställt beställde paket paketet leverans levererad faktura återbetalning retur konto lösenord "
    "produkt fått kommit dagar vecka veckor sedan igår idag ännu fortfarande pengar tillbaka hjälp "
    "efter vid eftersom behöver ut in upp blev blir köpt köpte skickat betalat fel gör går team alla",
    "da": "og i at det som en et på er af for med den til ikke har de om var jeg vi du jer jeres vores min "
    "mit mine mig dig sig han hun man kan skal skulle vil hvornår hvor hvordan hvorfor hvad hvem men "
    "eller så også fra her der kun meget ingen intet tak hej god venligst bestilling bestilt ordre "
    "pakke pakken levering leveret faktura tilbagebetaling retur konto adgangskode produkt fået "
    "modtaget kommet dage uge uger siden går dag endnu stadig penge tilbage hjælp efter ved fordi "
    "noget nogen nu ud ind op blev bliver købt købte sendt betalt forkert gør længere fejl ønsker hos "
    "mange kunne",
    "no": "og i å at det som en et ei på er av for med den til ikke har de om var jeg vi du dere deres vår "
    "vårt våre min mitt mine meg deg seg han hun man kan skal skulle vil når hvor hvordan hvorfor hva "
    "hvem men eller så også fra her der bare kun veldig mye ingen ingenting takk hei god vennligst "
    "bestilling bestilt ordre pakke pakken pakka levering levert faktura refusjon tilbakebetaling "
    "retur konto passord produkt fått mottatt kommet dager uke uker siden går dag ennå fortsatt "
    "penger tilbake hjelp etter ved fordi noe noen nå ut inn opp ble blir kjøpt kjøpte sendt betalt "
    "feil gjør lenger ønsker hos mange kunne",
    "is": "og er að í á ekki það sem við um með til fyrir en ég þú þið ykkar okkar mín mitt minn mér þér "
    "hvar hvenær hvernig hvað hver af frá var hef hefur eru þetta þessi takk halló góðan daginn "
    "pöntun pöntunin pakkinn pakki sending reikningur endurgreiðsla vara vöruna dögum vikur síðan gær "
    "dag enn fékk vil get",
    "fi": "ja on ei että se hän me te minä sinä he ovat oli olen olemme ole olla mutta tai kun jos niin "
    "myös vain nyt jo vielä kuin mitä missä milloin miksi miten kuka minun sinun teidän meidän tämä "
    "tämän tätä joka jonka kanssa mukaan sekä en emme hei moi kiitos kiitoksia terve päivää tilaus "
    "tilauksen tilaukseni tilasin paketti pakettini paketin toimitus lasku laskun palautus hyvitys "
    "tili tilini salasana tuote saapunut tullut saanut viikko viikkoa sitten eilen tänään rahat "
    "takaisin apua haluan haluaisin voitteko voinko olisi ollut hyvin kaikki ystävällisin terveisin "
    "paljon vastaus viesti tiimi teille teitä meille",
    "et": "ja on ei et see ta me te mina minu mulle ma oli olen oleme ole aga või kui siis ka ainult nüüd "
    "juba veel kuidas mis kus millal miks kes teie meie teile meile selle oma koos tere päevast aitäh "
    "täname palun tellimus tellimuse tellisin pakk pakki saadetis tarne arve arvet tagastus "
    "tagasimakse konto parool toode päeva nädal nädalat tagasi eile täna kätte saanud jõudnud soovin "
    "tahan abi raha väga kas",
    "lt": "ir yra ne į iš su kad tai kaip bet ar arba jau dar tik labai mano man aš jūs jūsų mes mūsų jums "
    "mums kur kada kodėl kas buvo nuo iki per už apie prie po ačiū dėkojame labas laba diena sveiki "
    "prašau užsakymas užsakymą užsakymo siunta siuntinys pristatymas sąskaita sąskaitą grąžinimas "
    "pinigus pinigai prekė prekės paskyra dienas savaitę savaites vakar šiandien gavau negavau atvyko "
    "noriu norėčiau pagalba vis",
    "lv": "un ir nav no uz ar ka tas kā bet vai jau vēl tikai ļoti mans mana manu man es jūs jūsu mēs mūsu "
    "jums mums kur kad kāpēc kas bija par pēc līdz pie paldies sveiki labdien lūdzu pasūtījums "
    "pasūtījumu paciņa sūtījums piegāde rēķins rēķinu atmaksa nauda naudu prece preci konts parole "
    "dienas nedēļas nedēļu vakar šodien saņēmu neesmu esmu vēlos gribu palīdzību joprojām",
    "cs": "a v ve na je se že s z ze do to ne není jsem jsme jste jsou byl byla bylo by být jak co kdy kde "
    "proč kdo ale nebo už ještě jen velmi můj moje mého mou mi mě já vy vám vás váš vaše vaši náš "
    "naše nám nás my ten ta tento tato které který která pro při po od za o k ke si mám máte mohu "
    "můžete prosím děkuji děkujeme dobrý den ahoj zdravím objednávka objednávku objednávky objednal "
    "balíček balík zásilka doručení faktura fakturu vrácení účet heslo zboží výrobek dní dny týden "
    "týdny včera dnes dorazil dorazila nedorazil obdržel chci chtěl pomoc peníze zpět také aby "
    "nedorazila nepřišel nepřišla moc hodně neustále tým vaší našeho dotaz",
    "sk": "a v vo na je sa že s so z zo do to nie som sme ste sú bol bola bolo by byť ako čo kedy kde prečo "
    "kto ale alebo už ešte len veľmi môj moja moje môjho moju mi ma ja vy vám vás váš vaša vaše vašu "
    "náš naša naše nám nás my ten tá tento táto ktoré ktorý ktorá pre pri po od za o k ku si mám máte "
    "môžem môžete prosím ďakujem ďakujeme dobrý deň ahoj zdravím objednávka objednávku objednávky "
    "objednal balík zásielka doručenie faktúra faktúru vrátenie účet heslo tovar výrobok dní dni "
    "týždeň týždne včera dnes dorazil neprišiel nedorazila dostal chcem chcel pomoc peniaze späť tiež "
    "aby neprišla nedorazil ďalej veľa tím vašej vášho",
    "sl": "in je v na se da za od do s z ne ni so bil bila bilo biti kako kaj kdaj kje zakaj kdo ali pa že "
    "še samo zelo moj moja moje mojega mi me jaz vi vam vas vaš vaša vaše naš naša nam nas ta to ki "
    "po pri iz o sem smo ste imam lahko prosim hvala pozdravljeni dober dan lep živjo naročilo "
    "naročila naročil paket pošiljka dostava račun vračilo denar geslo izdelek dni teden tedna tednov "
    "včeraj danes prispel prejel dobil želim rad pomoč nazaj ker tudi vendar",
    "hr": "i u je na se da za od do s sa ne nije su bio bila bilo biti kako što kada kad gdje zašto tko ali "
    "ili već još samo vrlo jako moj moja moje mog moju mi me ja vi vam vas vaš vaša vaše vašu naš "
    "naša nam nas ovaj ova to koji koja koje po pri iz o k li sam smo ste imam mogu možete molim "
    "hvala poštovani dobar dan pozdrav narudžba narudžbu narudžbe naručio naručila paket pošiljka "
    "pošiljku dostava račun povrat novac novca lozinka proizvod dana tjedna tjedan tjedana jučer "
    "danas stigao stigla primio dobio želim htio pomoć natrag također sve nikad puno tim zahtjev",
    "bs": "i u je na se da za od do s sa ne nije su bio bila bilo biti kako šta kada kad gdje zašto ko ali "
    "ili već još samo veoma jako moj moja moje mog moju mi me ja vi vam vas vaš vaša vaše vašu naš "
    "naša nam nas ovaj ova to koji koja koje po pri iz o k li sam smo ste imam mogu možete molim "
    "hvala poštovani dobar dan pozdrav narudžba narudžbu narudžbe naručio naručila paket pošiljka "
    "pošiljku dostava račun povrat novac novca lozinka proizvod dana sedmica sedmice sedmicu jučer "
    "danas stigao stigla primio dobio želim htio pomoć nazad također sve nikad puno tim zahtjev",
    "sr": "i u je na se da za od do s sa ne nije su bio bila bilo biti kako šta kada kad gde zašto ko ali "
    "ili već još samo veoma vrlo moj moja moje mog moju mi me ja vi vam vas vaš vaša vaše vašu naš "
    "naša nam nas ovaj ova to koji koja koje po pri iz o k li sam smo ste imam mogu možete molim "
    "hvala poštovani dobar dan pozdrav zdravo porudžbina porudžbinu porudžbine naručio naručila paket "
    "pošiljka pošiljku dostava isporuka račun povraćaj novac novca lozinka proizvod dana nedelja "
    "nedelje nedelju juče danas stigao stigla primio dobio želim hoću pomoć nazad takođe и у је на се "
    "да за од до с са не није су био била било бити како шта када кад где зашто ко али или већ још "
    "само веома врло мој моја моје мог моју ми ме ја ви вам вас ваш ваша ваше вашу наш наша нам нас "
    "овај ова то који која које по при из о к ли сам смо сте имам могу можете молим хвала поштовани "
    "добар дан здраво поздрав поруџбина поруџбину поруџбине наручио наручила пакет пошиљка пошиљку "
    "достава испорука рачун повраћај новац новца лозинка производ дана недеља недеље недељу јуче "
    "данас стигао стигла стигло примио добио желим хоћу помоћ назад такође sve nikad puno tim zahtev "
    "све никад пуно тим захтев",
    "ro": "și în la de pe cu nu este e sunt era a al ale ai am ați au fost o un una unei unui că ca să se "
    "din pentru prin care ce când unde cum cine dar sau dacă mai foarte doar încă deja meu mea mei "
    "mele mi îmi eu noi voi dumneavoastră dvs vă vi ne noastră nostru noastre acest această aceasta "
    "lui după vreau doresc aș pot puteți rog mulțumesc mulțumim bună ziua salut comanda comandă "
    "comenzii colet coletul livrare livrat factura factură retur cont contul parola produs produsul "
    "ajuns primit zile săptămâni săptămână ieri azi bani banii înapoi ajutor mult multe tot toate "
    "echipa cerere",
    "hu": "a az és nem is hogy van vannak volt egy ez ezt azt meg de vagy ha csak már még mert mint nagyon "
    "itt ott én te ő mi ti ők önök ön önnek önöknek nekem nekünk engem minket sem kell lehet lesz "
    "mikor hol miért hogyan ki mit köszönöm köszönjük kérem kérjük szia helló üdvözlöm üdvözlettel jó "
    "napot tisztelt rendelés rendelésem rendelését rendelést rendeltem csomag csomagom csomagot "
    "szállítás kiszállítás számla számlát számlám visszatérítés visszaküldés fiók fiókom jelszó "
    "termék terméket megérkezett érkezett kaptam napja hete hét tegnap ma pénzt pénzem vissza "
    "segítség segítsenek szeretném szeretnék tudok tudja után alatt minden sok csapat kérését nincs "
    "válasz",
    "tr": "ve bir bu da de ile için değil var yok mi mı mu mü ne nerede nasıl neden niçin zaman kim ama "
    "veya ya daha çok en gibi kadar sonra önce ben benim bana beni biz bizim bize siz sizin size sizi "
    "sen o olarak olan oldu ki hala hâlâ henüz hiç şu her merhaba selam günler iyi teşekkürler "
    "teşekkür ederim ederiz lütfen rica sipariş siparişim siparişimi siparişiniz verdim paket paketim "
    "kargo kargom teslimat teslim edildi fatura faturam iade para paramı hesap hesabım hesabıma şifre "
    "ürün ürünü geldi gelmedi ulaşmadı aldım gün gündür hafta haftadır dün bugün istiyorum bekliyorum "
    "yardım tarafından zamanda ekibimiz talebiniz mesajınız",
    "az": "və bir bu də da ilə üçün deyil var yox mi mı nə harada necə niyə kim amma ya daha çox mən mənim "
    "mənə biz bizim sizin sizə siz hələ salam təşəkkür edirəm zəhmət olmasa sifariş sifarişim "
    "sifarişiniz bağlama bağlamam çatdırılma qaimə pul hesab məhsul gün həftə dünən istəyirəm gəlmədi",
    "vi": "và là của có không được cho trong với này đã các những một tôi chúng bạn quý khách ở từ đến khi "
    "nào đâu sao thế nhưng hoặc nếu vì rất vẫn chưa đang sẽ như về lại hơn ra vào tại theo mình em "
    "anh chị xin chào cảm ơn làm vui lòng giúp đơn hàng gói kiện giao nhận hóa hoá hoàn tiền tài "
    "khoản mật khẩu sản phẩm ngày tuần hôm qua nay muốn cần bị hỏng mã gì ai",
    "id": "yang di dan ke dari ini itu dengan untuk pada adalah tidak tak saya kami kita anda kamu dia "
    "mereka sudah belum akan telah bisa dapat ada atau tetapi tapi jika kalau karena juga hanya "
    "sangat masih lagi sebagai oleh dalam apa kapan bagaimana mengapa kenapa siapa mana bahwa agar "
    "nya terima kasih halo hai selamat pagi siang tolong mohon pesanan pesan memesan paket pengiriman "
    "dikirim faktur tagihan pengembalian dana uang akun produk barang sampai tiba menerima diterima "
    "hari minggu kemarin lalu rusak bantu bantuan ingin mau silakan nomor alamat kata sandi semua tim "
    "banyak saja dapatkan terimakasih",
    "ms": "yang di dan ke dari daripada ini itu dengan untuk pada adalah ialah tidak tak saya kami kita "
    "anda awak dia mereka sudah belum akan telah boleh dapat ada atau tetapi tapi jika kalau kerana "
    "juga hanya sangat masih lagi sebagai oleh dalam apa bila bagaimana mengapa kenapa siapa mana "
    "bahawa supaya nya terima kasih hai selamat pagi tolong sila mohon pesanan tempahan memesan "
    "bungkusan penghantaran dihantar invois bil bayaran balik pemulangan wang akaun produk barang "
    "sampai tiba menerima diterima hari minggu semalam lalu rosak bantu bantuan ingin mahu nak nombor "
    "alamat kata laluan semua pasukan banyak sahaja saja",
    "tl": "ang ng sa na at ay mga ko mo ka ako ikaw kayo kami namin natin inyo ninyo niyo aking iyong hindi "
    "po opo ba pa lang rin din kung pero dahil para ito iyan yung nasaan saan kailan bakit paano ano "
    "sino salamat kumusta magandang umaga hapon paki pakete nakatanggap natanggap dumating wala araw "
    "linggo kahapon ngayon gusto tulong pera",
    "sw": "na ya wa kwa ni katika la za cha si hii hiyo huu yangu wangu langu yako wako yetu wetu mimi wewe "
    "sisi nini wapi lini kwanini vipi nani lakini au kama bado sana tu pia tafadhali asante habari "
    "hujambo agizo oda kifurushi mzigo malipo ankara pesa akaunti bidhaa siku wiki jana leo nimepokea "
    "sijapokea nataka naomba msaada kuhusu",
    "ca": "el la els les un una de del dels d l i és son són nosaltres vostè vostra vostre seu seva nostre "
    "nostra per que què en amb no es se ho li al als hem està estan estic més com meu meva em jo et "
    "he ha han estat era molt però quan on perquè qui si sí ja encara des fa dies setmana ahir avui "
    "hola bon bona dia gràcies plau comanda paquet enviament lliurament factura reemborsament "
    "devolució compte contrasenya producte arribat rebut vull voldria necessito puc poden tinc res "
    "això aquest aquesta diners ajuda pel pels quant molta moltes tot tots temps mai també equip",
    "sq": "dhe në e të i që është nuk për me nga një si por ose kur ku pse kush unë ju jam jemi janë kam "
    "keni ka im ime tim juaj tuaj jonë tonë tek më shumë vetëm ende akoma sot dje faleminderit "
    "përshëndetje mirëdita lutem porosia porosinë porosi pakoja paketa dërgesa faturë rimbursim "
    "llogaria produkt produkti ditë javë mbërritur marrë dua ndihmë mund",
    "ru": "и в во не на я что с со по как это из за к ко от до для у о об но или а же бы ли уже еще ещё "
    "только очень мой моя мое моё мои моего мне меня мы вы вам вас ваш ваша ваше вашего ваши наш наша "
    "нам нас он она они этот эта где когда почему кто был была было быть есть нет если при чтобы "
    "который здравствуйте привет добрый день спасибо пожалуйста заказ заказа заказал заказала посылка "
    "посылку доставка товар счет счёт возврат деньги аккаунт пароль дней неделю недели вчера сегодня "
    "пришел пришёл пришла получил получила хочу можете могу помогите все всё никогда так также "
    "команда запрос",
    "uk": "і в у не на я що з із зі по як це за до від для о про але або а ж би чи вже ще тільки дуже мій "
    "моя моє мої мого мені мене ми ви вам вас ваш ваша ваше вашого ваші наш наша нам нас він вона "
    "вони цей ця де коли чому хто був була було бути є немає якщо при щоб який та так також вітаю "
    "привіт добрий день дякую дякуємо будь ласка замовлення замовив замовила посилка посилку доставка "
    "товар рахунок повернення кошти гроші пароль днів тиждень тижні вчора сьогодні прийшло прийшла "
    "надійшло отримав отримала хочу можете можу допоможіть все ніколи команда запит швидко",
    "be": "і ў не на я што з па як гэта за да ад для але або ці ужо яшчэ толькі вельмі мой мая маё мне мяне "
    "мы вы вам вас дзе калі чаму хто быў была дзякуй вітаю добры дзень ласка заказ пасылка грошы дзён "
    "тыдзень",
    "bg": "и в във не на аз че с със по като това за до от ли но или а да е са съм сме сте си се ще беше "
    "бил била било има няма вече още само много моят моята моето ми мен ме ние вие ви вас ваш вашата "
    "вашия вашето наш нашия нашата ни той тя те този тази къде кога защо как кой ако при който която "
    "които след здравейте здрасти добър ден благодаря благодарим моля поръчка поръчката поръчах "
    "пратка пратката колет доставка доставката стока фактура фактурата сметка връщане възстановяване "
    "пари парите парола дни седмица седмици вчера днес пристигна пристигнала получих искам може мога "
    "помощ всичко никога бързо екип заявка",
    "mk": "и во не на јас дека со по како ова за до од ли но или а да е се сум сме сте си ќе беше бил била "
    "има нема веќе уште само многу мојата мојот моето ми ме ние вие ви вас вашата вашиот нашиот "
    "нашата ни тој таа тие овој оваа каде кога зошто кој ако при која кои здраво добар ден благодарам "
    "благодариме ве молам нарачка нарачката нарачав пратка пратката достава производ фактура сметка "
    "враќање пари лозинка дена недела недели вчера денес пристигна добив сакам може можам помош",
    "kk": "және бұл мен сіз біз үшін емес бар жоқ қайда қашан неге бірақ менің маған сіздің рахмет "
    "сәлеметсіз бе тапсырыс тапсырысым әлі келген ақша күн апта өтінемін",
    "mn": "бол байна нь энэ миний надад та бид юу хаана хэзээ яагаад баярлалаа сайн уу захиалга илгээмж "
    "мөнгө өдөр хоног ирээгүй байгаа танай манай",
    "ar": "في من على إلى الى عن مع هذا هذه ذلك التي الذي أن ان إن لا لم لن ما هل أنا انا نحن أنت أنتم هو هي "
    "كان كانت قد لقد و أو ثم بعد قبل حتى منذ كل جدا أين اين متى كيف لماذا ماذا لكن لدي لي لكم لك إذا "
    "اذا كما تم يتم يرجى أرجو شكرا مرحبا السلام عليكم طلب طلبي طلبكم الطلب طرد الطرد شحنة الشحنة "
    "التوصيل فاتورة الفاتورة استرداد المبلغ حسابي حساب المنتج أيام يوم أسبوع أسبوعين أمس اليوم وصل "
    "يصل تصل أريد اريد مساعدة رسالتك رسالتكم سوف فريق",
    "fa": "و در به از که این آن را با برای است هست نیست بود شد شده می نمی ها های من ما شما او آنها تا هم یا "
    "اما اگر چه چی کجا کجاست کی چرا چطور چگونه هنوز خیلی فقط بر هر یک بعد قبل پس کنم کنید کرد کرده "
    "کردم دارم ندارم داریم سلام لطفا متشکرم ممنون مرسی تشکر سفارش سفارشم بسته محموله ارسال تحویل "
    "فاکتور بازپرداخت پول حساب رمز محصول کالا روز هفته دیروز امروز رسید نرسیده رسیده دریافت خواهم کمک",
    "ur": "اور میں سے کے کی کا کو ہے ہیں تھا تھی نے پر یہ وہ کہ نہیں کیا ہم آپ مجھے میرا میری میرے ہمارا "
    "ہماری ہمارے تک بھی یا لیکن اگر کب کہاں کیوں کیسے کون ابھی بہت صرف ایک بعد پہلے لیے لئے ہو گا گی "
    "گے رہا رہی رہے ہوں گیا گئی دیا کر کریں کرنا شکریہ سلام براہ کرم مہربانی آرڈر پارسل پیکج ڈیلیوری "
    "انوائس رقم واپسی پیسے اکاؤنٹ پروڈکٹ دن ہفتے ہفتہ کل آج ملا ملی پہنچا چاہتا چاہتی مدد",
    "ps": "او په د له چې دا دی ده نه ته یې زما زه تاسو موږ مننه سلام کله چیرته ولې خو یا سره هم کې ستاسو "
    "زموږ دي شوی مې",
    "hi": "है हैं और में से के की का को ने पर यह वह कि नहीं क्या हम आप मुझे मेरा मेरी मेरे हमारा हमारी "
    "हमारे आपका आपकी आपके तक भी या लेकिन अगर कब कहाँ कहां क्यों कैसे कौन अभी बहुत सिर्फ एक बाद पहले "
    "लिए हो रहा रही रहे हूँ हूं गया गई दिया कर करें था थी धन्यवाद नमस्ते कृपया ऑर्डर पार्सल डिलीवरी "
    "बिल पैसे रिफंड खाता दिन हफ्ते कल आज मिला मिली चाहता चाहती मदद इस मैं",
    "mr": "आहे आहेत आणि मध्ये पासून चा ची चे ला ने हा ही हे की नाही काय आम्ही तुम्ही मला माझा माझी माझे "
    "माझ्या आमचा आमच्या तुमचा तुमच्या पण किंवा जर केव्हा कधी कुठे का कसे कोण अजून खूप फक्त एक नंतर "
    "साठी होते होता झाला झाली केली केले धन्यवाद नमस्कार कृपया ऑर्डर पार्सल पैसे दिवस आठवडे काल आज "
    "मिळाला मिळाले मिळाली मदत तरी",
    "ne": "छ छन् र मा बाट को का की लाई ले यो त्यो कि छैन के हामी तपाईं मलाई मेरो हाम्रो तपाईंको पनि वा तर "
    "यदि कहिले कहाँ किन कसरी अझै धेरै भयो भएको गर्नुहोस् धन्यवाद नमस्ते अर्डर",
}

LETTERS: Final = {
    "fr": "àâæçéèêëîïôœùûüÿ",
    "en": "",
    "de": "äöüß",
    "es": "áéíñóúü",
    "it": "àèéìíòóù",
    "pt": "ãõáâàçéêíóôúü",
    "nl": "éëïóèöü",
    "af": "êëéôûïè",
    "pl": "ąćęłńóśźż",
    "sv": "åäöé",
    "da": "æøåé",
    "no": "æøåéòô",
    "is": "áðéíóúýþæö",
    "fi": "äöå",
    "et": "äõöüšž",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "hr": "čćđšž",
    "bs": "čćđšž",
    "sr": "čćđšžијђљњћџ",
    "ro": "ăâîșțşţ",
    "hu": "áéíóöőúüű",
    "tr": "çğıöşüâîû",
    "az": "çəğıöşü",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "id": "é",
    "ms": "é",
    "tl": "ñ",
    "sw": "",
    "ca": "àçéèíïóòúü",
    "sq": "ëç",
    "ru": "ийёщъыьэюя",
    "uk": "иійїєґщьюя",
    "be": "ійёўыьэюя",
    "bg": "ийщъьюя",
    "mk": "ијѓѕљњќџѐѝ",
    "kk": "ийёщъыьэюяәғқңөұүһі",
    "mn": "ийёщъыьэюяөү",
    "ar": "ةىأإؤئكي",
    "fa": "پچژگکیئأؤ",
    "ur": "پچژگکیٹڈڑںےہھئؤۃۓ",
    "ps": "پچژګکيیټډړښځڅېۍڼئ",
    "hi": "",
    "mr": "ळ",
    "ne": "",
}
"""Of the languages in WORDS, beyond a to z, the Cyrillic ones that all share, and the Arabic ones."""
