"""Captures that look incomplete, and those that only seem to: a table of endings in many languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compare.story.completeness import FEWEST_WORDS, LAST_BLOCKS, looks_incomplete
from app.text.content import Block, BlockKind, Content

BODY = {
    "en": "The storm gate at the harbour failed after noon on Friday, and the lower town stood under water within the hour.",
    "de": "Das Sturmtor am Hafen versagte am Freitag, und die Unterstadt stand binnen einer Stunde unter Wasser.",
    "fr": "La porte du port a cédé vendredi, et la ville basse s’est trouvée sous l’eau en moins d’une heure.",
    "es": "La compuerta del puerto cedió el viernes, y la ciudad baja quedó bajo el agua en una hora.",
    "ru": "Ворота порта не выдержали в пятницу вскоре после полудня, и нижний город за час оказался под водой.",
    "zh": "周五中午过后不久，港口的防潮闸门失灵，不到一小时下城就被水淹没。市长说，将进行调查。",
    "ja": "金曜日の正午すぎ、港の水門が故障し、一時間もしないうちに下町は水につかった。市長は調査すると述べた。",
    "ar": "تعطلت بوابة الميناء ظهر الجمعة بعد وقت قصير من منتصف النهار، وغمرت المياه المدينة السفلى خلال ساعة واحدة.",
    "hi": "शुक्रवार को दोपहर के कुछ ही देर बाद बंदरगाह का द्वार टूट गया और एक घंटे में निचला शहर पानी में डूब गया।",
    "th": "ประตูกั้นน้ำที่ท่าเรือพังลงหลังเที่ยงวันศุกร์ไม่นาน และเมืองส่วนล่างจมอยู่ใต้น้ำภายในหนึ่งชั่วโมง",
}


def capture(language: str, *last: str | tuple[BlockKind, str]) -> Content:
    blocks = [Block("paragraph", BODY[language])] * 4
    blocks += [Block("paragraph", one) if isinstance(one, str) else Block(*one) for one in last]
    return Content(tuple(blocks), "Flood", language=language)


def kinds(content: Content) -> list[str]:
    return [reason.kind for reason in looks_incomplete(content)]


@pytest.mark.parametrize("language", sorted(BODY))
def test_a_whole_text_looks_whole(language: str) -> None:
    assert kinds(capture(language)) == []


@pytest.mark.parametrize(
    ("language", "last", "kind"),
    [
        ("en", "The mayor said that the city would not wait for the inquiry …", "ellipsis"),
        ("en", "The mayor said that the city would not wait for the inquiry...", "ellipsis"),
        ("en", "The mayor said that the city would not wait [...]", "ellipsis"),
        ("de", "Der Bürgermeister sagte, die Stadt werde nicht warten […]", "ellipsis"),
        ("zh", "市长表示，城市不会等待调查结果……", "ellipsis"),
        ("ru", "Мэр заявил, что город не станет ждать…", "ellipsis"),
        ("en", "The mayor said that the city would not wait for the", "mid_sentence"),
        ("en", "The mayor said on Friday evening that the city, its people and its port,", "mid_sentence"),
        ("de", "Der Bürgermeister sagte am Freitag, dass die Stadt nicht mehr", "mid_sentence"),
        ("fr", "Le maire a déclaré vendredi que la ville ne pouvait pas", "mid_sentence"),
        ("es", "El alcalde dijo el viernes que la ciudad no iba a", "mid_sentence"),
        ("ru", "Мэр заявил в пятницу вечером, что город больше не", "mid_sentence"),
        ("zh", "市长在星期五晚上的新闻发布会上表示，这座城市不会等待", "mid_sentence"),
        ("ja", "市長は金曜日の夜に記者会見を開き、町はもう調査の結果を", "mid_sentence"),
        ("ar", "قال رئيس البلدية مساء الجمعة إن المدينة لن تنتظر نتائج", "mid_sentence"),
        ("hi", "महापौर ने शुक्रवार शाम को कहा कि शहर अब और नहीं", "mid_sentence"),
    ],
)
def test_cut_off(language: str, last: str, kind: str) -> None:
    (reason,) = looks_incomplete(capture(language, last))
    assert reason.kind == kind
    assert last.endswith(reason.words)


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("en", "“We shall see what the water leaves of it …”"),
        ("en", "“We shall see,” she said, “what the water leaves of it...”"),
        ("en", "Reporting by Ada Fell in Port Ennick and Jo Reed in Caldmoor; editing by Ben Moor"),
        ("en", "Follow the harbour’s own page for tides"),
        ("en", "Ada Fell is the harbour correspondent of The Ledger"),
        ("en", "The numbers of the harbour office, which also has the tides, are 01632 960 001"),
        ("en", "- the gate, which was built in 1974 and has been repaired twice since then"),
        ("en", "She asked the council (and the port, which runs the gate, too)."),
        ("en", "“Will the gate ever be closed again before the autumn?”"),
        ("de", "„Wir werden sehen, was das Wasser davon übrig lässt …“"),
        ("fr", "« Nous verrons bien ce que l’eau en laissera… »"),
        ("zh", "（完）"),
        ("zh", "责任编辑：王某某"),
        ("ja", "（共同）"),
        ("ja", "「水が引けば、何が残っているかがわかるだろう……」"),
        ("th", "นายกเทศมนตรีกล่าวเมื่อเย็นวันศุกร์ว่าเมืองจะไม่รอผลการสอบสวน"),
        ("hi", "महापौर ने शुक्रवार शाम को कहा कि शहर अब और नहीं रुकेगा।"),
        ("ar", "هل ستنتظر المدينة نتائج التحقيق الذي أعلنه رئيس البلدية؟"),
    ],
)
def test_an_ending_that_is_none_too_short(language: str, last: str) -> None:
    assert kinds(capture(language, last)) == []


def test_a_text_without_full_stops_ends_without_one() -> None:
    lines = [Block("paragraph", BODY["en"].rstrip("."))] * 4
    assert kinds(Content(tuple(lines))) == []


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Continue reading"),
        ("en", "[Continue reading →]"),
        ("en", "READ THE FULL STORY"),
        ("de", "Weiterlesen"),
        ("fr", "Lire la suite"),
        ("es", "Seguir leyendo »"),
        ("ru", "Читать далее"),
        ("zh", "阅读全文"),
        ("ja", "続きを読む"),
        ("ar", "متابعة القراءة"),
    ],
)
@pytest.mark.parametrize("kind", ["paragraph", "boilerplate"])
def test_a_button_behind_the_text(language: str, label: str, kind: BlockKind) -> None:
    assert kinds(capture(language, (kind, label))) == ["more"]
    glued = capture(language, f"{BODY[language]} {label}")
    assert kinds(glued) == ["more"]


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("en", ("boilerplate", "Read more: Five gates that held")),
        ("en", ("boilerplate", "Read more")),  # a heading over other articles, as the text before is closed
        ("en", "He told the crowd not to read on."),
        ("en", "Nobody, the harbour master said, would continue reading the gauges by hand."),
        ("de", ("boilerplate", "Mehr lesen Sie in unserem Dossier über Sturmtore")),
        ("fr", "Il a demandé aux conseillers de lire la suite du rapport avant de voter."),
    ],
)
def test_words_that_are_no_button(language: str, last: str | tuple[BlockKind, str]) -> None:
    assert kinds(capture(language, last)) == []


def test_read_more_behind_an_open_end_is_a_button() -> None:
    found = kinds(
        capture("en", "The mayor said that the city would not wait for the", ("boilerplate", "Read more"))
    )
    assert found == ["mid_sentence", "more"]


def test_a_button_amid_the_text_is_the_pages_own() -> None:
    assert kinds(capture("en", ("boilerplate", "Continue reading the main story"), BODY["en"])) == []
    assert kinds(capture("en", ("boilerplate", "Continue reading"), BODY["en"])) == []


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "Subscribe to read the full story."),
        ("en", "Subscribe now to continue reading"),
        ("en", "This article is for subscribers only."),
        ("en", "Already a subscriber? Log in"),
        ("en", "You’ve reached your limit of free articles this month."),
        ("en", "Sign in to continue reading"),
        ("de", "Dieser Artikel ist kostenpflichtig."),
        ("de", "Jetzt weiterlesen mit Ledger+"),
        ("fr", "Cet article est réservé aux abonnés."),
        ("fr", "Il vous reste 72 % de cet article à lire. La suite est réservée aux abonnés."),
        ("es", "Contenido exclusivo para suscriptores"),
        ("es", "Suscríbete para seguir leyendo"),
        ("es", "Conteúdo exclusivo para assinantes"),
        ("es", "Contenuto riservato agli abbonati"),
        ("ru", "Этот материал доступен только подписчикам."),
        ("zh", "本文为付费内容，订阅后可继续阅读"),
        ("ja", "この記事は有料会員限定です。残り1,234文字"),
        ("ja", "유료 회원 전용 기사입니다."),
        ("ar", "هذا المقال متاح فقط للمشتركين."),
    ],
)
@pytest.mark.parametrize("kind", ["paragraph", "boilerplate"])
def test_pay_walls(language: str, mark: str, kind: BlockKind) -> None:
    (reason,) = looks_incomplete(capture(language, (kind, mark)))
    assert (reason.kind, reason.words) == ("paid", mark)


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("en", "Subscribe to our newsletter for news from the harbour."),
        ("en", "Subscribe to read our morning newsletter every day."),
        ("en", "Sign up to receive the tides by e-mail."),
        ("en", "The paper has 4,000 subscribers, and its publisher said the story was for all of them."),
        ("en", "“This article is for subscribers only,” the page said when the harbour master opened it."),
        ("en", "Its members had to subscribe to the plan before the gate was built."),
        ("de", "Abonnieren Sie unseren Newsletter mit Nachrichten vom Hafen."),
        ("de", "Die Zeitung hat 4000 Abonnenten, die den Artikel zuerst lesen konnten."),
        ("fr", "Abonnez-vous à notre lettre d’information."),
        ("es", "Suscríbete a nuestro boletín."),
        ("ru", "Подписчики канала увидели запись только вечером."),
        ("zh", "关注我们的公众号，获取港口新闻。"),
    ],
)
def test_words_that_are_no_pay_wall(language: str, last: str) -> None:
    assert kinds(capture(language, ("boilerplate", last))) == []
    assert kinds(capture(language, last)) == []


@pytest.mark.parametrize(("after", "found"), [(LAST_BLOCKS - 1, ["paid"]), (LAST_BLOCKS, [])])
def test_a_pay_wall_is_looked_for_among_the_last_blocks(after: int, found: list[str]) -> None:
    mark = "This article is for subscribers only."
    assert kinds(capture("en", mark, *[BODY["en"]] * after)) == found


@pytest.mark.parametrize(("words", "found"), [(FEWEST_WORDS, []), (FEWEST_WORDS - 1, ["short"])])
def test_very_short(words: int, found: list[str]) -> None:
    text = "wave " * (words - 1) + "broke."
    assert kinds(Content((Block("paragraph", text),))) == found


def test_a_text_of_nothing_is_short_and_no_more() -> None:
    (reason,) = looks_incomplete(Content(()))
    assert (reason.kind, reason.count) == ("short", 0)


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_is_judged_and_each_reason_given_once(texts: list[str]) -> None:
    found = kinds(Content(tuple([Block("paragraph", text) for text in texts])))
    assert len(found) == len(set(found))
