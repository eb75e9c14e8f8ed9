"""Every table, in one list."""

from app.web.tables.facts import FIGURES, QUOTES
from app.web.tables.table import Table
from app.web.tables.versions import SIMILARITY, VERSIONS

TABLES: dict[str, Table] = {table.name: table for table in (VERSIONS, SIMILARITY, QUOTES, FIGURES)}
