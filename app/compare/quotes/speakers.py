"""Who is said to have said a quotation, from the words around it.

What was tried before: the name next to the quotation. It takes the paper that was spoken to, the day, and the one whom
the quotation is about. So, in this order:

1. what follows it begins with a verb of speech, and then a name       “We go,” said Ana Ruiz, the minister
2. or with a name or pronoun, and then a verb of speech                “We go,” Ms. Ruiz told the Herald
3. a verb of speech stands before it, and its subject before that      Ruiz, who met Holm on Monday, said: “We go.”
4. a source is named                                                   according to Ruiz, “we go”
5. further from it in its sentence, the same                           “We go” and “we stay”, said Ruiz
6. it is a sentence by itself: who spoke in the sentence before        Ruiz was blunt, and said no. “We stay.”

A pronoun stands for the last person who spoke or was a sentence's subject, a few sentences back at most. The form is the
fullest that the version prints, without titles. Where none of this answers, nobody is named.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from app.compare.quotes.marks import Marked
from app.compare.quotes.names import Names
from app.compare.quotes.speech import speech_of, word_set
from app.compare.quotes.subjects import SENTENCES_BACK, Subjects
from app.compare.quotes.uncased import LANGUAGES, uncased_speaker
from app.text.document import Document, Sentence
from app.text.words import is_word

FAR = 30
"""Words between a subject next to a quotation and its verb of speech."""
NEIGHBOURS = 3
"""Quotations of its sentence, before and after it, beyond which nobody is looked for who speaks."""
BARE, BEGINNING = 4, 8
"""Words of a sentence that says who spoke, and nothing else; words and marks that are looked at where it says more."""
REACH = 200
"""Code points around a quotation that are read in scripts without capitals."""
_BREAK = re.compile(r"[。！？」』”»\n]|[.!?](?=\s)")
_DROPPING = word_set("es it pt ca gl ro ru uk pl")
"""Languages in which a verb can stand without its pronoun."""
_ENDS = frozenset("!?;。")
_STOPS = frozenset(",?!…—–-،，'\"”’")
_ARTICLES = word_set("the a an der die das ein eine le la un une el il lo")


class Stretch(NamedTuple):
    """Words and marks `[first, last)` of a document, outside quotation marks."""

    first: int
    last: int


class Speakers:
    """Finds the speakers of one document's quotations; they are to be asked for from the first to the last."""

    def __init__(self, document: Document, passages: Sequence[Marked]) -> None:
        self.document, self.words, self.keys = document, document.words, document.words.keys
        self.speech = speech_of(document.language)
        self.spoke: dict[int, str] = {}
        self._drops = document.language[:2] in _DROPPING
        self._uncased = document.language.split("-")[0].lower() in LANGUAGES
        self._spans = _spans(document, passages)
        self._held = bytearray(len(self.words))
        for first, last in self._spans:
            self._held[first:last] = b"\x01" * (last - first)
        self.subjects = Subjects(document, Names(document), self.speech, self.spoke, self._held)

    def speaker(self, passage: Marked, first: int, last: int) -> str | None:
        """Who says a passage that begins in the sentence `first` and ends in `last`, both by index."""
        if self._uncased:
            found = self._without_capitals(passage, first)
            self.spoke[last] = found or ""
            return found
        before, after = self._stretches(passage, first, last)
        if before or after:
            found = self._around(before, after, closed=self._is_closed(passage))
        else:
            found = self._beside(first, last)
        if found:
            for sentence in range(first, last + 1):
                self.spoke[sentence] = found
        return found or None

    def _without_capitals(self, passage: Marked, first: int) -> str | None:
        text = self.document.text
        lines = [match.end() for match in _BREAK.finditer(text, max(0, passage.opens - REACH), passage.opens)]
        end = _BREAK.search(text, passage.shuts, passage.shuts + REACH)
        before = text[lines[-1] if lines else max(0, passage.opens - REACH) : passage.opens]
        after = text[passage.shuts : end.start() if end else passage.shuts + REACH]
        spoke = [self.spoke[one] for one in range(max(0, first - SENTENCES_BACK), first) if one in self.spoke]
        return uncased_speaker(self.document.language, before, after, spoke[-1] or None if spoke else None)

    def _is_closed(self, passage: Marked) -> bool:
        """Whether a passage is no part of the clause that goes on after it: a stop stands between them."""
        text = self.document.text
        inside, outside = (
            text[passage.start : passage.end].rstrip(),
            text[passage.shuts : passage.shuts + 2].lstrip(),
        )
        return inside[-1:] in _STOPS or outside[:1] in _STOPS

    def _around(self, before: list[Stretch], after: list[Stretch], *, closed: bool) -> str | None:
        near = [(self._leading, one) for one in before[-1:]]
        far = [(self._following, one) for one in after[0 if not closed else 1 :]]
        if closed:
            near = [(self._following, one) for one in after[:1]] + near
        far += [(self._leading, one) for one in reversed(before[:-1])]
        for read, stretch in near + far:
            found = read(stretch)
            if found is not None:
                return found
        return None

    def _stretches(self, passage: Marked, first: int, last: int) -> tuple[list[Stretch], list[Stretch]]:
        """What the quotation's sentences hold outside quotation marks, before it and after it."""
        begin, end = self.document.sentences[first].first_word, self.document.sentences[last].last_word
        before: list[Stretch] = []
        after: list[Stretch] = []
        mine = bisect_left(self._spans, (bisect_left(self.words.starts, passage.opens), 0))
        if mine > NEIGHBOURS:
            begin = max(begin, self._spans[mine - NEIGHBOURS - 1][1])
        near = self._spans[max(0, mine - NEIGHBOURS) : mine + NEIGHBOURS + 1]
        for start, shut in [*near, (end, end)]:
            limit = min(start, end)
            if begin < limit and any(map(is_word, self.keys[begin:limit])):
                side = before if self.words.starts[begin] < passage.start else after
                side.append(Stretch(begin, limit))
            begin = max(begin, shut)
            if start >= end or len(after) > NEIGHBOURS:
                break
        return before, after

    def _following(self, stretch: Stretch) -> str | None:
        """Who speaks, where a stretch that follows a quotation says so."""
        word = self._first_word(stretch)
        if word is None:
            return None
        source = self._source(word, stretch.last)
        if source is not None:
            return source
        verb = self._verb_at(word, stretch.last)
        if verb is not None:
            turned = [one for one in range(word, verb) if self.keys[one] in self.speech.one]
            if turned:
                return self.subjects.pronoun(turned[0])
            named = self.subjects.after(verb + 1, stretch.last)
            if named is None and self._drops and stretch.last - verb <= BARE:
                return self.subjects.last_person(stretch.first)
            return named
        subject = self.subjects.from_here(word, stretch.last)
        if subject is None:
            return None
        who, end = subject
        return who if self._verb_within(end, min(stretch.last, end + FAR)) else None

    def _leading(self, stretch: Stretch) -> str | None:
        """Who speaks, where a stretch that leads to a quotation says so."""
        first = stretch.first
        for word in range(stretch.last - 1, first - 1, -1):
            if self.keys[word] in _ENDS:
                first = word + 1
                break
        for verb in range(stretch.last - 1, first - 1, -1):
            if self.keys[verb] in self.speech.verbs and not self._is_noun(verb):
                found = self.subjects.before(verb, first)
                return self.subjects.after(verb + 1, stretch.last) if found is None else found
        for word in range(first, stretch.last):
            source = self._source(word, stretch.last)
            if source is not None:
                return source
        return None

    def _ends_in_sentence(self, sentence: Sentence) -> bool:
        """Whether a sentence ends in a quotation that is a sentence, too, and no fragment."""
        at = bisect_left(self._spans, (sentence.last_word, 0)) - 1
        said = self.document.text[self.words.starts[self._spans[at][0]] :][:3]
        return any(map(str.isalpha, said)) and not any(map(str.islower, said[:2]))

    def _is_exclaimed(self, sentence: int) -> bool:
        """Whether a sentence may end in a mark that ends the quotation alone: “Stop!” Ruiz said."""
        return self.document.sentence_text(sentence).rstrip("”’»\"'")[-1:] in {"!", "?", "…"}

    def _is_noun(self, word: int) -> bool:
        """Whether a form that may be a verb stands where only a noun can."""
        before = self.keys[word - 1] if word else ""
        return before in _ARTICLES and before not in self.speech.helpers

    def _first_word(self, stretch: Stretch) -> int | None:
        for word in range(*stretch):
            if is_word(self.keys[word]):
                return word
            if self.keys[word] in _ENDS:
                return None
        return None

    def _source(self, word: int, last: int) -> str | None:
        """Who is named by “according to” and its like, if that begins at `word`."""
        for phrase in self.speech.according:
            end = word + len(phrase)
            if self.keys[word:end] == phrase and end < last:
                return self.subjects.after(end, last)
        return None

    def _verb_at(self, word: int, last: int) -> int | None:
        """The verb of speech at a word, helpers passed over."""
        for verb in range(word, min(last, word + 7)):
            if self.keys[verb] in self.speech.verbs:
                return verb
            turned = self.keys[verb] in self.speech.one and self.keys[verb - 1] == "-"
            if self.keys[verb] not in self.speech.helpers and not turned:
                return None
        return None

    def _verb_within(self, first: int, last: int) -> bool:
        for word in range(first, last):
            if self.keys[word] in self.speech.verbs:
                return True
            if self.keys[word] in _ENDS:
                return False
        return False

    def _beside(self, first: int, last: int) -> str | None:
        """Who spoke in the sentence before or after, for a quotation that is its sentences by itself."""
        sentences = self.document.sentences
        if last + 1 < len(sentences) and sentences[last + 1].block == sentences[first].block:
            span = sentences[last + 1]
            words = [word for word in range(span.first_word, span.last_word) if is_word(self.keys[word])]
            bare = words and len(words) <= BARE and self.keys[words[-1]] in self.speech.verbs
            if words and not self._held[span.first_word] and (bare or self._is_exclaimed(last)):
                found = self._following(
                    Stretch(span.first_word, min(span.last_word, span.first_word + BEGINNING))
                )
                if found is not None:
                    return found
        if first == 0:
            return None
        one = sentences[first - 1]
        if first - 1 in self.spoke:
            # “It sank,” he said. “We swam.” He goes on; but after: He called it “a long day.” “We swam.” who knows?
            same_block = one.block == sentences[first].block
            goes_on = not self._held[one.last_word - 1] or (not same_block and self._ends_in_sentence(one))
            return self.spoke[first - 1] if goes_on else None
        if one.block != sentences[first].block or any(self._held[one.first_word : one.last_word]):
            return None
        return self._leading(Stretch(one.first_word, one.last_word))


def _spans(document: Document, passages: Sequence[Marked]) -> list[tuple[int, int]]:
    """The words of every passage with its marks, as ranges of word indices."""
    starts = document.words.starts
    return [(bisect_left(starts, one.opens), bisect_left(starts, one.shuts)) for one in passages]
