"""Which language a text is in."""

import sys

import pytest

from app.text.language import SAMPLE_LENGTH, _by_model, detect_language

SURE = [
    ("en", "The harbour barrier held for an hour and then it failed, said the engineer who had been there. The water "
     "came into the old town, and most of the people left by boat."),
    ("de", "Der Damm hat eine Stunde gehalten und ist dann gebrochen, sagte die Ingenieurin. Das Wasser stand in der "
     "Altstadt, und die meisten haben das Viertel mit Booten verlassen."),
    ("fr", "La digue a tenu une heure, puis elle a cédé, a dit l’ingénieure. Les eaux ont envahi la vieille ville et "
     "des habitants sont partis en bateau avec les pompiers, dans la nuit."),
    ("es", "El dique resistió una hora y luego cedió, dijo la ingeniera. El agua entró en el casco antiguo y los vecinos "
     "salieron en barco con los bomberos, como el año pasado, pero sin heridos."),
    ("pt", "O dique resistiu uma hora e depois cedeu, disse a engenheira. As águas entraram pela cidade velha e os "
     "moradores não ficaram; saíram em barcos com os bombeiros, já de noite, e também à pressa."),
    ("it", "La diga ha retto per un’ora e poi ha ceduto, ha detto l’ingegnera che era sul posto. Le acque sono entrate "
     "nel centro della città e gli abitanti sono partiti con le barche, anche di notte."),
    ("ru", "Плотина держалась час, а потом рухнула, сказала инженер, которая была на месте. Вода уже пришла в старый город, "
     "и его жители уехали на лодках, чтобы не ждать, как это было после прошлой бури."),
    ("ja", "水門は一時間ほど持ちこたえたが、その後壊れたと技術者は述べた。"),
    ("zh", "大坝坚持了一个小时，随后决口，工程师说。居民乘船离开了老城。"),
    ("ko", "수문은 한 시간 동안 버티다가 무너졌다고 기술자가 말했다."),
    ("th", "ประตูน้ำต้านอยู่ได้หนึ่งชั่วโมงแล้วก็พัง วิศวกรกล่าว"),
    ("el", "Το φράγμα άντεξε μία ώρα και ύστερα υποχώρησε, είπε η μηχανικός."),
    ("ta", "அணை ஒரு மணி நேரம் தாங்கியது, பின்னர் உடைந்தது என்று பொறியாளர் கூறினார்."),
]  # fmt: skip
DOUBTFUL = [
    ("nl", "De dijk hield het een uur en brak toen door, zei de ingenieur. Het water kwam de oude stad in."),
    ("ca", "El dic va resistir una hora i després va cedir, va dir l’enginyera. L’aigua va entrar al nucli antic."),
    ("gl", "O dique resistiu unha hora e despois cedeu, dixo a enxeñeira. A auga entrou na cidade vella e a xente marchou."),
    ("uk", "Гребля трималася годину, а потім прорвалася, сказала інженерка. Вода прийшла до старого міста."),
    ("bg", "Дигата издържа един час и после се скъса, каза инженерката. Водата навлезе в стария град."),
    ("ar", "صمد السد ساعة ثم انهار، كما قالت المهندسة. ودخلت المياه المدينة القديمة."),
    ("hi", "बाँध एक घंटे तक टिका रहा और फिर टूट गया, इंजीनियर ने कहा। पानी पुराने शहर में आ गया।"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"), [*SURE, *DOUBTFUL], ids=[case[0] for case in [*SURE, *DOUBTFUL]]
)
def test_detect(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(("language", "text"), SURE, ids=[case[0] for case in SURE])
def test_the_model_says_the_same_of_what_is_sure_without_it(language: str, text: str) -> None:
    assert _by_model(text) == language


@pytest.mark.parametrize(("language", "text"), SURE, ids=[case[0] for case in SURE])
def test_what_is_sure_loads_no_model(language: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12 — 14", "en"),
        ("Minister quits.", "en"),
        ("x" * 5 * SAMPLE_LENGTH, "en"),
        ("a b " * SAMPLE_LENGTH, "en"),
        ("\ud800", "en"),
        ("", "en"),
    ],
)
def test_what_no_language_shows_in(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_a_few_words_of_english_among_japanese_do_not_decide() -> None:
    japanese = next(text for language, text in SURE if language == "ja")
    assert (
        detect_language(japanese * 8 + " The terms of use and the notes of this site are by the agency.")
        == "ja"
    )


def test_a_quotation_in_another_language_does_not_decide() -> None:
    assert detect_language(SURE[1][1] + " “The barrier held for an hour,” she said.") == "de"
