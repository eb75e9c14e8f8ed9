"""The primary counterpart of every sentence: of the links it stands in, the one with the highest score."""

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


def _better(links: Sequence[Link], old: int | None, new: int) -> int:
    if old is None:
        return new
    return new if _worth(links[new]) > _worth(links[old]) else old


def _worth(link: Link) -> tuple[float, int]:
    return link.score, len(link.a) + len(link.b)
