"""What a comparison comes to: the shares of words that are shared, verbatim, or on one side only."""

from collections.abc import Sequence

from app.compare.comparison import Link, Summary
from app.compare.reuse import Reused


def summarize(a: tuple[int, ...], b: tuple[int, ...], links: tuple[Link, ...], reused: Reused) -> Summary:
    """Shares by words. `a` and `b` are the words of every sentence; see `Summary` for what each share is of.

    Two documents without a sentence are wholly shared: nothing differs.
    """
    same = [link for link in links if link.kind == "verbatim"]
    same_a, same_b = {i for link in same for i in link.a}, {j for link in same for j in link.b}
    total_a, total_b = sum(a), sum(b)
    linked_a, linked_b = _linked(a, b, links)
    both = total_a + total_b
    return Summary(
        shared=shared_words(a, b, links),
        verbatim=(sum(a[i] for i in same_a) + sum(b[j] for j in same_b)) / both if both else 1.0,
        only_a=(total_a - linked_a) / total_a if total_a else 0.0,
        only_b=(total_b - linked_b) / total_b if total_b else 0.0,
        moved=sum(link.moved for link in links),
        reused_a=reused.share_a,
        reused_b=reused.share_b,
    )


def shared_words(a: tuple[int, ...], b: tuple[int, ...], links: Sequence[Link]) -> float:
    """The share of the words of both sides that stand in links; those of every sentence are given."""
    both = sum(a) + sum(b)
    return sum(_linked(a, b, links)) / both if both else 1.0


def _linked(a: tuple[int, ...], b: tuple[int, ...], links: Sequence[Link]) -> tuple[int, int]:
    """How many words of each side stand in links."""
    in_a, in_b = {i for link in links for i in link.a}, {j for link in links for j in link.b}
    return sum([a[i] for i in in_a]), sum([b[j] for j in in_b])
