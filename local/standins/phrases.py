"""The sentences that replies are made of, in the languages that the stand-in can write; data.

A reply is greeting, opening by sentiment, next step by category, deadline, notice, closing: 85 to 115 words
in every combination. None of them offers a gesture.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """One language's sentences. Openings by tone, steps by category."""

    greeting: str
    greeting_named: str
    openings: dict[str, str]
    steps: dict[str, str]
    deadline: str
    deadline_hours: str
    deadline_hour: str
    notice: str
    closing: str
    closing_company: str


PHRASES = {
    "en": Phrases(
        greeting="Hello,",
        greeting_named="Hello {name},",
        openings={
            "strong": "We are truly sorry for what happened, and we understand how upsetting it is. Your "
            "request goes to the top of our list right now.",
            "negative": "We are sorry for the trouble this has caused you, and we thank you for telling us "
            "about it so clearly and in detail.",
            "mixed": "Thank you for your frank message: we are glad about what went well, and sorry about "
            "what did not go as you expected.",
            "neutral": "Thank you for your message. We have read it carefully, and here is how we are "
            "going to take care of it from now on.",
            "positive": "Thank you very much for your kind message. It made our day, and the whole team is "
            "delighted to read that you are satisfied.",
        },
        steps={
            "delivery": "Our logistics colleagues are checking the route of your parcel with the carrier. "
            "We will then write to you with its exact position and the delivery date to expect.",
            "product": "Please keep the item and its packaging, and take two photographs of what you see. A "
            "technician will study them and write to you with the solution that fits best.",
            "refund": "We are opening your return file and checking your payment. You will then receive "
            "the steps to follow, the return label if one is needed, and the expected date.",
            "account": "We are checking the state of your account. Meanwhile please try once more from the "
            "sign-in page, and never share your password with anyone, not even with our team.",
            "billing": "Our accounting colleagues are comparing your invoice with the payments that we "
            "received. We will then write to you with a detailed statement and correct whatever needs "
            "correcting.",
            "general": "A colleague who knows this subject well is reading your message now, will gather "
            "what is needed, and will write to you with a complete answer to each of your points.",
        },
        deadline="You will hear from us as soon as we know more, at the address that you gave us.",
        deadline_hours="You will hear from us within {hours} hours at the latest, at the address that you "
        "gave us.",
        deadline_hour="You will hear from us within one hour at the latest, at the address that you gave us.",
        notice="This reply was written by the local stand-in, from ready-made phrases, and not by a "
        "language model.",
        closing="With kind regards, your support team",
        closing_company="With kind regards, the {company} support team",
    ),
    "fr": Phrases(
        greeting="Bonjour,",
        greeting_named="Bonjour {name},",
        openings={
            "strong": "Nous sommes sincèrement désolés de ce qui vous arrive et comprenons votre colère. "
            "Votre demande passe dès maintenant avant toutes les autres.",
            "negative": "Nous sommes désolés des désagréments que vous rencontrez, et nous vous remercions "
            "de nous les avoir signalés avec autant de précision.",
            "mixed": "Merci pour votre message sincère : nous sommes heureux de ce qui vous a plu, et "
            "désolés de ce qui ne s'est pas bien passé.",
            "neutral": "Merci pour votre message. Nous l'avons lu avec attention, et voici comment nous "
            "allons nous en occuper à partir de maintenant.",
            "positive": "Merci beaucoup pour votre gentil message. Il nous fait très plaisir, et toute "
            "l'équipe est ravie d'apprendre que vous êtes satisfait de nous.",
        },
        steps={
            "delivery": "Notre service logistique vérifie le parcours de votre colis auprès du "
            "transporteur. Nous vous indiquerons ensuite sa position exacte et la date de livraison à "
            "prévoir.",
            "product": "Merci de conserver l'article et son emballage, et de prendre deux photos de ce que "
            "vous constatez. Un technicien les étudiera et vous proposera la solution la plus adaptée.",
            "refund": "Nous ouvrons votre dossier de retour et vérifions votre paiement. Vous recevrez "
            "ensuite la marche à suivre, l'étiquette de retour si nécessaire, ainsi que la date prévue.",
            "account": "Nous vérifions l'état de votre compte. En attendant, merci de réessayer depuis la "
            "page de connexion, et de ne jamais communiquer votre mot de passe, même à notre équipe.",
            "billing": "Notre service comptable compare votre facture avec les paiements reçus. Nous vous "
            "enverrons ensuite un relevé détaillé et corrigerons tout ce qui doit être corrigé.",
            "general": "Un collègue qui connaît bien ce sujet lit votre message, réunit les éléments "
            "nécessaires, et vous écrira avec une réponse complète à chacun de vos points.",
        },
        deadline="Vous aurez de nos nouvelles dès que nous en saurons plus, à l'adresse que vous nous avez "
        "indiquée.",
        deadline_hours="Vous aurez de nos nouvelles d'ici {hours} heures au plus tard, à l'adresse que "
        "vous nous avez indiquée.",
        deadline_hour="Vous aurez de nos nouvelles d'ici une heure au plus tard, à l'adresse que vous nous "
        "avez indiquée.",
        notice="Cette réponse a été rédigée par le remplaçant local, à partir de phrases toutes faites, et "
        "non par un modèle de langage.",
        closing="Bien cordialement, votre équipe du service client",
        closing_company="Bien cordialement, l'équipe du service client {company}",
    ),
    "es": Phrases(
        greeting="Hola:",
        greeting_named="Hola, {name}:",
        openings={
            "strong": "Sentimos de verdad lo ocurrido y comprendemos su enfado. Su solicitud pasa desde "
            "este mismo momento por delante de todas las demás.",
            "negative": "Sentimos las molestias que esto le ha causado, y le agradecemos que nos lo haya "
            "explicado con tanta claridad y detalle.",
            "mixed": "Gracias por su mensaje tan sincero: nos alegra lo que le ha gustado, y sentimos lo "
            "que no ha salido como usted esperaba.",
            "neutral": "Gracias por su mensaje. Lo hemos leído con atención, y así es como vamos a "
            "ocuparnos de él a partir de este momento.",
            "positive": "Muchas gracias por su amable mensaje. Nos ha alegrado el día, y todo el equipo "
            "está encantado de saber que está usted satisfecho.",
        },
        steps={
            "delivery": "Nuestros compañeros de logística están revisando el recorrido de su paquete con el "
            "transportista. Después le escribiremos con su posición exacta y la fecha de entrega prevista.",
            "product": "Por favor, conserve el artículo y su embalaje, y haga dos fotografías de lo que "
            "observa. Un técnico las estudiará y le escribirá con la solución más adecuada.",
            "refund": "Estamos abriendo su expediente de devolución y revisando su pago. Después recibirá "
            "los pasos que debe seguir, la etiqueta si es necesaria, y la fecha prevista.",
            "account": "Estamos revisando el estado de su cuenta. Mientras tanto, inténtelo otra vez desde "
            "la página de acceso, y no comparta nunca su contraseña, ni siquiera con nuestro equipo.",
            "billing": "Nuestros compañeros de contabilidad están comparando su factura con los pagos "
            "recibidos. Después le enviaremos un estado detallado y corregiremos todo lo que haya que "
            "corregir.",
            "general": "Un compañero que conoce bien este tema está leyendo su mensaje, reunirá lo "
            "necesario y le escribirá con una respuesta completa a cada uno de sus puntos.",
        },
        deadline="Tendrá noticias nuestras en cuanto sepamos más, en la dirección que usted nos ha indicado.",
        deadline_hours="Tendrá noticias nuestras en un plazo máximo de {hours} horas, en la dirección que "
        "usted nos ha indicado.",
        deadline_hour="Tendrá noticias nuestras en un plazo máximo de una hora, en la dirección que usted "
        "nos ha indicado.",
        notice="Esta respuesta la ha escrito el sustituto local, a partir de frases ya preparadas, y no un "
        "modelo de lenguaje.",
        closing="Un cordial saludo, su equipo de atención al cliente",
        closing_company="Un cordial saludo, el equipo de atención al cliente de {company}",
    ),
    "de": Phrases(
        greeting="Guten Tag,",
        greeting_named="Guten Tag {name},",
        openings={
            "strong": "was geschehen ist, tut uns aufrichtig leid, und wir verstehen Ihren Ärger gut. Ihr "
            "Anliegen hat ab sofort Vorrang vor allen anderen Anfragen.",
            "negative": "es tut uns leid, dass Ihnen dadurch Ärger entstanden ist, und wir danken Ihnen, "
            "dass Sie uns alles so genau beschrieben haben.",
            "mixed": "danke für Ihre offene Nachricht: Wir freuen uns über das, was gut war, und bedauern, "
            "was nicht wie von Ihnen erwartet gelaufen ist.",
            "neutral": "vielen Dank für Ihre Nachricht. Wir haben sie aufmerksam gelesen, und so werden "
            "wir uns ab jetzt um Ihr Anliegen kümmern.",
            "positive": "herzlichen Dank für Ihre freundliche Nachricht. Sie hat uns den Tag verschönert, "
            "und das ganze Team freut sich, dass Sie zufrieden sind.",
        },
        steps={
            "delivery": "Unsere Kollegen aus der Logistik prüfen gerade beim Paketdienst den Weg Ihrer "
            "Sendung. Danach schreiben wir Ihnen, wo sie sich genau befindet und wann Sie mit ihr rechnen "
            "können.",
            "product": "Bitte behalten Sie den Artikel mit seiner Verpackung und machen Sie zwei Fotos von "
            "dem, was Sie sehen. Ein Techniker prüft sie und schreibt Ihnen, welche Lösung am besten "
            "passt.",
            "refund": "Wir legen Ihren Rückgabevorgang an und prüfen Ihre Zahlung. Danach erhalten Sie von "
            "uns die nötigen Schritte, falls nötig das Etikett für die Rücksendung, und den "
            "voraussichtlichen Termin.",
            "account": "Wir prüfen gerade den Zustand Ihres Kontos. Bitte versuchen Sie es inzwischen noch "
            "einmal über die Anmeldeseite, und geben Sie Ihr Passwort niemals weiter, auch nicht an unser "
            "Team.",
            "billing": "Unsere Kollegen aus der Buchhaltung vergleichen Ihre Rechnung mit den "
            "eingegangenen Zahlungen. Danach schicken wir Ihnen eine genaue Aufstellung und berichtigen "
            "alles, was zu berichtigen ist.",
            "general": "Eine Kollegin, die sich mit diesem Thema gut auskennt, liest gerade Ihre "
            "Nachricht, trägt das Nötige zusammen und schreibt Ihnen eine vollständige Antwort auf alle "
            "Ihre Punkte.",
        },
        deadline="Sie hören von uns, sobald wir mehr wissen, unter der Adresse, die Sie uns genannt haben.",
        deadline_hours="Sie hören spätestens in {hours} Stunden von uns, unter der Adresse, die Sie uns "
        "genannt haben.",
        deadline_hour="Sie hören spätestens in einer Stunde von uns, unter der Adresse, die Sie uns "
        "genannt haben.",
        notice="Diese Antwort hat der lokale Ersatz aus fertigen Sätzen zusammengestellt, sie stammt nicht "
        "von einem Sprachmodell.",
        closing="Mit freundlichen Grüßen, Ihr Team vom Kundenservice",
        closing_company="Mit freundlichen Grüßen, Ihr Kundenservice von {company}",
    ),
    "it": Phrases(
        greeting="Buongiorno,",
        greeting_named="Buongiorno {name},",
        openings={
            "strong": "siamo davvero dispiaciuti per quanto è accaduto e comprendiamo la sua rabbia. Da "
            "questo momento la sua richiesta passa davanti a tutte le altre.",
            "negative": "ci dispiace per il disagio che tutto questo le ha causato, e la ringraziamo di "
            "averlo descritto con tanta chiarezza e precisione.",
            "mixed": "grazie per il suo messaggio sincero: siamo felici di ciò che le è piaciuto, e ci "
            "dispiace per ciò che non è andato bene.",
            "neutral": "grazie per il suo messaggio. Lo abbiamo letto con attenzione, ed ecco come ce ne "
            "occuperemo a partire da questo momento.",
            "positive": "grazie di cuore per il suo gentile messaggio. Ci ha rallegrato la giornata, e "
            "tutta la squadra è felice di sapere che è soddisfatto.",
        },
        steps={
            "delivery": "I nostri colleghi della logistica stanno verificando con il corriere il percorso "
            "del suo pacco. Poi le scriveremo la sua posizione esatta e la data di consegna prevista.",
            "product": "Conservi per favore l'articolo e il suo imballaggio, e scatti due fotografie di "
            "ciò che vede. Un tecnico le esaminerà e le scriverà con la soluzione più adatta.",
            "refund": "Stiamo aprendo la sua pratica di reso e verificando il pagamento. Poi riceverà i "
            "passi da seguire, l'etichetta per il reso se necessaria, e la data prevista.",
            "account": "Stiamo verificando lo stato del suo account. Nel frattempo riprovi dalla pagina di "
            "accesso, e non comunichi mai la sua password a nessuno, nemmeno alla nostra squadra.",
            "billing": "I nostri colleghi della contabilità stanno confrontando la sua fattura con i "
            "pagamenti ricevuti. Poi le invieremo un estratto dettagliato e correggeremo tutto ciò che va "
            "corretto.",
            "general": "Un collega che conosce bene questo argomento sta leggendo il suo messaggio, "
            "raccoglierà ciò che serve e le scriverà con una risposta completa a ogni suo punto.",
        },
        deadline="Avrà nostre notizie appena ne sapremo di più, all'indirizzo che ci ha gentilmente "
        "indicato.",
        deadline_hours="Avrà nostre notizie al più tardi entro {hours} ore, all'indirizzo che ci ha "
        "gentilmente indicato.",
        deadline_hour="Avrà nostre notizie al più tardi entro un'ora, all'indirizzo che ci ha gentilmente "
        "indicato.",
        notice="Questa risposta è stata scritta dal sostituto locale, a partire da frasi già pronte, e non "
        "da un modello linguistico.",
        closing="Cordiali saluti, la sua squadra del servizio clienti",
        closing_company="Cordiali saluti, la squadra del servizio clienti di {company}",
    ),
    "pt": Phrases(
        greeting="Olá,",
        greeting_named="Olá, {name},",
        openings={
            "strong": "Lamentamos sinceramente o que aconteceu e compreendemos a sua indignação. A partir "
            "deste momento, o seu pedido passa à frente de todos os outros.",
            "negative": "Lamentamos o transtorno que isto lhe causou, e agradecemos que nos tenha "
            "explicado tudo com tanta clareza e tanto detalhe.",
            "mixed": "Obrigado pela sua mensagem sincera: ficamos felizes com o que lhe agradou, e "
            "lamentamos o que não correu como esperava.",
            "neutral": "Obrigado pela sua mensagem. Lemos tudo com atenção, e é assim que vamos tratar do "
            "seu assunto a partir de agora.",
            "positive": "Muito obrigado pela sua mensagem tão simpática. Alegrou o nosso dia, e toda a "
            "equipe está encantada por saber que ficou satisfeito.",
        },
        steps={
            "delivery": "Os nossos colegas da logística estão a verificar com a transportadora o percurso "
            "da sua encomenda. Depois vamos escrever-lhe com a posição exata e a data de entrega "
            "prevista.",
            "product": "Por favor, guarde o artigo e a sua embalagem, e tire duas fotografias do que "
            "observa. Um técnico vai analisá-las e escrever-lhe com a solução mais adequada ao seu caso.",
            "refund": "Estamos a abrir o seu processo de devolução e a verificar o pagamento. Depois vai "
            "receber os passos a seguir, a etiqueta de devolução se for necessária, e a data prevista.",
            "account": "Estamos a verificar o estado da sua conta. Entretanto, tente mais uma vez a partir "
            "da página de acesso, e nunca partilhe a sua senha, nem mesmo com a nossa equipe.",
            "billing": "Os nossos colegas da contabilidade estão a comparar a sua fatura com os pagamentos "
            "recebidos. Depois vamos enviar-lhe um extrato detalhado e corrigir tudo o que for preciso "
            "corrigir.",
            "general": "Um colega que conhece bem este assunto está a ler a sua mensagem, vai reunir o que "
            "é necessário e escrever-lhe com uma resposta completa a cada um dos seus pontos.",
        },
        deadline="Terá notícias nossas assim que soubermos mais, no endereço que nos indicou na sua "
        "mensagem.",
        deadline_hours="Terá notícias nossas no prazo máximo de {hours} horas, no endereço que nos indicou "
        "na sua mensagem.",
        deadline_hour="Terá notícias nossas no prazo máximo de uma hora, no endereço que nos indicou na "
        "sua mensagem.",
        notice="Esta resposta foi escrita pelo substituto local, a partir de frases já prontas, e não por "
        "um modelo de linguagem.",
        closing="Com os melhores cumprimentos, a sua equipe de apoio ao cliente",
        closing_company="Com os melhores cumprimentos, a equipe de apoio ao cliente da {company}",
    ),
    "nl": Phrases(
        greeting="Hallo,",
        greeting_named="Hallo {name},",
        openings={
            "strong": "Het spijt ons oprecht wat er is gebeurd, en we begrijpen uw boosheid goed. Uw "
            "verzoek gaat vanaf nu voor alle andere verzoeken.",
            "negative": "Het spijt ons dat u hierdoor last hebt gehad, en we danken u dat u ons alles zo "
            "duidelijk en uitgebreid hebt verteld.",
            "mixed": "Bedankt voor uw eerlijke bericht: we zijn blij met wat goed ging, en het spijt ons "
            "wat niet liep zoals u had verwacht.",
            "neutral": "Bedankt voor uw bericht. We hebben het aandachtig gelezen, en zo gaan we er vanaf "
            "nu voor u mee aan de slag.",
            "positive": "Hartelijk dank voor uw vriendelijke bericht. Het heeft onze dag goed gemaakt, en "
            "het hele team is blij te lezen dat u tevreden bent.",
        },
        steps={
            "delivery": "Onze collega's van de logistiek gaan bij de vervoerder na welke weg uw pakket "
            "heeft afgelegd. Daarna schrijven we u waar het precies is en wanneer u het kunt verwachten.",
            "product": "Bewaar het artikel en de verpakking alstublieft, en maak twee foto's van wat u "
            "ziet. Een technicus bekijkt ze en schrijft u welke oplossing het beste bij u past.",
            "refund": "We openen uw retourdossier en controleren uw betaling. Daarna ontvangt u van ons de "
            "stappen die u kunt volgen, het retourlabel als dat nodig is, en de verwachte datum.",
            "account": "We controleren de toestand van uw account. Probeer het ondertussen nog een keer "
            "via de inlogpagina, en deel uw wachtwoord nooit met iemand, ook niet met ons eigen team.",
            "billing": "Onze collega's van de boekhouding vergelijken uw factuur met de betalingen die we "
            "hebben ontvangen. Daarna sturen we u een gedetailleerd overzicht en verbeteren we wat "
            "verbeterd moet worden.",
            "general": "Een collega die dit onderwerp goed kent leest nu uw bericht, verzamelt wat er "
            "nodig is en schrijft u daarna een volledig antwoord op elk van uw punten.",
        },
        deadline="U hoort van ons zodra we meer weten, op het adres dat u ons hebt gegeven.",
        deadline_hours="U hoort uiterlijk binnen {hours} uur van ons, op het adres dat u ons hebt gegeven.",
        deadline_hour="U hoort uiterlijk binnen een uur van ons, op het adres dat u ons hebt gegeven.",
        notice="Dit antwoord is geschreven door de lokale vervanger, met kant-en-klare zinnen, en niet "
        "door een taalmodel.",
        closing="Met vriendelijke groet, uw team van de klantenservice",
        closing_company="Met vriendelijke groet, het team van de klantenservice van {company}",
    ),
}
