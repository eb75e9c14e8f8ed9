"""Utterances across versions: what is grouped, what is not, and what grouping says of it."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.collating import collate
from app.compare.collation import select
from app.compare.engine import compare
from app.compare.quotes import utterances as limits
from app.compare.quotes.agreement import same_speaker
from app.compare.quotes.between import utterances_between
from app.compare.quotes.finding import find_quotations
from app.compare.quotes.quotation import Utterance
from app.compare.quotes.utterances import find_utterances
from app.compare.statements import Statement
from app.text.document import Document
from tests.compare.comparison_texts import document

LINKED = [Statement(((0, (0,)), (1, (0,))))]
"""The first sentences of two versions correspond."""


def grouped(one: str, other: str, *, linked: bool, language: str = "en") -> list[Utterance]:
    """The utterances of several members."""
    versions = (document(one, language=language), document(other, language=language))
    found = find_utterances(versions, LINKED if linked else [])
    return [group for group in found if len(group.members) > 1]


@pytest.mark.parametrize(
    ("one", "other", "linked", "agreement"),
    [
        (
            "“We found the crack in June,” said Ana Ruiz.",
            '"We found the crack in June", Ana Ruiz said.',
            False,
            "identical",
        ),
        (
            "“The U.S. Navy will not organise the tow,” said Ana Ruiz.",
            "“the US navy will not organize the tow”, Ruiz said.",
            False,
            "identical",
        ),
        (
            "“Ten per cent of the crew had left,” said Paul Lind.",
            "“10% of the crew had left,” said Paul Lind.",
            False,
            "identical",
        ),
        (
            "“We won’t leave the harbour,” Okafor said, “not while the tugs are out.”",
            "Okafor said: “We won’t leave the harbour, not while the tugs are out.”",
            True,
            "identical",
        ),
        (
            "“The bridge stays closed, and nobody will cross it before the spring,” said Ana Ruiz.",
            "Ana Ruiz said that nobody would pass: “nobody will cross it before the spring.”",
            False,
            "trimmed",
        ),
        (
            "“We looked for the captain all night … and found him at dawn,” said Paul Lind.",
            "“We looked for the captain all night, in every cabin and on every deck, and found him at dawn,” said Lind.",
            False,
            "trimmed",
        ),
        (
            "“The survey was hidden from the board,” said Tomas Holm.",
            "“hidden from the board”, Tomas Holm said of the survey.",
            True,
            "trimmed",
        ),
        (
            "“We thank our Norland friends and neighbours for the rescue boats,” said Eva Brandt.",
            "“We are grateful to the Norland neighbours and friends who sent rescue boats,” said Brandt.",
            True,
            "reworded",
        ),
        (
            "„Die Fähre hätte an diesem Abend niemals auslaufen dürfen“, sagte Anna Vogt.",
            "„An dem Abend hätte die Fähre nicht auslaufen dürfen“, sagte Vogt.",
            True,
            "reworded",
        ),
    ],
)
def test_one_utterance(one: str, other: str, linked: bool, agreement: str) -> None:
    (group,) = grouped(one, other, linked=linked, language="de" if "„" in one else "en")
    assert {member.version for member in group.members} == {0, 1}
    assert group.agreement == agreement
    assert not group.attributed_differently


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (  # one speech, one subject, two sentences
            "“We will repair the bridge before the winter storms arrive,” said Ana Ruiz.",
            "“The bridge was built by people who never saw a storm,” said Ana Ruiz.",
            True,
        ),
        (  # a phrase that anybody may use
            "“a new order for the harbour” was what Paul Lind called for.",
            "“We want peace, and a new order for fishing rights,” said Eva Brandt.",
            False,
        ),
        (  # few words, none of them rare
            "“It is what it is,” said Paul Lind.",
            "“It was not what we had been told it would be,” said Eva Brandt.",
            True,
        ),
        (  # brief and common, by two people
            "“I don’t know,” said Paul Lind.",
            "“I don’t know,” said Eva Brandt.",
            False,
        ),
        (  # the same words but for those that matter, by different people
            "“We will open the northern lock in March,” said Paul Lind.",
            "“We will never open the southern sluice,” said Eva Brandt.",
            True,
        ),
    ],
)
def test_near_but_not_the_same(one: str, other: str, linked: bool) -> None:
    assert grouped(one, other, linked=linked) == []


def test_other_attribution() -> None:
    (group,) = grouped(
        "“The survey was hidden from the whole board for a year,” said Tomas Holm.",
        "“The survey was hidden from the whole board for a year,” said Eva Brandt.",
        linked=True,
    )
    assert group.attributed_differently
    assert group.agreement == "identical"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Xenia Holm", "Holm", True),
        ("Selenskyj", "Wolodymyr Zelensky", True),
        ("Zelenskyy", "Volodymyr Zelensky", True),
        ("Ana Ruiz", "Paul Lind", False),
        ("statement", "Paul Lind", True),
        ("Анна Белова", "Anna Belova", True),
    ],
)
def test_speakers_that_may_be_one(one: str, other: str, same: bool) -> None:
    assert same_speaker(one, other) is same is same_speaker(other, one)


def test_the_fullest_name_stands_for_the_utterance() -> None:
    (group,) = grouped(
        "“We found the crack in June,” Ruiz said.",
        "“We found the crack in June,” said Ana Ruiz.",
        linked=False,
    )
    assert group.speaker == "Ana Ruiz"


def test_what_one_version_prints_alone_is_an_utterance_too() -> None:
    (group,) = find_utterances([document("“We found the crack in June,” said Ana Ruiz.")], [])
    assert (group.agreement, group.speaker, len(group.members)) == ("identical", "Ana Ruiz", 1)


def test_terms_are_grouped_by_their_words_and_apart() -> None:
    versions = [document("The “no-stop” ferry sank."), document("The “no stop” ferry, a “ghost”, sank.")]
    terms = find_utterances(versions, [])
    assert all(one.scare for one in terms)
    assert sorted(len(one.members) for one in terms) == [1, 2]


THREE = (
    "Tomas Holm spoke first. “The survey was hidden for a year, and the crew paid for it,” he said on Friday.",
    "Holm said: “The survey was hidden for a year.” The board called it “a plain and simple lie.”",
    "Tomas Holm said “the crew paid for it”. Eva Brandt said: “The survey was hidden for a year.”",
)


def told(utterances: tuple[Utterance, ...], order: tuple[int, ...]) -> list[object]:
    """Utterances with the numbers that versions have before they are put in `order`."""
    return [
        (
            one.speaker,
            one.agreement,
            one.attributed_differently,
            sorted((order[member.version], member.quotation.start) for member in one.members),
        )
        for one in utterances
    ]


def test_another_order_of_versions_changes_numbers_alone() -> None:
    versions = [document(text) for text in THREE]
    first = told(collate(versions).quotes, (0, 1, 2))
    for order in permutations(range(3)):
        assert told(collate([versions[k] for k in order]).quotes, order) == first


_SAID = st.sampled_from(
    [
        "“The survey was hidden for a year,” said Tomas Holm.",
        "“The survey was hidden,” said Eva Brandt.",
        "“the survey was hidden for a whole year”, Holm said.",
        "“The crew paid for it, and paid dearly,” he added.",
        "The “ghost” ferry sank.",
        "“The crew paid dearly for it.”",
        "Nobody spoke.",
    ]
)
_VERSIONS = st.lists(st.lists(_SAID, max_size=5).map("\n\n".join), min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(_VERSIONS, st.randoms(use_true_random=False))
def test_any_order_of_any_versions_groups_alike(texts: list[str], random: object) -> None:
    versions = [document(text) for text in texts]
    order = list(range(len(texts)))
    random.shuffle(order)  # type: ignore[attr-defined]
    first = told(collate(versions).quotes, tuple(range(len(texts))))
    again = told(collate([versions[k] for k in order]).quotes, tuple(order))
    assert sorted(map(repr, again)) == sorted(map(repr, first))


@settings(max_examples=40, deadline=None)
@given(_VERSIONS)
def test_every_quotation_stands_in_one_utterance(texts: list[str]) -> None:
    versions = [document(text) for text in texts]
    members = [
        (member.version, member.quotation) for one in find_utterances(versions, []) for member in one.members
    ]
    expected = [(k, said) for k, version in enumerate(versions) for said in find_quotations(version)]
    assert sorted(members, key=repr) == sorted(expected, key=repr)


def test_a_selection_says_anew_how_its_versions_agree() -> None:
    versions = [
        document("“The survey was hidden for a year, and nobody asked,” said Tomas Holm."),
        document("“The survey was hidden for a year,” said Tomas Holm."),
        document("“The survey was hidden for a year,” said Eva Brandt."),
    ]
    (whole,) = collate(versions).quotes
    assert (whole.agreement, whole.attributed_differently) == ("trimmed", True)
    (part,) = select(collate(versions), [2, 1]).quotes
    assert (part.agreement, part.attributed_differently) == ("identical", True)
    (first,) = select(collate(versions), [1, 0]).quotes
    assert (first.agreement, first.attributed_differently, first.speaker) == ("trimmed", False, "Tomas Holm")


def test_swapping_the_sides_of_a_comparison_mirrors_its_utterances() -> None:
    a, b = document(THREE[0]), document(THREE[1])
    there, back = utterances_between(compare(a, b)), utterances_between(compare(b, a))
    assert told(there, (0, 1)) == told(back, (1, 0))


def many(count: int) -> list[Document]:
    return [
        document(f"“The long survey of the reef was hidden again by clerk {k},” said Ana Ruiz.")
        for k in range(count)
    ]


@pytest.mark.parametrize(("steps", "groups"), [(12, 1), (11, 4)])
def test_beyond_its_steps_grouping_looks_at_rarer_words_alone(
    monkeypatch: pytest.MonkeyPatch, steps: int, groups: int
) -> None:
    """Four sayings, two of whose words that say something are in all of them: six pairs each."""
    monkeypatch.setattr(limits, "MOST_STEPS", steps)
    assert len(find_utterances(many(4), [])) == groups


@pytest.mark.parametrize(("pairs", "groups"), [(1, 1), (0, 2)])
def test_beyond_its_pairs_grouping_leaves_the_rest_apart(
    monkeypatch: pytest.MonkeyPatch, pairs: int, groups: int
) -> None:
    monkeypatch.setattr(limits, "MOST_PAIRS", pairs)
    assert len(find_utterances(many(2), [])) == groups
