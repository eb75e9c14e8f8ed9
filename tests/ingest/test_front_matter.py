"""Front matter: what is taken, and what is refused with the file and line."""

import pytest

from app.errors import InputError
from app.ingest.front_matter import LIMITS
from app.ingest.item import Overrides, override
from app.ingest.plain_text import read_text_file
from app.store.tables import NAME_LIMIT

BODY = "---\nThe wall gave way on Monday, the mayor said.\n"


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("2024-05-17", "2024-05-17"),
        ("2024-05-17 10:05", "2024-05-17T10:05"),
        ("2024-05-17T10:05:30+02:00", "2024-05-17T10:05:30+02:00"),
        ("2024-05-17T10:05Z", "2024-05-17T10:05+00:00"),
        ("2024-05-17 10:05:00 -5", "2024-05-17T10:05:00-05:00"),
        ("17 May 2024", "2024-05-17"),
    ],
)
def test_published_is_as_precise_as_given(printed: str, published: str) -> None:
    item = read_text_file(f"---\npublished: {printed}\n{BODY}".encode(), "wall.txt")
    assert item.content.published == published


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("published: yesterday", "'yesterday'"),
        ("published: 9999-01-01", "'9999-01-01'"),
        ("published: 2024-02-30", "'2024-02-30'"),
        ("published: 3/4/2025", "'3/4/2025'"),
        ("url: javascript:alert(1)", "web address"),
        ("url: 'http://[::1'", "web address"),
        ("title: [a, b]", "one text"),
        ("title: a: b", "not YAML"),
        ("title: " + "[" * 9000, "one `key: value`"),
        ("title: " + "x" * (LIMITS["title"] + 1), "longer than 1,000"),
        ("story: " + "x" * 501, "longer than 500"),
        ('title: "x\\0y"', "title: 'x\\x00y' holds U+0000"),
        ('outlet: "x\\x9by"', "holds U+009B"),
        ("title: x\ntitle: y", "given twice"),
        ("a: &a [x, x]\ntitle: *a", "one text"),
    ],
)
def test_refused_with_its_line(line: str, cause: str) -> None:
    with pytest.raises(InputError, match=r"^wall.txt, line \d+: ") as caught:
        read_text_file(f"---\n{line}\n{BODY}".encode(), "wall.txt")
    assert cause in str(caught.value)


def test_not_closed() -> None:
    with pytest.raises(InputError, match="not closed"):
        read_text_file(b"---\ntitle: x\n\nText.", "wall.txt")


def test_options_win_over_the_file() -> None:
    item = read_text_file(f"---\noutlet: A\nstory: B\narticle: C\n{BODY}".encode(), "wall.txt")
    changed = override(
        item, Overrides(outlet=" D\n E ", published="17 May 2024", story=" ", article="").checked()
    )
    assert (changed.content.outlet, changed.content.published) == ("D E", "2024-05-17")
    assert (changed.story, changed.article_key) == ("B", "C")
    changed = override(item, Overrides(story="F", article="G").checked())
    assert (changed.content.outlet, changed.story, changed.article_key) == ("A", "F", "G")


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ({"published": "soon"}, "published: 'soon' is not a date"),
        ({"published": "1" * 81}, "longer than 80 characters"),
        ({"outlet": "o" * 201}, f"outlet: '{'o' * 60}…' is longer than 200 characters"),
        ({"story": "s" * 501}, "longer than 500 characters"),
        ({"article": "a" * 501}, "longer than 500 characters"),
        ({"outlet": "a\x1b[31m"}, "outlet: 'a\\x1b[31m' holds U+001B, which is not text"),
        ({"article": "a\x00"}, "holds U+0000"),
        ({"story": "a\x9bb"}, "holds U+009B"),
        ({"outlet": "a\udcff"}, "holds U+DCFF"),
    ],
)
def test_options_are_checked_as_front_matter_is(given: dict[str, str], cause: str) -> None:
    with pytest.raises(InputError) as caught:
        Overrides(**given).checked()
    assert cause in str(caught.value)


def test_the_store_takes_what_front_matter_allows() -> None:
    assert LIMITS["story"] == NAME_LIMIT
    assert LIMITS["outlet"] <= NAME_LIMIT
