"""What became of the people who are counted: the dead are not the injured, though both are “people” in “the blast”.

Words are known by how they begin, or whole where a point stands behind them.
"""

from functools import lru_cache
from typing import Literal

Outcome = Literal["dead", "hurt", "treated", "missing", "feared", "held", "freed", "saved", "displaced"]

_OUTCOMES: tuple[Outcome, ...] = (
    "dead", "hurt", "treated", "missing", "feared", "held", "freed", "saved", "displaced",
)  # fmt: skip
_WORDS = {
    "en": (
        "kill die. dies. died dying dead. deadly death fatal slain perish | injur wound hurt | treat. treated "
        "treating hospital | missing unaccounted | feared presumed | arrest detain custod | released freed | rescu "
        "surviv saved | displac homeless flee fled evacu"
    ),
    "de": (
        "tot. tote toten toter todes tödlich getötet starb sterben gestorben verstorb ums. leiche | verletz verwund | "
        "behandel krankenhaus klinik | vermisst | befürcht | festgenommen verhaft festnahm | freigelassen | gerettet "
        "überleb | obdach vertrieb evaku geflohen flohen flüchte"
    ),
    "fr": (
        "mort. morts. morte. mortes. tué tuant tua décéd décès meurt mourir mouru périr péri. | bless | soign "
        "hospitalis | disparu | craint | interpell arrêté arrestation gardé | libéré relâch | sauvé secouru surviv "
        "rescapé | déplacé sans-abri évacu"
    ),
    "es": (
        "muert murier murió muriendo fallec mató mataron matando mata. | herid lesion | atend hospitaliz | desaparec "
        "| | deten arrest | liberad | rescat sobreviv | desplaz evacu damnific"
    ),
    "it": (
        "mort. morto. morti. morta. morte. morendo morir uccis uccid decedut vittim | ferit ferend | ricoverat curat "
        "| dispers | temut | arrest ferm. fermat | rilasciat liberat | salvat superstit | sfollat evacu senzatetto"
    ),
    "pt": (
        "mort. morto. mortos. morta. mortas. mortes. morreu morrer matou mataram matando falec | ferid ferind | "
        "atendid hospitaliz | desaparec | | detid preso. presos. prisão | libertad | resgat sobreviv salv. | desaloj "
        "desloc evacu"
    ),
    "nl": (
        "dood dode. doden. gedood overled omgekomen leven. sterv stierf gestorven slachtoffer | gewond | behandel "
        "ziekenhuis | vermist | gevrees | gearrest aangehouden opgepakt | vrijgelaten | gered overleef | ontheemd "
        "dakloos geëvacu vluchtt"
    ),
    "sv": ("död dog. omkom | skad sår | | sakna försvun | | gripen gripna greps | | räddad | evaku"),
    "da": ("død omkom dræb | såre kvæst | | savne | | anholdt | | redde | evaku"),
    "no": ("død omkom drep | skad såre | | savne | | pågrep | | redde | evaku"),
    "ru": (
        "погиб убит убил умер смерт жертв | ранен ранил пострада | госпитал | пропа безвест | | задерж арест | "
        "освобожд отпущ | спас выжи | эваку беженц"
    ),
    "uk": (
        "загин загиб вбит помер смерт жертв | поранен постражда | госпітал | зник | | затрим арешт | звільн | врятов "
        "вижи | еваку"
    ),
    "ar": (
        "قتل قتيل مقتل وفاة مصرع | جرح جريح أصيب إصاب اصيب اصاب مصاب | | مفقود | | اعتقل اعتقال | | أنقذ انقاذ إنقاذ "
        "| نزح نازح أجلى اجلاء إجلاء"
    ),
    "hi": ("मौत मारे मृत मरे | घायल जख्मी ज़ख़्मी | भर्ती | लापता | | गिरफ्तार गिरफ़्तार | रिहा | बचा | बेघर विस्थापित"),
    "zh": ("死 亡 遇 丧 | 伤 傷 | | 失 踪 | | 捕 拘 | 释 | 救 | 撤 疏"),
    "ja": ("死 亡 | 負 傷 け | | | | 逮 捕 | | 救 | 避"),
}
"""For each language the beginnings of the words of each outcome, in the order of `_OUTCOMES`."""


@lru_cache(maxsize=16384)
def outcome_of(key: str, language: str) -> Outcome | None:
    """The outcome that a word (a match form) tells of; None for most words.

    >>> outcome_of("killed", "en"), outcome_of("verletzte", "de"), outcome_of("die", "de"), outcome_of("treaty", "en")
    ('dead', 'hurt', None, None)
    """
    return next((outcome for beginning, outcome in _beginnings(language) if _begins(key, beginning)), None)


def _begins(key: str, beginning: str) -> bool:
    return key == beginning[:-1] if beginning[-1] == "." else key.startswith(beginning)


@lru_cache
def _beginnings(language: str) -> list[tuple[str, Outcome]]:
    """The beginnings of a language, the longest first."""
    told = zip(_OUTCOMES, _WORDS.get(language, "").split("|"), strict=False)
    found = [(beginning, outcome) for outcome, words in told for beginning in words.split()]
    return sorted(found, key=lambda one: (-len(one[0]), one))
