"""What articles are known by: keys, addresses and captured bytes."""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision: the articles that are there already are known by what is kept of them."""
    names = op.create_table(
        "article_names",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("is_key", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_article_names_article_id_articles")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_article_names")),
    )
    op.create_index(op.f("ix_article_names_article_id"), "article_names", ["article_id"])
    found = _known_by(op.get_bind())
    if found:
        op.bulk_insert(
            names,
            [{"digest": digest, "article_id": one, "is_key": key} for digest, (one, key) in found.items()],
        )


def downgrade() -> None:
    """Back to the revision before."""
    op.drop_table("article_names")


def _known_by(connection: sa.Connection) -> dict[str, tuple[str, bool]]:
    """Every name, with the article that was first given it and whether it is a key."""
    found: dict[str, tuple[str, bool]] = {}
    articles = "SELECT a.id, o.name, a.key, a.url FROM articles a LEFT JOIN outlets o ON o.id = a.outlet_id ORDER BY a.id"
    captures = (
        "SELECT a.id, o.name, c.url, c.sha256 FROM captures c JOIN versions v ON v.id = c.version_id "
        "JOIN articles a ON a.id = v.article_id LEFT JOIN outlets o ON o.id = a.outlet_id WHERE c.size > 0 ORDER BY c.id"
    )
    # An article's id comes from its key or else its address, so that these are its own before anyone's.
    own = connection.execute(sa.text(articles)).all()
    for article, outlet, key, url in own:
        if name := key or url:
            found[_digest(outlet, name)] = (article, key is not None)
    for article, outlet, _, url in own:
        if url:
            found.setdefault(_digest(outlet, url), (article, False))
    for article, outlet, url, sha256 in connection.execute(sa.text(captures)):
        if url:
            found.setdefault(_digest(outlet, url), (article, False))
        found.setdefault(_digest(outlet, f"sha256:{sha256}"), (article, False))
    return found


def _digest(outlet: str | None, name: str) -> str:
    canonical = json.dumps([outlet, name], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
