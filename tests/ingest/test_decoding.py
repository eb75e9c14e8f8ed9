"""Bytes that are taken, and bytes that are refused with a message that names the file and the cause."""

import pytest

from app.errors import InputError
from app.ingest.decoding import SIZE_LIMIT
from app.ingest.plain_text import read_body, read_text_file

TEXT = "Feuer in Köln\n\nEin Feuer ist in Köln ausgebrochen – Häuser wurden geräumt.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_read_alike(encoding: str) -> None:
    item = read_text_file(TEXT.encode(encoding), "fire.txt")
    assert item.content == read_text_file(TEXT.encode(), "fire.txt").content
    assert item.warnings == ()


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_western_bytes_are_read_with_a_warning(encoding: str) -> None:
    item = read_text_file(TEXT.replace("–", "und").encode(encoding), "fire.txt")
    assert item.content.title == "Feuer in Köln"
    assert "not UTF-8" in item.warnings[0]


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"", "empty"),
        (b" \n\t\n", "no sentence"),
        (b"123 456", "no sentence"),
        (b"\x7fELF\x02 abc", "a program"),
        (b"%PDF-1.7 abc", "a PDF"),
        (b"ab\x00c", "NUL"),
        (b"\x00" * 1000, "NUL"),
        ("Köln Köln Köln".encode() + b"\xff", "damaged UTF-8"),
        (b"\xff\xfea", "UTF-16"),
        (b"\x01\x02\x03abc", "control characters"),
        (b"<!DOCTYPE html><p>Hello", "web page"),
        (bytes(range(128, 256)) * 3, "encoding"),
        (b"a\n" * 20_001, "lines"),
    ],
)
def test_refused(raw: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=f"^odd.txt.*{cause}"):
        read_text_file(raw, "odd.txt")


def test_size_limit_is_exact() -> None:
    assert read_text_file(b"a" * (SIZE_LIMIT - 1) + b".", "big.txt").content.blocks
    with pytest.raises(InputError, match="larger than 5,000,000 bytes"):
        read_text_file(b"a" * (SIZE_LIMIT + 1), "big.txt")


def test_white_space_of_megabytes_is_read_at_once() -> None:
    assert read_text_file(b"a" + b" " * 4_000_000 + b"b.", "wide.txt").content.blocks


@pytest.mark.parametrize(
    ("text", "is_sentence"),
    [
        ("Harbour", False),
        ("Harbour closed", False),
        ("Harbour\n\nclosed 12:30", False),
        ("Harbour.txt", False),
        ("12. Harbour", False),
        ("Harbour.", True),
        ("Closed?”", True),
        ("Harbour closed today", True),
        ("12.30: Harbour closed – today", True),
        ("Порт", False),
        ("Порт закрыт сегодня", True),
        ("الميناء", False),
        ("هل أغلق؟", True),
        ("बंदरगाह", False),
        ("बंदरगाह बंद।", True),
        ("港口", False),
        ("港口关闭", False),
        ("港口今天关闭", True),
        ("港。", True),
        ("コンテナ", False),
        ("港が閉鎖された", True),
        ("ท่าเรือ", False),
        ("ท่าเรือปิดให้บริการ", True),
    ],
)
def test_a_file_needs_a_sentence_but_a_titled_text_only_a_letter(text: str, is_sentence: bool) -> None:
    if is_sentence:
        assert read_text_file(text.encode(), "note.txt").content.blocks
    else:
        with pytest.raises(InputError, match=r"^note\.txt: there is no sentence in it"):
            read_text_file(text.encode(), "note.txt")
    assert read_text_file(f"---\ntitle: Now\n---\n{text}".encode(), "note.txt").content.title == "Now"
    assert read_body(text, "Now").blocks
    assert read_body(text, None).blocks


@pytest.mark.parametrize(
    ("odd", "read", "left_out"),
    [("\x07", "", 1), ("\x80\x9f", "", 2), ("\x9b\x7f", "", 2), ("\x85", "\n\n", 0), ("\xa0", "\xa0", 0)],
)
def test_control_characters_are_left_out_and_counted(odd: str, read: str, left_out: int) -> None:
    first, second = f"The ferry {'came in late ' * 40}on Friday.", "It had engine trouble."
    item = read_text_file(f"{first}{odd}{second}".encode(), "ferry.txt")
    assert item.content.body() == f"{first}{read}{second}"
    told = (f"ferry.txt: {left_out} control characters were left out.",)
    assert item.warnings == (told if left_out else ())


def test_a_given_title_makes_the_text_the_body() -> None:
    content = read_body("By Anna Berg\n\nOne line\r\nand another.\n\n \nReuters", "A title")
    assert content.title == "A title"
    assert [(b.kind, b.text) for b in content.blocks] == [
        ("paragraph", "By Anna Berg"),
        ("paragraph", "One line\nand another."),
        ("paragraph", "Reuters"),
    ]


@pytest.mark.parametrize("text", ["", "12", "a\x00b", "a\ud800b"])
def test_body_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_body(text, None)
