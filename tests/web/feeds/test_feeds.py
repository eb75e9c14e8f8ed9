"""The feeds: valid, stable, and text is text in them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store import Store, upgrade
from app.text.content import Block, Content
from app.web.feeds import feeds
from app.web.feeds.revision import MOST_CHANGES

CAPTURED = datetime(2031, 5, 20, 8, 0, tzinfo=UTC)
HOSTILE = "</title>]]><script>alert(1)</script> &amp; \x0b\ufffe \u202e{{7*7}}"


def written(*sentences: str, title: str = "The gate", **fields: Any) -> Content:
    return Content(
        blocks=tuple(Block("paragraph", one) for one in sentences),
        title=title,
        outlet="Coast Agency",
        language="en",
        **fields,
    )


ROWS = [
    f"The harbour master counted {number} boats in the basin that morning."
    for number in ("seven", "eleven", "forty")
]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[tuple[Store, TestClient]]:
    """An article of two versions, and a hostile one of another story, behind a client."""
    url = f"sqlite:///{tmp_path / 'v.db'}"
    upgrade(url)
    with Store(url) as store:
        add(store, written(*ROWS, "The gate held for nine hours until dawn.", "Nobody was hurt."), 0)
        add(
            store,
            written(
                *ROWS,
                "The gate held for two hours until dawn.",
                "Three people are missing.",
                title="The gate fails",
                published="2031-05-16",
            ),
            1,
        )
        store.add_version(
            Content(blocks=(Block("paragraph", HOSTILE),), title=HOSTILE, outlet=HOSTILE, language=HOSTILE),
            raw=b"h", story_title=HOSTILE, captured=CAPTURED + timedelta(hours=2),
        )  # fmt: skip
        with TestClient(create_app(Settings(database_url=url))) as client:
            yield store, client


def add(store: Store, content: Content, hours: float) -> None:
    raw, captured = content.digest().encode(), CAPTURED + timedelta(hours=hours)
    store.add_version(content, raw=raw, article_key="k", story_title="Gate", captured=captured)


def read(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    parsed = feedparser.parse(
        answer.content, response_headers={"content-type": answer.headers["content-type"]}
    )
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def paths(store: Store) -> list[str]:
    article = store.story("gate").articles[0].article
    return ["/atom.xml", "/stories/gate/atom.xml", f"/articles/{article.id}/atom.xml"]


def test_feeds_hold_what_came_in_newest_first(filled: tuple[Store, TestClient]) -> None:
    store, client = filled
    titles = [[entry.title for entry in read(client, path).entries] for path in paths(store)]
    own = ["Coast Agency: The gate fails", "Coast Agency: The gate"]
    assert [titles[0][1:], titles[1], titles[2]] == [own, own, own]
    assert len(titles[0]) == 3


def test_a_revision_says_what_changed_and_leads_to_the_comparison(filled: tuple[Store, TestClient]) -> None:
    store, client = filled
    a, b = (head.id for head in store.story("gate").articles[0].versions)
    new, old = read(client, "/stories/gate/atom.xml").entries
    assert new.link == f"http://testserver/compare/{a}/{b}"
    assert [link.href for link in new.links if link.rel == "related"] == [f"http://testserver/versions/{b}"]
    assert new.summary == "New headline; 1 sentence added; 1 sentence cut; 1 sentence edited."
    (body,) = [one.value for one in new.content]
    assert "<del>The gate</del> <ins>The gate fails</ins>" in body
    for cut, added in (("nine", "two"), ("Nobody was hurt.", "Three people are missing.")):
        assert f"<del>{cut}</del>" in body
        assert f"<ins>{added}</ins>" in body
    assert "harbour master" not in body
    assert old.link == f"http://testserver/versions/{a}"
    assert old.summary.startswith("The harbour master counted seven boats")
    assert (new.published, new.updated) == ("2031-05-16T00:00:00Z", "2031-05-20T09:00:00Z")
    assert "published" not in old


def test_ids_are_stable_and_of_no_host(filled: tuple[Store, TestClient]) -> None:
    store, client = filled
    before = {path: read(client, path) for path in paths(store)}
    add(store, written(*ROWS, "The gate is mended."), 5)
    with TestClient(
        create_app(Settings(database_url=f"sqlite:///{store.path}", base_url="https://news.example/v"))
    ) as other:
        for path, known in before.items():
            again = read(other, path)
            assert again.feed.id == known.feed.id
            assert [entry.id for entry in again.entries][-len(known.entries) :][1:] == [
                entry.id for entry in known.entries
            ][1:]
            assert {entry.id for entry in known.entries} < {entry.id for entry in again.entries}
            assert all(entry.link.startswith("https://news.example/v/") for entry in again.entries)
            assert again.feed.links[0].href == f"https://news.example/v{path}"
    ids = [one.feed.id for one in before.values()] + [entry.id for entry in before["/atom.xml"].entries]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in ids)


def test_what_looks_like_markup_is_inert_and_what_is_no_xml_is_replaced(
    filled: tuple[Store, TestClient],
) -> None:
    store, client = filled
    slug = next(one.story.slug for one in store.stories() if one.story.title != "Gate")
    for path in ("/atom.xml", f"/stories/{slug}/atom.xml"):
        raw = client.get(path).content
        assert b"<script" not in raw
        assert b"]]>" not in raw
        entry = ET.fromstring(raw).find("{http://www.w3.org/2005/Atom}entry")  # noqa: S314 - our own
        assert entry is not None
        title = entry.findtext("{http://www.w3.org/2005/Atom}title")
        assert title is not None
        assert "<script>alert(1)</script> &amp; \ufffd\ufffd" in title
        read(client, path)


def test_atom_has_what_rfc_4287_asks_for(filled: tuple[Store, TestClient]) -> None:
    _, client = filled
    root = ET.fromstring(client.get("/atom.xml").content)  # noqa: S314 - our own
    space = "{http://www.w3.org/2005/Atom}"
    for node in [root, *root.iter(f"{space}entry")]:
        for name in ("id", "title", "updated"):
            assert len(node.findall(space + name)) == 1
        assert node.find(f"{space}author/{space}name") is not None
        assert [link.get("rel") for link in node.findall(f"{space}link")].count("alternate") == 1
        updated = node.findtext(f"{space}updated") or ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", updated)


def test_a_feed_is_revalidated_and_changes_with_what_comes_in(filled: tuple[Store, TestClient]) -> None:
    store, client = filled
    for path in paths(store):
        tag = client.get(path).headers["etag"]
        again = client.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(path, headers={"If-None-Match": tag, "Host": "other.example"}).status_code == 200
    tags = [client.get(path).headers["etag"] for path in paths(store)]
    add(store, written(*ROWS, "The gate is mended."), 6)
    for path, tag in zip(paths(store), tags, strict=True):
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_a_feed_holds_the_latest_up_to_its_limit(
    filled: tuple[Store, TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, client = filled
    for limit in (3, 2):
        monkeypatch.setattr(feeds, "ENTRIES", limit)
        assert len(read(client, "/atom.xml").entries) == limit


def test_changes_beyond_the_limit_are_counted(filled: tuple[Store, TestClient]) -> None:
    store, client = filled
    for added, said in ((MOST_CHANGES, None), (MOST_CHANGES + 1, "And 1 more.")):
        base = [*ROWS, f"Base {added}."]
        first = Content(
            blocks=tuple(Block("paragraph", one) for one in base),
            title="T",
            outlet=f"O{added}",
            language="en",
        )
        new = [
            f"The {chr(97 + at % 26) * (3 + at // 26)} sluice {'opened' * (1 + at % 3)} on quay {at}."
            for at in range(added)
        ]
        second = Content(
            blocks=tuple(Block("paragraph", one) for one in base + new),
            title="T",
            outlet=f"O{added}",
            language="en",
        )
        for number, content in enumerate((first, second)):
            result = store.add_version(
                content, raw=b"", article_key="long", captured=CAPTURED + timedelta(days=number)
            )
        entry = read(client, f"/articles/{result.article_id}/atom.xml").entries[0]
        assert entry.summary == f"{added} sentences added."
        assert (said in entry.content[0].value) if said else ("more." not in entry.content[0].value)


def test_an_empty_store_has_a_feed_and_what_is_not_there_has_none(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'e.db'}"
    upgrade(url)
    with TestClient(create_app(Settings(database_url=url))) as client:
        assert read(client, "/atom.xml").entries == []
        for path in (
            "/stories/none/atom.xml",
            "/articles/aaaaaaaaaaaaaaaa/atom.xml",
            "/articles/-1/atom.xml",
        ):
            assert client.get(path).status_code == 404


def test_a_story_and_an_article_offer_their_feeds(client: TestClient) -> None:
    story = client.get("/stories/port-ennick-tidal-barrier-failure").text
    article = re.search(r'href="(/articles/\w+)"', story)
    assert article
    for path, page in (
        ("/stories/port-ennick-tidal-barrier-failure", story),
        (article[1], client.get(article[1]).text),
    ):
        assert f'<a href="{path}/atom.xml" type="application/atom+xml">Follow this' in page
        assert client.get(f"{path}/atom.xml").status_code == 200
