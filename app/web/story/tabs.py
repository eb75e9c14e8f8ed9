"""The pages of a story, in the order of the ways between them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of a story: its name in addresses (the first has none), its name on the way to it, and what it is for."""

    name: str
    words: str
    says: str

    def of(self, story: str) -> str:
        """Its path, behind that of a story."""
        return f"{story}/{self.name}" if self.name else story


TABS = (
    Tab(
        "",
        "Overview",
        "how much of their text each two versions share, the articles, and the beginnings of what the other pages have.",
    ),
    Tab(
        "matrix",
        "Matrix",
        "a column is a version, a row is a statement in any wording. A dash: this version does not have it.",
    ),
    Tab(
        "quotes",
        "Quotations",
        "who is quoted, in which versions, and whether the words are identical, trimmed or reworded.",
    ),
    Tab(
        "figures",
        "Figures",
        "numbers, sums and dates about the same thing: where the versions agree and where they differ. "
        "Which one is right is not said.",
    ),
    Tab(
        "timeline",
        "Timeline",
        "when each version appeared, what each revision changed, and who had a statement first.",
    ),
    Tab(
        "prominence",
        "Placement",
        "how far up each version has what it shares with others, and the headlines word by word.",
    ),
    Tab(
        "own",
        "Own words",
        "what a version has of its own, once all that stands in a base text, such as an agency’s, is taken away.",
    ),
    Tab(
        "readings",
        "Word by word",
        "one version as the base text, and at each place in it what the others say instead.",
    ),
)
