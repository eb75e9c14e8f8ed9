"""The pages of quotations and figures of stories that have many: by pages, and long tables folded."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.text.content import Content
from app.web.story.figures import FACTS
from app.web.story.folding import MOST_ROWS, OPEN_ROWS, parted
from app.web.story.quotes import UTTERANCES
from tests.web.story.made import PATH, served, told

SPEECH = "“{} must be mended before the winter storms come,” said {}."
THINGS = (
    *("boats", "roofs", "sluices", "ladders", "lamps", "kilns", "looms", "bells"),
    *("carts", "wells", "ropes", "sails", "ovens", "gates", "clocks", "nets"),
)


def speeches(count: int) -> str:
    """So many quotations, all but the first of one speaker."""
    names = ["Ada Fell", *["Ines Aldmar"] * (count - 1)]
    words = [f"{THINGS[k % 16].title()} and {THINGS[k // 16]}" for k in range(count)]
    return "\n\n".join(map(SPEECH.format, words, names))


def losses(count: int) -> str:
    """So many figures, all but the first of them money."""
    return "\n\n".join(
        [
            "The council met, and 93 percent of it agreed.",
            *[
                f"{THINGS[k % 16].title()} and {THINGS[k // 16]} cost ${k + 2} million."
                for k in range(1, count)
            ],
        ]
    )


def repeated(count: int) -> list[Content]:
    """Versions that print the same words and the same figure so many times in all, each of them twice at most."""
    said = "“We shall rebuild the gate,” said Ada Fell."
    once = "The gate cost $4 million, the owners said"
    twice = f"{said}\n\nNext.\n\n{said}\n\n{once}, and the repair of the old gate cost $4 million too."
    versions = [twice] * (count // 2) + [f"{said}\n\n{once}."] * (count % 2)
    return [told(text, outlet=f"Outlet {number}") for number, text in enumerate(versions)]


def trimmed() -> list[Content]:
    """As many places as stand open with the full wording, and many more with a part of it."""
    full = "“We shall rebuild the gate before the winter, whatever it costs,” said Ada Fell."
    part = "“We shall rebuild the gate before the winter,” said Ada Fell."
    said = [full] * (OPEN_ROWS // 2) + [part] * (MOST_ROWS // 2)
    return [told(f"{one}\n\nNext.\n\n{one}", outlet=f"Outlet {number}") for number, one in enumerate(said)]


def texts(client: TestClient, path: str) -> str:
    answer = client.get(f"{PATH}/{path}")
    assert answer.status_code == 200
    return answer.text


def entries(text: str) -> list[str]:
    return re.findall(r'<article class="(?:utterance|fact)[^"]*" id="([^"]+)"', text)


Served = dict[str, tuple[TestClient, list[str]]]


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made: dict[str, Sequence[Content]] = {
        "full": [told(f"{speeches(UTTERANCES)}\n\n{losses(FACTS)}", outlet="Hill Post")],
        "more": [told(f"{speeches(UTTERANCES + 1)}\n\n{losses(FACTS + 1)}", outlet="Hill Post")],
        "often": repeated(MOST_ROWS),
        "oftener": repeated(MOST_ROWS + 1),
        "worded": trimmed(),
    }
    opened = {name: served(tmp_path_factory.mktemp(name), versions) for name, versions in made.items()}
    yield {name: one.__enter__() for name, one in opened.items()}
    for one in opened.values():
        one.__exit__(None, None, None)


@pytest.mark.parametrize(("page", "size"), [("quotes", UTTERANCES), ("figures", FACTS)])
def test_entries_come_by_pages(stories: Served, page: str, size: int) -> None:
    full, more = stories["full"][0], stories["more"][0]
    what = "quotations" if page == "quotes" else "figures"
    one = texts(full, page)
    assert len(entries(one)) == size
    assert f"<b>{size}</b> {what}" in one
    assert 'rel="next"' not in one
    assert full.get(f"{PATH}/{page}?page=2").status_code == 404

    first, second = texts(more, page), texts(more, f"{page}?page=2")
    assert f"1 to {size} of <b>{size + 1}</b> {what}" in first
    assert f"{size + 1} to {size + 1} of <b>{size + 1}</b> {what}" in second
    assert f'<a href="{PATH}/{page}?page=2" rel="next">' in first
    assert f'<a href="{PATH}/{page}" rel="prev">' in second
    assert len({*entries(first), *entries(second)}) == size + 1
    assert more.get(f"{PATH}/{page}?page=3").status_code == 404


@pytest.mark.parametrize(
    ("page", "size", "filters"),
    [
        ("quotes", UTTERANCES, "show=all&speaker=Ines+Aldmar"),
        ("figures", FACTS, "show=all&kind=money"),
    ],
)
def test_the_filters_are_kept_from_page_to_page(stories: Served, page: str, size: int, filters: str) -> None:
    client, (version,) = stories["more"]
    narrowed = f"version={version}&versions=all&{filters}"
    # The first entry is not of this speaker or kind, so that what is left fits one page exactly.
    assert f"<b>{size}</b>" in texts(client, f"{page}?{narrowed}")
    every = f"version={version}&versions=all&show=one"
    text = texts(client, f"{page}?{every}")
    (link,) = re.findall(r'<a href="([^"]+)" rel="next">', text)
    assert unescape(link) == f"{PATH}/{page}?{every}&page=2"
    (form,) = re.findall(r"(?s)<form class=\"choices-bar\".*?</form>", client.get(unescape(link)).text)
    assert 'name="page"' not in form


@pytest.mark.parametrize(("page", "name"), [("quotes", "utterance"), ("figures", "fact")])
def test_one_is_found_by_its_id_whatever_page_it_stands_on(stories: Served, page: str, name: str) -> None:
    client = stories["more"][0]
    (last,) = entries(texts(client, f"{page}?page=2"))
    alone = texts(client, f"{page}?{name}={last}")
    assert entries(alone) == [last]
    assert "rel=" not in re.sub(r"<link[^>]*>", "", alone)


@pytest.mark.parametrize("page", ["quotes", "figures"])
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("page=0", 422),
        ("page=-1", 422),
        ("page=one", 422),
        ("page=100000", 404),
        ("page=100001", 422),
        ("utm_source=post", 200),
    ],
)
def test_odd_pages(stories: Served, page: str, query: str, status: int) -> None:
    assert stories["more"][0].get(f"{PATH}/{page}?{query}").status_code == status


@pytest.mark.parametrize("page", ["matrix", "quotes", "figures", "own", "prominence", "readings", "timeline"])
def test_what_others_add_to_a_link_does_no_harm(stories: Served, page: str) -> None:
    client = stories["often"][0]
    assert client.get(f"{PATH}/{page}?versions=all&utm_source=post").status_code == 200
    assert client.get(f"{PATH}/{page}?versions=some&utm_source=post").status_code == 422


@pytest.mark.parametrize(
    ("story", "opened", "more"),
    [("often", MOST_ROWS, None), ("oftener", OPEN_ROWS, f"{MOST_ROWS + 1 - OPEN_ROWS} more")],
)
@pytest.mark.parametrize("page", ["quotes", "figures"])
def test_a_long_table_is_folded_and_whole(
    stories: Served, page: str, story: str, opened: int, more: str | None
) -> None:
    text = texts(stories[story][0], page)
    total = MOST_ROWS if more is None else MOST_ROWS + 1
    assert text.count("<mark>") == total
    assert text.split('<details class="folded">')[0].count("<mark>") == opened
    assert (f"<summary>{more}</summary>" in text) == (more is not None)


@pytest.mark.parametrize(
    ("count", "opened"), [(0, 0), (MOST_ROWS, MOST_ROWS), (MOST_ROWS + 1, OPEN_ROWS), (500, OPEN_ROWS)]
)
def test_rows_are_parted_without_a_loss(count: int, opened: int) -> None:
    first, rest = parted(range(count))
    assert len(first) == opened
    assert [*first, *rest] == list(range(count))


def test_wordings_of_later_places_are_folded_together(stories: Served) -> None:
    text = texts(stories["worded"][0], "quotes")
    opened, folded = text.split('<details class="folded"><summary>1 more wording</summary>')
    assert opened.count("<mark>") == OPEN_ROWS
    assert folded.count("<mark>") == MOST_ROWS
    assert "<del>" in folded
