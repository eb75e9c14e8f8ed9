"""Whole comparisons in other languages and scripts than English: news written for these tests, and a revision of each."""

from itertools import pairwise
from typing import NamedTuple

import pytest
import regex

from app.compare.alignment import Alignment, align
from app.compare.comparison import Change, Comparison, Link
from app.compare.engine import compare, compare_sentences
from app.compare.limits import Limits
from app.compare.reading import read_sentences
from app.text.content import Block, Content
from app.text.document import Document, read_document, read_sentence
from tests.compare.comparison_texts import sentences

EDIT = regex.compile(r"\[-(.+?)-\]\{\+(.+?)\+\}")
SPACELESS = ("zh", "ja", "th")


class Case(NamedTuple):
    """An article: paragraphs of sentences. The revision edits the second, sets `moved` last, and has `added` before that."""

    verbatim: str
    edited: str
    moved: tuple[str, ...]
    kept: tuple[tuple[str, ...], ...]
    added: str

    @property
    def old(self) -> tuple[tuple[str, ...], ...]:
        return (self.verbatim, EDIT.sub(r"\1", self.edited)), self.moved, *self.kept

    @property
    def new(self) -> tuple[tuple[str, ...], ...]:
        return (self.verbatim, EDIT.sub(r"\2", self.edited)), *self.kept, (self.added,), self.moved

    @property
    def edits(self) -> list[tuple[str, str]]:
        return EDIT.findall(self.edited)


CASES = {
    "de": Case(
        "Der Stadtrat von Ohlenbeck hat am Dienstag den Bau einer neuen Schwimmhalle beschlossen.",
        "Die Arbeiten kosten nach [-ersten-]{+neuen+} Schätzungen rund [-zwölf-]{+fünfzehn+} Millionen Euro.",
        (
            "Das alte Freibad am Mühlenweg bleibt im Sommer geöffnet.",
            "Dort lernen jedes Jahr etwa dreihundert Kinder schwimmen.",
        ),
        (
            (
                "Bürgermeisterin Anke Brodersen sprach von einem guten Tag für die Vereine.",
                "Gegen den Plan stimmten sechs Abgeordnete, die das Geld lieber in Schulen stecken wollen.",
            ),
            (
                "Der Kreis übernimmt ein Drittel der Summe, den Rest zahlt die Stadt über zwanzig Jahre.",
                "Eröffnet werden soll das Gebäude im Herbst des übernächsten Jahres.",
            ),
        ),
        "Der Sportverein kündigte ein Fest auf dem Marktplatz an.",
    ),
    "ru": Case(
        "В понедельник в Верхнереченске открылось новое трамвайное депо.",
        "Строительство заняло [-два-]{+три+} года и обошлось городу в [-сорок-]{+шестьдесят+} миллионов рублей.",
        (
            "Старые вагоны передадут музею на Песчаной улице.",
            "Там их отреставрируют студенты железнодорожного техникума.",
        ),
        (
            (
                "Мэр Тамара Лосева сама провела первый вагон до площади.",
                "Пассажиры встретили его аплодисментами и цветами, хотя с утра шёл мокрый снег.",
            ),
            (
                "По расписанию трамваи будут ходить каждые восемь минут с пяти утра до полуночи.",
                "Билеты пока не подорожают, пообещали в городском управлении транспорта.",
            ),
        ),
        "Осенью линию хотят продлить до больницы.",
    ),
    "ar": Case(
        "افتتحت مدينة الزهراء يوم الأحد متحفا جديدا للفخار القديم.",
        "وقال المدير سالم العطار إن المتحف يضم [-مئتي-]{+ثلاثمئة+} قطعة نادرة.",
        (
            "وسيبقى السوق المجاور مفتوحا طوال أيام الأسبوع.",
            "ويبيع التجار فيه السجاد والتوابل والنحاس.",
        ),
        (
            (
                "وزار المعرض في يومه الأول أكثر من ألف شخص من القرى القريبة.",
                "وانتظر بعضهم ساعتين تحت المطر قبل أن تفتح الأبواب.",
            ),
            (
                "وتكفلت وزارة الثقافة بنصف التكاليف، ودفع الأهالي النصف الآخر من تبرعاتهم.",
                "ومن المقرر أن تنظم المدارس رحلات إليه ابتداء من الشهر المقبل.",
            ),
        ),
        "ويستعد الفريق لترميم قلعة صغيرة على التل.",
    ),
    "hi": Case(
        "मधुपुर की दूध समिति ने सोमवार को अपना नया शीत भंडार शुरू किया।",
        "इस भंडार में रोज़ [-आठ-]{+बारह+} हज़ार लीटर दूध रखा जा सकेगा।",
        (
            "पुरानी इमारत में अब गाँव का पुस्तकालय खुलेगा।",
            "वहाँ बच्चों के लिए शाम को कहानियाँ पढ़ी जाएँगी।",
        ),
        (
            (
                "समिति की अध्यक्ष कमला देवी ने कहा कि किसानों को अब शहर नहीं जाना पड़ेगा।",
                "पिछली गर्मियों में बिजली कटने से हर हफ़्ते सैकड़ों लीटर दूध खराब हुआ था।",
            ),
            (
                "राज्य सरकार ने आधा खर्च उठाया और बाकी पैसा सदस्यों ने मिलकर जमा किया।",
                "अगले साल तक पास के पाँच गाँव भी इस योजना से जुड़ेंगे।",
            ),
        ),
        "उद्घाटन के बाद ढोल बजे और मिठाई बाँटी गई।",
    ),
    "zh": Case(
        "海州市星期二为一座新灯塔点亮了灯火。",
        "灯塔高[-三-]{+四+}十二米，光线可以照到[-二-]{+三+}十海里以外。",
        ("旧灯塔将改成一间小小的书店。", "店里只卖和大海有关的书。"),
        (
            ("守塔人林阿福说，他在这里工作了整整四十年。", "许多渔民一早就划船来到码头，还带来了自己酿的米酒。"),
            ("市政府承担了大部分费用，其余的钱由渔业协会募集。", "从下个月起，游客可以在周末登上塔顶看日出。"),
        ),
        "附近的小学还为它写了一首歌。",
    ),
    "ja": Case(
        "霧ヶ浜町は火曜日、和紙の博物館を開いた。",
        "館内には[-全国-]{+各地+}から集めた[-三-]{+四+}百点の作品が並ぶ。",
        ("古い役場の建物は取り壊されずに残る。", "一階には喫茶店が入る予定だ。"),
        (
            (
                "館長の水野さくらさんは、子どもたちに紙すきを体験してほしいと話した。",
                "開館を待つ人の列は、朝早くから駅前の橋まで続いた。",
            ),
            (
                "建設費の半分は県が出し、残りは町民の寄付でまかなわれた。",
                "入場料は大人が五百円で、中学生までは無料となっている。",
            ),
        ),
        "秋には海外の職人を招く催しもある。",
    ),
    "th": Case(
        "เทศบาลบ้านหนองบัวเปิดโรงสีข้าวชุมชนแห่งใหม่เมื่อวันอังคาร",
        "โรงสีแห่งนี้สีข้าวได้วันละ[-ห้า-]{+แปด+}ตันและใช้ไฟฟ้าจากแสงอาทิตย์",
        ("โรงสีเก่าริมคลองจะกลายเป็นพิพิธภัณฑ์ชาวนา", "ภายในจะจัดแสดงเครื่องมือทำนาสมัยคุณปู่"),
        (
            ("นายกเทศมนตรีสมพร ใจดี กล่าวว่าชาวนาไม่ต้องขนข้าวเข้าเมืองอีกต่อไป", "เมื่อปีที่แล้วน้ำท่วมทำให้ข้าวเปลือกเสียหายหลายร้อยกระสอบ"),
            ("งบประมาณครึ่งหนึ่งมาจากจังหวัดและอีกครึ่งหนึ่งชาวบ้านช่วยกันออก", "โรงเรียนใกล้เคียงจะพานักเรียนมาเยี่ยมชมตั้งแต่เดือนหน้า"),
        ),
        "หลังพิธีเปิดมีการแข่งขันเรือพายในคลอง",
    ),
}  # fmt: skip

INFLECTED = {
    "de": (
        "Die Bürgerinitiative sammelte tausend Unterschriften gegen hohe Eintrittspreise.",
        "Gegen einen hohen Eintrittspreis wurden von Bürgerinitiativen Unterschriften gesammelt.",
    ),
    "ru": (
        "Рабочие завода объявили забастовку из-за задержки зарплаты.",
        "О забастовке рабочих заводов, зарплату которых задержали, объявлено вечером.",
    ),
    "ar": (
        "أعلن المعلمون إضرابا بسبب تأخر الرواتب في المدارس الحكومية.",
        "تأخر راتب كل معلم في المدرسة الحكومية، فكان الإضراب.",
    ),
    "hi": (
        "किसानों ने सड़कों पर दूध बहाकर बढ़ती कीमतों का विरोध किया।",
        "बढ़ती कीमत के विरोध में किसान दूध लेकर सड़क पर उतरे।",
    ),
}
"""Two sentences that share words in different forms."""


FORMS = {
    "de": "Im Tal hilft man jedem [-Nachbar-]{+Nachbarn+} gern.",
    "ru": "О новых [-вагонах-]{+вагоне+} рассказал директор депо.",
    "ar": "زار [-المعلم-]{+المعلمون+} المتحف يوم الأحد.",
    "hi": "कल [-किसान-]{+किसानों+} ने दूध की कीमत पर बात की।",
    "zh": "灯塔从[-明-]{+后+}天起开放。",
    "ja": "子どもたちが紙を[-折-]{+漉+}った。",
    "th": "ราคาข้าวขึ้น[-ห้า-]{+หก+}บาทในสัปดาห์นี้",
}
"""A word in another form; a sign for another one."""


def document(paragraphs: tuple[tuple[str, ...], ...], language: str, given: str | None) -> Document:
    """Thai ends no sentence with a mark: there, every sentence is a paragraph."""
    if language == "th":
        paragraphs = tuple((sentence,) for paragraph in paragraphs for sentence in paragraph)
    glue = "" if language in SPACELESS else " "
    blocks = tuple(Block("paragraph", glue.join(paragraph)) for paragraph in paragraphs)
    return read_document(Content(blocks), language=given)


def compared(language: str, given: str | None) -> Comparison:
    """The two revisions of a case, with a language that is given, or detected."""
    case = CASES[language]
    return compare(document(case.old, language, given), document(case.new, language, given))


def shown(link: Link) -> tuple[object, ...]:
    return link.a, link.b, link.kind, link.moved


def marked(comparison: Comparison, link: Link) -> list[tuple[str, str]]:
    a, b = comparison.a.text, comparison.b.text
    return [
        (a[one.a_start : one.a_end], b[one.b_start : one.b_end]) for one in link.changes if one.op != "equal"
    ]


def parts_a_word(text: str, at: int) -> bool:
    """Whether an offset lies inside of a word, or of what a reader takes for one sign where words are not spaced."""
    if regex.match(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]", text[at:]):
        return bool(regex.match(r"\p{M}", text[at:]))
    return bool(regex.fullmatch(r"[\p{L}\p{M}\p{N}]{2}", text[max(0, at - 1) : at + 1]))


def assert_whole(a: str, b: str, changes: tuple[Change, ...]) -> None:
    """Changes follow each other without a gap, and part no word."""
    for one, other in pairwise(changes):
        assert (one.a_end, one.b_end) == (other.a_start, other.b_start)
        assert not parts_a_word(a, one.a_end)
        assert not parts_a_word(b, one.b_end)


@pytest.fixture(scope="module", params=CASES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def revised(language: str) -> Comparison:
    return compared(language, language)


def test_sentences_are_those_of_the_text(language: str, revised: Comparison) -> None:
    for side, paragraphs in ((revised.a, CASES[language].old), (revised.b, CASES[language].new)):
        assert sentences(side) == [sentence for paragraph in paragraphs for sentence in paragraph]


def test_what_stays_is_edited_moves_and_comes_in_is_found(revised: Comparison) -> None:
    assert [shown(link) for link in revised.links] == [
        ((0,), (0,), "verbatim", False),
        ((1,), (1,), "edited", False),
        ((2,), (7,), "verbatim", True),
        ((3,), (8,), "verbatim", True),
        *(((k,), (k - 2,), "verbatim", False) for k in range(4, 8)),
    ]
    assert (revised.only_a, revised.only_b) == ((), (6,))


def test_words_are_marked_whole_and_nothing_is_lost(language: str, revised: Comparison) -> None:
    assert marked(revised, revised.links[1]) == CASES[language].edits
    a, b = revised.a, revised.b
    for link in revised.links:
        first, last = link.changes[0], link.changes[-1]
        assert a.text[first.a_start : last.a_end] == a.sentence_text(link.a[0])
        assert b.text[first.b_start : last.b_end] == b.sentence_text(link.b[0])
        assert_whole(a.text, b.text, link.changes)


@pytest.mark.parametrize("language", FORMS)
def test_another_form_of_a_word_is_marked_as_a_whole_word(language: str) -> None:
    old, new = (EDIT.sub(side, FORMS[language]) for side in (r"\1", r"\2"))
    comparison = compare_sentences(
        read_sentence(old, language=language), read_sentence(new, language=language)
    )
    (link,) = comparison.links
    assert marked(comparison, link) == EDIT.findall(FORMS[language])
    assert_whole(old, new, link.changes)


def test_offsets_inside_words_are_known() -> None:
    inside = [
        ("Verein", 3),
        ("किसान", 1),
        ("โรงสีข้าว", 4),
        ("المعلم", 2),
        ("a b", 1),
        ("灯塔", 1),
        ("โรงสี", 1),
    ]
    assert [parts_a_word(*one) for one in inside] == [True, True, True, True, False, False, False]


def test_reuse_runs_through_what_moved_and_through_what_stayed(language: str, revised: Comparison) -> None:
    found = [revised.a.text[run.a_start : run.a_end] for run in revised.reuse]
    case = CASES[language]
    for part in (case.moved, [sentence for paragraph in case.kept for sentence in paragraph]):
        assert [run for run in found if all(sentence.rstrip(".。।") in run for sentence in part)]
    assert all(case.added not in run for run in found)
    assert 0.75 < revised.summary.reused_a < 1


def test_the_language_is_detected(language: str, revised: Comparison) -> None:
    detected = compared(language, None)
    assert (detected.a.language, detected.b.language) == (language, language)
    assert (detected.links, detected.reuse, detected.summary) == (
        revised.links,
        revised.reuse,
        revised.summary,
    )


@pytest.mark.parametrize("wrong", ["en", "fi", "tr", "xx"])
def test_a_wrong_language_changes_no_link_of_a_revision(
    language: str, revised: Comparison, wrong: str
) -> None:
    other = compared(language, wrong)
    assert sentences(other.a) == sentences(revised.a)
    assert [(*shown(link), link.changes) for link in other.links] == [
        (*shown(link), link.changes) for link in revised.links
    ]
    assert other.only_b == revised.only_b


def test_two_languages_for_one_text_do_no_harm(language: str, revised: Comparison) -> None:
    """Somebody says it of one version, and says it wrong."""
    case = CASES[language]
    other = compare(document(case.old, language, language), document(case.new, language, "en"))
    assert [(*shown(link), link.changes) for link in other.links] == [
        (*shown(link), link.changes) for link in revised.links
    ]


def paired(language: str, *, stemmed: bool) -> list[Alignment]:
    """The links of two articles about the same event, of which the second sentences share inflected words."""
    case, (old, new) = CASES[language], INFLECTED[language]
    sides = (
        document(((case.verbatim,), (old,), *case.kept), language, language),
        document(((case.added,), (new,), case.moved), language, language),
    )
    a, b = (read_sentences(side, stemmed=stemmed) for side in sides)
    return align(a, b, Limits())


@pytest.mark.parametrize("language", INFLECTED)
def test_stems_link_what_words_in_other_forms_do_not(language: str) -> None:
    (link,) = [one for one in paired(language, stemmed=True) if one.a == (1,)]
    assert link.b == (1,)
    plain = [one.score for one in paired(language, stemmed=False) if (one.a, one.b) == ((1,), (1,))]
    assert link.score > max(plain, default=0) + 0.05


def test_a_language_of_two_regions_has_the_same_stems() -> None:
    old, new = INFLECTED["de"]
    one, other = ((CASES["de"].verbatim,), (old,)), ((CASES["de"].added,), (new,))
    plain = compare(document(one, "de", "de"), document(other, "de", "de")).links
    assert [(link.a, link.b) for link in plain] == [((1,), (1,))]
    assert compare(document(one, "de", "de-AT"), document(other, "de", "de-CH")).links == plain


RIGHT_TO_LEFT = (
    "\u200fقال الوزير: «بلغت الزيادة 12.5% في 2026» أمس (بحسب وكالة ABC).",
    "\u200fقال الوزير: «بلغت الزيادة 14.5% في 2026» أمس (بحسب وكالة ABC).",
)


def test_right_to_left_text_keeps_its_order_and_its_marks() -> None:
    """Offsets count signs as they are stored; figures, Latin letters, brackets and direction marks stay where they are."""
    a, b = (read_sentence(text, language="ar") for text in RIGHT_TO_LEFT)
    assert (a.text, b.text) == RIGHT_TO_LEFT
    comparison = compare_sentences(a, b)
    (link,) = comparison.links
    assert marked(comparison, link) == [("12.5%", "14.5%")]
    before = RIGHT_TO_LEFT[0].index("12.5%")
    assert [(one.op, one.a_start, one.b_start) for one in link.changes] == [
        ("equal", 0, 0),
        ("replace", before, before),
        ("equal", before + 5, before + 5),
    ]


def test_a_lengthening_sign_that_stands_alone_stops_nothing() -> None:
    """Arabic has it as a dash; its stem is empty."""
    old, new = (
        "قال \u0640 المعلم ذلك في المدرسة أمس.",
        "قال المعلم \u0640\u0640 ذلك في المدرسة اليوم.",
    )
    one, other = document(((old,),), "ar", "ar"), document(((new,),), "ar", "ar")
    assert [(link.a, link.b, link.kind) for link in compare(one, other).links] == [((0,), (0,), "edited")]


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u2067", "\u2069", "\u061c"])
def test_a_direction_mark_is_no_edit(mark: str) -> None:
    sentence = CASES["ar"].verbatim
    at = sentence.index("متحفا")
    other = sentence[:at] + mark + sentence[at:]
    (link,) = compare_sentences(
        read_sentence(sentence, language="ar"), read_sentence(other, language="ar")
    ).links
    assert link.kind == "verbatim"
    assert link.changes == (Change("equal", 0, len(sentence), 0, len(other)),)
