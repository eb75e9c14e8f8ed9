"""Comparisons are kept whole, and their outlines apart, until a collation holds them. What was kept is made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.drop_table("comparisons")
    op.execute("DELETE FROM collations")
    for table in ("comparisons", "outlines"):
        _create(table, sa.Column("payload", sa.LargeBinary(), nullable=False))


def downgrade() -> None:
    """Back to the revision before."""
    op.drop_table("outlines")
    op.drop_table("comparisons")
    op.execute("DELETE FROM collations")
    _create(
        "comparisons",
        sa.Column("outline", sa.LargeBinary(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
    )


def _create(table: str, *columns: sa.Column[bytes]) -> None:
    op.create_table(
        table,
        sa.Column("a", sa.String(16), nullable=False),
        sa.Column("b", sa.String(16), nullable=False),
        sa.Column("engine", sa.String(80), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["a"], ["versions.id"], name=op.f(f"fk_{table}_a_versions")),
        sa.ForeignKeyConstraint(["b"], ["versions.id"], name=op.f(f"fk_{table}_b_versions")),
        sa.PrimaryKeyConstraint("a", "b", name=op.f(f"pk_{table}")),
    )
