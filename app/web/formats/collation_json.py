"""A collation as JSON: the contract that programs rely on (docs/json.md)."""

from app.web.formats.collation_subject import Collated
from app.web.formats.comparison_json import Json, facts_json, rounded, side_json
from app.web.formats.figures_json import figures_json
from app.web.formats.quotes_json import quotes_json
from app.web.tables.all_tables import TABLES

STORY_TABLES = (
    "matrix", "coverage", "omissions", "incomplete", "scare_quotes", "own", "readings", "revisions", "corrections",
    "firsts", "prominence", "headlines",
)  # fmt: skip
"""Tables that stand beside the contract's keys; what these hold is not said again in them."""


def collation_json(collated: Collated) -> Json:
    """The JSON of a collation. Versions are named by their place among those that were given."""
    collation = collated.collation
    versions = []
    for content, document in zip(collated.versions, collation.documents, strict=True):
        facts = facts_json(content)
        versions.append({"id": facts.pop("version")} | facts | side_json(document))
    return {
        "engine": collated.collation.engine,
        "versions": versions,
        "similarity": [[rounded(share) for share in row] for row in collation.similarity],
        "statements": [
            {
                "members": {str(version): list(sentences) for version, sentences in statement.members},
                "coverage": statement.coverage,
            }
            for statement in collation.statements
        ],
        "tables": {
            name: [row.model_dump(exclude={"outlet", "text"}) for row in TABLES[name].rows(collated)]
            for name in STORY_TABLES
        },
        "quotes": quotes_json(collation.quotes),
        "figures": figures_json(collation.figures),
        "coarse": bool(collation.coarse),
        "coarse_because": list(collation.coarse),
    }
