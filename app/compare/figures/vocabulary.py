"""The words that figures and dates are made of, by language, beyond what libraries know.

Number words of Western European languages come from text2num, names of months and weekdays and phrases such as “last
week” from dateparser (both in app.compare.figures.lexicon). A line here is a class, a value, and the words that have it:

    o 5     ordinal, the fifth          U D     unit of time, a day            $ EUR   currency
    w 5     number word                 T -1    last, 0 this, 1 next           u km    unit of measure
    s 1000  scale                       Y -1    yesterday                      Q ~     about; > more than; >= at least;
    h 0.5   half                        A, V    ago, behind or before it               < less than; <= at most
    z 12    dozen                       E -1    the eve of, 0 the day of       v       vague: several
    i       a                           P       part of a day                  d       the, his, these
    f       of                          I       in, since, for                 t, b    to; between
    &       and                         O, G    years old; aged                F       will: what comes is ahead
    %, pp   percent; points             q 3     thirds, quarters               Z       o'clock; what no figure is told by
    #       number, before a rank       c       a counted person               B, a    before, after (an event)
"""

WESTERN = {
    "en": """
o 1: first | o 2: second | o 3: third | o 4: fourth | o 5: fifth | o 6: sixth | o 7: seventh | o 8: eighth
o 9: ninth | o 10: tenth | o 11: eleventh | o 12: twelfth | o 13: thirteenth | o 14: fourteenth | o 15: fifteenth
o 16: sixteenth | o 17: seventeenth | o 18: eighteenth | o 19: nineteenth | o 20: twentieth | o 30: thirtieth
o 40: fortieth | o 50: fiftieth | o 60: sixtieth | o 70: seventieth | o 80: eightieth | o 90: ninetieth
o 100: hundredth | s 100: hundred | s 1000: thousand | s 1000000: million, mn, mln | s 1000000000: billion, bn
s 1000000000000: trillion, tn | s 100000: lakh, lakhs | s 10000000: crore, crores | h 0.5: half | z 12: dozen
i: a, an | f: of | &: and | q 3: third, thirds | q 4: quarter, quarters
q 5: fifths | q 8: eighths | q 10: tenths | U S: second, seconds
U N: minute, minutes | U H: hour, hours | U D: day, days | U W: week, weeks | U 14D: fortnight, fortnights
U M: month, months | U Y: year, years | U 10Y: decade, decades | U 100Y: century, centuries | U 7D: weekend
u km: km, kilometre, kilometres, kilometer, kilometers | u mi: mile, miles | u m: metre, metres, meter, meters
u ft: feet, foot, ft | u kg: kg, kilo, kilos, kilogram, kilograms | u t: tonne, tonnes, ton, tons
u lb: lb, lbs, pounds | u ha: hectare, hectares | u ac: acre, acres
u km2: square kilometres, square kilometers, square km | u mi2: square miles | u l: litre, litres, liter, liters
u C: °c, degrees celsius | u F: °f, degrees fahrenheit | u mph: mph, miles per hour | u km/h: km/h, kph
u MW: megawatt, megawatts, mw | u GW: gigawatt, gigawatts, gw | u cm: cm, centimetres, centimeters | u mm: mm
u g: grams, grammes | $ USD: dollars, dollar, us dollars | $ EUR: euros, euro | $ GBP: pounds sterling, quid
$ JPY: yen | $ CNY: yuan, renminbi | $ INR: rupees, rupee, rs | $ RUB: rubles, roubles, ruble, rouble
$ CHF: swiss francs, francs | $ USDc: cents | $ GBPc: pence | $ TRY: lira | $ BRL: reais | $ SEK: kronor
$ NOK: kroner | $ ZAR: rand | $ ILS: shekels | $ MXN: pesos | %: percent, per cent, pct
pp: percentage points, percentage point | T -1: last, previous, the previous | T 0: this, the current
T 1: next, coming, the following | Y -1: yesterday | Y 0: today, tonight | Y 1: tomorrow | A: ago, earlier
B: before | a: after | E -1: on the eve of, the eve of, eve of, the day before, a day before, one day before
E 0: on the day of, the day of | E 1: the day after, a day after, one day after
P: morning, afternoon, evening, night, lunchtime | O: old | G: aged, age
Q ~: about, around, roughly, approximately, some, almost, nearly, an estimated, estimated, close to, or so
Q ~: just under | Q >: more than, over, just over, above, exceeding, well over
Q >=: at least, no fewer than, no less than, a minimum of | Q <: less than, fewer than, under, below
Q <=: up to, at most, no more than, as many as, as much as, a maximum of
v: several, few, many, some of, recent, hundreds, thousands, millions, billions, dozens, tens, scores, couple
d: the, his, her, its, their, our, these, those, that, both, all | t: to, until, through | b: between, from
I: in, since, for, of, by, during, within, after, before, over, than, from, until, early, late, mid, year, on
I: around, at, every, about, under
F: will, shall, would, expected, due, scheduled, plans, planned, set, plan, going, upcoming
Z: o'clock, am, pm, a.m., p.m., gmt, et, est, edt, utc, bst | #: number, no
c: person, people, man, woman, child, boy, girl, dead, killed, soldier, officer
""",
    "de": """
o 1: erste, ersten, erster, erstes | o 2: zweite, zweiten, zweiter, zweites
o 3: dritte, dritten, dritter, drittes | o 4: vierte, vierten, vierter, viertes
o 5: fünfte, fünften, fünfter, fünftes | o 6: sechste, sechsten, sechster | o 7: siebte, siebten, siebter
o 8: achte, achten, achter | o 9: neunte, neunten, neunter | o 10: zehnte, zehnten, zehnter
o 20: zwanzigste, zwanzigsten | w 1: eine, einen, einem, einer, eines | w 2: zwei, zweier, beiden | s 100: hundert
s 1000: tausend | s 1000000: million, millionen, mio | s 1000000000: milliarde, milliarden, mrd
s 1000000000000: billion, billionen | h 0.5: halbe, halben, halber | z 12: dutzend | f: von, der, des | &: und
q 3: drittel | q 4: viertel | U S: sekunde, sekunden | U N: minute, minuten
U H: stunde, stunden, stündige, stündigen | U D: tag, tage, tagen, tägige, tägigen, tägiger
U W: woche, wochen, wöchige, wöchigen | U M: monat, monate, monaten, monats, monatige, monatigen
U Y: jahr, jahre, jahren, jahres, jährige, jährigen | U 10Y: jahrzehnt, jahrzehnte, jahrzehnten
U 100Y: jahrhundert, jahrhunderte | u km: km, kilometer, kilometern | u m: meter, metern
u kg: kg, kilo, kilogramm | u t: tonne, tonnen | u ha: hektar | u l: liter, litern | u C: °c, grad
u km/h: km/h, stundenkilometer, stundenkilometern | u MW: megawatt | u GW: gigawatt | u cm: zentimeter
$ USD: dollar, us-dollar | $ EUR: euro, euros | $ GBP: pfund | $ CHF: franken, schweizer franken | $ EURc: cent
$ JPY: yen | $ CNY: yuan | $ RUB: rubel | %: prozent | pp: prozentpunkte, prozentpunkten, prozentpunkt
T -1: letzte, letzten, letzter, letztes, vergangene, vergangenen, vergangener, vergangenes, vorige, voriges
T -1: vorigen | T 0: diese, diesen, dieser, dieses, diesem
T 1: nächste, nächsten, nächster, nächstes, kommende, kommenden, kommendes, kommender | Y -1: gestern
Y -2: vorgestern | Y 0: heute | Y 2: übermorgen | V: vor | a: nach | E -1: am vorabend, am vortag, vorabend
E 0: am tag, am tage | P: morgen, vormittag, mittag, nachmittag, abend, nacht, früh | O: alt, alte, alter
Q ~: rund, etwa, ungefähr, circa, ca, knapp, fast, gut, um die | Q >: mehr als, über
Q >=: mindestens, wenigstens, nicht weniger als | Q <: weniger als, unter | Q <=: bis zu, höchstens, maximal
v: mehrere, einige, viele, wenige, hunderte, tausende, millionenfach, dutzende
d: die, den, dem, das, seine, ihre, seiner, ihrer, beide | t: bis | b: zwischen
I: im, in, seit, ab, bis, vom, am, zum, für, über, nach, während, von, anfang, ende, mitte, jahr
F: wird, werden, soll, sollen, will, geplant | Z: uhr
c: mensch, menschen, person, personen, mann, frau, kind, tote, toter, verletzte | #: nummer, nr
""",
    "fr": """
o 1: premier, première, 1er, 1re, 1ère | o 2: deuxième, second, seconde | o 3: troisième | o 4: quatrième
o 5: cinquième | o 6: sixième | o 7: septième | o 8: huitième | o 9: neuvième | o 10: dixième | o 20: vingtième
o 100: centième | s 100: cents | s 1000: mille, milliers | s 1000000: million, millions, mio
s 1000000000: milliard, milliards, md, mds | h 0.5: demi, demie, moitié | z 12: douzaine | z 10: dizaine
z 20: vingtaine | z 30: trentaine | z 50: cinquantaine | z 100: centaine | f: de, des | &: et | q 3: tiers
q 4: quart, quarts | U S: seconde, secondes | U N: minute, minutes | U H: heure, heures
U D: jour, jours, journée, journées | U W: semaine, semaines | U M: mois | U Y: an, ans, année, années, d'années
U 10Y: décennie, décennies | U 100Y: siècle, siècles | u km: km, kilomètre, kilomètres | u m: mètre, mètres
u kg: kg, kilo, kilos, kilogrammes | u t: tonne, tonnes | u ha: hectare, hectares, d'hectares | u l: litre, litres
u C: °c, degrés | u km/h: km/h, kilomètres par heure, kilomètres heure | $ EUR: euro, euros, d'euros
$ USD: dollar, dollars, de dollars | $ GBP: livres sterling, livres | $ CHF: francs suisses | $ EURc: centimes
$ JPY: yens | $ CNY: yuans | %: pour cent, pourcent | pp: points de pourcentage, point de pourcentage
T -1: dernier, dernière, derniers, dernières, passé, passée | T 0: ce, cette, cet | T 1: prochain, prochaine
Y -1: hier | Y 0: aujourd'hui | Y 1: demain | Y -2: avant-hier | V: il y a | B: avant | a: après
E -1: à la veille, la veille, veille | E 0: le jour | E 1: au lendemain, le lendemain, lendemain
P: matin, après-midi, soir, nuit | G: âgé de, âgée de, âgés de
Q ~: environ, quelque, près de, autour de, à peu près, presque, une bonne | Q >: plus de, plus d'un, au-delà de
Q >=: au moins, pas moins de, au minimum | Q <: moins de | Q <=: jusqu'à, au plus, au maximum
v: plusieurs, quelques, certains, dizaines, centaines, nombreux
d: le, la, les, du, au, aux, son, sa, ses, leur, leurs, ces | t: à | b: entre, de
I: en, depuis, pendant, durant, dans, pour, dès, fin, début, avant, après, courant, année, sur
F: sera, seront, devrait, prévu, prévue, doit, doivent | Z: h, heures gmt
c: personne, personnes, homme, femme, enfant, mort, morts, blessé, blessés | #: numéro, no
""",
    "es": """
o 1: primer, primero, primera | o 2: segundo, segunda | o 3: tercer, tercero, tercera | o 4: cuarto, cuarta
o 5: quinto, quinta | o 6: sexto, sexta | o 7: séptimo, séptima | o 8: octavo, octava | o 9: noveno, novena
o 10: décimo, décima | w 1: una, uno, un | w 2: dos | w 200: doscientas | w 300: trescientas | w 400: cuatrocientas
w 500: quinientas | s 1000: mil, miles | s 1000000: millón, millones, mill | s 1000000000: mil millones
s 1000000000000: billón, billones | h 0.5: medio, media, mitad | z 12: docena | f: de, del | &: y, e
q 3: tercio, tercios, terceras partes | q 4: cuartos | U S: segundos | U N: minuto, minutos | U H: hora, horas
U D: día, días, jornada, jornadas | U W: semana, semanas | U M: mes, meses | U Y: año, años
U 10Y: década, décadas, decenio | U 100Y: siglo, siglos | u km: km, kilómetro, kilómetros | u m: metro, metros
u kg: kg, kilo, kilos, kilogramos | u t: tonelada, toneladas | u ha: hectárea, hectáreas | u l: litro, litros
u C: °c, grados | u km/h: km/h, kilómetros por hora | $ EUR: euro, euros
$ USD: dólar, dólares, dólares estadounidenses | $ GBP: libras, libras esterlinas | $ MXN: pesos mexicanos
$ EURc: céntimos | %: por ciento | pp: puntos porcentuales, punto porcentual | T -1: pasado, pasada, último, última
T 0: este, esta | T 1: próximo, próxima, que viene | Y -1: ayer | Y 0: hoy | Y -2: anteayer | V: hace | B: antes
a: después | E -1: en la víspera, la víspera, víspera | E 0: el día | E 1: al día siguiente
P: mañana, tarde, noche, madrugada | G: de edad
Q ~: unos, unas, cerca de, alrededor de, casi, aproximadamente, en torno a | Q >: más de
Q >=: al menos, por lo menos, como mínimo | Q <: menos de | Q <=: hasta, como máximo
v: varios, varias, algunos, algunas, pocos, decenas, cientos | d: el, la, los, las, su, sus, estos, ambos, al
t: a | b: entre, desde
I: en, desde, durante, por, para, tras, hasta, hacia, finales, principios, mediados, año, sobre
F: será, serán, prevista, previsto, podría, deberá | Z: horas gmt
c: persona, personas, hombre, mujer, niño, muerto, muertos, herido, heridos | #: número
""",
    "pt": """
o 1: primeiro, primeira | o 2: segundo, segunda | o 3: terceiro, terceira | o 4: quarto, quarta
o 5: quinto, quinta | o 6: sexto, sexta | o 7: sétimo, sétima | o 8: oitavo, oitava | o 9: nono, nona
o 10: décimo, décima | w 2: dois, duas | w 1: uma, um | s 1000: mil | s 1000000: milhão, milhões
s 1000000000: bilhão, bilhões, mil milhões | h 0.5: meio, meia, metade | z 12: dúzia | f: de, do, da | &: e
q 3: terço, terços | q 4: quartos | U N: minuto, minutos | U H: hora, horas | U D: dia, dias | U W: semana, semanas
U M: mês, meses | U Y: ano, anos | U 10Y: década, décadas | U 100Y: século, séculos
u km: km, quilômetro, quilômetros, quilómetros | u m: metro, metros | u kg: kg, quilo, quilos
u t: tonelada, toneladas | u ha: hectare, hectares | u l: litro, litros | u C: °c, graus | $ BRL: reais, real
$ EUR: euro, euros | $ USD: dólar, dólares | $ GBP: libras | %: por cento
pp: pontos percentuais, ponto percentual | T -1: passado, passada, último, última | T 0: este, esta, neste, nesta
T 1: próximo, próxima, que vem | Y -1: ontem | Y 0: hoje | Y 1: amanhã | Y -2: anteontem | V: há | A: atrás
B: antes | a: depois | E -1: na véspera, véspera | E 0: no dia | P: manhã, tarde, noite, madrugada
Q ~: cerca de, aproximadamente, quase, em torno de, por volta de | Q >: mais de
Q >=: pelo menos, ao menos, no mínimo | Q <: menos de | Q <=: até, no máximo
v: vários, várias, alguns, algumas, dezenas, centenas, milhares | d: o, a, os, as, seu, sua, seus, suas, ambos
t: a | b: entre | I: em, desde, durante, por, para, após, até, no, na, final, início, ano, sobre
F: será, serão, deve, deverá, prevista, previsto
c: pessoa, pessoas, homem, mulher, criança, morto, mortos, ferido, feridos | #: número
""",
    "it": """
o 1: primo, prima | o 2: secondo, seconda | o 3: terzo, terza | o 4: quarto, quarta | o 5: quinto, quinta
o 6: sesto, sesta | o 7: settimo, settima | o 8: ottavo, ottava | o 9: nono, nona | o 10: decimo, decima
w 1: una, un, uno | s 1000: mille, mila | s 1000000: milione, milioni, mln | s 1000000000: miliardo, miliardi, mld
h 0.5: mezzo, mezza, metà | z 12: dozzina | z 10: decina | f: di, del, della | &: e | q 3: terzi | q 4: quarti
U N: minuto, minuti | U H: ora, ore | U D: giorno, giorni | U W: settimana, settimane | U M: mese, mesi
U Y: anno, anni | U 10Y: decennio, decenni | U 100Y: secolo, secoli | u km: km, chilometro, chilometri
u m: metro, metri | u kg: kg, chilo, chili, chilogrammi | u t: tonnellata, tonnellate | u ha: ettaro, ettari
u l: litro, litri | u C: °c, gradi | $ EUR: euro | $ USD: dollaro, dollari | $ GBP: sterline | $ CHF: franchi
%: per cento | pp: punti percentuali, punto percentuale | T -1: scorso, scorsa, ultimo, ultima, passato, passata
T 0: questo, questa | T 1: prossimo, prossima | Y -1: ieri | Y 0: oggi | Y 1: domani | A: fa | B: prima | a: dopo
E -1: alla vigilia, vigilia | E 0: nel giorno, il giorno | P: mattina, pomeriggio, sera, notte, mattino
Q ~: circa, quasi, intorno a | Q >: più di, oltre | Q >=: almeno | Q <: meno di | Q <=: fino a, al massimo
v: diversi, diverse, alcuni, alcune, decine, centinaia, migliaia
d: il, lo, la, i, gli, le, suo, sua, loro, entrambi, al, dal | t: a | b: tra, fra
I: in, nel, dal, da, durante, per, entro, dopo, su, anno, fine, inizio
F: sarà, saranno, dovrebbe, previsto, prevista
c: persona, persone, uomo, donna, bambino, morto, morti, ferito, feriti | #: numero
""",
    "nl": """
o 1: eerste | o 2: tweede | o 3: derde | o 4: vierde | o 5: vijfde | o 6: zesde | o 7: zevende | o 8: achtste
o 9: negende | o 10: tiende | s 1000: duizend | s 1000000: miljoen, mln | s 1000000000: miljard, mld
h 0.5: half, halve, helft | z 12: dozijn | z 10: tiental | i: een | f: van | &: en | q 4: kwart
U N: minuut, minuten | U H: uur, uren | U D: dag, dagen | U W: week, weken | U M: maand, maanden | U Y: jaar, jaren
U 10Y: decennium, decennia | U 100Y: eeuw, eeuwen | u km: km, kilometer | u m: meter | u kg: kg, kilo | u t: ton
u ha: hectare | u l: liter | u C: °c, graden | $ EUR: euro | $ USD: dollar | $ GBP: pond | %: procent
pp: procentpunt | T -1: vorige, vorig, afgelopen | T 0: deze, dit | T 1: volgende, volgend, komende, komend
Y -1: gisteren | Y 0: vandaag | Y -2: eergisteren | Y 2: overmorgen | A: geleden | B: voor | a: na
E -1: aan de vooravond, vooravond | E 0: op de dag | P: ochtend, morgen, middag, avond, nacht, ochtends
O: oud, jarige | Q ~: ongeveer, circa, zo'n, bijna, rond | Q >: meer dan, ruim | Q >=: minstens, zeker, ten minste
Q <: minder dan | Q <=: hoogstens, maximaal | v: enkele, verschillende, meerdere, tientallen, honderden, duizenden
d: de, het, zijn, haar, hun, beide | t: tot | b: tussen
I: in, sinds, vanaf, op, voor, tijdens, na, begin, eind, jaar, over | F: zal, zullen, wordt, gepland, moet | Z: uur
c: mensen, persoon, personen, man, vrouw, kind, doden, gewonden
""",
}

ADJECTIVES = {
    "de": (
        "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "D:tägig W:wöchig M:monatig Y:jährig H:stündig N:minütig",
        "|e|en|er|es|em",
    ),
    "nl": ("een twee drie vier vijf zes zeven acht negen tien", "D:daags W:weeks Y:jarig", "|e"),
    "ru": (
        "одно двух трех/трёх четырех/четырёх пяти шести семи восьми девяти десяти",
        "D:дневн W:недельн M:месячн Y:летн H:часов",
        "ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми|ий|его|яя|ей|юю|ее|ие|их",
    ),
}
"""Durations in one word: the numbers from one up, the units, and the endings."""
