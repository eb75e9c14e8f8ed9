"""Comparisons of two versions, and collations of stories."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "comparisons",
        sa.Column("a", sa.String(16), nullable=False),
        sa.Column("b", sa.String(16), nullable=False),
        sa.Column("engine", sa.String(80), nullable=False),
        sa.Column("outline", sa.LargeBinary(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["versions.id"], name=op.f("fk_comparisons_a_versions")),
        sa.ForeignKeyConstraint(["b"], ["versions.id"], name=op.f("fk_comparisons_b_versions")),
        sa.PrimaryKeyConstraint("a", "b", name=op.f("pk_comparisons")),
    )
    op.create_table(
        "collations",
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("engine", sa.String(80), nullable=False),
        sa.Column("version_count", sa.Integer(), nullable=False),
        sa.Column("versions", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_collations_story_id_stories")),
        sa.PrimaryKeyConstraint("story_id", name=op.f("pk_collations")),
    )


def downgrade() -> None:
    """Back to the revision before."""
    op.drop_table("collations")
    op.drop_table("comparisons")
