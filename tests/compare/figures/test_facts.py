"""Figures of several versions: which state one fact, and which contradict each other."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.collating import collate
from app.compare.collation import select
from app.compare.figures.facts import find_facts
from app.compare.figures.figure import Fact, FactMember
from app.compare.statements import Statement
from tests.compare.comparison_texts import document

quick = settings(max_examples=30, deadline=None)
CONTRADICT = [
    ("en", "The blast killed 12 people in the fish market.", "A blast in the fish market killed 14 people."),
    ("en", "The city paid $2 million for the harbour crane.", "The harbour crane cost the city $3 million."),
    (
        "en",
        "The council approved the levee plan on Tuesday.",
        "On Wednesday the council approved the levee plan.",
    ),
    ("en", "Turnout in the mayoral vote was 52 percent.", "The mayoral vote had a turnout of 54 percent."),
    ("en", "The dockers' strike lasted three days.", "The strike of the dockers lasted five days."),
    (
        "en",
        "On the eve of the march the bishop spoke to reporters about the levee.",
        "The bishop spoke to reporters about the levee on the day of the march.",
    ),
    ("en", "Okafor won a third term as mayor of Pell.", "Okafor, mayor of Pell, won a fourth term."),
    (
        "en",
        "The ferry had run since 1987 between Pell and Dunmere.",
        "Between Pell and Dunmere the ferry ran since 1989.",
    ),
    (
        "de",
        "Bei dem Brand starben 12 Menschen in der Fabrik.",
        "In der Fabrik starben bei dem Brand 14 Menschen.",
    ),
    ("fr", "L'explosion a tué 12 personnes au marché.", "Au marché, l'explosion a tué 14 personnes."),
    (
        "es",
        "La explosión mató a 12 personas en el mercado.",
        "En el mercado, la explosión mató a 14 personas.",
    ),
    ("ru", "При взрыве на рынке погибли 12 человек.", "На рынке при взрыве погибли 14 человек."),
    ("zh", "市场爆炸造成12人死亡。", "市场爆炸造成14人死亡。"),
]
TOLD_OF_THE_DEAD = re.compile("killed|starben|tué|mató|погибли")
AGREE = [
    (
        "en",
        "The blast killed at least 12 people in the fish market.",
        "A blast in the fish market killed 14 people.",
    ),
    (
        "en",
        "The blast killed a dozen people in the fish market.",
        "A blast in the fish market killed 12 people.",
    ),
    ("en", "About 240 houses in Pell were flooded.", "In Pell 238 houses were flooded."),
    ("en", "More than 240 houses in Pell were flooded.", "In Pell 240 houses were flooded."),
    ("en", "Between 10 and 15 houses in Pell were flooded.", "In Pell 12 houses were flooded."),
    ("en", "The flood began on Feb. 24, 2022, in Pell.", "The flood in Pell began in February 2022."),
    ("en", "The trade of the port reached US$240-billion.", "Trade at the port was worth $240 billion."),
    ("en", "The trade of the port reached $240 billion.", "Trade at the port was worth $240.3 billion."),
    ("en", "The levee is 12 miles long.", "The levee has a length of 19 km."),
    ("en", "The strike of the dockers lasted two weeks.", "The dockers' strike lasted 14 days."),
    ("de", "Die Brücke kostet 1,5 Mio. Euro.", "1.500.000 Euro kostet die Brücke."),
    ("hi", "पुल पर 5 लाख रुपये खर्च हुए।", "पुल पर 500000 रुपये खर्च हुए।"),
]
NEITHER = [
    (
        "en",
        "The blast in the fish market killed 12 people.",
        "The blast in the fish market injured 14 people.",
    ),
    ("en", "The cannery cut 300 jobs in Pell.", "The cannery cut 500 jobs in Dunmere."),
    ("en", "The army shot down 23 drones overnight.", "The army shot down 19 missiles overnight."),
    (
        "en",
        "12 soldiers were wounded by the mine, the army said.",
        "30 miners were wounded by the mine, the army said.",
    ),
    (
        "en",
        "The northern district counted 120 barns destroyed by the flood.",
        "The southern district counted 340 barns destroyed by the flood.",
    ),
    ("en", "Unemployment rose to 5.1 percent in March.", "Unemployment rose to 5.4 percent in April."),
    ("en", "In 2019 the river flooded 40 barns.", "In 2021 the river flooded 60 barns."),
    ("en", "The first suspect, 19, was held on Monday.", "The second suspect, 24, was held on Tuesday."),
    ("en", "Inflation rose to 5 percent in the spring.", "Unemployment among miners fell to 7 percent."),
    ("en", "The council voted on Tuesday on the levee plan.", "The bishop condemned gambling on Wednesday."),
    ("en", "The ferry carried 212 passengers to Pell.", "The ferry carried 40 cars to Pell."),
    ("en", "The city paid $2 million for a crane.", "The port owes 3 million euros for a crane."),
    (
        "en",
        "The crane cost $2 million and its base $3 million.",
        "The base cost $3 million and the fence $4 million.",
    ),
    (
        "en",
        "On Tuesday the council heard the bishop, and on Friday it voted.",
        "The council heard the bishop on Tuesday and voted on Monday on a crane.",
    ),
    ("en", "The fence is 40 feet long and the wall is 60.", "The wall is 60 feet long, the road 90 feet."),
    ("en", "The council named Okafor on Tuesday.", "The council has named Okafor since 2019."),
    ("en", "Okafor had a two-day visit to Pell.", "A three-month inquiry by Okafor has ended."),
    (
        "de",
        "Bei dem Brand in der Fabrik starben 12 Menschen.",
        "Bei dem Brand in der Fabrik wurden 14 Menschen verletzt.",
    ),
]
LINKED = (Statement(((0, (0,)), (1, (0,)))),)


def facts(language: str, *texts: str) -> tuple[Fact, ...]:
    return find_facts([document(text, language=language) for text in texts], [None] * len(texts), LINKED)


def shared(found: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in found if len({member.version for member in fact.members}) > 1]


@pytest.mark.parametrize(("language", "one", "other"), CONTRADICT)
def test_corresponding_sentences_that_contradict_each_other(language: str, one: str, other: str) -> None:
    assert [fact.agreement for fact in shared(facts(language, one, other))] == ["conflict"]
    assert [fact.agreement for fact in shared(facts(language, other, one))] == ["conflict"]


@pytest.mark.parametrize(("language", "one", "other"), AGREE)
def test_values_that_differ_in_print_or_precision_agree(language: str, one: str, other: str) -> None:
    assert [fact.agreement for fact in shared(facts(language, one, other))] == ["agree"]


@pytest.mark.parametrize(("language", "one", "other"), NEITHER)
def test_values_of_different_things_are_no_conflict(language: str, one: str, other: str) -> None:
    assert "conflict" not in {fact.agreement for fact in facts(language, one, other)}


@pytest.mark.parametrize(
    ("language", "one", "other"), [case for case in CONTRADICT if not TOLD_OF_THE_DEAD.search(case[1])]
)
def test_nothing_but_the_number_of_the_dead_contradicts_where_sentences_do_not_correspond(
    language: str, one: str, other: str
) -> None:
    found = find_facts(
        [document(one, language=language), document(other, language=language)], [None, None], ()
    )
    assert "conflict" not in {fact.agreement for fact in found}


def test_every_figure_stands_in_one_fact() -> None:
    found = facts("en", "The crane cost $2 million in May 2021.", "In Pell 12 cranes fell.")
    assert [(fact.kind, len(fact.members)) for fact in found] == [("money", 1), ("date", 1), ("count", 1)]


def test_a_year_that_stands_for_two_things_makes_two_facts() -> None:
    one = document("The levee broke in 2019, drowning the orchard.\n\nVoters chose Okafor as mayor in 2019.")
    other = document(
        "Okafor was voted in as mayor in 2019.\n\nThe orchard drowned when the levee broke in 2019."
    )
    found = find_facts(
        [one, other], [None, None], [Statement(((0, (0,)), (1, (1,)))), Statement(((0, (1,)), (1, (0,))))]
    )
    assert sorted([[(m.version, m.figure.sentence) for m in fact.members] for fact in found]) == [
        [(0, 0), (1, 1)],
        [(0, 1), (1, 0)],
    ]


def test_relative_dates_are_resolved_by_the_day_of_each_version() -> None:
    texts = [
        document("The council approved the levee plan yesterday."),
        document("The council approved the levee plan on May 16."),
    ]
    (fact,) = find_facts(texts, ["2024-05-17", "2024-05-20T08:00:00Z"], LINKED)
    assert {member.figure.value for member in fact.members} == {"2024-05-16"}
    assert all(member.figure.resolved for member in fact.members)


def test_a_story_of_known_date_helps_a_version_without_one() -> None:
    texts = [
        document("Trade at the port reached a record last year."),
        document("In 2023 trade at the port reached a record."),
    ]
    known = find_facts(texts, [None, "2024-05-17"], LINKED)
    assert [(len(fact.members), fact.agreement) for fact in known] == [(2, "agree")]
    assert known[0].members[0].figure.value == "year-1"


def test_a_conflict_goes_with_the_version_that_makes_it() -> None:
    blast = "The blast killed {} people in the fish market on the old quay."
    collation = collate([document(blast.format(count)) for count in (12, 12, 14)])
    assert [fact.agreement for fact in collation.figures] == ["conflict"]
    assert [fact.agreement for fact in select(collation, (1, 0)).figures] == ["agree"]
    (left,) = select(collation, (2, 0)).figures
    assert (left.agreement, [member.figure.value for member in left.members]) == ("conflict", ["14", "12"])


_SENTENCES = (
    "The blast killed {} people in the fish market.",
    "The city paid ${} million for the harbour crane.",
    "On {}, the council approved the levee plan.",
    "Turnout was {} percent in the mayoral vote.",
)
_SLOTS: tuple[tuple[str, ...], ...] = (
    ("12", "14", "at least 12", "a dozen"),
    ("2", "3", "2.04"),
    ("Tuesday", "Wednesday", "May 14, 2024", "May 2024"),
    ("52", "54", "about 53"),
)


@st.composite
def _told(draw: st.DrawFn) -> tuple[list[str], list[str | None]]:
    versions = [
        "\n\n".join(
            sentence.format(draw(st.sampled_from(slot)))
            for sentence, slot in zip(_SENTENCES, _SLOTS, strict=True)
        )
        for _ in range(draw(st.integers(2, 5)))
    ]
    days = st.sampled_from([None, "2024-05-15", "2024-05-16T10:00:00+02:00"])
    return versions, draw(st.lists(days, min_size=len(versions), max_size=len(versions)))


@quick
@given(_told(), st.randoms(use_true_random=False))
def test_another_order_of_the_versions_changes_numbers_alone(
    told: tuple[list[str], list[str | None]], random: object
) -> None:
    texts, days = told
    order = list(range(len(texts)))
    random.shuffle(order)  # type: ignore[attr-defined]
    statements = [
        Statement(tuple((version, (k,)) for version in range(len(texts)))) for k in range(len(_SENTENCES))
    ]
    read = [document(text) for text in texts]
    first = find_facts(read, days, statements)
    second = find_facts([read[k] for k in order], [days[k] for k in order], statements)
    assert {_named(fact) for fact in first} == {_named(fact, order) for fact in second}


def _named(fact: Fact, order: Sequence[int] | None = None) -> tuple[str, frozenset[FactMember]]:
    members = [replace(one, version=order[one.version]) if order else one for one in fact.members]
    return fact.agreement, frozenset(members)


def test_texts_without_a_figure_have_no_facts() -> None:
    read = [document("It rained in the hills."), document("It snowed in the hills."), document("")]
    assert find_facts(read, [None] * len(read), []) == ()
