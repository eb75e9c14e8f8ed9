"""Names that a version prints: found by their capitals, without titles, each short form with the full one it stands for."""

import re
from collections import defaultdict
from typing import NamedTuple

from app.compare.quotes.speech import DAYS, NO_PERSON, OPENERS, ROLES, is_title, speech_of, word_set
from app.text.document import Document
from app.text.rarity import word_rarity

_PARTICLES = word_set("de da di du del della der den van von bin ibn al el la le dos das ter ten zu af av y")
_POSSESSIVE = ("'s", "s'")
_ADJECTIVAL = (
    "ian",
    "ean",
    "ish",
    "ese",
    "ern",
    "rican",
    "french",
    "german",
    "dutch",
    "greek",
    "ic",
    "ional",
)
_ELIDED = re.compile(r"[LDQ]u?['’](?=[a-zà-ÿ])")
"""An article before a noun without a capital of its own: “L’ingénieur”."""
_LIKE = 2
"""Letters that two first names share where one is short for the other."""
MOST_WORDS = 6
"""Words of the longest name."""
COMMON, FUNCTIONAL = 0.45, 0.3
"""Rarity (app.text.rarity) below which a capital at the head of a sentence makes no name; with another beside it."""


class Name(NamedTuple):
    """A name, as the words and marks `[first, last)` of a document; `text` is without titles before it.

    `run` is where the capitals before it begin, titles included. `possessive`: it ends in 's; `titled`: a title stands
    before it; `modifies`: a noun without a capital follows, of which it is a part (“the Norland leader”).
    """

    text: str
    run: int
    first: int
    last: int
    possessive: bool
    titled: bool
    modifies: bool


class Names:
    """The names of a document, in order, and which full name a short one stands for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.keys = document.words.keys
        self._heads = {sentence.first_word for sentence in document.sentences}
        words = document.words
        capital = [one[:1].isupper() and not _ELIDED.match(one) for one in words.prints]
        self._capital = list(map(capital.__getitem__, words.print_of.tolist()))
        self._small = {form for form, one in zip(words.forms, capital, strict=True) if not one}
        self._capitals = [word for word, one in enumerate(self._capital) if one]
        self._shown = {self.keys[word] for word in self._capitals if word not in self._heads}
        self._speech = speech_of(document.language)
        self._english = document.language.startswith("en")
        self._german = document.language.startswith("de")
        self.found = self._all()
        self._persons = {name.text for name in self.found if name.titled}
        self._full = self._by_part()

    def at(self, first: int, limit: int) -> Name | None:
        """The name that begins at a word, if one does; it ends before the word `limit`."""
        if first >= limit or not self._capital[first] or (first in self._heads and self._is_common(first)):
            return None
        last = self._end(first, min(limit, first + 2 * MOST_WORDS))
        begin, titled = self._without_titles(first, last)
        if titled and not NO_PERSON.isdisjoint(self.keys[begin:last]):
            begin, titled = first, False  # the Westmark Democratic Committee is no committee with a title
        if begin >= last or self.keys[begin] in DAYS:
            return None
        return self._name(first, begin, last, titled)

    def full(self, name: str) -> str:
        """The fullest form of a name in the document, where only one is possible."""
        options = sorted(self._full.get(name.casefold(), ()), key=lambda one: (-len(one), one))
        if name in self._persons:
            options = [one for one in options if NO_PERSON.isdisjoint(one.lower().split())]
        if not options:
            return name
        first, last = options[0].split()[0], options[0].split()[-1]
        same = all(
            one in options[0] or (one.split()[-1] == last and one.startswith(first[:_LIKE]))
            for one in options
        )
        return options[0] if same else name

    def is_person(self, name: Name) -> bool:
        """Whether a name is likely to be a person's: of two words and no institution's, or with a title."""
        full = self.full(name.text)
        words = full.lower().split()
        return (
            (name.text in self._persons or len(words) > 1)
            and NO_PERSON.isdisjoint(words)
            and full[:1].isupper()
        )

    def _is_common(self, word: int) -> bool:
        key = self.keys[word]
        if is_title(key) or (key in self._shown and key not in self._small):
            return False
        if key in self._small or key in OPENERS or (self._english and key.endswith("ing")):
            return True
        leads = word + 1 < len(self.keys) and self._capital[word + 1]
        return word_rarity((key,), self.document.language)[0] < (FUNCTIONAL if leads else COMMON)

    def _end(self, first: int, limit: int) -> int:
        """One past the last word of the capitalised run that begins at `first`."""
        last = first + 1
        while last < limit and not self.keys[last - 1].endswith(_POSSESSIVE) and last not in self._heads:
            key = self.keys[last]
            if (self._capital[last] and key not in DAYS) or (
                key == "."
                and (is_title(self.keys[last - 1]) or len(self.keys[last - 1]) == 1)
                and self._then(last, limit)
            ):
                last += 1
            elif key in {"-", "."} and self._glued(last) and last + 1 < limit:
                last += 2
            elif key in _PARTICLES and self._then(last, limit):
                last += 2 if self._capital[last + 1] else 3
            elif key == "of" and is_title(self.keys[last - 1]) and self._then(last, limit):
                last += 2
            else:
                break
        return min(last, limit)

    def _then(self, word: int, limit: int) -> bool:
        """Whether a capital follows a word, perhaps after one particle."""
        if word + 1 >= limit:
            return False
        if self._capital[word + 1]:
            return True
        return self.keys[word + 1] in _PARTICLES and word + 2 < limit and self._capital[word + 2]

    def _glued(self, word: int) -> bool:
        words = self.document.words
        return (
            word + 1 < len(words)
            and words.ends[word - 1] == words.starts[word]
            and words.ends[word] == words.starts[word + 1]
            and self.keys[word] == "-"
        )

    def _without_titles(self, first: int, last: int) -> tuple[int, bool]:
        """Where the name begins within a capitalised run, and whether a title stands before it."""
        begin = first
        for word in range(first, last - 1):
            if not is_title(self.keys[word]):
                continue
            begin = word + 1
            if self.keys[begin] == "of":
                begin += 2
            elif self.keys[begin] in {".", "-"}:
                begin += 1
        if begin < last and is_title(self.keys[last - 1]):
            return last, True
        if begin == first and self._german and last - first > 2 and "-" not in self.keys[first:last]:
            begin = last - 2 if self.keys[last - 2] not in _PARTICLES else begin
        return begin, begin > first

    def _name(self, run: int, first: int, last: int, titled: bool) -> Name:
        words = self.document.words
        possessive = self.keys[last - 1].endswith(_POSSESSIVE)
        text = self.document.text[words.starts[first] : words.ends[last - 1]]
        return Name(
            text[:-2] if possessive else text, run, first, last, possessive, titled, self._modifies(last)
        )

    def _modifies(self, last: int) -> bool:
        """Whether a noun without a capital follows a name that ends before the word `last`."""
        if last >= len(self.keys) or self._capital[last] or self._german:
            return False
        key = self.keys[last]
        if key in ROLES or key in self._speech.bodies:
            return True
        adjective = self.keys[last - 1].endswith(_ADJECTIVAL) and key.isalpha()
        return adjective and not (
            key in self._speech.verbs or key in self._speech.helpers or key in self._speech.before_object
        )

    def _all(self) -> list[Name]:
        found: list[Name] = []
        for word in self._capitals:
            if not found or word >= found[-1].last:
                name = self.at(word, len(self.keys))
                if name:
                    found.append(name)
        return found

    def _by_part(self) -> dict[str, set[str]]:
        """The full names that hold a word as their first or last, or end in several."""
        full: defaultdict[str, set[str]] = defaultdict(set)
        for text in dict.fromkeys(name.text for name in self.found):
            parts = text.split()
            if 1 < len(parts) <= 4 and parts[0].casefold() not in self._small and "." not in parts[0][-1:]:
                if NO_PERSON.isdisjoint(text.lower().split()):
                    full[parts[0].casefold()].add(text)
                for at in range(1, len(parts)):
                    full[" ".join(parts[at:]).casefold()].add(text)
        return full
