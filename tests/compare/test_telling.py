"""Which change tells most: labelled cases, written for these tests, and what holds for any two texts."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given

from app.compare import telling, worth
from app.compare.comparison import Change, Comparison
from app.compare.engine import compare
from app.compare.mirroring import mirror
from app.compare.negations import negations
from app.compare.telling import Telling, by_telling, most_telling, told_by
from app.text.document import Document
from app.text.words import split_words
from tests.compare.comparison_texts import HARBOUR, WIRE, document, documents

LEAD = "The ferry Marigold ran aground off Pell Point late on Friday."
REST = "The Harbour Board has opened an inquiry, the third in ten years. Sailings are off until Monday."


class Case(NamedTuple):
    """Two texts (paragraphs) and, if need be, their headlines; what is to be shown, and the words that are meant."""

    a: str
    b: str
    kind: str
    words: tuple[str, str] = ("", "")
    titles: tuple[str, str] = ("", "")
    language: str = "en"


CASES = {
    "a figure before a word": Case(
        f"{LEAD} Tugs freed 211 passengers at dawn. A stray dog was on board.",
        f"{LEAD} Tugs freed 212 passengers at dawn. A feral dog was on board.",
        "figure",
        ("211", "212"),
    ),
    "a sum in words": Case(
        f"{LEAD} Repairs will cost twelve million crowns, the operator said.",
        f"{LEAD} Repairs will cost fifteen million crowns, the operator said.",
        "figure",
        ("twelve", "fifteen"),
    ),
    "a figure before a date": Case(
        f"{LEAD} Sailings begin on Monday. The reef has claimed nine ships.",
        f"{LEAD} Sailings begin on Tuesday. The reef has claimed six ships.",
        "figure",
        ("nine", "six"),
    ),
    "a date before a plain word": Case(
        f"{LEAD} The board meets on 14 May 2026 in Dunmere. Its hall is large.",
        f"{LEAD} The board meets on 15 May 2026 in Dunmere. Its hall is huge.",
        "figure",
        ("14", "15"),
    ),
    "the same time set otherwise is no figure": Case(
        f"{LEAD} The alarm was raised at 11:42 p.m. by a deckhand. The captain was calm.",
        f"{LEAD} The alarm was raised at 11.42pm by a deckhand. The captain was furious.",
        "words",
        ("calm", "furious"),
    ),
    "a negation before words": Case(
        f"{LEAD} The pilot was on the bridge. The crossing was rough, passengers said.",
        f"{LEAD} The pilot was not on the bridge. The crossing was stormy, passengers said.",
        "negation",
        ("", "not"),
    ),
    "a negation that is one word with its verb": Case(
        f"{LEAD} The operator did answer the board's letter.",
        f"{LEAD} The operator didn't answer the board's letter.",
        "negation",
        ("did", "didn't"),
    ),
    "a quotation before the words around it": Case(
        f"{LEAD}\n\n“We heard a long scrape and then the lights went out,” said Ines Okafor, a nurse from Dunmere.",
        f"{LEAD}\n\n“We heard a terrible scrape and then the lights went out,” said Ines Okafor, a teacher from Dunmere.",
        "quotation",
        ("long", "terrible"),
    ),
    "a quotation in the middle before an early word": Case(
        f"{LEAD} A crane came.\n\n“It was our gravest mistake in years,” said Ines Okafor, the captain.",
        f"{LEAD} A barge came.\n\n“It was our smallest mistake in years,” said Ines Okafor, the captain.",
        "quotation",
        ("gravest", "smallest"),
    ),
    "a rare word before common ones": Case(
        f"{LEAD} A stray cormorant watched them. People have said that it was good.",
        f"{LEAD} A feral cormorant watched them. People had said that it is good.",
        "words",
        ("stray", "feral"),
    ),
    "an early word before a late one": Case(
        f"{LEAD} Crews pumped fuel out. {REST} Divers inspected the hull.",
        f"{LEAD} Crews pumped water out. {REST} Divers photographed the hull.",
        "words",
        ("fuel", "water"),
    ),
    "another word before another form": Case(
        f"{LEAD} Engineers repaired the pump. The captain resigned.",
        f"{LEAD} Engineers repair the pump. The captain vanished.",
        "words",
        ("resigned", "vanished"),
    ),
    "words before marks": Case(
        f"{LEAD} The tugs, both old, came late. The mayor praised the crew.",
        f"{LEAD} The tugs – both old – came late. The mayor scolded the crew.",
        "words",
        ("praised", "scolded"),
    ),
    "a word that only changes its place tells little": Case(
        f"{LEAD} Slowly the old tug Ostrava pulled the ferry free. The mayor praised the crew.",
        f"{LEAD} The old tug Ostrava pulled the ferry free slowly. The mayor scolded the crew.",
        "words",
        ("praised", "scolded"),
    ),
    "a headline that was edited": Case(
        f"{LEAD} {REST}",
        f"{LEAD} {REST}",
        "headline",
        ("blunder", "accident"),
        ("Ferry runs aground after captain’s blunder", "Ferry runs aground after captain’s accident"),
    ),
    "a figure in the headline": Case(
        f"{LEAD} A crane came.",
        f"{LEAD} A barge came.",
        "figure",
        ("211", "212"),
        ("Tugs free 211 from ferry", "Tugs free 212 from ferry"),
    ),
    "another headline says nothing where the texts differ": Case(
        f"{LEAD} The captain resigned.",
        f"{LEAD} The captain vanished.",
        "words",
        ("resigned", "vanished"),
        ("Ferry aground off Pell Point", "Inquiry into the loss of the Marigold"),
    ),
    "another headline where the texts are the same": Case(
        f"{LEAD} {REST}",
        f"{LEAD} {REST}",
        "headline",
        titles=("Ferry aground off Pell Point", "A ferry on the rocks"),
    ),
    "sentences left out": Case(f"{LEAD} The captain had been drinking. {REST}", f"{LEAD} {REST}", "only_a"),
    "sentences put in": Case(f"{LEAD} {REST}", f"{LEAD} The captain had been drinking. {REST}", "only_b"),
    "a sentence that is new before marks": Case(
        f"{LEAD} The tugs came late. {REST}",
        f"{LEAD} The tugs came late! The captain had been drinking. {REST}",
        "only_b",
    ),
    "full stops in a word tell nothing": Case(
        f"{LEAD} “The U.S. coastguard came at dawn,” she said. The tugs were old.",
        f"{LEAD} “The US coastguard came at dawn,” she said. The tugs were new.",
        "words",
        ("old", "new"),
    ),
    "another order": Case(
        "The tugs came late on a rainy Friday. The captain had been drinking schnapps. Divers inspected the rusty hull.",
        "The captain had been drinking schnapps. Divers inspected the rusty hull. The tugs came late on a rainy Friday.",
        "moved",
    ),
    "said differently at another place": Case(
        "The old tug Ostrava pulled the ferry Marigold off the reef at dawn. Rain fell.",
        "Rain fell. At dawn the Marigold was freed from the reef by the Ostrava, an old tug.",
        "reworded",
    ),
    "only marks": Case(f"{LEAD} The tugs came late.", f"{LEAD} The tugs came late!", "print", (".", "!")),
    "the same": Case(f"{LEAD} {REST}", f"{LEAD} {REST}", "same"),
    "nothing at all": Case("", "", "same"),
    "German": Case(
        "Die Fähre lief am Freitag auf Grund. Der Kapitän war an Bord. Das Wetter war trüb.",
        "Die Fähre lief am Freitag auf Grund. Der Kapitän war nicht an Bord. Das Wetter war heiter.",
        "negation",
        ("", "nicht"),
        language="de",
    ),
    "Russian": Case(
        "Паром сел на мель в пятницу вечером. Буксиры спасли двести пассажиров. Капитан молчал.",
        "Паром сел на мель в пятницу вечером. Буксиры спасли триста пассажиров. Капитан плакал.",
        "figure",
        ("двести", "триста"),
        language="ru",
    ),
    "Chinese": Case(
        "渡轮星期五深夜搁浅。船长承认有责任。拖船清晨到达。",
        "渡轮星期五深夜搁浅。船长不承认有责任。拖船清晨到达。",
        "negation",
        ("", "不"),
        language="zh",
    ),
    "Arabic": Case(
        "جنحت العبارة مساء الجمعة. وأجلت القاطرات 211 راكبا عند الفجر. وكان البحر هادئا.",
        "جنحت العبارة مساء الجمعة. وأجلت القاطرات 212 راكبا عند الفجر. وكان البحر هائجا.",
        "figure",
        ("211", "212"),
        language="ar",
    ),
}


def compared(case: Case) -> Comparison:
    a, b = case.titles
    return compare(document(case.a, a or None, case.language), document(case.b, b or None, case.language))


def meant(comparison: Comparison, told: Telling) -> tuple[str, str]:
    """The words in the focus."""
    if told.focus is None:
        return "", ""
    a, b = comparison.a.text, comparison.b.text
    if told.in_headline:
        a, b = comparison.a.title or "", comparison.b.title or ""
    focus = told.focus
    return a[focus.a_start : focus.a_end].strip(), b[focus.b_start : focus.b_end].strip()


def mirrored(told: Telling) -> Telling:
    kinds = {"only_a": "only_b", "only_b": "only_a"}
    changes = tuple([_mirrored(change) for change in told.changes])
    focus = _mirrored(told.focus) if told.focus else None
    return Telling(kinds.get(told.kind, told.kind), told.b, told.a, changes, focus, told.in_headline)  # type: ignore[arg-type]


def _mirrored(change: Change) -> Change:
    ops = {"delete": "insert", "insert": "delete"}
    op = ops.get(change.op, change.op)
    return Change(op, change.b_start, change.b_end, change.a_start, change.a_end)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", CASES)
def test_labelled_cases(name: str) -> None:
    case = CASES[name]
    comparison = compared(case)
    told = most_telling(comparison)
    assert told.kind == case.kind
    if any(case.words):
        assert meant(comparison, told) == case.words
    assert most_telling(mirror(comparison)) == mirrored(told)


def test_two_outlets() -> None:
    """Two tellings without an edited sentence: what one has alone, and no more than that."""
    comparison = compare(document(HARBOUR), document(WIRE))
    told = most_telling(comparison)
    assert (told.kind, told.changes) == ("only_a", ())
    assert comparison.a.sentence_text(told.a[0]).startswith('"We heard a long scrape')


def test_what_stands_alone_is_one_sentence() -> None:
    told = most_telling(compared(CASES["sentences left out"]))
    assert (told.a, told.b) == ((1,), ())


def test_a_row_has_its_own_most_telling_change() -> None:
    comparison = compared(CASES["a figure before a word"])
    by_sentence = {link.a: told_by(comparison, link) for link in comparison.links}
    assert meant(comparison, by_sentence[(2,)]) == ("stray", "feral")
    assert (by_sentence[(0,)].kind, by_sentence[(0,)].changes) == ("same", ())


def test_all_changes_are_kept_for_the_marks() -> None:
    comparison = compared(CASES["a quotation before the words around it"])
    told = most_telling(comparison)
    assert told.focus in told.changes
    assert [comparison.a.text[one.a_start : one.a_end] for one in told.changes] == ["long", "nurse"]


@given(documents, documents)
def test_any_two_texts_have_one_and_swapping_mirrors_it(a: object, b: object) -> None:
    comparison = compare(a, b)  # type: ignore[arg-type]
    told = most_telling(comparison)
    assert (told.focus is None) == (not told.changes)
    if told.a and told.b:
        assert (told.a, told.b) in {(link.a, link.b) for link in comparison.links}
    assert most_telling(mirror(comparison)) == mirrored(told)


def test_only_so_many_sentences_alone_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = compare(document("So it was. The captain had been drinking schnapps."), document("It is."))
    monkeypatch.setattr(telling, "MOST_ALONE", 2)
    assert most_telling(comparison).a == (1,)
    monkeypatch.setattr(telling, "MOST_ALONE", 1)
    assert most_telling(comparison).a != (1,)


def test_only_so_many_words_of_a_change_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = []
    for most in (3, 2):
        monkeypatch.setattr(worth, "WEIGHED", most)
        kinds.append(worth.worth_alone("Boats, cormorants and trawlers.", "en"))
    assert kinds[0] > kinds[1]


def test_endless_changes_take_no_longer() -> None:
    """Every word of two endless sentences differs, and looks like every other."""
    a, b = (" ".join(f"inter{side}{number}x" for number in range(5_000)) for side in ("a", "b"))
    change = Change("replace", 0, len(a), 0, len(b))
    weigher = worth.Worth([change], (a, b), ("en", "en"))
    assert weigher.of(change)[1] == "words"
    assert [weigher.of(Change("replace", at, at + 10, at, at + 10))[1] for at in range(0, 200, 10)]


def test_only_so_many_links_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = compared(CASES["a figure before a word"])
    monkeypatch.setattr(telling, "MOST_LINKS", 2)
    assert most_telling(comparison).kind == "figure"
    monkeypatch.setattr(telling, "MOST_LINKS", 1)
    assert most_telling(comparison).kind != "figure"


FIGURES = (
    f"{LEAD} Tugs freed 211 passengers at dawn. A stray dog was on board.",
    f"{LEAD} Tugs freed 212 passengers at dawn. A feral dog was on board.",
)
SAYINGS = tuple(
    f"{LEAD} {said} “It was {one} and very loud,” said Ann Miller of Dunmere."
    for said, one in (("Nobody slept.", "long"), ("Nobody woke.", "brief"))
)


def shown_kinds(texts: tuple[str, ...]) -> set[str]:
    return {one.kind for one in by_telling(compare(*map(document, texts)))}


@pytest.mark.parametrize(
    ("limit", "least", "texts"),
    [
        ("MOST_FIGURES", 3, (f"The 3 tugs met. {FIGURES[0]}", f"The 3 tugs met. {FIGURES[1]}")),
        ("READ_LENGTH", FIGURES[0].index(" A stray"), FIGURES),
    ],
)
def test_only_so_many_figures_are_held_against_each_other(
    monkeypatch: pytest.MonkeyPatch, limit: str, least: int, texts: tuple[str, str]
) -> None:
    """Beyond, a figure is a changed word as any other."""
    comparison = compare(*map(document, texts))
    seen = []
    for most in (least, least - 1):
        monkeypatch.setattr(telling, limit, most)
        found = telling._Heads(comparison).facts((None, None))
        seen.append(any(fact.agreement == "conflict" for fact in found))
    assert seen == [True, False]


@pytest.mark.parametrize(("limit", "least"), [("MOST_QUOTATIONS", 1), ("READ_LENGTH", len(SAYINGS[1]))])
def test_only_so_many_quotations_are(monkeypatch: pytest.MonkeyPatch, limit: str, least: int) -> None:
    assert len(SAYINGS[0]) <= len(SAYINGS[1])
    monkeypatch.setattr(telling, limit, least)
    assert "quotation" in shown_kinds(SAYINGS)
    monkeypatch.setattr(telling, limit, least - 1)
    assert "quotation" not in shown_kinds(SAYINGS)


def test_endless_texts_full_of_figures_and_quotations_are_read_at_their_heads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []
    for name in ("find_figures", "find_quotations"):
        found = getattr(telling, name)

        def seen(one: Document, *rest: object, found: Callable[..., object] = found) -> object:
            read.append(len(one.text))
            return found(one, *rest)

        monkeypatch.setattr(telling, name, seen)
    long = " ".join(f"“Then {number} boats came,” said Ann." for number in range(3_000))
    assert by_telling(compare(document(long), document(long.replace("2 boats", "8 boats"))))
    assert len(read) == 4
    assert telling.READ_LENGTH - 100 < min(read) <= max(read) <= telling.READ_LENGTH


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("It is not over, and never was", "en", 2),
        ("They didn’t and couldn't", "en", 2),
        ("Das ist nicht keine Frage", "de-AT", 2),
        ("não sabe nada", "pt", 2),
        ("他们不知道，没有人知道", "zh", 2),
        ("ไม่มีใคร", "th", 1),
        ("notable knot", "en", 0),
        ("It is not over", "xx", 0),
    ],
)
def test_negations(text: str, language: str, count: int) -> None:
    assert negations(text, split_words(text).keys, language) == count


@pytest.mark.parametrize("name", CASES)
def test_the_most_telling_is_the_first_of_all(name: str) -> None:
    comparison = compared(CASES[name])
    told = by_telling(comparison)
    assert (told or (Telling("same"),))[0] == most_telling(comparison)
    assert {*by_telling(mirror(comparison))} == {*map(mirrored, told)}
