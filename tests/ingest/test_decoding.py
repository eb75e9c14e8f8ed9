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
    assert read_text_file(b"a" * SIZE_LIMIT, "big.txt").content.blocks
    with pytest.raises(InputError, match="larger than 5,000,000 bytes"):
        read_text_file(b"a" * (SIZE_LIMIT + 1), "big.txt")


def test_white_space_of_megabytes_is_read_at_once() -> None:
    assert read_text_file(b"a" + b" " * 4_000_000 + b"b", "wide.txt").content.blocks


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
