"""The words by which a language says who speaks."""

from dataclasses import dataclass
from functools import cache, lru_cache


@dataclass(frozen=True, slots=True)
class Speech:
    """A language's words for attributing speech, as match forms.

    `verbs`: forms of verbs of speech that stand with a subject; `helpers`: what may stand between subject and verb;
    `according`: words after which a source is named; `one`, `many`: pronouns for a person, and for several;
    `before_object`: words after which a name is not who speaks; `bodies`: nouns for what speaks without a name;
    `called`: words before something that is called so.
    """

    verbs: frozenset[str]
    helpers: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    one: frozenset[str]
    many: frozenset[str]
    before_object: frozenset[str]
    bodies: frozenset[str]
    called: frozenset[str]


def word_set(words: str) -> frozenset[str]:
    """The words of a text, parted by spaces."""
    return frozenset(words.split())


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple([tuple(phrase.split()) for phrase in text.split("|")])


_ENGLISH = Speech(
    verbs=word_set(
        "said says say saying told tells tell telling added adds add adding asked asks ask asking replied"
        " replies answered announced announces stated states wrote writes write writing tweeted tweets"
        " posted explained explains noted notes note argued argues warned warns warning insisted insists"
        " claimed claims declared declares continued continues admitted acknowledged conceded concluded"
        " confirmed denied described describes described called calls call calling responded recalled"
        " remarked observed pointed stressed emphasized emphasised commented testified vowed pledged"
        " promised urged demanded suggested complained joked quipped shouted whispered cried exclaimed"
        " boasted reported reads read accused criticized criticised condemned praised hailed denounced"
        " blasted slammed dismissed predicted proclaimed referred reiterated repeated voiced expressed"
        " branded dubbed labelled labeled charged countered estimated contended maintained lamented thinks"
        " believes believed agreed quoted quipped mocked railed thundered opined spoke speaking"
    ),
    helpers=word_set(
        "has have had also later then once again recently repeatedly previously earlier reportedly was is"
        " are were been be would will could might should may not never simply further now still even only"
        " just since on at today yesterday monday tuesday wednesday thursday friday saturday sunday who"
        " separately publicly famously openly flatly quickly"
    ),
    according=_phrases("according to|in the words of|as told by"),
    one=word_set("he she"),
    many=word_set("they"),
    before_object=word_set(
        "in at of with to from for by on about against over after before near under between among than as"
        " into via through during like told met and's"
    ),
    bodies=word_set(
        "statement report letter memo email release document resolution ruling filing lawsuit complaint"
        " affidavit indictment communique communiqué readout editorial announcement survey study petition"
        " note text post tweet message manifesto treaty agreement transcript constitution law bill order"
        " police officials prosecutors investigators authorities lawyers ministry government company firm"
        " court commission committee agency council union spokesman spokeswoman spokesperson witnesses"
        " organizers organisers protesters demonstrators critics supporters analysts experts department"
        " office"
    ),
    called=word_set(
        "so-called dubbed nicknamed titled entitled termed known named word words term phrase slogan"
        " nickname motto"
    ),
)
_GERMAN = Speech(
    verbs=word_set(
        "sagt sagte fügte sagten sagen gesagt erklärt erklärte erklärten betont betonte meint meinte so"
        " schreibt schrieb schrieben fragt fragte antwortet antwortete ergänzt ergänzte teilte mitgeteilt"
        " warnt warnte warnten fordert forderte forderten kritisierte kritisiert lobte nannte nennt"
        " bezeichnete berichtet berichtete behauptete behauptet erzählt erzählte kündigte versprach"
        " urteilt urteilte räumte bekräftigte äußerte verkündete bestätigte heißt hieß erwiderte"
        " entgegnete zitiert rief sprach mahnte versicherte klagte resümierte bilanzierte findet fand"
        " lautet lautete"
    ),
    helpers=word_set(
        "hat habe hatte haben ist war dazu auch später zudem dann noch am zuvor wörtlich weiter der die das"
    ),
    according=_phrases("laut|nach angaben von|zufolge|nach den worten von|nach worten von|wie"),
    one=word_set("er sie"),
    many=word_set(""),
    before_object=word_set(
        "in im an am von vom mit zu zum zur für bei beim auf aus gegen über nach vor unter durch um des"
        " der als dem den gegenüber wegen"
    ),
    bodies=word_set(
        "erklärung mitteilung bericht brief schreiben polizei ministerium regierung unternehmen gericht"
        " staatsanwaltschaft behörde behörden kommission sprecher sprecherin verband gewerkschaft papier"
        " beschluss gutachten studie"
    ),
    called=word_set(
        "sogenannte sogenannten sogenannter sogenanntes genannt namens titel begriff wort motto stichwort"
    ),
)
_FRENCH = Speech(
    verbs=word_set(
        "dit disait dira déclaré déclare déclarait affirmé affirme affirmait ajouté ajoute expliqué"
        " explique expliquait estimé estime estimait assuré assure indiqué indique souligné souligne"
        " précisé précise répondu répond écrit demandé demande lancé lance rappelé rappelle annoncé"
        " annonce averti avertit insisté insiste dénoncé dénonce regretté regrette conclu conclut reconnu"
        " reconnaît raconté raconte confié confie martelé martèle promis salué qualifié qualifie jugé juge"
        " poursuivi poursuit tweeté commenté commente évoqué accusé critiqué appelé appelle plaidé réagi"
        " prévenu"
    ),
    helpers=word_set(
        "a ont avait avaient est été t - aussi ensuite encore également notamment alors n'a l'a m'a leur"
        " lui nous y"
    ),
    according=_phrases("selon|d'après|pour|de l'avis de"),
    one=word_set("il elle"),
    many=word_set("ils elles"),
    before_object=word_set(
        "à au aux de du des en avec dans sur par contre chez sous entre vers comme devant après avant que et"
    ),
    bodies=word_set(
        "communiqué rapport lettre déclaration texte police ministère gouvernement entreprise tribunal"
        " parquet syndicat porte-parole commission préfecture mairie avocat avocats autorités document"
        " étude"
    ),
    called=word_set(
        "dit dite surnommé surnommée intitulé intitulée baptisé baptisée mot terme soi-disant prétendu"
        " prétendue titre"
    ),
)
_SPANISH = Speech(
    verbs=word_set(
        "dijo dice decía dicho afirmó afirma aseguró asegura declaró declara agregó agrega añadió añade"
        " explicó explica señaló señala indicó indica sostuvo sostiene expresó expresa manifestó"
        " manifiesta escribió escribe preguntó respondió contestó advirtió advierte insistió subrayó"
        " subraya destacó destaca recordó recuerda anunció anuncia criticó calificó llamó denunció"
        " reconoció admitió comentó concluyó dijeron afirmaron aseguraron señalaron indicaron apuntó"
        " matizó precisó reiteró exclamó prometió lamentó pidió celebró tuiteó contó relató defendió zanjó"
    ),
    helpers=word_set("ha han había también después luego ayer hoy se le les lo nos ya no además"),
    according=_phrases("según|en palabras de|de acuerdo con|para"),
    one=word_set("él ella"),
    many=word_set("ellos ellas"),
    before_object=word_set(
        "a al de del en con por para contra sobre entre hacia desde ante tras como que y sin"
    ),
    bodies=word_set(
        "comunicado informe carta declaración policía ministerio gobierno empresa tribunal fiscalía"
        " sindicato portavoz comisión ayuntamiento autoridades documento nota texto estudio vocero"
    ),
    called=word_set(
        "llamado llamada llamados llamadas denominado denominada apodado apodada titulado titulada término"
        " palabra supuesto"
    ),
)
_ITALIAN = Speech(
    verbs=word_set(
        "ha detto dice disse diceva dichiarato dichiara aggiunto aggiunge spiegato spiega affermato"
        " afferma sottolineato sottolinea scritto scrive risposto risponde chiesto chiede ricordato"
        " ricorda annunciato annuncia osservato osserva commentato commenta concluso conclude avvertito"
        " avverte precisato precisa ribadito ribadisce denunciato definito definisce chiamato raccontato"
        " racconta sostenuto sostiene assicurato assicura ammesso detto ha_detto"
    )
    - {"ha", "ha_detto"},
    helpers=word_set("ha hanno aveva è anche poi ieri oggi si lo ci gli le inoltre"),
    according=_phrases("secondo|per|a detta di"),
    one=word_set("lui lei egli ella"),
    many=word_set("loro essi"),
    before_object=word_set(
        "a al alla di del della dei in nel nella con da dal dalla per su sul contro tra fra come che e"
    ),
    bodies=word_set(
        "comunicato rapporto lettera dichiarazione polizia ministero governo azienda tribunale procura"
        " sindacato nota"
    ),
    called=word_set(
        "cosiddetto cosiddetta cosiddetti cosiddette chiamato chiamata soprannominato intitolato parola"
        " termine"
    ),
)
_PORTUGUESE = Speech(
    verbs=word_set(
        "disse diz dizia dito afirmou afirma declarou declara acrescentou acrescenta explicou explica"
        " escreveu escreve perguntou respondeu alertou destacou ressaltou lembrou anunciou criticou chamou"
        " reconheceu admitiu concluiu afirmaram disseram informou contou comentou insistiu defendeu"
        " garantiu salientou sublinhou referiu adiantou"
    ),
    helpers=word_set("também depois ainda já ontem hoje tem tinha havia que se lhe"),
    according=_phrases("segundo|de acordo com|para|conforme"),
    one=word_set("ele ela"),
    many=word_set("eles elas"),
    before_object=word_set(
        "ao à de do da dos das em no na com por para pelo pela contra sobre entre como que e"
    ),
    bodies=word_set(
        "comunicado relatório carta declaração polícia ministério governo empresa tribunal nota sindicato"
        " porta-voz"
    ),
    called=word_set("chamado chamada chamados chamadas apelidado intitulado dito termo palavra"),
)
_DUTCH = Speech(
    verbs=word_set(
        "zei zegt zeiden zeggen gezegd verklaarde verklaart vertelde vertelt schreef schrijft aldus vroeg"
        " vraagt antwoordde stelde stelt meldde meldt waarschuwde waarschuwt benadrukte benadrukt noemde"
        " noemt vindt vond reageerde reageert riep"
    ),
    helpers=word_set("heeft had ook later daarna toen nog hebben"),
    according=_phrases("volgens"),
    one=word_set("hij zij ze"),
    many=word_set(""),
    before_object=word_set("in op van met tot voor door aan bij uit tegen over na als naar"),
    bodies=word_set(
        "verklaring rapport brief politie ministerie regering bedrijf rechtbank woordvoerder woordvoerster"
    ),
    called=word_set("zogenaamde zogeheten genaamd genoemd"),
)
_SWEDISH = Speech(
    verbs=word_set(
        "sa säger sade säga skrev skriver berättade berättar svarade svarar frågade frågar menar menade"
        " uppgav uppger sier sa sagde siger skrev skriver fortalte forteller fortæller forklarte"
        " förklarade förklarar tillade tillägger"
    ),
    helpers=word_set("har hade också sedan"),
    according=_phrases("enligt|ifølge"),
    one=word_set("han hon hun"),
    many=word_set("de"),
    before_object=word_set("i på av med till från för om mot efter vid hos som til fra for"),
    bodies=word_set("rapport brev polisen regeringen myndigheten politiet regjeringen uttalande talesperson"),
    called=word_set("så kallade såkalte så_kallad"),
)
_RUSSIAN = Speech(
    verbs=word_set(
        "сказал сказала сказали говорит говорят говорил говорила заявил заявила заявили отметил отметила"
        " отметили добавил добавила добавили подчеркнул подчеркнула написал написала пишет сообщил"
        " сообщила сообщили сообщает рассказал рассказала ответил ответила спросил спросила пояснил"
        " пояснила уточнил уточнила объяснил объяснила считает признал признала указал указала назвал"
        " назвала напомнил напомнила предупредил предупредила пообещал пообещала заверил подытожил сказано"
        " говорится утверждает утверждал цитирует выразил процитировал казав сказав заявив сказав сказала"
        " зазначив зазначила додав додала повідомив повідомила наголосив наголосила"
    ),
    helpers=word_set("также затем позже ранее уже еще ещё потом в четверг"),
    according=_phrases("по словам|согласно|по мнению|по данным|за словами"),
    one=word_set("он она він вона"),
    many=word_set("они вони"),
    before_object=word_set("в во с со к о об на от из для по при за над под между против перед через и что"),
    bodies=word_set(
        "заявлении заявление доклад полиция министерство правительство компания суд прокуратура"
        " пресс-служба письме ведомство"
    ),
    called=word_set(
        "называемый называемая называемое называемые называемой называемого названием называемую"
    ),
)
_OF = {
    "en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH, "it": _ITALIAN, "pt": _PORTUGUESE, "nl": _DUTCH,
    "sv": _SWEDISH, "da": _SWEDISH, "no": _SWEDISH, "nb": _SWEDISH, "ru": _RUSSIAN, "uk": _RUSSIAN, "be": _RUSSIAN,
    "ca": _SPANISH, "gl": _SPANISH,
}  # fmt: skip

TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister chancellor"
    " premier secretary sen senator senators rep reps representative congressman congresswoman gov"
    " governor mayor speaker leader majority minority chairman chairwoman chair director chief"
    " attorney general judge justice gen lt col maj sgt capt captain admiral king queen prince"
    " princess pope rev reverend father sister bishop archbishop cardinal officer detective sheriff"
    " sec spokesman spokeswoman spokesperson ambassador commissioner lawmaker republican republicans"
    " democrat democrats whip adviser advisor aide security envoy candidate nominee activist"
    " strategist superintendent inspector sergeant lieutenant colonel commander dean rabbi imam sheikh"
    " councillor pro tem tempore councilman councilwoman alderman cmdr undersecretary treasurer administrator deputy"
    " foreign defence defense interior finance press coach host author analyst lawyer ceo founder"
    " executive counsel herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident"
    " präsidentin bundespräsident ministerpräsident ministerpräsidentin minister ministerin"
    " außenminister außenministerin bürgermeister bürgermeisterin oberbürgermeister sprecher"
    " sprecherin chef chefin vorsitzende vorsitzender professorin experte expertin trainer direktor"
    " direktorin leiter monsieur madame mme mlle maître me ministre président présidente maire député"
    " députée sénateur directeur directrice señor señora presidente presidenta ministro ministra"
    " alcalde alcaldesa don doña signor signora dottor sindaco sindaca premier senhor senhora prefeito"
    " governador президент министр премьер мэр глава губернатор депутат профессор генерал директор"
    " председатель"
)
_TITLE_ENDINGS = tuple(
    sorted(
        word_set(
            "minister ministerin präsident präsidentin chef chefin sprecher sprecherin kanzler kanzlerin"
            " leiter leiterin meister meisterin anwalt anwältin ingenieur ingenieurin forscher forscherin"
            " politiker politikerin"
        )
    )
)

ROLES = word_set(
    "leader leaders president minister spokesman spokeswoman spokesperson officials official"
    " government ministry forces troops authorities media lawmakers senators countries companies"
    " diplomats analysts prosecutors police army military officers aide aides adviser advisers advisor"
    " campaign chief executive director manager coach host reporter reporters correspondent delegation"
    " embassy parliament voters citizens residents members employees workers supporters allies side"
    " team staff"
)
"""Nouns of which a name before them is a part."""
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december montag dienstag mittwoch donnerstag freitag"
    " samstag sonntag"
)
OPENERS = word_set(
    "earlier later meanwhile still instead however despite following since today yesterday last next perhaps even also yet"
    " then thus speaking asked according although though because during before until unless among like unlike under within"
    " without across against both neither either many most some several few former once only again further moreover"
    " auch doch zudem später zuvor dennoch danach aber nach laut selon ainsi aussi enfin según además también secondo anche"
)
"""Words at the head of a sentence with which no name begins, though a name may follow."""
NO_PERSON = word_set(
    "house news party senate university department committee times post court council ministry"
    " congress states union kingdom journal press agency bank group inc corp company association"
    " institute center centre office police board service team street city county state republic front"
    " movement commission court foundation college school church club tribune cnn park road bridge"
    " river administration carolina dakota reporters news"
)


@lru_cache(maxsize=16_384)
def is_title(key: str) -> bool:
    """Whether a word (match form) stands before a person's name and is no part of it."""
    return key in TITLES or (len(key) > 7 and key.endswith(_TITLE_ENDINGS))


_AMBIGUOUS = word_set("so read note wie per para pour für sa find")
"""Words of speech that are something else in other languages."""


@cache
def speech_of(language: str) -> Speech:
    """The words of a language; for one that is not known, those of all of them together."""
    return _OF.get(language.split("-")[0].lower()) or _every()


@cache
def _every() -> Speech:
    known = list(dict.fromkeys(_OF.values()))

    def together(name: str) -> frozenset[str]:
        return frozenset[str]().union(*[getattr(one, name) for one in known])

    return Speech(
        verbs=together("verbs") - _AMBIGUOUS,
        helpers=_ENGLISH.helpers,
        according=tuple([phrase for one in known for phrase in one.according if phrase[0] not in _AMBIGUOUS]),
        one=together("one"),
        many=together("many"),
        before_object=together("before_object"),
        bodies=together("bodies"),
        called=together("called"),
    )
