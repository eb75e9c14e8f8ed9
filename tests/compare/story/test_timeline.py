"""When versions appeared: what revisions changed, who had a statement first, which corrections did not spread."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.collating import collate
from app.compare.collation import Collation, select
from app.compare.figures.figure import Fact, FactMember, Figure
from app.compare.statements import Statement
from app.compare.story.corrections import CUT_WORDS, Correction, unspread_corrections
from app.compare.story.firsts import First, find_firsts, tally
from app.compare.story.periods import Period
from app.compare.story.timeline import Appearance, revisions
from app.text.document import Document
from tests.compare.comparison_texts import document, documents

HOUR, DAY = 3600.0, 86_400.0
HURT = "Twelve people were hurt when the footbridge at Ansel Mill gave way on Sunday, the fire service said."
FEWER = HURT.replace("Twelve", "Nine")
RAIN = "Heavy rain had loosened the western pier, according to an engineer at the county roads office."
DIVERS = "Divers will search the river bed again at first light for a missing bicycle courier."
TOLD = ", and every one of us on the council had been told so twice"
SHORT = "“The bridge was old and we should have closed it in the autumn,” Mayor Lena Orbach said after the meeting."
QUOTE = SHORT.replace(",”", f"{TOLD},”")


def at(hours: float, length: float = 60.0, *, zoned: bool = True) -> Period:
    return Period(hours * HOUR, hours * HOUR + length, zoned)


def day(number: int) -> Period:
    return Period(number * DAY, (number + 1) * DAY, zoned=True)


def seen(article: int, position: int, period: Period | None, outlet: int | None = None) -> Appearance:
    return Appearance(article, article if outlet is None else outlet, position, period)


def told(*versions: Sequence[str], titles: Sequence[str] = ()) -> Collation:
    """Versions of one sentence a paragraph, with every number written in words as a figure."""
    texts = [document("\n\n".join(said), titles[k] if titles else None) for k, said in enumerate(versions)]
    members = tuple(
        [
            FactMember(k, Figure("count", n, text.text.index(word), 0, word, word.lower()))
            for k, text in enumerate(texts)
            for n in range(len(text.sentences))
            for word in ("Twelve", "Nine")
            if word in text.sentence_text(n)
        ]
    )
    return replace(collate(texts), figures=tuple([Fact("count", "agree", (one,)) for one in members]))


def test_a_revision_is_counted_by_sentences() -> None:
    story = told(
        [HURT, RAIN, QUOTE],
        [FEWER, QUOTE, DIVERS],
        titles=["Bridge falls at Ansel Mill", "Nine hurt as bridge falls at Ansel Mill"],
    )
    (one,) = revisions(story, [seen(0, 1, None), seen(0, 2, None)])
    assert (one.before, one.after) == (0, 1)
    assert (one.added, one.cut, one.edited, one.moved, one.headline) == (1, 1, 1, 0, True)
    assert [(change.before.text, change.after.text) for change in one.figures] == [("Twelve", "Nine")]
    assert not one.unchanged


def test_a_revision_without_a_change() -> None:
    (one,) = revisions(told([HURT], [HURT]), [seen(0, 1, at(1)), seen(0, 2, at(2))])
    assert one.unchanged


def test_revisions_go_by_position_and_stay_within_an_article() -> None:
    story = told([HURT], [RAIN], [HURT, RAIN], [DIVERS])
    where = [seen(7, 2, None), seen(3, 1, None), seen(7, 1, None), seen(7, 3, None)]
    assert [(one.before, one.after) for one in revisions(story, where)] == [(2, 0), (0, 3)]


def test_figures_that_do_not_pair_are_no_change() -> None:
    """Where one was added, none can be said to stand for another."""
    story = told([HURT], [HURT.replace("Twelve people", "Nine pupils and three teachers")])
    more = Figure("count", 0, 16, 21, "three", "three")
    story = replace(story, figures=(*story.figures, Fact("count", "agree", (FactMember(1, more),))))
    (one,) = revisions(story, [seen(0, 1, None), seen(0, 2, None)])
    assert (one.edited, one.figures) == (1, ())


def firsts_of(story: Collation, where: Sequence[Appearance], text: str) -> First:
    (found,) = [
        one
        for one in find_firsts(story, where)
        for version, said in story.statements[one.statement].members[:1]
        if story.documents[version].sentence_text(said[0]) == text
    ]
    return found


def test_the_first_is_the_earliest_and_others_follow_in_time() -> None:
    story = told([RAIN], [RAIN], [RAIN])
    found = firsts_of(story, [seen(0, 1, at(9)), seen(1, 1, at(5)), seen(2, 1, at(7))], RAIN)
    assert found.versions == (1,)
    assert [(one.version, one.least, one.most, one.kind) for one in found.later] == [
        (2, 2 * HOUR - 60, 2 * HOUR + 60, "verbatim"),
        (0, 4 * HOUR - 60, 4 * HOUR + 60, "verbatim"),
    ]


@pytest.mark.parametrize(
    ("periods", "versions", "later"),
    [
        ((at(5), at(5)), (0, 1), 0),
        ((at(5), at(6)), (0,), 1),
        ((day(0), at(5)), (0, 1), 0),
        ((day(0), at(23.99)), (0, 1), 0),
        ((day(0), at(24)), (0,), 1),
        ((day(0), day(1)), (0,), 1),
        ((at(30), day(0)), (1,), 1),
        ((at(5, zoned=False), at(18)), (0, 1), 0),
        ((at(5, zoned=False), at(30, zoned=False)), (0, 1), 0),
        ((at(5, zoned=False), at(32, zoned=False)), (0,), 1),
    ],
)
def test_no_version_is_first_that_may_be_later(
    periods: tuple[Period, Period], versions: tuple[int, ...], later: int
) -> None:
    found = firsts_of(told([RAIN], [RAIN]), [seen(k, 1, one) for k, one in enumerate(periods)], RAIN)
    assert (found.versions, len(found.later)) == (versions, later)


@pytest.mark.parametrize(
    ("zoned", "slack"), [((True, True), 0), ((True, False), 14), ((False, True), 14), ((False, False), 26)]
)
def test_how_much_later_is_known_less_well_without_a_zone(zoned: tuple[bool, bool], slack: int) -> None:
    where = [seen(k, 1, at(30 * k, zoned=one)) for k, one in enumerate(zoned)]
    (later,) = firsts_of(told([RAIN], [RAIN]), where, RAIN).later
    assert (later.least, later.most) == ((30 - slack) * HOUR - 60, (30 + slack) * HOUR + 60)


def test_a_date_that_is_known_to_be_an_earlier_version_s_is_no_date() -> None:
    """Though that version is not among these."""
    story = told([RAIN], [RAIN], [RAIN])
    where = [seen(0, 2, at(8)._replace(end=inf)), seen(1, 1, at(10)), seen(2, 1, at(12))]
    found = firsts_of(story, where, RAIN)
    assert (found.versions, [one.version for one in found.later], found.undated) == ((1,), [2], (0,))


def test_revisions_of_one_outlet_take_nothing_up_from_each_other() -> None:
    story = told([RAIN], [RAIN])
    assert find_firsts(story, [seen(0, 1, at(1)), seen(0, 2, at(2))]) == ()
    assert find_firsts(story, [seen(0, 1, at(1), outlet=4), seen(1, 1, at(2), outlet=4)]) == ()


def test_versions_without_a_date_are_neither_first_nor_later() -> None:
    story = told([RAIN], [RAIN], [RAIN])
    found = firsts_of(story, [seen(0, 1, None), seen(1, 1, at(2)), seen(2, 1, at(3))], RAIN)
    assert (found.versions, [one.version for one in found.later], found.undated) == ((1,), [2], (0,))
    assert find_firsts(told([RAIN], [RAIN]), [seen(0, 1, None), seen(1, 1, at(2))]) == ()


@pytest.mark.parametrize("stale", [at(8), at(7)])
def test_a_revision_under_its_articles_first_date_is_not_first(stale: Period) -> None:
    """Sources often leave the date as it was: at eight the article did not have yet what the revision added."""
    story = told([HURT], [HURT, RAIN], [RAIN], [RAIN])
    where = [seen(0, 1, at(8)), seen(0, 2, stale), seen(1, 1, at(10)), seen(2, 1, at(12))]
    found = firsts_of(story, where, RAIN)
    assert (found.versions, [one.version for one in found.later], found.undated) == ((2,), [3], (1,))
    dated = firsts_of(story, [where[0], seen(0, 2, at(9)), *where[2:]], RAIN)
    assert (dated.versions, dated.undated) == ((1,), ())


def told_as(parts: list[dict[int, tuple[int, ...]]], *versions: Sequence[str]) -> Collation:
    """A story whose statements are given."""
    return replace(
        told(*versions), statements=tuple([Statement(tuple(sorted(one.items()))) for one in parts])
    )


def test_a_version_that_has_the_sentence_is_first_though_the_statement_does_not_hold_it() -> None:
    """The agency had the sentence at eight; the statement holds its last version alone."""
    story = told_as([{1: (0,), 2: (0,)}], [RAIN], [RAIN], [RAIN])
    where = [seen(0, 1, at(8)), seen(0, 2, at(17)), seen(1, 1, at(10))]
    (found,) = find_firsts(story, where)
    assert (found.versions, [one.version for one in found.later]) == ((0,), [2])


def test_an_earlier_version_in_other_words_leaves_it_open_who_was_first() -> None:
    news = (
        "An engineer at the roads office blamed heavy rain, which had loosened the western pier, and old age."
    )
    story = told_as([{1: (0,), 2: (0,)}], [news], [RAIN], [RAIN])
    assert [link.kind for pair in story.pairs if pair.i == 0 for link in pair.links] == ["reworded"] * 2
    where = [seen(0, 1, at(8)), seen(1, 1, at(10)), seen(2, 1, at(12))]
    (found,) = find_firsts(story, where)
    assert (found.versions, [one.version for one in found.later]) == ((0, 1), [2])
    (after,) = find_firsts(story, [seen(0, 1, at(11)), *where[1:]])
    assert (after.versions, [one.version for one in after.later]) == ((1,), [2])


def test_outlets_are_tallied() -> None:
    story = told([RAIN, DIVERS, HURT], [RAIN, DIVERS], [HURT])
    where = [seen(0, 1, at(1)), seen(1, 1, at(1)), seen(2, 1, at(9))]
    counts = [
        (one.outlet, one.first, one.together, one.later) for one in tally(find_firsts(story, where), where)
    ]
    assert counts == [(0, 1, 2, 0), (1, 0, 2, 0), (2, 0, 0, 1)]


def unspread(story: Collation, *where: Appearance) -> list[tuple[str, int, list[tuple[int, bool]]]]:
    return [
        (one.kind, one.after, [(carrier.version, carrier.latest) for carrier in one.carriers])
        for one in unspread_corrections(story, where)
    ]


AGENCY = (seen(0, 1, at(1)), seen(0, 2, at(2)))
EDITED = HURT.replace("the fire service said", "firefighters said")


@pytest.mark.parametrize("carried", [HURT, EDITED])
def test_a_figure_that_was_corrected_and_is_still_given(carried: str) -> None:
    story = told([HURT], [FEWER], [carried])
    assert unspread(story, *AGENCY, seen(1, 1, at(3))) == [("figure", 1, [(2, True)])]


@pytest.mark.parametrize(
    ("carried", "period"),
    [
        (FEWER, at(3)),  # it has the correction
        (HURT, at(1.5)),  # it appeared before the correction
        (HURT, at(2)),  # or at the same time
        (HURT, day(0)),  # or it may have
        (HURT, None),
        (RAIN, at(3)),
    ],
)
def test_what_is_no_proof_that_a_correction_did_not_spread(carried: str, period: Period | None) -> None:
    assert unspread(told([HURT], [FEWER], [carried]), *AGENCY, seen(1, 1, period)) == []


def test_a_correction_that_the_article_took_back() -> None:
    story = told([HURT], [FEWER], [HURT], [HURT])
    where = [seen(0, 1, at(1)), seen(0, 2, at(2)), seen(0, 3, at(3)), seen(1, 1, at(9))]
    assert [one for one in unspread(story, *where) if one[1] == 1] == []


def test_the_latest_version_that_carries_is_named_and_whether_another_follows() -> None:
    story = told([HURT], [FEWER], [HURT], [HURT, RAIN], [FEWER])
    where = [*AGENCY, seen(1, 1, at(3)), seen(1, 2, at(4)), seen(1, 3, at(5))]
    assert unspread(story, *where) == [("figure", 1, [(3, False)])]


def test_figures_of_one_fact_count_whatever_the_wording() -> None:
    said = "A dozen walkers needed a doctor after the crossing collapsed."
    story = told([HURT], [FEWER], [said])
    facts = [member for fact in story.figures for member in fact.members]
    own = FactMember(2, Figure("count", 0, 0, 7, "A dozen", "twelve"))
    for agreement, expected in (("conflict", [("figure", 1, [(2, True)])]), ("agree", [])):
        fact = Fact("count", agreement, (*facts, own))  # type: ignore[arg-type]
        assert unspread(replace(story, figures=(fact,)), *AGENCY, seen(1, 1, at(3))) == expected


def test_a_sentence_that_was_cut_and_is_still_there() -> None:
    story = told([HURT, DIVERS], [HURT], [DIVERS, RAIN])
    assert unspread(story, *AGENCY, seen(1, 1, at(3))) == [("cut", 1, [(2, True)])]


def test_a_correction_under_the_articles_first_date_may_be_later_than_who_still_has_it() -> None:
    story = told([HURT], [FEWER], [HURT])
    assert unspread(story, *AGENCY, seen(1, 1, at(3))) == [("figure", 1, [(2, True)])]
    assert unspread(story, seen(0, 1, at(1)), seen(0, 2, at(1)), seen(1, 1, at(3))) == []


def test_words_cut_from_a_sentence_and_still_there_in_another_wording() -> None:
    late = f"Orbach did not hide that it should have been closed{TOLD}, as she put it."
    story = told([QUOTE], [SHORT], [late])
    kinds = {(pair.i, pair.j): [link.kind for link in pair.links] for pair in story.pairs}
    assert (kinds[0, 1], kinds[0, 2]) == (["edited"], ["reworded"])
    (one,) = unspread_corrections(story, [*AGENCY, seen(1, 1, at(3))])
    assert (one.kind, [carrier.version for carrier in one.carriers]) == ("cut", [2])
    assert one.passage
    assert story.documents[0].text[slice(*one.passage)].strip(" ,") in TOLD
    without = told([QUOTE], [SHORT], [late.replace("told so twice", "told so often")])
    assert unspread_corrections(without, [*AGENCY, seen(1, 1, at(3))]) == ()


def test_a_wording_counts_only_word_for_word() -> None:
    news = RAIN.replace("an engineer", "a geologist")
    for late, expected in ((RAIN, [("wording", 1, [(2, True)])]), (RAIN.replace("western", "eastern"), [])):
        assert unspread(told([RAIN], [news], [late]), *AGENCY, seen(1, 1, at(3))) == expected


def test_enough_words_to_be_known_again() -> None:
    assert CUT_WORDS == 8
    for lost, expected in (
        ("one two three four five six seven", 0),
        ("one two three four five six seven eight", 1),
    ):
        old = f"The long report on the fallen bridge says {lost} and was read aloud to the whole council."
        new = "The long report on the fallen bridge says little and was read aloud to the whole council."
        found = unspread_corrections(told([old], [new], [old + " " + RAIN]), [*AGENCY, seen(1, 1, at(3))])
        assert sum(one.kind == "cut" for one in found) == expected


placed = st.builds(
    Appearance,
    st.integers(0, 2),
    st.integers(0, 1),
    st.integers(1, 3),
    st.none() | st.builds(at, st.integers(0, 4)) | st.builds(day, st.integers(0, 1)),
)


def plain(story: Collation, where: Sequence[Appearance]) -> tuple[object, ...]:
    """What the rules find, by the versions' own names instead of their numbers."""
    names = [
        (one, document.text, document.title) for one, document in zip(where, story.documents, strict=True)
    ]

    def named(one: Correction) -> tuple[object, ...]:
        held = {(names[c.version], c.sentences, c.latest) for c in one.carriers}
        return one.kind, names[one.before], names[one.after], one.old, one.new, one.passage, frozenset(held)

    firsts = [
        (
            frozenset((names[version], said) for version, said in story.statements[one.statement].members),
            frozenset(names[version] for version in one.versions),
            frozenset((names[late.version], late.least, late.most, late.kind) for late in one.later),
            frozenset(names[version] for version in one.undated),
        )
        for one in find_firsts(story, where)
    ]
    changes = {
        (
            names[one.before],
            names[one.after],
            one.added,
            one.cut,
            one.edited,
            one.reworded,
            one.moved,
            one.headline,
        )
        for one in revisions(story, where)
    }
    corrections = {named(one) for one in unspread_corrections(story, where)}
    return changes, set(firsts), corrections, frozenset(tally(find_firsts(story, where), where))


@settings(max_examples=40)
@given(
    st.lists(documents, min_size=2, max_size=4, unique_by=lambda one: (one.text, one.title, one.language)),
    st.data(),
    st.randoms(use_true_random=False),
)
def test_another_order_of_the_versions_changes_nothing(
    versions: list[Document], data: st.DataObject, random: Random
) -> None:
    size = len(versions)
    where = [replace(data.draw(placed), position=k) for k in range(size)]
    moments = [one.period for one in where]
    where = [  # two versions of an outlet at one moment have no order of their own
        replace(one, period=None if moments.index(one.period) < k else one.period)
        for k, one in enumerate(where)
    ]
    order = list(range(size))
    random.shuffle(order)
    story = collate(versions)
    assert plain(select(story, order), [where[k] for k in order]) == plain(story, where)
