"""Words, figures and punctuation marks, with code-point offsets.

What was tried before: splitting at spaces glues punctuation to words, so that an added comma marks a whole word as
changed; Unicode word boundaries (UAX 29) keep runs of Chinese, Japanese and Thai whole or need a dictionary. So:

1. letters with their combining marks form a word, with inner apostrophes:     don't · l'eau · O’Neill
2. a figure keeps its separators and takes letters that follow it:             1,250.5 · 16th · 5km
3. initials with full stops are one word:                                      U.S. · e.g.
4. scripts written without spaces fall into single signs (Han, kana) or        東|京|都 · ก|รุ|ง
   single grapheme clusters (Thai, Lao, Khmer, Burmese)
5. any other visible sign stands alone:                                        “ · — · $ · %
"""

from dataclasses import dataclass

import regex

from app.text.normalize import match_form

_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_LETTER = rf"[[\p{{L}}\p{{M}}]--[{_SPACELESS}]]"
_JOINERS = r"\u00ad\u200c\u200d"
_TOKEN = regex.compile(
    rf"""
    (?:\p{{Lu}}\.){{2,}}                                        # U.S.  J.R.R.
  | \p{{N}}+(?:[.,:’']\p{{N}}+)*{_LETTER}*                       # 1,250.5  16th  10:05
  | [{_SPACELESS}]\p{{M}}*                                      # one sign, or one cluster
  | {_LETTER}[{_LETTER}{_JOINERS}\p{{N}}]*(?:['’ʼ‘`´]{_LETTER}+)*   # don't  l’eau
  | [^\s\x1c-\x1f]                                              # what str.isspace calls a sign
    """,
    regex.VERBOSE | regex.VERSION1,
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words, figures and marks of a text: parallel tuples, one entry each.

    `starts` and `ends` are code-point offsets into the text; `keys` are match forms (see app.text.normalize).
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.keys)


def split_words(text: str) -> Words:
    """Every word, figure and punctuation mark of `text` in order; only white space lies between them."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    prints = [text[start:end] for start, end in spans]
    forms = {one: match_form(one) for one in set(prints)}
    return Words(
        starts=tuple([start for start, _ in spans]),
        ends=tuple([end for _, end in spans]),
        keys=tuple([forms[one] for one in prints]),
    )


def is_word(key: str) -> bool:
    """Whether a key holds a letter or digit; False for punctuation marks and symbols."""
    return any(map(str.isalnum, key))
