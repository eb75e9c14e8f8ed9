"""The story matrix as data: cells, ids, groups, filters; and what holds for any versions in any order."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.collating import collate
from app.compare.collation import Collation, Pair
from app.compare.comparison import Link
from app.compare.figures.figure import Fact, FactMember, Figure
from app.compare.links import Links
from app.compare.outline import Outline
from app.compare.quotes.quotation import Quotation, QuoteMember, Utterance
from app.compare.statements import Statement
from app.compare.story.coverage import omissions, sentence_coverage
from app.compare.story.disputes import Dispute, find_disputes, sentences_at
from app.compare.story.matrix import Matrix, row_id, sentence_ids
from app.compare.story.ordering import Group, Sort, Wanted, fitting, grouped
from app.text.document import Document
from tests.compare.comparison_texts import document, documents

quick = settings(max_examples=25, deadline=None)

GATE = "The gate failed at noon on Friday."
GATE_EDITED = "The gate failed at noon on Friday, the port said."
GATE_SHORT = "The sea gate broke."
QUAY = "Water reached the old quay within the hour."
DEAD_3 = "Three people died."
DEAD_4 = "Four people died."


def hand_made(
    texts: list[str], statements: list[dict[int, tuple[int, ...]]], links: dict[tuple[int, int], list[Link]]
) -> Collation:
    """A collation of one-line paragraphs, with just these statements and links."""
    versions = [document(text) for text in texts]
    count = len(versions)
    return Collation(
        documents=tuple(versions),
        similarity=tuple([tuple([1.0] * count)] * count),
        pairs=tuple(
            [
                Pair(i, j, Outline(Links.of(links.get((i, j), [])), 1.0))
                for i in range(count)
                for j in range(i + 1, count)
            ]
        ),
        statements=tuple([Statement(tuple(sorted(one.items()))) for one in statements]),
    )


@pytest.fixture
def four() -> Collation:
    """The gate in all four, each in its own way; the quay in the last two; rain in the first alone."""
    return hand_made(
        [f"{GATE}\n\nIt rained.", GATE_EDITED, f"{GATE_SHORT}\n\n{QUAY}", f"{GATE}\n\n{QUAY}"],
        [{0: (0,), 1: (0,), 2: (0,), 3: (0,)}, {2: (1,), 3: (1,)}, {0: (1,)}],
        {
            (0, 1): [Link((0,), (0,), "edited", 0.9)],
            (0, 2): [Link((0,), (0,), "reworded", 0.8)],
            (0, 3): [Link((0,), (0,), "verbatim", 1.0)],
            (2, 3): [Link((1,), (1,), "verbatim", 1.0)],
        },
    )


def test_cells_are_held_against_the_first_version_that_has_the_statement(four: Collation) -> None:
    row = Matrix(four).row(0)
    assert [cell.wording for cell in row.cells] == ["first", "edited", "reworded", "verbatim"]
    assert [cell.against for cell in row.cells] == [1, 0, 0, 0]
    assert [cell.same_as for cell in row.cells] == [None, None, None, 0]
    assert (row.statement, row.coverage) == (0, 4)


def test_cells_are_held_against_the_base_where_it_has_the_statement(four: Collation) -> None:
    matrix = Matrix(four, base=2)
    # 1 and 3 have no link to 2: they are not the same words, so they are reworded
    assert [cell.wording for cell in matrix.row(0).cells] == ["reworded", "reworded", "first", "reworded"]
    assert [cell.wording for cell in matrix.row(1).cells] == ["absent", "absent", "first", "verbatim"]
    assert [cell.wording for cell in matrix.row(2).cells] == ["only", "absent", "absent", "absent"]
    assert [cell.against for cell in matrix.row(2).cells] == [None, 0, 0, 0]
    assert matrix.row(1).cells[2].against == 3


def test_the_same_words_without_a_link_are_verbatim() -> None:
    collation = hand_made([GATE, GATE], [{0: (0,), 1: (0,)}], {})
    assert [cell.wording for cell in Matrix(collation).row(0).cells] == ["first", "verbatim"]


@pytest.mark.parametrize(
    ("links", "wording"),
    [
        ([Link((0,), (0, 1), "verbatim", 1.0)], "verbatim"),
        (
            [Link((0,), (0,), "verbatim", 1.0)],
            "edited",
        ),  # one of the two sentences is more than the other says
        ([Link((0,), (0,), "verbatim", 1.0), Link((0,), (1,), "reworded", 0.7)], "edited"),
        ([Link((0,), (1,), "reworded", 0.7)], "reworded"),
    ],
)
def test_cells_of_several_sentences(links: list[Link], wording: str) -> None:
    collation = hand_made([GATE, f"{GATE} {QUAY}"], [{0: (0,), 1: (0, 1)}], {(0, 1): links})
    assert Matrix(collation).row(0).cells[1].wording == wording
    assert Matrix(collation, base=1).row(0).cells[0].wording == wording


def test_sentences_of_a_cell_that_follow_each_other_are_one_passage() -> None:
    text = " ".join([GATE, QUAY, GATE_SHORT, GATE_EDITED])
    collation = hand_made([text], [{0: (0, 1, 3)}], {})
    assert Matrix(collation).row(0).cells[0].passages == (range(2), range(3, 4))


def figure(collation: Collation, version: int, sentence: int, text: str, value: str) -> FactMember:
    start = collation.documents[version].text.index(
        text, collation.documents[version].sentences[sentence].start
    )
    return FactMember(version, Figure("count", sentence, start, start + len(text), text, value))


def dead() -> Collation:
    made = hand_made(
        [f"{DEAD_3}\n\n{QUAY}", f"{QUAY}\n\n{DEAD_4}", DEAD_3],
        [{0: (0,), 1: (1,), 2: (0,)}, {0: (1,), 1: (0,)}],
        {(0, 1): [Link((0,), (1,), "edited", 0.9), Link((1,), (0,), "verbatim", 1.0)]},
    )
    members = (
        figure(made, 0, 0, "Three", "3"),
        figure(made, 1, 1, "Four", "4"),
        figure(made, 2, 0, "Three", "3"),
    )
    return replace(made, figures=(Fact("count", "conflict", members),))


def test_figures_that_differ_make_cells_conflict() -> None:
    row, quay = Matrix(dead()).row(0), Matrix(dead()).row(1)
    assert [cell.kind for cell in row.cells] == ["conflicting"] * 3
    assert [cell.wording for cell in row.cells] == ["first", "edited", "verbatim"]
    assert row.cells[0].disputes == (Dispute(0, 5, "figure", "Three", ((1, "Four"),)),)
    assert row.cells[1].disputes[0].others == ((0, "Three"), (2, "Three"))
    assert [cell.kind for cell in quay.cells] == ["first", "verbatim", "absent"]


def test_about_a_number_stands_on_the_side_of_that_number() -> None:
    made = dead()
    (fact,) = made.figures
    first, second, third = fact.members
    about = replace(first, figure=replace(first.figure, value=f"~{first.figure.value}"))
    found = find_disputes(replace(made, figures=(replace(fact, members=(about, second, third)),)))
    assert set(found[0]) == {0, 1, 2}


def test_figures_that_differ_in_two_statements_make_none_conflict() -> None:
    apart = replace(
        dead(), statements=(Statement(((0, (0,)),)), Statement(((1, (1,)),)), Statement(((2, (0,)),)))
    )
    assert find_disputes(apart) == {}


def test_figures_that_agree_make_none_conflict() -> None:
    (fact,) = dead().figures
    assert find_disputes(replace(dead(), figures=(replace(fact, agreement="agree"),))) == {}


@pytest.mark.parametrize(
    ("speakers", "disputed"),
    [
        (("Ada Fell", "Ben Moor"), {0, 1}),
        (("Ada Fell", "Mayor Fell"), set()),
        (("Ada Fell", None), set()),
    ],
)
def test_one_utterance_of_two_speakers(speakers: tuple[str, str | None], disputed: set[int]) -> None:
    said = '"We shall rebuild it."'
    made = hand_made([said, said], [{0: (0,), 1: (0,)}], {(0, 1): [Link((0,), (0,), "verbatim", 1.0)]})
    members = [QuoteMember(k, Quotation(0, 1, 21, said[1:-1], name)) for k, name in enumerate(speakers)]
    utterance = Utterance("Ada Fell", "identical", tuple(members), attributed_differently=True)
    assert set(find_disputes(replace(made, quotes=(utterance,))).get(0, {})) == disputed


@pytest.mark.parametrize(
    ("start", "end", "sentences"),
    [
        (0, 5, [0]),
        (0, 8, [0]),
        (0, 9, [0]),
        (8, 9, []),
        (9, 12, [1]),
        (7, 10, [0, 1]),
        (0, 29, [0, 1, 2]),
        (5, 5, [0]),
    ],
)
def test_the_sentences_of_a_stretch(start: int, end: int, sentences: list[int]) -> None:
    one = document("It blew. It rained. It froze.")
    assert [(each.start, each.end) for each in one.sentences] == [(0, 8), (9, 19), (20, 29)]
    assert list(sentences_at(one, start, end)) == sentences


def order(groups: tuple[Group, ...]) -> list[tuple[str, int | None, tuple[int, ...]]]:
    return [(group.name, group.coverage, group.statements) for group in groups]


@pytest.mark.parametrize(
    ("sort", "base", "expected"),
    [
        ("reading", None, [("not_in_base", None, (0, 1, 2))]),
        ("reading", 0, [("in_base", None, (0, 2)), ("not_in_base", None, (1,))]),
        ("reading", 1, [("in_base", None, (0,)), ("not_in_base", None, (1, 2))]),
        ("coverage", 0, [("coverage", 4, (0,)), ("coverage", 2, (1,)), ("coverage", 1, (2,))]),
        ("all", 0, [("coverage", 4, (0,)), ("coverage", None, (1, 2))]),
        ("one", 0, [("coverage", 1, (2,)), ("coverage", None, (0, 1))]),
        ("disputed", 0, [("worded", None, (0,)), ("agreed", None, (1, 2))]),
    ],
)
def test_orders(
    four: Collation, sort: Sort, base: int | None, expected: list[tuple[str, int | None, tuple[int, ...]]]
) -> None:
    assert order(grouped(Matrix(four, base), range(3), sort)) == expected
    assert grouped(Matrix(four, base), [], sort) == ()


def test_conflicts_come_first_of_what_is_disputed() -> None:
    groups = order(grouped(Matrix(dead()), [1, 0], "disputed"))
    assert groups == [("conflicting", None, (0,)), ("agreed", None, (1,))]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), (0, 1)),
        (Wanted(has=2), (0,)),
        (Wanted(lacks=2), (1,)),
        (Wanted(has=0, lacks=1), ()),
        (Wanted(figures=True), (0,)),
        (Wanted(quotes=True), (1,)),
        (Wanted(quotes=True, figures=True), ()),
    ],
)
def test_filters(wanted: Wanted, expected: tuple[int, ...]) -> None:
    quote = Quotation(1, 20, 28, "")
    scare = QuoteMember(0, Quotation(0, 0, 5, "", scare=True))
    quoted = replace(dead(), quotes=(Utterance(None, "identical", (QuoteMember(0, quote), scare)),))
    assert fitting(quoted, wanted) == expected


def test_coverage_counts_the_versions_that_have_any_part_of_a_sentence() -> None:
    both = f"{GATE[:-1]} and water reached the old quay."
    collation = hand_made(
        [both, GATE, QUAY, "It rained."], [{0: (0,), 1: (0,)}, {0: (0,), 2: (0,)}, {3: (0,)}], {}
    )
    (one,) = sentence_coverage(collation, 0)
    assert (one.versions, one.statement) == ((0, 1, 2), 0)
    assert [(one.statement, one.coverage) for one in omissions(collation, 0)] == [(2, 1)]
    assert [one.statement for one in omissions(collation, 3)] == [0, 1]


def test_omissions_come_with_the_most_covered_first(four: Collation) -> None:
    assert [(one.statement, one.coverage) for one in omissions(four, 1)] == [(1, 2), (2, 1)]


def test_ids_come_from_the_text_and_stand_once() -> None:
    repeated = document(f"It rained.\n\n{GATE}\n\nIt rained.")
    collation = collate([repeated, document(f"{GATE} It rained."), repeated])
    made = sentence_ids(collation)
    ids = [one for by_place in made for one in by_place.values()]
    assert len(ids) == len(set(ids))
    assert all(made)


def test_a_sentence_keeps_its_id_beside_other_versions(four: Collation) -> None:
    alone = hand_made([QUAY], [{0: (0,)}], {})
    (only,) = sentence_ids(alone)
    assert only[0, 0] in sentence_ids(four)[1].values()


@quick
@given(st.lists(documents, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_another_order_of_the_versions_changes_numbers_alone(
    versions: list[Document], random: Random
) -> None:
    versions = [*versions, versions[0]]
    shuffled = list(range(len(versions)))
    random.shuffle(shuffled)
    at = {version: place for place, version in enumerate(shuffled)}
    one, other = collate(versions), collate([versions[k] for k in shuffled])
    assert list(map(row_id, sentence_ids(one))) == list(map(row_id, sentence_ids(other)))
    for base in range(len(versions)):
        left, right = Matrix(one, base), Matrix(other, at[base])
        for number, statement in enumerate(one.statements):
            assert left.readings(number) == right.readings(number)
            a, b = left.row(number), right.row(number)
            for version in range(len(versions)):
                assert a.cells[version].sentences == b.cells[at[version]].sentences
                if base in dict(statement.members):
                    assert a.cells[version].wording == b.cells[at[version]].wording
        sorts: list[Sort] = ["reading", "coverage", "all", "one", "disputed"]
        for sort in sorts:
            numbers = range(len(one.statements))
            assert grouped(left, numbers, sort) == grouped(right, numbers, sort)
        assert [c.statement for c in sentence_coverage(one, base)] == [
            c.statement for c in sentence_coverage(other, at[base])
        ]
        assert [o.statement for o in omissions(one, base)] == [
            o.statement for o in omissions(other, at[base])
        ]


@quick
@given(st.lists(documents, min_size=1, max_size=4))
def test_every_sentence_is_covered_or_left_out(versions: list[Document]) -> None:
    collation = collate(versions)
    for version, one in enumerate(versions):
        covered = sentence_coverage(collation, version)
        assert [each.sentence for each in covered] == list(range(len(one.sentences)))
        assert all(version in each.versions and each.statement >= 0 for each in covered)
        lacking = {each.statement for each in omissions(collation, version)}
        own = {k for k, each in enumerate(collation.statements) if version in dict(each.members)}
        assert lacking | own == set(range(len(collation.statements)))
        assert not lacking & own
