"""Bytes into text, or a refusal that says why: too large, empty, not text, in an encoding that cannot be told."""

import codecs
from itertools import islice

import regex

from app.errors import InputError

SIZE_LIMIT = 5_000_000
"""Bytes in one file."""
CONTROL_SHARE = 0.01
"""Above this share of control characters a file is taken as binary; below, they are removed with a warning."""

_MAGIC = (
    (b"\x7fELF", "a program"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich text document"),
)
_MARKS = (  # the longer first: UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "shift_jis", "euc_jp",
               "gb18030", "big5", "euc_kr"]  # fmt: skip
_SURE = 0.2
"""charset-normalizer's coherence with a language from which on a guess is taken."""
_CONTROL = regex.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""What is no white space and no line's end among the control characters."""
_WESTERN = frozenset(b"\x85\x91\x92\x93\x94\x96\x97\xa0\xa3\xa7\xab\xb0\xbb\xbf") | frozenset(
    range(0xC0, 0x100)
)
_PAGE = regex.compile(r"\s*(?:<!doctype\s+html|<html[\s>])", regex.IGNORECASE)
_LETTER = regex.compile(r"\p{L}")
_STOP = regex.compile(r"[.!?…؟۔।](?!\w)|[。！？]")
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORDS = regex.compile(
    rf"[\p{{Han}}\p{{Hiragana}}\p{{Katakana}}]{{2}}|[\p{{Thai}}\p{{Lao}}\p{{Khmer}}\p{{Myanmar}}]{{4}}"
    rf"|[\p{{L}}--[{_UNSPACED}]][\p{{L}}\p{{M}}\p{{N}}'’--[{_UNSPACED}]]*+",
    regex.VERSION1,
)
MIN_WORDS = 3
"""Words that make a sentence without a full stop. Where words are not spaced, two signs of Chinese or Japanese count as one,
and four of Thai, Lao, Khmer or Burmese."""


def decode(raw: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file and warnings about its encoding; InputError names the file, the cause and the way out."""
    _refuse_by_size(raw, name)
    _refuse_by_magic(raw, name)
    text, warnings = _read_bytes(raw, name)
    text, removed = _without_controls(text, name)
    require_words(text, name)
    if _PAGE.match(text):
        raise InputError(
            f"{name}: this is a web page, not plain text. Save the article's text alone, without markup."
        )
    return text, warnings + removed


def require_words(text: str, name: str) -> None:
    """InputError when the text holds no letter at all."""
    if not _LETTER.search(text):
        raise InputError(f"{name}: there is no sentence in it. Give it the text of an article.")


def require_sentence(text: str, name: str) -> None:
    """InputError when the text holds no sentence: neither a letter with a sentence's end below it nor `MIN_WORDS` words."""
    require_words(text, name)
    letter = _LETTER.search(text)
    if letter and _STOP.search(text, letter.end()):
        return
    if len(list(islice(_WORDS.finditer(text), MIN_WORDS))) < MIN_WORDS:
        raise InputError(f"{name}: there is no sentence in it. Give it the text of an article.")


def _refuse_by_size(raw: bytes, name: str) -> None:
    if not raw:
        raise InputError(f"{name}: the file is empty. Give it the text of an article.")
    if len(raw) > SIZE_LIMIT:
        raise InputError(f"{name}: larger than {SIZE_LIMIT:,} bytes, the limit for one article. Split it.")


def _refuse_by_magic(raw: bytes, name: str) -> None:
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise InputError(f"{name}: this is {what}, not plain text. Save the article as UTF-8 text.")


def _read_bytes(raw: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _read_marked(raw[len(mark) :], encoding, name), ()
    if b"\x00" in raw:
        raise InputError(
            f"{name}: there are NUL bytes in it, so it is not plain text. Save the article as UTF-8 text."
        )
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _guess(raw, name, error.start)


def _read_marked(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: marked as {encoding.upper()}, but byte {error.start} is not. Save it as UTF-8."
        ) from error


def _guess(raw: bytes, name: str, position: int) -> tuple[str, tuple[str, ...]]:
    """A text that is not UTF-8: a confident guess with a warning, or a refusal.

    A file that is UTF-8 nearly everywhere is a damaged one: read in another encoding, all its quotes and accents would
    turn into signs that nobody wrote.
    """
    lenient = raw.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    if sum(1 for sign in lenient if sign > "\x7f") - broken > broken:
        raise InputError(
            f"{name}: damaged UTF-8, byte {position} cannot be read. Save the article again as UTF-8."
        )
    encoding = _likely_encoding(raw)
    if encoding is None:
        raise InputError(
            f"{name}: not UTF-8 (byte {position}), and the encoding cannot be told. Save it as UTF-8."
        )
    text = raw.decode(encoding)
    return text, (f"{name} is not UTF-8; read as {encoding}. If signs look wrong, save it as UTF-8.",)


def _likely_encoding(raw: bytes) -> str | None:
    high = [byte for byte in raw if byte > 0x7F]
    # One sign in eight at most, all of them Western letters or typographic marks: a Western text with accents.
    if len(high) * 8 < len(raw) and _WESTERN.issuperset(high):
        return "cp1252"
    from charset_normalizer import from_bytes  # nearly all files are in UTF-8

    best = from_bytes(raw[:100_000], cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    if best is None or best.coherence < _SURE:
        return None
    try:
        raw.decode(best.encoding)
    except UnicodeDecodeError:
        return None
    return best.encoding


def _without_controls(text: str, name: str) -> tuple[str, tuple[str, ...]]:
    if "\x00" in text:
        raise InputError(
            f"{name}: there are NUL characters in it, so it is not plain text. Save it as UTF-8 text."
        )
    clean, count = _CONTROL.subn("", text)
    if count > CONTROL_SHARE * len(text):
        raise InputError(
            f"{name}: full of control characters, so it is not plain text. Save it as UTF-8 text."
        )
    return clean, (f"{name}: {count} control characters were left out.",) if count else ()
