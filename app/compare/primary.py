"""The primary counterpart of every sentence, and the links whose two sides can stand beside each other."""

from collections.abc import Sequence

from app.compare.comparison import Link


def primaries(links: Sequence[Link]) -> tuple[dict[int, int], dict[int, int]]:
    """For every linked sentence of `a`, and of `b`, the index of its primary link.

    Of links with equal scores the heavier wins: more sentences, then the first by place.
    """
    best_a: dict[int, int] = {}
    best_b: dict[int, int] = {}
    for k, link in enumerate(links):
        for i in link.a:
            best_a[i] = _better(links, best_a.get(i), k)
        for j in link.b:
            best_b[j] = _better(links, best_b.get(j), k)
    return best_a, best_b


def beside_each_other(links: Sequence[Link]) -> list[int]:
    """The links that make a row, by index, the highest-scored first: each sentence stands in one at most.

    Sentences go to their primary link; where two links claim a sentence, the one with the higher score, then the one that is
    primary for more of its own sentences, has it.
    """
    best_a, best_b = primaries(links)
    mutual = [
        sum(best_a[i] == k for i in link.a) + sum(best_b[j] == k for j in link.b)
        for k, link in enumerate(links)
    ]
    order = sorted(
        (k for k in range(len(links)) if mutual[k]),
        # places in either order, so that the same links are chosen with the sides swapped
        key=lambda k: (-links[k].score, -mutual[k], sorted((links[k].a, links[k].b))),
    )
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    made = []
    for k in order:
        if taken_a.isdisjoint(links[k].a) and taken_b.isdisjoint(links[k].b):
            taken_a.update(links[k].a)
            taken_b.update(links[k].b)
            made.append(k)
    return made


def _better(links: Sequence[Link], old: int | None, new: int) -> int:
    if old is None:
        return new
    return new if _worth(links[new]) > _worth(links[old]) else old


def _worth(link: Link) -> tuple[float, int]:
    return link.score, len(link.a) + len(link.b)
