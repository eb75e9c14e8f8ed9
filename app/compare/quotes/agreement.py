"""What a group of sayings is as one utterance: who says it, and how its versions differ."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from app.compare.quotes.quotation import Quotation, QuoteAgreement, QuoteMember, Utterance
from app.compare.quotes.sayings import goes_on
from app.compare.quotes.wording import Wording, differ, read_wording
from app.text.document import Document

SPELT_ALIKE = 80.0
"""Likeness of two last names (0 to 100) from which they are spellings of one: Selenskyj, Zelensky."""

_DEGREES: tuple[QuoteAgreement, ...] = ("identical", "trimmed", "reworded")


def utterance_of(members: Iterable[QuoteMember], documents: Sequence[Document]) -> Utterance:
    """The utterance that members make; `documents` are all versions."""
    ordered = tuple(sorted(members, key=lambda one: (one.version, one.quotation.start)))
    named = [(one.version, one.quotation.speaker) for one in ordered if one.quotation.speaker]
    return Utterance(
        _speaker(name for _, name in named), _agreement(ordered, documents), ordered, _differently(named)
    )


def _differently(named: Sequence[tuple[int, str]]) -> bool:
    """Whether two versions, each with the speakers that it names, have none in common."""
    if len({name for _, name in named}) < 2:
        return False
    speakers: defaultdict[int, set[str]] = defaultdict(set)
    for version, name in named:
        speakers[version].add(name)
    distinct = {frozenset(names) for names in speakers.values()}
    return any(
        not any(same_speaker(a, b) for a in one for b in other) for one, other in combinations(distinct, 2)
    )


def same_speaker(one: str, other: str) -> bool:
    """Whether two names may be one person's or body's: that they are different ones is not certain."""
    if not (one[:1].isupper() and other[:1].isupper()):
        return True  # a spokesman may be anybody
    if one[:1].isascii() != other[:1].isascii():
        return True  # in two scripts
    a, b = one.casefold().replace(".", "").split(), other.casefold().replace(".", "").split()
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    return fuzz.ratio(a[-1], b[-1]) >= SPELT_ALIKE


def _speaker(names: Iterable[str]) -> str | None:
    """The fullest name of the one whom most members name; of several as often named the first by the alphabet."""
    counts = Counter(names)
    if not counts:
        return None

    def support(name: str) -> int:
        return sum(
            count for other, count in counts.items() if same_speaker(name, other) and other[:1].isupper()
        )

    best = max(counts, key=lambda name: (name[:1].isupper(), support(name), counts[name], len(name), name))
    proper = [
        name for name in counts if name[:1].isupper() == best[:1].isupper() and same_speaker(best, name)
    ]
    return max(proper, key=lambda name: (len(name), counts[name], name))


def _agreement(members: Sequence[QuoteMember], documents: Sequence[Document]) -> QuoteAgreement:
    """How the versions differ at most from the one that has most of it."""
    said: defaultdict[int, list[Quotation]] = defaultdict(list)
    for one in members:
        said[one.version].append(one.quotation)
    if len(said) < 2:
        return "identical"
    read = [_without_repeats(documents[version], quotations) for version, quotations in said.items()]
    wordings = {one.words: one for one in sorted(read, key=lambda one: sorted(one.gaps))}
    fullest = max(wordings.values(), key=lambda one: (len(one.words), one.words))
    ways = {differ(fullest, one) for one in wordings.values()}
    return max(ways, key=_DEGREES.index)


def member_agreement(utterance: Utterance, fullest: Wording, one: Wording) -> QuoteAgreement:
    """How a wording of an utterance differs from the fullest: as versions do, and never more than all of these do.

    A version may print an utterance in parts that differ more, each by itself, than all of them together.
    """
    return min(differ(fullest, one), utterance.agreement, key=_DEGREES.index)


def _without_repeats(document: Document, said: Sequence[Quotation]) -> Wording:
    """All that a version prints of an utterance, without what another of its quotations holds."""
    if len(said) == 1:
        return read_wording(document, said)
    texts = [f" {' '.join(read_wording(document, [one]).words)} " for one in said]
    kept = [
        one
        for k, one in enumerate(said)
        if not any(
            texts[k] in other and (texts[k] != other or j < k) for j, other in enumerate(texts) if j != k
        )
    ]
    return read_wording(document, kept, whole=_is_broken(document, kept))


def _is_broken(document: Document, said: Sequence[Quotation]) -> bool:
    """Whether all of these are one saying, broken by its attribution."""
    return all(goes_on(document, one, other) for one, other in pairwise(said))
