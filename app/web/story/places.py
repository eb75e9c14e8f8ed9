"""Where the pages of a story lead to: a sentence beside its counterpart, a sentence where it is read."""

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from app.compare.anchors import anchors
from app.web.story.columns import Choice


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a version in their sentence (or sentences): what stands `before` them, and `behind`."""

    before: str
    words: str
    behind: str


class Places:
    """The addresses of the sentences of a choice of versions; anchors are worked out once for each version."""

    def __init__(self, choice: Choice) -> None:
        self._ids = [column.head.id for column in choice.columns]
        self._documents = choice.collation.documents
        self._anchors: dict[int, tuple[str, ...]] = {}

    def anchor(self, version: int, sentence: int) -> str:
        """The anchor of a sentence, by the indices of both in the choice's collation."""
        if version not in self._anchors:
            self._anchors[version] = anchors(self._documents[version])
        return self._anchors[version][sentence]

    def beside(self, left: int, right: int, sentence: int) -> str:
        """The comparison of two versions at the row of a sentence of the left one."""
        return f"/compare/{self._ids[left]}/{self._ids[right]}#l-{self.anchor(left, sentence)}"

    def beside_own(self, left: int, right: int, sentence: int) -> str:
        """The comparison of two versions at the row of a sentence of the right one."""
        return f"/compare/{self._ids[left]}/{self._ids[right]}#r-{self.anchor(right, sentence)}"

    def passage(self, version: int, sentence: int, start: int, end: int) -> Passage:
        """The words at `[start, end)` of a version's compared text, which begin in that sentence, with the rest of it."""
        document = self._documents[version]
        last = bisect_left(document.sentences, end, lo=sentence, key=attrgetter("end"))
        first = min(document.sentences[sentence].start, start)
        stop = document.sentences[last].end if last < len(document.sentences) else end
        return Passage(document.text[first:start], document.text[start:end], document.text[end:stop])

    def alone(self, version: int) -> str:
        """The page where a version is read."""
        return f"/versions/{self._ids[version]}"
