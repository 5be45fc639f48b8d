"""General vocabulary of praise and complaint in eleven languages; data of the sentiment estimate.

Words stand without accents, as the text is folded before it is compared. A star matches any ending, an
underscore is a space. Weights: 3 strong, 2 plain, 1 mild, 0 for
phrases whose words must not count, such as greetings.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Vocabulary:
    """One language's words by weight; negators turn a praise near them around, boosters strengthen."""

    negative: dict[int, str]
    positive: dict[int, str]
    negators: str = ""
    boosters: str = ""
    negators_follow: bool = False


WORDS = {
    "en": Vocabulary(
        negative={
            3: "furious outrag* unacceptable disgust* horrible terrible awful scam* fraud* worst appalling "
            "hate* ridiculous nightmare unbearable useless rip-off ripoff lied liar* shameful scandal*",
            2: "upset angry annoy* frustrat* disappoint* crack* broke* break* leak* damag* defect* faulty "
            "fail* complain* poor wrong bad unhappy dissatisf* refuse* ignored nobody_answer* "
            "nobody_has_answer* no_one_answer* no_answer no_reply no_response never_arriv* never_receiv* "
            "not_arriv* not_receiv* not_work* does_not_work doesn't_work didn't_arrive hasn't_arrived "
            "haven't_received fed_up waste* sick_of tired_of smash* torn scratch* stain* rude incompeten* "
            "overcharg* charged_twice lost missing unusable",
            1: "problem* issue* late delay* still_waiting unfortunately sorry concern* worr* error* cannot "
            "can't unable slow confus* return_it cancel* dirty noisy",
        },
        positive={
            3: "fantastic excellent wonderful amazing perfect* brilliant outstanding delighted thrilled "
            "superb love* awesome flawless impeccable",
            2: "great happy pleased satisf* good nice thankful grateful enjoy* recommend* impress* "
            "beautiful friendly helpful quick* fast smooth* well_done thank_you_so_much many_thanks",
            1: "thank* thanks appreciate* solved works_well resolved kind_regards fine acceptable",
            0: "good_morning good_afternoon good_evening good_day good_night",
        },
        negators="not no never n't don't doesn't didn't isn't wasn't aren't won't can't cannot without "
        "hardly neither nor",
        boosters="really very extremely so absolutely totally completely utterly truly too",
    ),
    "fr": Vocabulary(
        negative={
            3: "furieu* inadmissible* inacceptable* scandal* horrible* honteu* arnaque* escroc* pire "
            "catastroph* degout* lamentable* intolerable* nul nulle deplorable* inutilisable* voleurs",
            2: "decu* deception mecontent* fache* colere enerv* casse* abime* endommage* defectueu* "
            "fissure* fuit en_panne ne_fonctionne_pas ne_marche_pas fonctionne_plus marche_plus mauvais* "
            "erreur* plainte* personne_ne_repond* aucune_reponse sans_reponse jamais_recu jamais_arrive* "
            "rien_recu pas_recu pas_arrive* marre ras-le-bol insatisf* bloque* perdu* manque* raye* "
            "debite_deux_fois impossible incompetent*",
            1: "probleme* retard* malheureusement dommage attends_toujours inquiet* souci* lent* annul* "
            "difficile*",
        },
        positive={
            3: "fantastique* excellent* parfait* magnifique* merveilleu* genial* ravi* enchante* "
            "formidable* superbe* impeccable* adore*",
            2: "content* satisfait* heureu* super bravo agreable* recommande* rapide* efficace* felicit* "
            "beau belle merci_beaucoup merci_infiniment mille_mercis grand_merci",
            1: "merci* bien resolu* sympa* aimable*",
        },
        negators="ne n' pas jamais aucun aucune sans plus rien ni",
        boosters="tres vraiment tellement extremement trop absolument totalement si",
    ),
    "es": Vocabulary(
        negative={
            3: "furios* inaceptable* horrible* terrible* pesim* estafa* verguenza indigna* peor asco fraude* "
            "intolerable* lamentable* inservible*",
            2: "enfadad* molest* enojad* decepcion* roto* rota* rompi* danad* defectuos* averiad* "
            "no_funciona* mal malo mala queja* nadie_respond* nadie_contest* nadie_me_* sin_respuesta "
            "no_ha_llegado no_llego no_llega nunca_llego no_he_recibido no_recibi cansad* hart* "
            "insatisfech* perdid* falta cobrado_dos_veces equivocad* incorrect* gotea agrietad*",
            1: "problema* retras* tarda* demora* lamentablemente desgraciadamente todavia_espero "
            "preocupad* error* lento* no_puedo cancelar",
        },
        positive={
            3: "fantastic* excelente* perfect* maravillos* increible* encantad* genial* magnific* impecable* "
            "estupend* me_encanta*",
            2: "content* feliz felices satisfech* bueno buena buen* bonit* recomiend* rapid* eficien* "
            "muchisimas_gracias muchas_gracias mil_gracias alegr* volvere_a_comprar antes_de_lo_previsto",
            1: "gracias bien amable* resuelt* agradec*",
            0: "buenos_dias buenas_tardes buenas_noches",
        },
        negators="no nunca jamas sin tampoco ni nada",
        boosters="muy realmente muchisimo tan extremadamente totalmente demasiado",
    ),
    "de": Vocabulary(
        negative={
            3: "wutend* unverschamt* inakzeptabel* furchtbar* schrecklich* katastroph* betrug* frechheit "
            "schlimmst* unmoglich* unertraglich* skandal* saumassig emport*",
            2: "verargert* argerlich* enttausch* kaputt* defekt* beschadigt* zerbroch* rissig* riss "
            "undicht* funktioniert_nicht geht_nicht schlecht* falsch* beschwer* niemand_antwort* "
            "keine_antwort nicht_angekommen nie_angekommen nicht_erhalten sauer genervt unzufrieden* "
            "mangel* mangelhaft* verloren* unbrauchbar* doppelt_abgebucht zu_viel_berechnet",
            1: "leider problem* verspat* verzoger* warte_noch fehler* sorge* langsam* nichts_neues schade "
            "fehlt stornier*",
        },
        positive={
            3: "fantastisch* ausgezeichnet* hervorragend* perfekt* wunderbar* begeister* grossartig* super "
            "toll* einwandfrei* liebe_es",
            2: "zufrieden* glucklich* gut gute guter gutes freue* schon* empfehle* schnell* freundlich* "
            "vielen_dank herzlichen_dank hilfreich*",
            1: "danke* dank gern* gelost*",
            0: "guten_tag schonen_tag",
        },
        negators="nicht kein keine keinen keiner nie niemals ohne weder kaum",
        boosters="sehr wirklich total absolut ausserst so extrem vollig",
    ),
    "it": Vocabulary(
        negative={
            3: "furios* inaccettabil* orribil* terribil* pessim* truffa* vergogn* scandal* peggior* schif* "
            "intollerabil* disastro*",
            2: "arrabbiat* delus* rott* danneggiat* difettos* guast* non_funziona* non_va male cattiv* "
            "sbagliat* reclamo* nessuno_rispond* nessuno_ha_rispost* nessuna_risposta non_e_arrivat* "
            "mai_arrivat* non_arriva non_ho_ricevut* stanc* insoddisfatt* pers* manca crepat* perde "
            "addebitato_due_volte",
            1: "problem* ritard* purtroppo aspetto_ancora preoccupat* errore* lent* non_riesco annull*",
        },
        positive={
            3: "fantastic* eccellent* perfett* meraviglios* ottim* splendid* entusiast* impeccabil* "
            "bellissim* adoro",
            2: "content* felic* soddisfatt* buon_lavoro brav* bell* consiglio rapid* veloc* efficient* "
            "gentilissim* grazie_mille tante_grazie molte_grazie",
            1: "grazie bene gentil* risolt*",
        },
        negators="non mai senza nessun nessuna ne",
        boosters="molto davvero veramente estremamente troppo tanto cosi",
    ),
    "pt": Vocabulary(
        negative={
            3: "furios* inaceit* horrivel* terrivel* pessim* golpe fraude* vergonha indignad* pior absurd* "
            "nojo intoleravel lamentavel",
            2: "chatead* irritad* zangad* decepcion* dececion* quebrad* partid* estragad* danificad* "
            "avariad* defeituos* nao_funciona* mau ma ruim mal reclama* ninguem_respond* sem_resposta "
            "nao_chegou nunca_chegou nao_recebi cansad* fart* insatisfeit* perdid* falta "
            "cobrado_duas_vezes cobrad*_duas_vezes errad* vaza*",
            1: "problema* atras* demora* infelizmente ainda_espero preocupad* erro* lent* nao_consigo "
            "cancelar",
        },
        positive={
            3: "fantastic* excelente* perfeit* maravilhos* incrivel* otim* encantad* magnific* impecavel* "
            "adorei adoro",
            2: "contente* feliz felizes satisfeit* bom boa_qualidade bonit* recomendo rapid* eficien* "
            "muito_obrigad* muitissimo_obrigad* alegr*",
            1: "obrigad* bem gentil* resolvid* agradec*",
            0: "bom_dia boa_tarde boa_noite",
        },
        negators="nao nunca jamais sem nem nada",
        boosters="muito realmente extremamente tao demais totalmente",
    ),
    "ar": Vocabulary(
        negative={
            3: "غاضب* فظيع* سيئ_جدا كارث* احتيال نصب اسوا مخز* فضيح* غير_مقبول*",
            2: "مستاء* منزعج* محبط* خيبه سيئ* مكسور* معطل* تالف* عيب معيب* لا_يعمل لا_تعمل لم_يصل لم_تصل "
            "لم_استلم لم_يرد لا_احد_يرد شكوي خاطئ* ضاع مفقود* متضرر*",
            1: "تاخ* للاسف مشكل* متاخر* قلق* خطا بطيء* انتظر* مازلت_انتظر",
        },
        positive={
            3: "رائع* ممتاز* مذهل* مثالي* خرافي*",
            2: "سعيد* راض* مسرور* جميل* جيد* احسنت سريع* شكرا_جزيلا انصح*",
            1: "شكرا* اشكر* ممتن* لطيف*",
        },
        negators="لا لم لن ليس ليست غير ما بدون",
        boosters="جدا كثيرا للغايه تماما",
    ),
    "hi": Vocabulary(
        negative={
            3: "बेहद_खराब भयानक* घटिया धोखा* धोखेबाज* शर्मनाक अस्वीकार्य असहनीय बकवास",
            2: "नाराज* गुस्सा परेशान* निराश* खराब टूटा टूटी टूटे टूट ख़राब बेकार गलत ग़लत शिकायत* नहीं_मिला "
            "नहीं_मिली नहीं_आया नहीं_पहुंचा काम_नहीं जवाब_नहीं दुखी",
            1: "समस्या* देर देरी दिक्कत* अफसोस दुर्भाग्य* चिंता* इंतजार इंतज़ार",
        },
        positive={
            3: "शानदार बेहतरीन उत्कृष्ट अद्भुत लाजवाब कमाल बहुत_खुश",
            2: "खुश संतुष्ट* अच्छा अच्छी अच्छे सुंदर बढ़िया हल_कर बहुत_धन्यवाद जल्दी खुशी",
            1: "धन्यवाद शुक्रिया आभार* मदद ठीक",
        },
        negators="नहीं न ना मत बिना",
        boosters="बहुत बेहद अत्यंत काफी बड़ी",
        negators_follow=True,
    ),
    "ja": Vocabulary(
        negative={
            3: "最悪 ひどい 酷い 許せ 詐欺 怒って 憤 ありえない 二度と",
            2: "残念 不満 壊れ 故障 割れ 破損 不良 動かな 動きませ 出ません 出ない 使えな 使えませ 届かな "
            "届きませ 届いていませ 届いていな 返事がな 返事があり 連絡がな 困って 腹が立 がっかり 間違 傷 "
            "汚れ 苦情 クレーム",
            1: "問題 遅れ 遅い 遅延 心配 不安 まだ エラー できませ できな",
        },
        positive={
            3: "最高 素晴らし すばらし 大満足 感動 完璧 大好き",
            2: "嬉し うれし 満足 気に入 良い よかった 良かった 綺麗 きれい 楽し おすすめ 早く届 "
            "本当にありがと",
            1: "ありがと 感謝 助かり 親切",
        },
        negators="ない ません なかった ず",
        boosters="とても 非常に 本当に すごく 大変 かなり",
        negators_follow=True,
    ),
    "ko": Vocabulary(
        negative={
            3: "최악 끔찍 사기 용납 화가_납 화가_나 화나 분노 형편없",
            2: "실망 불만 고장 깨졌 깨져 부서 파손 불량 작동하지 안_됩 안_돼 안돼 오지_않 도착하지 받지_못 "
            "답변이_없 답장이_없 연락이_없 짜증 잘못 불쾌 속상",
            1: "문제 늦 지연 걱정 아직 오류 아쉽 불편",
        },
        positive={
            3: "최고 훌륭 완벽 환상 대만족 감동",
            2: "만족 기쁘 기뻐 좋아 좋은 좋습 행복 마음에_들 추천 빠르 예쁘 정말_감사",
            1: "감사 고맙 친절 도움",
        },
        negators="않 안 못 없",
        boosters="정말 매우 너무 아주 굉장히 무척",
        negators_follow=True,
    ),
    "zh": Vocabulary(
        negative={
            3: "愤怒 憤怒 气死 氣死 骗子 騙子 欺骗 欺騙 太差 糟糕透 无法接受 無法接受 不能接受 垃圾 恶劣 "
            "惡劣 可恶 忍无可忍",
            2: "生气 生氣 失望 不满 不滿 坏了 壞了 坏的 损坏 損壞 破损 破損 裂 漏水 故障 没用 不能用 "
            "无法使用 無法使用 没有收到 没收到 沒有收到 沒收到 还没到 還沒到 没人回 没有人回 沒有人回 "
            "没有回复 投诉 投訴 错误 错了 糟糕 差劲 难过 難過",
            1: "问题 問題 延迟 延遲 太慢 迟到 遲 担心 擔心 遗憾 遺憾 抱歉 麻烦 麻煩",
        },
        positive={
            3: "太棒 非常棒 完美 优秀 優秀 出色 非常满意 非常滿意 非常喜欢 非常喜歡 极好",
            2: "满意 滿意 喜欢 喜歡 高兴 高興 开心 開心 很好 不错 不錯 推荐 推薦 很快 漂亮 非常感谢 非常感謝",
            1: "谢谢 謝謝 感谢 感謝 解决了 解決了",
        },
        negators="不 没 沒 未 无 無",
        boosters="非常 很 太 十分 极 特别 真",
    ),
}
