"""A base text with the readings of others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.engine import compare
from app.compare.story.readings import STEPS, Reading, read_against, scale, worded
from app.text.document import Document
from tests.compare.comparison_texts import document, documents

BASE = """The harbour gate jammed at 11:42 p.m. on Friday with the tide still rising.

Three people were killed in the old town.

The mayor thanked every volunteer who had come to help."""
STUCK = """The harbour gate stuck at 11:42 p.m. on Friday with the tide still rising.

Three people were killed in the old town."""
STUCK_TOO = """Officials were asked to resign on Monday by the council.

The harbour gate stuck at 11:42 p.m. on Friday with the tide still rising.

Three elderly people were killed in the old town."""
CAPITALS = """The Harbour Gate jammed at 11:42 p.m. on Friday with the tide still rising."""


def read(base: str, *others: str, language: str = "en") -> tuple[Document, tuple[Reading, ...]]:
    one = document(base, language=language)
    return one, read_against(
        one, {at: compare(one, document(other, language=language)) for at, other in enumerate(others)}
    )


def warm(base: Document, reading: Reading) -> str:
    """The sentence with the number of versions before every part that some have differently."""
    return "".join(
        f"[{one.versions}|{base.text[one.start : one.end]}]"
        if one.versions
        else base.text[one.start : one.end]
        for one in reading.heats
    )


def who(reading: Reading) -> tuple[list[int], list[list[int]], list[int]]:
    """Who says the same, who says it how, and who does not."""
    variants = [[reader.version for reader in variant.readers] for variant in reading.variants]
    return [reader.version for reader in reading.same], variants, list(reading.absent)


def test_words_count_the_versions_that_have_others() -> None:
    base, readings = read(BASE, STUCK, STUCK_TOO, CAPITALS)
    assert warm(base, readings[0]) == (
        "The harbour gate [2|jammed] at 11:42 p.m. on Friday with the tide still rising."
    )
    assert who(readings[0]) == ([2], [[0, 1]], [])
    assert warm(base, readings[1]) == "Three [1|]people were killed in the old town."
    assert who(readings[1]) == ([0], [[1]], [2])
    assert who(readings[2]) == ([], [], [0, 1, 2])
    assert [one.differing for one in readings] == [2, 1, 0]


def test_a_reworded_sentence_counts_as_a_whole_and_marks_no_words() -> None:
    base, readings = read(BASE, "In the old town, the flood cost three people their lives.", STUCK)
    assert warm(base, readings[1]) == base.sentence_text(1)
    assert [variant.kind for variant in readings[1].variants] == ["reworded"]
    assert readings[1].differing == 1


def test_what_others_edit_is_seen_beside_what_others_reword() -> None:
    reworded = "In the old town, the flood cost three people their lives."
    base, readings = read(BASE, reworded, BASE.replace("Three people", "Four people"))
    assert warm(base, readings[1]) == "[1|Three] people were killed in the old town."
    assert readings[1].differing == 2


def test_a_reading_of_several_sentences_counts_where_it_differs() -> None:
    base, readings = read(
        "The gate jammed at the height of the storm on Friday. The tide was still rising in the harbour.",
        "The gate jammed at the height of the storm on Friday, and the tide was still falling in the harbour.",
    )
    texts = [warm(base, one) for one in readings]
    assert "[1|rising]" in texts[1]
    assert "storm on" in texts[0]
    assert all(variant.readers[0].link.a == (0, 1) for one in readings for variant in one.variants)


def test_chinese() -> None:
    base, readings = read("渡轮周五晚间在佩尔角附近搁浅。", "渡轮周五深夜在佩尔角附近搁浅。", language="zh")
    assert warm(base, readings[0]) == "渡轮周五[1|晚间]在佩尔角附近搁浅。"


def test_no_others_and_no_text() -> None:
    base, readings = read(BASE)
    assert [warm(base, one) for one in readings] == [base.sentence_text(k) for k in range(3)]
    assert read("", STUCK)[1] == ()
    assert [who(one) for one in read(BASE, "")[1]] == [([], [], [0])] * 3


@settings(max_examples=40)
@given(documents, st.lists(documents, min_size=1, max_size=3))
def test_every_version_is_counted_once_and_heats_cover_the_sentence(
    base: Document, others: list[Document]
) -> None:
    readings = read_against(base, {at: compare(base, other) for at, other in enumerate(others)})
    for sentence, reading in enumerate(readings):
        same, variants, absent = who(reading)
        assert sorted([*same, *absent, *[one for group in variants for one in group]]) == list(
            range(len(others))
        )
        assert "".join(base.text[one.start : one.end] for one in reading.heats) == base.sentence_text(
            sentence
        )
        most = max((one.versions for one in reading.heats), default=0)
        edited = sum(len(variant.readers) for variant in reading.variants if variant.kind == "edited")
        assert (most > 0) == (edited > 0)
        assert most <= edited


@settings(max_examples=30)
@given(documents, st.lists(documents, min_size=3, max_size=3), st.permutations(range(3)))
def test_another_order_changes_only_the_order(
    base: Document, others: list[Document], order: list[int]
) -> None:
    one = read_against(base, {at: compare(base, other) for at, other in enumerate(others)})
    turned = read_against(base, {at: compare(base, others[order[at]]) for at in range(3)})
    for first, second in zip(one, turned, strict=True):
        assert first.heats == second.heats
        same, variants, absent = who(second)
        assert [sorted(order[at] for at in same), sorted(sorted(order[at] for at in group) for group in variants),
                sorted(order[at] for at in absent)] == [who(first)[0], sorted(who(first)[1]), who(first)[2]]  # fmt: skip


def in_one_line(base: str, other: str) -> str:
    """Every link in brackets, what it cuts in [- -], what it adds in {+ +}."""
    comparison = compare(document(base), document(other))
    made = ""
    for link in comparison.links:
        for kind, start, end in worded(comparison, link):
            text = (comparison.a if kind == "cut" else comparison.b).text[start:end]
            made += {"same": text, "cut": f"[-{text}-]", "added": f"{{+{text}+}}"}[kind]
    return made


@pytest.mark.parametrize(
    ("base", "other", "expected"),
    [
        (
            "The gate jammed at 11:42 p.m. on Friday with the tide rising.",
            "The gate stuck at 11:42 p.m. on Friday with the spring tide rising.",
            "The gate [-jammed-]{+stuck+} at 11:42 p.m. on Friday with the {+spring +}tide rising.",
        ),
        (
            "The gate jammed at 11:42 p.m. on Friday, officials said.",
            "The Gate jammed at 11:42 p.m. on Friday.",
            "The Gate jammed at 11:42 p.m. on Friday[-, officials said-].",
        ),
        (
            "Three people were killed in the old town.",
            "In the old town, the flood cost three people their lives.",
            "In the old town, the flood cost three people their lives.",
        ),
    ],
)
def test_a_wording_in_one_line(base: str, other: str, expected: str) -> None:
    assert in_one_line(base, other) == expected


@pytest.mark.parametrize("versions", range(50))
def test_the_scale_holds_every_count_once(versions: int) -> None:
    steps = scale(versions)
    assert [count for step in steps for count in step] == list(range(1, versions + 1))
    assert len(steps) == min(versions, STEPS)
    assert all(len(step) for step in steps)
