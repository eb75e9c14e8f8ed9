"""Which passages between quotation marks are no utterances: terms, nicknames, titles held up with marks.

1. of one or two words, unless a whole utterance is that short   “Never,” she said · the “dual-use” parts
2. of up to four after a word that names                         the so-called “war of the buns”
3. of up to four before what is called so                        a “pay as you go” policy
4. of capitalised words throughout: a title or a name            “The Long Way Home”
"""

from bisect import bisect_left, bisect_right

from app.compare.quotes.marks import Marked
from app.compare.quotes.speech import speech_of, word_set
from app.text.document import Document

FEW, SEVERAL = 2, 4
"""Words of a term, and of one that is called so."""
HAN_WORD = 2
"""Signs of Han or kana that make a word, roughly."""
_SMALL = 4
"""Letters below which a word of a title may be without a capital."""
_CALLED_SO = word_set(
    "policy partnership program programme rule law doctrine campaign movement slogan principle"
    " strategy approach rally tour label culture provision clause bill tax list scheme initiative"
    " politik strategie prinzip regel gesetz"
)
_LITTLE = word_set("with from into over upon dans avec pour della delle degli para")
_STOPS = frozenset(",.!?…，。！？")


def is_scare(document: Document, passage: Marked, text: str) -> bool:
    """Whether a passage holds up a term rather than to quote what somebody said."""
    words = document.words
    first = bisect_left(words.starts, passage.start)
    last = bisect_left(words.starts, passage.end)
    keys = [key for key in words.keys[first:last] if any(map(str.isalnum, key))]
    count = _count(keys)
    if count <= FEW:
        return not _is_answer(document, first, last, text)
    if _is_title(text):
        return True
    if count <= SEVERAL and last + 1 < len(words) and words.keys[last + 1] in _CALLED_SO:
        return True
    at = first - 2
    if at > 0 and words.keys[at] in {"as", "the", "a"}:
        at -= 1
    return count <= SEVERAL and at >= 0 and words.keys[at] in speech_of(document.language).called


def _count(keys: list[str]) -> int:
    """Words, where signs of scripts without spaces make one together."""
    single = sum(len(key) == 1 and ord(key) > 0x2E7F for key in keys)
    return len(keys) - single + (single + HAN_WORD - 1) // HAN_WORD


def _is_answer(document: Document, first: int, last: int, text: str) -> bool:
    """Whether words so few are all that somebody said.

    A stop ends them, and their sentence has nothing else, or begins with them and goes on with a verb of speech, or has
    the verb and a colon or comma before them.
    """
    outside = document.words.keys[last + 1 : last + 2]
    if text[-1] not in _STOPS and outside not in ((",",), ("，",), ("-",)):
        return False
    keys, verbs = document.words.keys, speech_of(document.language).verbs
    at = bisect_right(document.sentences, first, key=lambda one: one.first_word) - 1
    sentence = document.sentences[at] if at >= 0 else None
    if sentence and sentence.first_word >= first - 1:
        if sentence.last_word <= last + 1:
            return True
        return any(key in verbs for key in keys[last + 1 : last + 9])
    return keys[first - 2] in {",", ":", "："} and any(
        key in verbs for key in keys[max(0, first - 5) : first - 2]
    )


def _is_title(text: str) -> bool:
    """Whether every longer word has a capital, and no stop ends the passage."""
    if text[-1] in "!?…":
        return False
    words = [word.strip(".,:;’'\"()") for word in text.split()]
    long = [word for word in words if len(word) >= _SMALL and word not in _LITTLE]
    return (
        len(words) > 1
        and len(long) > 1
        and all(word[0].isupper() or word[0].isdigit() for word in [words[0], *long])
    )
