"""Quotations of many versions, grouped into utterances.

Two sayings of different versions are one utterance where

1. their words are the same, but for typography and house style
2. one is part of the other, or both share a long run of words
3. they share most of what their words weigh, in sentences that correspond
4. they share less, but the same person says them, in sentences that correspond

A word weighs as much as it is rare in its language. What was tried before: the share of words alone, which takes two
sentences of one speech on one subject for the same. Wrong company is worse than none: a saying joins others only where
it goes with half of them at least, and brings together two sayings of one version only where they stand close.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from app.compare.quotes.agreement import same_speaker, utterance_of
from app.compare.quotes.finding import find_quotations
from app.compare.quotes.quotation import Quotation, QuoteMember, Utterance
from app.compare.quotes.sayings import Saying, find_sayings
from app.compare.quotes.wording import Wording, in_step, longest_run
from app.compare.statements import Statement
from app.text.document import Document

MOST_STEPS = 200_000
"""Times that two sayings are found to share a word; the rarest words are looked at first."""
MOST_PAIRS = 20_000
"""Pairs of sayings that are held against each other, those that share most first."""
LEAST = 0.8
"""Weight of the words that two sayings must share."""
PART_WORDS, PART_SHARE = 5, 0.8
"""Words of a saying that is part of another, and the share of them that stand there in one run."""
LINKED_PART = 4
"""The same, in sentences that correspond."""
BRIEF, BRIEF_WEIGHT = 3, 1.0
"""Words of a briefer part, and what they must weigh, in sentences that correspond; by one person, as much as other words."""
LONG_RUN, RUN_WEIGHT = 8, 2.0
"""Words of a run that two sayings which overlap share, and what they must share in all."""
MOST_OF_IT, SAME_PERSON, OTHER_PERSON = 0.55, 0.35, 0.8
"""Share of the lighter one's weight that is enough in sentences that correspond; by the same person; by different ones."""
ENOUGH = 1.2
"""Weight of what is shared by sayings in other words."""
UNLINKED, UNLINKED_ENOUGH = 0.75, 2.5
"""The same for sentences that do not correspond, by one person."""
NEVER = 2.0
"""More than any share."""
STEP = 0.35
"""Share of the shorter one's words that have to come in the same order."""
APART = 2
"""Sentences between two sayings of one version that are one utterance in other versions."""


def find_utterances(
    documents: Sequence[Document],
    statements: Sequence[Statement],
    quotations: Sequence[Sequence[Quotation]] | None = None,
) -> tuple[Utterance, ...]:
    """Every quotation of the versions, those of one utterance together, as a reader of all versions would meet them.

    `quotations` are those of each version, if they are known (app.compare.quotes.finding). Permuting the versions
    permutes the answer. `statements` say which sentences correspond. Terms held up with marks are grouped by their
    words, apart.
    """
    found = [find_quotations(one) for one in documents] if quotations is None else quotations
    statements_of: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for version, sentences in statement.members:
            for sentence in sentences:
                statements_of[version, sentence].append(number)
    sayings = [
        saying
        for version, (document, own) in enumerate(zip(documents, found, strict=True))
        for saying in find_sayings(version, document, own, statements_of)
    ]
    lengths = [max(1, len(document.text)) for document in documents]
    made = [
        utterance_of([QuoteMember(one.version, part) for one in group for part in one.parts], documents)
        for group in _groups(sayings)
    ]
    return tuple(sorted(made, key=lambda one: _where(one, lengths)))


def _where(utterance: Utterance, lengths: Sequence[int]) -> tuple[float, list[str]]:
    """How deep in their versions an utterance stands on average, as a share of their lengths."""
    first: dict[int, float] = {}
    for member in utterance.members:
        first.setdefault(member.version, member.quotation.start / lengths[member.version])
    return fsum(first.values()) / len(first), sorted(member.quotation.text for member in utterance.members)


@dataclass(slots=True)
class _Node:
    """Sayings of the same words, which are one utterance from the start."""

    sayings: list[Saying]
    wording: Wording
    statements: frozenset[int]
    speakers: frozenset[str]


def _nodes(sayings: Iterable[Saying]) -> list[_Node]:
    """Sayings by their words, in an order that the words give; brief ones also by who says them."""
    by_words: defaultdict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for one in sayings:
        brief = not one.scare and len(one.wording.words) < LINKED_PART and one.wording.weight < ENOUGH
        whose = one.speaker or "" if brief else ""
        words = ("".join(one.wording.words),) if one.scare else one.wording.words
        by_words[one.scare, one.language, words, whose].append(one)
    return [
        _Node(
            group,
            group[0].wording,
            frozenset[int]().union(*[one.statements for one in group]),
            frozenset(one.speaker for one in group if one.speaker),
        )
        for _, group in sorted(by_words.items(), key=lambda item: repr(item[0]))
    ]


def _groups(sayings: Sequence[Saying]) -> list[list[Saying]]:
    nodes = _nodes(sayings)
    group_of = list(range(len(nodes)))
    members: dict[int, list[int]] = {k: [k] for k in group_of}
    alike = _alike(nodes)
    for i, j in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        one, other = sorted((group_of[i], group_of[j]))
        if one == other or not _may_join(nodes, members[one], members[other], alike):
            continue
        members[one] += members.pop(other)
        for k in members[one]:
            group_of[k] = one
    return [[saying for k in group for saying in nodes[k].sayings] for group in members.values()]


def _may_join(
    nodes: list[_Node], one: list[int], other: list[int], alike: dict[tuple[int, int], float]
) -> bool:
    """Whether two groups go together: half of their pairs do, and no version says two things apart from each other."""
    pairs = [(min(i, j), max(i, j)) for i in one for j in other if not _of_one_version(nodes[i], nodes[j])]
    if 2 * sum(pair in alike for pair in pairs) < len(pairs):
        return False
    return all(
        _stand_together(nodes[i], nodes[j]) or alike.get((min(i, j), max(i, j)), 0.0) >= 1.0
        for i in one
        for j in other
    )


def _of_one_version(one: _Node, other: _Node) -> bool:
    return len({saying.version for saying in (*one.sayings, *other.sayings)}) == 1


def _stand_together(one: _Node, other: _Node) -> bool:
    """Whether no version has the two far from each other."""
    places: defaultdict[int, list[range]] = defaultdict(list)
    for saying in one.sayings:
        places[saying.version].append(saying.sentences)
    return all(
        any(_gap(place, saying.sentences) <= APART for place in places[saying.version])
        for saying in other.sayings
        if saying.version in places
    )


def _gap(one: range, other: range) -> int:
    return max(other.start - one.stop + 1, one.start - other.stop + 1)


def _alike(nodes: list[_Node]) -> dict[tuple[int, int], float]:
    """Every two nodes that are one utterance by themselves, with how sure that is."""
    shared = _shared_weights(nodes)
    pairs = sorted((pair for pair in shared if shared[pair] >= LEAST), key=lambda pair: (-shared[pair], pair))
    alike = {}
    for i, j in pairs[:MOST_PAIRS]:
        if _of_one_version(nodes[i], nodes[j]):
            continue
        sure = _likeness(nodes[i], nodes[j], shared[i, j])
        if sure:
            alike[i, j] = sure
    return alike


def _shared_weights(nodes: list[_Node]) -> dict[tuple[int, int], float]:
    """The weight of the words that two nodes share, for all that share any, as far as the steps go."""
    holding: defaultdict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for k, node in enumerate(nodes):
        if not node.sayings[0].scare:
            for stem, weight in node.wording.weights:
                holding[node.sayings[0].language, stem].append((k, weight))
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    steps = 0
    for _, holders in sorted(holding.items(), key=lambda item: (len(item[1]), item[0])):
        steps += len(holders) * (len(holders) - 1) // 2
        if steps > MOST_STEPS:
            break
        for at, (i, weight) in enumerate(holders):
            for j, other in holders[at + 1 :]:
                shared[i, j] += min(weight, other)
    return shared


def _likeness(one: _Node, other: _Node, shared: float) -> float:
    """How sure it is that two nodes are one utterance: 0 if it is not, 1 and more if one holds most of the other's words."""
    a, b = one.wording, other.wording
    cover = shared / max(min(a.weight, b.weight), LEAST)
    shorter = min(len(a.words), len(b.words))
    same = _is_same_person(one, other)
    linked = not one.statements.isdisjoint(other.statements)
    run = longest_run(a, b)
    omits = (
        a if len(a.words) <= len(b.words) else b
    ).gaps  # with an ellipsis, the words come in several runs
    part = (in_step(a, b) if omits else run) >= PART_SHARE * shorter and shorter >= (
        LINKED_PART if linked else PART_WORDS
    )
    whole = shorter >= BRIEF and in_step(a, b) == shorter
    told = (linked and run == shorter and shared >= BRIEF_WEIGHT) or (same and shared >= ENOUGH)
    if part or (whole and told) or (run >= LONG_RUN and shared >= RUN_WEIGHT):
        return 1.0 + cover
    if shared < ENOUGH or cover < _least_cover(one, other, linked=linked, same=same, shared=shared):
        return 0.0
    return cover if in_step(a, b) >= STEP * shorter else 0.0


def _is_same_person(one: _Node, other: _Node) -> bool:
    """Whether somebody named says both."""
    return any(
        same_speaker(a, b) and a[:1].isupper() and b[:1].isupper()
        for a in one.speakers
        for b in other.speakers
    )


def _least_cover(one: _Node, other: _Node, *, linked: bool, same: bool, shared: float) -> float:
    """The share of the lighter one's weight that two nodes have to share."""
    if not linked:
        return UNLINKED if same and shared >= UNLINKED_ENOUGH else NEVER
    if (
        one.speakers
        and other.speakers
        and not any(same_speaker(a, b) for a in one.speakers for b in other.speakers)
    ):
        return OTHER_PERSON
    return SAME_PERSON if same else MOST_OF_IT
