"""Words of time and number in the languages that Comprehend analyses; data of the entity rules.

An underscore is a space. Month and weekday names are not here: Babel has them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TimeWords:
    """One language's expressions: relative days, the frame around "n units ago", numbers, units."""

    relative: str
    ago: str = ""
    durations: str = ""
    numbers: str = ""
    units: str = ""
    before_month: str = ""


WORDS = {
    "en": TimeWords(
        relative="yesterday today tomorrow tonight last_week this_week next_week last_month this_month "
        "next_month last_year this_year next_year last_weekend this_weekend this_morning this_evening",
        ago="{n} ago",
        durations="days? weeks? months? years? hours? minutes?",
        numbers="two three four five six seven eight nine ten eleven twelve twenty thirty",
        units="e-?mails? items? pieces? pairs? boxes parcels? packages? orders? times calls? letters? "
        "units? people",
        before_month="in since until of last this next by",
    ),
    "fr": TimeWords(
        relative="avant-hier hier aujourd['’]hui demain cette_semaine la_semaine_dernière "
        "la_semaine_prochaine le_mois_dernier ce_mois-ci le_mois_prochain l['’]année_dernière cette_année "
        "ce_matin ce_soir",
        ago="(?:il_y_a|depuis)_{n}",
        durations="jours? semaines? mois ans? années? heures? minutes?",
        numbers="deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente",
        units="e-?mails? courriels? articles? pièces? paires? colis commandes? fois appels? lettres? "
        "personnes?",
        before_month="en de depuis fin début jusqu['’]en",
    ),
    "es": TimeWords(
        relative="anteayer ayer hoy mañana_por_la_mañana esta_semana la_semana_pasada la_próxima_semana "
        "el_mes_pasado este_mes el_año_pasado esta_mañana esta_tarde",
        ago="hace_{n}",
        durations="días? semanas? mes(?:es)? años? horas? minutos?",
        numbers="dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta",
        units="correos? artículos? piezas? pares? paquetes? pedidos? veces llamadas? cartas? personas?",
        before_month="en de desde hasta",
    ),
    "de": TimeWords(
        relative="vorgestern gestern heute übermorgen diese_Woche letzte_Woche nächste_Woche letzten_Monat "
        "diesen_Monat nächsten_Monat letztes_Jahr dieses_Jahr heute_Morgen",
        ago="(?:vor|seit)_{n}",
        durations="Tag(?:en|e)? Wochen? Monat(?:en|e)? Jahr(?:en|e)? Stunden? Minuten?",
        numbers="zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig",
        units="E-?Mails? Artikel Stück Paare? Pakete? Bestellungen Mal Anrufe Briefe Personen",
        before_month="im seit bis Ende Anfang",
    ),
    "it": TimeWords(
        relative="l['’]altro_ieri ieri oggi domani questa_settimana la_settimana_scorsa "
        "la_prossima_settimana il_mese_scorso questo_mese l['’]anno_scorso stamattina stasera",
        ago="{n}_fa",
        durations="giorn[io] settiman[ae] mes[ei] ann[io] or[ae] minut[io]",
        numbers="due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta",
        units="e-?mail articoli pezzi paia pacchi ordini volte chiamate lettere persone",
        before_month="a ad di in da entro",
    ),
    "pt": TimeWords(
        relative="anteontem ontem hoje amanhã esta_semana na_semana_passada a_semana_passada semana_passada "
        "próxima_semana mês_passado este_mês ano_passado esta_manhã",
        ago="(?:há|faz)_{n}",
        durations="dias? semanas? m[êe]s(?:es)? anos? horas? minutos?",
        numbers="dois duas três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta",
        units="e-?mails? artigos? itens peças? pares? pacotes? pedidos? encomendas? vezes chamadas? "
        "cartas? pessoas?",
        before_month="em de desde até",
    ),
    "ar": TimeWords(
        relative="أمس اليوم غداً غدا الأسبوع_الماضي هذا_الأسبوع الأسبوع_القادم الشهر_الماضي هذا_الشهر "
        "العام_الماضي أسبوعين يومين شهرين",
        ago="منذ_{n}",
        durations="أيام يوم أسابيع أسبوع أشهر شهر سنوات سنة ساعات ساعة",
    ),
    "hi": TimeWords(
        relative="आज परसों पिछले_हफ़्ते पिछले_सप्ताह इस_सप्ताह अगले_सप्ताह पिछले_महीने इस_महीने पिछले_साल",
        ago="{n}_पहले",
        durations="दिनों दिन हफ़्ते सप्ताह महीने साल घंटे",
        numbers="दो तीन चार पाँच पांच छह सात आठ नौ दस",
    ),
    "ja": TimeWords(
        relative="一昨日 昨日 今日 明日 先週 今週 来週 先月 今月 来月 去年 昨年 今年 今朝 今晩",
        ago="{n}前",
        durations="日間? 週間 [かヶ]月 年 時間 分",
        numbers="[一二三四五六七八九十]+",
        units="個 件 枚 本 台 足 冊 回 人",
    ),
    "ko": TimeWords(
        relative="그저께 어제 오늘 내일 지난주 이번_주 이번주 다음_주 다음주 지난달 이번_달 이번달 다음_달 "
        "작년 올해",
        ago="{n}_?전",
        durations="일 주일? 개월 달 년 시간 분",
        units="개 건 장 대 켤레 권 번 명",
    ),
    "zh": TimeWords(
        relative="前天 昨天 今天 明天 上周 这周 下周 上週 這週 下週 上个月 这个月 下个月 上個月 這個月 "
        "下個月 去年 今年 明年 上星期 上個星期 上个星期 今早",
        ago="{n}前",
        durations="天 周 週 个星期 個星期 个月 個月 年 小时 小時 分钟",
        numbers="[一二两兩三四五六七八九十]+",
        units="个 個 件 台 双 雙 本 次 封 箱",
    ),
}
