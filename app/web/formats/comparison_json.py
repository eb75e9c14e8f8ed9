"""A comparison as JSON: the contract that programs rely on (docs/json.md)."""

import dataclasses
from typing import Any

from app.compare.comparison import Comparison, Link
from app.compare.figures.between import facts_between
from app.compare.quotes.between import utterances_between
from app.text.content import Content
from app.text.document import Document
from app.web.formats.figures_json import figures_between_json
from app.web.formats.quotes_json import quotes_between_json
from app.web.formats.subject import Compared

Json = dict[str, Any]


def compared_json(compared: Compared) -> Json:
    """The JSON of two versions' comparison: the contract's keys, and for each side what is known of the version."""
    published = compared.a.published, compared.b.published
    answer = comparison_json(compared.id, compared.comparison, published)
    for side, content in (("a", compared.a), ("b", compared.b)):
        answer[side] = facts_json(content) | answer[side]
    return answer


def comparison_json(
    identifier: object, comparison: Comparison, published: tuple[str | None, str | None] = (None, None)
) -> Json:
    """The JSON of a comparison of two texts of which nothing is known but the text and perhaps a title and `published`."""
    return {
        "id": identifier,
        "engine": comparison.engine,
        "a": side_json(comparison.a),
        "b": side_json(comparison.b),
        "links": [_link(comparison, link) for link in comparison.links],
        "only_a": list(comparison.only_a),
        "only_b": list(comparison.only_b),
        "quotes": quotes_between_json(utterances_between(comparison)),
        "figures": figures_between_json(facts_between(comparison, published)),
        "reuse": [
            {"a": [run.a_start, run.a_end], "b": [run.b_start, run.b_end], "words": run.words}
            for run in comparison.reuse
        ],
        "coarse": bool(comparison.coarse),
        "coarse_because": list(comparison.coarse),
        "summary": {name: rounded(value) for name, value in dataclasses.asdict(comparison.summary).items()},
    }


def facts_json(content: Content) -> Json:
    """What is known of a version besides its text."""
    return {
        "version": content.id(),
        "outlet": content.outlet,
        "byline": content.byline,
        "published": content.published,
        "language": content.language,
    }


def side_json(document: Document) -> Json:
    """A document's title and sentences."""
    return {
        "title": document.title,
        "sentences": [
            {"text": document.text[s.start : s.end], "start": s.start, "end": s.end, "block": s.block}
            for s in document.sentences
        ],
    }


def _link(comparison: Comparison, link: Link) -> Json:
    entry: Json = {
        "a": list(link.a),
        "b": list(link.b),
        "kind": link.kind,
        "moved": link.moved,
        "score": rounded(link.score),
    }
    if link.kind != "reworded":
        entry["changes"] = [
            {
                "op": change.op,
                "a": comparison.a.text[change.a_start : change.a_end],
                "b": comparison.b.text[change.b_start : change.b_end],
            }
            for change in link.changes
        ]
    return entry


def rounded(value: float) -> float:
    """A share or score as it is printed."""
    return round(value, 4)
