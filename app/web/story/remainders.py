"""A version without what a base has, as a page shows it: in words, as a strip, and as text in passages."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.compare.anchors import anchors
from app.compare.limits import Limits
from app.compare.story.own import Piece, Remainder, Sources, sources_for, take_away
from app.store.records import VersionHead
from app.text.content import NAME_WORDS, first_words
from app.web.library import CollatedStory
from app.web.periods import periods_of


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where on the strip of a version, in words from its beginning, something stands that the base has too."""

    start: int
    words: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text: the version's own, or seen elsewhere. Then `where` says in what, and `beside` is the comparison."""

    text: str
    words: int
    where: str | None
    beside: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or heading in passages, or `gathered` of them of which nothing is the version's own, in one passage."""

    heading: bool
    passages: tuple[Passage, ...]
    gathered: int


@dataclass(frozen=True, slots=True)
class _Block:
    heading: bool
    pieces: tuple[Piece, ...]
    gathered: int = 1


class Remainders:
    """The versions of a story without what a base has, each worked out once. All indices are those of the story's collation.

    `limits` gathers which limits were met.
    """

    def __init__(self, story: CollatedStory, base: int, *, whole_article: bool) -> None:
        self.story = story
        self.base = base
        self.limits = Limits()
        article = story.heads[base].article_id
        self.article = [at for at, head in enumerate(story.heads) if head.article_id == article]
        self._taken_from = self.article if whole_article else [base]
        known = periods_of(story.articles)
        self._periods = [known[head.id] for head in story.heads]
        self._made: dict[int, tuple[Sources, Remainder]] = {}

    def of(self, at: int) -> tuple[Sources, Remainder]:
        """What is taken away from a version, and what is left of it; nothing from the base."""
        if at not in self._made:
            sources = Sources((), "unclear")
            if at != self.base:
                sources = sources_for(
                    at, self.base, self._taken_from, self._periods, one_clock=at in self.article
                )
            documents = self.story.collation.documents
            left = take_away(documents[at], [documents[one] for one in sources.versions], self.limits)
            self._made[at] = sources, left
        return self._made[at]

    def strip(self, at: int) -> tuple[Stretch, ...]:
        """What of a version is seen elsewhere, by its words."""
        made: list[Stretch] = []
        place = 0
        _, left = self.of(at)
        for piece in (piece for block in left.blocks for piece in block):
            if piece.sources and made and made[-1].start + made[-1].words == place:
                made[-1] = Stretch(made[-1].start, made[-1].words + piece.words)
            elif piece.sources:
                made.append(Stretch(place, piece.words))
            place += piece.words
        return tuple(made)

    def parts(self, at: int, *, gather: bool) -> tuple[Part, ...]:
        """The text of a version; `gather` what is seen from one paragraph into the next."""
        sources, left = self.of(at)
        document = self.story.collation.documents[at]
        starts, names = [one.start for one in document.sentences], anchors(document)

        def passage(piece: Piece) -> Passage:
            text = document.text[piece.start : piece.end]
            if not piece.sources:
                return Passage(text, piece.words, None, None)
            held = [sources.versions[one] for one in piece.sources]
            return Passage(
                text=text,
                words=piece.words,
                where=in_words(self.story.heads, held if piece.pieced else held[:1]),
                beside=self._beside(held[0], at, names[max(0, bisect_right(starts, piece.start) - 1)]),
            )

        blocks = [
            _Block(block.kind == "heading", pieces)
            for block, pieces in zip(document.blocks, left.blocks, strict=True)
        ]
        return tuple(
            [
                Part(one.heading, tuple([passage(piece) for piece in one.pieces]), one.gathered)
                for one in (_gathered(blocks) if gather else blocks)
            ]
        )

    def _beside(self, source: int, at: int, anchor: str) -> str:
        heads = self.story.heads
        return f"/compare/{heads[source].id}/{heads[at].id}?folds=open&reuse=on#r-{anchor}"


def _gathered(blocks: Sequence[_Block]) -> list[_Block]:
    """Blocks on end that are seen as a whole as one, of one piece."""
    made: list[_Block] = []
    for block in blocks:
        if made and _is_seen(made[-1]) and _is_seen(block):
            one, more = made[-1].pieces[0], block.pieces[0]
            both = tuple(sorted({*one.sources} & {*more.sources}))
            pieced = one.pieced or more.pieced or not both
            held = tuple(sorted({*one.sources, *more.sources})) if pieced else both
            piece = Piece(one.start, more.end, one.words + more.words, held, pieced)
            made[-1] = replace(made[-1], heading=False, pieces=(piece,), gathered=made[-1].gathered + 1)
        else:
            made.append(block)
    return made


def _is_seen(block: _Block) -> bool:
    return len(block.pieces) == 1 and bool(block.pieces[0].sources)


def name_of(head: VersionHead) -> str:
    """The outlet of a version, or its first words."""
    return head.outlet or first_words(head.display_title, NAME_WORDS)


def in_words(heads: Sequence[VersionHead], versions: Sequence[int]) -> str:
    """Versions of one article, by their places in it: "Tellan" where there is one, else "Tellan, versions 1 and 2"."""
    if not versions:
        return ""
    first = heads[versions[0]]
    if first.of == 1:
        return name_of(first)
    places = [str(place) for place in sorted(heads[at].position for at in versions)]
    listed = places[0] if len(places) == 1 else f"{', '.join(places[:-1])} and {places[-1]}"
    return f"{name_of(first)}, version{'' if len(places) == 1 else 's'} {listed}"
