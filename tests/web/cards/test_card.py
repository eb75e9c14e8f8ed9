"""What stands on a card."""

import pytest

from app.compare.anchors import anchors
from app.errors import NotFoundError
from app.text.content import Block, Content
from app.web.cards.card import ALT_LENGTH, Card, Half, card_alt, card_of
from app.web.formats.subject import Compared

OLD = "The ferry ran aground late on Friday. Tugs freed 211 passengers at dawn. The captain wept. An inquiry has begun."
NEW = "The ferry ran aground late on Friday. Tugs freed 212 passengers at dawn. An inquiry has begun. Sailings are off."


def version(text: str, title: str | None = "Ferry aground", outlet: str | None = "The Ledger") -> Content:
    return Content(
        (Block("paragraph", text),), title=title, outlet=outlet, published="2026-05-16", language="en"
    )


REVISED = Compared.of(version(OLD), version(NEW, "Ferry still aground", "Coast Agency"))


def text(half: Half) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in half.passages[0])


def row(side: str, index: int) -> Card:
    document = REVISED.comparison.a if side == "l" else REVISED.comparison.b
    return card_of(REVISED, f"{side}-{anchors(document)[index]}")


def test_the_most_telling_change() -> None:
    card = card_of(REVISED)
    assert card.label == "A figure differs"
    assert text(card.left) == "Tugs freed [211] passengers at dawn."
    assert text(card.right) == "Tugs freed [212] passengers at dawn."
    assert (card.edited, card.statement) == (True, None)
    assert ["".join(piece.text for piece in half.name[0]) for half in (card.left, card.right)] == [
        "The Ledger",
        "Coast Agency",
    ]
    assert [piece.text for piece in card.right.headline[0] if piece.marked] == ["still"]
    assert card.left.date == "16 May 2026"


def test_swapping_the_sides_swaps_the_card() -> None:
    one, other = card_of(REVISED), card_of(Compared.of(REVISED.b, REVISED.a))
    assert (one.left, one.right, one.label) == (other.right, other.left, other.label)


def test_a_row_that_is_edited() -> None:
    for side in "lr":
        assert text(row(side, 1).left) == "Tugs freed [211] passengers at dawn."


def test_a_row_that_is_the_same() -> None:
    card = row("l", 0)
    assert (card.label, card.statement) == ("The same, word for word", None)
    assert text(card.left) == text(card.right) == "The ferry ran aground late on Friday."


@pytest.mark.parametrize(
    ("side", "index", "said", "label", "note"),
    [
        (
            "l",
            2,
            "The captain wept.",
            "Only in \u2068The Ledger\u2069",
            "No counterpart found in \u2068Coast Agency\u2069",
        ),
        (
            "r",
            3,
            "Sailings are off.",
            "Only in \u2068Coast Agency\u2069",
            "No counterpart found in \u2068The Ledger\u2069",
        ),
    ],
)
def test_a_row_that_one_side_has_alone(side: str, index: int, said: str, label: str, note: str) -> None:
    card = row(side, index)
    has, lacks = (card.left, card.right) if side == "l" else (card.right, card.left)
    assert (card.label, text(has), lacks.passages, lacks.note) == (label, said, (), note)


@pytest.mark.parametrize("name", ["l", "l-", "x-aaaaaaaa", "l-aaaaaaaa", "place-r-aaaaaaaa"])
def test_a_row_that_is_not_there(name: str) -> None:
    with pytest.raises(NotFoundError):
        card_of(REVISED, name)


def test_the_same_twice() -> None:
    card = card_of(Compared.of(version(OLD), version(OLD, outlet="Coast Agency")))
    assert (card.statement, card.label) == ("The same, word for word", "")


def test_a_headline_alone() -> None:
    card = card_of(Compared.of(version(OLD, "Ferry aground off Pell"), version(OLD, "Ferry afloat off Pell")))
    assert not card.headlines
    assert (text(card.left), text(card.right)) == ("Ferry [aground] off Pell", "Ferry [afloat] off Pell")


def test_another_headline_is_not_marked_all_over() -> None:
    card = card_of(
        Compared.of(version(OLD, "Ferry aground off Pell"), version(NEW, "An inquiry off Dunmere has begun"))
    )
    assert not any(piece.marked for half in (card.left, card.right) for piece in half.headline[0])


def test_headlines_that_part_late_are_cut_around_what_differs() -> None:
    head = (
        "The long wait of Dunmere for a ferry that nobody had ordered and that nobody wanted to pay for " * 2
    )
    card = card_of(Compared.of(version(OLD, head + "is over"), version(NEW, head + "goes on")))
    for half, said in ((card.left, "is over"), (card.right, "goes on")):
        for passage in half.headline:
            assert said in "".join(piece.text for piece in passage)


@pytest.mark.parametrize(("names"), [(None, None), ("The Ledger", None), ("The Ledger", "The Ledger")])
def test_names_that_tell_nothing_are_not_told(names: tuple[str | None, str | None]) -> None:
    card = card_of(Compared.of(version(OLD, outlet=names[0]), version("Rain fell.", outlet=names[1])))
    assert card.label in {"Only on the left", "Only on the right"}


def test_the_words_that_stand_for_a_card() -> None:
    assert card_alt(card_of(REVISED)) == (
        "A figure differs. The Ledger: Tugs freed 211 passengers at dawn. — Coast Agency: "
        "Tugs freed 212 passengers at dawn."
    )
    assert card_alt(row("r", 3)) == (
        "Only in Coast Agency. The Ledger: No counterpart found in The Ledger — Coast Agency: Sailings are off."
    )
    same = Compared.of(version(OLD), version(OLD, outlet="Coast\u202e Agency"))
    assert card_alt(card_of(same)) == "The Ledger and Coast Agency: the same, word for word"


def test_they_are_short() -> None:
    long = Compared.of(version("Yes, " * 2000 + "she wept."), version("Yes, " * 2000 + "she laughed."))
    alt = card_alt(card_of(long))
    assert "wept" in alt
    assert "laughed" in alt
    assert len(alt) < 2 * ALT_LENGTH + 100
    named = Compared.of(version(OLD, outlet="O" * 9000), version("Rain fell.", outlet="P" * 9000))
    assert len(card_alt(card_of(named))) < 2 * ALT_LENGTH + 200
