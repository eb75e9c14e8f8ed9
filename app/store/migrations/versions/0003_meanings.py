"""What embedding models made of versions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "meanings",
        sa.Column("version_id", sa.String(16), nullable=False),
        sa.Column("model", sa.String(64), nullable=False),
        sa.Column("basis", sa.String(64), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("clause_of", sa.LargeBinary(), nullable=False),
        sa.Column("vectors", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_meanings_version_id_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "model", name=op.f("pk_meanings")),
    )


def downgrade() -> None:
    """Back to the revision before."""
    op.drop_table("meanings")
