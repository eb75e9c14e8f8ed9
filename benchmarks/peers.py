"""What people would use instead: libraries that mark the words or characters in which two texts differ, and nothing more."""

import difflib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import cydifflib
import fast_diff_match_patch
from rapidfuzz.distance import LCSseq
from redlines import Redlines

from app.compare.engine import compare
from app.text.content import Content
from app.text.document import read_document

_WORD = re.compile(r"\w+|\W+")


@dataclass(frozen=True, slots=True)
class Method:
    """A way to compare two texts; `seconds` does it once and tells how long it took."""

    name: str
    does: str
    seconds: Callable[[Content, Content], float]


def _timed(work: Callable[[Content, Content], object]) -> Callable[[Content, Content], float]:
    def seconds(a: Content, b: Content) -> float:
        start = time.perf_counter()
        work(a, b)
        return time.perf_counter() - start

    return seconds


def whole(a: Content, b: Content) -> object:
    """Everything: sentences, alignment, word changes, moves, reuse, summary."""
    return compare(read_document(a), read_document(b))


def _tokens(text: str) -> list[str]:
    """Words and what stands between them: as opcodes need them to give the text back, spaces and marks included."""
    return _WORD.findall(text)


def _difflib(a: Content, b: Content) -> object:
    return difflib.SequenceMatcher(None, _tokens(a.body()), _tokens(b.body()), autojunk=False).get_opcodes()


def _cydifflib(a: Content, b: Content) -> object:
    return cydifflib.SequenceMatcher(None, _tokens(a.body()), _tokens(b.body()), autojunk=False).get_opcodes()


def _cydifflib_bare(a: Content, b: Content) -> object:
    """Without the spaces, which are what costs it most, for they match everywhere."""
    return cydifflib.SequenceMatcher(None, a.body().split(), b.body().split(), autojunk=False).get_opcodes()


def _rapidfuzz(a: Content, b: Content) -> object:
    return LCSseq.opcodes(_tokens(a.body()), _tokens(b.body()))


def _diff_match_patch(a: Content, b: Content) -> object:
    return fast_diff_match_patch.diff(a.body(), b.body(), timelimit=0, cleanup="Semantic", counts_only=False)


def _redlines(a: Content, b: Content) -> object:
    return Redlines(a.body(), b.body()).output_markdown


VARIORUM = Method("Variorum", "sentences, alignment, changes, moves, reuse, summary", _timed(whole))
PEERS = (
    Method("cydifflib", "opcodes of words and what is between", _timed(_cydifflib)),
    Method("cydifflib, split at spaces", "opcodes of words, without the spaces", _timed(_cydifflib_bare)),
    Method("difflib", "opcodes of words and what is between", _timed(_difflib)),
    Method("rapidfuzz LCSseq", "opcodes of words and what is between", _timed(_rapidfuzz)),
    Method("fast-diff-match-patch, semantic", "characters, semantic clean-up", _timed(_diff_match_patch)),
    Method("redlines", "marks words", _timed(_redlines)),
)
