"""A collation as JSON: the contract that programs rely on (docs/json.md)."""

from app.web.formats.collation_subject import Collated
from app.web.formats.comparison_json import Json, facts_json, rounded, side_json
from app.web.formats.facts_json import fact_json
from app.web.formats.quotes_json import quotes_json


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
        "quotes": quotes_json(collation.quotes),
        "figures": [fact_json(fact) for fact in collation.figures],
        "coarse": bool(collation.coarse),
        "coarse_because": list(collation.coarse),
    }
