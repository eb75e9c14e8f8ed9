"""Who speaks, read off the words before or after a verb of speech: a name, a pronoun, or a noun for what can speak."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from app.compare.quotes.names import Name, Names
from app.compare.quotes.speech import Speech, word_set
from app.text.document import Document
from app.text.words import is_word

SENTENCES_BACK = 3
"""How far back, in sentences, a pronoun is followed."""
NEAR = 8
"""Words between a verb of speech and who speaks."""
UNNAMED = ""
"""Stands for somebody who speaks, but is not named safely."""
_ENDS = frozenset("!?;。")
_ARTICLES = word_set(
    "the a an der die das ein eine le la les un une el los las il lo i o os as het de its his her their both"
)
_AND = word_set("and und et y e и en och")
_RELATIVE = word_set("who which qui que che die der das")
_JOINT = word_set("joint gemeinsame gemeinsamen")


class Subjects:
    """Reads the subjects of one document's verbs of speech.

    `spoke` is who speaks in a sentence, by index, so far; `held` says of every word whether quotation marks hold it.
    """

    def __init__(
        self, document: Document, names: Names, speech: Speech, spoke: dict[int, str], held: Sequence[int]
    ) -> None:
        self.held = held
        self.document, self.names, self.speech, self.spoke = document, names, speech, spoke
        self.keys, self.starts, self.ends = document.words.keys, document.words.starts, document.words.ends

    def after(self, word: int, last: int) -> str | None:
        """Who is named from a word on, after a verb of speech; None where nobody is."""
        body = None
        at = word
        while at < min(last, word + NEAR):
            key = self.keys[at]
            pronoun = self.pronoun(at)
            if pronoun is not None:
                return pronoun if at <= word + 2 else body
            name = self.names.at(at, last)
            if name and not name.possessive and not name.modifies:
                return self.names.full(name.text)
            if key in self.speech.bodies:
                body = body or self._body(at)
            elif key in self.speech.before_object or key in _ENDS:
                break
            at = max(name.last if name else at, at + 1)
        return body

    def from_here(self, word: int, last: int) -> tuple[str, int] | None:
        """The subject that begins at a word, and one past its last word."""
        pronoun = self.pronoun(word)
        if pronoun is not None:
            return pronoun, word + 1
        at = word
        while at < min(last, word + NEAR):
            key = self.keys[at]
            name = self.names.at(at, last)
            if name and not name.possessive:
                if not name.modifies:
                    return self.names.full(name.text), name.last
                at = name.last
                continue
            if key in self.speech.bodies and not self.names.at(at + 1, last):
                return self._body(at), at + 1
            if key in self.speech.verbs and self.keys[word] in _ARTICLES and at > word:
                return UNNAMED, at
            if key == "," and self.keys[word] in _ARTICLES and (named := self.names.at(at + 1, last)):
                return (self.names.full(named.text), named.last) if self.keys[named.last] == "," else None
            if key in self.speech.verbs or key in self.speech.before_object or not is_word(key):
                return None
            at = max(name.last if name else at, at + 1)
        return None

    def before(self, verb: int, first: int) -> str | None:
        """The subject that stands before a verb of speech, from the word `first` on; None without any."""
        at = verb - 1
        while at >= first and self.keys[at] in self.speech.helpers:
            at -= 1
        if at < first or self.keys[at] in _AND:
            return None
        if self.keys[at + 1] in _RELATIVE:
            return self._nearest(at)
        if self.keys[at] in {",", ")", "-"}:
            beside = self.keys[verb].endswith("ing")  # the whole sentence's subject does so
            return self._head(
                self.document.sentences[self._sentence_of(verb)].first_word if beside else first, at
            )
        for word in range(at, max(first, at - NEAR) - 1, -1):
            if self.keys[word] == ",":
                return self._head(first, word)
            found = self._ending_with(word, first)
            if found is not None:
                return found
        return UNNAMED

    def pronoun(self, word: int) -> str | None:
        """Who is meant by a pronoun at a word; None where there is no pronoun."""
        if self.keys[word] in self.speech.one:
            return self.last_person(word)
        if self.keys[word] in self.speech.many:
            return self._last_several(word)
        return None

    def _ending_with(self, word: int, first: int) -> str | None:
        """The subject whose last word is this one."""
        pronoun = self.pronoun(word)
        if pronoun is not None:
            return pronoun
        if self.keys[word] in self.speech.bodies:
            return None if self._follows_preposition(word) else self._body(word)
        name = self._name_ending(word, first)
        if name is None or name.possessive or name.modifies or self._is_object(name, first):
            return None
        both = self._both(name, first)
        return self.names.full(name.text) if both is None else both

    def _head(self, first: int, last: int) -> str:
        """The subject of a clause, from its head on."""
        for name in self._names_from(first, last):
            if not name.possessive and not name.modifies and not self._is_object(name, first):
                return self.names.full(name.text)
        for word in range(first, last):
            if self.keys[word] in self.speech.bodies and not self._follows_preposition(word):
                return self._body(word)
            pronoun = self.pronoun(word)
            if pronoun is not None:
                return pronoun
        return UNNAMED

    def _nearest(self, word: int) -> str:
        """The last name that ends before a word."""
        at = bisect_right(self.names.found, word, key=lambda name: name.first)
        for name in reversed(self.names.found[max(0, at - 3) : at]):
            if not name.possessive and not name.modifies and word - name.last < NEAR:
                return self.names.full(name.text)
        return UNNAMED

    def _names_from(self, first: int, last: int) -> list[Name]:
        at = bisect_left(self.names.found, first, key=lambda name: name.first)
        near = self.names.found[at : at + NEAR]
        return [name for name in near if name.last <= last and not self.held[name.first]]

    def _name_ending(self, word: int, first: int) -> Name | None:
        at = bisect_right(self.names.found, word, key=lambda name: name.first)
        name = self.names.found[at - 1] if at else None
        return name if name and name.last == word + 1 and name.first >= first else None

    def _is_object(self, name: Name, first: int) -> bool:
        """Whether a preposition stands before a name, its title and article passed over."""
        word = name.run - 1
        while word >= first and self.keys[word] in _ARTICLES:
            word -= 1
        if word >= first and self.keys[word] in _AND:
            other = self._name_ending(word - 1, first)
            return other is not None and self._is_object(other, first)
        return word >= first and self.keys[word] in self.speech.before_object

    def _follows_preposition(self, word: int) -> bool:
        at = word - 1
        while at > 0 and (self.keys[at] in _ARTICLES or self.keys[at] in _JOINT):
            at -= 1
        return at >= 0 and self.keys[at] in self.speech.before_object

    def _both(self, name: Name, first: int) -> str | None:
        """Two names joined by “and”, as printed; None for one alone."""
        joint = name.run - 1
        if joint - 1 < first or self.keys[joint] not in _AND:
            return None
        other = self._name_ending(joint - 1, first)
        return None if other is None or other.possessive else f"{other.text} {self.keys[joint]} {name.text}"

    def _body(self, word: int) -> str:
        """A noun for what speaks, with what names it more closely: “joint statement”, “White House spokesman”."""
        text, first = self.document.text, word
        if word and self.keys[word - 1] in _JOINT:
            first = word - 1
        elif (name := self._name_ending(word - 1, 0)) and not name.possessive:
            first = name.run
        printed = text[self.starts[first] : self.ends[word]]
        joint = f"joint {printed}"
        return joint if first == word and joint in text[: self.starts[word]] else printed

    def _sentence_of(self, word: int) -> int:
        return bisect_right(self.document.sentences, word, key=lambda sentence: sentence.first_word) - 1

    def last_person(self, word: int) -> str:
        """Who spoke last before a word, or was the subject of a sentence; a few sentences back at most."""
        here = self._sentence_of(word)
        for sentence in range(here, max(-1, here - SENTENCES_BACK - 1), -1):
            if sentence < here and sentence in self.spoke:
                return self.spoke[sentence]
            span = self.document.sentences[sentence]
            for name in self._names_from(span.first_word, min(word, span.last_word)):
                if (
                    self.names.is_person(name)
                    and not (name.possessive or name.modifies)
                    and not self._is_object(name, span.first_word)
                ):
                    return self.names.full(name.text)
        return UNNAMED

    def _last_several(self, word: int) -> str:
        here = self._sentence_of(word)
        for sentence in self.document.sentences[max(0, here - 1) : here]:
            for name in self._names_from(sentence.first_word, sentence.last_word):
                both = self._both(name, sentence.first_word)
                if both is not None:
                    return both
        return UNNAMED
