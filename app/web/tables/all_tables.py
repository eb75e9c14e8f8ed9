"""Every table, in one list."""

from app.web.tables.captures import INCOMPLETE
from app.web.tables.corrections import CORRECTIONS
from app.web.tables.facts import FIGURES, QUOTES, SCARE_QUOTES
from app.web.tables.headlines import HEADLINES
from app.web.tables.own import OWN
from app.web.tables.readings import READINGS
from app.web.tables.statements import COVERAGE, MATRIX, OMISSIONS, PROMINENCE
from app.web.tables.table import Table
from app.web.tables.times import FIRSTS, REVISIONS
from app.web.tables.versions import SIMILARITY, VERSIONS

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        VERSIONS,
        SIMILARITY,
        MATRIX,
        COVERAGE,
        OMISSIONS,
        INCOMPLETE,
        QUOTES,
        SCARE_QUOTES,
        FIGURES,
        OWN,
        READINGS,
        REVISIONS,
        CORRECTIONS,
        FIRSTS,
        PROMINENCE,
        HEADLINES,
    )
}
