"""What became of the people who are counted: the dead are not the injured, though both are “people” in “the blast”."""

from functools import lru_cache

_WORDS = {
    "dead": "kill die dead death fatal slain tote getötet starb gestorben mort tué décéd muert murier muri fallec mató "
    "mata mortos uccis dode gedood погиб убит смерт قتل قتيل مقتل मौत मारे मृत 死 亡",
    "hurt": "injur wound hurt hospital verletz bless herid ferid ferit gewond ранен пострада جرح جريح أصيب إصاب घायल 伤 傷",
    "missing": "missing vermisst vermist disparu desaparec dispers пропа безвест مفقود लापता 踪",
    "held": "arrest detain custod festgenommen verhaft interpell deten détenu gearrest задерж арест اعتقل गिरफ्तार 捕 拘",
    "saved": "rescu evacu surviv gerettet evaku sauv évacu rescat salvat gered спас эваку أنقذ أجلى बचा 救 撤",
    "displaced": "displac homeless flee fled obdach vertrieben sans-abri déplacé desplaz senzatetto بلا نزح बेघर 避",
}
_OF = sorted(
    ((beginning, outcome) for outcome, words in _WORDS.items() for beginning in words.split()), reverse=True
)


@lru_cache(maxsize=16384)
def outcome_of(key: str) -> str | None:
    """The outcome that a word (a match form) tells of, by how it begins; None for most words.

    >>> outcome_of("killed"), outcome_of("verletzte"), outcome_of("bridge")
    ('dead', 'hurt', None)
    """
    return next((outcome for beginning, outcome in _OF if key.startswith(beginning)), None)
