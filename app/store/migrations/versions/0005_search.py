"""The index that searches read; app.store.search fills it after the migrations."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "search_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.String(16), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.Column("captured", sa.DateTime(timezone=True), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_search_entries_version_id_versions")
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_search_entries_article_id_articles")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entries")),
        sa.UniqueConstraint("version_id", name=op.f("uq_search_entries_version_id")),
    )
    for column in ("article_id", "captured", "language"):
        op.create_index(op.f(f"ix_search_entries_{column}"), "search_entries", [column])
    op.create_table(
        "search_addresses",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_search_addresses_article_id_articles")
        ),
        sa.PrimaryKeyConstraint("digest", "article_id", name=op.f("pk_search_addresses")),
    )
    # Units come parted by spaces (app.text.lookup), so that the tokenizer has nothing to decide. The texts are not
    # kept a second time: whatever shows them reads the versions.
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5("
        "title, body, content = '', tokenize = \"ascii tokenchars '.:'\", prefix = '2 3')"
    )
    op.execute("CREATE VIRTUAL TABLE search_units USING fts5vocab(search_index, row)")


def downgrade() -> None:
    """Back to the revision before."""
    for table in ("search_units", "search_index", "search_addresses", "search_entries"):
        op.drop_table(table)
