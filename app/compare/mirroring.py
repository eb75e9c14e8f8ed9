"""A comparison as seen from its other side."""

from dataclasses import replace

from app.compare.comparison import Change, ChangeOp, Comparison, Link, Reuse

_MIRRORED: dict[ChangeOp, ChangeOp] = {
    "equal": "equal",
    "delete": "insert",
    "insert": "delete",
    "replace": "replace",
}


def mirror(comparison: Comparison) -> Comparison:
    """The same comparison with its sides exchanged."""
    summary = comparison.summary
    return Comparison(
        a=comparison.b,
        b=comparison.a,
        links=tuple(sorted(map(_mirrored_link, comparison.links), key=lambda link: (link.a, link.b))),
        only_a=comparison.only_b,
        only_b=comparison.only_a,
        title_changes=_mirrored_changes(comparison.title_changes),
        summary=replace(
            summary,
            only_a=summary.only_b,
            only_b=summary.only_a,
            reused_a=summary.reused_b,
            reused_b=summary.reused_a,
        ),
        reuse=tuple(
            sorted(map(_mirrored_reuse, comparison.reuse), key=lambda run: (run.a_start, run.b_start))
        ),
        coarse=comparison.coarse,
        engine=comparison.engine,
    )


def _mirrored_link(link: Link) -> Link:
    return Link(link.b, link.a, link.kind, link.score, link.moved, _mirrored_changes(link.changes))


def _mirrored_reuse(run: Reuse) -> Reuse:
    return Reuse(run.b_start, run.b_end, run.a_start, run.a_end, run.words)


def _mirrored_changes(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple([Change(_MIRRORED[c.op], c.b_start, c.b_end, c.a_start, c.a_end) for c in changes])
