"""The words that name a category, by language: tables for people to review, read by `categories`.

A line begins with a category's name, or with a weight and the beginnings of words or phrases that carry it.
The weight is how surely they name the category, 1 to 5; 7 for a cancellation; 20 for a wish that decides whatever
else is told (money back wins over its reason); negative where they speak against it. A full stop ends a word that has to
stand alone (`app.` is not `apparecchio`), an asterisk opens one that may end a compound (`*rechnung`). Wishes and
defects weigh more than the names of things; what every message about an order says weighs 1 or nothing.
The words were chosen from what the support team sorts, without a look at the messages that measure the rule.
"""

from collections.abc import Mapping
from typing import Final

# Traditional Chinese stands beside simplified under zh.
WORDS: Final[Mapping[str, str]] = {
    "fr": """
delivery
5 où est mon colis, où est ma commande, où se trouve mon, où en est ma, où en est mon, point relais, point retrait, avis de passage, mauvaise adresse de livraison, sonné, interphone, en cours de livraison, retard de livraison, livrée chez, livré chez, laissé chez, livré à la mauvaise, créneau de livraison, livraison prévue
4 livreur, livreuse, transporteur, chronopost, colissimo, mondial relay, coursier, douane, dédouane, entrepôt, suivi de colis, numéro de suivi, lien de suivi, suivi indique, suivi n, suivi dit, jamais arrivé, pas encore arrivé, toujours pas arrivé, n est pas arrivé, pas été livré, jamais été livré, pas livré, jamais livré, colis perdu, perdu mon colis, colis volé, voisin, gardien, concierge, digicode, boîte aux lettres, personne n est venu, personne n est passé, n est jamais venu, n est jamais passé, attendu toute la, attendu tout l, adresse de livraison, consigne, arrivera, va arriver, devait arriver, doit arriver, attends toujours, attends encore, j attends depuis
3 livraison, livrer, livrez, expédi, acheminement, transit, créneau, suivi, toujours pas reçu, jamais reçu, pas encore reçu, rien reçu, rien ne vient, en attente depuis, j attends, plus de nouvelles, aucune nouvelle, palier, bloqué à, la poste, facteur, relais, express, en route, été livré, est livré, étage, portail, absent, égaré, introuvable, n a pas bougé, ne bouge plus, ne bouge pas, réception prévue, semaines que, quand vais je recevoir, quand recevrai, date d arrivée, livrée, livrés.
2 colis, retard, tarde, paquet, délai, envoyé, envoi, arrive quand, quand arrive, perdu, adresse, déménag, avant samedi, avant noël, à temps, parti., est parti
1 arriv, commande, reçu, recevoir, carton
-3 attends votre réponse, attends une réponse, attends de vos nouvelles, attends un remboursement
product
5 marche pas, marche plus, fonctionne pas, fonctionne plus, ne s allume, défectueu, en panne, en morceaux, hors service, vice caché, pièce de rechange, pièces détachées, date de péremption, date dépassée, mauvaise taille, mauvaise couleur, mauvais modèle, mauvais article, mauvais produit, l échanger, échange contre, reste noir, écran noir, allergène
4 cassé, brisé, fissur, fêlé, abîmé, endommagé, rayé, rayure, déchiré, troué, taché, tache, décousu, couture, périmé, moisi, pourri, avarié, rance, décongel, goût bizarre, odeur, fuit., fuite, surchauff, fume, s éteint, ne charge, ne tient pas la charge, ne démarre, démarre plus, allume, plante., se bloque, bloque au, grésill, bruit, lâché, tordu, bancal, décoll, déteint, rétréci, cabossé, échange, garantie, réparation, réparé, sav., compatible, compatibilité, notice, mode d emploi, montage, monter, assembl, visserie, vis., boulon, manque, manquant, manquait, au lieu de, à la place de, trop petit, trop grand, trop serré, trop large, trop court, trop long, taille, pointure, coloris, ingrédient, composition, gluten, lactose, sans sucre, traces de, posologie, effets secondaires, comment utiliser, comment fonctionne, comment nettoyer, comment laver, comment régler, comment installer, pas conforme, non conforme, ne correspond pas, pas la bonne, pas le bon, incomplet, contrefaçon, imperméable, machine à laver, usé., usée., ça coule, coule.
3 panne, défaut, bug, pile, batterie, chargeur, écran, bouton, fermeture éclair, roue, pied, câble, prise, lavage, remplacer, remplacement, qualité, matière, tissu, couleur, en stock, réassort, disponible, modèle, dimension, mesure, convient, adapté, frais., fraîcheur, entretien, mise à jour du, firmware, réglage, installer, pages, étiquette arrachée, fonctionne, comprimé, crème, version, télécommande
2 produit, appareil, article, robe, chaussure, pantalon, veste, pull, téléphone, ordinateur, casque, écouteur, machine, aspirateur, frigo, lampe, canapé, table, chaise, armoire, commode, matelas, vase, couverture, lit., four.
refund
20 rembours, récupérer mon argent, rendre mon argent, recrédit, rétractation, me rétracter
7 rendez moi mon argent, annuler ma commande, annulez ma commande, résili, changé d avis, mettre fin à mon abonnement, arrêter mon abonnement, avoir mon argent
5 annulation de, mon argent, retourner, renvoyer, faire un retour, étiquette de retour, bon de retour, frais de retour, retour gratuit, me rendre l argent, plus besoin, n en veux plus, je n en veux
4 annul, vous renvoie, le rendre, la rendre, les rendre, rendre l, rendre ce, ne peux plus assister, ne peux plus venir, ne peux plus y aller, ne pourrai pas, empêch, désabonnement de la box, stopper l abonnement, arrêter l abonnement, suspendre mon abonnement, revendre, geste commercial, dédommag, somme promise, m aviez promis, avait promis, quatorze jours, 14 jours, reprendre l article, reprise, ne plus être abonné, ne souhaite plus, ne désire plus, ne veux plus, virement promis, crédité
3 retour, un avoir, mon avoir, l avoir en, reprenez, renvoie, renvoyé, billet, concert, spectacle, abonnement, finalement, regrette, somme.
-3 votre retour, de retour en, un retour de votre, retour de votre part, me renvoyer la facture, renvoyer la facture, renvoyer un mot, renvoyer le code, renvoyer le mail, renvoyer un code
-20 pas de remboursement, pas être remboursé, plutôt qu un remboursement
account
5 mot de passe, me connecter, se connecter, connexion, mon compte client, identifiant, pirat, espace client, espace personnel, désinscri, newsletter, infolettre, mailing, mes données, données personnelles, rgpd, droit à l oubli, supprimer mon compte, fermer mon compte, clôturer mon compte, code de vérification, code de confirmation, code à usage, code par sms, double authentification, réinitialis, carte de fidélité, points de fidélité, programme de fidélité, créer un compte, création de compte, deux comptes, fusionner, usurp, changer mon adresse e mail, changer mon adresse mail, changer d adresse e mail
4 mon compte, mon profil, compte bloqué, compte verrouillé, compte est bloqué, session, authentif, login, m identifier, hack, phishing, hameçonnage, désinscr, désabonn, efface, supprimer mes, supprimer toutes, suppression de, vos mails, vos e mails, vos sms, pub, démarchage, démarcher, spam, nom de famille, nom de jeune fille, mon nom, date de naissance, numéro de téléphone, numéro de portable, changer de numéro, nouveau numéro, fidélité, mes points, adhérent, adhésion, coordonnées, accéder à mon, j ai accès, plus accès, accès à mon, déconnect
3 connect, compte client, comptes, code, l appli, application, adresse e mail, adresse mail, courriel, profil, fraud, inscription, inscrire, inscrit, sms, points, e mail de confirmation, cookies, confidentialité, membre
2 quelqu un a, compte
1 mail, lien
-3 mon compte bancaire, compte en banque, code promo, code de réduction, code réduction, code barre, pris en compte, prise en compte, je compte, rendre compte, rendez compte, rends compte, tenir compte, fin de compte, en fin de compte, code postal, code avantage, code cadeau, code de suivi
billing
5 factur, double prélèvement, deux prélèvements, deux fois, tva, code promo, code de réduction, code réduction, remise non, réduction n a pas, réduction n est pas, remise n a pas, carte refusée, paiement refusé, plein pot, plein tarif, en trop, trop perçu, surfacturé, mise en demeure, déjà payé, déjà réglé, ticket de caisse, note de frais
4 prélev, prélèv, débit, paiement, payer, paie., carte bancaire, carte bleue, carte refus, ma carte, est refusée, montant, paypal, virement, iban, rib., sepa, échéanc, mensualité, trois fois, plusieurs fois sans frais, quatre fois, impayé, relevé, code avantage, bon d achat, réduction, promo, siret, avoir payé, justificatif, apple pay, devis, mauvais prix, prix affiché, prix différent, pas le même prix, plus cher, un rappel, de rappel, une relance, de relance, relances
3 remise, payé, réglé, tarif, prix, compte bancaire, banque, valider le panier, transaction, encaiss, frais, carte cadeau ne, soldes, coûte, comptabilité, comptable, autorisation, somme., reçu fiscal
2 carte, panier, double, solde, société, caisse
general
5 horaires, quelle heure ferm, quelle heure ouvr, heures d ouverture, recrut, candidature, offre d emploi, stage, partenariat, partenaire, bravo, félicit, sponsor, mécénat, malpoli, impoli, irrespectueu, mal parlé, mal reçu, mal élevé, raccroché au nez, franchement désagréable, peu aimable, merci infiniment, grand merci, mille mercis, parking, accessible aux, fauteuil roulant, jour férié, journaliste, influenceu, fournisseur, revendeur
4 désagréable, arrogan, agressi, incompéten, méprisan, insult, accueil, ouvert dimanche, ouvert demain, fermé le, fermeture annuelle, magasin le plus proche, une boutique à, un magasin à, cv., postuler, embauch, travailler chez vous, merci à, merci encore, merci pour tout, ravi, enchanté, adorable, super service, au top, formidable, génial, chaleureu, professionnalisme, gentillesse, très satisfait, très content, continuez, bonne continuation, suggestion, proposer, parrain, association, collabor, cartes cadeaux, carte cadeau, ouvert le dimanche, ouvert le samedi, ouvert le lundi, vous ouvert, est ouvert le, est il ouvert, serez ouvert, sont ouvert, est elle ouvert, presse.
3 vendeu, caissi, à quelle heure, remercier, parfait, excellent, idée, nantes le, emploi, job, équipe, personnel, employé, impossible de vous joindre, injoignable, attente au téléphone, étudiant, don., école, réclamation, inadmissible, honteux, fidèle cliente depuis, sympathi, efficace, rapidité, animaux, chien, wifi, atelier, évènement, événement, visite, réserver, réservation, location, responsable, un salon
2 conseill, magasin, boutique, au téléphone, merci pour, merci beaucoup, service, recommand, renseignement
1 remerci, question
-3 ferme le, sous garantie
""",
    "en": """
delivery
5 where is my, where s my, where are my, out for delivery, pick up point, pickup point, collection point, parcel locker, delivery slot, delivery window, delivery date, wrong address, rang the bell, ring the bell, doorbell, knocked, nobody came, no one came, never showed up, did not show up, didn t show up, not been delivered, hasn t been delivered, wasn t delivered, never delivered, not delivered, marked as delivered, says delivered, says it was delivered, left it with, left with a neighbo, wrong house, missed delivery, lost in the post, lost in transit, customs
4 deliver, courier, driver, tracking, shipping, shipment, shipped, ship., warehouse, depot, transit, dispatch, neighbo, doorstep, porch, front door, safe place, letterbox, mailbox, locker, dhl, ups., fedex, hermes, evri, royal mail, usps, dpd, postman, mailman, mail carrier, post office, never arrived, not arrived, hasn t arrived, haven t arrived, didn t arrive, did not arrive, hasn t turned up, never turned up, not turned up, hasn t come, haven t come, nothing came, nothing has come, nothing has arrived, been waiting, waiting for my, waiting since, waiting in, never received, not received, haven t received, didn t receive, not here yet, still not here, still hasn t, will it arrive, will it come, supposed to arrive, supposed to come, should have arrived, was due, when will i get, when will i receive, when can i expect, running late, delay, street instead, send it to, new address, stuck in, stuck at, out on the van, house number, concierge, no sign of
3 parcel, eta., arrive, late., expected, home all day, at home all, in all day, was home, was in, in the rain, behind the bins, stolen from, lost, missing package, reroute, reschedule, another day, address, moved house, moving house, gate, buzzer, reception desk, on its way, on the way, weeks now, in time for
2 package, sent, tracked, waiting, days ago, weeks ago, postcode, turned up, van.
1 order, box, received
product
5 broken, stopped working, doesn t work, does not work, not working, won t turn on, won t switch on, doesn t turn on, won t start, won t charge, stays black, in pieces, faulty, defect, spare part, replacement part, wrong size, wrong colo, wrong item, wrong model, wrong product, use by date, best before, expired, past its date, out of date, gone off, smelled off, smells off, tastes off, mould, mold, exchange it, exchange for, swap, warranty, guarantee, allerg, repair
4 crack, damage, scratch, chipped, dent., dented, torn, rip., ripped, hole., holes, stain, shattered, smashed, snapped, bent, leak, faded, shrunk, shrank, peeling, falling apart, fell apart, came apart, fell off, came off, loose, wobbl, squeak, overheat, burning smell, sparks, smoke., died, dead., freez, frozen, crash, flicker, blurry, noise, noisy, battery, charger, rotten, rancid, spoil, stale, missing a, missing from, missing piece, missing part, is missing, was missing, were missing, are missing, missing screw, screws, bolts, incomplete, instead of, too small, too big, too tight, too large, too short, too long, doesn t fit, does not fit, didn t fit, don t fit, size., sizes, sizing, compatible, compatibility, work with a, work with my, fit the, fits, manual., instructions, how do i use, how to use, how do you use, how do i set, how do i clean, how do i install, how do i wash, assembl, set up, exchange, replace, ingredient, gluten, lactose, nuts, vegan, dosage, side effect, safe to take, pregnan, not as described, looks nothing like, not what i ordered, sent me the wrong, got the wrong, received the wrong, fake., counterfeit, waterproof, dishwasher, washing machine, machine wash, page, sour.
3 screen, button, zip., zipper, strap, wheel, leg., legs, lid., cable, plug, remote., firmware, medium, large., small., colour, color, fabric, material, quality, model., in stock, out of stock, restock, available in, dimensions, measure, suitable, switch on, turn on, turns off, switches off, picture, sound., seam, sole., lens, does it come with, fix., fixed, expiry, tablets, fridge, texture, taste
2 product, item, device, dress, shoe, jacket, jeans, shirt, phone, laptop, headphone, machine, lamp, sofa, table, chair, bookcase, vase, blender, kettle, toaster, vacuum, oven, book., mattress, shelf, shelves, a pair
refund
20 refund, money back, reimburs, withdraw from
7 changed my mind, send it back, cancel my order, cancel the order, cancel my sub, cancel my member, give me back, end my subscription, stop my subscription, pay me back
5 my money, change my mind, send them back, send this back, sending it back, take it back, cancel my ticket, return label, returns label, return it, return this, return the, return my, returning, want to return, like to return, right of withdrawal, cooling off, no longer want, no longer need, don t want it anymore, don t need it anymore, don t want another, credited back, paid back
4 cancel, return a, returned, a return, can t make it, cannot make it, can t attend, cannot attend, unable to attend, can t come, can t go, can t use, unable to go, won t be able to, not be able to go, ill on, resell, compensation, get out of the contract, terminate, promised me, you promised, was promised, were promised, store credit, credit note, 14 days, fourteen days, send back, sent back, sent it back, sent them back, keep it, bought by mistake, ordered by mistake, by accident, unwanted, let me out, no use for, money for
3 returns, ticket, show on, concert, gig., festival, booking, subscription, money, rather have
-4 return my call, return a call, returned my call, return my email, cancelled card
-20 not a refund, don t want a refund, don t need a refund, rather than a refund
account
5 password, passcode, log in, login, log on, logging in, logged out, locked out, sign in, signing in, sign me in, username, hacked, hacker, my account, verification code, security code, one time code, one time pass, confirmation code, code never, code doesn t, code does not, code isn t, two factor, authenticat, unsubscribe, newsletter, mailing list, stop texting, stop emailing, stop sending me, marketing email, gdpr, my data, data you hold, personal data, personal details, delete my, delete all, right to be forgotten, change my email, email on my, reset link, reset my, loyalty, my points, my profile, two accounts, merge, someone else is using, someone changed, impersonat
4 account, profile, opt out, opt me out, promotional, spam, marketing, phishing, scam, breach, take me off, remove me, texts every, text messages, my email, email address, my name, surname, maiden name, married name, last name, date of birth, birthday, phone number, mobile number, new number, old number, old email, new email, points, reward, membership card, member number, register, registration, sign up, signed up, log me, activation, activate, privacy, cookies, access my, get into my, the app
3 code, app., erase, update my, reset, member, link expired, delete, unlock, locked, face id, fingerprint
2 email, text., texts
-4 discount code, promo code, voucher code, coupon code, tracking code, bank account, code for 10, bar code, code at checkout, zip code
billing
5 invoice, charged twice, billed twice, double charge, charged me twice, paid twice, twice for, taken twice, charged for something, overcharged, vat., receipt, promo code, voucher code, coupon, discount, direct debit, declined, payment failed, payment pending, payment refused, payment was refused, payment reminder, wrong price, full price, wrong amount, on my statement, bank statement, my bill, already paid, instalment, installment, past due, overdue
4 charge, billing, bill., billed, payment, pay., paying, credit card, debit card, my card, card is, card was, paypal, apple pay, google pay, klarna, amount, statement, voucher, promo, cheaper online, price, tax., deducted, debited, taken from my, came out of my, taken out of my, money was taken, transaction, recognise, recognize, bank, reminder, final notice, debt, collection agency, purchase order, po number, made out to, company name, checkout, gift card didn t, sort code, iban
3 paid, fee., fees, cost., costs, pending, twice, accounting, accountant, expenses, balance
2 company, total., card., cards., was refused
general
5 opening hours, opening times, what time do you, what time does, when do you open, when do you close, open on, open until, close on, closing time, bank holiday, hiring, vacanc, job., jobs, internship, apply for, cv., resume., partnership, collaborat, sponsor, wholesale, supplier, press., journalist, influencer, thank you to, say thank you, say thanks, thanks to, big thank, huge thank, shout out, brilliant, rude, disrespect, hung up on me, shouted at, impolite, condescending, unhelpful staff, parking, wheelchair, school project, gift wrap
4 thank you so much, thanks so much, wonderful, amazing, fantastic, outstanding, superb, impressed, delighted, well done, keep it up, keep up, best service, great service, great job, love your, kudos, compliment, praise, helpful, polite, attitude, ignored me, ignored us, unprofessional, shop assistant, sales assistant, cashier, at the till, your manager, formal complaint, phone line, nearest store, nearest shop, store in, shop in, branch, closed on, work for you, work with you, career, gift card, suggestion, feedback, donat, charity, raffle, dogs, pet friendly, wi fi, wifi, open today, open tomorrow, on hold for, so kind, very kind
3 excellent, lovely, staff, shop., complain, employee, workshop, tour, friendly, happy with, event.
2 stores, customer service, manager, rep., visit, recommend, store.
1 team., sunday, christmas, thank, service
""",
    "es": """
delivery
5 dónde está mi, por dónde va mi, punto de recogida, dirección equivocada, timbre, no ha llegado, no me ha llegado, no han llegado, no llega, sigue sin llegar, no me llega el pedido, no me llega el paquete, en reparto, aduana, fecha de entrega, franja
4 repartidor, mensajer, transportista, correos, seur, mrw, seguimiento, rastre, entreg, almacén, no he recibido, no recibí, sin recibir, nunca lleg, todavía no, aún no ha, vecin, portal, portero, conserje, buzón, nadie vino, no vino nadie, no pasó nadie, nadie ha venido, ausente, llevo esperando, que espero, estoy esperando, sigo esperando, cuándo llega, cuándo me llega, cuándo va a llegar, debía llegar, tenía que llegar, iba a llegar
3 envío, enviado, enviáis, transporte, retras, demora, tarda, extravi, perdido, perdieron, dirección, código postal, en camino, en tránsito, parado en, oficina de, taquilla, semanas
2 paquete, lleg, mudé, mudanza
1 pedido, recib, caja
product
5 no funciona, no se enciende, no enciende, no arranca, no carga, dejó de funcionar, ha dejado de, defectuos, roto, rota, averi, estropead, recambio, repuesto, talla equivocada, color equivocado, modelo equivocado, en mal estado, caducad, fecha de caducidad, vencid, alérgen, alergi, me la cambi, me lo cambi, cambiarlo por, cambiarla por, cambiar por
4 dañad, rayad, rayón, rasgad, agujere, mancha, grieta, rajad, quebrad, descosid, fuga, gotea, pierde agua, se calienta, se apaga, se bloquea, se cuelga, ruido, huele, olía, olor, moho, podrid, agri, faltan, falta un, falta el, falta la, incomplet, en lugar de, en vez de, talla, talle, garantía, repar, arregl, compatible, manual., instrucciones, cómo se usa, cómo se monta, cómo se limpia, cómo funciona, cómo uso, cómo lo uso, montar, montaje, tornillo, pieza, ingredient, gluten, lactosa, dosis, efectos secundarios, cambiármel, no es lo que pedí, no corresponde, equivocado, descolor, encog, despeg, falso, falsificad, sirve para, demasiado grande, muy grande, queda grande, demasiado pequeñ, muy pequeñ, queda pequeñ, me queda, estrech
3 pantalla, botón, batería, cargador, cremallera, rueda, pata, cable, mando, tela, tejido, color, calidad, stock, disponib, modelo, medidas, lavar, lavadora, pila, página, suela, encaja, negra
2 producto, aparato, artículo, vestido, zapat, pantalón, camisa, chaqueta, móvil, portátil, auricular, lámpara, sofá, mesa, silla, estantería, libro, colchón, horno, aspiradora
refund
20 reembols, devolución, reintegr
7 desist, cancelar mi pedido, cancelar el pedido, anular, dar de baja mi sus, dar de baja la sus
5 devolver, devoluci, devuelv, devolváis, mi dinero, el dinero, cambiado de idea, cambiado de opinión, cambié de opinión, me arrepent, cancelar la, cancelad, anulad, baja de la suscripción, abono
4 cancel, anul, ya no lo quiero, ya no la quiero, ya no quiero, ya no necesito, no puedo ir, no podré ir, no puedo asistir, no podré asistir, no voy a poder, compens, vale de compra, prometi, renunciar
3 suscripción, concierto, entradas, billete, reserva
-3 devolver la llamada, devuelvan la llamada, devuelvo la llamada
account
5 contraseña, clave, iniciar sesión, inicio de sesión, mi cuenta, hacke, pirate, restablec, mis datos, datos personales, código de verificación, código de confirmación, código de acceso, newsletter, boletín, suplant, entrar en la app, entrar en la aplicación, entrar a la app, entrar a la aplicación, tarjeta de fidelidad, tarjeta de socio, puntos, protección de datos
4 publicidad, dejad de, dejen de enviar, spam, usuario, mi perfil, sesión, acceder, acceso, verificación, cambiar el correo, cambiar el email, cambiar mi email, mi correo, fusionar, dos cuentas, borrar, borren, borrad, eliminar mi, eliminen, apellido, número de teléfono, mi teléfono, registr, app., aplicación, sms., mi nombre, fecha de nacimiento, fidelización, socio, socia
3 correo electrónico, cuenta, código, perfil, ficha, email, e mail, entrar
-4 código de descuento, código promo, código postal, código de seguimiento, cuenta bancaria, cuenta corriente, en cuenta, tener en cuenta
-5 di cuenta, dado cuenta, doy cuenta, por mi cuenta
billing
5 factura, cobrado dos, cobraron dos, dos veces, doble cobro, iva., descuento, cupón, código promo, rechaza, domiciliación, cif., nif., ticket de compra, recibo, ya he pagado, ya pagué, ya pagad, plazos, recordatorio de pago, cobrado de más, cobraron de más, euros de más
4 cobra, cobro, cargo, cargado, pago, pagar, tarjeta, importe, precio, rebaja, oferta, promoción, extracto, transferencia, bizum, paypal, banco, impuesto, recordatorio, impago, financia, cuota
3 pagué, pagad, tarifa, cuesta, caro, euros, saldo, adeud, deuda, cantidad
2 empresa
general
5 horario, a qué hora, abren, abrís, cierran, cerráis, buscando personal, contratando, empleo, currículum, vacante, prácticas, colabor, alianza, patrocin, proveedor, maleducad, groser, mal educad, enhorabuena, felicit, tarjetas regalo, mayorista
4 me colgó, trato, atendió, atención recibida, amabilidad, encantad, excelente, maravillos, estupend, genial, tienda de, tienda en, tienda más, sucursal, aparcamiento, trabajar con vosotros, trabajar en, prensa, periodista, queja, dependient, cajer, el chico de, la chica de, hoja de reclamaciones, sugerencia, perfect, muy amable, cierra la tienda
3 domingo, personal., empleado, atención al cliente, gracias a, profesional, evento
2 tienda, servicio, muchas gracias, gracias por, mil gracias
1 agradec
""",
    "de": """
delivery
5 wo bleibt, wo ist mein, wo sind meine, nicht angekommen, nie angekommen, noch nicht da, nicht geliefert, nicht zugestellt, geklingelt, klingel, falsche adresse, an die falsche, nachbar, abholstation, packstation, paketshop, abholschein, ablageort, lieferung kommt, zoll, sendungsverfolgung, lieferstatus, liefertermin, verschollen
4 liefer, geliefert, zugestellt, zustell, paketbote, postbote, bote., fahrer, spedition, dhl, hermes, dpd, gls., sendungsnummer, tracking, versand, verschickt, im lager, unterwegs, verspät, verzöger, warte seit, warte ich, warte noch, warte immer, wochen auf, wann kommt, wann kommen, wann wird, wann bekomme ich mein paket, niemand gekommen, kam niemand, niemand da, keiner gekommen, kam keiner, briefkasten, haustür, treppenhaus, filiale abholen, nicht erhalten, nichts erhalten, nicht bekommen, nichts bekommen, verloren gegangen, zeitfenster, hausnummer, nicht eingetroffen
3 sendung, versend, paket, adresse, ankomm, angekommen, ankunft, umgezogen, umzug, abgegeben, abgestellt, pünktlich, verlor, rechtzeitig, express, eintreff
2 päckchen, wochen, dauert, spät, karton
1 warte, bestell, erhalten, bekommen
product
5 kaputt, defekt, funktioniert nicht, funktionieren nicht, geht nicht an, geht nicht mehr an, lässt sich nicht einschalten, startet nicht, lädt nicht, bleibt schwarz, zerbroch, gebroch, ersatzteil, falsche größe, falsche farbe, falsches modell, falschen artikel, falscher artikel, umtausch, tauschen, abgelaufen, haltbarkeit, mhd., schimm, verdorben, garantie, gewährleistung, repar, allerg
4 beschädig, kratzer, zerkratzt, riss., risse, gerissen, rissig, loch., löcher, fleck, delle, verbeult, verbogen, verfärbt, eingelaufen, undicht, läuft aus, tropft, überhitz, geräusch, quietsch, wackel, stinkt, riecht, roch, geruch, schmeckt, ranzig, fehlen, fehlt ein, fehlt der, fehlt die, fehlt das, fehlte, unvollständig, statt., anstatt, größe, zu klein, zu groß, zu eng, zu weit, zu kurz, zu lang, passt nicht, passen nicht, passt der, passt das, passt die, kompatib, anleitung, wie benutze, wie bediene, wie reinige, wie funktioniert, wie stelle ich, wie baue, aufbau, montage, schraub, ersatz., mangel, mängel, ausgefallen, geht nicht mehr, ging nicht, stürzt ab, abgestürzt, hängt sich auf, flacker, inhaltsstoff, zutaten, gluten, laktose, dosier, nebenwirkung, einnehmen, nicht wie beschrieben, fälschung, falsch geliefert, falsche ware, akku, batterie, aufgetaut, mhd, wird heiß, zu heiß
3 bildschirm, display, knopf, taste, reißverschluss, rad., bein., deckel, kabel, stecker, ladegerät, fernbedienung, naht, sohle, stoff, farbe, qualität, modell, vorrätig, verfügbar, lagernd, maße, waschen, waschmaschine, spülmaschine, nachbestell, seiten, schwarz
2 produkt, gerät, artikel, kleid, schuh, hose, jacke, hemd, handy, laptop, kopfhörer, lampe, sofa, tisch, stuhl, regal, schrank, buch, matratze, ofen, staubsauger, sauer
refund
20 erstatt, *erstattung, geld zurück, geld wieder, zurückgeb, widerruf
7 stornier, storno, kündig, gekündigt, rücktritt
5 mein geld, rückgabe, rücksend, retour, zurücksend, zurückschick, zurückgeschickt, zurück schicken, widerrufen, anders überlegt, gutschrift, zurücktreten
4 rückzahl, zurückzahl, zurückbezahlt, zurück haben, nicht mehr haben, brauche ich nicht, brauche es nicht, nicht mehr brauche, will ich nicht mehr, nicht zum konzert, nicht teilnehmen, nicht hingehen, nicht kommen kann, kann nicht hin, verhindert, 14 tage, entschädig, versprochene, abbestellen, gutgeschrieben, wandlung, vertrag beenden, verlängert, guthaben auszahlen
3 abo., abos, abonnement, konzert, ticket, eintrittskarte, veranstaltung, buchung, vertrag
-3 rufen sie mich zurück, zurückruf, rückruf
account
5 passwort, kennwort, mein konto, meinem konto, kundenkonto, benutzerkonto, einlogg, login, log in, anmelden, gehackt, zurücksetz, meine daten, persönliche daten, personenbezogen, datenschutz, dsgvo, newsletter, bestätigungscode, verifizierung, sicherheitscode, code per, code kommt, code nie, kundenkarte, treuepunkt, punktestand, bonuspunkt, abmelden, in die app, e mail adresse ändern, mailadresse ändern, konto löschen
4 löschen, löscht, lösch., werbung, werbemail, spam, benutzername, profil, zugang, zugriff, eingeloggt, angemeldet, registrier, authenti, verifizier, gesperrt, zusammenführ, zusammenleg, nachname, mädchenname, geburtsdatum, telefonnummer, handynummer, mitglied, treue, app., sms., keine mails, fremder, jemand hat, identität
3 anmeld, konto, code, mailadresse, e mail, email, punkte, abmeld
-5 gutscheincode, rabattcode, bankkonto, auf meinem konto, auf mein konto, von meinem konto, girokonto, trackingcode
billing
5 *rechnung, abgebucht, abbuch, doppelt, zweimal, mehrwertsteuer, mwst, ust., umsatzsteuer, gutscheincode, rabatt, mahnung, zahlungserinnerung, lastschrift, einzug, ratenzahl, raten., zu viel berechnet, falsch berechnet, falscher preis, falschen preis, abgelehnt, kassenbon, quittung, kontoauszug, beleg
4 zahlung, bezahl, zahlen, kreditkarte, karte wird, meine karte, betrag, preis, berechnet, gutschein, paypal, klarna, sepa, überweis, iban, kosten, gebühr, inkasso, belastet, skonto, steuernummer, aktionscode, nicht abgezogen, summe
3 gezahlt, bank., euro, teurer, angebot, firma, versandkosten, karte
general
5 öffnungszeit, wann macht, wann öffnet, wann schließt, wie lange haben sie, geöffnet, feiertag, aushilf, bewerb, stellen., stellenangebot, praktikum, ausbildung, jobs, job., kooperation, zusammenarbeit, partnerschaft, sponsor, großhandel, lieferant, presse., unverschämt, unfreundlich, unhöflich, frech, angeschrien, vielen dank an, danke an, großes lob, ein lob, lob., geschenkkarte, parkplatz
4 super freundlich, hervorragend, begeistert, großartig, wunderbar, toller service, bedanken, weiter so, zufrieden, klasse, kompetent, hilfsbereit, arrogant, beschwerde, beschweren, verkäufer, kassierer, aufgelegt, warteschleife, kundenservice, kundendienst, service., filiale in, laden in, geschäft in, standort, barrierefrei, verbesserungsvorschlag, anregung, spende, sehr freundlich, so freundlich, freundlicher mit, freundliche mit, freundliche bed, freundlichkeit
3 mitarbeiter, filiale, laden., geschäft, sonntag, samstags, sommer, herzlichen dank, perfekt, toll., lob, veranstalten
2 hotline, vielen dank, tausend dank, danke für
""",
    "it": """
delivery
5 dov è il mio, dove si trova il mio, dov è finito, non è arrivat, non è ancora arrivat, non sono arrivat, mai arrivat, non arriva, non consegnat, mai consegnat, citofon, suonato, campanello, indirizzo sbagliato, vicino., vicina di casa, punto di ritiro, locker, in consegna, dogana, fascia oraria
4 consegn, corriere, fattorino, poste, bartolini, brt., gls., dhl, spedizion, spedit, spedire, tracciamento, tracking, magazzino, sto aspettando, in attesa da, ritardo, giacenza, in transito, smarrit, portineria, portinaio, cassetta, non ho ricevuto, mai ricevut, non ho ancora ricevuto, quando arriva, quando arriver, doveva arrivare, non è passato nessuno, nessuno è venuto, non si è presentato, assente, attendo da, aspetto da, aspetto il, aspetto le, aspetto la
3 pacco, indirizzo, recapit, fermo in, partit, quando parte, settimane, numero civico, cap., trasloc, perso, in tempo
2 aspetto, arriv, scatolone, tarda
1 attendo, ordine, ricevut, scatola
-3 aspetto una risposta, aspetto la vostra, attendo una risposta
product
5 non funziona, non si accende, non parte più, non carica, non va più, smesso di funzionare, difetto, rotto, rotta, rotti, rotte, guast, garanzia, ricambi, taglia sbagliata, colore sbagliato, modello sbagliato, articolo sbagliato, scadut, scadenza, ammuffit, muffa, avariat, allergen, allergi, cambiarla, cambiarlo, cambio taglia, riparazion, riparare, sostitui, sostituzione
4 danneggiat, graffi, strappat, bucat, macchia, crepa, incrinat, scucit, ammaccat, piegat, perde acqua, perdita, surriscald, si spegne, si blocca, rumore, puzza, odore, andato a male, marcio, mancano, manca un, manca il, manca la, mancant, incomplet, al posto di, invece di, invece del, taglia, misura, compatibil, manuale, istruzioni, come si usa, come si monta, come si pulisce, come funziona, montare, montaggio, viti., vite., pezzo, ingredient, glutine, lattosio, dosaggio, dose., effetti collaterali, diverso da, non corrisponde, non è quello che, scolorit, ristrett, restringe, scollat, contraffat, cambiare con, troppo grand, troppo piccol, troppo strett, troppo larg, mi sta
3 schermo, tasto, pulsante, batteria, caricatore, caricabatterie, cerniera, ruota, gamba, cavo, telecomando, tessuto, colore, qualità, disponibil, modello, dimension, lavatrice, lavare, pagine, suola, nero
2 prodotto, apparecchio, articolo, vestito, scarp, pantalon, camicia, giacca, telefono, portatile, cuffie, lampada, divano, tavolo, sedia, libreria, libro, materasso, forno, aspirapolvere
refund
20 rimbors, riavere i, recesso, recedere
7 restitu, annull, disdett, disdire
5 rendere, reso., resi., indietro, cambiato idea, ripensat, ripensamento, disdico, cancellare l ordine, cancellare il mio ordine
4 soldi, riaccredit, accredito, non lo voglio più, non la voglio più, non voglio più, non mi serve più, non posso più, non potrò, non posso venire, non posso partecip, etichetta di reso, rispedire, rimand, promesso, risarc, storno, buono, interrompere l abbonamento
3 abbonamento, concerto, bigliett, prenotazion, spettacolo
account
5 password, mio account, mio profilo, entrare nell, accedere, accesso, login, hacker, violato, reimpost, miei dati, dati personali, privacy, gdpr, codice via, codice di verifica, codice di conferma, codice otp, newsletter, disiscri, carta fedeltà, punti fedeltà, tessera, raccolta punti
4 account, nome utente, profilo, autenticazion, verifica, pubblicità, spam, cancellare tutti, eliminare, cancellazione dei, cambiare email, cambiare l email, cambiare la mail, mia mail, mia email, indirizzo email, indirizzo mail, cognome, numero di telefono, cellulare, registra, iscri, app., sms., punti., unire, data di nascita
3 codice, mail., email, e mail, entrare
-5 codice sconto, codice promo, codice fiscale, codice di tracciamento, indirizzo di consegna, codice postale
billing
5 fattur, addebit, due volte, doppio, partita iva, iva., sconto, codice promo, coupon, rifiutat, scontrino, ricevuta, estratto conto, sollecito, già pagato, rate., rateizza, prezzo sbagliato, prezzo pieno, codice fiscale, pagato in più, euro in più
4 pagament, pagare, pagato, carta di credito, la carta, mia carta, bancomat, importo, prezzo, bonifico, iban, paypal, banca, tariffa, promozione, offerta, costo, costi, spese di, tasse, commission, intestat
3 saldo, conto., euro, caro, transazione, ditta
general
5 orari, che ora, aprite, chiudete, cercate personale, assumete, assunzion, lavorare da voi, lavorare con voi, candidatura, curriculum, tirocinio, collaborazion, partnership, sponsor, fornitor, maleducat, scortes, sgarbat, complimenti, bravissim, carte regalo, buoni regalo, parcheggio
4 gentilezza, grazie a, eccellente, fantastic, ottimo servizio, meraviglios, perfett, soddisfatt, professionalità, commess, cassier, il ragazzo, la ragazza, operatore, attaccato il telefono, reclamo, negozio di, negozio a, negozio più, punto vendita, lavoro, giornalist, stampa, suggeriment, disabili, beneficenza
3 chiude., negozio, domenica, personale, servizio, aperti, aperto, dipendent, estate, ringraziare
2 grazie mille, tante grazie, grazie per, molte grazie
1 ringrazi
-4 carta intestata
""",
    "pt": """
delivery
5 onde está o meu, onde está a minha, cadê meu, cadê minha, cadê o meu, não chegou, não chegaram, nunca chegou, não foi entregue, campainha, interfone, tocou à, endereço errado, morada errada, vizinh, ponto de recolha, ponto de retirada, ponto de coleta, saiu para entrega, alfândega, prazo de entrega, à espera d
4 entrega, entregue, entregou, estafeta, motoboy, carteiro, correios, ctt., transportadora, motorista, rastre, seguimento, armazém, centro de distribuição, atras, encomenda não, não recebi, não recebemos, nunca recebi, extravi, quando chega, quando vai chegar, devia ter chegado, deveria ter chegado, era para ter chegado, ninguém veio, ninguém apareceu, ninguém passou, portaria, porteiro, caixa de correio, em trânsito, a caminho, taxado, retido, frete
3 à espera, esperando, aguardando, envio, enviad, despach, morada, endereço, demora, semanas, mudei de casa, cep., código postal, perdid, remarcar, pacote
2 encomenda, cheg, correio
1 pedido, receb, caixa
product
5 não funciona, não liga, não carrega, parou de funcionar, deixou de funcionar, defeito, defeituos, quebrad, partid, avari, estragad, garantia, assistência técnica, peça, tamanho errado, cor errada, modelo errado, produto errado, artigo errado, fora do prazo, validade, vencid, bolor, mofo, mofad, podre, alérg, posso trocar, trocar por, quero trocar, troca., trocar o tamanho, trocar de tamanho, consert, repar
4 danificad, riscad, rasgad, furad, furo, mancha, rachad, trincad, amassad, descosid, descostur, vazando, vaza., fuga, aquece, esquenta, desliga sozinh, trava., travando, barulho, ruído, cheiro, cheira, azed, faltam, faltando, falta um, falta o, falta a, faltou, incomplet, em vez de, ao invés, no lugar de, tamanho, compatí, manual., instruç, como usar, como se usa, como monto, como se monta, como limpar, como funciona, como instal, montar, montagem, parafuso, ingrediente, glúten, lactose, dose., dosagem, efeitos secundários, efeitos colaterais, diferente do, não corresponde, veio errad, enviaram errado, desbot, encolheu, descol, falsific, serve para, serve no, muito grande, muito pequen, ficou grande, ficou pequen, ficou apert, ficou larg, grande demais, pequeno demais, apertad
3 tela, ecrã, botão, bateria, carregador, fecho, zíper, roda, perna, cabo, comando, controle remoto, tecido, cor., cores, qualidade, stock, estoque, disponí, modelo, medidas, lavar, máquina, páginas, sola, preta
2 produto, aparelho, artigo, vestido, sapat, ténis, tênis, calça, camisa, casaco, telemóvel, celular, portátil, notebook, fone, lâmpada, candeeiro, sofá, mesa, cadeira, estante, livro, colchão, forno, aspirador
refund
20 reembols, devolução, estorno, estorn, dinheiro de volta
7 cancelar a, cancelar o, cancelar minha, cancelar meu, rescindir, quero cancelar
5 devoluç, devolv, meu dinheiro, o dinheiro, mudei de ideia, arrepend, desisti, desistência, cancelamento, ressarc
4 cancel, anular, anulação, restitu, já não quero, não quero mais, já não preciso, não preciso mais, não vou poder, não posso ir, não poderei, não vou conseguir ir, não consigo ir, prometeram, indemniz, indeniz, vale compra
3 assinatura, subscrição, show., concerto, espetáculo, ingresso, bilhete, reserva
account
5 senha, palavra passe, password, minha conta, iniciar sessão, login, hacke, invadi, redefin, recuperar o acesso, meus dados, dados pessoais, lgpd, rgpd, código por sms, código de verificação, código de confirmação, código de acesso, newsletter, entrar no aplicativo, entrar na app, entrar no app, entrar na aplicação, cartão cliente, pontos, fidelidade
4 perfil, cadastro, utilizador, usuário, aceder, acessar, acesso, autentica, verifica, publicidade, propaganda, spam, apagar, apaguem, excluir, eliminar, mudar o e mail, mudar o email, alterar o e mail, alterar o email, trocar o e mail, trocar o email, meu e mail, meu email, apelido, sobrenome, telefone, número de telemóvel, regist, aplicativo, app., sms., duas contas, juntar, data de nascimento, descadastr
3 código, conta., e mail, email, entrar, mensagens
-5 código de desconto, código promo, código postal, código de rastre, conta bancária, cupom
billing
5 fatura, factura, boleto, cobrad, cobrança, cobraram, duas vezes, dobro, iva., desconto, cupom, cupão, código promo, recusa, recibo, débito, extrato, já paguei, parcela, prestações, lembrete de pagamento, contribuinte, nif., cnpj, nota., euros a mais, reais a mais, paguei a mais
4 pagamento, pagar, paguei, pago, cartão, valor, preço, pix., mbway, mb way, multibanco, transferência, paypal, banco, imposto, promoção, oferta, taxa, juros, custo, montante
3 caro, euros, reais, conta bancária, saldo, empresa
general
5 horário, que horas, contratando, recrutar, recrutam, vaga, emprego, currículo, estágio, candidatura, parceria, patrocín, patrocin, fornecedor, revend, mal educad, grosseir, rude., parabéns, elogi, estacionamento, cartões presente, cartão presente
4 simpatia, simpátic, obrigada à, obrigado à, excelente, maravilhos, fantástic, ótimo atendimento, ótimo serviço, impecável, perfeit, satisfeit, profissionalismo, mal atendid, desligou na minha cara, reclamação, funcionári, vendedor, caixa do supermercado, atendente, loja de, loja do, loja da, loja em, loja mais, filial, trabalhar com vocês, trabalhar convosco, imprensa, jornalista, sugestão, livro de reclamações, acessível
3 abrem, abre., fecha., fecham, loja, domingo, atendimento, serviço, natal., equipe, equipa
2 muito obrigad, obrigado por, obrigada por, obrigado pel, obrigada pel
1 agradec
""",
    "nl": """
delivery
5 waar blijft, waar blijven, waar is mijn, waar zijn mijn, niet bezorgd, niet geleverd, nog niet binnen, niet aangekomen, nooit aangekomen, aangebeld, deurbel, bel gegaan, verkeerde adres, verkeerd adres, buren, buurman, buurvrouw, afhaalpunt, pakketpunt, ophaalpunt, track en trace, track trace, douane, bezorgmoment, tijdvak
4 bezorg, lever, geleverd, aflever, afgeleverd, koerier, chauffeur, postnl, dhl, dpd, verzend, verzonden, verstuurd, zending, magazijn, onderweg, vertrag, vertraagd, wacht al, wacht nog, zit te wachten, niet ontvangen, nooit ontvangen, niets ontvangen, niks ontvangen, wanneer komt, wanneer komen, wanneer wordt, zou komen, zou gisteren, niemand gekomen, niemand geweest, niemand langs, voordeur, brievenbus, niet thuis, kwijtgeraakt, zoekgeraakt, te laat
3 pakket, pakje, adres, huisnummer, postcode, verhuisd, verhuizing, op tijd, weken op, aangekomen, kwijt, thuis was, besteld en nog
2 wachten op, doos, weken
1 bestelling, ontvangen, gekregen
product
5 kapot, defect, werkt niet, werken niet, doet het niet, doet niets, gaat niet aan, start niet, laadt niet, blijft zwart, gebroken, reserveonderdeel, onderdeel, verkeerde maat, verkeerde kleur, verkeerde model, verkeerde artikel, verkeerd artikel, over de datum, houdbaarheid, thtdatum, beschimmeld, schimmel, bedorven, garantie, reparatie, reparer, ruilen, omruil, allerg
4 beschadig, kras, gekrast, barst, scheur, gescheurd, gat in, gaten, vlek, deuk, verbogen, verkleurd, gekrompen, lek., lekt, lekken, oververhit, wordt heet, geluid, piept, stinkt, ruikt, rook zuur, rook vies, zuur., smaakt, rot., ontbreek, ontbrak, ontbreken, mist een, missen, onvolledig, in plaats van, maat, te klein, te groot, te krap, te wijd, te kort, te lang, past niet, passen niet, past deze, past dit, past die, compatib, geschikt, handleiding, gebruiksaanwijzing, hoe gebruik, hoe werkt, hoe maak, hoe stel, hoe monteer, hoe zet, monteren, montage, schroef, schroeven, ingredi, gluten, lactose, dosering, bijwerking, anders dan, niet wat ik, vervang, valt uit, loopt vast, namaak, accu, batterij
3 scherm, knop, rits, wiel, poot, deksel, kabel, stekker, oplader, afstandsbediening, naad, zool, stof., kleur, kwaliteit, model, voorraad, leverbaar, afmeting, wassen, wasmachine, vaatwasser, pagina
2 product, apparaat, artikel, jurk, schoen, broek, trui, shirt, telefoon, laptop, koptelefoon, lamp, bank staat, tafel, stoel, kast, boek., matras, oven, stofzuiger
refund
20 terugbetal, terugstort, geld terug
7 herroep, annuler, opzeg, opgezegd
5 terugbetaald, mijn geld, retour, terugstur, terug sturen, terugzend, teruggestuurd, bedacht, annuleer, zeg mijn, creditnota
4 bedenktijd, wil ik niet meer, niet meer nodig, hoef het niet, wil er vanaf, niet naar het concert, kan niet naar, niet aanwezig, kan er niet bij, kan niet komen, kan niet mee, beloofd, schadevergoed, tegoed, ontbind, stopzetten, beëindig, 14 dagen, terugkrijg
3 abonnement, concert, ticket, kaartje, kaarten, boeking, voorstelling
-3 terugbellen, bel mij terug, belt u mij terug
account
5 wachtwoord, mijn account, inlog, ingelogd, log in, aanmelden, gehackt, mijn gegevens, persoonsgegevens, privacy, avg., verificatiecode, bevestigingscode, code komt, code niet, de code, nieuwsbrief, uitschrijven, afmelden, klantenkaart, spaarpunten, punten, app niet, app in, e mailadres wijzig, e mailadres aanpass
4 account, gebruikersnaam, profiel, toegang, verwijder, wissen, reclame, spam, mails., mailadres, achternaam, telefoonnummer, geboortedatum, registr, verifi, samenvoeg, geblokkeerd, app., sms., lidmaatschap, loyalty, iemand heeft, reset
3 code, e mail, gegevens, lid.
-5 kortingscode, actiecode, bankrekening, codes voor korting
billing
5 factuur, facturen, afgeschreven, afschrijving, twee keer, dubbel, btw, korting, aanmaning, betalingsherinner, herinnering, incasso, automatische, geweigerd, te veel betaald, al betaald, verkeerde prijs, kassabon, bonnetje, rekening ontvang, afschrift, termijn, gespreid
4 betaling, betalen, betaal, creditcard, pinpas, bankpas, mijn kaart, bedrag, prijs, ideal, paypal, klarna, iban, overboek, kosten, actiecode, verrekend, rekening, berekend, aanbieding, deurwaarder
3 bank., euro, duurder, bedrijf, bon., kvk
general
5 openingstijd, hoe laat, geopend, open op, personeel voor, vacature, sollicit, stage., bijbaan, werken bij, samenwerk, partner, sponsor, leverancier, groothandel, onbeschoft, onvriendelijk, onbeleefd, brutaal, compliment, cadeaubonnen, parkeer
4 dank aan, bedankt aan, geweldig, fantastisch, uitstekend, behulpzaam, tevreden, topservice, verkoper, verkoopster, kassa., caissière, medewerker, opgehangen, klacht, klantenservice, winkel in, filiaal, vestiging, rolstoel, journalist, pers., suggestie, goed doel, vakkundig, heel vriendelijk, zo vriendelijk, erg vriendelijk, vriendelijkheid, vriendelijk geholpen
3 sluit., sluiten, winkel, zondag, personeel, service, zomer
2 dank u, dank je, bedankt, hartelijk dank, dankjewel
""",
    "pl": """
delivery
5 gdzie jest moj, nie dotarł, nie doszł, nie przyszł, nie dostarcz, nikt nie dzwonił, nikt nie zadzwonił, dzwonka, domofon, sąsiad, punkt odbioru, paczkomat, zły adres, urząd celny, urzędzie celnym, cło
4 kurier, dostaw, dostarcz, przesyłk, śledzen, listonosz, poczt, magazyn, czekam, awizo, opóźni, spóźni, nie otrzymał, zaginę, zaginął, pod drzwiami, nikt nie przyszedł, kiedy przyjdzie, kiedy dotrze, kiedy będzie
3 paczk, adres, wysyłk, wysłan, w drodze, tygodni
1 zamówieni, przysz, karton
product
5 nie działa, nie włącza, przestał działać, przestała działać, zepsu, uszkodz, wadliw, pęknię, pękł, rozbit, stłucz, gwaranc, reklamacj, napraw, zły rozmiar, zły kolor, przeterminowan, spleśnia, wymienić na, czy mogę wymienić, wymian, alergen
4 brakuj, brakował, zamiast, rozmiar, za mał, za duż, za ciasn, zarysowan, podart, dziur, plam, cieknie, przecieka, przegrzewa, hałas, śmierdzi, zapach, instrukcj, jak używać, jak działa, jak złożyć, montaż, śrub, kompatybil, pasuje, skład, gluten, laktoz, dawkowan, wymieni, niezgodn, części
3 ekran, bateri, ładowark, przycisk, kolor, jakość, dostępn, model
2 produkt, urządzeni, sukienk, but., spodn, kurtk, telefon, książk
refund
20 zwrot, odzyskam pieniądze, odstąpi
7 anulow, anuluj, wypowiedz
5 zwróci, zwracam, odesłać, odsyłam, oddać, moje pieniądze, odstępuj, zrezygn, rezygn, rozmyśli
4 pieniądze z powrotem, nie mogę iść, nie mogę przyjść, nie potrzebuję, odwoła, rekompens
3 bilet, koncert, prenumerat, subskrypcj, pieniądze
account
5 hasł, zalogow, logowa, moje konto, moim koncie, włama, moje dane, moich danych, dane osobowe, rodo, newsletter, kod sms, kod weryf, karta stałego, punkty
4 usuń, reklam sms, profil, aplikacj, mail, nazwisk, numer telefonu, wypisać, rejestr, konto, konta, kod.
-5 kod rabatowy, konto bankowe, kod promo
billing
5 faktur, dwa razy, dwukrotnie, podwójn, pobran, vat., rabat, zniżk, odrzuc, wezwanie do, rat., raty, paragon, zapłacił
4 płatnoś, zapłac, kart, kwot, cen., cena, cenę, ceny, przelew, blik, opłat, promocj, przypomnieni, obciąż, wyciąg
2 firm
general
5 godziny otwarcia, o której, otwart, zamykacie, praca, pracownik, rekrut, współprac, partner, niegrzeczn, niemił, chamsk, pochwał, podziękowa
4 bardzo dziękuję panu, dziękuję pani, wspaniał, świetn, sprzedawc, kasjer, obsług, sklep w, parking, karty podarunkowe, skarg
3 sklep, niedziel
2 dziękuj
""",
    "sv": """
delivery
5 var är mitt, var är min, inte kommit, aldrig kommit, inte levererat, inte levererad, ringde på, ringde ingen, dörrklocka, granne, fel adress, ombud, utlämning, tull, spårning
4 leverans, leverer, bud., budet, chaufför, postnord, brevbär, försen, väntat på, väntar på, väntar fortfarande, lager, inte fått, ingenting fått, när kommer, utanför dörren, försvunn, brevlåda, frakt
3 paket, adress, skicka till, på väg, veckor
1 beställ, kartong, kommit
product
5 trasig, fungerar inte, funkar inte, går inte att starta, startar inte, slutat fungera, sönder, defekt, garanti, reklamer, reklamation, repar, reservdel, fel storlek, fel färg, fel vara, byta till, kan jag byta, bytt, utgånget datum, gått ut, mögl, allerg
4 saknas, saknade, fattas, istället för, i stället för, storlek, för liten, för stor, för små, repa., repor, spricka, sprucken, hål., fläck, läcker, överhett, luktade, luktar, ljud., oljud, bruksanvisning, manual, hur använder, hur fungerar, monter, skruv, passar, kompatib, ingrediens, innehåll, gluten, laktos, dosering, byte., byta
3 skärm, batteri, laddare, knapp, dragkedja, färg, kvalitet, i lager, modell, svart
2 produkt, klänning, sko., skorna, byxor, jacka, telefon, lampa, soffa, bord, stol, bok
refund
20 återbetal, pengarna tillbaka, pengar tillbaka, ångerrätt
7 avbeställ, säga upp, uppsägning
5 mina pengar, retur, skicka tillbaka, lämna tillbaka, ånger, ångra, avboka, annuller, säger upp, häva köp
4 kan inte gå på, kan inte komma på, behöver inte längre, vill inte ha, tillgodo, kompens, avsluta prenum
3 biljett, konsert, prenumeration
account
5 lösenord, logga in, inlogg, mitt konto, hacka, mina uppgifter, personuppgift, gdpr, nyhetsbrev, koden via, verifieringskod, sms kod, bankid, i appen, medlemskort, poäng, bonuspoäng
4 radera, avregistrer, reklam, profil, e post, mejl, efternamn, telefonnummer, konto, medlem, kod., koden, app
-5 rabattkod, bankkonto
billing
5 faktura, fakturer, två gånger, dubbel, moms, rabatt, nekas, nekad, påminnelse, autogiro, delbetal, kvitto, inkasso, dragit, redan betalat
4 betalning, betala, betalt, kort., kortet, belopp, pris, swish, klarna, debiter, avgift, kampanj, kontoutdrag
2 företag
general
5 hur dags, öppet, personal till, jobb, lediga tjänst, ansök, praktik, samarbet, otrevlig, oförskämd, oartig, stort tack till, beröm
4 stänger, öppnar, tack till, fantastisk, underbar, jättebra, trevlig bemöt, bemötande, kassörska, i kassan, expedit, kundtjänst, klagomål, butik i, butiken i, parkering, presentkort
3 butik, personal, söndag
2 tack
""",
    "da": """
delivery
5 hvor er min, hvor er mit, hvor bliver, ikke kommet, aldrig kommet, ikke leveret, ringede på, ringede ikke på, dørklokke, nabo, forkert adresse, forkerte adresse, pakkeshop, told, tracking, sporing
4 lever, bud., budet, chauffør, postnord, gls., forsink, ventet på, venter på, venter stadig, lager, ikke modtaget, ikke fået, intet modtaget, hvornår kommer, bortkommet, forsvundet, postkasse, fragt
3 pakke, adresse, sendt til, på vej, uger
1 bestil, kasse, modtag
product
5 i stykker, virker ikke, kan ikke tændes, tænder ikke, starter ikke, holdt op med at virke, ødelagt, defekt, garanti, reklam, repar, reservedel, forkert størrelse, forkert farve, forkert vare, bytte, ombyt, for gammel, udløbet, mug, allerg
4 mangler, manglede, i stedet for, størrelse, str., for lille, for stor, for små, ridse, revne, hul., plet, lækker, overophed, lugter, lugtede, larm, støj, brugsanvisning, vejledning, hvordan bruger, hvordan virker, samle, skrue, passer, kompatib, ingrediens, gluten, laktose, dosering
3 skærm, batteri, oplader, knap, lynlås, farve, kvalitet, på lager, model, sort.
2 produkt, vare, kjole, sko., bukser, jakke, telefon, lampe, sofa, bord, stol, bog
refund
20 pengene tilbage, penge tilbage, refunder, refusion, tilbagebetal
7 afbestil, opsige
5 mine penge, retur, sende tilbage, sende den tilbage, tilbage., fortrudt, fortryd, annuller
4 kan ikke komme til, kan ikke deltage, har ikke brug for, vil ikke have, tilgodebevis, kompens, lovede
3 billet, koncert, abonnement
account
5 adgangskode, kodeord, logge ind, log ind, min konto, hacket, mine oplysninger, personoplysning, personlige, gdpr, nyhedsbrev, koden på, bekræftelseskode, sms kode, mitid, i appen, medlemskort, point.
4 slet, afmeld, profil, mail, efternavn, telefonnummer, konto, medlem, koden, kode., app
-5 rabatkode, bankkonto
billing
5 faktura, to gange, dobbelt, moms, rabat, afvist, afvises, rykker, betalingsservice, rater, kvittering, inkasso, trukket, allerede betalt
4 betaling, betale, betalt, kort., kortet, beløb, pris, mobilepay, opkræv, gebyr, kontoudtog, regning
2 firma
general
5 åbningstid, lukker, åbner, åbent, medarbejdere til, job, ledige stilling, ansøg, praktik, samarbejd, uforskammet, uhøflig, ubehagelig, tusind tak til, ros.
4 tak til, fantastisk, vidunderlig, dejlig, betjening, ekspedient, kundeservice, klage, butik i, butikken i, parkering, gavekort
3 butik, personale, søndag
2 tak
""",
    "no": """
delivery
5 hvor er min, hvor er pakken, hvor blir, ikke kommet, aldri kommet, ikke levert, ringte på, ringte ikke på, ringeklokk, dørklokk, nabo, feil adresse, hentested, utlevering, toll, sporing
4 lever, bud., budet, sjåfør, posten, postnord, forsink, ventet på, venter på, venter fortsatt, lager, ikke mottatt, ikke fått, når kommer, forsvunnet, postkasse, frakt
3 pakke, adresse, sendt til, på vei, uker
1 bestil, esk, mottatt
product
5 ødelagt, virker ikke, fungerer ikke, slå seg på, slår seg ikke på, starter ikke, sluttet å, i stykker, knust, defekt, garanti, reklam, repar, reservedel, feil størrelse, feil farge, feil vare, bytte, gått ut på dato, utgått, mugg, allerg
4 mangler, manglet, i stedet for, istedenfor, størrelse, str., for liten, for stor, for små, ripe, sprekk, hull, flekk, lekker, overopphet, lukter, luktet, bråk, støy, bruksanvisning, hvordan bruker, hvordan virker, monter, skrue, passer, kompatib, ingrediens, gluten, laktose, dosering
3 skjerm, batteri, lader, knapp, glidelås, farge, kvalitet, på lager, modell, svart
2 produkt, vare, kjole, sko., bukse, jakke, telefon, lampe, sofa, bord, stol, bok
refund
20 pengene tilbake, penger tilbake, refunder, refusjon, tilbakebetal
7 avbestill, si opp, oppsigelse
5 mine penger, retur, sende tilbake, tilbake., ombestemt, angre, kansell, avbryte, sier opp
4 kan ikke gå på, kan ikke komme på, ikke delta, trenger ikke, vil ikke ha, tilgodelapp, kompens, lovte, lovet
3 billett, konsert, abonnement
account
5 passord, logge inn, innlogg, min konto, kontoen min, hacket, opplysningene mine, mine opplysninger, personopplysning, gdpr, nyhetsbrev, koden på, bekreftelseskode, sms kode, bankid, i appen, medlemskort, poeng
4 slett, meld meg av, avmeld, profil, e post, mail, etternavn, telefonnummer, konto, medlem, koden, kode., app
-5 rabattkode, bankkonto
billing
5 faktura, to ganger, dobbelt, mva, moms, rabatt, avvist, avvises, purring, avtalegiro, delbetal, avdrag, kvittering, inkasso, trukket, allerede betalt
4 betaling, betale, betalt, kort., kortet, beløp, pris, vipps, belast, gebyr, kontoutskrift, regning
2 firma
general
5 åpningstid, stenger, åpner, åpent, folk til sommer, jobb, ledig stilling, søknad, praksis, samarbeid, uhøflig, frekk, ufin, tusen takk til, ros.
4 takk til, fantastisk, nydelig, betjening, ekspeditør, i kassen, kundeservice, klage, butikk i, butikken i, parkering, gavekort
3 butikk, personale, søndag
2 takk
""",
    "fi": """
delivery
5 missä on, missä tilaus, missä pakett, missä ne viipy, ei ole saapunut, ei ole tullut perille, ei ole vielä tullut, ei saapunut, ei toimitettu, ovikello, naapuri, väärä osoite, väärään osoitteeseen, noutopiste, pakettiautomaat, tulli, seuranta
4 toimit, kuljett, kuriiri, lähett, posti., postin, matkahuolto, myöhäss, viivästy, odottanut, odotan, odottelen, varasto, en ole saanut, en saanut mitään, milloin saa, milloin tulee, katosi, kadonnut, postilaatik
3 paket, osoite, osoitt, lähety, matkalla, viikkoa
1 tilaus, tilaukse, laatik
product
5 rikki, rikkoutu, ei käynnisty, eikä laite käynnisty, ei mene päälle, lakkasi toimimasta, viallinen, vika., vikaa, särkyn, takuu, reklamaatio, korjata, korjau, varaosa, väärä koko, väärän, väärä väri, vanhentun, homee, pilaantun, allerg, vaihtaa koko, vaihtaa toiseen
4 puuttuu, puuttui, puuttuv, sijaan, koko., koon, liian pien, liian iso, liian suur, naarmu, repeyty, reikä, tahra, vuotaa, kuumenee, haisi, haisee, ääntä, käyttöohje, ohje, miten käyt, miten toimii, kokoami, koota, ruuvi, sopii, sopiva, yhteensop, aineso, gluteen, laktoosi, annost, vaihto, vaihtaa, ei toimi
3 näyttö, näytö, akku, laturi, nappi, vetoketju, väri, laatu, varastossa, malli
2 tuote, tuott, laite, mekko, kenk, housu, takki, puhelin, lamppu, sohva, pöytä, tuoli, kirja
refund
20 hyvity, rahat takaisin, hinnan takaisin
7 irtisano
5 rahani, rahojen palau, palaut, perua, perun., peruut, muutin mieleni
4 takaisin, en pääse lauantaina, en pääse paikalle, en voi osallistua, en tarvitse, en halua, korvau
3 lippu, lipun, liput, konsert, tilaukseni lehteen
-4 salasanan palaut
account
5 salasana, kirjaut, kirjaud, tunnus, käyttäjätil, tilini, hakkeroi, tietoni, henkilötie, gdpr, uutiskirje, tekstiviestikood, vahvistuskood, koodi ei, sovelluk, kanta asiakas, pisteet, pisteitä, bonuspiste, vaihtaa sähköposti
4 poistakaa, poistaa, mainok, profiili, sähköposti, sukunim, puhelinnumero, tekstiviest, rekister, jäsen, koodi, sovellu
-5 alennuskood, pankkitil
billing
7 alennuskood
5 lasku, kaksi kertaa, kahteen kertaan, kahdesti, tuplana, alv, hylät, hylkä, maksumuistutus, muistutus, suoravel, osamaksu, kuitti, perintä, veloit, jo maksanut, alennus
4 maksu, maksa, kortti, summa, hinta, hinnan, mobilepay, klarna, tiliote, tarjous
2 yrity
general
5 aukiolo, mihin aikaan, sulkeut, avataan, auki., kesätyö, työpaik, töihin, hakemus, harjoittelu, yhteistyö, töykeä, epäkohtelia, tyly, suuri kiitos, kehu
4 mahtava, loistava, ihana, erinomai, myyjä, kassahenk, asiakaspalvelu, valitus, myymälä, pysäköinti, lahjakort, ystävällinen, ystävällistä
3 kauppa, henkilökun, sunnuntai
2 kiitos, kiitok
""",
    "cs": """
delivery
5 kde je můj, kde je moje, kde mám, nedorazil, nepřišel, nepřišla, nepřišlo, nedoručil, nebylo doručeno, nezazvonil, nezvonil, zvonek, soused, špatnou adresu, výdejní míst, zásilkovn, celnic, clo.
4 kurýr, doruč, doruc, zásilk, řidič, pošt, zpožděn, čekám, sklad., ve skladu, sledován, dosud nic, neobdržel, nedostal, kdy přijde, kdy dorazí, ztratil, doprav, dodán
3 balík, balíč, adres, odeslán, na cestě, týdny
1 objedn, krabic
product
5 nefung, nejde zapnout, nezapne, přestal fung, přestala fung, rozbit, poškozen, vadn, prask, záruk, reklamac, reklamov, oprav, náhradní díl, špatná velikost, špatnou velikost, špatná barva, prošl, plesniv, zkažen, výměn, alergen, alergi
4 chybí, chyběl, místo., velikost, malé, malá, velké, velká, poškráb, roztržen, díra, skvrn, teče, přehřívá, hluk, zapách, smrdí, návod, jak se používá, jak používat, jak sestavit, montáž, šroub, kompatib, pasuje, hodí se, složení, lepek, laktóz, dávkování
3 obrazovk, displej, bateri, nabíječk, tlačítk, zip, barva, kvalit, skladem, model
2 výrobek, zboží, produkt, přístroj, šaty, bot., kalhot, telefon, lamp, kniha
refund
20 vrácení peněz, vrátit peníze, peníze zpět
7 odstoup, storn, výpověď
5 své peníze, vrátit, vracím, vrácení, poslat zpět, zrušit, zruším, rozmysl, dobropis
4 nemůžu v sobotu, nemůžu přijít, nezúčastn, nepotřebuj, už nechci, odškod
3 lístek, lístk, vstupenk, koncert, předplatn, peníze
account
5 heslo, hesla, přihlás, můj účet, mého účtu, hack, nabour, moje údaje, osobní údaje, osobních údajů, gdpr, newsletter, kód v sms, ověřovací kód, kód nechodí, věrnost, body.
4 smažte, smazat, vymaz, odhlás, reklamní, profil, email, mail, příjmení, telefonní číslo, aplikac, účet, registr, kód.
-5 slevový kód, bankovní účet, na účet
billing
5 faktur, dvakrát, dvojit, dph, slev, zamítn, upomínk, inkaso, splátk, účtenk, strhl, strhn, už jsem zaplatil
4 platb, zaplat, platit, kart, částk, cen., cena, cenu, ceny, převod, poplat, výpis, dobírk
2 firmu
general
5 otevírací dob, v kolik, zavírá, otevřen, brigád, práci u vás, pracovní, životopis, spoluprac, partner, hrub, neslušn, nepříjemn, arogantn, moc děkuji paní, moc děkuji panu, pochval
4 děkuji paní, skvěl, úžasn, výborn, ochot, prodavač, pokladní, obsluh, zákaznick, stížnost, prodejna v, parkov, dárkové poukazy
3 prodejn, obchod, neděli
2 děkuj
""",
    "ro": """
delivery
5 unde este, unde e comanda, unde e coletul, nu a ajuns, nu a mai ajuns, n a ajuns, nu a fost livrat, nu mi a fost livrat, sunat la ușă, interfon, vecin, adresă greșită, adresa greșită, easybox, punct de ridicare, vamă, vama
4 curier, livra, șofer, poșt, fan courier, sameday, întârzi, aștept, depozit, nu am primit, n am primit, când ajunge, când vine, trebuia să ajungă, pierdut, urmărire, awb, expedi
3 colet, adresă, transport, pe drum, săptămâni
1 comand, cutia, primit
product
5 nu funcționează, nu merge, nu pornește, nu se aprinde, nu se încarcă, stricat, defect, spart, rupt, crăpat, garanție, repar, piese, piesă, mărime greșită, mărimea greșită, culoare greșită, expirat, mucegai, alterat, alerg, să o schimb, să îl schimb, schimb cu, schimbul, înlocui
4 lipses, lipsea, în loc de, mărime, prea mic, prea mare, prea strâmt, zgâri, pată, gaură, curge, se încălze, zgomot, miros, manual., instrucțiuni, cum se folosește, cum folosesc, cum se montează, montaj, șurub, compatibil, se potrivește, ingredien, gluten, lactoz, dozaj, deteriorat, incomplet
3 ecran, baterie, încărcător, buton, fermoar, culoare, calitate, stoc, model
2 produs, aparat, rochie, pantofi, telefon, lampă, canapea, carte., masă
refund
20 ramburs, banii înapoi, bani înapoi
7 reziliez
5 banii mei, înapoi, retur, restitui, răzgândit, renunț, retrage, anul, rezilier, banii pe bilet
4 nu mai pot merge, nu mai pot veni, nu mai pot participa, nu mai am nevoie, nu o mai vreau, nu îl mai vreau, despăgub, stornare
3 bilet, concert, abonament, bani
account
5 parol, conecta, conectez, autentific, loga, contul meu, cont blocat, hack, datele mele, date personale, gdpr, newsletter, codul prin, cod de verificare, codul de verificare, codul nu, card de fidelitate, puncte
4 ștergeți, ștergerea, dezabon, reclame, spam, profil, e mail, email, nume de familie, număr de telefon, aplicați, cont., contul, înregistr, codul
-5 codul de reducere, cod de reducere, cont bancar, codul promo
billing
5 factur, de două ori, dublu, tva, reducere, voucher, respins, refuz, somație, debit, rate., bon fiscal, bonul, chitanț, am plătit deja
4 plat, plăt, card, sumă, suma, preț, transfer, taxa, taxe, extras de cont, promoți, luat banii
2 firmă
general
5 program de, orar, la ce oră, închide, deschide, angaj, loc de muncă, cv., colabor, parteneriat, nepoliticos, obraznic, grosolan, mulțumesc mult doamnei, felicit
4 mulțumesc doamnei, mulțumesc domnului, minunat, excelent, extraordinar, amabil, vânzăt, casier, personalul, relații cu clienții, reclamați, plângere, parcare, carduri cadou
3 magazin, duminic
2 mulțum
""",
    "hr": """
delivery
5 gdje je moj, gdje mi je, nije stig, nikad stig, nije došla, nije isporučen, nije dostavljen, pozvonio, zvono, susjed, kriv adres, krivu adresu, paketomat, carin
4 dostav, isporu, kurir, pošta, pošte, pošilj, kasni, kašnj, čekam, skladišt, nisam dobi, nisam primi, kada stiže, kad stiže, kad će, praćenj, izgubljen, hp., gls.
3 paket, adres, poslan, na putu, tjedna
1 narud, kutij
product
5 ne radi, ne pali, ne uključuje, prestao raditi, prestala raditi, pokvar, oštećen, neisprav, slomljen, razbijen, napuk, jamstv, garanc, poprav, rezervn, kriva veličina, krivu veličinu, kriva boja, istekao rok, rok trajanja, pljesniv, alergen, alergi, zamijeniti, zamjen, reklamacij
4 nedostaj, fali, umjesto, veličin, premal, prevelik, ogreb, poderan, rupa, mrlj, curi, pregrij, buka, smrdi, miris, upute, kako se koristi, kako koristiti, sastav, vijk, vijak, kompatibil, odgovara li, gluten, laktoz, doziran
3 ekran, zaslon, bateri, punjač, gumb, boja, kvalitet, na zalihi, model
2 proizvod, uređaj, haljin, cipel, hlače, telefon, lamp, knjig
refund
20 povrat, vratiti novac, vratite novac, refundac
7 raskid
5 novac natrag, moj novac, vratiti, vraćam, odusta, otkaz, predomisli, storn
4 ne mogu na koncert, ne mogu doći, ne trebam, ne želim više, obeća
3 ulaznic, kart za, koncert, pretplat, novac, novca
account
5 lozink, prijav, moj račun, mojem računu, hakir, moje podatke, moji podaci, osobn, gdpr, newsletter, kod putem, kod za, kod nikad, kod ne, kartica vjernosti, bodov
4 obriš, brisan, odjav, reklamn, profil, email, mail, prezime, broj telefona, aplikacij, registr, korisničk
-5 kod za popust, promo kod, bankovni račun, kupon
billing
5 račun na, račun s, r1, faktur, dvaput, dva puta, dvostruko, pdv, popust, kupon, odbij, opomen, na rate, rata, naplat, naplać, već plati
4 plaćan, plati, kartic, iznos, cijen, uplat, trošk, izvod, račun
2 firmu, tvrtk
general
5 radno vrijeme, u koliko sati, zatvara, otvoren, radnike, posao, zaposl, suradnj, partner, neljubaz, bezobraz, nepristojn, puno hvala gospo, pohval
4 hvala gospo, odličn, divn, izvrs, ljubaz, prodavač, blagajni, osoblje, korisnička, pritužb, parking, poklon bon
3 trgovin, dućan, nedjelj
2 hvala
""",
    "hu": """
delivery
5 hol van a, hol a csomag, hol tart, nem érkez, nem jött meg a csomag, nem kaptam meg, nem szállít, csenget, kapucsengő, szomszéd, rossz cím, téves cím, csomagpont, csomagautomata, átvételi pont, vámon, vám.
4 futár, szállít, kézbesít, kiszállít, posta, késik, késés, várok, várom, raktár, nem kaptam, mikor érkezik, mikor jön, nyomkövet, elveszett, feladtak, gls.
3 csomag, címre, úton, hete.
1 rendel, doboz
product
5 nem működik, nem kapcsol be, nem indul, nem tölt, elromlott, eltört, törött, tönkrement, hibás, sérült, garanci, jótáll, javít, szervi, alkatrész, rossz méret, rossz szín, lejárt, penész, romlott, allergén, allergi, kicserél, cserél, csere.
4 hiányzik, hiányzott, hiányoz, helyett, méret, túl kicsi, túl nagy, kicsi., karcos, repedt, szakadt, lyuk, folt, szivárog, csöpög, túlmeleg, zaj, büdös, szag, használati, hogyan kell, hogyan használ, hogyan működik, szerel, csavar, kompatibil, összetev, glutén, laktóz, adagol
3 képernyő, kijelző, akkumul, töltő, gomb, cipzár, szín., színben, minőség, készlet, modell
2 termék, készülék, ruha, cipő, nadrág, kabát, telefon, lámpa, kanapé, asztal, szék, könyv
refund
20 visszatérít, visszakap, pénzvissza
7 elállás, sztorn
5 visszakér, pénzem, visszaad, visszaküld, visszafizet, visszáru, elállok, eláll a, lemond, törölném a rendel, törölni a rendel, meggondoltam, felmond
4 nem tudok elmenni, nem tudok ott lenni, nincs szükségem, nem kérem, kártér, jóváír
3 jegy, koncert, előfizetés, pénzt
account
5 jelszó, bejelentkez, belépni, belépés, fiókom, fiókba, feltört, adatomat, adataim, személyes adat, gdpr, hírlevél, sms kód, ellenőrző kód, kód nem, hűségkárt, pontjaim, pontok
4 törölj, törlés, leiratkoz, reklám, profil, e mail, email, vezetéknév, telefonszám, alkalmazás, fiók, regisztr, kód.
-5 kuponkód, kedvezménykód, bankszámla
billing
5 számla, számlá, kétszer, dupl, áfa, kupon, kedvezmény, elutasít, felszólít, beszed, részlet, nyugta, vonták, már kifizet
4 fizet, kártyám, bankkárty, összeg, ára., árból, árat, átutal, terhel, díj, akció
2 cég
general
5 nyitvatart, meddig van nyitva, hány óra, mikor nyit, mikor zár, diákmunk, állás, jelentkez, önéletrajz, együttműköd, partner, udvariatlan, bunkó, goromb
4 csodálat, kiváló, fantaszt, szuper, kedves volt, eladó, pénztár, ügyfélszolg, panasz, üzlet, parkol, ajándékkárty
3 nagyon köszönöm, bolt, vasárnap
2 köszön
""",
    "tr": """
delivery
5 nerede kaldı, siparişim nerede, kargom nerede, gelmedi, ulaşmadı, teslim edilmedi, zili, zil., komşu, yanlış adres, gümrük, teslimat noktası, dağıtımda
4 kargo, kurye, teslim, gecik, bekliyorum, depo, hâlâ yok siparişim, ne zaman gelecek, ne zaman gelir, ne zaman ulaş, almadım, elime geç, kayboldu, kapıcı, kapıda, takip, gönderi, nakliye
3 paket, adres, yolda, haftadır
1 sipariş, kutu, gelecek
product
5 çalışmıyor, açılmıyor, bozuk, bozul, kırık, kırıl, arıza, çatla, garanti, tamir, servise, yedek parça, yanlış beden, yanlış renk, yanlış ürün, tarihi geç, son kullanma, küf, bayat, alerj, değiştirebilir mi, değişim, değiştirmek ist, şarj olmuyor, kusurlu, ayıplı
4 eksik, yerine, beden, numara, küçük, büyük, dar., çizik, yırtık, delik, leke, akıtıyor, sızd, ısın, ses geliyor, koku, kılavuz, nasıl kullan, nasıl çalış, montaj, kurulum, vida, uyumlu, içindekiler, içerik, gluten, laktoz, doz, hasarlı
3 ekran, batarya, pil, şarj, düğme, fermuar, renk, kalite, stok, model
2 ürün, cihaz, elbise, ayakkabı, pantolon, telefon, lamba, koltuk, masa, kitap
refund
20 para iade, geri ödeme
7 iptal, cayma
5 iade, paramı, parasını geri, geri almak, vazgeç, fikrimi değiştir
4 gidemiyorum, gidemeyece, katılamay, gelemeyece, artık istemiyorum, ihtiyacım kalmadı, tazmin
3 bilet, konser, aboneli
account
7 e posta adres
5 şifre, parola, giriş yap, giremiyorum, oturum aç, hesabım, ele geçir, hacklen, verilerimi, kişisel, kvkk, bülten, sms ile gelen, doğrulama kod, kod gelm, onay kod, sadakat, puanlar, puanım
4 silin, silme, reklam, profil, e posta, eposta, mail, soyad, telefon numara, uygulama, üyelik, kayıt, hesap, kod., sms
-5 indirim kod, banka hesab, takip kod
billing
5 fatura, iki kez, iki defa, çift, kdv, indirim, kupon, reddedil, hatırlatma, otomatik ödeme, taksit, fiş., çekim, fazla para, zaten ödedim
4 ödeme, ödedi, kart, tutar, fiyat, havale, ücret, ekstre, tahsil, kampanya
2 şirket
general
5 çalışma saat, kaçta, açılıyor, kapanıyor, açık mı, eleman, iş başvuru, staj, işbirliği, iş birliği, ortaklık, kaba, saygısız, terbiyesiz
4 harika, mükemmel, memnun, güler yüz, kasiyer, satış danışman, müşteri hizmet, şikayet, otopark, hediye kart
3 mağaza, pazar günü, personel
2 teşekkür
""",
    "id": """
delivery
5 di mana pesanan, di mana paket, belum sampai, tidak sampai, belum datang, belum diterima, tidak terkirim, bel., tetangga, salah alamat, alamat salah, bea cukai, titik ambil, resi
4 kurir, antar, kirim, pengirim, dikirim, menunggu, tunggu, terlambat, telat, gudang, belum menerima, belum saya terima, kapan sampai, kapan datang, hilang, satpam, ekspedisi, jne., pelacak, lacak
3 paket, alamat, perjalanan, minggu
1 pesan, kotak, sampai
product
5 rusak, tidak berfungsi, tidak menyala, tidak mau menyala, mati total, pecah, retak, cacat, garansi, perbaik, servis, suku cadang, salah ukuran, salah warna, salah barang, salah kirim, kedaluwarsa, kadaluarsa, berjamur, basi, alergi, ditukar, tukar, menukar, penukaran
4 kurang, tidak lengkap, ukuran, kekecilan, kebesaran, terlalu kecil, terlalu besar, tergores, sobek, robek, bolong, noda, bocor, panas, berisik, bau, petunjuk, cara pakai, cara menggunakan, cara memasang, rakit, sekrup, cocok, kompatibel, kandungan, bahan, gluten, laktosa, dosis, tidak sesuai
3 layar, baterai, charger, tombol, warna, kualitas, stok, model
2 produk, barang, baju, sepatu, celana, hp., lampu, sofa, buku
refund
20 refund, uang kembali
7 batal, membatalkan
5 pengembalian, uang saya, uang tiket, kembalikan, mengembalikan, dikembalikan, retur, berhenti langganan, berubah pikiran
4 tidak bisa nonton, tidak bisa hadir, tidak bisa datang, tidak jadi, tidak butuh, ganti rugi
3 tiket, konser, langganan, uang
account
7 alamat email
5 password, sandi, masuk ke aplikasi, masuk ke akun, login, akun saya, diretas, hack, data pribadi, data saya, kode otp, otp., kode verifikasi, newsletter, buletin, poin, kartu member
4 hapus, menghapus, berhenti kirim, iklan, profil, email, nama belakang, nomor telepon, nomor hp, aplikasi, akun, daftar, kode, sms
-5 kode diskon, kode promo, rekening bank
billing
5 faktur, invoice, dua kali, dobel, pajak, ppn, diskon, kode promo, voucher, ditolak, tagihan, autodebet, cicilan, struk, kuitansi, terpotong, dipotong, sudah bayar
4 pembayaran, bayar, kartu, jumlah, harga, transfer, biaya, rekening, tertagih
2 perusahaan
general
5 jam buka, jam berapa, tutup, buka., lowongan, kerja, magang, melamar, kemitraan, kasar, tidak sopan, jutek, terima kasih banyak kepada
4 hebat, luar biasa, mantap, ramah, memuaskan, puas, kasir, pelayan, keluhan, parkir, kartu hadiah
3 toko, hari minggu, cabang
2 terima kasih
""",
    "vi": """
delivery
5 hàng đâu, chưa nhận được, chưa thấy hàng, chưa giao, không giao, chưa tới, bấm chuông, hàng xóm, sai địa chỉ, nhầm địa chỉ, hải quan, điểm nhận, chưa đến nơi
4 giao., shipper., vận chuyển, bưu tá, bưu điện, trễ., chậm., đợi., chờ., kho., không nhận được hàng, bao giờ đến, khi nào đến, khi nào nhận, thất lạc, bảo vệ, mã vận đơn
3 gói hàng, kiện hàng, địa chỉ, ba tuần, trên đường
1 đơn hàng, đặt., hộp.
product
5 không hoạt động, không lên, không bật, hỏng., hư., bể., vỡ., nứt., lỗi., bảo hành, sửa., phụ tùng, sai size, sai màu, sai mẫu, hết hạn, mốc., ôi thiu, dị ứng, đổi được không, đổi size, đổi hàng, đổi sang
4 thiếu., thay vì, size., kích cỡ, quá nhỏ, quá to, chật., rộng., trầy., xước., rách., thủng., vết bẩn, rò., nóng., ồn., mùi., cách dùng, cách sử dụng, lắp., ốc., tương thích, thành phần, gluten., liều., không đúng mô tả
3 màn hình, pin., sạc., nút., màu., chất lượng, còn hàng, mẫu.
2 sản phẩm, máy., váy., giày., quần., áo., điện thoại, đèn., sách.
refund
20 hoàn tiền, lại tiền
7 hủy đơn
5 tiền lại, lấy lại tiền, trả lại, hoàn trả, huỷ., hủy., đổi ý, tiền của tôi
4 không đi xem được, không đi được, không tham dự, không cần nữa, không muốn nữa, bồi thường
3 vé., đăng ký tạp chí
account
7 địa chỉ email
5 mật khẩu, đăng nhập, tài khoản của, bị hack, dữ liệu của, dữ liệu cá nhân, thông tin cá nhân, mã xác minh, mã xác nhận, otp., bản tin, điểm thưởng, thẻ thành viên
4 xóa., quảng cáo, hồ sơ, email., họ tên, số điện thoại, ứng dụng, tài khoản, đăng ký, sms., mã.
-4 mã giảm giá, tài khoản ngân hàng, mã vận đơn
billing
5 hóa đơn, hoá đơn, hai lần, trừ tiền, vat., giảm giá, mã khuyến mãi, từ chối, nhắc nợ, trả góp, biên lai, tính sai, đã thanh toán rồi
4 thanh toán, thẻ., số tiền, giá., chuyển khoản, phí., khuyến mãi, sao kê
2 công ty
general
5 mấy giờ, đóng cửa, mở cửa, tuyển., việc làm, hợp tác, đối tác, thô lỗ, mất lịch sự, bất lịch sự, khen.
4 tuyệt vời, hài lòng, nhiệt tình, dễ thương, thu ngân, nhân viên, phàn nàn, khiếu nại, bãi đỗ xe, thẻ quà tặng
3 cửa hàng, chủ nhật
2 cảm ơn
""",
    "el": """
delivery
5 πού είναι η παραγγελία, πού βρίσκεται, δεν έχει έρθει, δεν ήρθε, δεν έφτασε, δεν παραδόθηκε, κουδούνι, θυροτηλέφωνο, γείτον, λάθος διεύθυνση, τελωνεί, σημείο παραλαβής, locker
4 κούριερ, courier, παράδοσ, παραδώσ, αποστολ, αποστείλ, καθυστέρ, αργεί, περιμένω, αποθήκη, δεν έχω λάβει, δεν έλαβα, δεν παρέλαβα, πότε θα έρθει, πότε θα φτάσει, χάθηκε, tracking, μεταφορικ, διανομέ
3 δέμα, πακέτο, διεύθυνσ, καθ οδόν, εβδομάδες
1 παραγγελ, κουτί
product
5 δεν λειτουργεί, δεν δουλεύει, δεν ανάβει, δεν ανοίγει, χάλασε, χαλασμέν, σπασμέν, έσπασε, ελαττωματικ, ραγισμέν, εγγύηση, επισκευ, ανταλλακτικ, λάθος μέγεθος, λάθος χρώμα, λάθος προϊόν, ληγμέν, έληξε, μούχλ, αλλεργ, αντικατάστασ, να το αλλάξω, να την αλλάξω, να τα αλλάξω
4 λείπ, έλειπ, αντί για, μέγεθος, νούμερο, μικρό, μεγάλο, στενό, γρατζουν, σκισμέν, τρύπα, λεκέ, στάζει, θόρυβο, μύριζε, οδηγίες, πώς χρησιμοπ, πώς λειτουργ, συναρμολόγ, βίδ, συμβατ, ταιριάζει, συστατικ, γλουτέν, λακτόζ, δόση, αλλαγή
3 οθόνη, μπαταρία, φορτιστ, κουμπί, φερμουάρ, χρώμα, ποιότητα, διαθέσιμ, μοντέλο
2 προϊόν, συσκευή, φόρεμα, παπούτσι, τηλέφωνο, λάμπα, βιβλίο
refund
20 επιστροφή χρημάτων
7 ακύρωσ, ακυρώσ, υπαναχώρ
5 χρήματά μου, τα χρήματα, τα λεφτά, λεφτά μου, επιστρέψ, επιστροφ, διακόψω, άλλαξα γνώμη, μετάνιωσα, πίστωσ
4 δεν μπορώ να πάω, δεν θα μπορέσω, δεν το χρειάζομαι, δεν το θέλω, αποζημ
3 εισιτήρι, συναυλία, συνδρομή
account
5 κωδικό πρόσβασης, συνδεθώ, σύνδεση, λογαριασμό μου, χάκαρ, χακάρ, δεδομένα, προσωπικ, gdpr, newsletter, ενημερωτικ, κωδικός με sms, κωδικός επιβ, κάρτα μέλους, πόντ
4 διαγράψτε, διαγραφή, διαφημ, προφίλ, email, e mail, επώνυμο, αριθμό τηλεφώνου, εφαρμογή, λογαριασμ, εγγραφ, κωδικ, sms
-5 εκπτωτικός κωδικός, κωδικός έκπτωσης, τραπεζικ
billing
5 τιμολόγι, δύο φορές, διπλά, διπλή, φπα, εκπτωτικ, έκπτωση, κουπόνι, απορρίπτ, υπενθύμιση πληρ, πάγια, δόσεις, απόδειξη, ήδη πληρώσει
4 χρέωσ, χρεώσ, πλήρω, κάρτα μου, ποσό, τιμή, έμβασμα, τράπεζα, λογαριασμού
general
7 προσωπικό για
5 ωράριο, τι ώρα, κλείνει, ανοιχτ, δουλειά, βιογραφικ, συνεργασία, αγεν, αναίδ, συγχαρητήρια
4 ευχαριστώ πολύ τη, υπέροχ, εξαιρετικ, φοβερ, ευγενικ, πωλητ, ταμία, εξυπηρέτηση, παράπονο, κατάστημα, πάρκιν, δωροκάρτ
3 μαγαζί, κυριακή
2 ευχαριστ
""",
    "ru": """
delivery
5 где мой, где моя, где мои, где заказ, где посылка, так и не приш, не пришла, не доставили, не привезли, не получила заказ, не получил заказ, не позвонил, в дверь, домофон, сосед, не тот адрес, неверный адрес, пункт выдачи, постамат, таможн
4 курьер, достав, привез, жду, ожида, почт., почта, почты, задерж, опазды, опозда, склад., на складе, отслежив, трек, до сих пор нет, когда придет, потерял, отправлен, водитель
3 посылк, адрес, в пути, недел, пропал
1 заказ, коробк, пришел, получ
product
5 не работает, не включается, перестал работать, перестала работать, слома, разбит, разбил, брак, дефект, поврежд, трещин, треснул, гаранти, ремонт, запчаст, не тот размер, не тот цвет, не тот товар, просроч, срок годности, плесен, испорч, аллерг, обмен, заменить, замена, замену
4 не хватает, не хватало, не положили, вместо, размер, маленьк, велик., мала., царапин, порван, дыр, пятн, течет, протек, перегрева, шумит, запах, пахнет, воняет, инструкци, как пользоваться, как использовать, как собрать, сборк, винт, шуруп, совместим, подходит, подойдет, состав, глютен, лактоз, дозировк, не соответству, комплект, слишком больш
3 экран, батаре, зарядк, заряж, кнопк, молни, цвет, качеств, в наличии, модел
2 товар, устройств, прибор, платье, ботин, туфл, брюк, телефон, ламп, диван, книг
refund
20 вернуть деньги, верните деньги, возврат
7 расторг
5 мои деньги, верните, вернуть, отмен, отказаться, отказ от, передумал, отправить обратно, сдать
4 не смогу пойти, не смогу прийти, не могу пойти, не нужен больше, больше не нуж, компенсац, обещали
3 билет, концерт, подписк, деньги
account
7 адрес электронн
5 парол, войти, вход в, личный кабинет, аккаунт, взлом, мои данные, персональн, личные данные, рассылк, код по, код не приход, карта лояльн, бонусн, баллы, баллов
4 удалите, удалить, отписа, реклам, спам, профил, электронной почт, электронную почт, емейл, фамили, номер телефона, приложени, учетн, регистр, логин, код., смс
-5 код скидки, промокод, на почте россии
billing
5 счет фактур, счет на, дважды, два раза, двойн, ндс, промокод, скидк, отклон, не проходит оплат, напоминание об, автоплат, рассрочк, чек., чека, квитанц, списал, списан, уже оплат, полную цену
4 оплат, оплач, плат, карт, сумм, цен., цена, цену, цене, перевод, комисси, выписк, купон, акци
2 компани
general
5 режим работы, часы работы, до скольки, во сколько, открыт, закрыва, набираете, ваканси, работу у вас, устроиться, резюме, стажировк, сотруднич, партнер, нахамил, хамств, груб, невежлив
4 замечательн, прекрасн, отличн, супер., вежлив, продавец, продавщ, кассир, обслуживан, служба поддержки, жалоб, магазин в, парковк, подарочные карт
3 магазин, воскресень
2 благодар, спасибо
""",
    "uk": """
delivery
5 де мій, де моя, де мої, де замовлення, де посилка, так і не прийш, не прийшла, не доставили, не привезли, не отримала замовл, не отримав замовл, не подзвонив, у двері, домофон, сусід, не ту адресу, неправильну адресу, точка видачі, поштомат, митниц
4 кур єр, достав, привез, чекаю, очіку, пошта, пошти, затрим, запізн, склад., на складі, відстеж, досі немає, коли прийде, загуби, відправлен, водій
3 посилк, адрес, в дорозі, тижн, зник
1 замовл, коробк, прийшов, отрим
product
5 не працює, не вмикається, перестав працювати, перестала працювати, зламал, зламан, розбит, розбил, брак., бракован, дефект, пошкодж, тріщин, тріснув, гаранті, ремонт, запчаст, не той розмір, не той колір, не той товар, простроч, термін придатності, пліснав, зіпсован, алерг, обмін, замінити, заміна, заміну
4 бракує, не вистача, немає в коробці, замість, розмір, замал, завелик, подряп, порван, дірк, плям, тече, протіка, перегріва, шумить, запах, пахне, інструкці, як користуватися, як зібрати, гвинт, шуруп, сумісн, підходить, склад продукт, глютен, лактоз, дозуван, не відповіда
3 екран, батаре, зарядк, заряджа, кнопк, блискавк, колір, якіст, в наявності, модел
2 товар, пристрій, прилад, сукн, взутт, телефон, ламп, диван, книг
refund
20 повернути гроші, поверніть гроші
7 скасув, розірв
5 повернен, мої гроші, поверніть, повернути, відмовитися, відмова від, передума, відправити назад, здати
4 не зможу піти, не зможу прийти, не можу піти, більше не потріб, компенсац, обіцяли
3 квитк, концерт, передплат, підписк, гроші
account
5 парол, увійти, вхід в, особистий кабінет, акаунт, обліков, зламали мій, мої дані, персональн, особисті дані, розсилк, код в смс, код підтвердж, код не приход, картка лояльн, бонус, бали.
4 видаліть, видалити, відписа, реклам, спам, профіл, електронну пошт, електронної пошт, імейл, прізвищ, номер телефону, застосун, додаток, реєстр, логін, код., смс
-5 код знижки, промокод
billing
5 рахунок, двічі, два рази, подвійн, пдв, промокод, знижк, відхил, нагадування про, розстроч, чек., квитанц, зняли, списал, вже оплат, повну ціну
4 оплат, плат, картк, сум., сума, суму, ціна, ціну, переказ, комісі, виписк, купон, акці
2 компані
general
5 графік роботи, години роботи, до котрої, о котрій, відкрит, зачиня, працівник, ваканс, роботу у вас, резюме, стажув, співпрац, партнер, нахам, хамств, груб
4 чудов, прекрасн, відмінн, ввічлив, продав, касир, обслуговуван, служба підтримки, скарг, магазин у, парковк, подарункові карт
3 вдячн, магазин, неділ
2 дякую
""",
    "ar": """
delivery
5 أين طلبي, وين طلبي, أين شحنتي, لم يصل, لم تصل, ما وصل, لم يتم توصيل, لم يطرق, جرس, الجيران, عند جار, الجار, عنوان خاطئ, العنوان الخطأ, الجمارك, نقطة استلام, تتبع
4 توصيل, مندوب, السائق, شحنة, الشحن, تأخر, تأخير, أنتظر, بانتظار, المستودع, المخزن, لم أستلم, ما استلمت, متى يصل, متى تصل, ضاع, البريد السعودي
3 طرد, العنوان, عنواني, في الطريق, أسابيع
1 الطلب, طلبية, الصندوق
product
5 لا يعمل, لا تعمل, ما يشتغل, لا يشتغل, توقف عن العمل, مكسور, انكسر, معطل, تعطل, معيب, تالف, خربان, ضمان, تصليح, إصلاح, قطعة غيار, قطع غيار, مقاس خطأ, لون خطأ, منتج خطأ, منتهي الصلاحية, انتهت صلاحي, متعفن, حساسية, استبدال, تبديل
4 ينقص, ناقص, بدلا من, بدل من, مقاس, صغير جدا, كبير جدا, ضيق, خدش, ممزق, ثقب, بقع, يسرب, تسريب, ضوضاء, رائحة, تعليمات, كيف أستخدم, كيف أستعمل, تركيب, برغي, متوافق, يناسب, مكونات, غلوتين, لاكتوز, جرعة
3 الشاشة, بطارية, شاحن, الزر, جودة, متوفر, موديل, اللون, عطل في
2 منتج, الجهاز, فستان, حذاء, هاتف, مصباح, كتاب
refund
20 استرداد, استرجاع, أسترد
5 نقودي, فلوسي, أموالي, إرجاع, ارجاع, أرجع, إعادة المبلغ, رد المبلغ, إلغاء, الغاء, ألغي, غيرت رأيي
4 لا أستطيع حضور, لن أتمكن من حضور, لم أعد أحتاج, لا أريده, تعويض
3 تذكرة, التذاكر, حفل, اشتراك
account
5 كلمة المرور, كلمة السر, تسجيل الدخول, الدخول إلى, حسابي, اختراق, مخترق, بياناتي, البيانات الشخصية, النشرة, رمز التحقق, كود التحقق, بريدي الإلكتروني, نقاط, بطاقة الولاء
4 حذف, إعلان, رسائل, الملف الشخصي, إيميل, رقم الهاتف, رقم الجوال, التطبيق, الحساب, عضوية, رمز
-4 حسابي البنكي, رمز الخصم, كود الخصم
billing
5 فاتورة, فواتير, مرتين, خصم المبلغ, ضريب, الخصم, كوبون, قسيمة, مرفوض, رفض, تذكير بالدفع, تقسيط, قسط, إيصال, دفعت بالفعل
4 دفع, بطاقتي, المبلغ, سعر, تحويل, رسوم, كشف حساب
2 شركة
general
5 ساعات العمل, مواعيد العمل, متى يغلق, متى يفتح, دوام, وظائف, وظيفة, توظيف, شراكة, تعاون, وقح, غير محترم, سوء معاملة
4 ممتاز, رائع, البائع, الموظف, خدمة العملاء, شكوى, فرع, موقف سيارات, بطاقات هدايا, أشكر
3 المتجر, المحل
2 شكرا
""",
    "he": """
delivery
5 איפה ההזמנה, איפה החבילה, לא הגיע, לא נמסר, צלצל, דפק בדלת, אינטרקום, שכן, שכנים, כתובת שגויה, כתובת לא נכונה, מכס, נקודת איסוף, לוקר
4 משלוח, שליח, איחור, מתעכב, מחכה, ממתין, ממתינה, מחסן, לא קיבלתי את החבילה, מתי יגיע, מתי תגיע, אבד, מעקב, דואר ישראל, נהג
3 חבילה, כתובת, שבועות
2 בדרך
1 הזמנה, קופסה, קיבלתי
product
5 לא עובד, לא נדלק, לא נטען, הפסיק לעבוד, מקולקל, התקלקל, שבור, נשבר, פגום, פגם, סדוק, אחריות, תיקון, לתקן, חלק חילוף, מידה לא נכונה, צבע לא נכון, מוצר לא נכון, פג תוקף, עובש, אלרג, להחליף, החלפה
4 חסר, במקום, מידה, קטן מדי, גדול מדי, שרוט, קרוע, כתם, דולף, רעש, ריח, הוראות, איך משתמשים, איך מפעילים, הרכבה, ברגים, בורג, תואם, מתאים ל, רכיבים, גלוטן, לקטוז, מינון
3 מסך, סוללה, מטען, כפתור, צבע, איכות, במלאי, דגם
2 מוצר, מכשיר, שמלה, נעליים, טלפון, מנורה
refund
20 כסף בחזרה, זיכוי, החזר כספי
7 לבטל
5 החזר, הכסף שלי, להחזיר את, ביטול, התחרטתי, שיניתי את דעתי
4 לא יכולה להגיע ל, לא יכול להגיע ל, לא אוכל להגיע, לא צריך יותר, פיצוי
3 כרטיס למופע, הופעה, מנוי
account
5 סיסמה, סיסמא, להתחבר, להיכנס ל, התחברות, החשבון שלי, פרצו, נפרץ, האקר, הפרטים שלי, פרטים אישיים, המידע שלי, ניוזלטר, הקוד ב, קוד אימות, נקודות, מועדון
4 למחוק, מחקו, מחיקת, פרסומות, דיוור, פרופיל, המייל שלי, כתובת המייל, שם משפחה, מספר טלפון, אפליקציה, חשבון
-4 קוד הנחה, קוד ההנחה, חשבון בנק
billing
5 חשבונית, פעמיים, כפול, מעמ, הנחה, קופון, נדחה, סורב, תזכורת תשלום, הוראת קבע, תשלומים, קבלה, חייבתם, חויבתי, חיוב, כבר שילמתי, מחיר מלא
4 תשלום, שילמתי, לשלם, כרטיס אשראי, הכרטיס שלי, סכום, מחיר, העברה בנקאית
2 חברה
general
5 שעות פתיחה, שעות הפתיחה, איזו שעה, פתוחה, פתוח ב, מחפשים עובדים, דרושים, משרה, קורות חיים, שיתוף פעולה, שותפות, גס רוח, חצוף, תודה רבה ל, גס ל, גסה
4 מדהים, מעולה, נהדר, אדיב, המוכר, קופאי, שירות הלקוחות, תלונה, סניף, חניה, כרטיסי מתנה
3 החנות, עובדים
2 תודה
""",
    "fa": """
delivery
5 سفارشم کجاست, بسته من کجا, نرسید, نیامده, تحویل نشده, تحویل ندا, زنگ نزد, همسایه, آدرس اشتباه, گمرک, رهگیری
4 پیک, پست, ارسال, تحویل, تاخیر, دیر, منتظر, انبار, دریافت نکرد, کی می رسد, کی میرسه, گم شد, راننده
3 بسته, آدرس, هفته
1 سفارش, جعبه
product
5 کار نمی کند, کار نمیکنه, روشن نمی شود, روشن نمیشه, خراب, شکست, معیوب, ترک خورد, گارانتی, ضمانت, تعمیر, قطعه, سایز اشتباه, رنگ اشتباه, کالای اشتباه, تاریخ گذشته, انقضا, کپک, فاسد, حساسیت, تعویض
4 کم است, کمه, ناقص, به جای, سایز, اندازه, کوچک, بزرگ, تنگ, خط افتاد, پاره, سوراخ, لکه, نشتی, صدا, بو می, راهنما, چطور استفاده, نصب, پیچ, سازگار, ترکیبات, گلوتن, دوز
3 صفحه, باتری, شارژ, دکمه, رنگ, کیفیت, موجود, مدل
2 محصول, کالا, دستگاه, لباس, کفش, گوشی, کتاب
refund
20 بازگشت وجه, عودت
7 لغو
5 پس بدهم, پسش بدم, پس دادن, برگردان, مرجوع, پولم, پول بلیت, کنسل, پشیمان شد, پس می دهید
4 نمی توانم به کنسرت, نمی توانم بیایم, لازم ندارم, نمی خواهمش, جبران, خسارت
3 بلیت, بلیط, کنسرت, اشتراک
account
5 رمز عبور, رمزم, پسورد, وارد برنامه, وارد حساب, وارد شوم, ورود, حساب کاربری, هک, اطلاعات من, اطلاعاتم, اطلاعات شخصی, خبرنامه, کد پیامک, کد تایید, امتیاز
4 پاک کنید, حذف, پیامک, تبلیغات, پروفایل, ایمیل, نام خانوادگی, شماره موبایل, شماره تلفن, برنامه, اپلیکیشن, عضویت, ثبت نام, کد.
-5 کد تخفیف, کد رهگیری
billing
5 فاکتور, دو بار, دوبار, مالیات, تخفیف, رد می شود, رد شد, یادآوری پرداخت, قسط, رسید خرید, پول کم شد, از حسابم, قبلا پرداخت
4 پرداخت, کارت, مبلغ, قیمت, واریز, هزینه, صورتحساب
2 شرکت
general
5 ساعت کاری, چه ساعتی, چند باز, بسته می شود, استخدام, رزومه, همکاری, بی ادب, توهین, ممنونم از
4 عالی, فوق العاده, فروشنده, صندوقدار, پشتیبانی, شکایت, شعبه, پارکینگ, کارت هدیه
3 فروشگاه, مغازه
2 ممنون, سپاس, تشکر, متشکر
""",
    "hi": """
delivery
5 ऑर्डर कहाँ, ऑर्डर कहां, पार्सल कहाँ, पार्सल कहां, नहीं पहुँचा, नहीं पहुंचा, डिलीवर नहीं, डिलीवरी नहीं, घंटी, पड़ोसी, गलत पते, गलत पता, कस्टम, ट्रैकिंग
4 डिलीवर, कूरियर, कुरियर, डाकिया, देरी, इंतजार, इंतज़ार, गोदाम, अभी तक कुछ नहीं आया, अब तक नहीं आया, कब आएगा, कब पहुँचेगा, खो गया, ड्राइवर
3 पार्सल, पैकेट, पता बदल, रास्ते में, हफ्ते
1 ऑर्डर, डिब्बा
product
5 काम नहीं कर, चालू नहीं, खराब, टूटा, टूट गया, टूटी, फटा, दरार, वारंटी, गारंटी, मरम्मत, पुर्जा, गलत साइज, गलत रंग, गलत सामान, तारीख निकल, एक्सपायर, फफूंद, एलर्जी, बदल सकते, बदलवा, एक्सचेंज
4 कम है, गायब, की जगह, साइज, नंबर मंगाया, छोटा, बड़ा, तंग, खरोंच, दाग, छेद, लीक, गर्म, आवाज, बदबू, कैसे इस्तेमाल, कैसे लगाएँ, निर्देश, पेंच, सामग्री, ग्लूटेन, खुराक
3 स्क्रीन, बैटरी, चार्ज, बटन, रंग, क्वालिटी, स्टॉक, मॉडल
2 सामान, प्रोडक्ट, मशीन, कपड़े, जूते, फोन, किताब
refund
20 रिफंड, पैसे वापस
7 रद्द
5 पैसा वापस, पैसे लौटा, वापस करना, लौटाना, वापसी, कैंसिल, मन बदल
4 नहीं जा पाऊँगा, नहीं आ पाऊँगा, जरूरत नहीं, नहीं चाहिए, मुआवजा
3 टिकट, सदस्यता
account
5 पासवर्ड, लॉगिन, लॉग इन, मेरा अकाउंट, मेरा खाता, हैक, मेरा डेटा, मेरा सारा डेटा, निजी जानकारी, न्यूज़लेटर, ओटीपी, कोड नहीं आ, पॉइंट
4 हटा दें, हटाएँ, डिलीट, विज्ञापन, प्रोफाइल, ईमेल, उपनाम, फोन नंबर, मोबाइल नंबर, ऐप, अकाउंट, रजिस्टर, एसएमएस
billing
5 बिल, इनवॉइस, दो बार, जीएसटी, डिस्काउंट, छूट, कूपन, अस्वीकार, किस्त, रसीद, पैसे कट, ज्यादा पैसे
4 भुगतान, पेमेंट, कार्ड, रकम, कीमत, दाम, ट्रांसफर, यूपीआई
2 कंपनी
general
5 कब खुल, कब बंद, कितने बजे, समय, भर्ती, नौकरी, साझेदारी, बदतमीज
4 शानदार, बढ़िया, कैशियर, स्टाफ, कर्मचारी, ग्राहक सेवा, शिकायत, दुकान, पार्किंग, गिफ्ट कार्ड
3 बहुत धन्यवाद
2 धन्यवाद, शुक्रिया
""",
    "ur": """
delivery
5 آرڈر کہاں, پارسل کہاں, نہیں پہنچ, ڈیلیور نہیں, گھنٹی, پڑوسی, غلط پتے, غلط پتہ, کسٹم, ٹریکنگ
4 ڈیلیور, کوریئر, ڈاکیا, تاخیر, دیر, انتظار, گودام, ابھی تک نہیں آیا, کب آئے, کب پہنچ, گم ہو, ڈرائیور
3 پارسل, پیکٹ, پتہ, راستے, ہفتے
1 آرڈر, ڈبہ
product
5 کام نہیں کر, آن نہیں ہو, خراب, ٹوٹ, پھٹ, دراڑ, وارنٹی, گارنٹی, مرمت, پرزہ, غلط سائز, غلط رنگ, غلط چیز, میعاد, زائد المیعاد, الرجی, بدل سکتے, تبدیل کروا, ایکسچینج
4 کم ہیں, غائب, کی جگہ, سائز, چھوٹا, بڑا, تنگ, خراش, داغ, سوراخ, لیک, گرم, آواز, بدبو, کیسے استعمال, ہدایات, پیچ, اجزاء, خوراک
3 سکرین, اسکرین, بیٹری, چارج, بٹن, رنگ, معیار, اسٹاک, ماڈل
2 چیز, پروڈکٹ, مشین, کپڑے, جوتے, فون, کتاب
refund
20 ریفنڈ, پیسے واپس
7 منسوخ
5 رقم واپس, واپس کرنا, واپسی, کینسل, ارادہ بدل
4 نہیں جا سکتا, نہیں آ سکتا, ضرورت نہیں, نہیں چاہیے, معاوضہ
3 ٹکٹ, رکنیت
account
5 پاس ورڈ, لاگ ان, میرا اکاؤنٹ, ہیک, میرا ڈیٹا, میرا سارا ڈیٹا, ذاتی معلومات, نیوز لیٹر, کوڈ نہیں آ, پوائنٹ
4 حذف, ڈیلیٹ, اشتہار, پروفائل, ای میل, ایمیل, فون نمبر, موبائل نمبر, ایپ, اکاؤنٹ, رجسٹر, ایس ایم ایس
billing
5 رسید, انوائس, بل., دو بار, ٹیکس, ڈسکاؤنٹ, رعایت, کوپن, مسترد, قسط, پیسے کٹ, زیادہ پیسے
4 ادائیگی, کارڈ, رقم, قیمت, ٹرانسفر
2 کمپنی
general
5 کب کھل, کب بند, کتنے بجے, اوقات, نوکری, ملازمت, شراکت, بدتمیز
4 شاندار, بہترین, کیشیئر, عملہ, کسٹمر سروس, شکایت, دکان, پارکنگ, گفٹ کارڈ
3 بہت شکریہ
2 شکریہ
""",
    "ja": """
delivery
5 荷物はどこ, 届きません, 届かない, 届いていない, 届いてない, まだ届, 未着, 誤配, 隣の家, 隣人, チャイム, インターホン, 不在票, 再配達, 宅配ボックス, 置き配, 税関, 住所を間違
4 配送, 配達, 宅配, 発送, 出荷, 到着, 遅れ, 遅延, 追跡, 倉庫, ヤマト, 佐川, 郵便, ポスト, ドライバー, いつ届, 待って, 玄関, お届け先, 受け取り場所
3 荷物, 住所, 届, 送料
1 注文, 箱
product
5 壊れ, 故障, 不良, 動かな, 動きません, 電源が入, 真っ暗, 割れ, ひび, 破損, 破れ, 欠陥, 保証期間, 保証書, 修理, 部品, 交換, サイズ違い, 色違い, 違う商品, 別の商品, 賞味期限, 消費期限, カビ, 腐, アレルギー
4 足りな, 足りません, 欠品, 入っていません, 入っていなかった, ではなく, サイズ, 小さすぎ, 大きすぎ, きつい, 傷, 汚れ, 穴, 漏れ, 熱くな, 異音, 臭い, 匂い, 説明書, 使い方, 使用方法, 組み立て, ネジ, 対応していま, 互換, 成分, 原材料, グルテン, 用量, 副作用
3 画面, 電池, バッテリー, 充電, ボタン, ファスナー, 品質, 在庫, 入荷, 色が
2 商品, 製品, 服, 靴, 本体, 電話, ソファ
refund
20 返金, 払い戻し
7 解約
5 返品, 払戻, キャンセル, 取り消し, 取消, 気が変わ, クーリングオフ, 代は戻り
4 行けなく, 参加できな, 使わなく, 不要になり, お金を返, 補償, 退会したい月額
3 チケット, コンサート, 定期購読, 定期便
account
5 パスワード, ログイン, サインイン, アカウント, 認証コード, 確認コード, 乗っ取, 不正アクセス, 個人情報, メルマガ, 配信停止, メールアドレス, 会員登録, 退会, ポイント
4 登録, 削除, プロフィール, 会員, 名字, 姓, 電話番号, アプリ, コード, sms
-4 割引コード, クーポンコード, 配送先
billing
5 請求, 領収書, インボイス, 二重, 二回引き, 消費税, 割引, クーポン, 拒否, 督促, 口座振替, 分割, 引き落と, 明細, もう払
4 支払, カード, 金額, 値段, 価格, 振込, 料金, 手数料, 決済
2 会社
general
5 営業時間, 何時に, 何時まで, 定休日, 募集, 求人, アルバイト, 採用, 提携, 取材, 失礼, 態度, 素晴らし
4 嬉し, 親切, 店員, 接客, スタッフ, クレーム, 店舗, 駐車場, ギフトカード, 苦情
3 感謝
2 ありがとう, お礼
""",
    "ko": """
delivery
5 어디쯤, 어디 있, 안 왔어요, 도착하지 않, 도착 안, 안 와요, 배송이 안, 초인종, 이웃, 옆집, 잘못된 주소, 주소를 잘못, 세관, 통관, 오배송지
4 배송, 배달, 택배, 기사님, 발송, 출고, 도착, 늦어, 지연, 기다리, 창고, 운송장, 조회, 언제 와, 언제 오, 분실, 문 앞, 경비실, 못 받았
3 주소, 소포
1 주문, 상자
product
5 고장, 작동하지, 작동이 안, 켜지지, 안 켜, 깨져, 부서, 파손, 불량, 하자, 금이 가, 보증, 수리, 부품, 교환, 다른 상품, 다른 색, 잘못 왔, 유통기한, 곰팡이, 상했, 알레르기
4 빠져, 누락, 대신, 사이즈, 너무 작, 너무 커, 흠집, 찢어, 구멍, 얼룩, 새요, 뜨거워, 소음, 냄새, 설명서, 사용법, 어떻게 사용, 조립, 나사, 호환, 성분, 글루텐, 용량, 부작용
3 화면, 배터리, 충전, 버튼, 지퍼, 색상, 품질, 재고, 입고
2 없어요, 제품, 상품, 옷, 신발, 운동화, 휴대폰
refund
20 환불
7 해지
5 반품, 돈을 돌려, 돌려받, 취소, 마음이 바뀌, 청약철회
4 못 가게, 참석 못, 필요 없, 보상
3 콘서트, 티켓, 구독, 표값
account
5 비밀번호, 로그인, 계정, 해킹, 개인정보, 뉴스레터, 인증번호, 인증 코드, 수신거부, 포인트, 적립
4 삭제, 탈퇴, 광고, 프로필, 이메일, 개명, 전화번호, 앱에, 앱이, 회원, 가입, 문자
billing
5 세금계산서, 영수증, 청구, 두 번 결제, 이중, 부가세, 할인, 쿠폰, 거절, 독촉, 자동이체, 할부, 이미 결제, 이미 냈
4 결제, 카드, 금액, 가격, 입금, 수수료, 요금, 계좌
2 회사
general
5 영업시간, 몇 시, 채용, 아르바이트, 구인, 제휴, 협력, 불친절, 무례
4 최고, 훌륭, 친절하게, 직원, 점원, 고객센터, 불만, 매장, 주차, 기프트카드
2 감사, 고맙
""",
    "zh": """
delivery
5 到哪了, 到哪里了, 到哪裡了, 没到, 沒到, 没有到, 沒有到, 没收到货, 沒收到貨, 没收到包裹, 沒收到包裹, 按门铃, 按門鈴, 敲门, 邻居, 鄰居, 地址错, 地址錯, 送错, 送錯, 海关, 海關, 自提, 取件, 超商取貨
4 快递, 快遞, 配送, 送货, 送貨, 派送, 宅配, 物流, 司机, 司機, 发货, 出貨, 延误, 延遲, 迟到, 等了, 仓库, 倉庫, 什么时候到, 什麼時候到, 丢了, 寄丟, 单号, 签收, 簽收, 运输, 門口, 门口
3 包裹, 地址, 路上
1 订单, 訂單, 箱子
product
5 坏了, 壞了, 不能用, 没反应, 沒反應, 开不了机, 開不了機, 不亮, 故障, 破损, 破損, 碎了, 裂, 瑕疵, 次品, 质量问题, 保修, 保固, 维修, 維修, 零件, 配件, 换货, 換貨, 能换吗, 可以換嗎, 换一个, 換一個, 发错, 寄錯, 过期, 過期, 发霉, 發霉, 变质, 過敏, 过敏
4 少了, 缺, 而不是, 尺码, 尺寸, 太小, 太大, 太紧, 划痕, 刮痕, 污渍, 洞, 漏, 发热, 發熱, 噪音, 异味, 異味, 说明书, 說明書, 怎么用, 怎麼用, 怎么安装, 組裝, 螺丝, 螺絲, 兼容, 相容, 成分, 麸质, 剂量, 劑量, 副作用, 不符, m码, s码, l码
3 屏幕, 螢幕, 电池, 電池, 充电, 充電, 按钮, 拉链, 拉鍊, 颜色, 顏色, 质量, 品質, 有货, 有貨
2 产品, 產品, 商品, 衣服, 鞋, 手机, 手機
refund
20 退款, 退钱, 退錢
5 退货, 退貨, 把钱退, 退给我, 退掉, 退票, 票能退, 取消订单, 取消訂單, 取消杂志, 取消雜誌, 改变主意, 改變心意, 不想要了, 退订单
4 取消, 去不了, 无法参加, 無法參加, 不需要了, 赔偿, 賠償, 解约, 解約
3 演唱会, 演唱會, 订阅, 訂閱, 门票, 門票
account
5 密码, 密碼, 登录, 登入, 登陆, 账号, 帳號, 账户, 帳戶, 盗, 盜, 骇, 个人信息, 個人資料, 验证码, 驗證碼, 电子报, 電子報, 退订短信, 积分, 點數, 会员, 會員
4 删除, 刪除, 注销, 註銷, 广告, 廣告, 邮箱, 信箱, 邮件, 改名, 姓名, 手机号, 手機號碼, app, 注册, 註冊, 短信, 簡訊
-4 银行账户, 銀行帳戶, 收货地址, 收貨地址
billing
5 发票, 發票, 重复, 重複, 两次, 兩次, 增值税, 统编, 統編, 优惠, 優惠, 折扣, 被拒, 催款, 分期, 自动扣, 自動扣, 收据, 收據, 账单, 帳單, 全价, 原價, 多收
4 付款, 支付, 扣款, 银行卡, 信用卡, 金额, 金額, 价格, 價格, 转账, 轉帳, 费用, 費用, 刷卡, 多扣, 扣了
2 公司
general
5 营业时间, 營業時間, 几点, 幾點, 关门, 關門, 开门, 招人, 徵人, 招聘, 应聘, 應徵, 合作, 态度, 態度, 服务差, 表扬
4 很好, 很棒, 太棒, 满意, 滿意, 收银员, 店员, 店員, 客服, 投诉, 客訴, 门店, 門市, 停车, 停車, 礼品卡, 禮品卡
3 非常感谢, 非常感謝
2 谢谢, 謝謝, 感谢, 感謝
""",
    "th": """
delivery
5 ของอยู่ไหน, พัสดุอยู่ไหน, ยังไม่ได้ของ, ยังไม่ได้รับ, ยังไม่มา, ยังไม่ถึง, กริ่ง, ข้างบ้าน, บ้านข้าง, เพื่อนบ้าน, ผิดหลัง, ผิดที่อยู่, ที่อยู่ผิด, ศุลกากร, จุดรับ
4 จัดส่ง, ส่งของ, คนส่ง, ไรเดอร์, ขนส่ง, ไปรษณีย์, ล่าช้า, ช้ามาก, รอมา, รอของ, รอรอง, คลัง, เลขพัสดุ, เมื่อไหร่จะถึง, หาย, ไม่ได้ของ
3 พัสดุ, ที่อยู่, สัปดาห์
1 สั่ง, กล่อง
product
5 ใช้งานไม่ได้, เปิดไม่ติด, พัง, แตก, ร้าว, ชำรุด, ตำหนิ, ประกัน, ซ่อม, อะไหล่, ผิดไซส์, ผิดสี, ผิดรุ่น, ของผิด, หมดอายุ, ขึ้นรา, บูด, แพ้, เปลี่ยนได้ไหม, เปลี่ยนไซส์, เปลี่ยนสินค้า, เปลี่ยนตัวใหม่
4 หัก, ไม่ครบ, แทนที่, ไซส์, เล็กไป, ใหญ่ไป, หลวม, รอย, ขาด, เปื้อน, รั่ว, ร้อน, เสียงดัง, กลิ่น, คู่มือ, วิธีใช้, ใช้ยังไง, ประกอบ, น็อต, รองรับ, ส่วนผสม, กลูเตน, ขนาดยา, เป็นรู
3 หน้าจอ, แบต, ชาร์จ, ปุ่ม, ซิป, สี, คุณภาพ, สต็อก, รุ่น
2 สินค้า, เครื่อง, เสื้อ, รองเท้า, มือถือ
refund
20 คืนเงิน, เงินคืน
5 ขอเงิน, คืนสินค้า, คืนของ, อยากคืน, ขอคืน, ยกเลิก, เปลี่ยนใจ
4 ไปไม่ได้, ไปคอนเสิร์ตไม่ได้, ไม่ต้องการแล้ว, ไม่เอาแล้ว, ชดเชย
3 ค่าบัตร, คอนเสิร์ต, สมาชิกนิตยสาร
account
5 รหัสผ่าน, ล็อกอิน, เข้าสู่ระบบ, เข้าแอป, บัญชีของ, แฮก, ข้อมูลส่วนตัว, จดหมายข่าว, otp, รหัสยืนยัน, แต้ม, คะแนน
4 ลบ, โฆษณา, โปรไฟล์, อีเมล, นามสกุล, เบอร์โทร, แอป, สมัคร, สมาชิก, บัญชี, sms, รหัส
billing
5 ใบกำกับ, ใบแจ้งหนี้, ใบเสร็จ, สองครั้ง, ซ้ำ, ภาษี, ส่วนลด, คูปอง, ปฏิเสธ, ผ่อน, ทวง, ตัดเงิน, เก็บเงินเกิน, จ่ายแล้ว, เต็มราคา, หักเงิน
4 ชำระ, จ่าย, บัตรเครดิต, ราคา, โอน, ค่าธรรมเนียม, ยอดเงิน
2 บริษัท
general
5 เวลาเปิด, กี่โมง, ปิดกี่, รับสมัคร, สมัครงาน, ร่วมงาน, พันธมิตร, หยาบคาย, พูดจา, ไม่สุภาพ, ชื่นชม
4 ดีมาก, ประทับใจ, พนักงาน, แคชเชียร์, บริการแย่, ร้องเรียน, สาขา, ที่จอดรถ, บัตรของขวัญ
3 ขอบคุณคุณ
2 ขอบคุณ
""",
}
