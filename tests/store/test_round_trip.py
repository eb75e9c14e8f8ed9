"""Text comes back code point for code point."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store import Store, check, upgrade
from app.store.slugs import could_be_slug, slug_of
from app.text.content import BLOCK_KINDS, Block, Content

from .samples import content

ODD = [
    "\u202eesrever\u202c",
    "e\u0301 and é",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\ufeffmark",
    "\x01\x1f\x7f\x85",
    "\u2028\u2029",
    "a" + "\u0301" * 10_000,
    "\U0010ffff\ufffe\ufdd0",
    " lead and trail \t",
    "'\"\\%s:x;--",
    "<script>&amp;",
    "\r\n\n\r",
    "",
    "İıſß",
    "\ue000",
]
# Small, so that many examples are quick; anything but NUL and surrogates, which the store refuses.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
CONTENTS = st.builds(
    Content,
    blocks=st.lists(st.builds(Block, st.sampled_from(BLOCK_KINDS), TEXT), max_size=4).map(tuple),
    **{
        name: st.none() | TEXT
        for name in ("title", "standfirst", "byline", "dateline", "agency", "published", "language", "outlet")
    },
)


@pytest.mark.parametrize("text", ODD)
def test_odd_text_comes_back_exactly_from_every_field(store: Store, text: str) -> None:
    fields = dict.fromkeys(
        ["title", "standfirst", "byline", "dateline", "agency", "published", "language"], text
    )
    whole = Content(blocks=(Block("paragraph", text), Block("caption", text)), outlet=text[:100], **fields)
    added = store.add_version(whole, raw=b"", url=text, article_key=text, file_name=text)
    version = store.version(added.version_id)
    assert version.content == whole
    assert version.content.digest() == whole.digest()
    assert (version.article.url, version.article.key, version.article.outlet) == (text, text, text[:100])
    assert store.captures(added.version_id)[0].file_name == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CONTENTS)
def test_any_content_comes_back_exactly_under_its_own_id(store: Store, whole: Content) -> None:
    added = store.add_version(whole, raw=whole.digest().encode())
    version = store.version(added.version_id)
    assert version.content == whole
    assert version.id == version.content.id() == whole.id()
    assert store.add_version(version.content, raw=b"again").outcome == "known"


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CONTENTS, min_size=2, max_size=4, unique_by=Content.id))
def test_ids_do_not_depend_on_the_order_of_arrival(tmp_path: Path, contents: list[Content]) -> None:
    shuffled = sorted(contents, key=Content.digest)
    found = []
    for name, order in (("a", contents), ("b", shuffled)):
        path = tmp_path / f"{name}.db"
        path.unlink(missing_ok=True)
        url = f"sqlite:///{path}"
        upgrade(url)
        with Store(url) as store:
            found.append(
                {(r.version_id, r.article_id) for r in (store.add_version(c, raw=b"") for c in order)}
            )
        assert check(url) == []
    assert found[0] == found[1]


@given(st.text(max_size=200))
def test_any_title_gives_a_slug_that_can_stand_in_an_address(title: str) -> None:
    slug = slug_of(title)
    assert could_be_slug(slug)
    assert not slug.startswith("-")
    assert not slug.endswith("-")


def test_raw_bytes_of_every_value_come_back(store: Store) -> None:
    raw = bytes(range(256)) * 1000
    added = store.add_version(content(), raw=raw)
    [capture] = store.captures(added.version_id)
    assert store.raw(added.version_id, capture.sha256) == raw
