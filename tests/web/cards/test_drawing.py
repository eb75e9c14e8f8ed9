"""Cards as pictures."""

import os
import subprocess
import sys
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from app.text.content import Block, Content
from app.web.cards.card import HEIGHT, WIDTH, Card, card_alt, card_of
from app.web.cards.drawing import NO_FACE, UNSEEN_SHARE, as_data, draw
from app.web.cards.faces import fonts, missing, stack
from app.web.formats.subject import Compared
from tests.web.cards.scripts import REPORTS, compared, text_of

BLUE, ORANGE = (202, 223, 244), (248, 217, 179)
"""The colours under what was cut and what was added."""
LEFT, RIGHT = (0, 210, 600, 540), (600, 210, 1200, 540)
"""Where the passages stand, in pixels."""


def of(a: str, b: str, **fields: str) -> Card:
    left, right = (Content((Block("paragraph", text),), language="en", **fields) for text in (a, b))
    return card_of(Compared.of(left, right))


def opened(png: bytes) -> Image.Image:
    with Image.open(BytesIO(png)) as picture:
        assert picture.size == (WIDTH, HEIGHT)
        return picture.convert("RGB")


def count(picture: Image.Image, box: tuple[int, int, int, int], colour: tuple[int, int, int]) -> int:
    """Pixels of a colour, or one that nobody can tell from it."""
    found = picture.crop(box).getcolors(WIDTH * HEIGHT)
    assert found
    near = [
        n
        for n, one in found
        if isinstance(one, tuple) and max(abs(x - y) for x, y in zip(one, colour, strict=True)) < 9
    ]
    return sum(near)


@pytest.mark.parametrize("language", REPORTS)
def test_every_script_is_there_and_marked(language: str) -> None:
    assert not missing(text_of(language))
    picture = opened(draw(card_of(compared(language))))
    for box, own, other in ((LEFT, BLUE, ORANGE), (RIGHT, ORANGE, BLUE)):
        assert count(picture, box, own) > 500
        assert count(picture, box, other) == 0
        assert sum(count(picture, box, (grey, grey, grey)) for grey in (28, 45)) > 300


@pytest.mark.parametrize("language", ["en", "ar", "ja"])
def test_a_picture_says_in_words_what_it_shows(language: str) -> None:
    card = card_of(compared(language))
    with Image.open(BytesIO(draw(card))) as picture:
        assert picture.info["Description"] == card_alt(card)


@pytest.mark.parametrize("language", REPORTS)
def test_every_face_is_one_that_is_packed(language: str) -> None:
    assert set(stack(text_of(language), language)) <= set(fonts().families())


def test_what_runs_to_the_left_begins_at_the_right() -> None:
    data = {language: as_data(card_of(compared(language)))["left"]["body"]["rtl"] for language in REPORTS}
    assert {language for language, left in data.items() if left} == {"ar", "fa", "he"}


def test_the_same_bytes_in_another_process() -> None:
    code = (
        "from tests.web.cards.scripts import compared; from app.web.cards.card import card_of; "
        "from app.web.cards.drawing import draw; from hashlib import sha256; "
        "print(sha256(draw(card_of(compared('ja'))) + draw(card_of(compared('ar')))).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in "12"
    }
    here = draw(card_of(compared("ja"))) + draw(card_of(compared("ar")))
    assert seen == {sha256(here).hexdigest()}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("", ""),
        ("x" * 10_000, "x" * 9_999),
        ("The tug sank. " + "W" * 24, "The tug rose. " + "M" * 16),
        ("The t" + "\u0301\u0302" * 500 + "ug sank.", "The tug rose."),
        ("The \u202etug\u202c sank \u2066at dawn.", "The \u202etug\u202c rose \u2066at dawn."),
        ("The tug 😀 sank 👩‍👩‍👧 at dawn 🇩🇪.", "The tug 😀 rose 👩‍👩‍👧 at dawn 🇩🇪 #️⃣."),
        ("The\x00 tug \x1bsank \ud800 at dawn.", "The\x00 tug \x1brose \ud800 at dawn."),
        ('#panic("a") $x^2$ `raw` *b* <l> @ref \\ // c', '#panic("b") $x^2$ `raw` *b* <l> @ref \\ // c'),
        ("word " * 50_000 + "sank.", "word " * 50_000 + "rose."),
    ],
)
def test_no_text_is_too_much(a: str, b: str) -> None:
    opened(draw(of(a, b, title="A" * 3000, outlet="O" * 3000)))
    opened(draw(of(a, b, outlet=a[:500] or "x")))


def test_a_passage_that_cannot_be_shown_says_so() -> None:
    def body(text: str) -> str:
        shown = as_data(of(text, "Rain fell."))["left"]["body"]["passages"]
        return "".join(piece["text"] for piece in shown[0])

    seen = "abcdefghi" * 10
    few = seen[: round(90 * (1 - UNSEEN_SHARE) / 0.9)] + "ᚠ" * 10
    assert body(few).startswith("abc")
    assert body(few + "ᚠ") == NO_FACE


def test_what_was_cut_is_struck_through_but_not_where_that_makes_another_sign() -> None:
    """A line through a Han two makes a three."""
    assert not as_data(card_of(compared("en")))["left"]["body"]["eastern"]
    assert as_data(card_of(compared("zh")))["left"]["body"]["eastern"]


@pytest.mark.parametrize(
    ("cut", "put", "fine"),
    [("4", "9", True), ("$4m", "$9m", True), ("211", "212", True), ("an", "no", True), ("the", "all", False)],
)
def test_a_figure_or_a_letter_or_two_is_not_struck_through(cut: str, put: str, fine: bool) -> None:
    """A line through a 4 runs along its own bar."""
    left = as_data(of(f"Tugs freed {cut} passengers.", f"Tugs freed {put} passengers."))["left"]["body"]
    assert [piece["fine"] for piece in left["passages"][0] if piece["marked"]] == [fine]


@pytest.mark.parametrize(("cut", "rows"), [("444", 0), ("four", 1)])
def test_a_line_through_is_a_whole_row_of_its_colour(cut: str, rows: int) -> None:
    picture = opened(draw(of(f"Tugs freed {cut} men.", "Tugs freed nine men.")))
    strong = (27, 82, 137)
    below_the_head = picture.crop((LEFT[0], 240, LEFT[2], LEFT[3]))
    lines = [
        y
        for y in range(below_the_head.height)
        if longest_run(below_the_head, y, strong) > 40  # the dashes of a dashed line are shorter
    ]
    assert bool(lines) == bool(rows)


def longest_run(picture: Image.Image, y: int, colour: tuple[int, int, int]) -> int:
    longest = run = 0
    for x in range(picture.width):
        run = run + 1 if picture.getpixel((x, y)) == colour else 0
        longest = max(longest, run)
    return longest


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "Source Serif 4"),
        ("el", "Source Serif 4"),
        ("ru", "Source Serif 4"),
        ("ar", "Noto Sans"),
        ("ja", "Noto Sans CJK JP"),
        ("ko", "Noto Sans CJK KR"),
        ("zh", "Noto Sans CJK SC"),
        ("zh-Hant", "Noto Sans CJK TC"),
    ],
)
def test_faces_by_script_and_language(language: str, first: str) -> None:
    assert stack(text_of(language), language)[0] == first
